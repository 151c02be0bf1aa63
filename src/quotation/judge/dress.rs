//! A quotation's own words in the dress of its source: capitals and signs are the source's, letters and the ends of words stay.

use std::borrow::Cow;

use super::parting::{Letter, letters, parts};
use crate::text::unseen::{is_left_behind, is_without_width};

/// The words of a quotation with the capitals of a passage of the same letters, and with what stands between its words; nothing where the
/// letters are not the same. No letter becomes another, and no word begins or ends where none did.
pub(crate) fn dress(quotation: &str, passage: &str) -> Option<String> {
    let (ours, theirs) = (letters(quotation), letters(passage));
    let (first, last) = (theirs.first()?, theirs.last()?);
    if ours.len() != theirs.len() || !ours.iter().zip(&theirs).all(|(one, other)| one.folded == other.folded) {
        return None;
    }
    let mut dressed = shown(first.before).into_owned();
    for (index, (own, read)) in ours.iter().zip(&theirs).enumerate() {
        if index > 0 {
            dressed.push_str(&between(own.before, read.before));
        }
        // The letters of a ligature are written once, by the first of them.
        if index == 0 || !std::ptr::eq(ours[index - 1].unit, own.unit) {
            dressed.push_str(&cased(own, read));
        }
    }
    let behind = last.unit.as_ptr() as usize - passage.as_ptr() as usize + last.unit.len();
    dressed.push_str(&shown(&passage[behind..]));
    Some(dressed)
}

/// Signs between two letters: as the passage has them, where it parts words as the quotation does.
fn between<'t>(ours: &'t str, theirs: &'t str) -> Cow<'t, str> {
    let theirs = shown(theirs);
    let is_alone = |text: &str| text.split_whitespace().any(|sign| sign.bytes().all(|byte| byte == b'-'));
    let may_dress = parts(ours) == parts(&theirs)
        && ours.contains(char::is_whitespace) == theirs.contains(char::is_whitespace)
        && (is_alone(ours) || !is_alone(&theirs));
    if may_dress { theirs } else { Cow::Borrowed(ours) }
}

/// A letter of a quotation, as large or small as the passage has it.
fn cased<'t>(own: &Letter<'t>, read: &Letter<'_>) -> Cow<'t, str> {
    let small = |c: char| c.to_lowercase().eq(std::iter::once(c));
    if own.written == read.written || !own.written.to_lowercase().eq(read.written.to_lowercase()) {
        return Cow::Borrowed(own.unit);
    }
    let rest = &own.unit[own.written.len_utf8()..];
    let first: String =
        if small(read.written) { own.written.to_lowercase().collect() } else { read.written.to_string() };
    Cow::Owned(first + rest)
}

/// Signs between words, without those that nobody sees.
fn shown(text: &str) -> Cow<'_, str> {
    if text.contains(|c| is_left_behind(c) || is_without_width(c)) {
        Cow::Owned(text.chars().filter(|c| !is_left_behind(*c) && !is_without_width(*c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::dress;

    #[test]
    fn words_stay_and_signs_are_taken() {
        for (quotation, passage, dressed) in [
            ("the town it seems", "The Town, it seems", "The Town, it seems"),
            ("different offsets", "di fferent o ffsets", "different offsets"),
            ("is permitted only", "is permit ted only", "is permitted only"),
            ("many tasks of", "many tasksof", "many tasks of"),
            ("for politics", "for poli\u{AD}tics", "for politics"),
            ("subsequently", "subse\u{FFFE}quently", "subsequently"),
            ("the cooperation", "The co-operation", "The cooperation"),
            ("one ﬁne day", "One fine day", "One ﬁne day"),
            ("the cafe of ANN", "The café of Ann", "The cafe of Ann"),
            ("of bread and wine", "of bread - and wine", "of bread and wine"),
            ("Άννα", "ΆΝΝΑ", "ΆΝΝΑ"),
        ] {
            assert_eq!(dress(quotation, passage).as_deref(), Some(dressed), "{quotation}");
        }
        assert_eq!(dress("other words", "these words"), None);
    }
}
