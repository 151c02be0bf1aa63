//! Lines of a text that begin like a clause: indented too far, they are read as prose.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::file::Span;
use crate::model::{Entity, Map};
use crate::syntax::grammar::{clause, keyword};
use crate::syntax::lines::{PieceKind, cut};
use crate::syntax::vocabulary::{ClauseKind, EntryKind, Shape};

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &INDENTED_CLAUSE, run };

/// The code of these findings.
pub static INDENTED_CLAUSE: Code = Code {
    name: "indented-clause",
    severity: Severity::Warning,
    summary: "a line of a text begins like a clause",
    explanation: "A clause stands behind two spaces, also one that says more about the clause above it, such as `says` and `read`. What is \
        indented by four or more goes on with the text above, whatever it begins with. Here such a line could be a clause of its \
        entry.\n\nIndent it by two spaces. If it is text, let the line begin with another of its words, or allow this warning; until \
        then `fmt`, which would make one paragraph of both lines, leaves the file alone.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    for (file, read) in map.files.iter() {
        let mut entry = None;
        cut(&read.text, |piece| {
            let text = &read.text[piece.start..piece.end];
            if piece.kind == PieceKind::Entry {
                entry = EntryKind::of(keyword(text));
            }
            let (Some(entry), PieceKind::Entry | PieceKind::Clause) = (entry, piece.kind) else { return };
            for (at, _) in text.match_indices('\n') {
                let line = &text[at + 1..];
                let white = line.len() - line.trim_start_matches(' ').len();
                let start = piece.start + at + 1;
                if let Some(kind) = clause_of(map, entry, &line[white..]) {
                    let indentation = Span::new(file, start, start + white);
                    let word = kind.row().keyword;
                    let keyword = Span::new(file, start + white, start + white + word.len());
                    diagnostics.push(about(indentation, keyword, word));
                }
            }
        });
    }
}

/// The clause that a line of a text would be under an entry, if it were indented by two.
fn clause_of(map: &Map, entry: EntryKind, rest: &str) -> Option<ClauseKind> {
    let line = rest.lines().next()?;
    let word = keyword(line);
    let kind = ClauseKind::of(word)?;
    let row = kind.row();
    if !row.entries.contains(&entry) {
        return None;
    }
    // It may have its text, or more of its list, on the next line.
    let parts = [line, line.trim_end().trim_end_matches(','), rest]
        .iter()
        .find_map(|text| clause(row.shape, &text[word.len()..]).ok())?
        .1;
    let is_about = matches!(row.shape, Shape::Stance | Shape::Ranking | Shape::About);
    // Prose holds water and raises prices: the map has to know what is named.
    let is_known = |name| matches!(map.find(name), Some(Entity::Issue(_) | Entity::Term(_)));
    (!is_about || parts.argument.is_some_and(is_known)).then_some(kind)
}

fn about(indentation: Span, keyword: Span, word: &str) -> Diagnostic {
    let message = format!("`{word}:` is read here as text, and looks like a clause");
    Diagnostic::new(&INDENTED_CLAUSE, keyword, message)
        .label("it goes on with the text above")
        .help("if it is a clause, indent it by 2 spaces")
        .fix(indentation, "  ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn a_clause_that_is_indented_too_far_is_told() {
        let text = "issue i: Q?\n  position p: short\n    says: in full\nclaim a: x\n    because: b,\n      c\n    holds i: p if q\n  \
                    quote [1]: words\n      read: words\n  note: y\n    quote [p. 2]:\n    w\n";
        let message = |word: &str| format!("`{word}:` is read here as text, and looks like a clause");
        assert_eq!(
            found(&RULE, text),
            [
                format!("3:5: {}", message("says")),
                format!("5:5: {}", message("because")),
                format!("7:5: {}", message("holds")),
                format!("9:7: {}", message("read")),
                format!("11:5: {}", message("quote")),
            ]
        );
    }

    #[test]
    fn prose_is_prose() {
        let text = "issue i: Q?\n    position: it depends\nterm t: T\n    because: b\nclaim a: x\n    says: y\n    holds water: yes\n    \
                    raises prices: z\n    by the way: w\n    against that: v\n    Note: u\n    note that: s\n  # quote: r\n";
        assert_eq!(found(&RULE, text), Vec::<String>::new());
    }
}
