//! Two sides by their names as a difference: who they are, what they say, and the page of it.

use super::Refusal;
use super::actor::parties;
use crate::analysis::contrast::Contrast;
use crate::analysis::table::column::Columns;
use crate::analysis::table::positions::Positions;
use crate::model::select::Selection;
use crate::model::{IssueId, Map};
use crate::page::Page;
use crate::view::contrast::{ContrastOptions, contrast};

/// Whether every one of these words names somebody, or a source, whose positions can be held against another's.
pub fn are_sides(map: &Map, names: &[String]) -> bool {
    parties(map, names, false).is_ok()
}

/// The page, and whether the two differ in anything.
///
/// # Errors
///
/// A name means nothing, there are not two, or both mean the same.
pub fn of_names(
    map: &Map,
    selection: &Selection,
    names: &[String],
    options: &ContrastOptions,
) -> Result<(Page, bool), Refusal> {
    let parties = parties(map, names, selection.filter.voices)?;
    if parties.len() > 2 {
        return Err(Refusal(format!(
            "a difference has two sides, and {} are named\nhelp: `counterpoint compare {}` holds more against each other",
            parties.len(),
            names.join(" ")
        )));
    }
    let positions = Positions::new(map, selection, Columns::chosen(map, &parties, selection.filter.voices));
    if positions.columns.owners.len() < 2 {
        let text = format!("`{}` and `{}` always speak together, so they do not differ", names[0], names[1]);
        return Err(Refusal(text));
    }
    let issues: Vec<IssueId> = match selection.filter.issues.as_slice() {
        [] => map.issues.ids().collect(),
        issues => map.issues.ids().filter(|issue| issues.contains(issue)).collect(),
    };
    let found = Contrast::new(map, selection, &positions, &issues);
    Ok((contrast(map, selection, &positions, &found, options), found.differs()))
}
