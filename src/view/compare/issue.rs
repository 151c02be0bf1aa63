//! One issue of a comparison: the question, the verdict, and the sides with what stands under each.

use crate::page::{Block, Mark, Runs};
use crate::study::{Compared, IssueCompared, PairCompared};
use crate::view::wording::naming::Subject;
use crate::view::wording::sign::Legend;

use super::above::Above;
use super::{between, camps, crux, sides};
use crate::view::wording::named;

/// Of more pairs than these what stands between them is not told.
const PAIRS: usize = 10;

/// The blocks of an issue.
pub fn blocks(
    compared: &Compared<'_>,
    of_issue: &IssueCompared,
    titles: &[String],
    above: &mut Above,
    legend: &mut Legend,
) -> Vec<Block> {
    let (map, table, issue) = (compared.map(), &compared.table, of_issue.issue);
    let subject = |column: usize| Subject::new(table.columns(), column, &titles[column]);
    let heading = Runs::from(map.text(map.issues[issue].question).into_owned()).with(Mark::Plain, " ");
    let runs = heading.joined(named::issue(map, issue));
    let mut blocks = vec![Block::Heading { level: 1, runs }];
    let pairs = compared.details(of_issue);
    blocks.extend(camps::blocks(compared, issue, &pairs, titles));
    let mut left = PAIRS;
    let mut untold = 0;
    for PairCompared { columns: [a, b], found, cruxes } in &*pairs {
        if left == 0 {
            untold += usize::from(!found.relations.is_empty() || !found.grounds.both.is_empty());
            continue;
        }
        let lines = between::lines(map, found, [&titles[*a], &titles[*b]], above);
        if !lines.is_empty() || !cruxes.is_empty() {
            left -= 1;
            let runs = format!("Between {} and {}", titles[*a], titles[*b]).into();
            blocks.push(Block::Heading { level: 2, runs });
            blocks.extend(crux::blocks(map, found.verdict, cruxes, [*a, *b].map(subject)));
            blocks.extend((!lines.is_empty()).then_some(Block::List(lines)));
        }
    }
    if untold > 0 {
        let text = format!("Something stands between {untold} pairs more. Compare two of them alone to see it.");
        blocks.push(Block::Note(text.into()));
    }
    // The statements about each other come first: that is where they clash.
    blocks.push(Block::Sides(sides::sides(compared, issue, titles, above, legend)));
    blocks
}
