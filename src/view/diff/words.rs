//! Two texts as one, with the words marked that are gone and those that are new.

use crate::page::{Mark, Runs};
use crate::text::difference::{ChangeKind, LONG, words};

/// So much of two texts has to be the same for it to be worth marking words one by one.
const CLOSE: f32 = 0.4;

/// Changes of a text: new, gone, or changed word by word.
pub fn changed(old: Option<&str>, new: Option<&str>) -> Runs {
    match (old, new) {
        (Some(old), Some(new)) => inline(old, new),
        (old, new) => {
            Runs::new().with(Mark::Removed, old.unwrap_or_default()).with(Mark::Added, new.unwrap_or_default())
        }
    }
}

fn inline(old: &str, new: &str) -> Runs {
    if old == new {
        return Runs::from(new);
    }
    let whole = || Runs::new().with(Mark::Removed, old).with(Mark::Plain, " ").with(Mark::Added, new);
    if old.len().max(new.len()) > LONG {
        return whole();
    }
    let pieces = words(old, new);
    let kept = pieces.iter().filter(|(kind, _)| *kind == ChangeKind::Kept).count();
    if (2 * kept) as f32 / ((kept + pieces.len()) as f32) < CLOSE {
        return whole();
    }
    let mut runs = Runs::new();
    // Words gone and words new between two that stayed. A space alone does not keep them apart.
    let (mut gone, mut there, mut space) = (String::new(), String::new(), String::new());
    for (kind, text) in pieces {
        let is_open = !gone.is_empty() || !there.is_empty();
        if kind == ChangeKind::Kept && is_open && text.trim().is_empty() {
            space.push_str(text);
            continue;
        }
        let between = std::mem::take(&mut space);
        if kind == ChangeKind::Kept {
            flush(&mut runs, &mut gone, &mut there);
            runs.extend(Mark::Plain, &(between + text));
        } else {
            gone.push_str(&between);
            there.push_str(&between);
            if kind == ChangeKind::Removed { &mut gone } else { &mut there }.push_str(text);
        }
    }
    flush(&mut runs, &mut gone, &mut there);
    runs.extend(Mark::Plain, &space);
    runs
}

/// Adds what is gone and what is new; spaces at their ends stay unmarked.
fn flush(runs: &mut Runs, gone: &mut String, there: &mut String) {
    let (old, new) = (std::mem::take(gone), std::mem::take(there));
    match (old.trim(), new.trim()) {
        ("", "") => runs.extend(Mark::Plain, &new),
        ("", _) => runs.push_words(Mark::Added, &new),
        (_, "") => runs.push_words(Mark::Removed, &old),
        (one, other) => {
            runs.extend(Mark::Plain, before(&old));
            runs.push(Mark::Removed, one);
            runs.extend(Mark::Plain, if before(&old).is_empty() { before(&new) } else { "" });
            runs.push(Mark::Added, other);
            runs.extend(Mark::Plain, if behind(&new).is_empty() { behind(&old) } else { behind(&new) });
        }
    }
}

/// The spaces at the start of a text.
fn before(text: &str) -> &str {
    &text[..text.len() - text.trim_start().len()]
}

/// The spaces at its end.
fn behind(text: &str) -> &str {
    &text[text.trim_end().len()..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let piece = |run: &crate::page::Run| match run.mark {
            Mark::Removed => format!("[-{}-]", run.text),
            Mark::Added => format!("{{+{}+}}", run.text),
            _ => run.text.clone(),
        };
        changed(Some(old), Some(new)).pieces.iter().map(piece).collect()
    }

    #[test]
    fn words_are_marked_where_most_of_a_text_stayed() {
        assert_eq!(
            shown("The town should build trams.", "The town should buy trams."),
            "The town should [-build-]{+buy+} trams."
        );
        assert_eq!(shown("Build trams now.", "Build new trams now."), "Build {+new+} trams now.");
        assert_eq!(shown("It is a very old town.", "It is a town."), "It is a [-very old-] town.");
        assert_eq!(shown("holds: yes", "holds: yes"), "holds: yes");
    }

    #[test]
    fn several_words_in_a_row_are_one_change() {
        let found = shown("We all know that red trams are slow here.", "We all know that green buses are slow here.");
        assert_eq!(found, "We all know that [-red trams-]{+green buses+} are slow here.");
        let found = shown(
            "The town can, and should, build trams at last.",
            "The town can be among the first to build trams at last.",
        );
        assert_eq!(found, "The town can[-, and should,-] {+be among the first to+} build trams at last.");
    }

    #[test]
    fn texts_without_much_in_common_stand_one_behind_the_other() {
        assert_eq!(shown("Roads.", "Nobody asks us."), "[-Roads.-] {+Nobody asks us.+}");
    }
}
