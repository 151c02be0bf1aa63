//! Statements of which nobody knows whose they are.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

use super::{Given, Rule};

pub(super) const RULE: Rule = Rule { code: &STATEMENT_WITHOUT_SOURCE, run };

static STATEMENT_WITHOUT_SOURCE: Code = Code {
    name: "statement-without-source",
    severity: Severity::Warning,
    summary: "a statement that belongs to no source and no author",
    explanation: "A statement below no `source` or `from` is the mapper's own and appears in nobody's column. That is \
        right for one's own case in a debate, and an oversight in a review.\n\nMove it below its source, write `from \
        SOURCE` above it, or say whose it is with `by: AUTHOR`.",
};

fn run(given: &Given<'_>, diagnostics: &mut Diagnostics) {
    let map = given.map;
    for (id, statement) in map.statements.iter() {
        if statement.source.is_none() && statement.by.is_none() && !statement.incomplete {
            let kind = statement.kind.word();
            let message = format!("this {kind} has no source and no author");
            let diagnostic = Diagnostic::new(&STATEMENT_WITHOUT_SOURCE, map.head(id), message).label("whose is it?");
            diagnostics.push(diagnostic.help("write `from SOURCE` above it, or `by: AUTHOR` below it"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn a_loose_statement_needs_an_author() {
        let text = "author a: A\nclaim c: x\n  by: a\nevidence: x\nclaim d: x\n  by: nobody\nsource s: S\nclaim e: x\n";
        assert_eq!(found(&RULE, text), ["4:1: this evidence has no source and no author"]);
    }
}
