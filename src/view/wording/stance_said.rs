//! One stance in plain words: `for engineering, firmly~`, `against roads if it rains`.

use crate::model::{Attitude, Map, Stance, StanceId, Strength};
use crate::page::{Mark, Runs};
use crate::text::list::and;

use super::called::{issue_short, position_said, range_said};
use super::stance_word::INFERRED;

/// How a stance is taken, one thing after another: how firmly, on which condition, and whether the mapper reads it so.
pub fn manner(map: &Map, stance: &Stance) -> (Vec<String>, &'static str) {
    let strength = match stance.strength {
        Strength::Strongly => Some("firmly"),
        Strength::Plainly => None,
        Strength::Tentatively => Some("tentatively"),
    };
    let alone = stance.alone.then_some("as not enough by itself");
    let mut words: Vec<String> = strength.into_iter().chain(alone).map(str::to_owned).collect();
    words.extend(stance.condition.as_deref().map(|condition| map.condition(condition)));
    (words, if stance.inferred { INFERRED } else { "" })
}

/// A stance in words that want nothing before or behind them: `for engineering, firmly~`, `sees both sides`.
pub fn stance_said(map: &Map, stance: StanceId) -> Runs {
    let what = &map.stances[stance];
    let name = |position| position_said(map, position);
    let position = || what.position.map(name).unwrap_or_default();
    let (mark, way) = match what.attitude {
        Attitude::Holds => match what.range() {
            Some(range) => (Mark::For, format!("from {}", range_said(map, range))),
            None => (Mark::For, format!("for {}", position())),
        },
        Attitude::Rejects => (Mark::Against, format!("against {}", position())),
        Attitude::Prefers => {
            let over = and(what.over.iter().map(|&position| name(position)));
            (Mark::Between, format!("ranks {} before {over}", position()))
        }
        Attitude::Weighs => (Mark::Between, "sees both sides".to_owned()),
        Attitude::Raises => (Mark::Between, "asks".to_owned()),
    };
    let (manner, inferred) = manner(map, what);
    let mut runs = Runs::new().with(mark, way);
    if !manner.is_empty() {
        runs.push(Mark::Plain, format!(", {}", manner.join(", ")));
    }
    if let Some(text) = what.text {
        runs.push(Mark::Plain, format!(" ({})", map.text(text)));
    }
    runs.with(Mark::Inferred, inferred)
}

/// The same with its question: `Japan's main contribution: for engineering`.
pub fn stance_with_issue(map: &Map, stance: StanceId) -> Runs {
    let issue = issue_short(map, map.stances[stance].issue);
    Runs::from(format!("{}: ", issue.trim_end_matches('?'))).joined(stance_said(map, stance))
}
