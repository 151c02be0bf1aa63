//! Whether two sides are one author who said the one at one time and the other at another.

use crate::analysis::dispute::contradiction::{may_coincide, timed};
use crate::model::Map;

use super::comparison::Side;

/// Whether the same authors made both sides, all of the one before or after whatever the other says. What is not dated may be of
/// any time.
pub fn is_one_mind_at_two_times(map: &Map, sides: [&Side<'_>; 2]) -> bool {
    let Some(makers) = sides[0].columns.same_makers(map, sides.map(|side| side.column)) else { return false };
    let mut stances = sides.iter().flat_map(|side| side.whole.stances);
    // In a source single statements may be another's.
    let are_theirs = stances.all(|say| {
        let authors = map.authors_of(map.stances[say.stance].statement);
        makers.iter().all(|maker| authors.contains(maker))
    });
    let [one, other] = sides.map(|side| timed(map, side.whole.stances.iter().map(|say| say.stance)));
    are_theirs && !may_coincide(&one, &other)
}
