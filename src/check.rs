//! Looks a map over: one rule a file, each with what it finds, why that matters and what to do.
//!
//! To add a rule, write a file with its `RULE` and add a line to [`RULES`].

mod circular_reasons;
mod claim_without_ground;
mod condition_without_colon;
mod doubtful_text;
mod draft_without_text;
mod duplicate_text;
mod empty_source;
mod indented_clause;
mod lone_issue;
mod long_quotation;
mod long_short_name;
mod missing_date;
mod no_such_question;
mod quotations;
mod read_outside_quotation;
mod repeated_stance;
mod rule;
mod statement_without_source;
mod two_positions;
mod unknown_licence;
mod unused;
mod whole_scale;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostics};
use crate::model::resolve;
use crate::syntax;

pub use self::indented_clause::INDENTED_CLAUSE;
pub use self::rule::{Context, Rule, Settings};

/// Every rule, in the order of the manual.
pub const RULES: &[Rule] = &[
    circular_reasons::RULE,
    statement_without_source::RULE,
    claim_without_ground::RULE,
    two_positions::RULE,
    repeated_stance::RULE,
    whole_scale::RULE,
    duplicate_text::RULE,
    long_quotation::RULE,
    long_short_name::RULE,
    draft_without_text::RULE,
    read_outside_quotation::RULE,
    unknown_licence::RULE,
    no_such_question::RULE,
    condition_without_colon::RULE,
    indented_clause::RULE,
    quotations::absent::RULE,
    quotations::possible::RULE,
    quotations::misquotation::RULE,
    quotations::edited::RULE,
    quotations::stale::RULE,
    quotations::changed_source::RULE,
    quotations::unverified::RULE,
    quotations::wrong_place::RULE,
    doubtful_text::RULE,
    missing_date::RULE,
    lone_issue::RULE,
    empty_source::RULE,
    unused::AUTHOR_RULE,
    unused::ISSUE_RULE,
    unused::POSITION_RULE,
    unused::TERM_RULE,
];

/// Looks a map over with every rule.
pub fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let run = |rule: &Rule| {
        let mut found = Diagnostics::default();
        (rule.run)(context, &mut found);
        found
    };
    let found: Vec<Diagnostics> = RULES.par_iter().map(run).collect();
    for found in found {
        diagnostics.append(found);
    }
}

/// Every kind of finding about a text or a map: those of the syntax, of names, and of the rules.
pub fn codes() -> impl Iterator<Item = &'static Code> + Clone {
    let codes = syntax::code::CODES.iter().chain(resolve::CODES).copied();
    codes.chain(RULES.iter().map(|rule| rule.code))
}

/// Looks over a map of which nobody looked up the quotations, for tests.
#[cfg(test)]
pub(crate) fn check_alone(map: &crate::model::Map, diagnostics: &mut Diagnostics) {
    let (settings, quotations) = (Settings::default(), crate::quotation::Verification::default());
    check(&Context { map, settled: map, settings: &settings, quotations: &quotations }, diagnostics);
}

/// Findings of a rule in a file, for its tests: `line:column: message`.
#[cfg(test)]
fn found(rule: &Rule, text: &str) -> Vec<String> {
    let (map, _) = crate::model::example::map_of(&[text]);
    let mut found = Diagnostics::default();
    let (settings, quotations) = (Settings::default(), crate::quotation::Verification::default());
    (rule.run)(&Context { map: &map, settled: &map, settings: &settings, quotations: &quotations }, &mut found);
    found.sort();
    let one = |diagnostic: &crate::diagnostic::Diagnostic| {
        assert_eq!(diagnostic.code, rule.code);
        let place = map.files.place(diagnostic.span);
        format!("{}:{}: {}", place.line, place.column, diagnostic.message)
    };
    found.kept().iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_careful_map_has_no_findings() {
        let text = "author a: A\nauthor b: B\nissue i: Q?\nterm t: T\n\
                    source s: S\n  by: a\n  date: 2017\nclaim c: x\n  holds i: yes\n  quote [1]: w\n  defines t: w\n\
                    source r: R\n  by: b\n  date: 2018\nclaim d: y\n  holds i: no\n  quote [2]: v\n";
        let map = crate::model::example::sound_map(text);
        let mut found = Diagnostics::default();
        check_alone(&map, &mut found);
        assert_eq!(found.kept(), []);
    }
}
