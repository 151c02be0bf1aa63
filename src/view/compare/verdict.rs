//! Verdicts in words: what to call them, in which order to read them, and what they rest on.

use crate::analysis::dispute::agreement::{Clash, Comparison, Footing, Meeting, Verdict};
use crate::analysis::table::orientation::Orientation;
use crate::analysis::table::positions::IssueStance;
use crate::model::{Map, PositionId, RelationKind, StanceId};
use crate::page::{Mark, Runs};
use crate::text::list::and;
use crate::view::wording::named;
use crate::view::wording::naming::{Subject, holding, when};
use crate::view::wording::statement_tree::{manner, stance_sign};

/// Every verdict, the sharpest first, with the key that programs read, the words of a table, and those of a sentence.
pub const VERDICTS: [(Verdict, &str, &str, &str); 14] = [
    (Verdict::Opposed, "opposed", "opposed", "opposed"),
    (
        Verdict::TalkingPast,
        "talking-past",
        "talking past each other",
        "opposed and talking past each other in this map",
    ),
    (Verdict::ChangeOfMind, "change-of-mind", "change of mind", "a change of mind"),
    (Verdict::Conditional, "conditional", "on a condition", "on a condition"),
    (Verdict::Ambivalent, "ambivalent", "both ways", "both ways"),
    (Verdict::Degree, "degree", "differ by degree", "differ by degree"),
    (Verdict::Same(Footing::Different), "same-different", "same, other grounds", "same position on different grounds"),
    (
        Verdict::Same(Footing::PartlyShared),
        "same-partly-shared",
        "same, some grounds shared",
        "same position on partly shared grounds",
    ),
    (Verdict::Same(Footing::Shared), "same-shared", "same, grounds shared", "same position on shared grounds"),
    (
        Verdict::Same(Footing::NotGiven),
        "same-no-grounds",
        "same, grounds not given",
        "same position, grounds not given by both",
    ),
    (Verdict::Compatible, "compatible", "compatible", "compatible"),
    (Verdict::OnlyRaised, "only-raised", "only raised by one", "only raised by one"),
    (Verdict::OneSilent, "one-silent", "one is silent", "with one of them silent"),
    (Verdict::BothSilent, "both-silent", "both are silent", "with both silent"),
];

/// The word for a verdict that is promised to programs.
pub fn key(verdict: Verdict) -> &'static str {
    VERDICTS[verdict.rank()].1
}

/// The words of a table.
pub fn short_words(verdict: Verdict) -> &'static str {
    VERDICTS[verdict.rank()].2
}

/// The words of a sentence, for the verdict of this rank.
pub fn words(rank: usize) -> &'static str {
    VERDICTS[rank].3
}

/// Two sides on an issue, what came of holding them against each other, and how to call them.
#[derive(Clone, Copy)]
struct Two<'v> {
    map: &'v Map,
    found: &'v Comparison,
    names: [Subject<'v>; 2],
    stands: [&'v IssueStance<'v>; 2],
}

/// A verdict in a sentence or two, with the positions that it is about.
pub fn sentence(map: &Map, found: &Comparison, names: [Subject<'_>; 2], stands: [&IssueStance<'_>; 2]) -> Runs {
    let (whole, latest) = (stands, stands.map(IssueStance::latest));
    let stands = [&latest[0], &latest[1]];
    let two = Two { map, found, names, stands };
    let strong = |text: &str| Runs::new().with(Mark::Strong, text);
    let clashing = |lead: &str| strong(lead).with(Mark::Plain, " ").joined(clashes(map, found, names));
    let mut runs = match found.verdict {
        Verdict::BothSilent => strong("Both are silent."),
        Verdict::OneSilent => strong("Silent:").with(Mark::Plain, format!(" {}.", two.those(Orientation::Silent))),
        Verdict::OnlyRaised => {
            let who = two.those(Orientation::Raises);
            strong("Raised, without a side:").with(Mark::Plain, format!(" {who}."))
        }
        Verdict::Ambivalent => {
            strong("Both ways:").with(Mark::Plain, format!(" {}.", two.those(Orientation::Ambivalent)))
        }
        Verdict::Conditional => two.on_a_condition(),
        Verdict::Opposed => clashing("Opposed:"),
        Verdict::TalkingPast => clashing("Opposed, and talking past each other:")
            .with(Mark::Plain, " Nothing in this map joins the one side to the other, so there is no crux."),
        Verdict::ChangeOfMind => clashing("A change of mind:"),
        Verdict::Degree => clashing("They differ by degree:"),
        Verdict::Same(footing) => two.same(footing),
        Verdict::Compatible if found.clashes.is_empty() => {
            let and_yet =
                if speaks_against(map, found, &stands) { ", but the one speaks against the other" } else { "" };
            strong("Compatible:").with(Mark::Plain, format!(" the positions can stand together{and_yet}."))
        }
        Verdict::Compatible => clashing("Compatible:"),
    };
    runs.append(on_conditions(map, found, names));
    if let Some(since) = found.since {
        runs.push(Mark::Plain, format!(" Since {since}:"));
        runs.append(changes(map, names, whole));
    }
    let inferred = [0, 1].into_iter().filter(|&side| is_all_inferred(stands[side]));
    let inferred: Vec<String> = inferred.map(|side| names[side].title.to_owned()).collect();
    if !inferred.is_empty() && !matches!(found.verdict, Verdict::BothSilent | Verdict::OneSilent) {
        let remark = format!(" What stands here for {} is read into the text.", and(inferred));
        runs.push(Mark::Inferred, remark);
    }
    runs
}

impl Two<'_> {
    /// Names of those of the two whose stance is so.
    fn those(&self, wanted: Orientation) -> String {
        let found = [0, 1].into_iter().filter(|&side| self.stands[side].issue.orientation == wanted);
        and(found.map(|side| self.names[side].title.to_owned()))
    }

    /// Conditions of each, and the verdict on the two without them.
    fn on_a_condition(&self) -> Runs {
        let Two { map, found, names, stands } = *self;
        let who = self.those(Orientation::Conditional);
        let runs = Runs::new().with(Mark::Strong, "On a condition:").with(Mark::Plain, format!(" {who}"));
        let runs = runs.with(Mark::Plain, conditions(map, &stands));
        if !found.on_conditions.is_empty() {
            runs.joined(otherwise(names, stands))
        } else if depends(stands) {
            runs.with(Mark::Plain, " So it depends.")
        } else if found.clashes.iter().any(|clash| clash.is_opposition()) {
            let what = if found.is_same_mind { "it is a change of mind" } else { "they are opposed" };
            let runs = runs.with(Mark::Plain, format!(" The condition apart, {what}: "));
            runs.joined(clashes(map, found, names))
        } else if found.clashes.iter().any(|clash| matches!(clash, Clash::Degree(_))) {
            let runs = runs.with(Mark::Plain, " The condition apart, they differ by degree: ");
            runs.joined(clashes(map, found, names))
        } else if !found.common.is_empty() {
            let runs = runs.with(Mark::Plain, " The condition apart, they hold the same: ");
            runs.joined(positions(map, &found.common)).with(Mark::Plain, ".")
        } else {
            runs
        }
    }

    fn same(&self, footing: Footing) -> Runs {
        let Two { map, found, stands, .. } = *self;
        let runs = Runs::new().with(Mark::Strong, "The same position:").with(Mark::Plain, " ");
        let runs = match stands[0].issue.held.filter(|[first, last]| first != last) {
            Some(range) => runs.with(Mark::Plain, "from ").joined(named::range(map, range)),
            None => runs.joined(positions(map, &found.common)),
        };
        let held = stands[0].on(found.common[0]).is_some_and(|cell| cell.held);
        let grounds = match footing {
            Footing::Shared => ", on shared grounds.".to_owned(),
            Footing::PartlyShared => {
                let both = found.grounds.both.len();
                let all = both + found.grounds.only.iter().map(Vec::len).sum::<usize>();
                format!(", on partly shared grounds ({both} of {all}).")
            }
            Footing::Different => ", on different grounds.".to_owned(),
            Footing::NotGiven => "; not both give grounds in this map.".to_owned(),
        };
        runs.with(Mark::Plain, if held { "" } else { ", rejected by both" }).with(Mark::Plain, grounds)
    }
}

/// Stances of each side that changed its mind, with their times.
fn changes(map: &Map, names: [Subject<'_>; 2], stands: [&IssueStance<'_>; 2]) -> Runs {
    let mut runs = Runs::new();
    let changed = [0, 1].into_iter().filter(|&side| stands[side].last.is_some());
    for side in changed {
        runs.push(Mark::Plain, if runs.is_empty() { " " } else { "; " });
        runs.push(Mark::Plain, names[side].title);
        for stance in stands[side].reversals(map) {
            runs.push(Mark::Plain, ", ");
            runs.append(stance_sign(map, stance));
            runs.push(Mark::Plain, when(map, map.stances[stance].statement));
        }
    }
    runs.with(Mark::Plain, ".")
}

/// Whether a statement that takes the one side attacks one that takes the other.
fn speaks_against(map: &Map, found: &Comparison, stands: &[&IssueStance<'_>; 2]) -> bool {
    let takes =
        |side: usize, statement| stands[side].stances.iter().any(|say| map.stances[say.stance].statement == statement);
    found.relations.iter().map(|&id| &map.relations[id]).any(|relation| {
        let attacks = matches!(relation.kind, RelationKind::Against | RelationKind::Undercuts);
        attacks && [(0, 1), (1, 0)].iter().any(|&(one, other)| takes(one, relation.from) && takes(other, relation.to))
    })
}

/// Whether nothing that a side says on the issue is said by the text itself.
fn is_all_inferred(stand: &IssueStance<'_>) -> bool {
    stand.issue.tally.statements > 0 && stand.issue.tally.inferred == stand.issue.tally.statements
}

/// The conditions of each side that has any, each once and as the text puts it.
fn conditions(map: &Map, stands: &[&IssueStance<'_>; 2]) -> String {
    let of_side = |stand: &&IssueStance<'_>| {
        let conditions = stand.stances.iter().filter_map(|say| map.stances[say.stance].condition.as_ref());
        let mut texts: Vec<String> = Vec::new();
        for text in conditions.map(|condition| map.condition(condition)) {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts.join(" or ")
    };
    let texts: Vec<String> = stands.iter().map(of_side).filter(|text| !text.is_empty()).collect();
    if texts.is_empty() { ".".to_owned() } else { format!(", {}.", texts.join("; ")) }
}

/// Whether one of the two holds several positions, each on a condition alone.
fn depends(stands: [&IssueStance<'_>; 2]) -> bool {
    let held = |stand: &IssueStance<'_>| stand.positions.iter().filter(|cell| cell.held).count();
    stands.iter().any(|stand| stand.issue.orientation == Orientation::Conditional && held(stand) > 1)
}

/// Sentence on those who take a side without a condition, where not both do.
fn otherwise(names: [Subject<'_>; 2], stands: [&IssueStance<'_>; 2]) -> Runs {
    let takes_side = |side: &usize| stands[*side].issue.orientation != Orientation::Conditional;
    match [0, 1].iter().find(|side| takes_side(side)) {
        Some(&side) => format!(" Otherwise only {} takes a side.", names[side].title).into(),
        None => " Otherwise neither takes a side.".into(),
    }
}

/// Stances on a condition, told with all that limits it: exceptions, and what both say on the same one.
fn on_conditions(map: &Map, found: &Comparison, names: [Subject<'_>; 2]) -> Runs {
    let mut runs = Runs::new();
    for on in &found.on_conditions {
        let said = [0, 1].into_iter().filter_map(|side| Some((side, on.stances[side]?)));
        let said: Vec<(usize, StanceId)> = said.collect();
        runs.push(Mark::Plain, if said.len() == 1 { " Exception: " } else { " On one condition: " });
        for (index, (side, stance)) in said.iter().enumerate() {
            runs.push(Mark::Plain, if index == 0 { "" } else { "; " });
            runs.push(Mark::Plain, format!("{}, ", names[*side].title));
            runs.append(stance_sign(map, *stance));
            runs.append(manner(map, *stance));
        }
        runs.push(
            Mark::Plain,
            match on.meeting {
                Meeting::Same => ": there they hold the same.",
                Meeting::Opposed => ": there they are opposed.",
                Meeting::Apart => ".",
            },
        );
    }
    runs
}

/// The points where they clash; what is only called not enough by itself is a remark behind them.
fn clashes(map: &Map, found: &Comparison, names: [Subject<'_>; 2]) -> Runs {
    let (remarks, points): (Vec<Clash>, Vec<Clash>) =
        found.told_clashes(map).iter().partition(|clash| matches!(clash, Clash::Rejected { alone: true, .. }));
    let mut sentences = Runs::new();
    for clashes in [points, remarks].into_iter().filter(|clashes| !clashes.is_empty()) {
        sentences.push(Mark::Plain, if sentences.is_empty() { "" } else { " " });
        for (index, &clash) in clashes.iter().enumerate() {
            sentences.push(Mark::Plain, if index > 0 { "; " } else { "" });
            sentences.append(point(map, clash, names));
        }
        sentences.push(Mark::Plain, ".");
    }
    sentences
}

/// `Ann for roads, Bob against it`
fn point(map: &Map, clash: Clash, names: [Subject<'_>; 2]) -> Runs {
    let holds = |side: usize, held: [PositionId; 2]| {
        Runs::from(format!("{} {} ", names[side].title, holding(held))).joined(named::range(map, held))
    };
    let (one, other) = match clash {
        Clash::Rejected { position, holder, alone } => {
            let other = names[1 - holder];
            let stances = if alone {
                format!(", which {} not enough by itself", other.does("calls", "call"))
            } else {
                format!(", {} against it", other.title)
            };
            return holds(holder, [position; 2]).with(Mark::Plain, stances);
        }
        Clash::Exclusive([one, other]) | Clash::Degree([one, other]) => (one, other),
    };
    let mut runs = holds(0, one).with(Mark::Plain, ", ");
    runs.append(holds(1, other));
    let how = match clash {
        Clash::Degree(_) => {
            let (half_steps, steps) = steps(map, one, other);
            let half = if half_steps % 2 == 0 { "" } else { "½" };
            let apart = match half_steps / 2 {
                0 if half_steps > 0 => half.to_owned(),
                whole => format!("{whole}{half}"),
            };
            format!(" ({apart} of {steps} steps apart)")
        }
        _ if map.positions[one[0]].name.is_none() => String::new(),
        _ => ", which exclude each other".to_owned(),
    };
    runs.with(Mark::Plain, how)
}

/// How many half steps of a scale lie between the middles of what two hold of it, and how many whole ones it has.
fn steps(map: &Map, one: [PositionId; 2], other: [PositionId; 2]) -> (usize, usize) {
    let all = map.issues[map.positions[one[0]].issue].positions().len();
    let middle = |[first, last]: [PositionId; 2]| first.index() + last.index();
    (middle(one).abs_diff(middle(other)), all - 1)
}

fn positions(map: &Map, positions: &[PositionId]) -> Runs {
    let mut runs = Runs::new();
    for (index, &position) in positions.iter().enumerate() {
        runs.push(Mark::Plain, if index > 0 { ", " } else { "" });
        runs.append(named::position(map, position));
    }
    runs
}
