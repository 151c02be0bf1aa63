//! Whatever a sentence says is so: each phrase is held against the map and the verdicts.

use framework::{Semantics, Status, Stop};
use proptest::prelude::*;

use crate::analysis::evaluation::audience::{Audience, Relevance};
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::interpretation::{Interpretation, Support};
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::evaluation::trace::Trace;
use crate::analysis::example::{scene, whole};
use crate::model::{Entity, Map, RelationKind, StatementId};

use super::Teller;

/// A map of some statements, of Ann's and Bob's by turns.
fn drawn(count: usize, clauses: &[(usize, u8, usize, usize)]) -> String {
    let name = |at: usize| format!("{}-2015.s{at}", ["ann", "bob"][at % 2]);
    let mut of: Vec<Vec<String>> = vec![Vec::new(); count];
    let mut reasons: Vec<Vec<usize>> = vec![Vec::new(); count];
    for &(from, kind, to, with) in clauses {
        let (from, to, with) = (from % count, to % count, with % count);
        if from == to {
            continue;
        }
        match kind {
            0..4 => of[from].push(format!("  against: {}\n", name(to))),
            // Reasons go one way, so that none goes in a circle.
            4..7 if from < to && from < with && to != with && kind == 6 => {
                of[from].push(format!("  because: {} and {}\n", name(to), name(with)));
                reasons[from].push(to);
            }
            4..7 if from < to => {
                of[from].push(format!("  because: {}\n", name(to)));
                reasons[from].push(to);
            }
            7 => of[from].push(format!("  agrees: {}\n", name(to))),
            8 => of[from].push(format!("  despite: {}\n", name(to))),
            _ => {}
        }
    }
    for &(from, kind, to, _) in clauses {
        let (from, to) = (from % count, to % count);
        if let (true, Some(&premise)) = (kind >= 9 && from != to, reasons[to].first()) {
            of[from].push(format!("  undercuts: {} because {}\n", name(to), name(premise)));
        }
    }
    let mut text = String::new();
    for (side, source) in ["@ann-2015", "@bob-2015"].into_iter().enumerate() {
        text.push_str(&format!("{source}\n\n"));
        for (at, clauses) in of.iter_mut().enumerate().filter(|(at, _)| at % 2 == side) {
            clauses.sort();
            clauses.dedup();
            let kind = if at % 3 == 0 { "evidence" } else { "claim" };
            text.push_str(&format!("{kind} s{at}: S{at}.\n{}\n", clauses.concat()));
        }
    }
    text
}

struct Held<'m> {
    map: &'m Map,
    outcome: &'m Outcome,
}

impl Held<'_> {
    fn named(&self, word: &str) -> StatementId {
        let word = word.trim_matches([',', ';', '.']);
        self.map.statements.ids().find(|&id| self.map.statement_name(id) == word).unwrap_or_else(|| panic!("`{word}`"))
    }

    /// The statements that a sentence names before and behind a phrase, wherever it has it.
    fn around(&self, sentence: &str, phrase: &str) -> Vec<(Option<StatementId>, Option<StatementId>)> {
        let name = |word: Option<&str>| word.filter(|word| word.contains("-2015.")).map(|word| self.named(word));
        let places = sentence.match_indices(phrase);
        places
            .map(|(at, _)| {
                let behind = &sentence[at + phrase.len()..];
                (name(sentence[..at].split(' ').next_back()), name(behind.split(' ').find(|word| !word.is_empty())))
            })
            .collect()
    }

    fn is(&self, statement: Option<StatementId>, status: Status) -> bool {
        self.outcome.of(statement.expect("a name stands here")) == Some(status)
    }

    /// Whether one statement, or one that says the same, is against the other or one that says the same.
    fn attacks(&self, from: StatementId, to: StatementId) -> bool {
        let same = |a: StatementId, b: StatementId| {
            self.outcome.compiled.proposition(a) == self.outcome.compiled.proposition(b)
        };
        self.map.relations.iter().any(|(_, relation)| {
            relation.kind == RelationKind::Against && same(relation.from, from) && same(relation.to, to)
        })
    }

    /// Every phrase of a sentence that is not so.
    fn untrue(&self, statement: StatementId, why: &str, audience: Option<&Audience>) -> Vec<String> {
        use Status::{Falls, Open, Stands};
        let mut found = Vec::new();
        let mut hold = |phrase: &str, holds: bool| {
            if !holds {
                found.push(phrase.to_owned());
            }
        };
        let foes: Vec<StatementId> = self.map.statements.ids().filter(|&id| self.attacks(id, statement)).collect();
        if why.starts_with("nothing is against it") {
            hold("nothing is against it", foes.is_empty());
        }
        for (by, of) in self.around(why, " answers ") {
            if let (Some(by), Some(of)) = (by, of) {
                hold("answers", self.is(Some(by), Stands) && self.is(Some(of), Falls) && self.attacks(by, of));
            }
        }
        for (_, of) in self.around(why, "nothing answers ") {
            let answered = self.map.statements.ids().any(|id| self.attacks(id, of.expect("a name stands here")));
            hold("nothing answers", self.is(of, Stands) && !answered);
        }
        for (by, _) in self.around(why, " is against it") {
            hold("is against it", by.is_none_or(|by| self.attacks(by, statement)));
        }
        for (by, of) in self.around(why, " is against ").into_iter().filter(|(_, of)| of.is_some()) {
            hold(
                "is against",
                self.attacks(by.expect("a name stands here"), of.expect("a name stands here"))
                    && self.attacks(by.expect("a name stands here"), statement),
            );
        }
        for (by, _) in self.around(why, " says the same and stands") {
            let same = |a: StatementId, b: StatementId| {
                self.outcome.compiled.proposition(a) == self.outcome.compiled.proposition(b)
            };
            let of =
                self.around(why, "it rests on ").first().map_or(statement, |(_, of)| of.expect("a name stands here"));
            hold(
                "says the same",
                self.is(by, Stands)
                    && (same(by.expect("a name stands here"), of) || same(by.expect("a name stands here"), statement)),
            );
        }
        for (phrase, status) in [
            (" falls", Falls),
            (", which falls", Falls),
            (" is open", Open),
            (", which is open", Open),
            (", which stands", Stands),
        ] {
            for (by, _) in self.around(why, phrase).into_iter().filter(|(by, _)| by.is_some()) {
                hold(phrase, self.is(by, status));
            }
        }
        for (_, of) in self.around(why, "it is open whether ") {
            hold("open whether", self.is(of, Open));
        }
        for (_, of) in self.around(why, "it and ") {
            if why.contains("are against each other") {
                hold(
                    "each other",
                    self.attacks(of.expect("a name stands here"), statement)
                        && self.attacks(statement, of.expect("a name stands here")),
                );
            }
        }
        if why.contains("does not count for") || why.contains("in spite of that") {
            let audience = audience.expect("for somebody it does not count");
            hold(
                "asserts",
                !why.contains("who asserts it") || audience.of(statement) == Relevance::Own || why.contains("what "),
            );
            hold(
                "grants",
                !why.contains("who grants it") || audience.of(statement) == Relevance::Granted || why.contains("what "),
            );
        }
        hold(
            "falls, and is felled",
            self.outcome.of(statement) != Some(Falls) || !why.starts_with("nothing is against"),
        );
        found
    }
}

fn held(text: &str, support: Support, author: Option<&str>, semantics: Semantics) -> Vec<String> {
    let map = scene(text);
    let selection = whole(&map);
    let audience = author.map(|name| match map.find(name) {
        Some(Entity::Author(author)) => Audience::new(&map, &[author], false),
        other => panic!("{other:?}"),
    });
    let interpretation = Interpretation { support, ..Interpretation::default() };
    let debate = Debate { map: &map, selection: &selection, within: false, interpretation };
    let outcome = debate.evaluate(audience.as_ref(), &Hypothesis::default(), semantics, &Stop::never());
    let outcome = outcome.expect("nothing stops it");
    let named = audience.as_ref().map(|audience| (audience, "Ann"));
    let trace = Trace::new(&map, &outcome);
    let teller = Teller::new(&map, &trace, named);
    let held = Held { map: &map, outcome: &outcome };
    let mut untrue = Vec::new();
    for statement in map.statements.ids() {
        let why = teller.why(statement).plain();
        for phrase in held.untrue(statement, &why, audience.as_ref()) {
            untrue.push(format!("{phrase}: {} {:?}: {why}", map.statement_name(statement), outcome.of(statement)));
        }
    }
    untrue
}

proptest! {
    #[test]
    fn what_is_said_is_so(
        count in 2usize..8,
        clauses in prop::collection::vec((0usize..8, 0u8..11, 0usize..8, 0usize..8), 0..16),
    ) {
        let text = drawn(count, &clauses);
        for support in [Support::Necessary, Support::Deductive, Support::Evidential, Support::None] {
            for author in [None, Some("ann")] {
                for semantics in [Semantics::Grounded, Semantics::Preferred] {
                    let untrue = held(&text, support, author, semantics);
                    prop_assert!(untrue.is_empty(), "{support:?} {author:?} {semantics:?}\n{}\n{text}", untrue.join("\n"));
                }
            }
        }
    }
}
