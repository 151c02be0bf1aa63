//! How a quotation differs from a passage of the same letters.

use std::collections::BTreeSet;
use std::ops::Range;

use super::finding::Formatting;
use super::vocabulary;
use crate::quotation::folding::letters::{fold_unit, is_letter};
use crate::quotation::folding::note_mark;
use crate::quotation::folding::number;
use crate::quotation::folding::typographic::{JOINT, Typographic, typographic};
use crate::quotation::source::passage::Passage;
use crate::quotation::source::source_text::SourceText;
use crate::text::script::is_unspaced;

/// How far beyond a passage its punctuation is looked for.
const MARGIN: usize = 24;

/// How a quotation stands to a passage of the same letters.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// The same bytes as in the source.
    Exact,
    /// In typographic form, or with these differences.
    Same(Vec<Formatting>),
    /// A number or the bounds of a word differ: other words in the same letters.
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

/// How a quotation in typographic form differs from the words of a passage; nothing where a number does, or the
/// bounds of a word.
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

/// A folded letter, how it is written, and what stands between it and the letter before.
struct Letter<'t> {
    folded: char,
    written: char,
    before: &'t str,
}

/// How two texts of the same letters differ; nothing where a word's bounds do.
fn differences(quotation: &str, passage: &str) -> Option<BTreeSet<Formatting>> {
    let mut found = BTreeSet::new();
    if quotation == passage {
        return Some(found);
    }
    let (quotation, passage) = (letters(quotation), letters(passage));
    if quotation.len() != passage.len() {
        return None;
    }
    for (index, (quoted, read)) in quotation.iter().zip(&passage).enumerate() {
        if quoted.folded != read.folded {
            return None;
        }
        if quoted.written != read.written {
            let same = |c: char| c.to_lowercase().next();
            if same(quoted.written) == same(read.written) {
                found.insert(Formatting::Case);
            } else if !(quoted.written.is_ascii_digit() && note_mark::is_raised_or_lowered(read.written)) {
                // Nobody is asked to type the 2 of a formula or a square as a small one.
                found.insert(Formatting::LetterForm);
            }
        }
        let (ours, theirs) = (quoted.before, read.before);
        let joint = theirs.strip_suffix(JOINT).unwrap_or(theirs);
        if ours == theirs || (joint.len() < theirs.len() && matches!(ours, "" | "-" | " " | "- ")) {
            continue;
        }
        // Two words in one, or one in two; a hyphen and a space may be a line's end that was lost.
        let splits = |one: &str, other: &str| one.is_empty() && other.contains(' ') && !other.contains('-');
        if (splits(ours, theirs) && !may_join(&passage, index))
            || (splits(theirs, ours) && !may_join(&quotation, index))
        {
            return None;
        }
        found.insert(kind(ours, theirs));
    }
    Some(found)
}

/// Whether the word before a letter and the word that begins with it say the same when written as one: `per cent`,
/// but not `the rapist` or `may be`, of which one is a word that every sentence is made of.
fn may_join(letters: &[Letter<'_>], index: usize) -> bool {
    if is_unspaced(letters[index].written) {
        return true;
    }
    let start = (0..index).rfind(|at| !letters[*at].before.is_empty()).unwrap_or(0);
    let end = (index + 1..letters.len()).find(|at| !letters[*at].before.is_empty()).unwrap_or(letters.len());
    let word = |range: Range<usize>| letters[range].iter().map(|letter| letter.folded).collect::<String>();
    !vocabulary::stands_alone(&word(start..index)) && !vocabulary::stands_alone(&word(index..end))
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

fn letters(text: &str) -> Vec<Letter<'_>> {
    let mut letters = Vec::with_capacity(text.len());
    let mut folded = Vec::new();
    let mut at = 0;
    let mut separated = 0;
    while let Some(written) = text[at..].chars().next() {
        folded.clear();
        let end = fold_unit(text, at, &mut folded);
        let mut before = &text[separated..at];
        // Every unit folds to whole characters.
        for character in String::from_utf8_lossy(&folded).chars() {
            letters.push(Letter { folded: character, written, before });
            before = "";
            separated = end;
        }
        at = end;
    }
    letters
}
