//! Which issues divide those who speak to them: the figures, and who stands where.

mod camps;
mod figures;
mod record;

use measure::alpha::Alpha;

use crate::analysis::comparison::division::{Division, Pool};
use crate::analysis::table::column::By;
use crate::model::{Answers, IssueId, Map};
use crate::page::{Block, Cell, Column, Consumer, Mark, Node, Page, Row, Runs, Table};
use crate::study::{PositionTable, Study};

use super::wording::camp::Camps;
use super::wording::figure::cell;
use super::wording::naming::{column_title, counted};
use super::wording::stance_word::signs;
use super::wording::{omitted, speech, uncounted};
use crate::view::wording::named;

/// How it is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct DivideOptions {
    /// The columns that are divided: authors, sources or organisations.
    pub by: By,
    /// Whether the figures and their definitions are asked for, and not names and counts.
    pub figures: bool,
    /// The reader of the page, which decides what it has to hold.
    pub consumer: Consumer,
}

/// Questions that divide, what divides most first, with who stands where; or, where they are asked for, the figures of each, and what each
/// figure says.
pub fn divide(study: &Study<'_>, options: DivideOptions) -> Page {
    let (map, selection) = (study.map, study.selection);
    let table = study.table(options.by);
    let all = table.divisions();
    let who = match options.by {
        By::Author => "authors",
        By::Source => "sources",
        By::Organisation => "organisations",
        By::Side => "sides",
        By::Year => "years",
    };
    let mut page = Page::new("divide", format!("What divides the {who}"));
    let (divided, alone): (Vec<&Division>, Vec<&Division>) =
        all.issues.iter().partition(|division| division.spread.pairs > 0);
    if divided.is_empty() {
        page.push(Block::Prose(format!("No two {who} here can be held against each other on any issue.").into()));
    } else if !options.figures && !options.consumer.reads_values() {
        camps::camps(&mut page, study, table, &divided, who);
    } else {
        page.push(Block::Prose(lead(map, &divided, all.speaking, who)));
        let camps = Camps { table, short: study.short() };
        page.push(Block::Table(figures::table(map, &divided)));
        page.push(Block::Heading { level: 1, runs: "Who stands where".into() });
        page.push(Block::Tree(divided.iter().map(|division| camps.tree(division, options.consumer)).collect()));
        page.push(Block::Heading { level: 1, runs: "What the figures say".into() });
        page.push(Block::List(figures::definitions(&divided)));
        page.blocks.extend(pools(&all.pools));
    }
    if !alone.is_empty() {
        let names = alone.iter().map(|division| speech::issue(map, division.issue));
        let text = format!("No two can be held against each other on {} (", counted(alone.len(), "question"));
        page.push(Block::Note(Runs::from(text).joined(omitted::named(names)).with(Mark::Plain, ").")));
    }
    page.blocks.extend(uncounted::section(study, table));
    page.blocks.extend(placeless_note(table));
    let is_marked =
        page.blocks.iter().any(|block| matches!(block, Block::Tree(nodes) if nodes.iter().any(is_inferred)));
    page.blocks.extend(signs(is_marked, false).map(Block::Note));
    omitted::note(&mut page, map, selection);
    omitted::note_voices(&mut page, study.reported(), 0);
    page.records = options.consumer.reads_records().then(|| record::records(map, table.columns(), &all.issues));
    page
}

/// Whether anything in a tree is the mapper's reading.
fn is_inferred(node: &Node) -> bool {
    node.runs.pieces.iter().any(|run| run.mark == Mark::Inferred && !run.text.is_empty())
        || node.children.iter().any(is_inferred)
}

/// The answer in a sentence.
fn lead(map: &Map, divided: &[&Division], speaking: usize, who: &str) -> Runs {
    let first = divided[0];
    let issues = counted(divided.len(), "issue");
    let text = format!("{speaking} {who}, and {issues} on which two of them or more can be held against each other");
    if first.spread.apart() == 0.0 {
        let is_open = |division: &&Division| map.issues[division.issue].answers == Answers::Open;
        return if divided.iter().any(is_open) {
            format!(
            "{text}; no two are apart on any. On an open issue different answers can stand together, and are not held \
             against each other."
        )
        .into()
        } else {
            format!("{text}; none divides them.").into()
        };
    }
    let name = named::issue(map, first.issue);
    let runs = Runs::from(format!("{text}. What divides them most is ")).joined(name);
    let pairs = if first.spread.pairs == 1 { "pair is" } else { "pairs are" };
    runs.with(Mark::Plain, format!(": {} {pairs} apart.", figures::apart(&first.spread)))
}

/// Columns that only reject positions of a scale, and so enter nothing that asks for a place of their own.
fn placeless_note(table: &PositionTable<'_>) -> Option<Block> {
    let map = table.map;
    let found = table.placeless();
    let name = |&(issue, column): &(IssueId, usize)| {
        (map.word(map.issues[issue].name), column_title(map, table.columns(), column))
    };
    let named: Vec<(&str, String)> = found.iter().map(name).collect();
    let who = omitted::on_issues(named.iter().map(|(issue, name)| (*issue, name.as_str())));
    let stands = counted(found.len(), "stand");
    let text = format!(
        "Without a place of their own, because only positions of a scale are rejected, and held against each other from the nearest position left, but \
         outside A, P and α: {stands} ({who})."
    );
    (!found.is_empty()).then(|| Block::Note(text.into()))
}

/// α over all issues of a kind.
fn pools(pools: &[(Pool, Alpha)]) -> Option<Block> {
    let mut table = Table { key: "pools".to_owned(), fixed: 1, ..Table::default() };
    table.caption = Some("α over all issues of a kind".into());
    let numbers = [("alpha", "α"), ("n", "answers"), ("issues", "issues")];
    table.columns.push(Column::new("kind", "kind"));
    table.columns.extend(numbers.map(|(key, heading)| Column::number(key, heading)));
    for (pool, alpha) in pools.iter().filter(|(_, alpha)| alpha.units > 1) {
        let kind = match pool {
            Pool::YesNo => "yes or no".to_owned(),
            Pool::Scale(positions) => format!("scale of {positions}"),
        };
        let numbers = [Cell::number(alpha.values), Cell::number(alpha.units)];
        let cells = [Cell::text(kind), cell(alpha.value())].into_iter().chain(numbers).collect();
        table.rows.push(Row { cells, ..Row::default() });
    }
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::{scene, whole};
    use crate::view::wording::plain::plain;

    fn shown(statements: &str) -> String {
        let map = scene(statements);
        let options = DivideOptions { consumer: Consumer::Person, ..DivideOptions::default() };
        plain(&divide(&Study::new(&map, &whole(&map)), options))
    }

    #[test]
    fn names_come_before_figures() {
        let page = shown(
            "@ann-2015\n\nclaim a: A.\n  holds choice: roads\n  holds act: yes\n\n@bob-2015\n\nclaim b: B.\n  holds choice: police\n  holds act: yes\n",
        );
        let expected = "= What divides the authors\n\
                        1 of 2 questions divides the authors. One mark stands for each who takes a plain side.\n\
                        - What should be done?\n\
                        \x20 - build roads: Ann  ●\n\
                        \x20 - train police: Bob  ●\n\
                        All who take a side agree (1): ‘Should we act?’\n";
        assert!(page.starts_with(expected), "{page}");
        assert!(!page.contains("division") && !page.contains('α'), "{page}");
    }
}
