//! All issues of a comparison in their order, and the verdicts on them counted.

use crate::analysis::agreement::{Comparison, Side, Verdict, compare};
use crate::analysis::crux::{Cruxes, Sought};
use crate::analysis::ground::Grounds;
use crate::analysis::positions::Positions;
use crate::model::select::Selection;
use crate::model::{IssueId, Map};
use crate::page::{Block, Cell, Column, Mark, Page, Row, Runs, Table};
use crate::view::naming::{column_key, counted};

use super::Only;
use super::verdict::{VERDICTS, is_opposed, rank};

/// A few verdicts counted together: a word for them, and which they are.
type Kind = (&'static str, fn(Verdict) -> bool);

/// What the verdicts on several pairs are counted as: the heading of a column, whose key has `-` for its spaces.
const KINDS: [Kind; 9] = [
    ("opposed", is_opposed),
    ("conditional", |verdict| verdict == Verdict::Conditional),
    ("both ways", |verdict| verdict == Verdict::Ambivalent),
    ("changed", |verdict| matches!(verdict, Verdict::Changed | Verdict::ChangeOfMind)),
    ("differ by degree", |verdict| verdict == Verdict::Degree),
    ("same", |verdict| matches!(verdict, Verdict::Same(_))),
    ("compatible", |verdict| verdict == Verdict::Compatible),
    ("only raised", |verdict| verdict == Verdict::OnlyRaised),
    ("silent", |verdict| matches!(verdict, Verdict::OneSilent | Verdict::BothSilent)),
];

/// Two columns, and what comes of holding them against each other on an issue.
#[derive(Debug)]
pub struct Pair {
    /// The columns.
    pub columns: [usize; 2],
    /// What comes of it.
    pub found: Comparison,
    /// Where they are opposed, be it only the condition apart: what comes of looking for the crux of each clash, none twice.
    pub cruxes: Vec<Sought>,
}

/// An issue with all pairs of columns.
#[derive(Debug)]
pub struct Held {
    /// The issue.
    pub issue: IssueId,
    /// The pairs, of two columns one.
    pub pairs: Vec<Pair>,
}

impl Held {
    /// The verdict by which an issue finds its place: that of the pair which is most divided.
    pub fn sharpest(&self) -> Verdict {
        let verdicts = self.pairs.iter().map(|pair| pair.found.verdict);
        verdicts.min_by_key(|&verdict| rank(verdict)).expect("there are at least two columns")
    }

    /// Whether one of its pairs is among those asked for.
    pub fn is_kept(&self, only: Only) -> bool {
        self.pairs.iter().any(|pair| only.keeps(pair.found.verdict))
    }

    fn has(&self, is: fn(Verdict) -> bool) -> bool {
        self.pairs.iter().any(|pair| is(pair.found.verdict))
    }
}

/// Every issue with all pairs of columns held against each other, in the order in which the page shows them.
#[derive(Debug)]
pub struct Compared {
    number: usize,
    /// The issues.
    pub issues: Vec<Held>,
}

impl Compared {
    /// Compares on each of these issues.
    pub fn new(map: &Map, selection: &Selection, positions: &Positions, asked: &[IssueId]) -> Compared {
        let number = positions.columns.who.len();
        let grounds = Grounds::new(map, selection.filter.stated);
        let cruxes = Cruxes::new(map, &grounds, &positions.columns);
        let held = |&issue: &IssueId| {
            let side = |column| Side::new(map, positions, &grounds, issue, column);
            let sides: Vec<Side<'_>> = (0..number).map(side).collect();
            let pairs = (0..number).flat_map(|a| (a + 1..number).map(move |b| [a, b]));
            let pair = |columns: [usize; 2]| {
                let pair = columns.map(|column| &sides[column]);
                let found = compare(map, &grounds, issue, pair);
                let mut sought = Vec::new();
                let conditional = found.verdict == Verdict::Conditional && !found.is_same_mind;
                if conditional || found.verdict == Verdict::Opposed {
                    for clash in found.oppositions(map) {
                        let crux = cruxes.of(clash, pair);
                        let told = !conditional || crux != Sought::None;
                        sought.extend((told && !sought.contains(&crux)).then_some(crux));
                    }
                }
                Pair { columns, found, cruxes: sought }
            };
            Held { issue, pairs: pairs.map(pair).collect() }
        };
        let mut issues: Vec<Held> = asked.iter().map(held).collect();
        issues.sort_by_key(|held| rank(held.sharpest()));
        Compared { number, issues }
    }

    /// How often each verdict was found between the first two.
    fn counts(&self) -> Vec<(usize, &'static str, &'static str)> {
        let mut counts: Vec<_> = VERDICTS.iter().map(|(_, key, _, words)| (0, *key, *words)).collect();
        for held in &self.issues {
            counts[rank(held.pairs[0].found.verdict)].0 += 1;
        }
        counts
    }

    /// The verdicts between two that occur, with how often; of whom alone speaks, apart.
    fn in_words(&self, positions: &Positions, titles: &[String]) -> Vec<(usize, String)> {
        let mut words = Vec::new();
        for (count, key, what) in self.counts() {
            if key != super::verdict::key(Verdict::OneSilent) {
                words.push((count, what.to_owned()));
                continue;
            }
            for (column, title) in titles.iter().enumerate() {
                let speaks = |issue: IssueId| positions.stands_on(issue).map(|(column, _)| column).eq([column]);
                let alone = self.issues.iter().filter(|held| speaks(held.issue)).count();
                words.push((alone, format!("spoken to only by {title}")));
            }
        }
        words.retain(|(count, _)| *count > 0);
        words
    }

    /// For two a sentence, for more a table with a row for each pair.
    pub fn summarise(&self, page: &mut Page, map: &Map, positions: &Positions, titles: &[String]) {
        let issues = match (self.issues.len(), map.issues.len()) {
            (asked, all) if asked < all => format!("{asked} of {}", counted(all, "issue")),
            (_, all) => counted(all, "issue"),
        };
        if self.number == 2 {
            let mut runs = Runs::from(format!("{issues}: "));
            for (index, (count, words)) in self.in_words(positions, titles).into_iter().enumerate() {
                runs.push(Mark::Plain, if index > 0 { "; " } else { "" });
                runs.push(Mark::Strong, count.to_string());
                runs.push(Mark::Plain, format!(" {words}"));
            }
            page.push(Block::Prose(runs.with(Mark::Plain, ".")));
            return;
        }
        page.push(Block::Prose(format!("How each two stand on {issues}:").into()));
        let mut table = Table { key: "verdicts".to_owned(), fixed: 1, ..Table::default() };
        table.columns.push(Column::new("pair", "pair"));
        let occurs = |(_, is): &&Kind| self.issues.iter().any(|held| held.has(*is));
        let kinds: Vec<&Kind> = KINDS.iter().filter(occurs).collect();
        table.columns.extend(kinds.iter().map(|(words, _)| Column::number(words.replace(' ', "-"), *words)));
        for a in 0..self.number {
            for b in a + 1..self.number {
                let [one, other] = [a, b].map(|column| column_key(map, &positions.columns, column));
                let mut cells = vec![Cell::text(format!("{one} – {other}"))];
                let found = self.issues.iter().flat_map(|held| &held.pairs).filter(|pair| pair.columns == [a, b]);
                let verdicts: Vec<Verdict> = found.map(|pair| pair.found.verdict).collect();
                let count = |is: fn(Verdict) -> bool| verdicts.iter().filter(|verdict| is(**verdict)).count();
                cells.extend(kinds.iter().map(|(_, is)| Cell::number(count(*is))));
                table.rows.push(Row { cells, ..Row::default() });
            }
        }
        page.push(Block::Table(table));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_is_counted_in_one_column() {
        for (verdict, key, ..) in VERDICTS {
            assert_eq!(KINDS.iter().filter(|(_, is)| is(verdict)).count(), 1, "{key}");
        }
    }
}
