//! Whether what a cell says stands.

use framework::Status;

use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::positions::IssueStance;
use crate::model::{Attitude, PositionId};

/// Status of a cell: it stands if a statement does that takes a side in it. `None` where none takes one.
pub fn of_cell(outcome: &Outcome, stand: &IssueStance<'_>, position: Option<PositionId>) -> Option<Status> {
    let is_sided = |say: &&ColumnStance| !matches!(say.attitude, Attitude::Weighs | Attitude::Raises);
    let behind = stand.behind(position).filter(is_sided);
    outcome.of_any(behind.filter(|say| !say.anticipated).map(|say| say.statement))
}
