//! The answers of one side to a question, in a few words: positions with how firmly, on which condition, and by whose reading.

use foldhash::HashSet;

use crate::analysis::table::orientation::Orientation;
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::spoken::{Part, Spoken, Way};
use crate::model::{Attitude, Map, PositionId, ShortNames};
use crate::page::{Mark, Runs};
use crate::view::table::answer::asked;
use crate::view::wording::called::{position_said, range_said};
use crate::view::wording::named;
use crate::view::wording::stance_word::{INFERRED, Place, by_some, condition_words, stance_words};

/// Positions that a line has room for.
const SHOWN: usize = 2;

/// Length of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// As much as a line has room for, with the number of other positions, and `if …` for a condition that stands elsewhere.
    Short,
    /// All of it, with conditions in full.
    Full,
}

/// Everything that a side says of a question: what it holds before what it rejects or ranks. `several` of one side say it jointly.
pub fn said(map: &Map, short: &ShortNames, stand: &IssueStance<'_>, several: bool, length: Length) -> Runs {
    let mut all: Vec<(PositionId, Spoken)> = Vec::new();
    for cell in stand.positions {
        let spoken = stand.spoken(map, cell.position).into_iter().filter(|spoken| !spoken.reported);
        all.extend(spoken.map(|spoken| (cell.position, spoken)));
    }
    // Answers without a condition come before the exceptions to them, and what only some are firm about last.
    all.sort_by_key(|(_, spoken)| {
        (spoken.of_some && spoken.condition.is_none(), spoken.condition.is_some(), spoken.way)
    });
    // A range of a scale is one answer, not one for each of its steps.
    let mut ranges = HashSet::default();
    all.retain(|(_, spoken)| range(map, spoken).is_none() || ranges.insert(spoken.stances[0].stance));
    if length == Length::Short {
        // That some of a side are firmer than the others is told where there is room.
        let is_told = |position: PositionId, way: Way| {
            move |(other, it): &(PositionId, Spoken)| *other == position && it.way == way && !it.of_some
        };
        let bare = |(position, it): &(PositionId, Spoken)| {
            it.of_some && it.condition.is_none() && it.turned.is_none() && all.iter().any(is_told(*position, it.way))
        };
        let left_out: Vec<bool> = all.iter().map(bare).collect();
        let mut left_out = left_out.into_iter();
        all.retain(|_| left_out.next() != Some(true));
    }
    if all.is_empty() {
        return without_a_side(map, stand, several, length);
    }
    let most = if length == Length::Full { usize::MAX } else { SHOWN };
    let more = all.len().saturating_sub(most);
    let shown = all.iter().take(most).map(|(position, spoken)| one(map, short, *position, spoken, several, length));
    let runs = named::joined(shown, "; ");
    let runs = if more == 0 { runs } else { runs.with(Mark::Plain, format!(", and {more} more")) };
    let weighs = stand.stances.iter().any(|say| say.attitude == Attitude::Weighs && !say.reported && !say.anticipated);
    let sees = if several { "; see both sides" } else { "; sees both sides" };
    runs.with(Mark::Plain, if weighs { sees } else { "" })
}

/// One position as it is spoken of: `engineering, firmly`, `not engineering alone`, `against engineering~`.
fn one(map: &Map, short: &ShortNames, position: PositionId, spoken: &Spoken, several: bool, length: Length) -> Runs {
    let name = match range(map, spoken) {
        Some([first, last]) => format!("from {}", range_said(map, [first, last])),
        None => position_said(map, position),
    };
    // A range is named by both its ends already.
    let spoken = &Spoken { part: Part::Whole, ..spoken.clone() };
    Runs::from(labelled(spoken.way, &name)).joined(manner(map, short, spoken, several, length))
}

/// The first and the last step of what is held, where that is a range of a scale.
fn range(map: &Map, spoken: &Spoken) -> Option<[PositionId; 2]> {
    let stance = &map.stances[spoken.stances.first()?.stance];
    Some([stance.position?, stance.to?]).filter(|_| spoken.way == Way::Holds)
}

/// A position behind or between the words for how it is spoken of.
pub fn labelled(way: Way, name: &str) -> String {
    match way {
        Way::Holds => name.to_owned(),
        Way::Against => format!("against {name}"),
        Way::NotAlone => format!("not {name} alone"),
        Way::First => format!("{name} ranked first"),
        Way::Second => format!("{name} ranked lower"),
    }
}

/// The conditions of a side on a question, each once, with what it says on it.
pub fn on_conditions(map: &Map, short: &ShortNames, stand: &IssueStance<'_>) -> Vec<(String, Runs)> {
    let mut found: Vec<(String, Runs)> = Vec::new();
    for cell in stand.positions {
        for spoken in stand.spoken(map, cell.position).into_iter().filter(|spoken| !spoken.reported) {
            let Some(condition) = condition_words(map, &spoken) else { continue };
            let answer = Runs::from(labelled(spoken.way, &position_said(map, cell.position)));
            let answer = answer.with(Mark::Inferred, if spoken.inferred { INFERRED } else { "" });
            let answer = answer.with(Mark::Plain, by_some(map, short, &spoken));
            match found.iter_mut().find(|(known, _)| *known == condition) {
                Some((_, answers)) => *answers = std::mem::take(answers).with(Mark::Plain, " and ").joined(answer),
                None => found.push((condition, answer)),
            }
        }
    }
    found
}

/// How a position is spoken of, behind its name: `, firmly`, `, if it rains~`, `~`; nothing where it is plainly said.
pub fn manner(map: &Map, short: &ShortNames, spoken: &Spoken, several: bool, length: Length) -> Runs {
    let condition = condition_words(map, spoken).map(|condition| match length {
        Length::Full => condition,
        Length::Short => format!("{} …", condition.split(' ').next().unwrap_or_default()),
    });
    let place = if several { Place::Names } else { Place::Name };
    // The way is said with the position.
    let held = Spoken { way: Way::Holds, ..spoken.clone() };
    let words = stance_words(&held, condition.as_deref(), false, place);
    let says_more = words.pieces.iter().any(|run| run.mark != Mark::Inferred && !run.text.is_empty());
    let runs = if says_more { Runs::from(", ").joined(words) } else { words };
    runs.with(Mark::Plain, by_some(map, short, spoken))
}

fn without_a_side(map: &Map, stand: &IssueStance<'_>, several: bool, length: Length) -> Runs {
    let tally = stand.issue.tally;
    let (attitude, word) = match (stand.issue.orientation, several) {
        (Orientation::Silent, _) => return Runs::new().with(Mark::Faint, "silent"),
        (Orientation::Raises, false) => (Attitude::Raises, "asks"),
        (Orientation::Raises, true) => (Attitude::Raises, "ask"),
        (_, false) => (Attitude::Weighs, "sees both sides"),
        (_, true) => (Attitude::Weighs, "see both sides"),
    };
    if length == Length::Full
        && let Some(told) = asked(map, stand, attitude, word)
    {
        return told;
    }
    let is_inferred = tally.statements > 0 && tally.inferred == tally.statements;
    Runs::from(word).with(Mark::Inferred, if is_inferred { INFERRED } else { "" })
}

/// Whether anything of it is the mapper's reading.
pub fn is_marked(runs: &Runs) -> bool {
    runs.pieces.iter().any(|run| run.mark == Mark::Inferred)
}
