//! How two authors or sources, or more, differ: one verdict for each issue, and under it what each side says.

mod difference;
mod issue;
mod records;
mod verdict;

use crate::analysis::agreement::{Comparison, Verdict, compare as compare_on};
use crate::analysis::column::{Columns, Party};
use crate::analysis::ground::Grounds;
use crate::analysis::positions::Positions;
use crate::model::select::Selection;
use crate::model::{IssueId, Map};
use crate::page::{Block, Cell, Column, Mark, Page, Row, Runs, Table};

use self::issue::Held;
use self::verdict::{VERDICTS, is_opposed, rank};
use super::left_out;
use super::naming::{and, column_title, counted};
use super::sign::Legend;

/// What is compared.
#[derive(Debug, Clone, Default)]
pub struct CompareOptions {
    /// Whose statements, in this order.
    pub parties: Vec<Party>,
    /// Which issues alone.
    pub only: Option<Only>,
}

/// Which issues of a comparison are shown alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// Those on which two are opposed.
    Opposed,
    /// Those on which two hold the same.
    Shared,
    /// Those on which one speaks and another is silent.
    Silent,
}

impl Only {
    fn keeps(self, verdict: Verdict) -> bool {
        match self {
            Only::Opposed => is_opposed(verdict),
            Only::Shared => matches!(verdict, Verdict::Same(_)),
            Only::Silent => verdict == Verdict::OneSilent,
        }
    }
}

/// The verdicts counted, then the issues: what divides comes first, then what is shared, then what only one speaks to; in
/// each kind the issues keep the order of the map.
pub fn compare(map: &Map, selection: &Selection, options: &CompareOptions) -> Page {
    let columns = Columns::chosen(map, &options.parties, selection.filter.voices);
    let positions = Positions::new(map, selection, columns);
    let number = positions.columns.who.len();
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
    all.summarise(&mut page, &titles);

    let mut legend = Legend::default();
    let mut flat = records::records();
    let whole = options.only == Some(Only::Silent) || !selection.filter.issues.is_empty();
    let mut lone: Vec<Vec<Runs>> = vec![Vec::new(); number];
    let mut silent = Vec::new();
    let mut shown = 0;
    for (issue, pairs) in &all.issues {
        if options.only.is_some_and(|only| !pairs.iter().any(|(_, found)| only.keeps(found.verdict))) {
            continue;
        }
        records::add(&mut flat, map, &positions, *issue, sharpest(pairs));
        let mut speaking = positions.stands_on(*issue);
        match (speaking.next(), speaking.next()) {
            (None, _) => silent.push(map.word(map.issues[*issue].name).to_owned()),
            (Some((column, stand)), None) if !whole => {
                lone[column].push(issue::in_a_line(map, *issue, &stand, &mut legend));
            }
            _ => {
                let held = Held { issue: *issue, pairs };
                page.blocks.extend(issue::blocks(map, selection, &positions, &held, &mut legend));
                shown += 1;
            }
        }
    }
    for (column, lines) in lone.into_iter().enumerate().filter(|(_, lines)| !lines.is_empty()) {
        let text = format!("Spoken to only by {} ({})", titles[column], counted(lines.len(), "issue"));
        page.push(Block::Heading { level: 2, runs: text.into() });
        page.push(Block::List(lines));
        shown += 1;
    }
    if shown == 0 {
        page.push(Block::Prose("There is no such issue between them here.".into()));
    }
    page.blocks.extend(legend.note());
    if !silent.is_empty() {
        let text = format!("Not shown, because all of them are silent: {} (", counted(silent.len(), "issue"));
        page.push(Block::Note(Runs::from(text).with(Mark::Name, left_out::names(silent)).with(Mark::Plain, ").")));
    }
    left_out::say(&mut page, selection);
    page.records = Some(flat);
    page
}

/// Every issue with all pairs of columns held against each other, in the order in which the page shows them.
struct Compared {
    number: usize,
    issues: Vec<(IssueId, Vec<([usize; 2], Comparison)>)>,
}

impl Compared {
    fn new(map: &Map, selection: &Selection, positions: &Positions, asked: &[IssueId]) -> Compared {
        let number = positions.columns.who.len();
        let grounds = Grounds::new(map, selection.filter.stated);
        let pairs = |issue: IssueId| {
            let pairs = (0..number).flat_map(|a| (a + 1..number).map(move |b| [a, b]));
            pairs.map(|pair| (pair, compare_on(map, positions, &grounds, issue, pair))).collect()
        };
        let mut issues: Vec<(IssueId, Vec<_>)> = asked.iter().map(|&issue| (issue, pairs(issue))).collect();
        issues.sort_by_key(|(_, pairs)| rank(sharpest(pairs)));
        Compared { number, issues }
    }

    /// How often each verdict was found between two columns.
    fn counts(&self, pair: [usize; 2]) -> Vec<(usize, &'static str, &'static str)> {
        let mut counts: Vec<_> = VERDICTS.iter().map(|(_, key, words)| (0, *key, *words)).collect();
        for (_, pairs) in &self.issues {
            for (_, found) in pairs.iter().filter(|(of, _)| *of == pair) {
                counts[rank(found.verdict)].0 += 1;
            }
        }
        counts
    }

    /// For two a sentence, for more a table with a row for each pair.
    fn summarise(&self, page: &mut Page, titles: &[String]) {
        if self.number == 2 {
            let mut runs = Runs::from(format!("{}: ", counted(self.issues.len(), "issue")));
            let counts = self.counts([0, 1]).into_iter().filter(|(count, ..)| *count > 0);
            for (index, (count, _, words)) in counts.enumerate() {
                runs.push(Mark::Plain, if index > 0 { "; " } else { "" });
                runs.push(Mark::Strong, count.to_string());
                runs.push(Mark::Plain, format!(" {words}"));
            }
            page.push(Block::Prose(runs.with(Mark::Plain, ".")));
            return;
        }
        let mut table = Table { key: "verdicts".to_owned(), fixed: 1, ..Table::default() };
        table.columns.push(Column::new("pair", "pair"));
        let pairs: Vec<[usize; 2]> = (0..self.number).flat_map(|a| (a + 1..self.number).map(move |b| [a, b])).collect();
        let counts: Vec<_> = pairs.iter().map(|&pair| self.counts(pair)).collect();
        let occurring = |index: &usize| counts.iter().any(|of_pair| of_pair[*index].0 > 0);
        let occurring: Vec<usize> = (0..VERDICTS.len()).filter(occurring).collect();
        table.columns.extend(occurring.iter().map(|&index| Column::number(VERDICTS[index].1, VERDICTS[index].2)));
        for ([a, b], counts) in pairs.iter().zip(&counts) {
            let mut cells = vec![Cell::text(format!("{} – {}", titles[*a], titles[*b]))];
            cells.extend(occurring.iter().map(|&index| Cell::number(counts[index].0)));
            table.rows.push(Row { cells, ..Row::default() });
        }
        page.push(Block::Table(table));
    }
}

/// The verdict by which an issue finds its place: that of the pair which is most divided.
fn sharpest(pairs: &[([usize; 2], Comparison)]) -> Verdict {
    let verdicts = pairs.iter().map(|(_, found)| found.verdict);
    verdicts.min_by_key(|&verdict| rank(verdict)).expect("there are at least two columns")
}
