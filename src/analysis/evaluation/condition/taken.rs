//! Status of a stance: whether, all that is known of its condition considered, it is held to.

use framework::{Argument, Evaluation, Semantics, Status, Stop};

use crate::analysis::evaluation::framework_builder::FrameworkBuilder;

use super::Conditions;
use super::draw::{Part, draw};

/// Whether a stance is held to; from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Taken {
    /// Its statement falls, or its condition does.
    Falls,
    /// Neither that nor the opposite.
    Open,
    /// Its statement stands, and it is taken if something is so that no map answers.
    If,
    /// Its statement stands, and its condition is met.
    Stands,
}

impl Taken {
    /// Status of a stance whose argument has this status.
    pub fn of(status: Status) -> Taken {
        match status {
            Status::Stands => Taken::Stands,
            Status::Open => Taken::Open,
            Status::Falls => Taken::Falls,
        }
    }
}

/// Whether by a rule what is drawn behind statements changes nothing about them, so that the conditions of their stances can be evaluated
/// with them. By any other rule a stance could choose the reading of what it hangs on, or leave none.
pub fn is_by_parts(semantics: Semantics) -> bool {
    matches!(semantics, Semantics::Grounded | Semantics::Complete | Semantics::Preferred | Semantics::Ideal)
}

/// Statuses of stances by a rule by which they cannot be evaluated together with the statements: they follow, by the
/// grounded rule, from the statuses of those.
#[derive(Debug)]
pub struct Followed {
    /// Stances and positions that hang on each other.
    pub conditions: Conditions,
    statuses: Vec<Status>,
}

impl Followed {
    /// From what became of each statement.
    pub fn from(part: &Part<'_>, statements: &[Status]) -> Followed {
        let mut builder = FrameworkBuilder::new(statements.len());
        for (statement, status) in (0..).zip(statements) {
            match status {
                Status::Stands => {}
                Status::Open => builder.attack(statement, statement),
                Status::Falls => builder.need(Vec::new(), statement),
            }
        }
        let conditions = draw(part, &mut builder);
        let (framework, _) = builder.finish(std::iter::empty());
        let statuses = Evaluation::new(Semantics::Grounded).statuses(&framework, &Stop::never());
        let statuses = statuses.ok().flatten().unwrap_or_else(|| vec![Status::Open; framework.size()]);
        Followed { conditions, statuses }
    }

    /// Status of an argument of the conditions.
    pub fn of(&self, argument: Argument) -> Status {
        self.statuses[argument as usize]
    }
}
