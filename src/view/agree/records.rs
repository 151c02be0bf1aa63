//! All figures of all pairs, as one flat table.

use measure::jaccard::Jaccard;
use measure::matrix::{Sum, Without};
use rayon::prelude::*;

use crate::analysis::comparison::similarity::{Distance, Ordered};
use crate::model::IssueId;
use crate::page::{Field, Table};

use super::found::Found;

/// Of the issues by which a figure moves most, so many are named: where a pair speaks to many, most of them move it alike.
const NAMED: usize = 5;

/// The number of pairs that are computed at once, on all cores.
const PAIRS_AT_ONCE: usize = 4_096;

/// The figures of two, each with what it rests on.
struct Pair<'f> {
    names: [&'f str; 2],
    distance: Distance,
    /// The issues by which the figure moves most when one is left out, by name.
    most: Vec<&'f str>,
    by_source: Sum,
    by_source_inferred: u64,
    issues: Jaccard,
    grounds: Jaccard,
    ordered: Ordered,
}

/// A row for each two, in the order of the map. What is undefined is null.
pub fn records(found: &Found<'_>) -> Table {
    let number = found.names.len();
    let all: Vec<(usize, usize)> = (0..number).flat_map(|a| (a + 1..number).map(move |b| (a, b))).collect();
    let rows = all.chunks(PAIRS_AT_ONCE).flat_map(|some| {
        let rows: Vec<Pair<'_>> = some.par_iter().map(|&(a, b)| Pair::new(found, a, b)).collect();
        rows
    });
    Table::of_records("pairs", &fields(), rows)
}

fn fields<'f>() -> Vec<Field<Pair<'f>>> {
    fn without(pair: &Pair<'_>, read: impl Fn(&Without) -> f64) -> Option<f64> {
        pair.distance.without.as_ref().map(read)
    }
    vec![
        Field::text("a", |pair: &Pair<'_>| pair.names[0]),
        Field::text("b", |pair: &Pair<'_>| pair.names[1]),
        Field::number("gower", |pair: &Pair<'_>| pair.distance.sum.similarity()),
        Field::whole("n", |pair: &Pair<'_>| Some(pair.distance.sum.number)),
        Field::whole("inferred", |pair: &Pair<'_>| Some(pair.distance.inferred)),
        Field::whole("same", |pair: &Pair<'_>| Some(pair.distance.same)),
        Field::whole("opposite", |pair: &Pair<'_>| Some(pair.distance.opposite)),
        Field::number("low", |pair: &Pair<'_>| without(pair, |without| without.low)),
        Field::number("high", |pair: &Pair<'_>| without(pair, |without| without.high)),
        Field::texts("issues", |pair: &Pair<'_>| pair.most.clone()),
        Field::whole("issues_count", |pair: &Pair<'_>| pair.distance.without.as_ref().map(|it| it.most.len())),
        Field::number("congruence", |pair: &Pair<'_>| pair.by_source.congruence()),
        Field::number("conflict", |pair: &Pair<'_>| pair.by_source.conflict()),
        Field::number("subtract", |pair: &Pair<'_>| pair.by_source.subtract()),
        Field::whole("sources", |pair: &Pair<'_>| Some(pair.by_source.number)),
        Field::whole("sources_inferred", |pair: &Pair<'_>| Some(pair.by_source_inferred)),
        Field::number("jaccard_issues", |pair: &Pair<'_>| pair.issues.value()),
        Field::whole("issues_both", |pair: &Pair<'_>| Some(pair.issues.both)),
        Field::whole("issues_either", |pair: &Pair<'_>| Some(pair.issues.either)),
        Field::number("jaccard_grounds", |pair: &Pair<'_>| pair.grounds.value()),
        Field::whole("grounds_both", |pair: &Pair<'_>| Some(pair.grounds.both)),
        Field::whole("grounds_either", |pair: &Pair<'_>| Some(pair.grounds.either)),
        Field::number("kappa", |pair: &Pair<'_>| pair.ordered.kappa.value()),
        Field::number("tau", |pair: &Pair<'_>| pair.ordered.tau),
        Field::whole("ordered", |pair: &Pair<'_>| Some(pair.ordered.kappa.number)),
        Field::whole("ordered_inferred", |pair: &Pair<'_>| Some(pair.ordered.inferred)),
    ]
}

impl<'f> Pair<'f> {
    fn new(found: &'f Found<'_>, a: usize, b: usize) -> Self {
        let similarity = &found.similarity;
        let distance = similarity.distance(a, b);
        let (by_source, by_source_inferred) = similarity.distance_by_source(a, b);
        let name = |&issue: &usize| found.map.word(found.map.issues[IssueId::new(issue)].name);
        let most = distance.without.as_ref().map_or(&[][..], |without| without.most.as_slice());
        Pair {
            names: [a, b].map(|who| found.names[who].as_str()),
            most: most.iter().take(NAMED).map(name).collect(),
            distance,
            by_source,
            by_source_inferred,
            issues: similarity.issues(a, b),
            grounds: similarity.grounds(a, b),
            ordered: similarity.ordered(a, b),
        }
    }
}
