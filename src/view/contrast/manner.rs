//! The words in which somebody takes a position: how firmly, on which condition, and whether the mapper reads it into the text.

use crate::analysis::contrast::{Part, Way};
use crate::model::{Map, PositionId, ShortNames, Strength};
use crate::page::{Mark, Runs};
use crate::view::wording::called::condition_said;
use crate::view::wording::stance_word::{speakers_said, turned_words};

/// Stance of one of the two in a part: the position and the manner, such as `trains, firmly, if the town pays`.
pub fn said(map: &Map, short: &ShortNames, part: &Part, side: usize) -> Runs {
    let mut runs = Runs::new();
    runs.push(Mark::Strong, name(map, part));
    let manner = part.manner(side);
    match manner.strength {
        Strength::Strongly => runs.push(Mark::Plain, ", firmly"),
        Strength::Tentatively => runs.push(Mark::Plain, ", tentatively"),
        Strength::Plainly => {}
    }
    if manner.inferred {
        runs.push(Mark::Inferred, "~");
    }
    let own = &part.stances[side];
    if own.is_empty() {
        return runs;
    }
    let text = own.iter().find_map(|say| map.stances[say.stance].text).filter(|_| part.position.is_none());
    runs.push(Mark::Plain, text.map_or_else(String::new, |text| format!(": {}", map.text(text).trim_end_matches('.'))));
    let mut stances = own.iter().map(|say| &map.stances[say.stance]);
    if let Some(condition) = stances.find_map(|stance| stance.condition.as_deref()) {
        runs.push(Mark::Plain, format!(", {}", condition_said(map, condition)));
    }
    runs.push(Mark::Plain, manner.turned.map_or_else(String::new, |turned| format!(", {}", turned_words(turned))));
    let some = speakers_said(map, short, own.iter()).filter(|_| part.of_some[side]);
    runs.push(Mark::Plain, some.map_or_else(String::new, |some| format!(" ({some})")));
    runs
}

/// The position in the words for how it is spoken of.
fn name(map: &Map, part: &Part) -> String {
    let name = |id: PositionId| {
        map.positions[id].text.map_or(map.position_name(id).to_owned(), |it| map.text(it).into_owned())
    };
    let position = match part.to {
        Some(last) => part.position.map(|first| format!("from {} to {}", name(first), name(last))),
        None => part.position.map(name),
    };
    let position = position.unwrap_or_default();
    match part.way {
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
