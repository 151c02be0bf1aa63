//! Answers in one cell or sentence, each with the name of its position: `reform of security sectors, firmly`.

use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::spoken::{Part, Spoken, Way};
use crate::model::Map;
use crate::page::{Mark, Runs};
use crate::view::wording::called::position_said;
use crate::view::wording::stance_word::{Place, stance_words};

/// One answer: the position by its name, of a range that of its first step, and how it is spoken of.
pub fn answer(map: &Map, position: &str, spoken: &Spoken, condition: Option<&str>) -> Runs {
    let as_held = Spoken { way: Way::Holds, ..spoken.clone() };
    let range = |say: &ColumnStance| Some(format!("from {position} to {}", position_said(map, say.to?)));
    let position = &*match spoken.part {
        Part::First => spoken.stances.first().and_then(range).unwrap_or_else(|| position.to_owned()),
        _ => position.to_owned(),
    };
    let words = |spoken: &Spoken| stance_words(spoken, condition, false, Place::Position);
    let (before, behind, words) = match spoken.way {
        Way::Against => ("against ", "", words(&as_held)),
        Way::NotAlone => ("not ", " alone", words(&as_held)),
        Way::Holds | Way::First | Way::Second => ("", "", words(spoken)),
    };
    let mut runs = Runs::from(format!("{before}{position}{behind}"));
    let is_word = words.pieces.first().is_some_and(|run| run.mark == Mark::Plain);
    runs.push(Mark::Plain, if is_word { ", " } else { "" });
    runs.append(words);
    runs
}
