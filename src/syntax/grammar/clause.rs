//! Clauses, by their shape: what stands before and after the colon.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_till};
use nom::character::complete::char;
use nom::combinator::{cut, eof, opt, value};
use nom::error::context;
use nom::sequence::{delimited, preceded, terminated};

use super::Parts;
use super::fault::Parse;
use super::list::{self, Joined};
use super::token::{colon, gap, name, qualifiers, reference, space, text};
use crate::syntax::vocabulary::{BY, ConditionWord, Link, Shape};

/// A clause of this shape, from behind its keyword on.
pub fn clause(shape: Shape, input: &str) -> Parse<'_, Parts<'_>> {
    let parts = match shape {
        Shape::Prose | Shape::Word => prose_clause,
        Shape::Names => names_clause,
        Shape::Reasons => reasons_clause,
        Shape::Undercut => undercut_clause,
        Shape::Attack => attack_clause,
        Shape::Outweighing => outweighing_clause,
        Shape::Stance => stance_clause,
        Shape::Ranking => ranking_clause,
        Shape::About | Shape::Named => about_clause,
        Shape::Quotation => quote_clause,
    };
    terminated(parts, preceded(space, cut(context("end", eof)))).parse(input)
}

/// `(QUALIFIERS): text`
fn prose_clause(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, qualifiers) = qualifiers(input)?;
    let (rest, text) = preceded(cut(colon), cut(text)).parse(rest)?;
    Ok((rest, Parts { qualifiers, text: Some(text), ..Parts::default() }))
}

/// `(QUALIFIERS): A, B`
fn names_clause(input: &str) -> Parse<'_, Parts<'_>> {
    joined(list::references, input)
}

/// `(QUALIFIERS): A, B and C`
fn reasons_clause(input: &str) -> Parse<'_, Parts<'_>> {
    joined(list::reasons, input)
}

/// `(QUALIFIERS): X because A`
fn undercut_clause(input: &str) -> Parse<'_, Parts<'_>> {
    joined(list::undercut, input)
}

fn joined<'t>(list: fn(&'t str) -> Parse<'t, Joined<'t>>, input: &'t str) -> Parse<'t, Parts<'t>> {
    let (rest, qualifiers) = qualifiers(input)?;
    let (rest, references) = preceded((cut(colon), space), cut(list)).parse(rest)?;
    Ok((rest, Parts { qualifiers, references, ..Parts::default() }))
}

/// `(QUALIFIERS): A, B`, or `(QUALIFIERS): X by SCHEME.QUESTION`
fn attack_clause(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, mut parts) = joined(list::references, input)?;
    // A text behind `by` is about one attack: behind several, nobody could say which.
    if parts.references.len() > 1 {
        return Ok((rest, parts));
    }
    let (rest, question) = opt(question).parse(rest)?;
    parts.text = question;
    Ok((rest, parts))
}

/// `by SCHEME.QUESTION`
fn question(input: &str) -> Parse<'_, &str> {
    preceded((gap, tag(BY), gap), cut(reference)).parse(input)
}

/// `(QUALIFIERS): X by MEASURE`
fn outweighing_clause(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, qualifiers) = qualifiers(input)?;
    let (rest, outweighed) = preceded((cut(colon), space), cut(reference)).parse(rest)?;
    let (rest, measure) = opt(measure).parse(rest)?;
    let references = vec![(outweighed, Link::Each)];
    Ok((rest, Parts { qualifiers, references, text: measure, ..Parts::default() }))
}

/// `by MEASURE`
fn measure(input: &str) -> Parse<'_, &str> {
    preceded((gap, tag(BY), gap), cut(text)).parse(input)
}

/// `ISSUE (QUALIFIERS): A, B if CONDITION`
fn stance_clause(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, mut parts) = argument(input)?;
    let (rest, references) = preceded((cut(colon), space), cut(list::names)).parse(rest)?;
    let (rest, condition) = opt(condition).parse(rest)?;
    parts.references = references;
    if let Some((word, text)) = condition {
        (parts.word, parts.text) = (word, Some(text));
    }
    Ok((rest, parts))
}

/// `if CONDITION`, `unless CONDITION`; whether the text is made of names, [`list::condition_names`] tells.
fn condition(input: &str) -> Parse<'_, (ConditionWord, &str)> {
    let [on, against] = ConditionWord::ALL.map(|word| value(word, tag(word.word())));
    preceded(gap, (terminated(alt((on, against)), gap), cut(text))).parse(input)
}

/// `ISSUE (QUALIFIERS): A over B, C`
fn ranking_clause(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, mut parts) = argument(input)?;
    let (rest, references) = preceded((cut(colon), space), cut(list::ranking)).parse(rest)?;
    parts.references = references;
    Ok((rest, parts))
}

/// `ISSUE (QUALIFIERS): text`, also of a term or a position.
fn about_clause(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, mut parts) = argument(input)?;
    let (rest, text) = preceded(cut(colon), cut(text)).parse(rest)?;
    parts.text = Some(text);
    Ok((rest, parts))
}

fn argument(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, argument) = preceded(space, cut(name)).parse(input)?;
    let (rest, qualifiers) = qualifiers(rest)?;
    Ok((rest, Parts { qualifiers, argument: Some(argument), ..Parts::default() }))
}

/// `[WHERE] (QUALIFIERS): words`
fn quote_clause(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, argument) = opt(place).parse(input)?;
    let (rest, qualifiers) = qualifiers(rest)?;
    let (rest, text) = preceded(cut(colon), cut(text)).parse(rest)?;
    Ok((rest, Parts { qualifiers, argument, text: Some(text), ..Parts::default() }))
}

/// `[WHERE]`
fn place(input: &str) -> Parse<'_, &str> {
    let inside = take_till(|letter| matches!(letter, ']' | '\n'));
    let close = cut(context("closing", char(']')));
    delimited((space, char('[')), inside, close).map(str::trim).parse(input)
}

#[cfg(test)]
mod tests {
    use super::super::Expected;
    use super::*;
    use nom::Err::Failure;

    #[test]
    fn a_stance_may_have_a_condition() {
        let (_, parts) = clause(Shape::Stance, " main (strongly): a, b if the law\n    allows it").expect("a stance");
        assert_eq!(parts.argument, Some("main"));
        assert_eq!(parts.references.iter().map(|(word, _)| *word).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((parts.word, parts.text), (ConditionWord::If, Some("the law\n    allows it")));
        let (_, parts) = clause(Shape::Stance, " main: a unless  b: c and d").expect("a stance");
        assert_eq!((parts.word, parts.text), (ConditionWord::Unless, Some("b: c and d")));
    }

    #[test]
    fn a_place_may_hold_a_colon() {
        let (_, parts) = clause(Shape::Quotation, " [III: para 2]: the words").expect("a quotation");
        assert_eq!((parts.argument, parts.text), (Some("III: para 2"), Some("the words")));
    }

    #[test]
    fn what_was_expected_is_known() {
        let expected = |shape, input| match clause(shape, input) {
            Err(Failure(fault)) => (fault.expected, fault.at),
            other => panic!("{other:?}"),
        };
        assert_eq!(expected(Shape::Prose, " text"), (Expected::Colon, "text"));
        assert_eq!(expected(Shape::Prose, ":  "), (Expected::Text, "  "));
        assert_eq!(expected(Shape::Prose, " (maybe): x"), (Expected::Qualifier, "maybe): x"));
        assert_eq!(expected(Shape::Names, ": a, b c"), (Expected::End, "c"));
        assert_eq!(expected(Shape::Stance, " : a"), (Expected::Name, ": a"));
        assert_eq!(expected(Shape::Quotation, " [a"), (Expected::Closing, ""));
    }
}
