//! All issues of a comparison in their order, and the verdicts on them counted.

use rayon::prelude::*;

use crate::analysis::dispute::agreement::{Comparison, Side, Verdict, compare};
use crate::analysis::dispute::crux::{Cruxes, Sought};
use crate::analysis::table::ground::Grounds;
use crate::analysis::table::positions::Positions;
use crate::model::select::Selection;
use crate::model::{IssueId, Map};
use crate::page::{Cell, Column, Mark, Row, Runs, Table};
use crate::view::wording::naming::{column_key, counted};

use super::options::Only;
use super::verdict::{VERDICTS, is_opposed, rank};

/// A few verdicts counted together: a word for them, and which they are.
type Kind = (&'static str, fn(Verdict) -> bool);

/// What the verdicts on several pairs are counted as: the heading of a column, whose key has `_` for its spaces.
const KINDS: [Kind; 9] = [
    ("opposed", is_opposed),
    ("conditional", |verdict| verdict == Verdict::Conditional),
    ("both ways", |verdict| verdict == Verdict::Ambivalent),
    ("changed", |verdict| verdict == Verdict::ChangeOfMind),
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
        let number = positions.columns.owners.len();
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
        let mut issues: Vec<Held> = asked.par_iter().map(held).collect();
        issues.sort_by_key(|held| rank(held.sharpest()));
        Compared { number, issues }
    }

    /// The sharpest verdicts that occur, with how often; of two, who alone speaks, apart.
    fn in_words(&self, positions: &Positions, titles: &[String]) -> Vec<(usize, String)> {
        let mut counts = [0; VERDICTS.len()];
        self.issues.iter().for_each(|held| counts[rank(held.sharpest())] += 1);
        let mut words = Vec::new();
        for (count, (verdict, .., what)) in counts.into_iter().zip(VERDICTS) {
            match verdict {
                Verdict::OneSilent if self.number == 2 => {
                    for (column, title) in titles.iter().enumerate() {
                        let speaks =
                            |issue: IssueId| positions.stances_on(issue).map(|(column, _)| column).eq([column]);
                        let alone = self.issues.iter().filter(|held| speaks(held.issue)).count();
                        words.push((alone, format!("spoken to only by {title}")));
                    }
                }
                Verdict::OneSilent => words.push((count, "spoken to only by one".to_owned())),
                Verdict::BothSilent if self.number > 2 => words.push((count, "with all silent".to_owned())),
                _ => words.push((count, what.to_owned())),
            }
        }
        words.retain(|(count, _)| *count > 0);
        words
    }

    /// How many issues were asked for, of how many.
    fn issues(&self, map: &Map) -> String {
        match (self.issues.len(), map.issues.len()) {
            (asked, all) if asked < all => format!("{asked} of {}", counted(all, "issue")),
            (_, all) => counted(all, "issue"),
        }
    }

    /// How often there is which verdict: of more than two, how they stand who are most divided.
    pub fn in_short(&self, map: &Map, positions: &Positions, titles: &[String]) -> Runs {
        let mut runs = Runs::from(self.issues(map));
        runs.push(Mark::Plain, if self.number > 2 { ", by the two most divided on each: " } else { ": " });
        for (index, (count, words)) in self.in_words(positions, titles).into_iter().enumerate() {
            runs.push(Mark::Plain, if index > 0 { "; " } else { "" });
            runs.push(Mark::Strong, count.to_string());
            runs.push(Mark::Plain, format!(" {words}"));
        }
        runs.with(Mark::Plain, ".")
    }

    /// What stands above the table of pairs.
    pub fn lead(&self, map: &Map) -> Runs {
        format!("How each two stand on {}", self.issues(map)).into()
    }

    /// How often each two come to which verdict.
    pub fn pairs(&self, map: &Map, positions: &Positions) -> Table {
        let mut table = Table { key: "verdicts".to_owned(), fixed: 1, ..Table::default() };
        table.columns.push(Column::new("pair", "pair"));
        let kind = |verdict| KINDS.iter().position(|(_, is)| is(verdict)).expect("every verdict is of a kind");
        // The pairs of every issue stand in the same order.
        let mut counts = vec![[0; KINDS.len()]; self.issues.first().map_or(0, |held| held.pairs.len())];
        for held in &self.issues {
            for (pair, counts) in held.pairs.iter().zip(&mut counts) {
                counts[kind(pair.found.verdict)] += 1;
            }
        }
        let occurs = |&kind: &usize| counts.iter().any(|counts| counts[kind] > 0);
        let kinds: Vec<usize> = (0..KINDS.len()).filter(occurs).collect();
        let column = |&kind: &usize| Column::number(KINDS[kind].0.replace(' ', "_"), KINDS[kind].0);
        table.columns.extend(kinds.iter().map(column));
        let pairs = self.issues.first().map_or(&[][..], |held| held.pairs.as_slice());
        for (pair, counts) in pairs.iter().zip(&counts) {
            let [one, other] = pair.columns.map(|column| column_key(map, &positions.columns, column));
            let mut cells = vec![Cell::text(format!("{one} – {other}"))];
            cells.extend(kinds.iter().map(|&kind| Cell::number(counts[kind])));
            table.rows.push(Row { cells, ..Row::default() });
        }
        table
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
