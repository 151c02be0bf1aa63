//! Tables: columns with keys that programs rely on, rows of cells with two faces.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use serde_json::Value;

use super::packed::{Datum, Packed};
use super::{Groups, Kind, Made, Runs};

/// A table that holds all of its rows.
pub type Table = TableOf<'static>;

/// A table: columns with promised keys, and rows of cells.
#[derive(Debug, Clone, Default)]
pub struct TableOf<'m> {
    /// Subject of the table, for programs: unique in its page.
    pub key: String,
    /// Words above the table, if any.
    pub caption: Option<Runs>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// How many columns at the left are repeated when the table is split into bands, because they name the row.
    pub fixed: usize,
    /// Its rows; each has one cell for each column.
    pub rows: Vec<Row>,
    /// Further rows that people look at, each made when they do: for tables that may be very long. None shares its words with others, and
    /// none has a value: what programs read is made by `groups`.
    pub made: Made<'m, Row>,
    /// Further rows that no person looks at: see [`Table::pack`].
    pub packed: Packed,
    /// Further rows that programs look at, made when they do.
    pub groups: Groups<'m>,
    /// How it is drawn.
    pub look: Look,
    /// The same in fewer columns, for where these have no room beside each other; only people read it.
    pub narrow: Option<Box<TableOf<'m>>>,
}

/// Lines and widths of a table, where it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// With lines between columns and below the headings; too wide, it is shown in parts below one another.
    #[default]
    Ruled,
    /// Without lines: it is read as a list, and stands in the same columns as the other lists of its page.
    List,
    /// Without lines, and never in parts: its rows stand in groups, below lines that go across.
    Grouped,
}

/// A line that goes across all columns, in place of cells.
#[derive(Debug, Clone)]
pub struct Across {
    /// Whether it is the heading of the rows below it, with the columns' headings beside it.
    pub is_group: bool,
    /// The words that a person reads.
    pub runs: Runs,
    /// A name to be typed, which stands faint at the end where there is room.
    pub aside: Runs,
}

/// A column: its key for programs and its heading for people.
#[derive(Debug, Clone)]
pub struct Column {
    /// CSV header and JSON key: a promise to programs.
    pub key: String,
    /// Words above the column, for people.
    pub heading: Runs,
    /// Kind of its values, for programs.
    pub kind: Kind,
    /// Whether a person reads numbers in it, which stand at the right.
    pub numeric: bool,
}

/// A row: one cell for each column.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// One for each column.
    pub cells: Vec<Cell>,
    /// How far it is indented below the row above: 0 for a row of its own.
    pub depth: u8,
    /// Whether a line is drawn above it.
    pub ruled: bool,
    /// The line that is shown in place of its cells, which programs alone read then.
    pub across: Option<Box<Across>>,
}

/// A cell: a value for programs and words for people.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// Words that a person reads.
    pub runs: Words,
    /// Value that a program reads.
    pub value: Value,
}

impl TableOf<'_> {
    /// Says of these columns that their values for programs are of this kind, whatever people read in them.
    pub fn hold(&mut self, kind: Kind, keys: &[&str]) {
        for column in self.columns.iter_mut().filter(|column| keys.contains(&column.key.as_str())) {
            column.kind = kind;
        }
    }

    /// Adds a row for programs alone, a value for each column: for tables that may be long. In a cell a value takes many times its size.
    pub fn pack(&mut self, row: impl IntoIterator<Item = Value>) {
        row.into_iter().for_each(|value| self.packed.push(value));
        assert!(self.packed.len().is_multiple_of(self.columns.len()), "a value for each column");
    }

    /// How many rows a person reads.
    pub fn len(&self) -> usize {
        self.rows.len() + self.made.len()
    }

    /// Whether a person reads no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows that a person reads.
    pub fn shown_rows(&self) -> impl Iterator<Item = Cow<'_, Row>> {
        self.rows.iter().map(Cow::Borrowed).chain(self.made.iter().map(Cow::Owned))
    }

    /// The same with all rows there, for tests that look at a page when what it was made of is gone.
    #[cfg(test)]
    pub(crate) fn whole(&self) -> Table {
        let mut packed = self.packed.clone();
        self.groups.rows().flatten().for_each(|value| packed.push(value));
        Table {
            key: self.key.clone(),
            caption: self.caption.clone(),
            columns: self.columns.clone(),
            fixed: self.fixed,
            rows: self.shown_rows().map(Cow::into_owned).collect(),
            made: Made::default(),
            packed,
            groups: Groups::default(),
            look: self.look,
            narrow: self.narrow.as_ref().map(|narrow| Box::new(narrow.whole())),
        }
    }

    /// The values of one column, row by row.
    #[cfg(test)]
    pub(crate) fn values(&self, key: &str) -> Vec<Value> {
        let at = self.columns.iter().position(|column| column.key == key).expect("there is such a column");
        let value = |row: Vec<Datum<'_>>| match &row[at] {
            Datum::Text(text) => Value::from(*text),
            Datum::Other(value) => (*value).clone(),
            Datum::Own(value) => value.clone(),
        };
        self.data().map(value).collect()
    }

    /// Rows as programs read them: of each the values of its cells, one for each column.
    pub fn data(&self) -> impl Iterator<Item = Vec<Datum<'_>>> {
        let width = self.columns.len();
        let rows = self.rows.iter().map(move |row| (0..width).map(|at| row.datum(at)).collect());
        let mut packed = self.packed.data();
        let further = std::iter::from_fn(move || {
            let row: Vec<Datum<'_>> = packed.by_ref().take(width).collect();
            (!row.is_empty()).then_some(row)
        });
        let groups = self.groups.rows().map(|values| values.into_iter().map(Datum::Own).collect());
        rows.chain(further).chain(groups)
    }
}

impl Row {
    /// A line across all columns, as deep as this; `value` is its first cell for programs.
    pub fn across(depth: u8, runs: impl Into<Runs>, value: Value) -> Row {
        let across = Across { is_group: false, runs: runs.into(), aside: Runs::new() };
        Row { cells: vec![Cell::value(value)], depth, across: Some(Box::new(across)), ..Row::default() }
    }

    /// The heading of the rows below it.
    pub fn group(runs: impl Into<Runs>, value: Value) -> Row {
        let mut row = Row::across(0, runs, value);
        row.across.iter_mut().for_each(|across| across.is_group = true);
        row
    }

    /// The same with a name at its end.
    pub fn with_aside(mut self, aside: Runs) -> Row {
        if let Some(across) = &mut self.across {
            across.aside = aside;
        }
        self
    }

    fn datum(&self, at: usize) -> Datum<'_> {
        self.cells.get(at).map_or(Datum::Other(&Value::Null), |cell| Datum::from(&cell.value))
    }
}

/// Words of a cell, for people. The cells of a large table are mostly alike: they may share them, and then know each
/// other by their address.
#[derive(Debug, Clone)]
pub enum Words {
    /// Of this cell alone.
    Own(Runs),
    /// Words that many cells share, kept once.
    Shared(Arc<Runs>),
}

impl Words {
    /// The address by which cells that share it are known; none of what is of one cell alone.
    pub fn address(&self) -> Option<usize> {
        match self {
            Words::Own(_) => None,
            Words::Shared(runs) => Some(Arc::as_ptr(runs) as usize),
        }
    }
}

impl Default for Words {
    fn default() -> Self {
        Words::Own(Runs::new())
    }
}

impl Deref for Words {
    type Target = Runs;

    fn deref(&self) -> &Runs {
        match self {
            Words::Own(runs) => runs,
            Words::Shared(runs) => runs,
        }
    }
}

impl<R: Into<Runs>> From<R> for Words {
    fn from(runs: R) -> Self {
        Words::Own(runs.into())
    }
}

impl Column {
    /// A column of text whose heading is `heading`.
    pub fn new(key: impl Into<String>, heading: impl Into<Runs>) -> Self {
        Column { key: key.into(), heading: heading.into(), kind: Kind::Text, numeric: false }
    }

    /// A column of numbers.
    pub fn number(key: impl Into<String>, heading: impl Into<Runs>) -> Self {
        Column::of(Kind::Number, key, heading)
    }

    /// A column whose values are of this kind.
    pub fn of(kind: Kind, key: impl Into<String>, heading: impl Into<Runs>) -> Self {
        Column { kind, numeric: kind.is_numeric(), ..Column::new(key, heading) }
    }
}

impl Cell {
    /// A cell whose two faces differ.
    pub fn new(runs: impl Into<Runs>, value: impl Into<Value>) -> Self {
        Cell { runs: Words::Own(runs.into()), value: value.into() }
    }

    /// A cell of text that is the same for both.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Cell { runs: Words::from(text.as_str()), value: Value::String(text) }
    }

    /// A cell of marked text whose value is the text alone.
    pub fn runs(runs: Runs) -> Self {
        let value = Value::String(runs.plain());
        Cell { runs: Words::Own(runs), value }
    }

    /// A cell that only people read.
    pub fn words(runs: impl Into<Runs>) -> Self {
        Cell { runs: Words::Own(runs.into()), value: Value::Null }
    }

    /// A cell that only programs read.
    pub fn value(value: impl Into<Value>) -> Self {
        Cell { runs: Words::default(), value: value.into() }
    }

    /// A cell with a count, shown as it is.
    pub fn number(number: usize) -> Self {
        Cell { runs: number.to_string().into(), value: Value::from(number) }
    }
}
