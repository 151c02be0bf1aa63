//! The dispute about one statement as a tree: what carries it, what is against it, and what is against that.
//!
//! Of a statement that stands it is the shallowest winning defence: everything against it, each with the answer that is soonest certain
//! (strong admissibility with the least min-max numbers; Caminada & Dunne 2019). Of one that falls it is the attack that fells it and the
//! defence of that; of one that is open, what keeps it open, round to where it began.

use foldhash::{HashSet, HashSetExt};
use framework::Status;
use serde_json::{Value, json};

use crate::analysis::evaluation::trace::{Flaw, Foe, Step};
use crate::model::{Map, ReasonId, StatementId};
use crate::page::{Mark, Node, Runs};
use crate::view::wording::naming::statement_value;

use super::why::read_in::tilde;
use super::why::{Teller, verdict, word};

/// How many statements a tree spells out.
const STATEMENTS: usize = 2_000;

/// A line of the tree before it hangs anywhere.
struct Line {
    node: Node,
    above: Option<usize>,
}

/// A statement that is to be shown, with the words before it.
struct Next {
    statement: StatementId,
    lead: Runs,
    above: Option<usize>,
    /// Nothing hangs below it: it does not count here.
    leaf: bool,
}

/// The tree of a statement, and how many statements it had no room for.
pub fn dispute(map: &Map, teller: &Teller<'_>, statement: StatementId) -> (Node, usize) {
    let mut lines: Vec<Line> = Vec::new();
    let mut shown: HashSet<StatementId> = HashSet::new();
    let mut cut: HashSet<StatementId> = HashSet::new();
    let mut leaves = 0;
    let mut open = vec![Next { statement, lead: Runs::new(), above: None, leaf: false }];
    while let Some(Next { statement, lead, above, leaf }) = open.pop() {
        let at = lines.len();
        let again = shown.contains(&statement);
        if !again && shown.len() + leaves >= STATEMENTS {
            cut.insert(statement);
            continue;
        }
        lines.push(Line { node: line(map, teller, statement, lead, again), above });
        if leaf {
            leaves += 1;
        } else if shown.insert(statement) {
            let mut next = below(map, teller, statement);
            next.reverse();
            for next in &mut next {
                next.above = Some(at);
            }
            open.extend(next);
        }
    }
    cut.retain(|statement| !shown.contains(statement));
    (hung(lines), cut.len())
}

/// Lets every line hang where it belongs. Lines come before those that hang below them.
fn hung(mut lines: Vec<Line>) -> Node {
    while lines.len() > 1 {
        let Line { mut node, above } = lines.pop().expect("more than one");
        node.children.reverse();
        let above = above.expect("only the first hangs nowhere");
        lines[above].node.children.push(node);
    }
    let mut root = lines.pop().expect("the statement asked for").node;
    root.children.reverse();
    root
}

fn line(map: &Map, teller: &Teller<'_>, statement: StatementId, lead: Runs, again: bool) -> Node {
    let status = teller.trace.outcome.of(statement);
    let mut runs = lead;
    runs.append(verdict(status));
    runs.push(Mark::Plain, ": ");
    let mut value: Value = statement_value(map, statement);
    value["standing"] = word(status).into();
    if again {
        runs.append(teller.name(statement));
        runs.push(Mark::Faint, " (see above)");
        return Node { runs, value, details: Vec::new(), children: Vec::new() };
    }
    runs.append(teller.speech.told(statement));
    let depth = teller.trace.outcome.depths.of(teller.trace.outcome.compiled.statement(statement));
    value["depth"] = json!(depth.map(|verdict| verdict.depth));
    Node { runs, value, details: vec![teller.why(statement)], children: Vec::new() }
}

/// Statements that decide another, each with the words that say how.
fn below(map: &Map, teller: &Teller<'_>, statement: StatementId) -> Vec<Next> {
    let trace = &teller.trace;
    let compiled = &trace.outcome.compiled;
    let mut below = Vec::new();
    let mut add = |statement, mark, lead: &str| below.push(next(statement, mark, lead));
    let step = trace.step(compiled.statement(statement));
    match step {
        Step::Free | Step::Answered(_) | Step::Excused(_) => {
            let carrier = trace.carrier(statement).filter(|_| compiled.needs_reasons(statement));
            if let Some(reason) = carrier {
                let premises = map.reasons[reason].premises.iter().enumerate();
                below.extend(premises.map(|(index, &premise)| because(map, reason, premise, index)));
                below.extend(trace.denials(reason).into_iter().map(|from| undercut(teller, from, reason)));
            }
            trace
                .foes(statement)
                .into_iter()
                .filter_map(|(_, foe)| against(teller, statement, foe))
                .for_each(|next| below.push(next));
            below.extend(discounted(teller, statement, carrier));
            if let Step::Excused(reason) = step {
                below.push(next(map.reasons[reason].conclusion, Mark::Plain, "what follows from it: "));
                below.extend(trace.denials(reason).into_iter().map(|from| undercut(teller, from, reason)));
            }
        }
        Step::Felled(from) | Step::Doubted(from) => {
            below.extend(against(teller, statement, trace.foe(from, statement)));
            if compiled.needs_reasons(statement) && trace.reasons(statement).all(|it| trace.holds(it) != Some(true)) {
                trace.reasons(statement).for_each(|reason| below.extend(weakness(map, teller, reason)));
            }
        }
        Step::Unmet | Step::Wanting => {
            trace.reasons(statement).for_each(|reason| below.extend(weakness(map, teller, reason)));
        }
        Step::Bound(reason) => {
            let reason = &map.reasons[reason];
            let others = reason.premises.iter().filter(|other| **other != statement);
            others.for_each(|&other| add(other, Mark::For, "together with it: "));
            add(reason.conclusion, Mark::Plain, "what follows from it: ");
        }
    }
    if trace.outcome.of(statement) != Some(Status::Stands)
        && let Some(other) = teller.stands_elsewhere(statement)
    {
        below.push(next(other, Mark::For, "says the same: "));
    }
    below
}

/// Statements that show why a reason does not hold.
fn weakness(map: &Map, teller: &Teller<'_>, reason: ReasonId) -> Vec<Next> {
    match teller.trace.flaw(reason) {
        Flaw::Premise(premise) => vec![because(map, reason, premise, 0)],
        Flaw::Denied(by) => vec![undercut(teller, by, reason)],
        Flaw::Circle => map.reasons[reason].premises.iter().map(|&premise| because(map, reason, premise, 0)).collect(),
    }
}

const DENIES: &str = "undercuts that step";

/// Objections to a statement that stands, and to the reason that carries it, which do not count for the audience.
fn discounted(teller: &Teller<'_>, statement: StatementId, carrier: Option<ReasonId>) -> Vec<Next> {
    let Some(name) = teller.audience_name() else { return Vec::new() };
    let compiled = &teller.trace.outcome.compiled;
    let leaf = |statement, lead: String| Next { leaf: true, ..next(statement, Mark::Faint, &lead) };
    let denying = carrier.into_iter().flat_map(|reason| compiled.discounted.denying(reason));
    let mut leaves: Vec<Next> =
        denying.map(|from| leaf(from, format!("undercuts that step, but not for {name}: "))).collect();
    let against = compiled.discounted.against(compiled.proposition(statement));
    leaves.extend(against.map(|(from, _)| leaf(from, format!("against it, but not for {name}: "))));
    let excluding = compiled.discounted.excluding(statement).into_iter();
    leaves.extend(excluding.map(|from| leaf(from, format!("holds what excludes it, but not for {name}: "))));
    leaves
}

fn against(teller: &Teller<'_>, statement: StatementId, foe: Foe) -> Option<Next> {
    let read_in = tilde(teller.is_read_in(foe) || teller.is_carried_by_reading(statement, foe));
    let lead = |words: &str| Runs::new().with(Mark::Against, words).joined(read_in).with(Mark::Plain, ": ");
    match foe {
        Foe::Against { speaker, .. } => Some(with_lead(speaker, lead("against it"))),
        Foe::Excludes(from) => Some(with_lead(from, lead("holds what excludes it"))),
        Foe::New => None,
    }
}

/// Undercut of a step, with the sign of the mapper's reading where that is one.
fn undercut(teller: &Teller<'_>, by: StatementId, reason: ReasonId) -> Next {
    let read_in = tilde(teller.is_undercut_read_in(by, reason));
    with_lead(by, Runs::new().with(Mark::Against, DENIES).joined(read_in).with(Mark::Plain, ": "))
}

/// A premise of a reason, with the same sign where the reason has it.
fn because(map: &Map, reason: ReasonId, premise: StatementId, index: usize) -> Next {
    let read_in = tilde(map.reasons[reason].inferred);
    let word = if index == 0 { "because" } else { "together with" };
    with_lead(premise, Runs::new().with(Mark::For, word).joined(read_in).with(Mark::Plain, " "))
}

fn with_lead(statement: StatementId, lead: Runs) -> Next {
    Next { statement, lead, above: None, leaf: false }
}

fn next(statement: StatementId, mark: Mark, lead: &str) -> Next {
    Next { statement, lead: Runs::new().with(mark, lead), above: None, leaf: false }
}
