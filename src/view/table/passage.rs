//! The words behind a cell of the position table: a statement or a quotation for each side that has to be read.

use std::cmp::Reverse;

use crate::analysis::table::bearing::Bearing;
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::orientation::Orientation;
use crate::analysis::table::positions::IssueStance;
use crate::model::{Attitude, Map, PositionId, StanceId};
use crate::page::{Mark, Runs};
use crate::view::wording::called::condition_said;
use crate::view::wording::naming::{quotation, when};
use crate::view::wording::stance_written::{manner, stance_sign};

use super::cell::Content;

/// On which side a stance stands: the attitude that leads, and what it bears on first. `rejects ISSUE: no` is the side
/// of `holds ISSUE: yes`.
type Side = (Attitude, Option<(PositionId, Bearing)>);

/// The passages below the signs of a cell. One is enough where all of it speaks on one side without a condition; who speaks
/// both ways or changed has one for each side, and so has what hangs on a condition. An anticipated objection
/// stands here only where there is nothing else.
pub fn passages(map: &Map, stand: &IssueStance<'_>, position: Option<PositionId>, content: Content) -> Vec<Runs> {
    if content == Content::Words {
        return Vec::new();
    }
    let behind: Vec<&ColumnStance> = stand.behind(position).collect();
    let spoken: Vec<&ColumnStance> = behind.iter().copied().filter(|say| !say.anticipated).collect();
    let mut stances = if spoken.is_empty() { behind } else { spoken };
    let standing = position.map_or(stand.issue.orientation, |position| {
        stand.on(position).map_or(Orientation::Silent, |cell| cell.orientation)
    });
    stances.sort_by_key(|say| side(map, say));
    let sides: Vec<&[&ColumnStance]> = stances.chunk_by(|a, b| side(map, a) == side(map, b)).collect();
    let mut shown: Vec<StanceId> = Vec::new();
    for (index, of_side) in sides.iter().enumerate() {
        let conditional = of_side.iter().all(|say| say.conditional);
        let both_ways = match standing {
            Orientation::Ambivalent | Orientation::Changed => side(map, of_side[0]).0 != Attitude::Raises,
            _ => false,
        };
        if index == 0 || conditional || both_ways {
            shown.push(best(map, of_side, content));
        }
    }
    if standing == Orientation::Changed {
        shown.sort_by_key(|&stance| map.date_of(map.stances[stance].statement).map(crate::model::Date::first_day));
    }
    let several = shown.len() > 1;
    shown.into_iter().map(|stance| passage(map, stance, several, standing, content)).collect()
}

fn side(map: &Map, say: &ColumnStance) -> Side {
    let first = say.bearings(map).min();
    let attitude = match first {
        Some((_, Bearing::Holds)) => Attitude::Holds,
        Some((_, Bearing::Rejects)) => Attitude::Rejects,
        _ => say.attitude,
    };
    (attitude, first)
}

/// Of the stances of one side the one to be read: without a condition where there is one, the shortest statement, or the
/// one that says it most firmly and has a quotation.
fn best(map: &Map, of_side: &[&ColumnStance], content: Content) -> StanceId {
    let length = |say: &ColumnStance| map.text(map.statements[say.statement].text).chars().count();
    let preferred = |say: &&&ColumnStance| {
        let unquoted = content == Content::Quotes && map.quotations_of(say.statement).is_empty();
        let length = if content == Content::Text || unquoted { length(say) } else { 0 };
        (say.conditional, unquoted, length, (Reverse(say.strength), say.inferred, say.statement))
    };
    of_side.iter().min_by_key(preferred).expect("a side has a stance").stance
}

/// A passage with what a reader needs to know of it: its condition; which side it stands on, where there are several; when
/// it was said, where that is what divides them.
fn passage(map: &Map, id: StanceId, several: bool, standing: Orientation, content: Content) -> Runs {
    let stance = &map.stances[id];
    let mut runs = Runs::new();
    if several {
        runs.append(stance_sign(map, id));
        runs.append(manner(map, id));
    } else if let Some(condition) = &stance.condition {
        runs.push(Mark::Between, condition_said(map, condition));
    }
    if standing == Orientation::Changed {
        runs.push(Mark::Plain, when(map, stance.statement));
    }
    if !runs.is_empty() {
        runs.push(Mark::Plain, ": ");
    }
    match map.quotations_of(stance.statement).first() {
        Some(&id) if content == Content::Quotes => runs.append(quotation(map, id)),
        _ => runs.push(Mark::Plain, map.text(map.statements[stance.statement].text)),
    }
    runs
}
