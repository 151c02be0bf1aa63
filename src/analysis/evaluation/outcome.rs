//! Outcome of a debate: the framework of a map, evaluated.

use framework::{Argument, Evaluation, Semantics, Status, Stop, Stopped};

use crate::model::{Map, PositionId, StanceId, StatementId};

use super::audience::Audience;
use super::compile::{Compiled, Debate, Meaning};
use super::condition::draw::Part;
use super::condition::taken::{Followed, Taken, is_by_parts};
use super::condition::{Conditions, Hook, is_provisional};
use super::depth::Depths;
use super::hypothesis::Hypothesis;

/// Statuses of all that is argued in a debate.
#[derive(Debug)]
pub struct Outcome {
    /// The framework that was evaluated, with what its arguments mean.
    pub compiled: Compiled,
    /// The semantics by which it was evaluated.
    pub semantics: Semantics,
    /// Labels that are certain by every rule, and how deep they lie.
    pub depths: Depths,
    /// `None` where the rule has no answer at all.
    statuses: Option<Vec<Status>>,
    /// Arguments that stand in some extension, where there can be several and something is open.
    possible: Option<Vec<bool>>,
    /// Statuses of conditions by a rule by which they are not evaluated with the statements.
    followed: Option<Followed>,
}

impl Debate<'_> {
    /// Evaluates the map with these changes, for everybody or as an author takes it.
    pub fn evaluate(
        &self,
        audience: Option<&Audience>,
        hypothesis: &Hypothesis,
        semantics: Semantics,
        stop: &Stop<'_>,
    ) -> Result<Outcome, Stopped> {
        self.evaluate_again(&mut Evaluation::new(semantics), audience, hypothesis, stop)
    }

    /// The same, where most is as it was in the last evaluation: only components that have changed since are searched.
    pub fn evaluate_again(
        &self,
        evaluation: &mut Evaluation,
        audience: Option<&Audience>,
        hypothesis: &Hypothesis,
        stop: &Stop<'_>,
    ) -> Result<Outcome, Stopped> {
        let semantics = evaluation.semantics();
        let by_parts = is_by_parts(semantics);
        let compiled = if by_parts {
            self.compile_with_conditions(audience, hypothesis)
        } else {
            self.compile(audience, hypothesis)
        };
        // Steps by what authors say are told before inferences of the mapper, above all where a reason is stated.
        let mut has_stated = vec![false; self.map.statements.len()];
        let stated = self.map.reasons.iter().filter(|(_, reason)| !reason.inferred);
        stated.for_each(|(_, reason)| has_stated[reason.conclusion.index()] = true);
        let lateness = |argument| match compiled.meaning(argument) {
            Meaning::Reason(id) if self.map.reasons[id].inferred => {
                1 + usize::from(has_stated[self.map.reasons[id].conclusion.index()])
            }
            _ => 0,
        };
        let depths = Depths::with_late(&compiled.framework, lateness);
        let statuses = match semantics {
            Semantics::Grounded => Some(depths.statuses()),
            _ => evaluation.statuses(&compiled.framework, stop)?,
        };
        let open = |statuses: &Vec<Status>| statuses.contains(&Status::Open);
        let possible = if statuses.as_ref().is_some_and(open) && !semantics.is_single() {
            Some(framework::accepted(&compiled.framework, semantics, stop)?)
        } else {
            None
        };
        let followed = statuses.as_ref().filter(|_| !by_parts).map(|statuses| {
            let statements = &statuses[..self.map.statements.len()];
            let takes_part: Vec<bool> = self.map.statements.ids().map(|id| compiled.takes_part(id)).collect();
            let stated = self.selection.filter.stated;
            let settled = &hypothesis.settled;
            Followed::from(&Part { map: self.map, stated, argued: &takes_part, settled }, statements)
        });
        Ok(Outcome { compiled, semantics, depths, statuses, possible, followed })
    }
}

impl Outcome {
    /// Whether there is an answer.
    pub fn has_reading(&self) -> bool {
        self.statuses.is_some()
    }

    /// Status of a statement; `None` where it takes no part or the rule has no answer.
    pub fn of(&self, statement: StatementId) -> Option<Status> {
        let status = self.of_argument(self.compiled.statement(statement));
        status.filter(|_| self.compiled.takes_part(statement))
    }

    /// Whether some extension has a statement.
    pub fn is_possible(&self, statement: StatementId) -> bool {
        match &self.possible {
            Some(possible) => possible[self.compiled.statement(statement) as usize],
            None => self.of(statement) == Some(Status::Stands),
        }
    }

    /// Status of any argument.
    pub fn of_argument(&self, argument: Argument) -> Option<Status> {
        self.statuses.as_ref().map(|statuses| statuses[argument as usize])
    }

    /// The stances that hang on parts of the map.
    pub fn conditions(&self) -> &Conditions {
        self.followed.as_ref().map_or(&self.compiled.conditions, |followed| &followed.conditions)
    }

    /// Status of a stance; `None` where its statement takes no part or the rule has no answer.
    pub fn of_stance(&self, map: &Map, stance: StanceId) -> Option<Taken> {
        let statement = self.of(map.stances[stance].statement)?;
        match self.conditions().stance(stance) {
            Some(argument) => self.of_condition_argument(argument).map(Taken::of),
            None if statement == Status::Stands && is_provisional(map, stance) => Some(Taken::If),
            None => Some(Taken::of(statement)),
        }
    }

    /// Status of a position on which stances hang; `None` where nobody holds it.
    pub fn of_position(&self, position: PositionId) -> Option<Status> {
        match self.conditions().position(position) {
            Hook::Argument(argument) => self.of_condition_argument(argument),
            Hook::Nobody => None,
        }
    }

    /// Status of an argument of the conditions.
    fn of_condition_argument(&self, argument: Argument) -> Option<Status> {
        match &self.followed {
            Some(followed) => Some(followed.of(argument)),
            None => self.of_argument(argument),
        }
    }

    /// Joint status of several statements that each hold one thing: it stands if one of them does, and falls if all do.
    pub fn of_any(&self, statements: impl Iterator<Item = StatementId>) -> Option<Status> {
        let firm = |status: &Status| match status {
            Status::Stands => 2,
            Status::Open => 1,
            Status::Falls => 0,
        };
        statements.filter_map(|statement| self.of(statement)).max_by_key(firm)
    }
}
