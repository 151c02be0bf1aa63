//! Sentence of a check on a map in which it found nothing: how much there is, and how its quotations are known.

use crate::model::Map;
use crate::quotation::{State, Verification};

use super::wording::naming::counted;

/// The sentence for a map in which nothing was found.
pub fn sound(map: &Map, verification: &Verification) -> String {
    let quotations = State::ALL.iter().map(|&state| {
        let is_known = |id| verification.of(id).is_some_and(|checked| checked.state == state);
        let of_text = |id| {
            let source = map.statements[map.quotations[id].statement].source;
            source.is_some_and(|source| map.sources[source].text.is_some())
        };
        (map.quotations.ids().filter(|&id| of_text(id) && is_known(id)).count(), state)
    });
    let quotations = quotations.filter(|(number, _)| *number > 0);
    let quotations = quotations.map(|(number, state)| format!("; {} {}", counted(number, "quotation"), state.name()));
    format!(
        "nothing found: {} of {} on {} in {}{}",
        counted(map.statements.len(), "statement"),
        counted(map.authors.len(), "author"),
        counted(map.issues.len(), "issue"),
        counted(map.files.len(), "file"),
        quotations.collect::<String>(),
    )
}
