//! Holds two texts against each other word by word: what both have, and what only the one or the other has.

use std::hash::Hash;
use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// Texts of more bytes are not held against each other: that takes long, and nobody reads so long a difference.
pub const LONG: usize = 4_000;

/// Change of some words of the old text in the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// Both texts have them.
    Kept,
    /// The old text has them and the new one has not.
    Removed,
    /// The new text has them and the old one has not.
    Added,
}

/// A stretch of the one text or the other, or of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Change of the words.
    pub kind: ChangeKind,
    /// Where it stands: in the new text what was added, all else in the old one.
    pub range: Range<usize>,
}

/// The stretches that lead from one row of words to another; what is removed stands before what is added in its place.
pub fn stretches<T: Eq + Hash>(old: &[T], new: &[T]) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, old, new) {
        let (kind, removed) = match operation {
            DiffOp::Equal { .. } => (ChangeKind::Kept, operation.old_range()),
            _ => (ChangeKind::Removed, operation.old_range()),
        };
        stretches.push(Stretch { kind, range: removed });
        if kind == ChangeKind::Removed {
            stretches.push(Stretch { kind: ChangeKind::Added, range: operation.new_range() });
        }
    }
    stretches.retain(|stretch| !stretch.range.is_empty());
    stretches
}

/// The words of two texts with the spaces and signs between them, each with what became of it.
pub fn words<'t>(old: &'t str, new: &'t str) -> Vec<(ChangeKind, &'t str)> {
    let [old, new] = [old, new].map(|text| text.split_word_bounds().collect::<Vec<_>>());
    let of = |Stretch { kind, range }: Stretch| {
        let words = if kind == ChangeKind::Added { &new[range] } else { &old[range] };
        words.iter().map(move |word| (kind, *word)).collect::<Vec<_>>()
    };
    stretches(&old, &new).into_iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let piece = |(kind, word): (ChangeKind, &str)| match kind {
            ChangeKind::Kept => word.to_owned(),
            ChangeKind::Removed => format!("[-{word}-]"),
            ChangeKind::Added => format!("{{+{word}+}}"),
        };
        words(old, new).into_iter().map(piece).collect()
    }

    #[test]
    fn what_is_removed_stands_before_what_is_added() {
        assert_eq!(shown("Build trams now.", "Build buses now."), "Build [-trams-]{+buses+} now.");
        assert_eq!(shown("", "Trams"), "{+Trams+}");
        assert_eq!(shown("平和構築", "平和維持"), "平和[-構-][-築-]{+維+}{+持+}");
    }

    proptest! {
        #[test]
        fn what_is_kept_and_removed_is_the_old_text_and_what_is_kept_and_added_the_new(
            old in "[ab 日.]{0,30}", new in "[ab 日.]{0,30}"
        ) {
            let without = |kind| {
                let kept = words(&old, &new).into_iter().filter(move |(other, _)| *other != kind);
                kept.map(|(_, word)| word).collect::<String>()
            };
            prop_assert_eq!(without(ChangeKind::Added), old.clone());
            prop_assert_eq!(without(ChangeKind::Removed), new.clone());
        }
    }
}
