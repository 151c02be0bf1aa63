//! Definitions of a term, with the words in which two that are close differ marked in both alike.

use foldhash::HashMap;

use crate::analysis::usage::Usage;
use crate::model::{Definition, Id, Map};
use crate::page::Runs;
use crate::view::compare::difference::difference;

/// More definitions than these are not held against each other word by word.
const COMPARED: usize = 60;

/// Definitions that are close to another, with the words marked that only one of the two has: neither is an edit of the other. Each is
/// held against the nearest before it, which is marked where it is not yet.
pub(super) fn reworded(map: &Map, found: &[Usage]) -> HashMap<Id<Definition>, Runs> {
    let mut reworded = HashMap::default();
    let all: Vec<Id<Definition>> =
        found.iter().flat_map(|usage| usage.definitions.iter().copied()).take(COMPARED).collect();
    let text = |id: Id<Definition>| map.text(map.definitions[id].text);
    for (index, &later) in all.iter().enumerate() {
        let close = all[..index].iter().filter_map(|&id| Some((id, difference(&text(id), &text(later))?)));
        if let Some((earlier, found)) = close.max_by(|a, b| a.1.nearness.total_cmp(&b.1.nearness)) {
            reworded.entry(earlier).or_insert(found.one);
            reworded.insert(later, found.other);
        }
    }
    reworded
}
