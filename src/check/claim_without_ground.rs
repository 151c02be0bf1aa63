//! Claims that rest on nothing.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::StatementKind;

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &CLAIM_WITHOUT_GROUND, run };

static CLAIM_WITHOUT_GROUND: Code = Code {
    name: "claim-without-ground",
    severity: Severity::Warning,
    summary: "a claim with no reason and no quotation",
    explanation: "A reader of the map cannot tell whether the source says this, nor why: there is neither a reason nor a \
        single word of the source.\n\nAdd a `quote` with its place, or the reasons that the source gives. A premise \
        that the author relies on and nowhere says is marked `(unstated)`.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.settled;
    for (id, statement) in map.statements.iter() {
        let is_asserted = statement.kind == StatementKind::Claim && !statement.unstated && !statement.incomplete;
        // A report says what another holds; why that other does is seldom told. One's own case needs no source to say it.
        let is_asserted =
            is_asserted && statement.reported().is_none() && (statement.source.is_some() || statement.by.is_some());
        if is_asserted && map.reasons_for(id).is_empty() && map.quotations_of(id).is_empty() {
            let message = "this claim has no reason and no quotation";
            let diagnostic =
                Diagnostic::new(&CLAIM_WITHOUT_GROUND, map.head(id), message).label("what does it rest on?");
            diagnostics
                .push(diagnostic.help("add `quote [WHERE]: words` or `because: REASON`, or mark it `(unstated)`"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn a_claim_needs_a_reason_or_a_quotation() {
        let text = "author h: H\nsource s: S\n  by: h\nclaim a: x\nclaim b: x\n  because: a\nclaim c: x\n  quote: w\nclaim d (unstated): x\n\
                    claim e: x\n  becuase: a\nclaim f: x\nevidence: x\n  supports: f\ncounterpoint g: x\n  against: a\n";
        assert_eq!(found(&RULE, text), ["4:7: this claim has no reason and no quotation"]);
    }
}
