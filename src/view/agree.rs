//! How near authors stand to one another: a figure for each two, what it rests on, and how it is made.

mod definition;
mod found;
mod pairs;
mod records;
mod square;
mod tree;

use std::cmp::Reverse;

use measure::linkage::Cluster;

use crate::analysis::comparison::similarity::Similarity;
use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::analysis::table::positions::Positions;
use crate::analysis::table::voice::reported;
use crate::model::Map;
use crate::model::select::Selection;
use crate::page::{Block, Mark, Page, Runs};

use self::found::Found;
use super::wording::naming::{column_key, columns_counted};
use super::wording::omitted;

pub use self::found::AgreeOptions;

/// More than these are not held against each other: their pairs are millions.
const MOST: usize = 2_000;

/// The figures as a square or, of many, the nearest and the farthest of each; the pairs in the order of the figure; the
/// tree; and below it what the figure is.
///
/// The flat table has a row for each two, with all figures.
pub fn agree(map: &Map, selection: &Selection, options: &AgreeOptions) -> Page {
    let columns = Columns::new(map, options.by, selection.filter.voices);
    let positions = Positions::new(map, selection, columns);
    let columns = &positions.columns;
    let mut page = Page::new(
        "agree",
        match options.by {
            By::Source => "How near sources stand to one another",
            By::Organisation => "How near organisations stand to one another",
            By::Side => "How near sides stand to one another",
            By::Year => "How near years stand to one another",
            By::Author => "How near authors stand to one another",
        },
    );
    let speaking = speaking(map, &positions);
    let who = who_speak_most(&speaking);
    let number = who.len();
    let names: Vec<String> = who.iter().map(|&column| column_key(map, columns, column)).collect();
    let similarity = Similarity::new(map, selection, &positions, who, options.coding);
    let figures = similarity.figures(options.measure);
    let found = Found { map, measure: options.measure, names, similarity, figures };
    if number < 2 {
        page.push(Block::Prose("Fewer than two take a stand here, so there is nobody to hold against another.".into()));
    } else {
        page.push(definition::in_short(options.measure));
        let (order, trees) = match options.cluster {
            true => clustered(&found),
            false => ((0..number).collect(), Vec::new()),
        };
        page.blocks.extend(square::square(&found, &order));
        page.blocks.extend(pairs::pairs(&found));
        page.blocks.extend(tree::tree(&found, trees));
        page.blocks.extend(definition::notes(&found, options));
    }
    page.records = options.consumer.reads_records().then(|| records::records(&found));
    let more = speaking.len() - number;
    if more > 0 {
        let text = format!("The {number} who speak to most issues are held against each other; {more} more are not: ");
        page.push(Block::Note(Runs::from(text).with(Mark::Name, "--author").with(Mark::Plain, " asks for them.")));
    }
    let silent = (0..columns.owners.len()).filter(|&column| !columns.is_catch_all(column)).count()
        - speaking.iter().filter(|(column, _)| !columns.is_catch_all(*column)).count();
    if silent > 0 {
        let text = format!("Not here, because nothing here is theirs: {}.", columns_counted(options.by, silent));
        page.push(Block::Note(text.into()));
    }
    omitted::note(&mut page, map, selection);
    if !selection.filter.voices {
        omitted::note_voices(&mut page, &reported(map), 0);
    }
    page
}

/// Who takes a stand, in the order of the map, and on how many issues. What the map names no author for is of nobody who
/// could be held against another.
fn speaking(map: &Map, positions: &Positions) -> Vec<(usize, usize)> {
    let mut issues = vec![0; positions.columns.owners.len()];
    for issue in map.issues.ids() {
        positions.stances_on(issue).for_each(|(column, _)| issues[column] += 1);
    }
    let is_somebody = |column: usize| positions.columns.owners[column] != ColumnOwner::Unknown;
    let speaking = issues.into_iter().enumerate();
    speaking.filter(|&(column, issues)| issues > 0 && is_somebody(column)).collect()
}

/// As many as can be held against each other, in the order of the map.
fn who_speak_most(speaking: &[(usize, usize)]) -> Vec<usize> {
    let mut most = speaking.to_vec();
    most.sort_by_key(|&(_, issues)| Reverse(issues));
    most.truncate(MOST);
    let mut who: Vec<usize> = most.into_iter().map(|(column, _)| column).collect();
    who.sort_unstable();
    who
}

/// The order in which those stand next to each other who join first, and the trees by which they do.
fn clustered(found: &Found<'_>) -> (Vec<usize>, Vec<Cluster>) {
    let trees = tree::join(found);
    (trees.iter().flat_map(Cluster::members).collect(), trees)
}

#[cfg(test)]
mod tests;
