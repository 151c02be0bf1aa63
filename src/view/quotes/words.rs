//! Quotations for people: the words with what differs, the verdict, and the place.

use crate::model::{Map, QuotationId};
use crate::page::{Mark, Runs};
use crate::quotation::{
    Checked, Fidelity, Formatting, FurnitureKind, Occurrence, Severity, State, Verification, WordChange,
};
use crate::text::difference::ChangeKind;
use crate::text::list::and;
use crate::view::wording::naming::counted;

/// The best place of a quotation, if its text is here and has one.
pub fn best(checked: &Checked) -> Option<&Occurrence> {
    checked.finding.as_ref()?.occurrences.first()
}

/// Whether words of it differ from those of its source.
pub fn has_changes(checked: &Checked) -> bool {
    best(checked).is_some_and(|best| !best.changes.is_empty())
}

/// The words of a quotation; where some differ, as a word diff from its source.
pub fn words(map: &Map, id: QuotationId, checked: &Checked) -> Runs {
    match best(checked).filter(|best| !best.changes.is_empty()) {
        Some(best) => difference(&best.changes),
        None => Runs::new().with(Mark::Quotation, format!("“{}”", map.text(map.quotations[id].words))),
    }
}

/// A word diff, with what a change touches behind it where that matters.
pub fn difference(changes: &[WordChange]) -> Runs {
    let mut runs = Runs::new();
    for change in changes {
        runs.push(Mark::Plain, if runs.is_empty() { "" } else { " " });
        let mark = match change.kind {
            ChangeKind::Kept => Mark::Quotation,
            ChangeKind::Removed => Mark::Removed,
            ChangeKind::Added => Mark::Added,
        };
        runs.push(mark, change.text.as_str());
        if let Some(class) = change.class {
            runs.push(Mark::Plain, " ");
            runs.push(Mark::Error, format!("({})", class.name()));
        }
    }
    runs
}

/// The verdict with what it rests on, and how it is known.
pub fn fidelity(checked: &Checked) -> Runs {
    let mut runs = Runs::new();
    if let Some(fidelity) = checked.fidelity {
        let mark = match fidelity {
            _ if checked.is_denied() => Mark::Error,
            Fidelity::Edited | Fidelity::TooShort => Mark::Warning,
            _ => Mark::Strong,
        };
        runs.push(mark, worth(checked).unwrap_or(fidelity.name()));
        let reasons = best(checked).map(reasons).unwrap_or_default();
        runs.push(Mark::Faint, if reasons.is_empty() { String::new() } else { format!(": {}", and(reasons)) });
        runs.push(Mark::Plain, "\n");
    }
    runs.with(Mark::Faint, known(checked.state))
}

/// Words for what a quotation is worth, the best first. Programs have finer ones.
pub const WORTH: [&str; 7] =
    ["verbatim", "with the same words", "shortened", "reworded", "changed", "not found", "too short"];

/// Word for what a quotation is worth to a person; none where nobody knows.
pub fn worth(checked: &Checked) -> Option<&'static str> {
    Some(match checked.fidelity? {
        Fidelity::Possible | Fidelity::Absent => "not found",
        _ if checked.severity == Some(Severity::Critical) => "changed",
        Fidelity::Exact | Fidelity::Typographic => "verbatim",
        Fidelity::Format => "with the same words",
        Fidelity::Gapped => "shortened",
        Fidelity::Edited => "reworded",
        Fidelity::TooShort => "too short",
    })
}

/// Words for how that is known, the surest first.
pub const KNOWN: [&str; 5] = ["looked up", "looked up, the text has changed", "locked", "out of date", "not looked up"];

/// Word for how something is known of a quotation.
pub fn known(state: State) -> &'static str {
    KNOWN[match state {
        State::Verified => 0,
        State::SourceChanged => 1,
        State::Locked => 2,
        State::Stale => 3,
        State::Unverified => 4,
    }]
}

/// Differences from the words of the paper, each in a few words: `left out “not” (negation)`.
pub fn differs(checked: &Checked) -> Vec<String> {
    let Some(best) = best(checked) else { return Vec::new() };
    let mut told: Vec<String> = Vec::new();
    for change in best.changes.iter().filter(|change| change.kind != ChangeKind::Kept) {
        let what = if change.kind == ChangeKind::Removed { "left out" } else { "put in" };
        let class = change.class.map_or(String::new(), |class| format!(" ({})", class.name()));
        told.push(format!("{what} “{}”{class}", change.text.trim()));
    }
    if told.is_empty() { reasons(best) } else { told }
}

/// Reasons for the verdict on a place.
fn reasons(place: &Occurrence) -> Vec<String> {
    let mut reasons: Vec<String> = place.formatting.iter().map(|it| formatting(*it).to_owned()).collect();
    for gap in &place.gaps {
        let words = counted(gap.words, "word");
        let sentences =
            if gap.sentences > 0 { format!(" over {}", counted(gap.sentences, "sentence end")) } else { String::new() };
        let negation = if gap.negation { ", a denial among them" } else { "" };
        match &gap.inserted {
            Some(inserted) => reasons.push(format!("[{inserted}] for {words}{sentences}{negation}")),
            None => reasons.push(format!("{words} left out{sentences}{negation}")),
        }
    }
    if let Some(distance) = place.distance {
        reasons.push(format!("{} of {} letters differ", distance.edits, distance.length));
    }
    reasons
}

/// Where it stands in its source, across what, and in how many places more.
pub fn found(map: &Map, verification: &Verification, id: QuotationId) -> Runs {
    let mut runs = Runs::new().with(Mark::Place, verification.place(map, id).unwrap_or_default());
    let Some(checked) = verification.of(id) else { return runs };
    if let Some(best) = best(checked) {
        let mut kinds: Vec<&str> = best.crossed.iter().map(|piece| furniture(piece.kind)).collect();
        kinds.dedup();
        kinds.truncate(3);
        if !kinds.is_empty() {
            runs.push(Mark::Faint, format!("\nacross {}", and(kinds.into_iter().map(str::to_owned))));
        }
    }
    let more = checked.finding.as_ref().map_or(0, |finding| {
        let same = finding.occurrences.iter().filter(|it| it.fidelity <= Fidelity::Gapped).count();
        same.saturating_sub(1) + finding.unlisted
    });
    runs.push(Mark::Faint, if more > 0 { format!("\nand {}", counted(more, "place more")) } else { String::new() });
    runs
}

fn formatting(formatting: Formatting) -> &'static str {
    match formatting {
        Formatting::Case => "capitals",
        Formatting::Punctuation => "punctuation",
        Formatting::Spacing => "spaces",
        Formatting::Hyphen => "hyphens",
        Formatting::LetterForm => "forms of letters",
        Formatting::Accents => "accents",
        Formatting::Brackets => "brackets",
    }
}

fn furniture(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::PageNumber => "a page number",
        FurnitureKind::RunningHead => "a running head",
        FurnitureKind::NoteBlock => "a note",
        FurnitureKind::NoteMark => "a note mark",
        FurnitureKind::Markup => "markup",
        FurnitureKind::Shortcode => "a shortcode",
    }
}
