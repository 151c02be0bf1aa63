//! A search for repairs, as it is asked for.

use crate::analysis::evaluation::audience::Audience;
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::model::StatementId;

use super::edit::{Costs, Goal};

/// A question of repair.
#[derive(Debug, Clone, Copy)]
pub struct Repair<'a> {
    /// The map, and how it is read.
    pub debate: &'a Debate<'a>,
    /// The author for whom it is evaluated; none for everybody.
    pub audience: Option<&'a Audience>,
    /// What is taken for granted already.
    pub hypothesis: &'a Hypothesis,
    /// The statement whose verdict is to change.
    pub target: StatementId,
    /// What is to become of it. Only the grounded semantics is asked.
    pub goal: Goal,
    /// What may be done. To answer or to give up the statement itself is not looked at.
    pub costs: Costs,
    /// How many arguments may be looked at, over and over, before the search ends.
    pub left: usize,
}
