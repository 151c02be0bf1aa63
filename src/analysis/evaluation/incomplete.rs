//! What is certain, whatever is still to be looked up: incomplete argumentation frameworks (Baumeister et al. 2018).
//!
//! A map in which something is doubted is evaluated with the doubt always open. Grounded labels only grow more definite the more is known,
//! so what is decided all the same is decided so however the doubts are cleared up. Where something stays open, a doubt that it comes from
//! is tried both ways; where it comes from none, it is open for good. To ask this is NP-hard, so the search is bounded, and says so.

use std::collections::VecDeque;

use foldhash::{HashMap, HashMapExt};
use framework::{Argument, Status};

use crate::model::{Map, RelationKind, StatementId};

use super::audience::Audience;
use super::compile::{Compiled, Debate, Meaning};
use super::depth::Depths;
use super::framework_builder::AuxiliaryArgument;
use super::hypothesis::{Hypothesis, UncertainElement};

/// How often the map is evaluated for one statement before the search ends.
pub const EVALUATION_BUDGET: usize = 2000;
/// The number of arguments that are looked at, over and over, before it ends for all: a second or two.
const ARGUMENT_BUDGET: usize = 20_000_000;
/// What one evaluation costs besides, as so many arguments: of a small map it is nearly all.
const EVALUATION: usize = 1000;

/// What may become of a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each of the statuses is possible or not, by itself")]
pub struct PossibleStatuses {
    /// Whether it stands in some completion of the map.
    pub stands: bool,
    /// Whether it falls in some completion of the map.
    pub falls: bool,
    /// It may be open.
    pub open: bool,
    /// Whether everything was looked through; else there may be more.
    pub complete: bool,
}

impl PossibleStatuses {
    fn add(&mut self, status: Status) {
        match status {
            Status::Stands => self.stands = true,
            Status::Falls => self.falls = true,
            Status::Open => self.open = true,
        }
    }

    fn number(&self) -> usize {
        [self.stands, self.falls, self.open].into_iter().filter(|may| *may).count()
    }

    /// Whether only one thing can become of it.
    pub fn is_certain(&self) -> bool {
        self.complete && self.number() == 1
    }

    /// Whether it can come out in more than one way.
    pub fn depends(&self) -> bool {
        self.number() > 1
    }
}

/// Something that could be looked up, and how many of the statements that depend on something would then be certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// What is looked up.
    pub part: UncertainElement,
    /// The number of statements that are certain if it is really said.
    pub if_said: usize,
    /// The number of statements that are certain if it is not.
    pub if_not: usize,
}

/// What may become of statements, and on what that depends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prospects {
    /// What may become of each statement asked for, supposing that it is itself really said.
    pub possibles: Vec<(StatementId, PossibleStatuses)>,
    /// What to look up, by how much it settles at least, whichever way it turns out.
    pub checks: Vec<Check>,
    /// Whether the figures of the checks are exact; else they are at least so high.
    pub exact: bool,
}

/// A question of what is certain. Only the grounded semantics is asked.
#[derive(Debug, Clone, Copy)]
pub struct Incomplete<'a> {
    /// The map, and how it is read.
    pub debate: &'a Debate<'a>,
    /// The author for whom it is evaluated; none for everybody.
    pub audience: Option<&'a Audience>,
    /// What is doubted, without repetition.
    pub parts: &'a [UncertainElement],
    /// How often the map may be evaluated for one statement.
    pub budget: usize,
}

/// The attacks and reasons that the mapper read into the texts.
pub fn inferred(map: &Map) -> Vec<UncertainElement> {
    let attacks = map.relations.iter().filter(|(_, relation)| {
        let attacks = matches!(relation.kind, RelationKind::Against | RelationKind::Undercuts);
        relation.inferred && attacks
    });
    let reasons = map.reasons.iter().filter(|(_, reason)| reason.inferred);
    attacks
        .map(|(id, _)| UncertainElement::Relation(id))
        .chain(reasons.map(|(id, _)| UncertainElement::Reason(id)))
        .collect()
}

impl Incomplete<'_> {
    /// What may become of these statements, and which single check would settle most of them.
    pub fn find(&self, statements: &[StatementId]) -> Prospects {
        let places = self.parts.iter().enumerate().map(|(place, &part)| (part, place)).collect();
        let mut search = Search { unsure: self, places, said: vec![None; self.parts.len()], left: usize::MAX };
        let plain = search.evaluate();
        search.left = (ARGUMENT_BUDGET / (plain.compiled.framework.size() + EVALUATION)).max(20);
        let argued = statements.iter().copied().filter(|&statement| plain.compiled.takes_part(statement));
        let mut prospects = Prospects { exact: true, ..Prospects::default() };
        for statement in argued {
            let possible = match plain.status(statement) {
                Some(status) if !search.places.contains_key(&UncertainElement::Statement(statement)) => {
                    let mut possible = PossibleStatuses { complete: true, ..PossibleStatuses::default() };
                    possible.add(status);
                    possible
                }
                _ => search.possible(statement, 3),
            };
            prospects.possibles.push((statement, possible));
        }
        search.checks(&mut prospects);
        prospects
    }
}

/// The map with some doubts cleared up.
struct View {
    compiled: Compiled,
    depths: Depths,
}

impl View {
    /// What becomes of a statement however the other doubts are cleared up, where that is certain.
    fn status(&self, statement: StatementId) -> Option<Status> {
        let verdict = self.depths.of(self.compiled.statement(statement))?;
        Some(if verdict.is_in { Status::Stands } else { Status::Falls })
    }

    /// The doubts that keep a statement open, the nearest first; and whether a circle of reasons does.
    fn doubts(&self, statement: StatementId) -> (Vec<UncertainElement>, bool) {
        let framework = &self.compiled.framework;
        let mut joint: HashMap<Argument, Vec<&[Argument]>> = HashMap::new();
        for attack in framework.joint_attacks() {
            joint.entry(attack.target).or_default().push(&attack.members);
        }
        let is = |argument, wanted| self.depths.of(argument).is_some_and(|verdict| verdict.is_in == wanted);
        let start = self.compiled.statement(statement);
        let mut seen = vec![false; framework.size()];
        seen[start as usize] = true;
        let mut queue = VecDeque::from([start]);
        let (mut doubts, mut circle) = (Vec::new(), false);
        while let Some(argument) = queue.pop_front() {
            doubts.extend(self.compiled.doubt(argument));
            circle |= self.compiled.meaning(argument) == Meaning::AuxiliaryArgument(AuxiliaryArgument::Circle);
            // What is met stays so, and what is broken, too: what else would meet or break it does not matter.
            let unmet = self.compiled.needs_of(argument).filter(|need| !need.members.iter().any(|&it| is(it, true)));
            circle |= unmet.clone().any(|need| need.open);
            let needed = unmet.flat_map(|need| need.members.iter());
            let together = joint.get(&argument).into_iter().flatten();
            let together = together.filter(|members| !members.iter().any(|&it| is(it, false)));
            let together = together.flat_map(|members| members.iter());
            for &from in framework.attackers(argument).iter().chain(needed).chain(together) {
                if !seen[from as usize] && self.depths.of(from).is_none() {
                    seen[from as usize] = true;
                    queue.push_back(from);
                }
            }
        }
        (doubts, circle)
    }
}

struct Search<'a> {
    unsure: &'a Incomplete<'a>,
    places: HashMap<UncertainElement, usize>,
    /// Of each part, whether it is taken to be really said; `None` while that is in doubt.
    said: Vec<Option<bool>>,
    /// How often the map may still be evaluated.
    left: usize,
}

impl Search<'_> {
    fn evaluate(&mut self) -> View {
        self.left = self.left.saturating_sub(1);
        let mut hypothesis = Hypothesis::default();
        for (&part, said) in self.unsure.parts.iter().zip(&self.said) {
            match (said, part) {
                (Some(true), _) => {}
                (None, _) => hypothesis.doubted.push(part),
                (Some(false), UncertainElement::Statement(statement)) => hypothesis.gone.push(statement),
                (Some(false), UncertainElement::Relation(relation)) => hypothesis.withdrawn.push(relation),
                (Some(false), UncertainElement::Reason(reason)) => hypothesis.unreasoned.push(reason),
            }
        }
        let compiled = self.unsure.debate.compile(self.unsure.audience, &hypothesis);
        let depths = Depths::new(&compiled.framework);
        View { compiled, depths }
    }

    /// What may become of a statement, supposing that it is really said; the search ends when it can come out in so many ways.
    fn possible(&mut self, statement: StatementId, enough: usize) -> PossibleStatuses {
        let own = self.places.get(&UncertainElement::Statement(statement)).copied();
        let before = own.and_then(|own| self.said[own].replace(true));
        let possible = self.both_ways(statement, enough);
        if let Some(own) = own {
            self.said[own] = before;
        }
        possible
    }

    fn both_ways(&mut self, statement: StatementId, enough: usize) -> PossibleStatuses {
        let mut possible = PossibleStatuses::default();
        // The doubts that are being tried: first as said, then as not.
        let mut tried: Vec<usize> = Vec::new();
        for _ in 0..self.unsure.budget {
            if self.left == 0 {
                break;
            }
            let view = self.evaluate();
            let next = if let Some(status) = view.status(statement) {
                possible.add(status);
                None
            } else {
                let next = self.next(&view, statement);
                if next.is_none() {
                    possible.add(Status::Open);
                }
                next
            };
            match next {
                Some(doubt) => {
                    self.said[doubt] = Some(true);
                    tried.push(doubt);
                }
                None => possible.complete = !self.turn(&mut tried),
            }
            if possible.complete || possible.number() >= enough {
                possible.complete |= possible.number() == 3;
                break;
            }
        }
        for doubt in tried {
            self.said[doubt] = None;
        }
        possible
    }

    /// The doubt to be tried next. A circle of reasons hides what keeps it closed, so then any of them may matter.
    fn next(&self, view: &View, statement: StatementId) -> Option<usize> {
        let (doubts, circle) = view.doubts(statement);
        if let Some(part) = doubts.first() {
            return Some(self.places[part]);
        }
        (0..self.said.len()).find(|&place| circle && self.said[place].is_none())
    }

    /// Turns to what has not been tried yet; `false` where there is nothing left.
    fn turn(&mut self, tried: &mut Vec<usize>) -> bool {
        while let Some(&last) = tried.last() {
            if self.said[last] == Some(true) {
                self.said[last] = Some(false);
                return true;
            }
            self.said[last] = None;
            tried.pop();
        }
        false
    }

    /// The map with every other doubt cleared up in this way, or with none.
    fn known(&mut self, others: Option<bool>) -> View {
        let before = self.said.clone();
        self.said.iter_mut().for_each(|said| *said = said.or(others));
        let view = self.evaluate();
        self.said = before;
        view
    }

    /// Counts for each doubt what it would settle.
    fn checks(&mut self, prospects: &mut Prospects) {
        let plain = self.evaluate();
        let mut waiting: HashMap<UncertainElement, Vec<StatementId>> = HashMap::new();
        for (statement, _) in prospects.possibles.iter().filter(|(_, possible)| possible.depends()) {
            let (doubts, circle) = plain.doubts(*statement);
            let hidden = self.unsure.parts.iter().filter(|_| circle);
            let mut doubts: Vec<UncertainElement> = doubts.iter().chain(hidden).copied().collect();
            doubts.sort_unstable();
            doubts.dedup();
            for part in doubts.into_iter().filter(|part| *part != UncertainElement::Statement(*statement)) {
                waiting.entry(part).or_default().push(*statement);
            }
        }
        for (place, &part) in self.unsure.parts.iter().enumerate() {
            let Some(statements) = waiting.get(&part) else { continue };
            if self.left == 0 {
                prospects.exact = false;
                break;
            }
            let [if_said, if_not] = [true, false].map(|said| {
                self.said[place] = Some(said);
                let witnesses = [None, Some(true), Some(false)].map(|others| self.known(others));
                let settled = statements.iter().filter(|&&statement| {
                    if !self.places.contains_key(&UncertainElement::Statement(statement)) {
                        let [in_doubt, all, none] = witnesses.each_ref().map(|view| view.status(statement));
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
            self.said[place] = None;
            if if_said + if_not > 0 {
                prospects.checks.push(Check { part, if_said, if_not });
            }
        }
        let worth = |check: &Check| (check.if_said.min(check.if_not), check.if_said + check.if_not);
        prospects.checks.sort_by_key(|check| std::cmp::Reverse(worth(check)));
    }
}

#[cfg(test)]
mod tests;
