//! A stance in the names of the map, as data have it: `for ssr`, `from none to some`, `(strongly, inferred)`.

use crate::model::{Attitude, Map, StanceId};
use crate::page::{Mark, Runs};
use crate::syntax::vocabulary::Qualifiers;

use super::named;

/// A stance in short: `for ssr`, `from none to some`, `against engineering`, `ssr over engineering`, `weighs it`.
pub fn stance_sign(map: &Map, id: StanceId) -> Runs {
    let stance = &map.stances[id];
    let (word, mark) = match stance.attitude {
        Attitude::Holds if stance.to.is_some() => ("from ", Mark::For),
        Attitude::Holds => ("for ", Mark::For),
        Attitude::Rejects => ("against ", Mark::Against),
        Attitude::Prefers => ("prefers ", Mark::Between),
        Attitude::Weighs => ("weighs it", Mark::Between),
        Attitude::Raises => ("raises it", Mark::Between),
    };
    let mut runs = Runs::new().with(mark, word);
    if let Some(position) = stance.position {
        runs.append(named::position(map, position));
    }
    if let Some(last) = stance.to {
        runs.push(Mark::Plain, " to ");
        runs.push(Mark::Name, map.position_name(last));
    }
    if !stance.over.is_empty() {
        let over = stance.over.iter().map(|&position| named::position(map, position));
        runs.push(Mark::Plain, " over ");
        runs.append(named::joined(over, ", "));
    }
    if let Some(text) = stance.text {
        runs.push(Mark::Plain, format!(" ({})", map.text(text)));
    }
    runs
}

/// How a stance is taken: its condition, and in brackets its strength and the like; nothing where all is plain.
pub fn manner(map: &Map, id: StanceId) -> Runs {
    let stance = &map.stances[id];
    let mut runs = Runs::new();
    if let Some(condition) = &stance.condition {
        runs.push(Mark::Between, format!(" {}", map.condition(condition)));
    }
    let inferred = if stance.inferred { Qualifiers::INFERRED } else { Qualifiers::empty() };
    let alone = stance.alone.then_some("as not enough by itself");
    let words: Vec<&str> = stance.strength.qualifier().words().chain(alone).chain(inferred.words()).collect();
    if !words.is_empty() {
        let mark = if stance.inferred { Mark::Inferred } else { Mark::Plain };
        runs.push(mark, format!(" ({})", words.join(", ")));
    }
    runs
}
