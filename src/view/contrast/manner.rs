//! The words in which somebody takes a position: how firmly, on which condition, and whether the mapper reads it into the text.

use crate::analysis::contrast::{Part, Way};
use crate::analysis::table::column_stance::ColumnStance;
use crate::model::{Map, PositionId, Strength};
use crate::page::{Mark, Runs};
use crate::text::list::and;

/// What one of the two says in a part: the position and the manner, such as `trains, firmly, if the town pays`.
pub fn said(map: &Map, part: &Part, stances: &[ColumnStance]) -> Runs {
    let mut runs = Runs::new();
    runs.push(Mark::Strong, name(map, part.position, part.way));
    let firm = firmness(stances);
    if !firm.is_empty() {
        runs.push(Mark::Plain, format!(", {firm}"));
    }
    if stances.iter().all(|stance| stance.inferred) {
        runs.push(Mark::Inferred, "~");
    }
    let conditions = conditions(map, stances);
    if !conditions.is_empty() {
        runs.push(Mark::Plain, format!(", {}", and(conditions)));
    }
    runs
}

/// The position in the words for how it is spoken of.
fn name(map: &Map, position: Option<PositionId>, way: Way) -> String {
    let position = position
        .map(|id| map.positions[id].text.map_or(map.position_name(id).to_owned(), |it| map.text(it).into_owned()));
    let position = position.unwrap_or_default();
    match way {
        Way::Holds => position,
        Way::Rejects => format!("against: {position}"),
        Way::NotAlone => format!("not enough alone: {position}"),
        Way::First => format!("ranked first: {position}"),
        Way::Second => format!("ranked lower: {position}"),
        Way::Weighs => "sees both sides".to_owned(),
        Way::Raises => "asks".to_owned(),
        Way::Anticipates => format!("an objection to be answered: {position}"),
    }
}

/// How firmly: strongly at least once, or tentatively throughout.
fn firmness(stances: &[ColumnStance]) -> &'static str {
    if stances.iter().any(|stance| stance.strength == Strength::Strongly) {
        "firmly"
    } else if stances.iter().all(|stance| stance.strength == Strength::Tentatively) {
        "tentatively"
    } else {
        ""
    }
}

/// The conditions, where every stance has one.
fn conditions(map: &Map, stances: &[ColumnStance]) -> Vec<String> {
    let conditions = stances.iter().map(|stance| map.stances[stance.stance].condition);
    let words = conditions.map(|condition| condition.map(|words| format!("if {}", map.text(words))));
    words.collect::<Option<Vec<_>>>().unwrap_or_default()
}
