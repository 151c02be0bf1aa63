//! All issues of a comparison before each of them: the verdicts counted, then who stands where on those to which several speak.

use crate::page::{Block, Mark};
use crate::study::{Compared, IssueCompared};
use crate::view::wording::naming::counted;
use crate::view::wording::sign::Legend;

use super::options::{CompareOptions, MANY};
use super::{camps, overview, summary};

/// Of more pairs than these it is not counted how each two stand, unless for a program.
const PAIRS: usize = 10;

/// The verdicts counted, then who stands where on the issues to which several speak.
pub fn blocks(
    compared: &Compared<'_>,
    titles: &[String],
    options: &CompareOptions,
    in_detail: bool,
    legend: &mut Legend,
) -> Vec<Block> {
    let (number, for_program) = (titles.len(), options.consumer.reads_values());
    let pairs = || Block::Table(summary::pairs(compared));
    let mut blocks = match number {
        3 => vec![Block::Prose(summary::lead(compared).with(Mark::Plain, ":")), pairs()],
        _ => vec![Block::Prose(summary::in_short(compared, titles))],
    };
    let asked_for = |issue: &&IssueCompared| options.shows(issue);
    if let Some(only) = options.only {
        let number = compared.issues().iter().filter(asked_for).count();
        let text = format!("Shown: {number} of {}, {}.", counted(compared.issues().len(), "issue"), only.words());
        blocks.push(Block::Prose(text.into()));
    }
    let positions = compared.table.positions();
    let both_speak = |issue: &&IssueCompared| positions.stances_on(issue.issue).nth(1).is_some();
    let issues = compared.issues().iter().filter(both_speak).filter(asked_for);
    let are_several = issues.clone().nth(1).is_some();
    if number >= MANY && !for_program && (are_several || !in_detail) {
        blocks.extend(camps::overview(compared, issues));
    } else if are_several {
        blocks.push(Block::Table(overview::overview(compared, issues, legend)));
    }
    let are_few = compared.pairs().nth(PAIRS).is_none() && are_several && options.only.is_none();
    if number >= MANY && (for_program || are_few) {
        blocks.extend([Block::Heading { level: 1, runs: summary::lead(compared) }, pairs()]);
    }
    blocks
}
