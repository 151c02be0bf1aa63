//! Words that a writer puts into a quotation in brackets: whether they change what the source claims.

use std::ops::Range;

use super::difference::{self, Severity, has_negation};
use super::vocabulary::{self, WordClass};
use crate::quotation::folding::typographic::typographic;
use crate::quotation::search::wording::{Join, Wording};
use crate::quotation::source::passage::Passage;
use crate::quotation::source::source_text::SourceText;
use crate::text::difference::ChangeKind;

/// Bytes before and after a passage in which the words are that a bracket at its edge may stand for.
const EDGE: usize = 48;

/// How grave the brackets of a quotation are whose parts stand at `ranges`.
pub(crate) fn severity(source: &SourceText, wording: &Wording, ranges: &[Range<usize>]) -> Option<Severity> {
    let text = source.text();
    let mut pairs = wording.parts.windows(2).zip(ranges.windows(2));
    let mut changed = pairs.any(|(parts, ranges)| {
        let skipped = ranges[0].end..ranges[1].start.max(ranges[0].end);
        match &parts[1].before {
            Join::Start => false,
            // The part of the omission that the bracket stands for is not known.
            Join::Ellipsis(inserted) => has_negation(inserted),
            Join::Bracket(inserted) if parts[0].glued_end || parts[1].glued_start => {
                denies_by_letters(&text[skipped], inserted)
            }
            Join::Bracket(inserted) => is_another_claim(&Passage::read(source, skipped).words, inserted),
        }
    });
    let [before, after] = &wording.edges;
    if let (Some(first), Some(last)) = (ranges.first(), ranges.last()) {
        changed |= is_another_claim_at_edge(text[..first.start].trim_end(), before, true);
        changed |= is_another_claim_at_edge(text[last.end..].trim_start(), after, false);
    }
    changed.then_some(Severity::Critical)
}

/// Whether a denial, number, name, unit, quantifier or modal verb is put in or replaced; a name may stand for a pronoun.
fn is_another_claim(skipped: &str, inserted: &str) -> bool {
    let changes = difference::changes(&typographic(skipped), &typographic(inserted));
    let is_pronoun = |text: &str| vocabulary::is_pronoun(&text.to_lowercase());
    let mut removed = changes.iter().filter(|change| change.kind == ChangeKind::Removed).peekable();
    let explains = removed.peek().is_some() && removed.all(|change| is_pronoun(&change.text));
    let changed = changes.iter().filter(|change| change.kind != ChangeKind::Kept);
    changed.filter_map(|change| change.class.map(|class| (class, change))).any(|(class, change)| {
        let is_name = class == WordClass::Name && (is_pronoun(&change.text) || explains);
        !is_name
    })
}

/// The same of a bracket before or after everything that is quoted: it may say what stands there, or stand for it.
fn is_another_claim_at_edge(beside: &str, inserted: &str, before: bool) -> bool {
    if inserted.is_empty() {
        return false;
    }
    let words = inserted.split_whitespace().count();
    let near: Vec<&str> = if before {
        let start = beside.len().saturating_sub(EDGE);
        let start = (start..=beside.len()).find(|at| beside.is_char_boundary(*at)).unwrap_or(beside.len());
        let words: Vec<&str> = beside[start..].split_whitespace().rev().take(words).collect();
        words.into_iter().rev().collect()
    } else {
        beside.split_whitespace().take(words).collect()
    };
    let pronoun = if before { near.last() } else { near.first() };
    let pronoun = pronoun.filter(|word| vocabulary::is_pronoun(&word.to_lowercase())).copied().unwrap_or_default();
    is_another_claim(&near.join(" "), inserted) && is_another_claim(pronoun, inserted)
}

/// Whether letters in brackets that touch a word deny it, or take a denial from it.
fn denies_by_letters(skipped: &str, inserted: &str) -> bool {
    let (skipped, inserted) = (skipped.trim().to_lowercase(), inserted.trim().to_lowercase());
    let denies = |letters: &str| vocabulary::is_denying_prefix(letters) || has_negation(letters) || letters == "n't";
    skipped != inserted && (denies(&skipped) || denies(&inserted))
}
