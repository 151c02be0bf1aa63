//! One issue as lines: under each position the grounds that each gives for it, and last the grounds that both give.

use crate::analysis::contrast::{Ground, OnIssue, Part, SharedGround};
use crate::analysis::dispute::agreement::Verdict;
use crate::model::{Map, ShortNames, StatementId};
use crate::page::{Line, Mark, Runs, Whose};
use crate::text::difference::{ChangeKind, words};

use super::manner::said;
use super::options::ContrastOptions;

/// So many grounds are shown for a position where two clash, and elsewhere one.
const GROUNDS: usize = 2;
/// A ground is cut at a word behind so many characters, unless it is asked for in full.
const LENGTH: usize = 62;
/// So much of the words of both has to be the same for words to be marked in which two grounds differ.
const CLOSE: f32 = 0.4;

/// Context from which the lines of an issue are made.
pub(super) struct Lines<'v> {
    pub(super) map: &'v Map,
    pub(super) short: &'v ShortNames,
    pub(super) titles: &'v [String; 2],
    pub(super) options: &'v ContrastOptions,
}

impl Lines<'_> {
    /// The lines of an issue.
    pub(super) fn of(&self, on: &OnIssue) -> Vec<Line> {
        let clash = matches!(on.verdict, Verdict::Opposed | Verdict::TalkingPast | Verdict::ChangeOfMind);
        let most = match self.options.full {
            true => usize::MAX,
            false if clash => GROUNDS,
            false => 1,
        };
        let mut lines = Vec::new();
        on.parts.iter().for_each(|part| self.part(part, most, &mut lines));
        lines.extend(on.shared.iter().map(|shared| self.shared(shared)));
        match self.options.unified {
            Some(around) => near_changes(lines, around),
            None => lines,
        }
    }

    fn part(&self, part: &Part, most: usize, lines: &mut Vec<Line>) {
        let [one, other] = [0, 1].map(|side| said(self.map, self.short, part, side));
        let line = |whose: Whose, runs: &Runs, remark: String| Line {
            whose,
            depth: 0,
            runs: runs.clone(),
            // Beside each other, each stands below its own name.
            remark: if self.options.side_by_side { Runs::new() } else { remark.into() },
        };
        match part.stances.each_ref().map(|stances| !stances.is_empty()) {
            [true, true] if one == other => lines.push(line(Whose::Both, &one, "both".to_owned())),
            [true, true] => {
                lines.push(line(Whose::First, &one, "both".to_owned()));
                lines.push(line(Whose::Second, &other, String::new()));
            }
            [true, false] => lines.push(line(Whose::First, &one, format!("{} only", self.titles[0]))),
            _ => lines.push(line(Whose::Second, &other, format!("{} only", self.titles[1]))),
        }
        self.grounds(part, most, lines);
    }

    /// Grounds that are near to each other stand in a pair and come first; then those of the one, then those of the other.
    fn grounds(&self, part: &Part, most: usize, lines: &mut Vec<Line>) {
        let mut left = [most; 2];
        for &[a, b] in part.near.iter().take(most) {
            let grounds = [&part.grounds[0][a], &part.grounds[1][b]];
            let texts = grounds.map(|ground| self.text(ground));
            let marked = marked(&texts);
            for (side, runs) in marked.into_iter().enumerate() {
                lines.push(Self::because(side, grounds[side], runs));
                left[side] -= 1;
            }
        }
        let sides = [0, 1].into_iter().filter(|&side| !part.grounds[side].is_empty());
        for side in sides {
            let is_near = |at: usize| part.near.iter().take(most).any(|pair| pair[side] == at);
            let rest = part.grounds[side].iter().enumerate().filter(|(at, _)| !is_near(*at)).map(|(_, ground)| ground);
            let rest: Vec<&Ground> = rest.collect();
            let (shown, untold) = rest.split_at(left[side].min(rest.len()));
            for ground in shown {
                lines.push(Self::because(side, ground, self.text(ground).into()));
            }
            if !untold.is_empty() {
                let runs = Runs::new().with(Mark::Faint, format!("… {} more", untold.len()));
                lines.push(Line { whose: whose(side), depth: 1, runs, remark: Runs::new() });
            }
        }
    }

    fn because(side: usize, ground: &Ground, text: Runs) -> Line {
        Line { whose: whose(side), depth: 1, runs: because(ground.inferred, text), remark: Runs::new() }
    }

    fn shared(&self, shared: &SharedGround) -> Line {
        let [one, other] = shared.statements;
        let mut text = Runs::from(self.statement(one));
        if self.options.full
            && self.map.text(self.map.statements[one].text) != self.map.text(self.map.statements[other].text)
        {
            text.push(Mark::Faint, format!(" ({}: {})", self.titles[1], self.statement(other)));
        }
        let remark = if self.options.side_by_side { Runs::new() } else { Runs::from("both") };
        Line { whose: Whose::Both, depth: 1, runs: because(shared.inferred, text), remark }
    }

    /// All that a ground consists of.
    fn text(&self, ground: &Ground) -> String {
        let shown = if self.options.full { ground.premises.len() } else { 1 };
        let texts: Vec<String> = ground.premises.iter().take(shown).map(|&premise| self.statement(premise)).collect();
        let text = texts.join("; and ");
        match ground.premises.len().saturating_sub(shown) {
            0 => text,
            more => format!("{text}; and {more} more with it"),
        }
    }

    /// Text of a statement, without the full stop; cut at a word unless all of it is asked for.
    fn statement(&self, statement: StatementId) -> String {
        let text = self.map.text(self.map.statements[statement].text);
        let text = text.trim_end_matches(['.', '。']);
        match text.char_indices().nth(LENGTH) {
            Some((end, _)) if !self.options.full => {
                let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
                format!("{} …", text[..end].trim_end_matches([',', ';', ':', ' ']))
            }
            _ => text.to_owned(),
        }
    }
}

fn whose(side: usize) -> Whose {
    if side == 0 { Whose::First } else { Whose::Second }
}

fn because(inferred: bool, text: Runs) -> Runs {
    let mut runs = Runs::from("because");
    if inferred {
        runs.push(Mark::Inferred, "~");
    }
    runs.push(Mark::Plain, ": ");
    runs.append(text);
    runs
}

/// Two texts, the words of each in which they differ marked alike: neither is an edit of the other.
fn marked(texts: &[String; 2]) -> [Runs; 2] {
    let [one, other] = texts;
    let pieces = words(one, other);
    let kept: usize = pieces.iter().filter(|(kind, _)| *kind == ChangeKind::Kept).map(|(_, text)| 2 * text.len()).sum();
    if (kept as f32) < CLOSE * (one.len() + other.len()) as f32 {
        return texts.clone().map(Runs::from);
    }
    [ChangeKind::Removed, ChangeKind::Added].map(|own| {
        let mut runs = Runs::new();
        for (kind, text) in pieces.iter().filter(|(kind, _)| *kind == own || *kind == ChangeKind::Kept) {
            let mark = if *kind == own && !text.trim().is_empty() { Mark::Strong } else { Mark::Plain };
            runs.extend(mark, text);
        }
        runs
    })
}

/// Lines of both, as far as they stand no farther than this from a line that only one says; how much is left out is
/// told.
fn near_changes(lines: Vec<Line>, around: usize) -> Vec<Line> {
    let changed: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].whose != Whose::Both).collect();
    let is_near = |at: usize| {
        let next = changed.partition_point(|&changed| changed < at);
        let before = next.checked_sub(1).map(|index| at - changed[index]);
        let behind = changed.get(next).map(|&changed| changed - at);
        before.into_iter().chain(behind).any(|distance| distance <= around)
    };
    let mut kept = Vec::new();
    let mut hidden = 0;
    for (at, line) in lines.into_iter().enumerate() {
        if is_near(at) {
            kept.extend(left_out(&mut hidden));
            kept.push(line);
        } else {
            hidden += 1;
        }
    }
    kept.extend(left_out(&mut hidden));
    kept
}

/// A line for the lines that are not shown here, where there are any.
fn left_out(hidden: &mut usize) -> Option<Line> {
    let number = std::mem::take(hidden);
    let text = format!("… {number} that both say");
    let runs = Runs::new().with(Mark::Faint, text);
    (number > 0).then_some(Line { whose: Whose::Both, depth: 0, runs, remark: Runs::new() })
}
