//! Constructs that are being parsed, and the phrases that findings about them share.

use crate::diagnostic::Diagnostic;
use crate::file::Span;
use crate::syntax::vocabulary::Qualifiers;
use crate::text::list::joined;

/// Construct that is being parsed, so that a finding can speak of it.
pub(in crate::syntax) struct Place {
    /// The word that begins it.
    pub kind: &'static str,
    /// The qualifiers that it may have.
    pub qualifiers: Qualifiers,
    /// Whether its word is followed by a name of its own.
    pub names_itself: bool,
}

pub(super) fn did_you_mean(diagnostic: Diagnostic, span: Span, meant: &str) -> Diagnostic {
    diagnostic.label(format!("did you mean `{meant}`?")).fix(span, meant)
}

/// `a`, `b` and `c`; or whatever joins the last two.
pub(super) fn listed<'w>(words: impl Iterator<Item = &'w str>, joint: &str) -> String {
    joined(words.map(|word| format!("`{word}`")).collect::<Vec<_>>(), joint)
}
