//! Rows that only programs read, value behind value: a million of them take little more than their text.

use serde_json::Value;

/// Values, one behind the other.
#[derive(Debug, Clone, Default)]
pub struct Packed {
    /// The texts of all values, one behind the other.
    text: String,
    /// Values that are no text.
    others: Vec<Value>,
    kinds: Vec<Kind>,
}

/// Where a value is: behind the one of its kind before it.
#[derive(Debug, Clone, Copy)]
enum Kind {
    /// Text of so many bytes.
    Text(u32),
    Other,
}

/// A value in a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Datum<'r> {
    /// A text, lent from where all of them lie.
    Text(&'r str),
    /// A value of any other kind.
    Other(&'r Value),
    /// Either, of a row that was made to be looked at.
    Own(Value),
}

impl<'r> From<&'r Value> for Datum<'r> {
    fn from(value: &'r Value) -> Self {
        match value {
            Value::String(text) => Datum::Text(text),
            other => Datum::Other(other),
        }
    }
}

impl Packed {
    /// Adds a value behind the others.
    pub(super) fn push(&mut self, value: Value) {
        let length = value.as_str().and_then(|text| u32::try_from(text.len()).ok());
        match (length, value) {
            (Some(length), Value::String(text)) => {
                self.text.push_str(&text);
                self.kinds.push(Kind::Text(length));
            }
            (_, value) => {
                self.others.push(value);
                self.kinds.push(Kind::Other);
            }
        }
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// All of them, in order.
    pub fn data(&self) -> impl Iterator<Item = Datum<'_>> {
        let mut rest = self.text.as_str();
        let mut others = self.others.iter();
        self.kinds.iter().map(move |kind| match kind {
            Kind::Text(length) => {
                let (text, after) = rest.split_at(*length as usize);
                rest = after;
                Datum::Text(text)
            }
            Kind::Other => Datum::from(others.next().expect("each was kept when its kind was")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_out_as_they_went_in() {
        let values = [Value::from("言葉"), Value::Null, Value::from(""), Value::from(7), Value::from("z")];
        let mut packed = Packed::default();
        values.iter().cloned().for_each(|value| packed.push(value));
        assert_eq!(packed.len(), 5);
        assert!(packed.data().eq(values.iter().map(Datum::from)));
    }
}
