//! The figures as a square or, of many, for each who is nearest and who is farthest.

use crate::analysis::comparison::similarity::Figure;
use crate::page::{Block, Cell, Column, Kind, Mark, Row, Runs, Table};
use crate::view::wording::figure::{self, figure};

use super::found::{Found, SQUARE};

/// The table of every column against every other, in the given order.
pub fn square(found: &Found<'_>, order: &[usize]) -> Block {
    Block::Table(if order.len() <= SQUARE { of_few(found, order) } else { of_many(found, order) })
}

fn of_few(found: &Found<'_>, order: &[usize]) -> Table {
    let mut table = Table { key: "square".to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(Column::new("who", ""));
    let named = |&who: &usize| found.shown[who].clone();
    table.columns.extend(order.iter().map(|who| Column::number(&found.names[*who], named(who))));
    for a in order {
        let mut cells = vec![Cell::runs(named(a))];
        cells.extend(order.iter().map(|b| if a == b { Cell::default() } else { cell(found, *a, *b) }));
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}

fn of_many(found: &Found<'_>, order: &[usize]) -> Table {
    let mut table = Table { key: "neighbours".to_owned(), fixed: 1, ..Table::default() };
    let keys = ["who", "nearest", "nearest_figure", "farthest", "farthest_figure"];
    let headings = ["", "nearest", "", "farthest", ""];
    table.columns = keys.iter().zip(headings).map(|(key, heading)| Column::new(*key, heading)).collect();
    for at in [2, 4] {
        (table.columns[at].kind, table.columns[at].numeric) = (Kind::Number, true);
    }
    let name = |who: usize| Cell::runs(found.shown[who].clone());
    for &who in order {
        let others =
            || order.iter().copied().filter(|&other| other != who && found.figures.of(who, other).value.is_some());
        let nearest = others().min_by_key(|&other| (found.rank(who, other), other));
        let farthest = others().max_by_key(|&other| (found.rank(who, other), std::cmp::Reverse(other)));
        let mut cells = vec![name(who)];
        for other in [nearest, farthest] {
            cells.push(other.map_or(figure::cell(None), name));
            cells.push(other.map_or(Cell::default(), |other| cell(found, who, other)));
        }
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}

/// The figure of two, and what it rests on.
fn cell(found: &Found<'_>, a: usize, b: usize) -> Cell {
    let Figure { value, number } = found.figures.of(a, b);
    match value {
        Some(value) => {
            let runs = Runs::from(figure(value)).with(Mark::Faint, format!(" ({number})"));
            Cell::new(runs, value)
        }
        None => figure::cell(None),
    }
}
