//! The divisions of all issues as one flat table.

use serde_json::Value;

use crate::analysis::comparison::division::{Division, Spread};
use crate::analysis::table::positions::Positions;
use crate::model::{Map, PositionId};
use crate::page::{Cell, Column, Row, Table};
use crate::view::wording::camp;
use crate::view::wording::naming::answers;

const WORDS: [&str; 4] = ["issue", "question", "answers", "position"];
const FIGURES: [&str; 9] =
    ["division", "apart", "pairs", "disagreement", "n", "agreement", "polarization", "alpha", "diversity"];

/// A row for each issue that anybody speaks to, and below an open one for each of its positions. What is undefined is empty.
pub fn records(map: &Map, positions: &Positions, issues: &[Division]) -> Table {
    let mut table = Table { key: "divisions".to_owned(), fixed: 1, ..Table::default() };
    table.columns.extend(WORDS.map(|key| Column::new(key, key)));
    table.columns.extend(FIGURES.map(|key| Column::number(key, key)));
    table.columns.push(Column::new("camps", "camps"));
    for division in issues {
        table.rows.push(row(map, positions, division, None, &division.spread));
        let of_positions = division.positions.iter();
        table.rows.extend(of_positions.map(|(at, spread)| row(map, positions, division, Some(*at), spread)));
    }
    table
}

fn row(map: &Map, positions: &Positions, division: &Division, position: Option<PositionId>, spread: &Spread) -> Row {
    let issue = &map.issues[division.issue];
    let words = [
        map.word(issue.name).to_owned(),
        map.text(issue.question).into_owned(),
        answers(issue.answers).to_owned(),
        position.map_or(String::new(), |position| map.position_name(position).to_owned()),
    ];
    let figures = [
        spread.division().into(),
        spread.apart().into(),
        spread.pairs.into(),
        spread.disagreement().into(),
        spread.number.into(),
        spread.agreement.into(),
        spread.polarization().into(),
        division.alpha.filter(|_| position.is_none()).into(),
        spread.diversity.into(),
    ];
    let cell = |value: Value| Cell::new(if value.is_null() { String::new() } else { value.to_string() }, value);
    let mut cells: Vec<Cell> = words.map(Cell::text).to_vec();
    cells.extend(figures.map(cell));
    let camps = if position.is_none() { camp::in_words(map, positions, &division.camps) } else { String::new() };
    cells.push(Cell::text(camps));
    Row { cells, ..Row::default() }
}
