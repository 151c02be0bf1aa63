//! How two authors or sources, or more, differ: one verdict for each issue, and under it what each side says.

mod above;
pub(super) mod difference;
mod group;
mod many;
mod options;
mod over_time;
mod points;
mod question;
mod records;
mod rest;
mod said;
mod sides;
mod summary;
mod together;
mod turn;
mod two;

use crate::page::{Block, Mark, Page, Runs};
use crate::study::{Compared, Study};
use crate::text::list::and;

use self::many::Many;
use self::two::Two;
use super::wording::naming::column_title;
use super::wording::stance_word::signs;
use super::wording::{contradiction, omitted};

pub use self::options::{CompareOptions, Only};

/// The answer first: how often they clash, agree and so on, who says what where they do, and what the clashes turn on. Every point
/// and every statement where that is asked for, or for a program.
pub fn compare(study: &Study<'_>, options: &CompareOptions) -> Page {
    let compared = study.compared(&options.parties);
    let (map, columns) = (study.map, compared.table.columns());
    let titles: Vec<String> = (0..compared.number()).map(|column| column_title(map, columns, column)).collect();
    let mut page = Page::new("compare", and(titles.clone()));
    if compared.number() < 2 {
        page.push(Block::Prose("These always speak together, so there is nothing to compare.".into()));
        return page;
    }
    if compared.number() == 2 {
        return of_two(study, &compared, options);
    }
    of_many(study, &compared, options)
}

/// Many at a glance, and question by question where that is asked for.
fn of_many(study: &Study<'_>, compared: &Compared<'_>, options: &CompareOptions) -> Page {
    let many = Many::new(compared, study.short(), |issue| options.shows(issue));
    let mut page = Page::new("compare", many.title());
    let asks_for_issues = !compared.selection().filter.issues.is_empty();
    let in_detail = asks_for_issues || options.details || options.derived || options.consumer.reads_values();
    if !asks_for_issues || many.questions.len() > 1 {
        page.blocks.extend(many.blocks());
    }
    if in_detail {
        if !asks_for_issues {
            page.push(Block::Heading { level: 1, runs: "Each two".into() });
            page.push(Block::Table(summary::pairs(compared, &many.names)));
        }
        page.blocks.extend(together::all(&many, study.short(), options));
    }
    if options.only.is_none() {
        let found = contradiction::section(&compared.table, &compared.asked(), true).into_iter();
        page.blocks.extend(found.map(|block| if in_detail { block } else { in_lines(block) }));
    }
    if many.is_empty() {
        page.push(Block::Prose("There is no such question between them here.".into()));
    }
    page.blocks.extend(signs(many.is_marked(), false).map(Block::Note));
    if !options.details && !many.is_empty() {
        page.push(how_to_see_more());
    }
    page.blocks.extend(over_time::other_times(&compared.table));
    omitted::note(&mut page, study.map, study.selection);
    let shown = many.questions.iter().map(|(group, issue)| (issue.issue, group.key()));
    page.records = options.consumer.reads_records().then(|| records::of(compared, options, shown));
    page
}

/// Two at a glance, and issue by issue where that is asked for.
fn of_two(study: &Study<'_>, compared: &Compared<'_>, options: &CompareOptions) -> Page {
    let two = Two::new(compared, study.short(), |issue| options.shows(issue));
    let mut page = Page::new("compare", and(&two.names));
    let asks_for_issues = !compared.selection().filter.issues.is_empty();
    let in_detail = asks_for_issues || options.details || options.consumer.reads_values();
    if !asks_for_issues || two.questions.len() > 1 {
        page.push(Block::Prose(two.counts()));
        if options.only.is_none() {
            page.blocks.extend(two.between().map(Block::Prose));
        }
        page.blocks.extend(two.groups(in_detail));
    }
    if in_detail {
        page.blocks.extend(question::all(&two, options));
    } else {
        page.blocks.extend(rest::clashes(&two));
        page.blocks.extend(rest::beyond(&two));
    }
    if options.only.is_none() {
        page.blocks.extend(contradiction::section(&compared.table, &compared.asked(), true));
    }
    if two.questions.is_empty() {
        page.push(Block::Prose("There is no such question between them here.".into()));
    }
    page.blocks.extend(rest::notes(&two, options));
    page.blocks.extend(over_time::other_times(&compared.table));
    omitted::note(&mut page, study.map, study.selection);
    let shown = two.questions.iter().map(|question| (question.issue, question.group.key()));
    page.records = options.consumer.reads_records().then(|| records::of(compared, options, shown));
    page
}

fn how_to_see_more() -> Block {
    let runs = Runs::from("More: ").with(Mark::Name, "compare A B").with(Mark::Plain, " for two of them, ");
    let runs = runs.with(Mark::Name, "--issue NAME").with(Mark::Plain, " for one question, ");
    Block::Note(runs.with(Mark::Name, "--full").with(Mark::Plain, " for all that lies between each two."))
}

/// A tree as a list of its roots.
fn in_lines(block: Block) -> Block {
    match block {
        Block::Tree(nodes) => Block::List(nodes.into_iter().map(|mut node| std::mem::take(&mut node.runs)).collect()),
        block => block,
    }
}
