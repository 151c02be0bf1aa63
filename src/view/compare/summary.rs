//! The verdicts of a comparison counted: over all issues, and for each two.

use crate::analysis::dispute::agreement::Verdict;
use crate::page::{Cell, Column, Row, Runs, Table};
use crate::study::Compared;
use crate::view::wording::naming::{column_key, counted};

use super::verdict::VERDICTS;

/// A few verdicts counted together: a word for them, and which they are.
type Kind = (&'static str, fn(Verdict) -> bool);

/// Kinds as which the verdicts on several pairs are counted: the heading of a column, whose key has `_` for its spaces.
const KINDS: [Kind; 9] = [
    ("opposed", Verdict::is_opposed),
    ("conditional", |verdict| verdict == Verdict::Conditional),
    ("both ways", |verdict| verdict == Verdict::Ambivalent),
    ("changed", |verdict| verdict == Verdict::ChangeOfMind),
    ("differ by degree", |verdict| verdict == Verdict::Degree),
    ("same", |verdict| matches!(verdict, Verdict::Same(_))),
    ("compatible", |verdict| verdict == Verdict::Compatible),
    ("only raised", |verdict| verdict == Verdict::OnlyRaised),
    ("silent", |verdict| matches!(verdict, Verdict::OneSilent | Verdict::BothSilent)),
];

/// How many issues were asked for, of how many.
fn issues(compared: &Compared<'_>) -> String {
    match (compared.issues().len(), compared.map().issues.len()) {
        (asked, all) if asked < all => format!("{asked} of {}", counted(all, "issue")),
        (_, all) => counted(all, "issue"),
    }
}

/// Words above the table of pairs.
pub fn lead(compared: &Compared<'_>) -> Runs {
    format!("How each two stand on {}", issues(compared)).into()
}

/// How often each two come to which verdict.
pub fn pairs(compared: &Compared<'_>) -> Table {
    let mut table = Table { key: "verdicts".to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(Column::new("pair", "pair"));
    let counts = if compared.issues().is_empty() { Vec::new() } else { compared.counts_of_pairs() };
    let of_kind = |counts: &[usize], (_, is): &Kind| {
        let verdicts = counts.iter().zip(VERDICTS).filter(|(_, (verdict, ..))| is(*verdict));
        verdicts.map(|(count, _)| count).sum::<usize>()
    };
    let occurs = |kind: &&Kind| counts.iter().any(|(_, counts)| of_kind(counts, kind) > 0);
    let kinds: Vec<&Kind> = KINDS.iter().filter(occurs).collect();
    table.columns.extend(kinds.iter().map(|(words, _)| Column::number(words.replace(' ', "_"), *words)));
    for (pair, counts) in &counts {
        let [one, other] = pair.map(|column| column_key(compared.map(), compared.table.columns(), column));
        let mut cells = vec![Cell::text(format!("{one} – {other}"))];
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
        for (verdict, key, ..) in VERDICTS {
            assert_eq!(KINDS.iter().filter(|(_, is)| is(verdict)).count(), 1, "{key}");
        }
    }
}
