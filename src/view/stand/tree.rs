//! The dispute about one statement as a tree: what carries it, what is against it, and what is against that.
//!
//! Of a statement that stands it is the shallowest winning defence: everything against it, each with the answer that is soonest certain
//! (strong admissibility with the least min-max numbers; Caminada & Dunne 2019). Of one that falls it is the attack that fells it and the
//! defence of that; of one that is open, what keeps it open, round to where it began.

use foldhash::{HashSet, HashSetExt};
use serde_json::{Value, json};

use crate::analysis::evaluation::trace::{Flaw, Foe, Step, Trace};
use crate::framework::Status;
use crate::model::{Map, StatementId};
use crate::page::{Mark, Node, Runs};
use crate::view::naming::{statement_value, whose};

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
}

/// The tree of a statement, and how many statements it had no room for.
pub fn dispute(map: &Map, teller: &Teller<'_>, statement: StatementId) -> (Node, usize) {
    let mut lines: Vec<Line> = Vec::new();
    let mut shown: HashSet<StatementId> = HashSet::new();
    let mut cut: HashSet<StatementId> = HashSet::new();
    let mut open = vec![Next { statement, lead: Runs::new(), above: None }];
    while let Some(Next { statement, lead, above }) = open.pop() {
        let at = lines.len();
        let again = shown.contains(&statement);
        if !again && shown.len() >= STATEMENTS {
            cut.insert(statement);
            continue;
        }
        lines.push(Line { node: line(map, teller, statement, lead, again), above });
        if shown.insert(statement) {
            let below = below(map, &teller.trace, statement);
            open.extend(below.into_iter().rev().map(|(statement, lead)| Next { statement, lead, above: Some(at) }));
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
        runs.push(Mark::Name, map.statement_name(statement));
        runs.push(Mark::Faint, " (see above)");
        return Node { runs, value, details: Vec::new(), children: Vec::new() };
    }
    runs.push(Mark::Plain, map.text(map.statements[statement].text));
    runs.push(Mark::Plain, " ");
    runs.push(Mark::Name, map.statement_name(statement));
    let depth = teller.trace.outcome.depths.of(teller.trace.outcome.compiled.statement(statement));
    value["depth"] = json!(depth.map(|verdict| verdict.depth));
    let mut detail = Runs::new().with(Mark::Strong, whose(map, statement)).with(Mark::Plain, " · ");
    detail.append(teller.why(statement));
    Node { runs, value, details: vec![detail.with(Mark::Plain, ".")], children: Vec::new() }
}

/// What decides of a statement, each with the words that say how.
fn below(map: &Map, trace: &Trace<'_>, statement: StatementId) -> Vec<(StatementId, Runs)> {
    let compiled = &trace.outcome.compiled;
    let mut below = Vec::new();
    match trace.step(compiled.statement(statement)) {
        Step::Free | Step::Answered(_) => {
            let carrier = trace.carrier(statement).filter(|_| compiled.needs_reasons(statement));
            if let Some(reason) = carrier {
                for (index, &premise) in map.reasons[reason].premises.iter().enumerate() {
                    let word = if index == 0 { "because " } else { "together with " };
                    below.push((premise, Runs::new().with(Mark::For, word)));
                }
                below.extend(trace.denials(reason).into_iter().map(|from| (from, denies())));
            }
            below.extend(trace.foes(statement).into_iter().filter_map(|(_, foe)| against(foe)));
        }
        Step::Felled(from) | Step::Doubted(from) => below.extend(against(trace.foe(from, statement))),
        Step::Unmet | Step::Wanting => {
            let falls = trace.outcome.of(statement) == Some(Status::Falls);
            let wanted = if falls { Some(false) } else { None };
            for reason in trace.reasons(statement).filter(|&reason| trace.holds(reason) == wanted) {
                match trace.flaw(reason) {
                    Flaw::Premise(premise) => below.push((premise, Runs::new().with(Mark::For, "because "))),
                    Flaw::Denied(by) => below.push((by, denies())),
                    Flaw::Circle => {
                        let premises = map.reasons[reason].premises.iter();
                        below.extend(premises.map(|&premise| (premise, Runs::new().with(Mark::For, "because "))));
                    }
                }
            }
        }
        Step::Together => {
            let conclusions = map.reasons_using(statement).iter().map(|&reason| map.reasons[reason].conclusion);
            let fallen = conclusions.filter(|&it| trace.outcome.of(it) == Some(Status::Falls));
            below.extend(fallen.map(|conclusion| (conclusion, "what follows from it ".into())));
        }
    }
    below
}

fn denies() -> Runs {
    Runs::new().with(Mark::Against, "denies that step: ")
}

fn against(foe: Foe) -> Option<(StatementId, Runs)> {
    match foe {
        Foe::Against(from) => Some((from, Runs::new().with(Mark::Against, "against it: "))),
        Foe::Excludes(from) => Some((from, Runs::new().with(Mark::Against, "holds what excludes it: "))),
        Foe::Follows | Foe::New => None,
    }
}
