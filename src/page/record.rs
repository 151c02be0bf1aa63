//! Records: a flat table for programs, made of typed rows.
//!
//! A view says once for each column what its key is, what its values are and how they are read off a row. So keys and values cannot
//! get out of step, and an empty table has its header all the same.

use serde_json::{Number, Value};

use super::{Column, Groups, Kind, Table, TableOf};

/// A column of records: its key, the kind of its values, and how one is read off a row of type `R`.
pub struct Field<R> {
    key: &'static str,
    kind: Kind,
    read: Box<dyn Fn(&R) -> Value + Send + Sync>,
}

impl<R> Field<R> {
    fn new(key: &'static str, kind: Kind, read: impl Fn(&R) -> Value + Send + Sync + 'static) -> Self {
        Field { key, kind, read: Box::new(read) }
    }

    /// Text, or null where there is none.
    pub fn text<V: Into<Value>>(key: &'static str, read: impl Fn(&R) -> V + Send + Sync + 'static) -> Self {
        Field::new(key, Kind::Text, move |row| read(row).into())
    }

    /// A list of texts, which is empty where there are none.
    pub fn texts<T: Into<Value>>(key: &'static str, read: impl Fn(&R) -> Vec<T> + Send + Sync + 'static) -> Self {
        Field::new(key, Kind::Texts, move |row| Value::Array(read(row).into_iter().map(Into::into).collect()))
    }

    /// A whole number, or null.
    pub fn whole<N: Into<Number>>(key: &'static str, read: impl Fn(&R) -> Option<N> + Send + Sync + 'static) -> Self {
        Field::new(key, Kind::Whole, move |row| read(row).map_or(Value::Null, |number| Value::Number(number.into())))
    }

    /// A number, or null where it is undefined.
    pub fn number(key: &'static str, read: impl Fn(&R) -> Option<f64> + Send + Sync + 'static) -> Self {
        Field::new(key, Kind::Number, move |row| read(row).into())
    }

    /// True or false, or null where neither is known.
    pub fn truth(key: &'static str, read: impl Fn(&R) -> Option<bool> + Send + Sync + 'static) -> Self {
        Field::new(key, Kind::Truth, move |row| read(row).into())
    }

    /// A value with values of its own, or null.
    pub fn several(key: &'static str, read: impl Fn(&R) -> Value + Send + Sync + 'static) -> Self {
        Field::new(key, Kind::Several, read)
    }
}

fn columns<R>(fields: &[Field<R>]) -> Vec<Column> {
    fields.iter().map(|field| Column::of(field.kind, field.key, field.key)).collect()
}

impl Table {
    /// The records of these rows; `key` says what they are about.
    pub fn of_records<R>(key: &str, fields: &[Field<R>], rows: impl IntoIterator<Item = R>) -> Table {
        let columns = columns(fields);
        let mut table = Table { key: key.to_owned(), columns, ..Table::default() };
        for row in rows {
            table.pack(fields.iter().map(|field| (field.read)(&row)));
        }
        table
    }
}

impl<'m> TableOf<'m> {
    /// The same of so many rows, each of which is read when somebody looks at it.
    pub fn of_made_records<R>(
        key: &str,
        fields: Vec<Field<R>>,
        count: usize,
        row: impl Fn(usize) -> R + Send + Sync + 'm,
    ) -> TableOf<'m>
    where
        R: 'm,
    {
        let columns = columns(&fields);
        let read = move |number| {
            let row = row(number);
            fields.iter().map(|field| (field.read)(&row)).collect()
        };
        TableOf { key: key.to_owned(), columns, groups: Groups::of_rows(count, read), ..TableOf::default() }
    }

    /// The same of so many groups of rows, each of which is found as a whole.
    pub fn of_grouped_records<R>(
        key: &str,
        fields: Vec<Field<R>>,
        number: usize,
        group: impl Fn(usize) -> Vec<R> + Send + Sync + 'm,
    ) -> TableOf<'m>
    where
        R: 'm,
    {
        let columns = columns(&fields);
        let read = move |number| {
            let values = |row: &R| fields.iter().map(|field| (field.read)(row)).collect();
            group(number).iter().map(values).collect()
        };
        TableOf { key: key.to_owned(), columns, groups: Groups::new(number, read), ..TableOf::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Town<'t> {
        name: &'t str,
        people: Option<usize>,
        rivers: Vec<&'t str>,
    }

    fn fields<'t>() -> Vec<Field<Town<'t>>> {
        vec![
            Field::text("name", |town: &Town<'_>| town.name.to_owned()),
            Field::whole("people", |town: &Town<'_>| town.people),
            Field::texts("rivers", |town: &Town<'_>| town.rivers.iter().map(|&river| river.to_owned()).collect()),
            Field::truth("large", |town: &Town<'_>| town.people.map(|people| people > 100_000)),
        ]
    }

    #[test]
    fn each_row_has_a_value_of_its_kind_in_each_column() {
        let bern = Town { name: "Bern", people: Some(134_000), rivers: vec!["Aare"] };
        let atlantis = Town { name: "Atlantis", people: None, rivers: Vec::new() };
        let table = Table::of_records("towns", &fields(), [bern, atlantis]);
        let kinds: Vec<&str> = table.columns.iter().map(|column| column.kind.name()).collect();
        assert_eq!(kinds, ["text", "integer", "texts", "boolean"]);
        let rows: Vec<String> = table.data().map(|row| format!("{row:?}")).collect();
        assert!(rows[0].contains("134000") && rows[0].contains("Aare") && rows[0].contains("true"));
        assert_eq!(rows[1].matches("Null").count(), 2);
    }

    #[test]
    fn no_rows_leave_the_header() {
        let table = Table::of_records("towns", &fields(), []);
        let keys: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
        assert_eq!((keys, table.data().count()), (vec!["name", "people", "rivers", "large"], 0));
    }
}
