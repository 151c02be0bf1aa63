//! Conditions of stances in words: whether each is met, and why a stance so stands, falls or is open.

use framework::Status;
use serde_json::{Value, json};

use crate::analysis::evaluation::condition::Answered;
use crate::analysis::evaluation::condition::taken::Taken;
use crate::analysis::evaluation::outcome::Outcome;
use crate::model::{Condition, ConditionLink, Map, PositionId, StanceId};
use crate::page::{Mark, Runs};
use crate::text::list::and;
use crate::view::wording::called::{condition_said, position_on_issue};

/// Status of a stance, in a word.
pub fn taken_word(taken: Option<Taken>) -> &'static str {
    match taken {
        Some(Taken::Stands) => "stands",
        Some(Taken::If) => "if",
        Some(Taken::Open) => "open",
        Some(Taken::Falls) => "falls",
        None => "no reading",
    }
}

/// The same, marked; where it stands on words alone, with them: `stands if it is enforced`.
pub fn taken_runs(map: &Map, taken: Option<Taken>, stances: &[StanceId]) -> Runs {
    match taken {
        Some(Taken::If) => {
            let conditions = stances.iter().filter_map(|&id| map.stances[id].condition.as_deref());
            let mut conditions: Vec<String> = conditions.map(|condition| condition_said(map, condition)).collect();
            conditions.dedup();
            Runs::new().with(Mark::Between, format!("stands {}", conditions.join(", or ")))
        }
        Some(Taken::Stands) => Runs::new().with(Mark::For, "stands"),
        Some(Taken::Open) => Runs::new().with(Mark::Between, "open"),
        Some(Taken::Falls) => Runs::new().with(Mark::Against, "falls"),
        None => Runs::new().with(Mark::Faint, "no reading"),
    }
}

/// Tells of stances that hang on parts of the map.
pub struct Conditional<'a> {
    map: &'a Map,
    outcome: &'a Outcome,
}

impl<'a> Conditional<'a> {
    /// The conditions of a map in one of its outcomes.
    pub fn new(map: &'a Map, outcome: &'a Outcome) -> Self {
        Conditional { map, outcome }
    }

    /// Of those of some stances that hang on a part of the map: `yes if works: yes – open: whether works: yes is disputed`.
    pub fn lines(&self, stances: impl Iterator<Item = StanceId>) -> Vec<(StanceId, Runs)> {
        let hanging = stances.filter(|&stance| self.outcome.conditions().stance(stance).is_some());
        hanging.map(|stance| (stance, self.line(stance))).collect()
    }

    /// The same of all that are taken on a condition, be it one in words, which no map answers.
    pub fn all_lines(&self, stances: impl Iterator<Item = StanceId>) -> Vec<(StanceId, Runs)> {
        let says = |stance: &StanceId| self.map.stances[*stance].condition.is_some();
        stances.filter(says).map(|stance| (stance, self.line(stance))).collect()
    }

    fn line(&self, stance: StanceId) -> Runs {
        let mut runs = Runs::new();
        if let Some(condition) = &self.map.stances[stance].condition {
            runs.push(Mark::Between, condition_said(self.map, condition));
        }
        runs.push(Mark::Plain, " – ");
        runs.append(taken_runs(self.map, self.outcome.of_stance(self.map, stance), &[stance]));
        runs.with(Mark::Plain, format!(": {}.", self.why(stance)))
    }

    /// The condition with its verdict, as programs read it.
    pub fn value(&self, stance: StanceId) -> Value {
        let condition = self.map.stances[stance].linked().map(|condition| self.map.condition(condition));
        let standing = taken_word(self.outcome.of_stance(self.map, stance));
        let position = self.map.stances[stance].position.map(|position| self.map.position_name(position));
        json!({ "position": position, "condition": condition, "standing": standing, "why": self.why(stance) })
    }

    /// Why the condition of a stance is not met or not settled, where its statement stands and that alone decides; else nothing.
    pub fn why_unmet(&self, stance: StanceId) -> Option<String> {
        let what = &self.map.stances[stance];
        let is_linked = what.condition.as_deref().is_some_and(Condition::is_linked);
        let stands = self.outcome.of(what.statement) == Some(Status::Stands);
        let is_decided = matches!(self.outcome.of_stance(self.map, stance), Some(Taken::Falls | Taken::Open));
        (is_linked && stands && is_decided).then(|| self.why(stance))
    }

    /// Why a stance stands, falls or is open, in a sentence without its full stop.
    pub fn why(&self, stance: StanceId) -> String {
        let (map, outcome) = (self.map, self.outcome);
        let statement = map.stances[stance].statement;
        let Some(condition) = map.stances[stance].condition.as_deref() else { return String::new() };
        match outcome.of(statement) {
            Some(Status::Stands) => {}
            Some(Status::Falls) => return "the statement falls, whatever becomes of its condition".to_owned(),
            Some(Status::Open) => return "the statement is open itself".to_owned(),
            None => return "the map has no reading".to_owned(),
        }
        if !condition.is_linked() {
            return "no map can tell whether that is so".to_owned();
        }
        let told = condition.links.iter().map(|&link| self.link(stance, link, condition.is_unless()));
        let (statuses, told): (Vec<Option<Status>>, Vec<String>) = told.unzip();
        // Of several, those are told that decide: what falls, else what is open, else all of it.
        let deciding = |wanted: Option<Status>| {
            let decides = statuses.iter().zip(&told).filter(move |(status, _)| **status == wanted);
            decides.map(|(_, told)| told.clone()).collect::<Vec<String>>()
        };
        let order = [Some(Status::Falls), None, Some(Status::Open), Some(Status::Stands)];
        let decisive = order.into_iter().map(deciding).find(|told| !told.is_empty());
        and(decisive.unwrap_or_default())
    }

    /// Status of a part of the map on which a stance hangs, and in words; no status where nobody answers for it.
    fn link(&self, stance: StanceId, link: ConditionLink, unless: bool) -> (Option<Status>, String) {
        match link {
            ConditionLink::Statement(statement) => {
                let name = self.map.statement_name(statement);
                match self.outcome.of(statement).filter(|_| self.outcome.compiled.takes_part(statement)) {
                    Some(status) => (Some(status), format!("{name} {}", fares(status))),
                    None => (None, format!("{name} takes no part")),
                }
            }
            ConditionLink::Position(position) => self.position(stance, position, unless),
        }
    }

    fn position(&self, stance: StanceId, position: PositionId, unless: bool) -> (Option<Status>, String) {
        let (map, outcome) = (self.map, self.outcome);
        let conditions = outcome.conditions();
        let name = self.name(position);
        if let Some(holds) = conditions.answered(position).and_then(|answered| answered.settled) {
            let status = if holds { Status::Stands } else { Status::Falls };
            return (Some(status), format!("{name} is supposed {}", if holds { "to hold" } else { "not to hold" }));
        }
        let Some(status) = outcome.of_position(position) else {
            let excluding = self.excluding(position, Status::Stands);
            return match excluding {
                Some(other) if !unless => (Some(Status::Falls), format!("nobody holds {name}, and {other} stands")),
                _ => (None, format!("nobody holds {name}")),
            };
        };
        let words = match status {
            Status::Stands => format!("{name} stands"),
            Status::Falls => match self.excluding(position, Status::Stands) {
                Some(other) => format!("{name} falls, as {other} stands"),
                None => format!("{name} falls"),
            },
            Status::Open => {
                let answered = conditions.answered(position);
                let mut holders = answered.into_iter().flat_map(|answered| answered.holders.iter());
                if let Some(other) = holders.clone().find(|other| conditions.is_circle(map, stance, **other)) {
                    if *other == stance {
                        format!("it hangs on {name}, which is itself")
                    } else {
                        format!("it and {name} hang on each other")
                    }
                } else if holders.any(|&other| outcome.of_stance(map, other) >= Some(Taken::If)) {
                    match self.contested(position) {
                        Some(other) => format!("{name} is disputed, as {other} is held, too"),
                        None => format!("{name} is held on a condition alone"),
                    }
                } else {
                    format!("{name} is open")
                }
            }
        };
        (Some(status), words)
    }

    /// Position or rejection that excludes a position and has this status.
    fn excluding(&self, position: PositionId, wanted: Status) -> Option<String> {
        let issue = &self.map.issues[self.map.positions[position].issue];
        let others = issue.positions().filter(|&other| issue.is_exclusive() && self.is_apart(position, other));
        let mut held = others.filter(|&other| self.outcome.of_position(other) == Some(wanted));
        held.next().map(|other| self.name(other)).or_else(|| self.rejection(position, Taken::Stands))
    }

    /// Position or rejection that excludes a position and is held by somebody, be that disputed in turn.
    fn contested(&self, position: PositionId) -> Option<String> {
        let issue = &self.map.issues[self.map.positions[position].issue];
        let is_held = |answered: &Answered| {
            answered.holders.iter().any(|&holder| self.outcome.of_stance(self.map, holder) > Some(Taken::Falls))
        };
        let others = issue.positions().filter(|&other| issue.is_exclusive() && self.is_apart(position, other));
        let mut held = others.filter(|&other| self.outcome.conditions().answered(other).is_some_and(is_held));
        held.next().map(|other| self.name(other)).or_else(|| self.rejection(position, Taken::Open))
    }

    /// Whether somebody holds another position, and not this one in the same range.
    fn is_apart(&self, position: PositionId, other: PositionId) -> bool {
        let holders = |position| self.outcome.conditions().answered(position).map_or(&[][..], |it| &it.holders);
        position != other && holders(other).iter().any(|holder| !holders(position).contains(holder))
    }

    fn rejection(&self, position: PositionId, least: Taken) -> Option<String> {
        let answered = self.outcome.conditions().answered(position)?;
        let mut rejecting = answered.rejecters.iter();
        let is_so = |stance: &&StanceId| self.outcome.of_stance(self.map, **stance) >= Some(least);
        rejecting.find(is_so).map(|_| format!("what rejects {}", self.name(position)))
    }

    /// `works: yes`
    fn name(&self, position: PositionId) -> String {
        position_on_issue(self.map, position)
    }
}

fn fares(status: Status) -> &'static str {
    match status {
        Status::Stands => "stands",
        Status::Falls => "falls",
        Status::Open => "is open",
    }
}
