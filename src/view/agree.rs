//! How near authors stand to one another: a figure for each two, what it rests on, and how it is made.

mod definition;
mod found;
mod pairs;
mod records;
mod shares;
mod square;
mod tree;

use measure::linkage::Cluster;

use crate::analysis::table::column::By;
use crate::page::{Block, Mark, PageOf, Runs};
use crate::study::Study;

use self::found::Found;
use super::wording::naming::{column_key, columns_counted};
use super::wording::{omitted, uncounted};
use crate::view::wording::named;

pub use self::found::AgreeOptions;

/// More than these are not held against each other: their pairs are millions.
const MOST: usize = 2_000;

/// Names and counts for each two; or, where they are asked for, the figures as a square or, of many, the nearest and the farthest of each,
/// the pairs in the order of the figure, the tree, and below it what the figure is.
///
/// The flat table has a row for each two, with all figures.
pub fn agree<'s>(study: &'s Study<'_>, options: &AgreeOptions) -> PageOf<'s> {
    let (map, selection) = (study.map, study.selection);
    let table = study.table(options.by);
    let mut page = PageOf::new(
        "agree",
        match options.by {
            By::Source => "How near sources stand to one another",
            By::Organisation => "How near organisations stand to one another",
            By::Side => "How near sides stand to one another",
            By::Year => "How near years stand to one another",
            By::Author => "How near authors stand to one another",
        },
    );
    let who = table.speaking_most(MOST);
    let number = who.len();
    let names: Vec<String> = who.iter().map(|&column| column_key(map, table.columns(), column)).collect();
    let shown: Vec<Runs> = who.iter().map(|&column| named::column(map, table.columns(), column)).collect();
    let similarity = table.similarity(who.clone(), options.coding);
    let figures = similarity.figures(options.measure);
    let found = Found { map, measure: options.measure, names, shown, similarity, figures };
    if number < 2 {
        page.push(Block::Prose("Fewer than two take a stand here, so there is nobody to hold against another.".into()));
    } else if by_names(options) {
        shares::shares(&mut page, study, table, &who, &found, options.least);
    } else {
        page.push(definition::in_short(options.measure));
        let (order, trees) = if options.cluster { clustered(&found) } else { ((0..number).collect(), Vec::new()) };
        page.blocks.push(square::square(&found, &order));
        page.blocks.extend(pairs::pairs(&found));
        page.blocks.extend(tree::tree(&found, &trees));
        page.blocks.extend(definition::notes(&found, options));
        page.blocks.extend(uncounted::section(study, table));
    }
    let more = table.speaking().len() - number;
    if more > 0 {
        let text = format!("The {number} who speak to most issues are held against each other; {more} more are not: ");
        page.push(Block::Note(Runs::from(text).with(Mark::Name, "--author").with(Mark::Plain, " asks for them.")));
    }
    let silent = table.silent();
    if silent > 0 {
        let text = format!("Not here, because they take no position here: {}.", columns_counted(options.by, silent));
        page.push(Block::Note(text.into()));
    }
    omitted::note(&mut page, map, selection);
    omitted::note_voices(&mut page, study.reported(), 0);
    page.records = options.consumer.reads_records().then(|| records::records(found));
    page
}

/// Whether names and counts answer what is asked: no figure is, and no program reads the page.
fn by_names(options: &AgreeOptions) -> bool {
    let asks_for_figures = options.figures || options.cluster || options.measure != AgreeOptions::default().measure;
    !asks_for_figures && options.consumer.reads_blocks() && !options.consumer.reads_values()
}

/// The order in which those stand next to each other who join first, and the trees by which they do.
fn clustered(found: &Found<'_>) -> (Vec<usize>, Vec<Cluster>) {
    let trees = tree::join(found);
    (trees.iter().flat_map(Cluster::members).collect(), trees)
}

#[cfg(test)]
mod tests;
