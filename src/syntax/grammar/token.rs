//! The smallest parts: white space, names, the colon, qualifiers, text.

use nom::Parser;
use nom::bytes::complete::take_while1;
use nom::character::complete::char;
use nom::combinator::{cut, fail, map_opt, opt, recognize};
use nom::error::context;
use nom::multi::separated_list1;
use nom::sequence::{delimited, preceded, terminated};
use unicode_normalization::char::is_combining_mark;

use super::fault::Parse;
use crate::syntax::vocabulary::{QUALIFIERS, Qualifiers};

/// The first word of a line: up to white space, a colon or a bracket.
pub fn keyword(line: &str) -> &str {
    // Nearly every word that stands there is one of ours; the rest is looked at letter by letter.
    let ours = line.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'-').count();
    if matches!(line.as_bytes().get(ours), Some(b' ' | b':' | b'\n')) {
        return &line[..ours];
    }
    let end = line.find(|letter: char| letter.is_whitespace() || matches!(letter, ':' | '(' | '[' | '：' | '（'));
    &line[..end.unwrap_or(line.len())]
}

/// White space, perhaps none. Inside a clause a line end is white space like any other.
pub fn space(input: &str) -> Parse<'_, &str> {
    let length = input.bytes().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count();
    Ok((&input[length..], &input[..length]))
}

/// White space that must be there.
pub fn gap(input: &str) -> Parse<'_, &str> {
    take_while1(|letter: char| matches!(letter, ' ' | '\n' | '\r' | '\t')).parse(input)
}

/// A name: letters, digits, `-` and `_`, in any script.
pub fn name(input: &str) -> Parse<'_, &str> {
    // Most names are all ASCII; the others are looked at letter by letter.
    let plain = input.bytes().take_while(|&byte| PLAIN_NAME_LETTERS[usize::from(byte)]).count();
    if plain > 0 && input.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        return Ok((&input[plain..], &input[..plain]));
    }
    context("name", take_while1(is_name_letter)).parse(input)
}

/// Whether a whole text is a name.
pub fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_name_letter)
}

fn is_name_letter(letter: char) -> bool {
    match u8::try_from(letter) {
        Ok(byte) if byte.is_ascii() => PLAIN_NAME_LETTERS[usize::from(byte)],
        _ => letter.is_alphanumeric() || is_combining_mark(letter),
    }
}

/// Which bytes are letters of a name by themselves.
const PLAIN_NAME_LETTERS: [bool; 256] = {
    let (mut letters, mut byte) = ([false; 256], 0);
    while byte < letters.len() {
        letters[byte] = matches!(byte as u8, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_');
        byte += 1;
    }
    letters
};

/// A name, perhaps with that of its source before it: `source.name`.
pub fn reference(input: &str) -> Parse<'_, &str> {
    recognize((name, opt((char('.'), cut(name))))).parse(input)
}

/// Whether a whole text is such a name.
pub fn is_reference(text: &str) -> bool {
    reference(text).is_ok_and(|(rest, _)| rest.is_empty())
}

/// The colon that ends a head.
pub fn colon(input: &str) -> Parse<'_, char> {
    preceded(space, context("colon", char(':'))).parse(input)
}

/// All that follows, without the white space around it; not nothing.
pub fn text(input: &str) -> Parse<'_, &str> {
    match input.trim() {
        "" => context("text", fail()).parse(input),
        text => Ok((&input[input.len()..], text)),
    }
}

/// Words in parentheses, perhaps none: `(strongly, inferred)`.
pub fn qualifiers(input: &str) -> Parse<'_, Vec<(Qualifiers, &str)>> {
    let Ok((inside, _)) = open(input) else { return Ok((input, Vec::new())) };
    let comma = delimited(space, char(','), space);
    let words = preceded(space, separated_list1(comma, cut(qualifier)));
    let close = preceded(space, cut(context("closing", char(')'))));
    terminated(words, close).parse(inside)
}

/// White space and a parenthesis.
fn open(input: &str) -> Parse<'_, char> {
    preceded(space, char('(')).parse(input)
}

/// One word of the list of qualifiers.
pub fn qualifier(input: &str) -> Parse<'_, (Qualifiers, &str)> {
    let known = |word| QUALIFIERS.iter().find(|(_, known)| *known == word).map(|(flag, _)| (*flag, word));
    context("qualifier", map_opt(take_while1(is_name_letter), known)).parse(input)
}
