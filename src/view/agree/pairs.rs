//! The pairs in the order of the figure, with all that it rests on.

use measure::jaccard::Jaccard;
use serde_json::Value;

use crate::analysis::comparison::similarity::{Measure, Ordered, Similarity};
use crate::model::{IssueId, Map};
use crate::page::{Block, Cell, Column, Kind, Mark, Row, Runs, Table};
use crate::view::wording::figure::{cell, figure};

use super::found::Found;
use crate::view::wording::named;

/// The most pairs that are listed; of more, the nearest and the farthest.
const LISTED: usize = 45;
/// How many of each.
const ENDS: usize = 15;

/// All pairs or, of many, those at either end.
pub fn pairs(found: &Found<'_>) -> Vec<Block> {
    let number = found.names.len();
    let all = (0..number).flat_map(|a| (a + 1..number).map(move |b| (a, b)));
    let mut ranked: Vec<((bool, i64), usize, usize)> = all.map(|(a, b)| (found.rank(a, b), a, b)).collect();
    let heading = |text: &str| Block::Heading { level: 1, runs: text.into() };
    if ranked.len() <= LISTED {
        ranked.sort_unstable();
        return vec![heading("Pair by pair"), Block::Table(list(found, "pairs", &ranked))];
    }
    let undefined = ranked.iter().filter(|((undefined, _), ..)| *undefined).count();
    ranked.retain(|((undefined, _), ..)| !undefined);
    let (between, mut far) = (ranked.len().saturating_sub(2 * ENDS), Vec::new());
    if ranked.len() > ENDS {
        ranked.select_nth_unstable(ENDS);
        far = ranked.split_off(ENDS);
        if between > 0 {
            far.select_nth_unstable(between - 1);
            far.drain(..between);
        }
    }
    ranked.sort_unstable();
    far.sort_unstable();
    far.reverse();
    let mut blocks = vec![heading("The nearest"), Block::Table(list(found, "nearest", &ranked))];
    blocks.extend([heading("The farthest"), Block::Table(list(found, "farthest", &far))]);
    let text =
        format!("Not listed: {between} pairs between these, and {undefined} for which the figure is undefined. ");
    let runs = Runs::from(text).with(Mark::Name, "--format csv").with(Mark::Plain, " has them all.");
    blocks.push(Block::Note(runs));
    blocks
}

/// A row for each of these.
fn list(found: &Found<'_>, key: &str, pairs: &[((bool, i64), usize, usize)]) -> Table {
    let mut table = Table { key: key.to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(Column::new("pair", "pair"));
    table.columns.extend(columns(found.measure).iter().map(|(key, heading)| Column::number(*key, *heading)));
    if found.measure == Measure::Gower {
        table.columns.push(Column::new("issue", "most by"));
    }
    table.hold(Kind::Texts, &["issue"]);
    table.hold(Kind::Numbers, &["without", "issues", "grounds"]);
    let mut who: Vec<usize> = pairs.iter().flat_map(|&(_, a, b)| [a, b]).collect();
    who.sort_unstable();
    who.dedup();
    let among = found.similarity.among(&who);
    let place = |one: usize| who.binary_search(&one).expect("everyone in a pair is among them");
    for &(_, a, b) in pairs {
        let runs = found.shown[a].clone().with(Mark::Plain, " – ").joined(found.shown[b].clone());
        let mut cells = vec![Cell::runs(runs)];
        cells.extend(of_pair(found, &among, place(a), place(b)));
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}

/// Columns of a pair: the key and the heading of each.
fn columns(measure: Measure) -> &'static [(&'static str, &'static str)] {
    match measure {
        Measure::Gower => &[
            ("gower", "figure"),
            ("n", "n"),
            ("inferred", "read in"),
            ("same", "same"),
            ("opposite", "opposite"),
            ("without", "without one"),
        ],
        Measure::Congruence | Measure::Conflict | Measure::Subtract => &[
            ("congruence", "congruence"),
            ("conflict", "conflict"),
            ("subtract", "subtract"),
            ("n", "n"),
            ("inferred", "read in"),
        ],
        Measure::Jaccard => &[
            ("jaccard_issues", "issues"),
            ("issues", "both of either"),
            ("jaccard_grounds", "grounds"),
            ("grounds", "both of either"),
        ],
        Measure::Kappa => &[("kappa", "κ"), ("n", "n"), ("inferred", "read in"), ("alike", "alike")],
        Measure::Tau => &[("tau", "τ-b"), ("n", "n"), ("inferred", "read in")],
    }
}

fn of_pair(found: &Found<'_>, among: &Similarity<'_>, a: usize, b: usize) -> Vec<Cell> {
    let n = |number: u64| Cell::number(number as usize);
    match found.measure {
        Measure::Gower => {
            let (distance, without) = among.held(a).without(b, usize::MAX);
            let mut cells = vec![cell(distance.sum.similarity()), n(distance.sum.number), n(distance.inferred)];
            cells.extend([Cell::number(distance.same), Cell::number(distance.opposite)]);
            cells.extend(match &without {
                Some((without, _)) => {
                    let range = format!("{} to {}", figure(without.low), figure(without.high));
                    [Cell::new(range, vec![without.low, without.high]), most(found.map, &without.most)]
                }
                None => [cell(None), Cell::new("", Value::Null)],
            });
            cells
        }
        Measure::Congruence | Measure::Conflict | Measure::Subtract => {
            let (sum, inferred) = among.held_by_source(a).sum(b);
            let numbers = [n(sum.number), n(inferred)];
            [sum.congruence(), sum.conflict(), sum.subtract()].map(cell).into_iter().chain(numbers).collect()
        }
        Measure::Jaccard => [among.issues(a, b), among.grounds(a, b)].into_iter().flat_map(overlap).collect(),
        Measure::Kappa => {
            let kappa = among.ordered(a, b).kappa;
            let inferred = n(among.held(a).distance(b).inferred_ordered);
            vec![cell(kappa.value()), Cell::number(kappa.number), inferred, cell(kappa.share())]
        }
        Measure::Tau => {
            let Ordered { kappa, tau } = among.ordered(a, b);
            vec![cell(tau), Cell::number(kappa.number), n(among.held(a).distance(b).inferred_ordered)]
        }
    }
}

/// The issue by which a figure moves most, and how many others do as much.
fn most(map: &Map, issues: &[usize]) -> Cell {
    let names: Vec<&str> = issues.iter().map(|&issue| map.word(map.issues[IssueId::new(issue)].name)).collect();
    let Some((first, others)) = issues.split_first() else { return Cell::new("none", names) };
    let mut runs = named::issue(map, IssueId::new(*first));
    match others.len() {
        0 => {}
        1 => runs.push(Mark::Faint, " or 1 other"),
        more => runs.push(Mark::Faint, format!(" or {more} others")),
    }
    Cell::new(runs, names)
}

fn overlap(jaccard: Jaccard) -> [Cell; 2] {
    let Jaccard { both, either } = jaccard;
    [cell(jaccard.value()), Cell::new(format!("{both} of {either}"), vec![both, either])]
}
