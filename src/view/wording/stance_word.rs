//! The words of a stance: the one vocabulary of all that says how somebody stands to a position.
//!
//! A cell speaks of its row: `firmly`, `holds` and `leans` are for it; `firm no`, `against` and `leans no` against it; `not alone`
//! is against it as not enough by itself; `if 1` and `unless 2` hang on a condition, whose number leads to its words; `1st` and `2nd`
//! only rank it; `from` and `to` are the ends of a range on a scale; `until 1994` and `since 2000` tell a change of mind; `split` is said of several people in one column. In quotation
//! marks stands what others report, and `~` behind a word is the mapper's reading.

use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::spoken::{Part, Spoken, Turned, Way};
use crate::model::{Map, ShortNames, Strength};
use crate::page::{Mark, Runs};
use crate::text::list::and;

use super::called::{condition_said, speaker_said};

/// Sign behind a word that the mapper read into a text.
pub const INFERRED: &str = "~";
/// Sign of silence, once an issue and column.
pub const SILENT: &str = "·";
/// Meaning of the sign of inference, said once a page.
pub const INFERRED_MEANS: &str = "the mapper's reading, not the author's words";
/// Meaning of the sign of silence, which is said with it.
pub const SILENT_MEANS: &str = "silent, which is not neutral";

/// Where words stand, which decides how much of them is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a cell, whose row and column say the rest: `holds`, and a line for each thing more.
    Cell,
    /// Behind the name of one who says so: nothing where it is plainly held.
    Name,
    /// Behind the names of several who say so jointly.
    Names,
    /// Behind the name of the position: `firmly`, and nothing where it is plainly held.
    Position,
}

/// The words for a side at a strength: for it, or against it.
pub fn side_word(against: bool, strength: Strength) -> &'static str {
    match (against, strength) {
        (false, Strength::Strongly) => "firmly",
        (false, Strength::Plainly) => "holds",
        (false, Strength::Tentatively) => "leans",
        (true, Strength::Strongly) => "firm no",
        (true, Strength::Plainly) => "against",
        (true, Strength::Tentatively) => "leans no",
    }
}

/// The words for one thing that is said; `condition` is what stands for its condition, such as `if 1`. In a cell a line break parts
/// what elsewhere a comma does.
pub fn stance_words(spoken: &Spoken, condition: Option<&str>, is_split: bool, place: Place) -> Runs {
    let mut parts: Vec<String> = Vec::new();
    let strength = match spoken.strength {
        Strength::Strongly => Some("firmly"),
        Strength::Plainly => None,
        Strength::Tentatively if place == Place::Names => Some("lean"),
        Strength::Tentatively => Some("leans"),
    };
    let word = match spoken.way {
        _ if is_split => "split",
        // Where the position itself is named, a range is named by both its ends.
        Way::Holds if spoken.part != Part::Whole && place != Place::Position => {
            parts.extend(condition.map(str::to_owned));
            parts.extend(strength.map(str::to_owned));
            match spoken.part {
                Part::First => "from",
                Part::Last => "to",
                Part::Whole | Part::Between => "between",
            }
        }
        Way::Holds if condition.is_some() => "",
        Way::Holds if spoken.turned.is_some() && spoken.strength == Strength::Plainly => "",
        Way::Holds => match (place, spoken.strength) {
            (Place::Cell, _) | (_, Strength::Strongly) => side_word(false, spoken.strength),
            (Place::Names, Strength::Tentatively) => "lean",
            (_, Strength::Tentatively) => "leans",
            (_, Strength::Plainly) => "",
        },
        Way::Against if condition.is_some() => "no",
        Way::Against if place == Place::Names && spoken.strength == Strength::Tentatively => "lean no",
        Way::Against => side_word(true, spoken.strength),
        Way::NotAlone => "not alone",
        Way::First => "1st",
        Way::Second => "2nd",
    };
    match condition {
        _ if spoken.part != Part::Whole && place != Place::Position && spoken.way == Way::Holds && !is_split => {
            parts.insert(0, word.to_owned());
        }
        Some(condition) if matches!(spoken.way, Way::Holds | Way::Against) && !is_split => {
            parts.push(format!("{word}{}{condition}", if word.is_empty() { "" } else { " " }));
            parts.extend(strength.map(str::to_owned));
        }
        _ => {
            parts.extend(Some(word.to_owned()).filter(|word| !word.is_empty()));
            parts.extend(condition.map(str::to_owned));
        }
    }
    parts.extend(spoken.turned.filter(|_| !is_split).map(turned_words));
    if spoken.reported && parts.is_empty() {
        parts.push("holds".to_owned());
    }
    let mut words = parts.join(if place == Place::Cell { "\n" } else { ", " });
    if spoken.reported {
        words = format!("“{words}”");
    }
    let mut runs = Runs::new().with(Mark::Plain, words);
    runs.push(Mark::Inferred, if spoken.inferred { INFERRED } else { "" });
    runs
}

/// The words for a change of mind.
pub fn turned_words(turned: Turned) -> String {
    match turned {
        Turned::Until(date) => format!("until {date}"),
        Turned::Since(date) => format!("since {date}"),
    }
}

/// The condition of what is said, in its words: `if it rains`.
pub fn condition_words(map: &Map, spoken: &Spoken) -> Option<String> {
    let condition = map.stances[spoken.condition?].condition.as_deref()?;
    Some(condition_said(map, condition))
}

/// The people of a column by name, where only some of them say it: `Mara and Lund`.
pub fn some_of_column(map: &Map, short: &ShortNames, spoken: &Spoken) -> Option<String> {
    speakers_said(map, short, spoken.stances.iter().filter(|_| spoken.of_some))
}

/// The people who take these stances by name; none where there are none.
pub fn speakers_said<'s>(
    map: &Map,
    short: &ShortNames,
    stances: impl Iterator<Item = &'s ColumnStance>,
) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for say in stances {
        let name = speaker_said(map, short, say.statement);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| and(names))
}

/// The people of a column by name who speak on a condition that others of it do not set.
pub fn some_on_condition(map: &Map, short: &ShortNames, stand: &IssueStance<'_>) -> Option<String> {
    let cells = stand.positions.iter().filter(|_| stand.several);
    let spoken = cells.flat_map(|cell| stand.spoken(map, cell.position));
    let on_condition: Vec<Spoken> = spoken.filter(|it| it.of_some && it.condition.is_some()).collect();
    speakers_said(map, short, on_condition.iter().flat_map(|it| &it.stances))
}

/// The same in brackets, behind what they say: ` (Mara)`.
pub fn by_some(map: &Map, short: &ShortNames, spoken: &Spoken) -> String {
    some_of_column(map, short, spoken).map_or_else(String::new, |names| format!(" ({names})"))
}

/// Value of a way of speaking, for programs: one of a fixed list.
pub fn way_value(way: Way) -> &'static str {
    match way {
        Way::Holds => "for",
        Way::Against => "against",
        Way::NotAlone => "not_alone",
        Way::First => "first",
        Way::Second => "second",
    }
}

/// Meanings of the two signs on a page, as far as they are there; none where neither is.
pub fn signs(inferred: bool, silent: bool) -> Option<Runs> {
    let told = [(inferred, INFERRED, INFERRED_MEANS), (silent, SILENT, SILENT_MEANS)];
    let mut runs = Runs::new();
    for (_, sign, means) in told.into_iter().filter(|(is_used, ..)| *is_used) {
        runs.push(Mark::Plain, if runs.is_empty() { "" } else { "    " });
        runs.push(Mark::Plain, format!("{sign} {means}"));
    }
    (!runs.is_empty()).then_some(runs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::{scene, whole};
    use crate::analysis::table::column::By;
    use crate::study::Study;

    /// Stances of Ann on each position that she speaks of, in cells and behind her name.
    fn told(statements: &str) -> String {
        let map = scene(statements);
        let selection = whole(&map);
        let study = Study::new(&map, &selection);
        let positions = study.table(By::Author).positions();
        let mut told = Vec::new();
        for issue in map.issues.ids() {
            let stand = positions.stance(issue, 0);
            for cell in stand.positions {
                let words = |place| {
                    let spoken = stand.spoken(&map, cell.position);
                    let said =
                        spoken.iter().map(|it| stance_words(it, condition_words(&map, it).as_deref(), false, place));
                    said.map(|runs| runs.plain().replace('\n', "/")).collect::<Vec<_>>().join(" + ")
                };
                told.push(format!(
                    "{}: {} ({})",
                    map.position_name(cell.position),
                    words(Place::Cell),
                    words(Place::Name)
                ));
            }
        }
        told.retain(|line| !line.ends_with(":  ()"));
        told.join("; ")
    }

    #[test]
    fn a_word_says_how_a_position_is_spoken_of() {
        let one = |clause: &str| told(&format!("@ann-2015\n\nclaim a: A.\n  {clause}\n"));
        let cases = [
            ("holds choice: roads", "roads: holds ()"),
            ("holds choice (strongly): roads", "roads: firmly (firmly)"),
            ("holds choice (tentatively, inferred): roads", "roads: leans~ (leans~)"),
            ("holds choice (inferred): roads", "roads: holds~ (~)"),
            ("rejects choice (strongly): roads", "roads: firm no (firm no)"),
            ("rejects choice (alone): roads", "roads: not alone (not alone)"),
            ("holds choice (strongly): roads if it rains", "roads: if it rains/firmly (if it rains, firmly)"),
            ("rejects choice: roads unless it rains", "roads: no unless it rains (no unless it rains)"),
            ("prefers choice: roads over police", "roads: 1st (1st); police: 2nd (2nd)"),
            ("rejects act: yes", "no: holds ()"),
            ("holds act (tentatively): no", "no: leans (leans)"),
        ];
        for (clause, expected) in cases {
            assert_eq!(one(clause), expected, "{clause}");
        }
    }

    #[test]
    fn a_condition_stands_where_nothing_is_said_without_one_and_an_exception_beside_it() {
        let two =
            |one: &str, other: &str| told(&format!("@ann-2015\n\nclaim a: A.\n  {one}\n\nclaim b: B.\n  {other}\n"));
        assert_eq!(two("holds act: yes if it rains", "holds act: yes"), "yes: holds ()");
        let read_in = two("holds act: yes if it rains", "holds act (inferred): yes");
        assert_eq!(read_in, "yes: holds~ + if it rains (~ + if it rains)");
        assert_eq!(two("holds act: yes", "holds act: no if it rains"), "yes: holds (); no: if it rains (if it rains)");
        let conditions = two("holds act: yes if it rains", "holds act (inferred): yes if it snows");
        assert_eq!(conditions, "yes: if it rains + if it snows~ (if it rains + if it snows~)");
    }

    #[test]
    fn a_change_of_mind_is_told_with_its_times() {
        let changed = told(
            "@ann-2015\n\nclaim a: A.\n  holds act: yes\n\nfrom ann-2017\n\nclaim b: B.\n  holds act (strongly): no\n",
        );
        assert_eq!(changed, "yes: until 2015 (until 2015); no: firmly/since 2017 (firmly, since 2017)");
    }
}
