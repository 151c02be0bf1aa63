//! Why a parser stopped: what it expected, and where.

use nom::IResult;
use nom::error::{ContextError, ErrorKind, ParseError};

/// Result of a parser: the rest of the text and what it found, or its fault.
pub type Parse<'t, T> = IResult<&'t str, T, Fault<'t>>;

/// Construct that was expected where a parser stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A name: letters, digits and hyphens.
    Name,
    /// The colon before a text.
    Colon,
    /// A text behind the colon.
    Text,
    /// One of the qualifiers.
    Qualifier,
    /// The bracket that closes the one opened at `at`.
    Closing,
    /// The end of the entry or clause.
    End,
    /// Something else, in words.
    Words(&'static str),
}

/// The place where a parser stopped and what it expected there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault<'t> {
    /// The rest of the text, from the place on.
    pub at: &'t str,
    /// The construct that the grammar expected there.
    pub expected: Expected,
}

impl<'t> ParseError<&'t str> for Fault<'t> {
    fn from_error_kind(at: &'t str, _kind: ErrorKind) -> Self {
        Fault { at, expected: Expected::Words("") }
    }

    fn append(_at: &'t str, _kind: ErrorKind, other: Self) -> Self {
        other
    }
}

impl<'t> ContextError<&'t str> for Fault<'t> {
    /// The innermost context that says something is what a person is told.
    fn add_context(at: &'t str, context: &'static str, other: Self) -> Self {
        if other.expected != Expected::Words("") {
            return other;
        }
        let expected = match context {
            "name" => Expected::Name,
            "colon" => Expected::Colon,
            "text" => Expected::Text,
            "qualifier" => Expected::Qualifier,
            "closing" => Expected::Closing,
            "end" => Expected::End,
            words => Expected::Words(words),
        };
        Fault { at, expected }
    }
}
