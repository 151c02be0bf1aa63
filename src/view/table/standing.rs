//! Whether what a cell says stands, as a sign beside its others.

use framework::Status;

use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::positions::IssueStance;
use crate::model::{Attitude, PositionId};
use crate::page::{Mark, Runs};
use crate::view::wording::sign::{Legend, Sign};

pub use crate::view::stand::why::word;

/// Status of a cell: it stands if a statement does that takes a side in it. `None` where none takes one.
pub fn of_cell(outcome: &Outcome, stand: &IssueStance<'_>, position: Option<PositionId>) -> Option<Status> {
    let is_sided = |say: &&ColumnStance| !matches!(say.attitude, Attitude::Weighs | Attitude::Raises);
    let behind = stand.behind(position).filter(is_sided);
    outcome.of_any(behind.filter(|say| !say.anticipated).map(|say| say.statement))
}

/// The sign for it; none where it stands.
pub fn sign(status: Option<Status>, legend: &mut Legend) -> Runs {
    let (sign, text, mark) = match status {
        Some(Status::Falls) => (Sign::Fallen, " ✗", Mark::Against),
        Some(Status::Open) => (Sign::Open, " ○", Mark::Between),
        Some(Status::Stands) | None => return Runs::new(),
    };
    legend.uses(sign);
    Runs::new().with(mark, text)
}
