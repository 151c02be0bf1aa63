//! All figures of all pairs, as one flat table.

use rayon::prelude::*;
use serde_json::Value;

use crate::analysis::similarity::Pair;
use crate::model::IssueId;
use crate::page::{Cell, Column, Row, Runs, Table};

use super::Found;

/// The keys of its columns, a promise to programs.
const KEYS: [&str; 25] = [
    "a",
    "b",
    "gower",
    "n",
    "inferred",
    "same",
    "opposite",
    "low",
    "high",
    "issues",
    "congruence",
    "conflict",
    "subtract",
    "sources",
    "sources-inferred",
    "jaccard-issues",
    "issues-both",
    "issues-either",
    "jaccard-grounds",
    "grounds-both",
    "grounds-either",
    "kappa",
    "tau",
    "ordered",
    "ordered-inferred",
];

/// A row for each two, in the order of the map. What is undefined is empty.
pub fn records(found: &Found<'_>) -> Table {
    let columns = KEYS.iter().map(|&key| Column::new(key, key)).collect();
    let number = found.names.len();
    let all: Vec<(usize, usize)> = (0..number).flat_map(|a| (a + 1..number).map(move |b| (a, b))).collect();
    let rows = all.into_par_iter().map(|(a, b)| row(found, a, b)).collect();
    Table { key: "pairs".to_owned(), columns, fixed: 2, rows, ..Table::default() }
}

fn row(found: &Found<'_>, a: usize, b: usize) -> Row {
    let pair = found.similarity.pair(a, b);
    let Pair { sum, same, opposite, without, by_source, issues, grounds, kappa, tau, .. } = pair;
    let name = |issue: usize| found.map.word(found.map.issues[IssueId::new(issue)].name);
    let values: [Value; KEYS.len()] = [
        found.names[a].as_str().into(),
        found.names[b].as_str().into(),
        sum.similarity().into(),
        sum.number.into(),
        pair.inferred.into(),
        same.into(),
        opposite.into(),
        without.as_ref().map(|without| without.low).into(),
        without.as_ref().map(|without| without.high).into(),
        without.map(|without| without.most.iter().map(|&issue| name(issue)).collect::<Vec<_>>()).into(),
        by_source.congruence().into(),
        by_source.conflict().into(),
        by_source.subtract().into(),
        by_source.number.into(),
        pair.by_source_inferred.into(),
        issues.value().into(),
        issues.both.into(),
        issues.either.into(),
        grounds.value().into(),
        grounds.both.into(),
        grounds.either.into(),
        kappa.value().into(),
        tau.into(),
        kappa.number.into(),
        pair.ordered_inferred.into(),
    ];
    let cell = |value| Cell { runs: Runs::new(), value };
    Row { cells: values.map(cell).into(), ..Row::default() }
}
