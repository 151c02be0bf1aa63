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
use super::naming::{and, column_key, column_title, counted};
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
    all.summarise(&mut page, map, &positions, &titles);

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

/// What the verdicts on several pairs are counted as: the heading of a column, whose key has `-` for its spaces.
const KINDS: [(&str, fn(Verdict) -> bool); 7] = [
    ("opposed", is_opposed),
    ("conditional", |verdict| verdict == Verdict::Conditional),
    ("both ways", |verdict| verdict == Verdict::Ambivalent),
    ("same", |verdict| matches!(verdict, Verdict::Same(_))),
    ("compatible", |verdict| verdict == Verdict::Compatible),
    ("only raised", |verdict| verdict == Verdict::OnlyRaised),
    ("silent", |verdict| matches!(verdict, Verdict::OneSilent | Verdict::BothSilent)),
];

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

    /// How often each verdict was found between the first two.
    fn counts(&self) -> Vec<(usize, &'static str, &'static str)> {
        let mut counts: Vec<_> = VERDICTS.iter().map(|(_, key, words)| (0, *key, *words)).collect();
        for (_, pairs) in &self.issues {
            counts[rank(pairs[0].1.verdict)].0 += 1;
        }
        counts
    }

    /// The verdicts between two that occur, with how often; of whom alone speaks, apart.
    fn in_words(&self, positions: &Positions, titles: &[String]) -> Vec<(usize, String)> {
        let mut words = Vec::new();
        for (count, key, what) in self.counts() {
            if key != self::verdict::key(Verdict::OneSilent) {
                words.push((count, what.to_owned()));
                continue;
            }
            for (column, title) in titles.iter().enumerate() {
                let speaks = |issue: IssueId| positions.stands_on(issue).map(|(column, _)| column).eq([column]);
                let alone = self.issues.iter().filter(|(issue, _)| speaks(*issue)).count();
                words.push((alone, format!("spoken to only by {title}")));
            }
        }
        words.retain(|(count, _)| *count > 0);
        words
    }

    /// For two a sentence, for more a table with a row for each pair.
    fn summarise(&self, page: &mut Page, map: &Map, positions: &Positions, titles: &[String]) {
        if self.number == 2 {
            let mut runs = Runs::from(format!("{}: ", counted(self.issues.len(), "issue")));
            for (index, (count, words)) in self.in_words(positions, titles).into_iter().enumerate() {
                runs.push(Mark::Plain, if index > 0 { "; " } else { "" });
                runs.push(Mark::Strong, count.to_string());
                runs.push(Mark::Plain, format!(" {words}"));
            }
            page.push(Block::Prose(runs.with(Mark::Plain, ".")));
            return;
        }
        let mut table = Table { key: "verdicts".to_owned(), fixed: 1, ..Table::default() };
        table.columns.push(Column::new("pair", "pair"));
        let occurs = |wanted: &&(&str, fn(Verdict) -> bool)| {
            self.issues.iter().any(|(_, pairs)| pairs.iter().any(|(_, found)| wanted.1(found.verdict)))
        };
        let kinds: Vec<_> = KINDS.iter().filter(occurs).collect();
        table.columns.extend(kinds.iter().map(|(words, _)| Column::number(words.replace(' ', "-"), *words)));
        for a in 0..self.number {
            for b in a + 1..self.number {
                let [one, other] = [a, b].map(|column| column_key(map, &positions.columns, column));
                let mut cells = vec![Cell::text(format!("{one} – {other}"))];
                let found = self.issues.iter().flat_map(|(_, pairs)| pairs).filter(|(pair, _)| *pair == [a, b]);
                let verdicts: Vec<Verdict> = found.map(|(_, found)| found.verdict).collect();
                let count = |is: fn(Verdict) -> bool| verdicts.iter().filter(|verdict| is(**verdict)).count();
                cells.extend(kinds.iter().map(|(_, is)| Cell::number(count(*is))));
                table.rows.push(Row { cells, ..Row::default() });
            }
        }
        page.push(Block::Table(table));
    }
}

/// The verdict by which an issue finds its place: that of the pair which is most divided.
fn sharpest(pairs: &[([usize; 2], Comparison)]) -> Verdict {
    let verdicts = pairs.iter().map(|(_, found)| found.verdict);
    verdicts.min_by_key(|&verdict| rank(verdict)).expect("there are at least two columns")
}
