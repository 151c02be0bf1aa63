//! Answers in one cell or sentence, each with the name of its position: `reform of security sectors, firmly`.

use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::spoken::{Part, Spoken, Way};
use crate::model::{Attitude, Map, ShortNames};
use crate::page::{Mark, Runs};
use crate::view::wording::called::position_said;
use crate::view::wording::stance_word::{INFERRED, Place, by_some, stance_words};

/// One answer: the position by its name, of a range that of its first step, and how it is spoken of.
pub fn answer(map: &Map, short: &ShortNames, position: &str, spoken: &Spoken, condition: Option<&str>) -> Runs {
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
    runs.with(Mark::Plain, by_some(map, short, spoken))
}

/// A stance that names no position, with what it says: `asks: who is to pay?`, `sees both sides~: quiet here, trouble there`. Nothing
/// where the column takes none of this kind.
pub fn asked(map: &Map, stand: &IssueStance<'_>, attitude: Attitude, word: &str) -> Option<Runs> {
    let says: Vec<&ColumnStance> =
        stand.stances.iter().filter(|say| say.attitude == attitude && !say.anticipated).collect();
    let mut texts: Vec<String> = Vec::new();
    for say in &says {
        if let Some(text) = map.stances[say.stance].text.map(|text| map.text(text).trim_end_matches('.').to_owned())
            && !texts.contains(&text)
        {
            texts.push(text);
        }
    }
    let is_inferred = says.iter().all(|say| say.inferred);
    let runs = Runs::from(word).with(Mark::Inferred, if is_inferred { INFERRED } else { "" });
    let texts = if texts.is_empty() { String::new() } else { format!(": {}", texts.join("; ")) };
    (!says.is_empty()).then(|| runs.with(Mark::Plain, texts))
}
