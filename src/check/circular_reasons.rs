//! Statements that are reasons for each other, all the way round.

use std::collections::VecDeque;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::arena::Adjacency;
use crate::model::{Map, ReasonId, Statement, StatementId};

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &CYCLE_OF_REASONS, run };

static CYCLE_OF_REASONS: Code = Code {
    name: "cycle-of-reasons",
    severity: Severity::Error,
    summary: "statements that are reasons for each other",
    explanation: "A reason carries what rests on it. Where a statement, by way of its reasons, comes to be a reason for \
        itself, nothing carries the whole, and nobody can say whether it stands.\n\nRead the passages again. Usually \
        one of the arrows points the wrong way (`because` where `supports` is meant), or two statements say the same \
        in other words: then write `agrees`. An author who does argue in a circle is best shown by a counterpoint that \
        says so.",
};

/// From how many statements of a tangle the shortest circle is looked for.
const TRIED: usize = 32;
/// How many statements of a circle a message names.
const NAMED: usize = 8;

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.settled;
    let pairs = map
        .reasons
        .iter()
        .flat_map(|(_, reason)| reason.premises.iter().map(move |&premise| (reason.conclusion, premise)));
    let premises = Adjacency::new(map.statements.len(), pairs);
    for tangle in tangles(map.statements.len(), &premises) {
        report(map, &shortest_circle(&tangle, &premises), diagnostics);
    }
}

/// The groups of statements each of which rests on each other one, in the order of their first statements: Tarjan's
/// strongly connected components, with a stack of its own so that no chain of reasons is too long.
fn tangles(count: usize, premises: &Adjacency<Statement, Statement>) -> Vec<Vec<StatementId>> {
    const UNSEEN: u32 = u32::MAX;
    const DONE: u32 = u32::MAX - 1;
    let mut tangles = Vec::new();
    // When a statement was first met; and the earliest met that it leads back to.
    let (mut met, mut earliest) = (vec![UNSEEN; count], vec![0u32; count]);
    let mut clock = 0;
    let mut open: Vec<usize> = Vec::new();
    let mut path: Vec<(usize, usize)> = Vec::new();
    for start in 0..count {
        if met[start] != UNSEEN || premises.of(StatementId::new(start)).is_empty() {
            continue;
        }
        path.push((start, 0));
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            if *next == 0 {
                (met[at], earliest[at]) = (clock, clock);
                clock += 1;
                open.push(at);
            }
            let Some(premise) = premises.of(StatementId::new(at)).get(*next).map(|id| id.index()) else {
                path.pop();
                if let Some((before, _)) = path.last() {
                    earliest[*before] = earliest[*before].min(earliest[at]);
                }
                if earliest[at] == met[at] {
                    let first =
                        open.iter().rposition(|&other| other == at).expect("a statement is open until it is left");
                    for &member in &open[first..] {
                        met[member] = DONE;
                    }
                    let mut tangle: Vec<_> = open.drain(first..).map(StatementId::new).collect();
                    if tangle.len() > 1 {
                        tangle.sort_unstable();
                        tangles.push(tangle);
                    }
                }
                continue;
            };
            *next += 1;
            match met[premise] {
                UNSEEN if premises.of(StatementId::new(premise)).is_empty() => met[premise] = DONE,
                UNSEEN => path.push((premise, 0)),
                DONE => (),
                when => earliest[at] = earliest[at].min(when),
            }
        }
    }
    tangles.sort_unstable();
    tangles
}

/// The shortest circle through one of the first statements of a tangle; each rests on the next, and the last on the first.
fn shortest_circle(tangle: &[StatementId], premises: &Adjacency<Statement, Statement>) -> Vec<StatementId> {
    let number = |statement: StatementId| tangle.binary_search(&statement).ok();
    let mut shortest: Option<Vec<StatementId>> = None;
    for start in 0..tangle.len().min(TRIED) {
        let mut before: Vec<Option<usize>> = vec![None; tangle.len()];
        let mut queue = VecDeque::from([start]);
        'search: while let Some(at) = queue.pop_front() {
            for next in premises.of(tangle[at]).iter().filter_map(|&premise| number(premise)) {
                if next == start {
                    let mut circle = vec![tangle[at]];
                    let mut step = at;
                    while step != start {
                        step = before[step].expect("every statement met was met from another");
                        circle.push(tangle[step]);
                    }
                    circle.reverse();
                    if shortest.as_ref().is_none_or(|shortest| circle.len() < shortest.len()) {
                        shortest = Some(circle);
                    }
                    break 'search;
                }
                if before[next].is_none() {
                    before[next] = Some(at);
                    queue.push_back(next);
                }
            }
        }
    }
    shortest.expect("a tangle has a circle through each of its statements")
}

fn report(map: &Map, circle: &[StatementId], diagnostics: &mut Diagnostics) {
    let name = |statement: StatementId| format!("`{}`", map.statement_name(statement));
    let mut names: Vec<String> = circle.iter().take(NAMED).map(|&statement| name(statement)).collect();
    if circle.len() > NAMED {
        names.push(format!("{} more", circle.len() - NAMED));
    }
    let first = names[0].clone();
    let message = format!("reasons in a circle: {} because {first}", names.join(" because "));
    let steps = circle.iter().zip(circle.iter().cycle().skip(1));
    let mut steps = steps.map(|(&conclusion, &premise)| (premise, reason_between(map, conclusion, premise)));
    let (premise, reason) = steps.next().expect("a circle has statements");
    let mut diagnostic = Diagnostic::new(&CYCLE_OF_REASONS, map.reasons[reason].span, message)
        .label(format!("{first} rests on {}", name(premise)));
    for (conclusion, (premise, reason)) in circle.iter().skip(1).zip(steps).take(NAMED) {
        diagnostic =
            diagnostic.related(map.reasons[reason].span, format!("{} on {}", name(*conclusion), name(premise)));
    }
    diagnostics.push(
        diagnostic.help("take out the arrow that points the wrong way, or write `agrees` for two that say the same"),
    );
}

fn reason_between(map: &Map, conclusion: StatementId, premise: StatementId) -> ReasonId {
    let uses = |reason: &&ReasonId| map.reasons[**reason].premises.contains(&premise);
    *map.reasons_for(conclusion).iter().find(uses).expect("a circle is made of reasons")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::check::found;

    #[test]
    fn a_circle_is_named_once_by_its_shortest_way() {
        let text = "claim a: x\n  because: b and c\nclaim b: x\n  supports: c\n  because: d\nclaim c: x\n  because: a\n\
                    claim d: x\n  because: c\nclaim e: x\n  because: a\n";
        assert_eq!(found(&RULE, text), ["2:12: reasons in a circle: `a` because `c` because `a`"]);
    }

    #[test]
    fn two_circles_are_two_findings_and_a_long_chain_is_none() {
        let text = "claim a: x\n  because: b\nclaim b: x\n  because: a\nclaim c: x\n  because: d, a\nclaim d: x\n  supports: c\n  because: c\n";
        assert_eq!(found(&RULE, text).len(), 2);
        let chain: String = (0..50_000).map(|at| format!("claim c{at}: x\n  because: c{}\n", at + 1)).collect();
        assert_eq!(found(&RULE, &format!("{chain}claim c50000: x\n")), [""; 0]);
        assert_eq!(found(&RULE, &format!("{chain}claim c50000: x\n  because: c0\n")).len(), 1);
    }

    proptest! {
        /// Two statements are in one tangle just where each can be reached from the other.
        #[test]
        fn tangles_are_what_reaches_itself(arrows in prop::collection::vec((0usize..12, 0usize..12), 0..30)) {
            let pairs = arrows.iter().filter(|(from, to)| from != to);
            let pairs = pairs.map(|&(from, to)| (StatementId::new(from), StatementId::new(to)));
            let premises = Adjacency::new(12, pairs);
            let mut reaches = [[false; 12]; 12];
            for &(from, to) in arrows.iter().filter(|(from, to)| from != to) {
                reaches[from][to] = true;
            }
            for by in 0..12 {
                for from in 0..12 {
                    for to in 0..12 {
                        reaches[from][to] |= reaches[from][by] && reaches[by][to];
                    }
                }
            }
            let mut expected: Vec<Vec<StatementId>> = Vec::new();
            for from in (0..12).filter(|&from| reaches[from][from]) {
                let tangle = (0..12).filter(|&to| reaches[from][to] && reaches[to][from]).map(StatementId::new).collect();
                if !expected.contains(&tangle) {
                    expected.push(tangle);
                }
            }
            let found = tangles(12, &premises);
            for tangle in &found {
                let circle = shortest_circle(tangle, &premises);
                for (from, to) in circle.iter().zip(circle.iter().cycle().skip(1)) {
                    prop_assert!(premises.of(*from).contains(to));
                }
            }
            prop_assert_eq!(found, expected);
        }
    }
}
