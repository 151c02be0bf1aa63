//! Hands whatever libFuzzer thinks of to the readers of solvers' files, and asks about the frameworks in them.
//!
//! No name, no message and no answer holds a letter that acts on a terminal; and a framework that is written in any format is read
//! again, with as many arguments and, where the format has words for everything, the same answers.

#![no_main]

use std::cell::Cell;

use common::well_formed::acts;
use framework::iccma::{self, Format, Instance, write};
use framework::problem::Problem;
use framework::strength::{Model, strengths};
use framework::{Framework, Stop, solve};
use libfuzzer_sys::fuzz_target;

/// Larger frameworks are read and written, and not asked about.
const MOST: usize = 40;
/// So many steps a search may make.
const STEPS: u64 = 20_000;

fuzz_target!(|input: &[u8]| {
    let looks = Format::of_content(input);
    for format in Format::ALL {
        match iccma::read(input, format) {
            Err(wrong) => assert_harmless(&wrong.to_string()),
            Ok(instance) => held(instance, format, format == looks),
        }
    }
});

fn held(instance: Instance, format: Format, is_asked: bool) {
    if instance.names.len() > MOST {
        return;
    }
    if is_asked && let Some(graph) = instance.graph() {
        let found = strengths(&graph, Model::ALL[instance.attacks.len() % Model::ALL.len()]);
        assert!(found.of.iter().all(|strength| (0.0..=1.0).contains(strength)), "{:?}", found.of);
    }
    let (names, framework) = instance.framework();
    (0..names.len()).for_each(|argument| assert_harmless(&names.name(argument as u32)));
    for target in Format::ALL {
        let written = write(&framework, &names, target);
        assert_harmless(&written.text);
        let again = iccma::read(written.text.as_bytes(), target);
        let again =
            again.unwrap_or_else(|wrong| panic!("{} is not read again: {wrong}\n{}", target.name(), written.text));
        assert_eq!(again.names.len(), names.len() + written.added, "arguments came or went:\n{}", written.text);
        let (_, same) = again.framework();
        if is_asked && written.added == 0 {
            assert_eq!(grounded(&same), grounded(&framework), "another framework:\n{}", written.text);
        }
    }
    if is_asked {
        let problem = Problem::all().nth(names.len() % Problem::all().count()).and_then(|it| Problem::named(&it));
        let problem = problem.expect("every problem has its letters");
        let argument = problem.is_about_one().then_some(0).filter(|_| !names.is_empty());
        if problem.is_about_one() == argument.is_some() {
            let steps = Cell::new(0_u64);
            let is_over = |more: u64| {
                steps.set(steps.get() + more);
                steps.get() > STEPS
            };
            let known = solve::answer(&framework, problem, argument, Some(20), &Stop::when(&is_over));
            known.answer.iter().for_each(|answer| assert_harmless(&answer.text(&names, format)));
        }
    }
}

/// What the grounded extension makes of every argument.
fn grounded(framework: &Framework) -> String {
    let standing = solve::standing(framework, framework::Semantics::Grounded, &Stop::never());
    format!("{:?}", standing.answer.map(|standing| standing.statuses))
}

fn assert_harmless(text: &str) {
    assert_eq!(acts(text), None, "acts on a terminal: {text:?}");
}
