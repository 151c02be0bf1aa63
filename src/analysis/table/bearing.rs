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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::{map, whole};
    use crate::analysis::table::column::{By, Columns};
    use crate::analysis::table::positions::Positions;

    /// Of an issue with many positions each stance once walked over all: what is counted here is how many are looked at.
    #[test]
    fn a_stance_looks_at_no_position_that_it_does_not_name() {
        const MANY: usize = 1_000;
        for answers in ["choice", "open", "scale"] {
            let mut text = format!("author a: A\nauthor b: B\nissue i: Which?\n  answers: {answers}\n");
            (0..MANY).for_each(|number| text += &format!("  position p{number}: P\n"));
            for author in ["a", "b"] {
                text += &format!("source s{author}: S\n  by: {author}\n  date: 2020\n");
                for number in 0..MANY {
                    let clause = ["holds", "rejects"][number % 2];
                    text += &format!("claim c{number}: C\n  {clause} i: p{number}\n");
                }
            }
            let map = map(&text);
            for (id, _) in map.stances.iter() {
                let looked_at = bearings(&map, id);
                assert!(
                    looked_at.size_hint().1.is_some_and(|most| most <= 2),
                    "{answers}: {:?}",
                    looked_at.size_hint()
                );
                assert_eq!(looked_at.count(), 1);
            }
            // Behind all cells together stands each stance once.
            let positions = Positions::new(&map, &whole(&map), Columns::new(&map, By::Author, false));
            let issue = map.issues.ids().next().expect("there is one");
            let behind =
                positions.shown_on(issue).flat_map(|(_, stand)| stand.positions.iter().map(|it| it.behind.count));
            assert_eq!(behind.sum::<u32>() as usize, 2 * MANY, "{answers}");
        }
    }
}
