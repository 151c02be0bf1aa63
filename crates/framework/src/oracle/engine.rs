//! The engine held to brute force: every question of every semantics, on every small framework and many drawn by lot.

use super::*;
use crate::certificate::check;
use crate::{Argument, Framework, Semantics, Status, Stop, accepted, all, count, credulous, one, skeptical, statuses};

/// Holds every answer of the engine about a case to brute force.
fn hold(case: &Case) {
    let framework = case.framework();
    for semantics in Semantics::all() {
        let expected = extensions(case, semantics);
        let held = Held { case, framework: &framework, semantics, expected: &expected };
        held.extensions();
        held.statuses();
        held.accepted();
        let counted = (0..case.size).filter(|argument| case.helpers >> argument & 1 == 0);
        counted.for_each(|argument| held.acceptance(argument));
    }
}

struct Held<'c> {
    case: &'c Case,
    framework: &'c Framework,
    semantics: Semantics,
    expected: &'c [Labelling],
}

impl Held<'_> {
    /// Says which answer about what is wrong.
    fn say(&self, what: &str) -> String {
        format!("{what}, {:?}: {:?} has {:?}", self.semantics, self.case, self.expected)
    }

    fn extensions(&self) {
        let as_set = |extension: &Vec<Argument>| extension.iter().fold(0, |set, argument| set | 1 << argument);
        let never = &Stop::never();
        let found = all(self.framework, self.semantics, usize::MAX, never).expect("nothing stops it");
        let mut sets: Vec<Set> = found.found.iter().map(as_set).collect();
        sets.sort_unstable();
        let mut expected: Vec<Set> = self.expected.iter().map(|it| it.within).collect();
        expected.dedup();
        let size = expected.len() as u128;
        assert_eq!((sets, found.more), (expected, false), "{}", self.say("all"));
        let number = count(self.framework, self.semantics, never).expect("nothing stops it");
        assert_eq!((number.number, number.more), (Some(size), false), "{}", self.say("count"));
        let one = one(self.framework, self.semantics, never).expect("nothing stops it");
        match one {
            None => assert_eq!(self.expected, [], "{}", self.say("one")),
            Some(it) => assert!(self.expected.iter().any(|other| other.within == as_set(&it)), "{}", self.say("one")),
        }
    }

    fn statuses(&self) {
        let found = statuses(self.framework, self.semantics, &Stop::never()).expect("nothing stops it");
        let Some(found) = found else { return assert_eq!(self.expected, [], "{}", self.say("statuses")) };
        assert!(!self.expected.is_empty(), "{}", self.say("statuses"));
        for argument in (0..self.case.size).filter(|argument| self.case.helpers >> argument & 1 == 0) {
            let of_all = |of: fn(&Labelling) -> Set| self.expected.iter().all(|it| of(it) >> argument & 1 == 1);
            let expected = match (of_all(|it| it.within), of_all(|it| it.out)) {
                (true, _) => Status::Stands,
                (_, true) => Status::Falls,
                _ => Status::Open,
            };
            assert_eq!(found[argument], expected, "{}", self.say(&format!("status of {argument}")));
        }
    }

    fn accepted(&self) {
        let found = accepted(self.framework, self.semantics, &Stop::never()).expect("nothing stops it");
        for argument in (0..self.case.size).filter(|argument| self.case.helpers >> argument & 1 == 0) {
            let expected = self.expected.iter().any(|it| it.within >> argument & 1 == 1);
            assert_eq!(found[argument], expected, "{}", self.say(&format!("accepted {argument}")));
        }
    }

    fn acceptance(&self, argument: usize) {
        let (framework, semantics, asked) = (self.framework, self.semantics, argument as Argument);
        let is_in = |it: &Labelling| it.within >> argument & 1 == 1;
        let some = credulous(framework, semantics, asked, &Stop::never()).expect("nothing stops it");
        assert_eq!(some.accepted, self.expected.iter().any(is_in), "{}", self.say(&format!("credulous {argument}")));
        let every = skeptical(framework, semantics, asked, &Stop::never()).expect("nothing stops it");
        assert_eq!(every.accepted, self.expected.iter().all(is_in), "{}", self.say(&format!("skeptical {argument}")));
        for (answer, holds) in [(some, true), (every, false)] {
            if let (Some(certificate), true) = (&answer.certificate, answer.accepted == holds) {
                let proof = check(framework, semantics, asked, holds, certificate);
                assert!(proof.is_ok(), "{}", self.say(&format!("{argument}: {certificate:?} has the flaw {proof:?}")));
            }
        }
    }
}

#[test]
fn every_framework_of_up_to_three_arguments() {
    (0..=3).flat_map(all_cases).for_each(|case| hold(&case));
}

#[test]
fn some_frameworks_of_up_to_twelve_arguments() {
    (0..300).for_each(|number| hold(&random_plain(number, 12)));
}

#[test]
fn some_frameworks_with_joint_attacks_needs_and_helpers() {
    (0..300).for_each(|number| hold(&random_case(number, 6)));
}

// All that has to be held to brute force; `.ci/run` does so in an optimised program, in which it takes a minute instead of half an hour.

#[test]
#[ignore = "takes long"]
fn every_framework_of_four_arguments() {
    all_cases(4).for_each(|case| hold(&case));
}

#[test]
#[ignore = "takes long"]
fn twenty_thousand_frameworks_of_up_to_twelve_arguments() {
    (0..20_000).for_each(|number| hold(&random_plain(number, 12)));
}

#[test]
#[ignore = "takes long"]
fn five_thousand_frameworks_with_joint_attacks_needs_and_helpers() {
    (0..5_000).for_each(|number| hold(&random_case(number, 7)));
}
