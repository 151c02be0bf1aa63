//! Answers in one cell or sentence, each with the name of its position: `reform of security sectors, firmly`.

use crate::analysis::table::spoken::{Spoken, Way};
use crate::page::{Mark, Runs};
use crate::view::wording::stance_word::{Place, stance_words};

/// One answer: the position by its name, and how it is spoken of.
pub fn answer(position: &str, spoken: &Spoken, condition: Option<&str>) -> Runs {
    let as_held = Spoken { way: Way::Holds, ..spoken.clone() };
    let words = |spoken: &Spoken| stance_words(spoken, condition, false, Place::Position);
    let (before, behind, words) = match spoken.way {
        Way::Holds => ("", "", words(spoken)),
        Way::Against => ("against ", "", words(&as_held)),
        Way::NotAlone => ("not ", " alone", words(&as_held)),
        Way::First | Way::Second => ("", "", words(spoken)),
    };
    let mut runs = Runs::from(format!("{before}{position}{behind}"));
    let is_word = words.pieces.first().is_some_and(|run| run.mark == Mark::Plain);
    runs.push(Mark::Plain, if is_word { ", " } else { "" });
    runs.append(words);
    runs
}
