//! Statements of which nobody knows whose they are.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::StatementId;

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &STATEMENT_WITHOUT_SOURCE, run };

static STATEMENT_WITHOUT_SOURCE: Code = Code {
    name: "statement-without-source",
    severity: Severity::Warning,
    summary: "a statement that belongs to no author",
    explanation: "A statement below no `source` or `from` is the mapper's own and appears in nobody's column. That is \
        right for one's own case in a debate, where a `side` has `own` among its authors, and an oversight in a review. What stands below a source without `by` is \
        nobody's either; of each such source there is one finding.\n\nMove the statement below its source, write `from \
        SOURCE` above it, or say whose it is with `by: AUTHOR`; below a source, `by: AUTHOR` speaks for all of it.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.settled;
    // A side with `own` prepares a debate: statements that are nobody else's are its case.
    let has_own_case = map.sides.iter().any(|(_, side)| side.own);
    for (id, statement) in map.statements.iter() {
        if !has_own_case && statement.source.is_none() && statement.by.is_none() && !statement.incomplete {
            let kind = statement.kind.word();
            let message = format!("this {kind} has no source and no author");
            let diagnostic = Diagnostic::new(&STATEMENT_WITHOUT_SOURCE, map.head(id), message).label("whose is it?");
            diagnostics.push(diagnostic.help("write `from SOURCE` above it, or `by: AUTHOR` below it"));
        }
    }
    for (id, source) in map.sources.iter().filter(|(_, source)| source.authors.is_empty() && !source.incomplete) {
        let is_nobodys = |id: StatementId| map.statements[id].by.is_none() && !map.statements[id].incomplete;
        if map.statements_of(id).iter().any(|&id| is_nobodys(id)) {
            let message = format!("the source `{}` has no author, nor have its statements", map.word(source.name));
            let diagnostic = Diagnostic::new(&STATEMENT_WITHOUT_SOURCE, source.name, message).label("whose is it?");
            diagnostics.push(diagnostic.help("write `by: AUTHOR` below it"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn a_loose_statement_needs_an_author() {
        let text = "author a: A\nclaim c: x\n  by: a\nevidence: x\nclaim d: x\n  by: nobody\nsource s: S\n  by: a\nclaim e: x\n";
        assert_eq!(found(&RULE, text), ["4:1: this evidence has no source and no author"]);
    }

    #[test]
    fn whoever_has_a_side_of_their_own_needs_none() {
        let text = "issue i: I?\nside pro: P\n  authors: own\nclaim c: x\nsource s: S\nclaim d: x\n";
        assert_eq!(found(&RULE, text), ["5:8: the source `s` has no author, nor have its statements"]);
    }

    #[test]
    fn a_source_needs_one_unless_each_statement_has_its_own() {
        let text = "author a: A\nsource s: S\nclaim b: x\nclaim c: x\nsource t: T\nclaim d: x\n  by: a\n\
                    source u: U\n  by: nobody\nclaim e: x\nsource v: V\n";
        assert_eq!(found(&RULE, text), ["2:8: the source `s` has no author, nor have its statements"]);
    }
}
