//! The figures of each issue, and what they say.

use serde_json::json;

use crate::analysis::comparison::division::{Division, Spread};
use crate::model::{Map, PositionId};
use crate::page::{Cell, Column, Kind, Row, Runs, Table};
use crate::view::wording::figure::{cell, definition, rounded};
use crate::view::wording::named;

/// `9 of 10`: how many of the pairs are apart.
pub fn apart(spread: &Spread) -> String {
    let apart = rounded(spread.apart(), 2);
    let apart = apart.trim_end_matches('0').trim_end_matches('.');
    format!("{apart} of {}", spread.pairs)
}

/// A row for each issue; below an open one that divides a row for each position on which two can be held against each other.
pub fn table(map: &Map, divided: &[&Division]) -> Table {
    let mut table = Table { key: "divisions".to_owned(), fixed: 1, ..Table::default() };
    table.columns = vec![Column::new("issue", "issue")];
    let numbers = [
        ("division", "division"),
        ("apart", "apart"),
        ("n", "n"),
        ("agreement", "A"),
        ("polarization", "P"),
        ("alpha", "α"),
        ("diversity", "D"),
    ];
    table.columns.extend(numbers.map(|(key, heading)| Column::number(key, heading)));
    table.hold(Kind::Several, &["issue", "apart"]);
    for division in divided {
        table.rows.push(row(map, division, None, &division.spread));
        let shown = division.positions.iter().filter(|(_, spread)| division.spread.apart() > 0.0 && spread.pairs > 0);
        table.rows.extend(shown.map(|(position, spread)| row(map, division, Some(*position), spread)));
    }
    table
}

fn row(map: &Map, division: &Division, position: Option<PositionId>, spread: &Spread) -> Row {
    let issue = &map.issues[division.issue];
    let name = map.word(issue.name);
    let position_name = position.map(|position| map.position_name(position));
    let value = json!({
        "issue": name,
        "question": map.text(issue.question),
        "answers": issue.answers.word(),
        "position": position_name,
    });
    let shown = position.map_or_else(|| named::issue(map, division.issue), |position| named::position(map, position));
    let pairs = json!({ "apart": spread.apart(), "pairs": spread.pairs, "disagreement": spread.disagreement() });
    let alpha = division.alpha.filter(|_| position.is_none());
    let mut cells = vec![
        Cell::new(shown, value),
        cell(spread.division()),
        Cell::new(apart(spread), pairs),
        Cell::number(spread.number),
    ];
    cells.extend([spread.agreement, spread.polarization(), alpha, spread.diversity].map(cell));
    Row { cells, depth: u8::from(position.is_some()), ..Row::default() }
}

/// Meanings of the figures that occur.
pub fn definitions(divided: &[&Division]) -> Vec<Runs> {
    let any = |has: fn(&Division) -> bool| divided.iter().any(|division| has(division));
    let has_open = any(|division| !division.positions.is_empty());
    let mut lines = vec![
        definition(
            "apart",
            "of all pairs that can be held against each other, how many are apart: on a scale by the part of it that lies \
             between them, else wholly, where they hold positions that exclude each other or one rejects what the other holds",
        ),
        definition(
            "division",
            "those that are apart, divided by the number of pairs and one more, as if one more pair agreed: so two who \
             quarrel alone do not come before a split through many. Issues stand in the order of this, then of n, of P and \
             of their names",
        ),
        definition(
            "n",
            "how many take a side: who speaks both ways, changed, only ranks or only asks is named below, and not counted; \
             who is silent is not neutral, and not counted; nor is who speaks on conditions alone",
        ),
    ];
    if any(|division| division.spread.agreement.is_some()) {
        lines.push(definition(
            "A",
            "van der Eijk's agreement, where positions have an order: 1 all on one position, 0 as many on each, −1 half of \
             them at either end; yes and no are the ends of a scale in whose middle nobody stands",
        ));
        lines.push(definition("P", "polarization, (1 − A) / 2: 0 all on one position, 1 half of them at either end"));
    }
    if any(|division| division.alpha.is_some()) {
        lines.push(definition(
            "α",
            "Krippendorff's α, ordinal: 1 all agree, 0 no nearer than two answers taken by chance from all issues of the kind, \
             below 0 further apart; of one issue its part in that",
        ));
    }
    if any(|division| division.spread.diversity.is_some()) {
        lines.push(definition(
            "D",
            "diversity, 1 − Σp²: how likely two who hold a position, taken by chance, one perhaps twice, hold different ones",
        ));
    }
    if has_open {
        lines.push(Runs::from(
            "On an open issue only who rejects what another holds is apart: different answers to it can stand together, and are \
             not held against each other. It is read position by position, for or against each; its pairs are those of all \
             positions, and it has no A and P as a whole.",
        ));
    }
    lines.push(definition("–", "undefined, or not for an issue of this kind"));
    lines
}
