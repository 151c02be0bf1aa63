//! Quotations that stand elsewhere in their source than the map says.

use crate::check::rule::{Context, Rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::quotation::{Fidelity, stands_at};
use crate::syntax::writer::{place_in_brackets, without_controls};

use super::judged;

pub const RULE: Rule = Rule { code: &WRONG_PLACE, run };

static WRONG_PLACE: Code = Code {
    name: "wrong-place",
    severity: Severity::Warning,
    summary: "a quotation that stands elsewhere in its source than is said",
    explanation: "The words are the source's, and its text shows that they stand at another place than the one in brackets. Paragraphs, \
        sections and lines are judged wherever the text has them; pages, where the file gives them labels, as a PDF may. Other places are \
        left alone.\n\nTake the place from the fix. A paragraph is counted within its section, without headings, notes and what stands at \
        the edges of pages.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    for quoted in judged(context).filter(|quoted| quoted.checked.fidelity.is_some_and(|it| it <= Fidelity::Gapped)) {
        let map = context.map;
        let (Some(finding), Some(text)) = (&quoted.checked.finding, context.quotations.text(quoted.source)) else {
            continue;
        };
        let Some(place) = map.quotations[quoted.id].place.filter(|_| finding.unlisted == 0) else { continue };
        let found = || finding.occurrences.iter().filter(|it| it.fidelity <= Fidelity::Gapped);
        let cited = map.text(place);
        let is_there = |it: &crate::quotation::Occurrence| stands_at(text, it.range.start, it.position, &cited);
        if !found().all(|it| is_there(it) == Some(false)) {
            continue;
        }
        let Some(real) = found().next().and_then(|best| text.reader_place(best.range.start)) else { continue };
        let message = format!("`{}` says this at another place", quoted.source_name(context));
        let diagnostic = Diagnostic::new(&WRONG_PLACE, place, message).label(format!("found at {real}"));
        let file = &map.files.get(place.file).text;
        let is_own = file[..place.start as usize].ends_with('[') && file[place.end as usize..].starts_with(']');
        let replacement = place_in_brackets(&without_controls(&real)).ok().filter(|_| is_own && found().count() == 1);
        diagnostics.push(match replacement {
            // The brackets are there.
            Some(bracketed) => diagnostic.fix(place, bracketed.trim().trim_start_matches('[').trim_end_matches(']')),
            None => diagnostic.help("the place in brackets, or behind `at`, is where a reader looks it up"),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use crate::quotation::Lock;

    #[test]
    fn a_place_is_judged_where_the_text_shows_it() {
        let text = "1. Bread\n\nThe first of them is about bread.\n\nThe second is about flour.\n\n2. Roads\n\nThe third is about roads.\n";
        let said = |place: &str| {
            let map = format!("source s: S\nclaim a: x\n  quote [{place}]: is about flour\n");
            found(&RULE, &map, Some(text), Lock::default())
        };
        let wrong = |real: &str| vec![format!("3: `s` says this at another place (found at {real})")];
        for place in ["1, para 2", "para 2", "1", "line 5", "lines 4-6", "p. 30", "in the middle", "§ 7"] {
            assert_eq!(said(place), [""; 0], "{place}");
        }
        for place in ["1, para 1", "para 3", "2, para 2", "2", "line 6"] {
            assert_eq!(said(place), wrong("1, para 2"), "{place}");
        }
    }
}
