//! Drafts that still lack their text.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::file::Span;

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &DRAFT_WITHOUT_TEXT, run };

static DRAFT_WITHOUT_TEXT: Code = Code {
    name: "draft-without-text",
    severity: Severity::Warning,
    summary: "a draft that is still to be put into your own words",
    explanation: "An entry that is marked as a `(draft)` may still lack its text: a highlight that was brought in has a quotation and no \
        more. It counts for nothing until it is accepted, and cannot be accepted without a text.\n\nSay in your own words what the \
        source says there, or take the entry out.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    let texts: [Vec<(Span, Span, bool)>; 6] = [
        map.authors.iter().map(|(_, it)| (it.name, it.display, it.draft)).collect(),
        map.sources.iter().map(|(_, it)| (it.name, it.title, it.draft)).collect(),
        map.issues.iter().map(|(_, it)| (it.name, it.question, it.draft)).collect(),
        map.terms.iter().map(|(_, it)| (it.name, it.word, it.draft)).collect(),
        map.sides.iter().map(|(_, it)| (it.name, it.display, it.draft)).collect(),
        map.statements.iter().map(|(id, it)| (map.head(id), it.text, it.draft)).collect(),
    ];
    for (place, text, draft) in texts.into_iter().flatten() {
        if draft && text.start == text.end {
            let diagnostic = Diagnostic::new(&DRAFT_WITHOUT_TEXT, place, "this draft has no text yet");
            let diagnostic = diagnostic.label("to be put into your own words");
            diagnostics.push(diagnostic.help("write behind its colon what the source says there"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn only_a_draft_may_lack_its_text() {
        let text =
            "issue i (draft):\nclaim a (draft):\nclaim b (draft): x\nclaim c: x\nevidence (draft):\n  quote [1]: y\n";
        let missing = ["1:7", "2:7", "5:1"].map(|place| format!("{place}: this draft has no text yet"));
        assert_eq!(found(&RULE, text), missing);
    }
}
