//! Clauses of a thing beside what it says: a line for each clause that was written, and the names that it had before.

use crate::file::Span;
use crate::model::{Entity, Map};
use crate::page::{Block, Mark, Page, Runs};

/// Adds what is known of a thing as a list, a line for each clause.
pub fn about(page: &mut Page, known: impl IntoIterator<Item = (&'static str, Option<String>)>) {
    let known = known.into_iter().filter_map(|(word, text)| Some((word, text?)));
    let line =
        |(word, text): (&str, String)| Runs::new().with(Mark::Faint, format!("{word}: ")).with(Mark::Plain, text);
    let lines: Vec<Runs> = known.map(line).collect();
    if !lines.is_empty() {
        page.push(Block::List(lines));
    }
}

/// Text of a clause, where it was written.
pub fn text(map: &Map, span: Option<Span>) -> Option<String> {
    span.map(|span| map.text(span).into_owned())
}

/// The line of the names that a thing had before; none where it had no other.
pub fn formerly(map: &Map, named: Entity) -> (&'static str, Option<String>) {
    let former = map.former_names(named);
    ("formerly", (!former.is_empty()).then(|| former.join(", ")))
}

/// The line of a thing's tags.
pub fn tags(map: &Map, tags: &[Span]) -> (&'static str, Option<String>) {
    let words: Vec<&str> = tags.iter().map(|&tag| map.word(tag)).collect();
    ("tags", (!words.is_empty()).then(|| words.join(", ")))
}
