//! Findings about the words in parentheses before a colon.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::nearest;
use crate::file::Span;
use crate::syntax::code;

use super::place::{Place, did_you_mean, listed};
use super::tried::qualifier_meant_by;

/// Why a qualifier may not stand where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// It means nothing here.
    Meaningless,
    /// It stands here already.
    Twice,
    /// It contradicts one before it.
    Clash,
}

/// A qualifier that may not stand here, stands twice, or contradicts another.
pub fn misplaced_qualifier(span: Span, word: &str, place: &Place, misfit: Misfit) -> Diagnostic {
    let (message, label, help) = match misfit {
        Misfit::Meaningless => {
            (format!("`{}` takes no qualifier `{word}`", place.kind), "not here", qualifiers_help(place))
        }
        Misfit::Twice => (format!("`{word}` stands here twice"), "the second one", "keep one of them".to_owned()),
        Misfit::Clash => (
            format!("`{word}` contradicts the qualifier before it"),
            "only one of the two can be meant",
            "keep the one that is meant".to_owned(),
        ),
    };
    Diagnostic::new(&code::MISPLACED_QUALIFIER, span, message).label(label).help(help)
}

/// A word that is no qualifier.
pub fn unknown_qualifier(place: &Place, span: Span, rest: &str) -> Diagnostic {
    let end = rest.find([',', ')', '\n', ':']).unwrap_or(rest.len());
    let word = rest[..end].trim_end();
    let span = Span { end: span.start + word.len() as u32, ..span };
    if word.is_empty() {
        return Diagnostic::new(&code::UNKNOWN_QUALIFIER, span, "a qualifier is missing here")
            .label("nothing stands here")
            .help(qualifiers_help(place));
    }
    let diagnostic = Diagnostic::new(&code::UNKNOWN_QUALIFIER, span, format!("there is no qualifier `{word}`"));
    let tried = qualifier_meant_by(word).filter(|meant| allowed(place).any(|allowed| allowed == *meant));
    match tried.or_else(|| nearest(word, allowed(place))) {
        Some(meant) => did_you_mean(diagnostic, span, meant),
        None => diagnostic.label("not a qualifier").help(qualifiers_help(place)),
    }
}

fn qualifiers_help(place: &Place) -> String {
    match (allowed(place).count(), listed(allowed(place), "and")) {
        (0, _) => format!("`{}` takes no qualifiers", place.kind),
        (1, word) => format!("the only qualifier of `{}` is {word}", place.kind),
        (_, words) => format!("the qualifiers of `{}` are {words}", place.kind),
    }
}

fn allowed(place: &Place) -> impl Iterator<Item = &'static str> {
    place.qualifiers.words()
}
