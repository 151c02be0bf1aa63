//! How far two people who mapped the same documents agree: the figures, and every difference with both passages.

mod difference;
mod figures;
mod record;
mod two;

use crate::analysis::comparison::coders::{Coders, Unit, Unmatched};
use crate::file::Span;
use crate::page::{Block, Consumer, Page, Runs};

use super::wording::figure::rounded;
use super::wording::naming::counted;
use super::wording::omitted;
use crate::text::list::and;

pub use self::two::Two;

/// The figures over all positions and for each issue, what they say, then the differences in the order of the first map.
/// The flat table has a row for each position that either codes.
pub fn coders(two: &Two<'_>, coders: &Coders, consumer: Consumer) -> Page {
    let mut page = Page::new("agree", format!("How {} and {} code the same documents", two.names[0], two.names[1]));
    let differ: Vec<&Unit> = coders.units.iter().filter(|unit| unit.codes[0] != unit.codes[1]).collect();
    if coders.units.is_empty() {
        page.push(Block::Prose(
            "There is no position of which either says anything in a document that both have.".into(),
        ));
    } else {
        page.push(Block::Prose(lead(coders, differ.len())));
        page.blocks.extend(figures::blocks(two, coders));
        if !differ.is_empty() {
            let text = format!("Where they differ ({})", counted(differ.len(), "position"));
            page.push(Block::Heading { level: 1, runs: text.into() });
        }
        for unit in differ {
            page.blocks.extend(difference::blocks(two, coders, unit));
        }
    }
    for side in [0, 1] {
        page.blocks.extend(unmatched(two, &coders.unmatched[side], side));
    }
    for side in [0, 1] {
        omitted::note_of(&mut page, &two.names[side], two.maps[side], two.selections[side]);
    }
    page.records = consumer.reads_records().then(|| record::records(two, coders));
    page
}

/// The answer in a sentence.
fn lead(coders: &Coders, differ: usize) -> Runs {
    let columns = |unit: &Unit| unit.columns[0];
    let mut documents: Vec<usize> = coders.units.iter().map(columns).collect();
    documents.dedup();
    let all = coders.units.len();
    let same = all - differ;
    let percent = rounded(100.0 * same as f64 / all as f64, 1);
    let (positions, documents) = (counted(all, "position"), counted(documents.len(), "document"));
    format!("{positions} in {documents} of which either says anything: both say the same of {same} ({percent} %).")
        .into()
}

/// List of the things that only one of them has.
fn unmatched(two: &Two<'_>, only: &Unmatched, side: usize) -> Option<Block> {
    let map = two.maps[side];
    let word = |name: Span| map.word(name).to_owned();
    let position = |&id| format!("{}.{}", word(map.issues[map.positions[id].issue].name), map.position_name(id));
    let parts: [(&str, Vec<String>); 3] = [
        ("document", only.sources.iter().map(|&id| word(map.sources[id].name)).collect()),
        ("issue", only.issues.iter().map(|&id| word(map.issues[id].name)).collect()),
        ("position", only.positions.iter().map(position).collect()),
    ];
    let parts = parts.into_iter().filter(|(_, names)| !names.is_empty());
    let parts: Vec<String> =
        parts.map(|(what, names)| format!("{} ({})", counted(names.len(), what), omitted::names(names))).collect();
    let text = format!(
        "Only {} has {}; not compared for that: {}.",
        two.names[side],
        and(parts.clone()),
        counted(only.stances, "stance")
    );
    (!parts.is_empty()).then(|| Block::Note(text.into()))
}

#[cfg(test)]
mod tests;
