//! Networks: authors by what they say alike or against each other, authors and issues, and statements that bear on statements.

mod issues;
mod options;
mod pairs;
mod parts;
mod statements;

use crate::analysis::table::column::Columns;
use crate::analysis::table::positions::Positions;
use crate::analysis::table::voice::reported;
use crate::model::Map;
use crate::model::select::Selection;
use crate::page::{Block, Graph, Page};

use self::parts::things;
use super::wording::naming::counted;
use super::wording::omitted;

pub use self::options::{Network, NetworkOptions, Weight};

/// The edges of a network as a table, with the network for programs that draw it.
pub fn network(map: &Map, selection: &Selection, options: &NetworkOptions) -> Page {
    let (title, parts) = match options.of {
        Network::Statements => {
            ("Which statement bears on which".to_owned(), statements::build(map, selection, options.consumer))
        }
        Network::Issues => {
            ("Who speaks to which issue".to_owned(), issues::build(map, &positions(map, selection, options), options))
        }
        Network::Pairs(weight) => {
            (weight.title(things(options.by)), pairs::build(map, &positions(map, selection, options), options, weight))
        }
    };
    let mut page = Page::new("network", title);
    page.push(Block::Prose(parts.about.into()));
    let (points, edges) = (counted(parts.points, "point"), counted(parts.lines, "line"));
    page.push(Block::Note(format!("{points}, {edges}").into()));
    match parts.lines == 0 && parts.table.rows.is_empty() {
        true => {
            page.push(Block::Prose("There is nothing to be joined here.".into()));
            page.records = Some(parts.table);
        }
        false => page.push(Block::Table(parts.table)),
    }
    page.blocks.extend(parts.notes);
    omitted::note(&mut page, map, selection);
    if !selection.filter.voices && options.of != Network::Statements {
        omitted::note_voices(&mut page, &reported(map), 0);
    }
    if options.consumer.reads_records() && parts.records.is_some() {
        page.records = parts.records;
    }
    // It is the network that makes the page one, be it that nobody reads it.
    page.graph = Some(if options.consumer.reads_graph() { parts.graph } else { Graph::default() });
    page
}

fn positions(map: &Map, selection: &Selection, options: &NetworkOptions) -> Positions {
    Positions::new(map, selection, Columns::new(map, options.by, selection.filter.voices))
}

#[cfg(test)]
mod tests;
