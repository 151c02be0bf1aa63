//! Lists of names: a comma means *each*, `and` means *together*.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::char;
use nom::combinator::{all_consuming, cut, opt};
use nom::multi::{fold_many0, separated_list1};
use nom::sequence::{delimited, preceded};

use super::fault::{Fault, Parse};
use super::token::{colon, gap, name, reference, space};
use crate::syntax::vocabulary::{AND, BECAUSE, Link, OVER};

/// Names with how each is joined to the one before.
pub type Joined<'t> = Vec<(&'t str, Link)>;

/// The comma between two names.
fn comma(input: &str) -> Parse<'_, char> {
    delimited(space, char(','), space).parse(input)
}

/// A word between two names, with the white space around it.
fn between<'t>(word: &'static str) -> impl Parser<&'t str, Output = &'t str, Error = Fault<'t>> {
    delimited(gap, tag(word), gap)
}

/// `A, B`: references, each for itself.
pub fn references(input: &str) -> Parse<'_, Joined<'_>> {
    chain(reference, comma, Link::Each, input)
}

/// `A, B`: names without a source before them, each for itself.
pub fn names(input: &str) -> Parse<'_, Joined<'_>> {
    chain(name, comma, Link::Each, input)
}

/// `A and B`: references that count together only.
pub fn reason(input: &str) -> Parse<'_, Joined<'_>> {
    chain(reference, between(AND), Link::Together, input)
}

/// Words with something between any two of them, which joins each to the one before.
fn chain<'t, B>(
    mut word: impl FnMut(&'t str) -> Parse<'t, &'t str>,
    between: impl Parser<&'t str, Output = B, Error = Fault<'t>>,
    link: Link,
    input: &'t str,
) -> Parse<'t, Joined<'t>> {
    let (rest, first) = word(input)?;
    fold_many0(
        preceded(between, cut(word)),
        || vec![(first, Link::Each)],
        |mut joined, word| {
            joined.push((word, link));
            joined
        },
    )
    .parse(rest)
}

/// `A, B and C`: reasons, each enough for itself.
pub fn reasons(input: &str) -> Parse<'_, Joined<'_>> {
    let (rest, first) = reason(input)?;
    let mut joined = Some(first);
    fold_many0(
        preceded(comma, cut(reason)),
        || joined.take().unwrap_or_default(),
        |mut joined, reason| {
            joined.extend(reason);
            joined
        },
    )
    .parse(rest)
}

/// `X because A and B`: what is undercut, and the reason whose force is denied.
pub fn undercut(input: &str) -> Parse<'_, Joined<'_>> {
    let (rest, mut joined) = references(input)?;
    let (rest, because) = opt(preceded(between(BECAUSE), cut(reason))).parse(rest)?;
    joined.extend(because.into_iter().flatten().map(|(word, _)| (word, Link::Because)));
    Ok((rest, joined))
}

/// `A over B, C`: a position and those ranked below it.
pub fn ranking(input: &str) -> Parse<'_, Joined<'_>> {
    use nom::error::context;
    let (rest, first) = name(input)?;
    let over = context("`over` and the position that comes second", between(OVER));
    let (rest, lower) = preceded(cut(over), names).parse(rest)?;
    let mut joined = vec![(first, Link::Each)];
    joined.extend(lower.into_iter().map(|(word, _)| (word, Link::Over)));
    Ok((rest, joined))
}

/// A name in a condition: a statement, or an issue with one of its positions behind a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConditionName<'t> {
    /// The name before the colon.
    pub name: &'t str,
    /// The one behind it.
    pub position: Option<&'t str>,
}

/// `ISSUE: POSITION`, or the name of a statement or of an issue.
fn condition_name(input: &str) -> Parse<'_, ConditionName<'_>> {
    let with_position = (name, preceded((colon, space), name));
    alt((
        with_position.map(|(name, position)| ConditionName { name, position: Some(position) }),
        reference.map(|name| ConditionName { name, position: None }),
    ))
    .parse(input)
}

/// `A: B and C`: names that are a condition together. Any other text is a condition in free words, even if it begins so.
pub fn condition_names(input: &str) -> Parse<'_, Vec<ConditionName<'_>>> {
    all_consuming(separated_list1(between(AND), condition_name)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_names_or_free_words() {
        let names = |text| {
            let names = condition_names(text).ok().map(|(_, names)| names);
            let shown = |it: &ConditionName<'_>| format!("{}/{}", it.name, it.position.unwrap_or("-"));
            names.map(|names| names.iter().map(shown).collect::<Vec<_>>().join(" "))
        };
        assert_eq!(names("works: yes and s.quiet\n    and b").as_deref(), Some("works/yes s.quiet/- b/-"));
        assert_eq!(names("it").as_deref(), Some("it/-"));
        for words in ["it rains", "and", "a and it rains", "a: it rains", "a, b", "a: b.c", "a and", "peace."] {
            assert_eq!(names(words).filter(|_| words != "and"), None, "{words}");
        }
    }

    #[test]
    fn a_comma_means_each_and_and_means_together() {
        use Link::{Because, Each, Over, Together};
        let (rest, found) = reasons("a, b.c and d ,\n    e if").expect("a list");
        assert_eq!(found, [("a", Each), ("b.c", Each), ("d", Together), ("e", Each)]);
        assert_eq!(rest, " if");
        let undercut = undercut("x because a and b").map(|(_, found)| found);
        assert_eq!(undercut, Ok(vec![("x", Each), ("a", Because), ("b", Because)]));
        let ranking = ranking("a over b, c").map(|(_, found)| found);
        assert_eq!(ranking, Ok(vec![("a", Each), ("b", Over), ("c", Over)]));
        assert!(reasons("a, , b").is_err());
    }
}
