//! Quotations of a site by what they are worth: those that are verbatim are counted, all others stand here with what differs.

use crate::model::QuotationId;
use crate::page::site::Group;
use crate::page::{Block, Mark, Page, Runs};
use crate::quotation::Checked;
use crate::view::quotes::words::{WORTH, fidelity, known, words, worth};
use crate::view::quotes::{note_unread, summary};
use crate::view::site::telling::Telling;
use crate::view::wording::naming::counted;

/// The quotations of all statements that are kept; none where there are none.
pub fn groups(telling: &Telling<'_, '_>) -> Vec<Group> {
    let quotations = telling.study.quotations();
    if quotations.known.is_empty() {
        return Vec::new();
    }
    let mut page = Page::new("quotes", "");
    page.push(Block::Prose(summary(quotations)));
    note_unread(&mut page, telling.study.map, quotations);
    let heading = format!("Quotations ({})", quotations.known.len());
    let mut groups = vec![Group { heading: heading.into(), blocks: page.blocks, screens: Vec::new() }];
    for name in WORTH.into_iter().skip(1) {
        let of_it = quotations.known.iter().filter(|(_, checked)| worth(checked) == Some(name));
        groups.extend(group(telling, name, of_it.copied()));
    }
    let unknown = quotations.known.iter().filter(|(_, checked)| worth(checked).is_none());
    if let Some((_, first)) = unknown.clone().next() {
        groups.extend(group(telling, known(first.state), unknown.copied()));
    }
    groups
}

fn group<'q>(
    telling: &Telling<'_, '_>,
    name: &str,
    quotations: impl Iterator<Item = (QuotationId, &'q Checked)>,
) -> Option<Group> {
    let map = telling.study.map;
    let line = |(id, checked): (QuotationId, &Checked)| {
        let mut runs = words(map, id, checked).with(Mark::Plain, " – ");
        for run in fidelity(checked).pieces {
            runs.push(run.mark, run.text.replace('\n', ", "));
        }
        let statement = telling.teller.speech.statement(map.quotations[id].statement);
        runs.with(Mark::Plain, ": ").joined(statement)
    };
    let lines: Vec<Runs> = quotations.map(line).collect();
    let heading = format!("{}, {name}", counted(lines.len(), "quotation"));
    (!lines.is_empty()).then(|| Group {
        heading: heading.into(),
        blocks: vec![Block::List(lines)],
        screens: Vec::new(),
    })
}
