//! Bearings: which positions a stance is for, and which it is against.

use crate::model::{Answers, Attitude, Map, PositionId, Stance, StanceId, steps};

/// How a stance bears on one position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearing {
    /// The stance holds the position.
    Holds,
    /// The stance rejects the position.
    Rejects,
    /// It ranks it first.
    First,
    /// It ranks it lower.
    Second,
}

/// The positions on which a stance bears. On a yes/no issue rejecting one is holding the other, and the other way
/// round; but what is only not enough `alone` does not make its opposite held.
pub fn bearings(map: &Map, stance: StanceId) -> impl Iterator<Item = (PositionId, Bearing)> {
    let Stance { attitude, position, to, alone, over, .. } = &map.stances[stance];
    bearing_on(map, *attitude, [*position, *to], *alone, over)
}

/// The same of what a stance says: how it stands to which position, to which step a range goes on, and what is ranked lower.
pub(crate) fn bearing_on<'m>(
    map: &Map,
    attitude: Attitude,
    [position, to]: [Option<PositionId>; 2],
    alone: bool,
    over: &'m [PositionId],
) -> impl Iterator<Item = (PositionId, Bearing)> + use<'m> {
    let first = match attitude {
        Attitude::Holds => Some(Bearing::Holds),
        Attitude::Rejects => Some(Bearing::Rejects),
        Attitude::Prefers => Some(Bearing::First),
        Attitude::Weighs | Attitude::Raises => None,
    };
    let named = steps(position, to).filter_map(move |position| Some((position, first?)));
    let mirrored = match position.zip(first) {
        Some((position, bearing @ (Bearing::Holds | Bearing::Rejects))) if !alone => {
            let issue = &map.issues[map.positions[position].issue];
            // Of many positions none is looked at: they are asked for by each stance.
            let mut answers = (issue.answers == Answers::YesNo).then(|| issue.positions()).into_iter().flatten();
            answers.find(|&other| other != position).zip(Some(if bearing == Bearing::Holds {
                Bearing::Rejects
            } else {
                Bearing::Holds
            }))
        }
        _ => None,
    };
    let lower = over.iter().map(|&position| (position, Bearing::Second));
    named.chain(mirrored).chain(lower)
}
