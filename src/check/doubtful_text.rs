//! Texts of which some pages could not be read as they should be.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::quotation::{Doubt, DoubtKind};
use crate::text::list;

use super::rule::{Context, Rule};

/// Pages that are named.
const NAMED: usize = 6;

pub(super) const RULE: Rule = Rule { code: &DOUBTFUL_TEXT, run };

static DOUBTFUL_TEXT: Code = Code {
    name: "doubtful-text",
    severity: Severity::Warning,
    summary: "the text of a source has pages on which nobody should rely",
    explanation: "A PDF says where each letter stands, and not how it is read. Where two columns were set line by line, the lines of both \
        stand behind each other, and no sentence that is longer than a line can be found; a page that is broken has no text. Quotations of \
        these pages may be called absent though they are there.\n\nTake another copy of the document, or a text that another program makes \
        of it, and name that in `text`.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    for (id, source) in context.map.sources.iter() {
        let Some(text) = context.quotations.text(id) else { continue };
        for Doubt { kind, pages } in text.source.doubts() {
            let labels: Vec<String> =
                pages.iter().map(|page| format!("p. {}", text.source.page_label(*page))).collect();
            let named = list::first(&labels, NAMED);
            let name = context.map.word(source.name);
            let message = match kind {
                DoubtKind::Unread => format!("of the text of `{name}`, {named} could not be read"),
                DoubtKind::MixedColumns => {
                    format!("in the text of `{name}`, two columns run into each other on {named}")
                }
            };
            let diagnostic = Diagnostic::new(&DOUBTFUL_TEXT, source.text.unwrap_or(source.name), message);
            let help = "name another copy of the document, or a text that another program made of it";
            diagnostics.push(diagnostic.label("quotations of these pages may not be found").help(help));
        }
    }
}
