//! Kinds of values: what a column of a table or an attribute of a network holds, for programs.

/// Type of the values of a column or an attribute. Each may be null, where nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// One text, perhaps empty.
    #[default]
    Text,
    /// A list of texts.
    Texts,
    /// A list of numbers, such as a range.
    Numbers,
    /// A whole number, such as a count.
    Whole,
    /// Any number, such as a share.
    Number,
    /// True or false, told by a word.
    Truth,
    /// A cell with several values of its own, such as the stances of one author on one issue.
    Several,
}

impl Kind {
    /// Name in the schema of pages and for other programs.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Texts => "texts",
            Kind::Numbers => "numbers",
            Kind::Whole => "integer",
            Kind::Number => "number",
            Kind::Truth => "boolean",
            Kind::Several => "object",
        }
    }

    /// Whether values are numbers, which stand at the right of their column.
    pub fn is_numeric(self) -> bool {
        matches!(self, Kind::Whole | Kind::Number)
    }
}
