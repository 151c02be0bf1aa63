//! Two maps of the same documents, and how their codes and units are called.

use crate::analysis::comparison::coders::{Code, Coders, Unit};
use crate::model::Map;
use crate::model::select::Selection;
use crate::page::{Mark, Runs};
use crate::view::wording::named;
use crate::view::wording::naming::column_key;

/// Two maps of the same documents, and how their makers are called.
#[derive(Debug)]
pub struct Two<'m> {
    /// The maps of the two coders.
    pub maps: [&'m Map; 2],
    /// Selection of each map.
    pub selections: [&'m Selection; 2],
    /// How each is called, as short as it may be.
    pub names: [String; 2],
}

/// A code in words.
pub(super) fn code(code: Code) -> &'static str {
    match code {
        Code::Against => "against",
        Code::AgainstConditionally => "against on a condition",
        Code::NotAlone => "not enough by itself",
        Code::BothWays => "both ways",
        Code::ForConditionally => "for on a condition",
        Code::For => "for",
        Code::Preferred => "ranked first",
        Code::Second => "ranked lower",
        Code::Raises => "only asks or mentions it",
        Code::Silent => "silent",
    }
}

/// A unit by its names: the document, the issue, and the position where there is one.
pub(super) fn names<'m>(two: &Two<'m>, coders: &Coders, unit: &Unit) -> (String, &'m str, Option<&'m str>) {
    let map = two.maps[0];
    let position = unit.position.map(|[position, _]| map.position_name(position));
    (column_key(map, &coders.positions[0].columns, unit.columns[0]), map.word(map.issues[unit.issue[0]].name), position)
}

/// `sedgwick-2017 · koban: yes`
pub(super) fn title(two: &Two<'_>, coders: &Coders, unit: &Unit) -> Runs {
    let map = two.maps[0];
    let document = named::column(map, &coders.positions[0].columns, unit.columns[0]);
    let runs = document.with(Mark::Plain, " · ").joined(named::issue(map, unit.issue[0]));
    match unit.position {
        Some([position, _]) => runs.with(Mark::Plain, ": ").joined(named::position(map, position)),
        None => runs,
    }
}
