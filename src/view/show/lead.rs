//! Words before a statement: who says it, how it stands to a position, and how it hangs on another.

use crate::analysis::dispute::hanging::{Hanging, Link};
use crate::model::{Attitude, Map, StatementId};
use crate::page::{Mark, Runs};
use crate::study::{Place, PlaceSide};
use crate::text::list::and;
use crate::view::wording::called::{position_said, range_said};
use crate::view::wording::speech::{Speech, capitalized, possessive, s_of};
use crate::view::wording::stance_said::manner;
use crate::view::wording::stance_word::INFERRED;

/// Speaker of a statement at the beginning of a line: its makers, with the voice that they report and whose side they take.
pub fn speaker(map: &Map, speech: &Speech<'_>, statement: StatementId) -> String {
    let what = &map.statements[statement];
    let makers = speech.makers(statement);
    let s = s_of(map.authors_of(statement).len());
    let said = match what.voice {
        None => makers,
        Some(voice) => {
            let other = |unnamed: &str| voice.author.map_or(unnamed.to_owned(), |it| speech.authors(&[it]));
            match voice {
                _ if voice.endorsed => format!("{makers}, agreeing with {}", other("others")),
                _ if voice.disputed => format!("{}, as {makers} report{s} and dispute{s}", other("an unnamed voice")),
                _ => format!("{}, as {makers} report{s}", other("an unnamed voice")),
            }
        }
    };
    let said = if what.anticipated { format!("{said}, as an objection to be answered") } else { said };
    capitalized(said.into()).plain()
}

/// How somebody stands to a position, behind their name: `, against it, firmly~`; nothing where it is plainly held. Of a question with two
/// answers, to reject one is to hold the other.
pub fn how(map: &Map, place: &Place) -> Runs {
    let (stance, against) = (place.stance, place.side == PlaceSide::Against);
    let what = &map.stances[stance];
    let about = || what.text.map(|text| format!(" ({})", map.text(text))).unwrap_or_default();
    let over = || and(what.over.iter().map(|&position| position_said(map, position)));
    let way = match what.attitude {
        Attitude::Rejects if against => Some("against it".to_owned()),
        Attitude::Holds | Attitude::Rejects => what.range().map(|range| format!("from {}", range_said(map, range))),
        Attitude::Prefers if what.position == place.position => Some(format!("ranking it before {}", over())),
        Attitude::Prefers => {
            let first = what.position.map(|first| position_said(map, first)).unwrap_or_default();
            Some(format!("ranking {first} before it"))
        }
        Attitude::Weighs => Some(format!("seeing both sides{}", about())),
        Attitude::Raises => Some(format!("asking{}", about())),
    };
    let (manner, inferred) = manner(map, what);
    let words: Vec<String> = way.into_iter().chain(manner).collect();
    let mut runs = Runs::new();
    if !words.is_empty() {
        runs.push(Mark::Plain, format!(", {}", words.join(", ")));
    }
    runs.with(Mark::Inferred, inferred)
}

/// Words before what hangs on a statement: `because~`, `attacked by Sedgwick:`. They name the speaker where they want one.
pub fn link(map: &Map, speech: &Speech<'_>, it: &Hanging, below_premise: bool) -> Runs {
    let inferred = if it.inferred { INFERRED } else { "" };
    let relation = it.relation.map(|id| &map.relations[id]);
    let by = || attacker(map, speech, it.statement);
    let question = relation.and_then(|relation| relation.by.as_ref()).map(|by| map.text(**by));
    let asking = question.map(|question| format!(", asking ‘{question}’")).unwrap_or_default();
    let (mark, word, behind) = match it.link {
        Link::Because => (Mark::For, "because", String::new()),
        Link::TogetherWith => (Mark::For, "together with", String::new()),
        Link::Although => (Mark::Between, "although", String::new()),
        Link::Granting => (Mark::Between, "granting", String::new()),
        Link::Attacks if relation.is_some_and(|relation| relation.turns) => {
            (Mark::Against, "turned to the other side", format!(" by {}{asking}:", by()))
        }
        Link::Attacks => (Mark::Against, "attacked", format!(" by {}{asking}:", by())),
        Link::Undercuts if below_premise => (Mark::Against, "undercut as a reason", format!(" by {}{asking}:", by())),
        Link::Undercuts => (Mark::Against, "its reasons undercut", format!(" by {}{asking}:", by())),
        Link::Weakens => (Mark::Against, "weakened", format!(" by {}{asking}:", by())),
        Link::Outweighs => {
            let measure = asking.replace(", asking", ", by");
            (Mark::Against, "outweighed", format!(" by {}{measure}:", by()))
        }
    };
    Runs::new().with(mark, word).with(Mark::Inferred, inferred).with(Mark::Plain, behind)
}

/// Speaker of an attack: its makers, or an objection of their own.
fn attacker(map: &Map, speech: &Speech<'_>, statement: StatementId) -> String {
    let makers = speech.speaker(statement);
    if map.statements[statement].anticipated { format!("{} own objection", possessive(&makers)) } else { makers }
}

/// More attackers than these are counted.
const NAMED: usize = 2;

/// Statements that hang on another and are not shown, in a few words: `2 reasons; attacked~ by Sedgwick`.
pub fn remark(map: &Map, speech: &Speech<'_>, hanging: &[&Hanging]) -> Runs {
    let mut parts: Vec<Runs> = Vec::new();
    let reasons: Vec<&&Hanging> = hanging.iter().filter(|it| it.link == Link::Because).collect();
    let read_in = reasons.iter().filter(|it| it.inferred).count();
    if !reasons.is_empty() {
        let s = if reasons.len() == 1 { "" } else { "s" };
        let all = read_in == reasons.len();
        let some = if all || read_in == 0 { String::new() } else { format!(" ({read_in}{INFERRED})") };
        parts.push(Runs::from(format!("{} reason{s}{}{some}", reasons.len(), if all { INFERRED } else { "" })));
    }
    let denials = hanging.iter().flat_map(|it| it.denied_by.iter());
    let against: Vec<&Hanging> = hanging.iter().copied().chain(denials).collect();
    for (link, word) in [
        (Link::Attacks, "attacked"),
        (Link::Undercuts, "undercut"),
        (Link::Weakens, "weakened"),
        (Link::Outweighs, "outweighed"),
    ] {
        for inferred in [false, true] {
            let of_it = against.iter().filter(|it| it.link == link && it.inferred == inferred);
            let mut names: Vec<String> = of_it.map(|it| attacker(map, speech, it.statement)).collect();
            names.sort();
            names.dedup();
            if names.is_empty() {
                continue;
            }
            let more = names.len().saturating_sub(NAMED);
            names.truncate(NAMED);
            names.extend((more > 0).then(|| format!("{more} more")));
            let sign = if inferred { INFERRED } else { "" };
            let runs = Runs::from(word).with(Mark::Inferred, sign);
            parts.push(runs.with(Mark::Plain, format!(" by {}", names.join(" and by "))));
        }
    }
    let mut runs = Runs::new();
    for part in parts {
        runs.push(Mark::Plain, if runs.is_empty() { "" } else { "; " });
        runs.append(part);
    }
    runs
}
