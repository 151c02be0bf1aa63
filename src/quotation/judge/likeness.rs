//! How a quotation differs from a passage of the same letters.

use std::collections::BTreeSet;
use std::ops::Range;

use super::finding::Formatting;
use super::parting::{self, letters, parts};
use crate::quotation::folding::letters::is_letter;
use crate::quotation::folding::note_mark;
use crate::quotation::folding::number;
use crate::quotation::folding::typographic::{JOINT, Typographic, typographic};
use crate::quotation::source::passage::Passage;
use crate::quotation::source::source_text::SourceText;
use crate::text::unseen::may_have_accent;

/// How far beyond a passage its punctuation is looked for.
const MARGIN: usize = 24;

/// How a quotation stands to a passage of the same letters.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// The same bytes as in the source.
    Exact,
    /// In typographic form, or with these differences.
    Same(Vec<Formatting>),
    /// A number differs, or a word that counts, denies or says how sure comes or goes: other words in the same letters.
    Other,
}

/// Compares a quotation with the passage whose letters are the same, and gives the range that
/// includes the punctuation which both begin and end with.
pub(crate) fn compare(source: &SourceText, core: Range<usize>, quotation: &str) -> (Range<usize>, Likeness) {
    compare_as(source, core, quotation, Passage::read)
}

/// The same where the passage is read in some way.
pub(crate) fn compare_as(
    source: &SourceText,
    core: Range<usize>,
    quotation: &str,
    read: fn(&SourceText, Range<usize>) -> Passage,
) -> (Range<usize>, Likeness) {
    let text = source.text();
    let quotation = quotation.trim();
    let lead = quotation.find(is_letter).unwrap_or(0);
    let trail =
        quotation.char_indices().rfind(|(_, c)| is_letter(*c)).map_or(0, |(at, c)| quotation.len() - at - c.len_utf8());
    if let Some(start) = core.start.checked_sub(lead)
        && text.get(start..core.end + trail) == Some(quotation)
    {
        let range = start..core.end + trail;
        let likeness = if cuts_number(text, &range) { Likeness::Other } else { Likeness::Exact };
        return (range, likeness);
    }
    let plain = typographic(quotation);
    let inner = plain.trim_matches(|c| !is_letter(c));
    let read = differences_from(inner, &read(source, core.clone()).words);
    // Copies of a page have its note marks too.
    let copied = || differences_from(inner, &text[core.clone()]).filter(BTreeSet::is_empty);
    let read = match read {
        Some(same) if same.is_empty() => Some(same),
        other => copied().or(other),
    };
    let Some(mut differences) = read else {
        return (core, Likeness::Other);
    };
    let (before, after) =
        plain.find(is_letter).map_or(("", ""), |first| (&plain[..first], &plain[first + inner.len()..]));
    let start = start_of(text, core.start, before);
    let end = end_of(text, core.end, after);
    let range = start.unwrap_or(core.start)..end.unwrap_or(core.end);
    if start.is_none() || end.is_none() {
        differences.insert(Formatting::Punctuation);
    }
    let invented = start.is_none() && inner.starts_with(char::is_numeric) && !number::prefix(before).is_empty()
        || end.is_none() && inner.ends_with(char::is_numeric) && !number::suffix(after).is_empty();
    if invented || cuts_number(text, &range) {
        return (range, Likeness::Other);
    }
    (range, Likeness::Same(differences.into_iter().collect()))
}

/// How a quotation in typographic form differs from the words of a passage; nothing where a number does, or a
/// word that counts, denies or says how sure.
fn differences_from(quotation: &str, words: &str) -> Option<BTreeSet<Formatting>> {
    let found = differences(quotation, &Typographic::with_joints(words).text)?;
    (number::numbers(quotation) == number::numbers(&typographic(words))).then_some(found)
}

/// Whether a range begins or ends inside a number: in 1.5, before the sign of -5, before the % of 10%.
fn cuts_number(text: &str, range: &Range<usize>) -> bool {
    let passage = &text[range.clone()];
    let digit = |c: char| c.is_ascii_digit();
    let starts_inside = passage.starts_with(digit) && {
        let before = typographic(margin_before(text, range.start));
        !number::prefix(&before).is_empty() || before.strip_suffix(['.', ',']).is_some_and(|rest| rest.ends_with(digit))
    };
    let ends_inside = passage.ends_with(digit) && {
        let after = typographic(margin_after(text, range.end));
        (!number::suffix(&after).is_empty() && !after.starts_with(note_mark::is_superscript))
            || after.strip_prefix(['.', ',']).is_some_and(|rest| rest.starts_with(digit))
    };
    starts_inside || ends_inside
}

fn margin_before(text: &str, at: usize) -> &str {
    let start = (at.saturating_sub(MARGIN)..=at).find(|start| text.is_char_boundary(*start));
    &text[start.unwrap_or(at)..at]
}

fn margin_after(text: &str, at: usize) -> &str {
    let end = (at..=text.len().min(at + MARGIN)).rfind(|end| text.is_char_boundary(*end));
    &text[at..end.unwrap_or(at)]
}

/// The start that takes in the punctuation `before` a quotation's first letter.
fn start_of(text: &str, at: usize, before: &str) -> Option<usize> {
    let before = before.trim_start();
    if before.is_empty() {
        return Some(at);
    }
    let margin = margin_before(text, at);
    let view = Typographic::new(margin);
    let start = view.text.strip_suffix(before)?.len();
    Some(at - margin.len() + view.origin(start..view.text.len()).start)
}

/// The end that takes in the punctuation `after` a quotation's last letter.
fn end_of(text: &str, at: usize, after: &str) -> Option<usize> {
    let after = after.trim_end();
    if after.is_empty() {
        return Some(at);
    }
    // A note mark may stand between the last word and its point.
    let at = note_mark::end(text, at).filter(|_| at < text.len()).unwrap_or(at);
    let view = Typographic::new(margin_after(text, at));
    view.text.starts_with(after).then(|| at + view.origin(0..after.len()).end)
}

/// How two texts of the same letters differ; nothing where a word of weight comes or goes by the way in which they are parted.
fn differences(quotation: &str, passage: &str) -> Option<BTreeSet<Formatting>> {
    let mut found = BTreeSet::new();
    if quotation == passage {
        return Some(found);
    }
    let (quotation, passage) = (letters(quotation), letters(passage));
    if quotation.len() != passage.len() {
        return None;
    }
    let mut is_parted_otherwise = false;
    for (quoted, read) in quotation.iter().zip(&passage) {
        if quoted.folded != read.folded {
            return None;
        }
        found.extend(written_otherwise(quoted.written, read.written));
        let (ours, theirs) = (quoted.before, read.before);
        if ours == theirs || is_line_end(ours, theirs) {
            continue;
        }
        is_parted_otherwise |= parts(ours) != parts(theirs);
        found.insert(kind(ours, theirs));
    }
    let accents = found.contains(&Formatting::Accents);
    let is_other = (is_parted_otherwise || accents) && parting::changes_a_word(&quotation, &passage);
    (!is_other).then_some(found)
}

/// How the same letter is written in two texts, where it is not the same.
fn written_otherwise(quoted: char, read: char) -> Option<Formatting> {
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    if quoted == read {
        None
    } else if small(quoted) == small(read) {
        Some(Formatting::Case)
    } else if quoted.is_ascii_digit() && note_mark::is_raised_or_lowered(read) {
        // Nobody is asked to type the 2 of a formula or a square as a small one.
        None
    } else if may_have_accent(quoted) || may_have_accent(read) {
        Some(Formatting::Accents)
    } else {
        Some(Formatting::LetterForm)
    }
}

/// Whether what stands between two letters of a passage is there because a line ends, and a quotation has there what a reader may make of it.
fn is_line_end(ours: &str, theirs: &str) -> bool {
    let Some(signs) = theirs.strip_suffix(JOINT) else { return false };
    let without_spaces = |text: &str| text.replace(' ', "");
    if signs.is_empty() {
        ours.chars().all(|c| matches!(c, ' ' | '-'))
    } else {
        without_spaces(ours) == without_spaces(signs)
    }
}

/// Kind of the difference between two separators.
fn kind(ours: &str, theirs: &str) -> Formatting {
    let without = |text: &str, left_out: &[char]| text.replace(left_out, "");
    if without(ours, &[' ']) == without(theirs, &[' ']) {
        Formatting::Spacing
    } else if without(ours, &[' ', '-', JOINT]) == without(theirs, &[' ', '-', JOINT]) {
        Formatting::Hyphen
    } else if without(ours, &['[', ']']) == theirs {
        Formatting::Brackets
    } else {
        Formatting::Punctuation
    }
}
