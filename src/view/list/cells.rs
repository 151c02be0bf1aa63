//! Rows and tables as every list has them.

use crate::page::{Cell, Column, Row, Table};

pub(super) fn table(key: &str, columns: impl IntoIterator<Item = Column>) -> Table {
    Table { key: key.to_owned(), columns: columns.into_iter().collect(), fixed: 1, ..Table::default() }
}

pub(super) fn row(cells: Vec<Cell>) -> Row {
    Row { cells, ..Row::default() }
}
