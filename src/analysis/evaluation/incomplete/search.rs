//! The search for what may become of statements: what keeps one open is tried both ways, and only what that touches is evaluated anew.

use framework::{Label, Status, Stop};

use crate::analysis::evaluation::hypothesis::{Hypothesis, UncertainElement};
use crate::analysis::evaluation::trial::{Switch, Trial};
use crate::model::StatementId;

use super::{Check, Incomplete, PossibleStatuses, Prospects};

impl Incomplete<'_> {
    /// Possible statuses of these statements, and the single checks that would settle most of them, as far as they are
    /// found before the search is stopped.
    pub fn find(&self, statements: &[StatementId], stop: &Stop<'_>) -> Prospects {
        let audiences = self.audience.as_slice();
        let hypothesis = Hypothesis { doubted: self.parts.to_vec(), ..Hypothesis::default() };
        let map = self.debate.map;
        let mut own = vec![None; map.statements.len()];
        for (switch, part) in self.parts.iter().enumerate() {
            if let UncertainElement::Statement(statement) = part {
                own[statement.index()] = Some(switch);
            }
        }
        let trial = |label| Trial::new(self.debate, audiences, &hypothesis, label, None);
        let mut search =
            Search { unsure: self, own, trial: trial(Label::Undecided), stop, reported: 0, elsewhere: 0, ended: false };
        let argued = statements.iter().copied().filter(|&statement| self.debate.takes_part(statement));
        let mut prospects = Prospects { exact: true, ..Prospects::default() };
        for statement in argued {
            prospects.possibles.push((statement, search.of(statement)));
        }
        if prospects.possibles.iter().any(|(_, possible)| possible.depends()) {
            search.checks(&mut prospects, [trial(Label::In), trial(Label::Out)]);
        }
        prospects.ended = search.ended;
        prospects.steps = search.trial.steps() + search.elsewhere;
        prospects
    }
}

struct Search<'a> {
    unsure: &'a Incomplete<'a>,
    /// For each statement the doubt whether it is really said.
    own: Vec<Option<Switch>>,
    trial: Trial<'a>,
    stop: &'a Stop<'a>,
    /// How many steps whoever may stop it knows of, and how many were made in other trials.
    reported: u64,
    elsewhere: u64,
    ended: bool,
}

/// Certain status of a statement while some doubts are not cleared up.
fn certain(trial: &Trial<'_>, statement: StatementId) -> Option<Status> {
    Some(trial.status(statement)).filter(|status| *status != Status::Open)
}

impl Search<'_> {
    /// Whether the search has to end now.
    fn is_up(&mut self) -> bool {
        let steps = self.trial.steps() + self.elsewhere;
        self.ended |= self.stop.is_up(steps - self.reported);
        self.reported = steps;
        self.ended
    }

    fn of(&mut self, statement: StatementId) -> PossibleStatuses {
        match certain(&self.trial, statement) {
            Some(status) if self.own[statement.index()].is_none() => {
                let mut possible = PossibleStatuses { complete: true, ..PossibleStatuses::default() };
                possible.add(status);
                possible
            }
            _ => self.possible(statement, 3),
        }
    }

    /// Possible statuses of a statement, supposing that it is really said; the search ends when it can come out in so
    /// many ways.
    fn possible(&mut self, statement: StatementId, enough: usize) -> PossibleStatuses {
        let own = self.own[statement.index()].map(|own| (own, self.trial.get(own)));
        if let Some((own, _)) = own {
            self.trial.set(own, Label::In);
        }
        let possible = self.both_ways(statement, enough);
        if let Some((own, before)) = own {
            self.trial.set(own, before);
        }
        possible
    }

    fn both_ways(&mut self, statement: StatementId, enough: usize) -> PossibleStatuses {
        let mut possible = PossibleStatuses::default();
        // The doubts that are being tried: first as said, then as not.
        let mut tried: Vec<Switch> = Vec::new();
        for _ in 0..self.unsure.budget {
            if self.is_up() {
                break;
            }
            let next = if let Some(status) = certain(&self.trial, statement) {
                possible.add(status);
                None
            } else {
                let next = self.next(statement);
                if next.is_none() {
                    possible.add(Status::Open);
                }
                next
            };
            match next {
                Some(doubt) => {
                    self.trial.set(doubt, Label::In);
                    tried.push(doubt);
                }
                None => possible.complete = !self.turn(&mut tried),
            }
            if possible.complete || possible.number() >= enough {
                possible.complete |= possible.number() == 3;
                break;
            }
        }
        tried.into_iter().rev().for_each(|doubt| self.trial.set(doubt, Label::Undecided));
        possible
    }

    /// The doubt to be tried next. A circle of reasons hides what it depends on as long as it is closed, so then it is tried to break it.
    fn next(&mut self, statement: StatementId) -> Option<Switch> {
        let (doubts, round) = self.trial.doubts(statement, 1);
        let is_open = |switch: &Switch| self.trial.get(*switch) == Label::Undecided;
        doubts.first().copied().or_else(|| self.trial.breaking().filter(|_| round).find(is_open))
    }

    /// Turns to what has not been tried yet; `false` where there is nothing left.
    fn turn(&mut self, tried: &mut Vec<Switch>) -> bool {
        while let Some(&last) = tried.last() {
            if self.trial.get(last) == Label::In {
                self.trial.set(last, Label::Out);
                return true;
            }
            self.trial.set(last, Label::Undecided);
            tried.pop();
        }
        false
    }

    /// Counts for each doubt what it would settle. Of two further trials all else is said in one, and nothing in the other: what comes out
    /// differently there is not settled.
    fn checks(&mut self, prospects: &mut Prospects, mut others: [Trial<'_>; 2]) {
        let mut waiting: Vec<Vec<StatementId>> = vec![Vec::new(); self.unsure.parts.len()];
        for (statement, _) in prospects.possibles.iter().filter(|(_, possible)| possible.depends()) {
            let (mut doubts, round) = self.trial.doubts(*statement, usize::MAX);
            if round {
                doubts = (0..self.unsure.parts.len()).collect();
            }
            let other = doubts.into_iter().filter(|&doubt| self.own[statement.index()] != Some(doubt));
            other.for_each(|doubt| waiting[doubt].push(*statement));
        }
        for (switch, statements) in waiting.into_iter().enumerate().filter(|(_, statements)| !statements.is_empty()) {
            if self.is_up() {
                prospects.exact = false;
                break;
            }
            let usual = [Label::In, Label::Out];
            let [if_said, if_not] = usual.map(|said| {
                self.trial.set(switch, said);
                for trial in &mut others {
                    trial.set(switch, said);
                }
                self.elsewhere = others.iter().map(Trial::steps).sum();
                let settled = statements.iter().filter(|&&statement| {
                    if self.own[statement.index()].is_none() {
                        let in_doubt = certain(&self.trial, statement);
                        let [all, none] = others.each_ref().map(|trial| trial.status(statement));
                        if in_doubt.is_some() || all != none {
                            return in_doubt.is_some();
                        }
                    }
                    let possible = self.possible(statement, 2);
                    prospects.exact &= possible.complete || possible.depends();
                    possible.is_certain()
                });
                settled.count()
            });
            self.trial.set(switch, Label::Undecided);
            others.iter_mut().zip(usual).for_each(|(trial, label)| trial.set(switch, label));
            if if_said + if_not > 0 {
                prospects.checks.push(Check { part: self.unsure.parts[switch], if_said, if_not });
            }
        }
        let worth = |check: &Check| (check.if_said.min(check.if_not), check.if_said + check.if_not);
        prospects.checks.sort_by_key(|check| std::cmp::Reverse(worth(check)));
    }
}
