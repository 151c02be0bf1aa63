//! Whatever a sentence says is so: each phrase is held against the map and the verdicts.

use framework::{Semantics, Status, Stop};
use proptest::prelude::*;

use crate::analysis::evaluation::audience::{Audience, Relevance};
use crate::analysis::evaluation::challenge::{Challenges, Verdict};
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::interpretation::{Interpretation, Support};
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::evaluation::trace::Trace;
use crate::analysis::example::{scene, whole};
use crate::model::select::{Filter, Selection};
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
        let word = word.trim_matches([',', ';', '.', '‘', '’', '~']).to_lowercase();
        self.map.statements.ids().find(|&id| self.map.own_name(id) == word).unwrap_or_else(|| panic!("`{word}`"))
    }

    /// The statements that a sentence names before and behind a phrase, wherever it has it.
    fn around(&self, sentence: &str, phrase: &str) -> Vec<(Option<StatementId>, Option<StatementId>)> {
        // A statement is called by its author and its text: `Ann's ‘S3’`.
        let name = |word: Option<&str>| word.filter(|word| word.contains('‘')).map(|word| self.named(word));
        let places = sentence.match_indices(phrase);
        places
            .map(|(at, _)| {
                let behind = &sentence[at + phrase.len()..];
                (
                    name(sentence[..at].split(' ').next_back()),
                    name(behind.split(' ').filter(|word| !word.is_empty()).nth(1)),
                )
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
        if why.starts_with("Nothing attacks it") {
            hold("nothing attacks it", foes.is_empty());
        }
        for (by, _) in self.around(why, " answers that") {
            let by = by.expect("a name stands here");
            let met = self.map.statements.ids().any(|id| self.is(Some(id), Falls) && self.attacks(by, id));
            hold("answers", self.is(Some(by), Stands) && met);
        }
        if why.contains(", and nobody has answered that") {
            let answered = |id: StatementId| self.map.statements.ids().any(|by| self.attacks(by, id));
            hold("nobody has answered", foes.iter().any(|&foe| self.is(Some(foe), Stands) && !answered(foe)));
        }
        if why.contains("and it attacks back") {
            hold("back", foes.iter().any(|&foe| self.is(Some(foe), Open) && self.attacks(statement, foe)));
        }
        for (by, _) in self.around(why, " undercuts ") {
            let undercuts = self.map.relations.iter().any(|(_, relation)| {
                relation.kind == RelationKind::Undercuts
                    && self.outcome.compiled.proposition(relation.from)
                        == self.outcome.compiled.proposition(by.expect("a name stands here"))
            });
            hold("undercuts", undercuts);
        }
        for (by, _) in self.around(why, " attacks it") {
            hold("attacks it", by.is_none_or(|by| self.attacks(by, statement)));
        }
        for (by, of) in self.around(why, " attacks ").into_iter().filter(|(_, of)| of.is_some()) {
            hold(
                "attacks",
                self.attacks(by.expect("a name stands here"), of.expect("a name stands here"))
                    && self.attacks(by.expect("a name stands here"), statement),
            );
        }
        for (by, _) in self.around(why, " says the same and stands") {
            let same = |a: StatementId, b: StatementId| {
                self.outcome.compiled.proposition(a) == self.outcome.compiled.proposition(b)
            };
            let of =
                self.around(why, "It rests on ").first().map_or(statement, |(_, of)| of.expect("a name stands here"));
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
        if why.contains("does not count for") || why.contains("in spite of that") {
            let audience = audience.expect("for somebody it does not count");
            hold(
                "asserts",
                !why.contains("who asserts it") || audience.of(statement) == Relevance::Own || why.contains("hat "),
            );
            hold(
                "grants",
                !why.contains("who grants it") || audience.of(statement) == Relevance::Granted || why.contains("hat "),
            );
        }
        hold("falls, and is felled", self.outcome.of(statement) != Some(Falls) || !why.starts_with("Nothing attacks"));
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

/// Verbs of attacks, each of which has the sign of the mapper's reading behind it where all of them are that.
const VERBS: [&str; 5] = [" attacks it", " attacks back", " answers that", " undercuts that", " undercuts "];

/// Every sentence on a map that tells of an attack or a reason: why, the attacks and the reasons.
fn all_told(map: &Map) -> Vec<String> {
    let selection = whole(map);
    let debate = Debate { map, selection: &selection, within: false, interpretation: Interpretation::default() };
    let outcome = debate.evaluate(None, &Hypothesis::default(), Semantics::Grounded, &Stop::never());
    let outcome = outcome.expect("nothing stops it");
    let trace = Trace::new(map, &outcome);
    let teller = Teller::new(map, &trace, None);
    let of = |id| {
        let lists = [teller.attacks(id), teller.grounds(id)].concat();
        std::iter::once(teller.why(id)).chain(lists).map(|runs| runs.plain()).collect::<Vec<String>>()
    };
    map.statements.ids().flat_map(of).collect()
}

proptest! {
    #[test]
    fn the_sign_of_what_was_read_in_is_never_lost_nor_invented(
        count in 2usize..8,
        clauses in prop::collection::vec((0usize..8, 0u8..11, 0usize..8, 0usize..8), 0..16),
    ) {
        let stated = drawn(count, &clauses);
        let stated = stated.replace("  despite", "  grants").replace("  agrees", "  grants");
        for told in all_told(&scene(&stated)) {
            prop_assert!(!told.contains('~'), "{told}\n{stated}");
        }
        let read_in = ["against", "because", "undercuts"].iter().fold(stated, |text, word| {
            text.replace(&format!("  {word}:"), &format!("  {word} (inferred):"))
        });
        for told in all_told(&scene(&read_in)) {
            let told = told.replace("Nothing attacks it", "").replace(" undercuts that~", "");
            for verb in VERBS.iter().filter(|verb| **verb != " undercuts ") {
                let bare = told.matches(verb).count() - told.matches(&format!("{verb}~")).count();
                prop_assert_eq!(bare, 0, "{}\n{}", told, read_in);
            }
            prop_assert!(!told.contains(VERBS[4]), "{told}\n{read_in}");
            prop_assert!(!told.contains("It rests on ") && !told.contains(" is a reason,"), "{told}\n{read_in}");
        }
    }

    #[test]
    fn all_attacks_and_reasons_that_count_are_named(
        count in 2usize..8,
        clauses in prop::collection::vec((0usize..8, 0u8..11, 0usize..8, 0usize..8), 0..16),
    ) {
        let text = drawn(count, &clauses);
        let map = scene(&text);
        let selection = whole(&map);
        let debate = Debate { map: &map, selection: &selection, within: false, interpretation: Interpretation::default() };
        let outcome = debate.evaluate(None, &Hypothesis::default(), Semantics::Grounded, &Stop::never());
        let outcome = outcome.expect("nothing stops it");
        let trace = Trace::new(&map, &outcome);
        let teller = Teller::new(&map, &trace, None);
        let plain = |told: Vec<crate::page::Runs>| told.iter().map(crate::page::Runs::plain).collect::<String>();
        for (_, relation) in map.relations.iter().filter(|(_, relation)| relation.kind == RelationKind::Against) {
            let (told, name) = (plain(teller.attacks(relation.to)), format!("‘S{}’", &map.own_name(relation.from)[1..]));
            let same = outcome.compiled.members(relation.from).iter().any(|&id| told.contains(&format!("‘S{}’", &map.own_name(id)[1..])));
            prop_assert!(told.contains(&name) || same, "{name}: {told}\n{text}");
        }
        for (_, reason) in map.reasons.iter() {
            let told = plain(teller.grounds(reason.conclusion));
            for &premise in reason.premises.iter() {
                prop_assert!(told.contains(&format!("‘S{}’", &map.own_name(premise)[1..])), "{told}\n{text}");
            }
        }
    }

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

    /// Whatever is called defended was attacked or undercut, and the sentence says by what; with the readings of the mapper and without.
    #[test]
    fn nothing_is_called_defended_of_which_is_said_that_nothing_attacks_it(
        count in 2usize..8,
        clauses in prop::collection::vec((0usize..8, 0u8..11, 0usize..8, 0usize..8), 0..16),
        inferred in 0usize..5,
    ) {
        let text = drawn(count, &clauses);
        let text = match ["against", "because", "undercuts", "agrees"].get(inferred) {
            Some(word) => text.replacen(&format!("  {word}:"), &format!("  {word} (inferred):"), 2),
            None => text,
        };
        let map = scene(&text);
        for stated in [false, true] {
            let filter = Filter { stated, ..Filter::default() };
            let selection = Selection::new(&map, filter);
            let debate = Debate { map: &map, selection: &selection, within: false, interpretation: Interpretation::default() };
            let outcome = debate.evaluate(None, &Hypothesis::default(), Semantics::Grounded, &Stop::never());
            let outcome = outcome.expect("nothing stops it");
            let trace = Trace::new(&map, &outcome);
            let teller = Teller::new(&map, &trace, None);
            let challenges = Challenges::new(&map, &trace);
            for id in map.statements.ids().filter(|&id| challenges.verdict(id) == Some(Verdict::Defended)) {
                let why = teller.why(id).plain();
                prop_assert!(why.contains(", but "), "{}: {why}\n{text}", map.own_name(id));
            }
        }
    }
}
