//! How entries and clauses are written, with words in capitals for what stands there.

use super::clause::{ClauseKind, ClauseRow};
use super::entry::{EntryRow, Presence};
use super::shape::Shape;

impl EntryRow {
    /// Whether a colon stands before its text. Only an entry that takes no name has none: `include PATH`.
    pub fn has_colon(&self) -> bool {
        self.name != Presence::Absent
    }

    /// How it is written, with words in capitals for what stands there: `author NAME: text`.
    pub fn form(&self) -> String {
        let name = match self.name {
            Presence::Required => " NAME",
            Presence::Optional => " [NAME]",
            Presence::Absent => "",
        };
        let text = match self.text {
            Presence::Absent => "",
            _ if self.has_colon() => ": text",
            _ => " PATH",
        };
        format!("{}{name}{text}", self.keyword)
    }
}

impl ClauseRow {
    /// How it is written, with words in capitals for what stands there: `holds ISSUE: POSITION if condition`.
    pub fn form(&self) -> String {
        let rest = match self.shape {
            Shape::Prose => ": text",
            Shape::Word => ": word",
            // A statement speaks with one voice, which is seen when names are looked up.
            Shape::Names if matches!(self.kind, ClauseKind::Voice | ClauseKind::Motion) => ": A",
            Shape::Names => ": A, B",
            Shape::Reasons => ": A, B and C",
            Shape::Undercut => ": X because A",
            Shape::Attack => ": X by SCHEME.QUESTION",
            Shape::Outweighing => ": X by measure",
            Shape::Stance => " ISSUE: POSITION if condition",
            Shape::Ranking => " ISSUE: A over B, C",
            Shape::About | Shape::Named => " NAME: text",
            Shape::Quotation => " [where]: words",
        };
        format!("{}{rest}", self.keyword)
    }
}
