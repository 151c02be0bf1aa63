//! Rows that name people: how many hold a position, and who, in which words.

use crate::analysis::table::group::Group;
use crate::analysis::table::spoken::Way;
use crate::page::{Mark, Runs};
use crate::view::wording::named;

use super::notes::NAMES;
use super::on_issue::Said;

/// How many hold a position; who does so on conditions alone is counted apart: ` (5, 1 if)`.
pub fn holders(said: &[Said<'_>]) -> String {
    let holds = |said: &&Said<'_>| !said.is_split && said.spoken.iter().any(|it| it.way == Way::Holds && !it.reported);
    let is_conditional =
        |said: &&Said<'_>| said.spoken.iter().filter(|it| it.way == Way::Holds).all(|it| it.condition.is_some());
    let (conditional, plain): (Vec<_>, Vec<_>) = said.iter().filter(holds).partition(is_conditional);
    match (plain.len(), conditional.len()) {
        (0, 0) => String::new(),
        (plain, 0) => format!(" ({plain})"),
        (0, conditional) => format!(" ({conditional} if)"),
        (plain, conditional) => format!(" ({plain}, {conditional} if)"),
    }
}

/// Names with their words; of many the first, and how many more, with what must not be lost of them.
pub fn who(mut names: Vec<Runs>, said: &[Said<'_>]) -> Runs {
    let more = names.len().saturating_sub(NAMES);
    names.truncate(NAMES);
    let mut runs = named::joined(names, "; ");
    if more > 0 {
        let hidden = || said[NAMES..].iter();
        let count = |wanted: &dyn Fn(&Said<'_>) -> bool| hidden().filter(|said| wanted(said)).count();
        let marks = [
            (count(&|said| said.spoken.iter().all(|it| it.way == Way::Against || it.way == Way::NotAlone)), "against"),
            (count(&|said| said.spoken.iter().all(|it| it.condition.is_some())), "on a condition"),
            (count(&|said| said.spoken.iter().all(|it| it.inferred)), "~"),
            (count(&|said| said.spoken.iter().all(|it| it.reported)), "reported"),
        ];
        let marks: Vec<String> = marks
            .iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, what)| if *what == "~" { format!("{number}~") } else { format!("{number} {what}") })
            .collect();
        let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
        runs.push(Mark::Plain, format!("; and {more} more{marks}"));
    }
    runs
}

/// The word that programs read for a group.
pub fn group_value(group: Group) -> &'static str {
    match group {
        Group::Clash => "clash",
        Group::OnConditions => "on_conditions",
        Group::Agree => "agree",
        Group::OneSide => "one_side",
        Group::NoSide => "no_side",
    }
}
