//! Verdicts in words: what to call them, and in which order to read them.

use crate::analysis::dispute::agreement::{Footing, Verdict};

/// Every verdict, the sharpest first, with the key that programs read, and its words.
pub const VERDICTS: [(Verdict, &str, &str); 14] = [
    (Verdict::Opposed, "opposed", "they clash"),
    (Verdict::TalkingPast, "talking-past", "they clash, and neither has answered the other in this map"),
    (Verdict::ChangeOfMind, "change-of-mind", "a change of mind"),
    (Verdict::Conditional, "conditional", "it depends on a condition"),
    (Verdict::Ambivalent, "ambivalent", "one sees both sides"),
    (Verdict::Degree, "degree", "they differ by degree"),
    (Verdict::Same(Footing::Different), "same-different", "they agree for different reasons"),
    (Verdict::Same(Footing::PartlyShared), "same-partly-shared", "they agree for reasons that are partly the same"),
    (Verdict::Same(Footing::Shared), "same-shared", "they agree for the same reasons"),
    (Verdict::Same(Footing::NotGiven), "same-no-grounds", "they agree, and not both give reasons"),
    (Verdict::Compatible, "compatible", "both can be right"),
    (Verdict::OnlyRaised, "only-raised", "only one takes a side, or neither"),
    (Verdict::OneSilent, "one-silent", "only one speaks"),
    (Verdict::BothSilent, "both-silent", "both are silent"),
];

/// The word for a verdict that is promised to programs.
pub fn key(verdict: Verdict) -> &'static str {
    VERDICTS[verdict.rank()].1
}
