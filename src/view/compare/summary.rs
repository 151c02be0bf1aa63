//! The verdicts of a comparison counted: over all issues, and for each two.

use crate::analysis::dispute::agreement::Verdict;
use crate::page::{Cell, Column, Look, Row, Table};
use crate::study::Compared;
use crate::text::list::and;

/// A few verdicts counted together: a word for them, and which they are.
type Kind = (&'static str, fn(Verdict) -> bool);

/// Kinds as which the verdicts on several pairs are counted: the heading of a column, whose key has `_` for its spaces.
const KINDS: [Kind; 9] = [
    ("clash", Verdict::is_opposed),
    ("depends", |verdict| verdict == Verdict::Conditional),
    ("one is divided", |verdict| verdict == Verdict::Ambivalent),
    ("changed", |verdict| verdict == Verdict::ChangeOfMind),
    ("differ by degree", |verdict| verdict == Verdict::Degree),
    ("agree", |verdict| matches!(verdict, Verdict::Same(_))),
    ("both can be right", |verdict| verdict == Verdict::Compatible),
    ("at most one takes a side", |verdict| verdict == Verdict::OnlyRaised),
    ("at most one speaks", |verdict| matches!(verdict, Verdict::OneSilent | Verdict::BothSilent)),
];

/// How often each two come to which verdict.
pub fn pairs(compared: &Compared<'_>, names: &[String]) -> Table {
    let mut table = Table { key: "verdicts".to_owned(), fixed: 1, look: Look::List, ..Table::default() };
    table.columns.push(Column::new("pair", ""));
    let counts = if compared.issues().is_empty() { Vec::new() } else { compared.counts_of_pairs() };
    let of_kind = |counts: &[usize], (_, is): &Kind| {
        let verdicts = counts.iter().zip(Verdict::SHARPEST_FIRST).filter(|(_, verdict)| is(*verdict));
        verdicts.map(|(count, _)| count).sum::<usize>()
    };
    let occurs = |kind: &&Kind| counts.iter().any(|(_, counts)| of_kind(counts, kind) > 0);
    let kinds: Vec<&Kind> = KINDS.iter().filter(occurs).collect();
    table.columns.extend(kinds.iter().map(|(words, _)| Column::number(words.replace(' ', "_"), *words)));
    for (pair, counts) in &counts {
        let mut cells = vec![Cell::text(and(pair.map(|column| &names[column])))];
        cells.extend(kinds.iter().map(|kind| Cell::number(of_kind(counts, kind))));
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_is_counted_in_one_column() {
        for verdict in Verdict::SHARPEST_FIRST {
            assert_eq!(KINDS.iter().filter(|(_, is)| is(verdict)).count(), 1, "{verdict:?}");
        }
    }
}
