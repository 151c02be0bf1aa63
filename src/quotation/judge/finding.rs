//! Results of searching for a quotation: verdicts, places and differences, as data.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use serde::Serialize;

use super::difference::{Severity, WordChange};
use crate::quotation::position::Position;
use crate::quotation::source::furniture::Furniture;

/// Fidelity of a quotation to its source, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fidelity {
    /// The source has it byte for byte.
    Exact,
    /// The same but for quotes, dashes, ligatures, spaces and what stands between its halves.
    Typographic,
    /// The same words in other case, punctuation or spacing.
    Format,
    /// The same but for gaps and brackets that the quotation declares.
    Gapped,
    /// The source has other words than the quotation.
    Edited,
    /// Something like it stands there; counts as not found.
    Possible,
    /// It is not there.
    Absent,
    /// Fewer than two words, which decide nothing.
    TooShort,
}

impl Fidelity {
    const NAMES: [(Self, &str); 8] = [
        (Self::Exact, "exact"),
        (Self::Typographic, "typographic"),
        (Self::Format, "format"),
        (Self::Gapped, "gapped"),
        (Self::Edited, "edited"),
        (Self::Possible, "possible"),
        (Self::Absent, "absent"),
        (Self::TooShort, "too-short"),
    ];

    /// Every verdict, best first.
    pub const ALL: [Self; 8] = [
        Self::Exact,
        Self::Typographic,
        Self::Format,
        Self::Gapped,
        Self::Edited,
        Self::Possible,
        Self::Absent,
        Self::TooShort,
    ];

    /// Its name, as a lock and every output writes it.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// Whether a quotation with this verdict, whose changes are so grave, is refused unless a level allows it.
    pub fn is_denied(self, severity: Option<Severity>) -> bool {
        matches!(self, Self::Possible | Self::Absent) || severity == Some(Severity::Critical)
    }
}

impl fmt::Display for Fidelity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Fidelity {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(fidelity, _)| *fidelity).ok_or(())
    }
}

/// Everything found out about one quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The best verdict of all places.
    pub fidelity: Fidelity,
    /// How grave the best place's changes or gaps are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// Every place, best first: by verdict, body before furniture, then in order of the text.
    pub occurrences: Vec<Occurrence>,
    /// Places beyond those listed.
    pub unlisted: usize,
    /// Whether the text was searched in full for passages that only come near; a budget ends the
    /// search for many absent quotations in a huge text.
    pub exhaustive: bool,
}

/// One place at which a quotation stands, or comes near.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Occurrence {
    /// Fidelity at this place.
    pub fidelity: Fidelity,
    /// How grave its changes or gaps are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// The bytes of the text from its first to its last character.
    pub range: Range<usize>,
    /// The same in code points.
    pub points: Range<usize>,
    /// Where it begins in the file.
    pub position: Position,
    /// How it is written otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub formatting: Vec<Formatting>,
    /// Furniture between its halves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub crossed: Vec<Furniture>,
    /// Omissions that it declares.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
    /// The word diff, from the source to the quotation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<WordChange>,
    /// How far letters differ, where words do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<Distance>,
}

/// A way in which the same words are written otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Formatting {
    /// Capitals where the other has small letters.
    Case,
    /// Points, commas, quotation marks.
    Punctuation,
    /// Spaces where there are none, or none where there are.
    Spacing,
    /// A hyphen or dash where the other has none, or another.
    Hyphen,
    /// Other forms of the same letters, such as full-width ones.
    LetterForm,
    /// Accents where the other has none, or others.
    Accents,
    /// Brackets around letters that the source has without.
    Brackets,
}

/// Omission or replacement that a quotation declares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The bytes of the text left out.
    pub range: Range<usize>,
    /// Words in brackets that stand for them, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inserted: Option<String>,
    /// How many words of the source were left out.
    pub words: usize,
    /// Ends of sentences left out.
    pub sentences: usize,
    /// Whether what is left out denies anything.
    pub negation: bool,
}

/// Edits of letters, of all letters of the quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Distance {
    /// Letters added, left out or changed.
    pub edits: usize,
    /// Letters of the quotation.
    pub length: usize,
}

impl Distance {
    /// The verdict that a distance alone allows.
    pub(crate) fn fidelity(self) -> Fidelity {
        match self.edits * 100 {
            edits if edits <= self.length * 20 => Fidelity::Edited,
            edits if edits <= self.length * 35 => Fidelity::Possible,
            _ => Fidelity::Absent,
        }
    }
}
