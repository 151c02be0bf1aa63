//! All figures of all pairs, as one flat table.

use std::sync::Arc;

use measure::jaccard::Jaccard;
use measure::matrix::{Sum, Without};

use crate::analysis::comparison::similarity::{Distance, Ordered};
use crate::model::IssueId;
use crate::page::{Field, TableOf};

use super::found::Found;

/// Of the issues by which a figure moves most, so many are named: where a pair speaks to many, most of them move it alike.
const NAMED: usize = 5;

/// The figures of two, each with what it rests on.
struct Pair<'m> {
    names: Arc<[String]>,
    who: [usize; 2],
    distance: Distance,
    /// Bounds of the figure without one issue, and how many issues move it most.
    without: Option<(Without, usize)>,
    /// The issues by which the figure moves most when one is left out, by name.
    most: Vec<&'m str>,
    by_source: Sum,
    by_source_inferred: u64,
    issues: Jaccard,
    grounds: Jaccard,
    ordered: Ordered,
}

/// A row for each two, in the order of the map, each made when it is looked at. What is undefined is null.
pub fn records(found: Found<'_>) -> TableOf<'_> {
    let number = found.names.len();
    let names: Arc<[String]> = found.names.iter().cloned().collect();
    found.similarity.make_ready();
    TableOf::of_grouped_records("pairs", fields(), number, move |a| from(&found, &names, a))
}

/// Everyone behind one of them, held against that one.
fn from<'m>(found: &Found<'m>, names: &Arc<[String]>, a: usize) -> Vec<Pair<'m>> {
    let similarity = &found.similarity;
    let (mut whole, mut by_source) = (similarity.held(a), similarity.held_by_source(a));
    let name = |&issue: &usize| found.map.word(found.map.issues[IssueId::new(issue)].name);
    let pair = |b: usize| {
        let (distance, without) = whole.without(b, NAMED);
        let most = without.as_ref().map_or(&[][..], |(without, _)| without.most.as_slice());
        let (sum, inferred) = by_source.sum(b);
        Pair {
            names: Arc::clone(names),
            who: [a, b],
            most: most.iter().map(name).collect(),
            distance,
            without,
            by_source: sum,
            by_source_inferred: inferred,
            issues: similarity.issues(a, b),
            grounds: similarity.grounds(a, b),
            ordered: similarity.ordered(a, b),
        }
    };
    (a + 1..found.names.len()).map(pair).collect()
}

fn fields<'f>() -> Vec<Field<Pair<'f>>> {
    fn without(pair: &Pair<'_>, read: impl Fn(&Without) -> f64) -> Option<f64> {
        pair.without.as_ref().map(|(without, _)| read(without))
    }
    vec![
        Field::text("a", |pair: &Pair<'_>| pair.names[pair.who[0]].clone()),
        Field::text("b", |pair: &Pair<'_>| pair.names[pair.who[1]].clone()),
        Field::number("gower", |pair: &Pair<'_>| pair.distance.sum.similarity()),
        Field::whole("n", |pair: &Pair<'_>| Some(pair.distance.sum.number)),
        Field::whole("inferred", |pair: &Pair<'_>| Some(pair.distance.inferred)),
        Field::whole("same", |pair: &Pair<'_>| Some(pair.distance.same)),
        Field::whole("opposite", |pair: &Pair<'_>| Some(pair.distance.opposite)),
        Field::number("low", |pair: &Pair<'_>| without(pair, |without| without.low)),
        Field::number("high", |pair: &Pair<'_>| without(pair, |without| without.high)),
        Field::texts("issues", |pair: &Pair<'_>| pair.most.clone()),
        Field::whole("issues_count", |pair: &Pair<'_>| pair.without.as_ref().map(|(_, number)| *number)),
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
        Field::whole("ordered_inferred", |pair: &Pair<'_>| Some(pair.distance.inferred_ordered)),
    ]
}
