//! The words in which somebody takes a position: how firmly, on which condition, and whether the mapper reads it into the text.

use crate::analysis::contrast::{Part, Way};
use crate::model::{Map, PositionId, Strength};
use crate::page::{Mark, Runs};
use crate::view::wording::called::condition_said;

/// Stance of one of the two in a part: the position and the manner, such as `trains, firmly, if the town pays`.
pub fn said(map: &Map, part: &Part, side: usize) -> Runs {
    let mut runs = Runs::new();
    runs.push(Mark::Strong, name(map, part.position, part.way));
    let manner = part.manner(side);
    match manner.strength {
        Strength::Strongly => runs.push(Mark::Plain, ", firmly"),
        Strength::Tentatively => runs.push(Mark::Plain, ", tentatively"),
        Strength::Plainly => {}
    }
    if manner.inferred {
        runs.push(Mark::Inferred, "~");
    }
    let mut stances = part.stances.iter().flatten().map(|say| &map.stances[say.stance]);
    if let Some(condition) = stances.find_map(|stance| stance.condition.as_deref()) {
        runs.push(Mark::Plain, format!(", {}", condition_said(map, condition)));
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
