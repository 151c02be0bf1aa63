//! A crux in the flat table: a row for each statement of it.

use serde_json::Value;

use super::{issue_cells, statement_cells, whether};
use crate::analysis::dispute::agreement::Verdict;
use crate::analysis::dispute::crux::{Contested, Crux, Sought};
use crate::model::{IssueId, Map, Relation};
use crate::page::{Cell, Row};

/// The rows of what comes of looking for a crux of two, with the verdict on them: those of one number have to fall together for
/// their side to have nothing left for its position, or against it. Where there is no crux, or none was found, a row without a
/// statement says so.
pub fn rows(
    map: &Map,
    issue: IssueId,
    verdict: Verdict,
    sides: &[String; 2],
    sought: &Sought,
    number: usize,
) -> Vec<Row> {
    let row = |side: usize, statement: &str, taken: [Cell; 8], of_statement: [Cell; 7], attacks: &str| {
        let first = issue_cells(map, issue, verdict, &sides[side], statement);
        let last = [Cell::text(sides[1 - side].as_str()), Cell::number(number), Cell::text(attacks)];
        let cells = first.into_iter().chain(taken).chain(of_statement).chain(last).collect();
        Row { cells, ..Row::default() }
    };
    let without = |attitude| {
        let [a, b, c, d, e, _, g] = [""; 7].map(Cell::text);
        vec![row(0, "", taken(attitude, "", false), [a, b, c, d, e, nothing(), g], "")]
    };
    let with = |crux: &Crux, Contested { statement, attacks }: &Contested| {
        let attacks: Vec<&Relation> = attacks.iter().map(|&id| &map.relations[id]).collect();
        let names: Vec<String> = attacks.iter().map(|attack| map.statement_name(attack.from)).collect();
        let attitude = if crux.is_for { "crux-for" } else { "crux-against" };
        let inferred = attacks.iter().all(|attack| attack.inferred);
        let taken = taken(attitude, map.position_name(crux.position), inferred);
        let name = map.statement_name(*statement);
        row(crux.side, &name, taken, statement_cells(map, *statement, ""), &names.join(" "))
    };
    match sought {
        Sought::Found(crux) => crux.contested.iter().map(|contested| with(crux, contested)).collect(),
        Sought::None => without("no-crux"),
        Sought::BeyondLimit => without("crux-beyond-limit"),
    }
}

/// What a row of any other kind has under the keys of a crux.
pub fn none() -> [Cell; 3] {
    [Cell::text(""), nothing(), Cell::text("")]
}

/// A number that there is not.
fn nothing() -> Cell {
    Cell::new("", Value::Null)
}

/// What would be said of a stance: of a crux only its attitude, its position, and whether all attacks on it are read in.
fn taken(attitude: &str, position: &str, inferred: bool) -> [Cell; 8] {
    let [over, strength, condition] = [""; 3].map(Cell::text);
    let [attitude, position] = [attitude, position].map(Cell::text);
    [attitude, position, over, strength, whether(false), condition, whether(inferred), whether(false)]
}
