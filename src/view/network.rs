//! Networks: authors by what they say alike or against each other, authors and issues, and statements that bear on statements.

mod issues;
mod options;
mod pairs;
mod parts;
mod statements;

use crate::page::{Block, BlockOf, GraphOf, PageOf};
use crate::study::Study;

use self::parts::things;
use super::wording::naming::counted;
use super::wording::omitted;

pub use self::options::{Network, NetworkOptions};

/// The edges of a network as a table, with the network for programs that draw it.
pub fn network<'s>(study: &'s Study<'_>, options: &NetworkOptions) -> PageOf<'s> {
    let (title, parts) = match options.of {
        Network::Statements => {
            ("Which statement bears on which".to_owned(), statements::build(study, options.consumer))
        }
        Network::Issues => ("Who speaks to which issue".to_owned(), issues::build(study.table(options.by), options)),
        Network::Pairs(weight) => {
            (weight.title(things(options.by)), pairs::build(study.table(options.by), options, weight))
        }
    };
    let mut page = PageOf::new("network", title);
    page.push(Block::Prose(parts.about.into()));
    let (points, edges) = (counted(parts.points, "point"), counted(parts.lines, "line"));
    page.push(Block::Note(format!("{points}, {edges}").into()));
    if parts.lines == 0 && parts.table.is_empty() {
        page.push(Block::Prose("There is nothing to be joined here.".into()));
        page.records = Some(parts.table);
    } else {
        page.push(BlockOf::Table(parts.table));
    }
    page.blocks.extend(parts.notes);
    omitted::note(&mut page, study.map, study.selection);
    if options.of != Network::Statements {
        omitted::note_voices(&mut page, study.reported(), 0);
    }
    if options.consumer.reads_records() && parts.records.is_some() {
        page.records = parts.records;
    }
    // It is the network that makes the page one, be it that nobody reads it.
    page.graph = Some(if options.consumer.reads_graph() { parts.graph } else { GraphOf::default() });
    page
}

#[cfg(test)]
mod tests;
