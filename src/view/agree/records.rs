//! All figures of all pairs, as one flat table.

use measure::matrix::Without;
use rayon::prelude::*;
use serde_json::Value;

use crate::model::IssueId;
use crate::page::{Cell, Column, Row, Table};

use super::Found;

/// The keys of its columns, a promise to programs.
const KEYS: [&str; 26] = [
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
    "issues-count",
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

/// Of the issues by which a figure moves most, so many are named: where a pair speaks to many, most of them move it alike.
const NAMED: usize = 5;

/// A row for each two, in the order of the map. What is undefined is empty.
pub fn records(found: &Found<'_>) -> Table {
    let columns = KEYS.iter().map(|&key| Column::new(key, key)).collect();
    let number = found.names.len();
    let all: Vec<(usize, usize)> = (0..number).flat_map(|a| (a + 1..number).map(move |b| (a, b))).collect();
    let rows = all.into_par_iter().map(|(a, b)| row(found, a, b)).collect();
    Table { key: "pairs".to_owned(), columns, fixed: 2, rows, ..Table::default() }
}

fn row(found: &Found<'_>, a: usize, b: usize) -> Row {
    let similarity = &found.similarity;
    let distance = similarity.distance(a, b);
    let (by_source, by_source_inferred) = similarity.distance_by_source(a, b);
    let (issues, grounds) = (similarity.issues(a, b), similarity.grounds(a, b));
    let ordered = similarity.ordered(a, b);
    let without = distance.without.as_ref();
    let name = |&issue: &usize| found.map.word(found.map.issues[IssueId::new(issue)].name);
    let named = |without: &Without| without.most.iter().take(NAMED).map(name).collect::<Vec<_>>();
    let values: [Value; KEYS.len()] = [
        found.names[a].as_str().into(),
        found.names[b].as_str().into(),
        distance.sum.similarity().into(),
        distance.sum.number.into(),
        distance.inferred.into(),
        distance.same.into(),
        distance.opposite.into(),
        without.map(|without| without.low).into(),
        without.map(|without| without.high).into(),
        without.map(named).into(),
        without.map(|without| without.most.len()).into(),
        by_source.congruence().into(),
        by_source.conflict().into(),
        by_source.subtract().into(),
        by_source.number.into(),
        by_source_inferred.into(),
        issues.value().into(),
        issues.both.into(),
        issues.either.into(),
        grounds.value().into(),
        grounds.both.into(),
        grounds.either.into(),
        ordered.kappa.value().into(),
        ordered.tau.into(),
        ordered.kappa.number.into(),
        ordered.inferred.into(),
    ];
    Row { cells: values.map(Cell::value).into(), ..Row::default() }
}
