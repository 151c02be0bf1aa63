//! Short names that are too long to be short.

use unicode_width::UnicodeWidthStr;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::file::Span;

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &LONG_SHORT_NAME, run };

static LONG_SHORT_NAME: Code = Code {
    name: "long-short-name",
    severity: Severity::Warning,
    summary: "a short name that is too long",
    explanation: "What `short` gives stands above columns, beside rows and in the middle of sentences: of authors, sources, issues and \
        sides it has at most 30 columns of a terminal, of statements 32. The text of a position has at most 32 where a `says` below \
        it tells the whole.\n\nLeave out what the reader knows anyway; the full name stays where it is.",
};

/// How many columns the short name of an author, source, issue or side has at most.
const NAME: usize = 30;
/// How many columns the short name of a statement, and the text of a position that is told in full below it, has at most.
const STATEMENT: usize = 32;

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    let shorts = map.authors.iter().map(|(_, it)| it.short).chain(map.sources.iter().map(|(_, it)| it.short));
    let shorts =
        shorts.chain(map.issues.iter().map(|(_, it)| it.short)).chain(map.sides.iter().map(|(_, it)| it.short));
    let named: Vec<Span> = shorts.flatten().collect();
    let of_statements = map.statements.iter().filter_map(|(_, it)| it.card.as_ref().and_then(|card| card.short));
    let of_positions = map.positions.iter().filter(|(_, it)| it.says.is_some()).filter_map(|(_, it)| it.text);
    let said: Vec<Span> = of_statements.chain(of_positions).collect();
    for (spans, most) in [(named, NAME), (said, STATEMENT)] {
        for span in spans {
            let width = map.text(span).width();
            if width > most {
                let message = format!("this short name takes {width} columns, and {most} are allowed");
                let diagnostic = Diagnostic::new(&LONG_SHORT_NAME, span, message).label(format!("{width} columns"));
                diagnostics.push(diagnostic.help("leave out what the reader knows anyway"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn a_wide_letter_takes_two_columns() {
        let (letters, wide) = ("a".repeat(31), "平".repeat(16));
        let text = format!(
            "author a: A\n  short: {letters}\nissue i: Q?\n  short: {wide}\n  position p: {letters}aa\n  position q: {letters}aa\n  says: x\n\
             claim c: x\n  short: {letters}a\n"
        );
        assert_eq!(
            found(&RULE, &text),
            [
                "2:10: this short name takes 31 columns, and 30 are allowed",
                "4:10: this short name takes 32 columns, and 30 are allowed",
                "6:15: this short name takes 33 columns, and 32 are allowed",
            ]
        );
    }
}
