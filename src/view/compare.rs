//! How two authors or sources, or more, differ: one verdict for each issue, and under it what each side says.

mod above;
mod between;
mod camps;
mod crux;
pub(super) mod difference;
mod glance;
mod issue;
mod issues;
mod options;
mod over_time;
mod overview;
mod records;
mod sides;
mod summary;
mod verdict;

use crate::page::{Block, Mark, Page, Runs};
use crate::study::{Compared, Study};
use crate::text::list::and;

use self::issues::Issues;
use super::wording::naming::{column_title, counted};
use super::wording::{contradiction, omitted};

pub use self::options::{CompareOptions, Only};

/// The verdicts counted, then the issues: what divides comes first, then what is shared, then what only one speaks to; in
/// each kind the issues keep the order of the map. People are shown of many first who stands where on each issue, and what each says
/// where they ask for it.
pub fn compare(study: &Study<'_>, options: &CompareOptions) -> Page {
    let compared = study.compared(&options.parties);
    let (map, columns) = (study.map, compared.table.columns());
    let titles: Vec<String> = (0..compared.number()).map(|column| column_title(map, columns, column)).collect();
    let mut page = Page::new("compare", and(titles.clone()));
    if compared.number() < 2 {
        page.push(Block::Prose("These always speak together, so there is nothing to compare.".into()));
        return page;
    }
    let in_detail = is_in_detail(&compared, options);
    let mut issues = Issues::new(&compared, options, &titles, in_detail);
    page.blocks.extend(glance::blocks(&compared, &titles, options, in_detail, &mut issues.legend));
    page.blocks.extend(issues.blocks());
    if options.only.is_none() {
        let found = contradiction::section(&compared.table, &compared.asked(), true).into_iter();
        page.blocks.extend(found.map(|block| if in_detail { block } else { in_lines(block) }));
    }
    if issues.shown == 0 {
        page.push(Block::Prose("There is no such issue between them here.".into()));
    }
    page.blocks.extend(issues.legend.note());
    page.blocks.extend(issues.above.notes());
    if !in_detail && issues.shown > 0 {
        page.push(how_to_see_more());
    }
    page.blocks.extend(silent(std::mem::take(&mut issues.silent)));
    page.blocks.extend(over_time::other_times(&compared.table));
    omitted::note(&mut page, map, study.selection);
    page.records = options.consumer.reads_records().then(|| records::records(issues.flat));
    page
}

/// Whether what each says is shown issue by issue.
fn is_in_detail(compared: &Compared<'_>, options: &CompareOptions) -> bool {
    let is_few = compared.number() < options::MANY;
    let asks_for_it = options.details || options.derived || !compared.selection().filter.issues.is_empty();
    is_few || asks_for_it || options.consumer.reads_values()
}

fn how_to_see_more() -> Block {
    let runs = Runs::new().with(Mark::Name, "--issue NAME");
    let runs = runs
        .with(Mark::Plain, " shows what each says on an issue, and what lies ")
        .with(Mark::Plain, "between each two; ")
        .with(Mark::Name, "--details");
    Block::Note(runs.with(Mark::Plain, " does so of all issues."))
}

/// The issues to which nobody of them speaks.
fn silent(names: Vec<Runs>) -> Option<Block> {
    let text = format!("Not shown, because all of them are silent: {} (", counted(names.len(), "issue"));
    let note = |names| Runs::from(text).joined(omitted::named(names)).with(Mark::Plain, ").");
    (!names.is_empty()).then(|| Block::Note(note(names)))
}

/// A tree as a list of its roots.
fn in_lines(block: Block) -> Block {
    match block {
        Block::Tree(nodes) => Block::List(nodes.into_iter().map(|mut node| std::mem::take(&mut node.runs)).collect()),
        block => block,
    }
}
