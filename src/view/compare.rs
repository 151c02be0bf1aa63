//! How two authors or sources, or more, differ: one verdict for each issue, and under it what each side says.

mod camps;
mod crux;
pub(super) mod difference;
mod issue;
mod options;
mod over_time;
mod overview;
mod records;
mod summary;
mod verdict;

use crate::analysis::table::column::Columns;
use crate::analysis::table::derived::Derived;
use crate::analysis::table::positions::Positions;
use crate::model::select::Selection;
use crate::model::{IssueId, Map};
use crate::page::{Block, Mark, Page, Runs};

use self::issue::Above;
use self::summary::{Compared, Held};
use super::wording::naming::{Subject, column_title, counted};
use super::wording::sign::Legend;
use super::wording::{contradiction, derived, omitted};
use crate::text::list::and;

pub use self::options::{CompareOptions, Only};

/// The number of columns from which camps come first, and issue by issue only what is asked for.
const MANY: usize = 4;
/// Of more pairs than these it is not counted how each two stand, unless for a program.
const PAIRS: usize = 10;

/// The verdicts counted, then the issues: what divides comes first, then what is shared, then what only one speaks to; in
/// each kind the issues keep the order of the map. People are shown of many first who stands where on each issue, and what each says
/// where they ask for it.
pub fn compare(map: &Map, selection: &Selection, options: &CompareOptions) -> Page {
    let columns = Columns::chosen(map, &options.parties, selection.filter.voices);
    let positions = Positions::new(map, selection, columns);
    let number = positions.columns.owners.len();
    let titles: Vec<String> = (0..number).map(|column| column_title(map, &positions.columns, column)).collect();
    let mut page = Page::new("compare", and(titles.clone()));
    if number < 2 {
        page.push(Block::Prose("These always speak together, so there is nothing to compare.".into()));
        return page;
    }
    let asked: Vec<IssueId> = match selection.filter.issues.as_slice() {
        [] => map.issues.ids().collect(),
        issues => map.issues.ids().filter(|issue| issues.contains(issue)).collect(),
    };
    let all = Compared::new(map, selection, &positions, &asked);
    let in_detail = number < MANY
        || options.details
        || options.derived
        || options.consumer.reads_values()
        || !selection.filter.issues.is_empty();
    let found = if options.derived { Derived::between(map, selection, &positions.columns) } else { Derived::default() };
    let mut legend = Legend::default();
    let mut flat = Vec::new();
    let mut above = Above::default();
    page.blocks.extend(at_a_glance(map, &positions, &all, &titles, options, in_detail, &mut legend));
    let whole = in_detail && options.only == Some(Only::Silent) || !selection.filter.issues.is_empty();
    let mut lone: Vec<Vec<Runs>> = vec![Vec::new(); number];
    let mut silent = Vec::new();
    let mut shown = 0;
    for held in &all.issues {
        let issue = held.issue;
        if options.only.is_some_and(|only| !held.is_kept(only)) {
            continue;
        }
        if options.consumer.reads_records() {
            records::add(&mut flat, map, &positions, held);
            records::add_derived(&mut flat, map, &positions.columns, &found, held);
        }
        let mut speaking = positions.stances_on(issue);
        match (speaking.next(), speaking.next()) {
            (None, _) if found.columns_on(issue).next().is_none() => {
                silent.push(map.word(map.issues[issue].name).to_owned());
            }
            (Some((column, stand)), None) if !whole && found.columns_on(issue).next().is_none() => {
                lone[column].push(issue::in_a_line(map, issue, &stand, &mut legend));
            }
            _ if !in_detail => shown += 1,
            _ => {
                page.blocks.extend(issue::blocks(map, selection, &positions, held, &mut above, &mut legend));
                for column in found.columns_on(issue) {
                    let stand = positions.stance(issue, column);
                    let who = Subject::new(&positions.columns, column, &titles[column]);
                    let lines = derived::sentences(map, found.on(issue, column), who, &stand);
                    page.push(Block::List(lines));
                }
                shown += 1;
            }
        }
    }
    for (column, lines) in lone.into_iter().enumerate().filter(|(_, lines)| !lines.is_empty()) {
        let text = format!("Spoken to only by {} ({})", titles[column], counted(lines.len(), "issue"));
        page.push(Block::Heading { level: 1, runs: text.into() });
        page.push(Block::List(lines));
        shown += 1;
    }
    if options.only.is_none() {
        let found = contradiction::section(map, &positions, &asked, true).into_iter();
        page.blocks.extend(found.map(|block| if in_detail { block } else { in_lines(block) }));
    }
    if shown == 0 {
        page.push(Block::Prose("There is no such issue between them here.".into()));
    }
    page.blocks.extend(legend.note());
    page.blocks.extend(above.notes());
    if !in_detail && shown > 0 {
        let runs = Runs::new()
            .with(Mark::Name, "--issue NAME")
            .with(Mark::Plain, " shows what each says on an issue, and what lies ");
        let runs = runs
            .with(Mark::Plain, "between each two; ")
            .with(Mark::Name, "--details")
            .with(Mark::Plain, " does so of all issues.");
        page.push(Block::Note(runs));
    }
    if !silent.is_empty() {
        let text = format!("Not shown, because all of them are silent: {} (", counted(silent.len(), "issue"));
        page.push(Block::Note(Runs::from(text).with(Mark::Name, omitted::names(silent)).with(Mark::Plain, ").")));
    }
    page.blocks.extend(over_time::other_times(map, selection, &positions.columns));
    omitted::note(&mut page, map, selection);
    page.records = options.consumer.reads_records().then(|| records::records(flat));
    page
}

/// All issues before each of them: the verdicts counted, then who stands where on those to which several speak.
fn at_a_glance(
    map: &Map,
    positions: &Positions,
    all: &Compared,
    titles: &[String],
    options: &CompareOptions,
    in_detail: bool,
    legend: &mut Legend,
) -> Vec<Block> {
    let (number, for_program) = (titles.len(), options.consumer.reads_values());
    let pairs = || Block::Table(all.pairs(map, positions));
    let mut blocks = match number {
        3 => vec![Block::Prose(all.lead(map).with(Mark::Plain, ":")), pairs()],
        _ => vec![Block::Prose(all.in_short(map, positions, titles))],
    };
    let asked_for = |held: &&Held| options.only.is_none_or(|only| held.is_kept(only));
    if let Some(only) = options.only {
        let number = all.issues.iter().filter(asked_for).count();
        let text = format!("Shown: {number} of {}, {}.", counted(all.issues.len(), "issue"), only.words());
        blocks.push(Block::Prose(text.into()));
    }
    let both_speak = |held: &&Held| positions.stances_on(held.issue).nth(1).is_some();
    let issues = all.issues.iter().filter(both_speak).filter(asked_for);
    let are_several = issues.clone().nth(1).is_some();
    if number >= MANY && !for_program && (are_several || !in_detail) {
        blocks.extend(camps::overview(map, positions, issues));
    } else if are_several {
        blocks.push(Block::Table(overview::overview(map, positions, issues, legend)));
    }
    let are_few = number * (number - 1) / 2 <= PAIRS && are_several && options.only.is_none();
    if number >= MANY && (for_program || are_few) {
        blocks.extend([Block::Heading { level: 1, runs: all.lead(map) }, pairs()]);
    }
    blocks
}

/// A tree as a list of its roots.
fn in_lines(block: Block) -> Block {
    match block {
        Block::Tree(nodes) => Block::List(nodes.into_iter().map(|mut node| std::mem::take(&mut node.runs)).collect()),
        block => block,
    }
}
