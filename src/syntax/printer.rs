//! Prints a tree in the canonical form: the one way to write a map, so that versions of it can be compared.
//!
//! The meaning never changes: every comment and paragraph is kept, and printing what was printed changes nothing.

use std::borrow::Cow;
use std::fmt::Write;

use super::fold::fold;
use super::tree::{Clause, Comment, Entry, Tree};
use super::writer::{self, WIDTH, in_order, lay_out_clause, lay_out_head};
use crate::file::Span;

/// Prints the tree of `text`. An entry without a name gets the one that `name` has for it, if any. The tree must have been
/// parsed without errors: what was not understood is not in it.
pub fn print(text: &str, tree: &Tree, name: impl Fn(&Entry) -> Option<String>) -> String {
    let mut printer = Printer { text, tree, out: String::with_capacity(text.len() + 64), comments: &tree.comments };
    let mut above: Option<(&Entry, bool)> = None;
    for entry in &tree.entries {
        let start = printer.out.len();
        let apart = above.is_some_and(|(above, _)| printer.is_apart(above, entry));
        printer.comments_above(entry.span.start, "");
        let head = printer.out.len();
        let drafted = if entry.name.is_none() { name(entry) } else { None };
        printer.entry(entry, drafted.as_deref());
        // An empty line between entries; between two that take one line each as they are printed, only where there was one.
        let is_line = printer.out[head..].matches('\n').count() == 1;
        if above.is_some_and(|(_, was_line)| apart || !was_line || !is_line) {
            printer.out.insert(start, '\n');
        }
        above = Some((entry, is_line));
    }
    printer.last_comments(above.is_some());
    let uses_crlf = text.find('\n').is_some_and(|end| text[..end].ends_with('\r'));
    if uses_crlf { printer.out.replace('\n', "\r\n") } else { printer.out }
}

struct Printer<'t> {
    text: &'t str,
    tree: &'t Tree,
    out: String,
    /// The comments that are not printed yet.
    comments: &'t [Comment],
}

impl<'t> Printer<'t> {
    fn word(&self, span: Span) -> &'t str {
        &self.text[span.start as usize..span.end as usize]
    }

    /// Whether an empty line stands behind an entry, before the next or its comment.
    fn is_apart(&self, above: &Entry, entry: &Entry) -> bool {
        let next = self.comments.first().map_or(entry.span.start, |comment| comment.span.start.min(entry.span.start));
        self.has_blank_line(above.span.end, next)
    }

    fn has_blank_line(&self, from: u32, to: u32) -> bool {
        let between = &self.text[from as usize..to as usize];
        between.lines().skip(1).filter(|line| line.trim().is_empty()).count() > usize::from(between.ends_with(' '))
            || between.matches('\n').count() > 1
    }

    /// Prints the comments that stand before `offset`, as belonging to what begins there.
    fn comments_above(&mut self, offset: u32, indent: &str) {
        while let Some((comment, rest)) = self.comments.split_first().filter(|(first, _)| first.span.start < offset) {
            self.comments = rest;
            let _ = writeln!(self.out, "{indent}{}", self.word(comment.span));
            let next = rest.first().map_or(offset, |next| next.span.start.min(offset));
            if indent.is_empty() && self.has_blank_line(comment.span.end, next) {
                self.out.push('\n');
            }
        }
    }

    fn last_comments(&mut self, stand_below: bool) {
        if stand_below && !self.comments.is_empty() {
            self.out.push('\n');
        }
        self.comments_above(self.text.len() as u32, "");
        while self.out.ends_with("\n\n") {
            self.out.pop();
        }
    }

    fn entry(&mut self, entry: &Entry, drafted: Option<&str>) {
        let head = writer::Entry {
            kind: entry.kind,
            name: entry.name.map(|name| self.word(name)).or(drafted).map(Cow::Borrowed),
            qualifiers: entry.qualifiers,
            text: entry.text.map(|text| fold(self.word(text))),
            clauses: Vec::new(),
        };
        lay_out_head(&mut self.out, &head);
        let mut clauses: Vec<(&Clause, &[Comment])> = Vec::new();
        for clause in self.tree.clauses(entry) {
            let above = self.comments.partition_point(|comment| comment.span.start < clause.span.start);
            let (own, rest) = self.comments.split_at(above);
            self.comments = rest;
            clauses.push((clause, own));
        }
        for (clause, comments) in in_order(entry.kind, clauses, |(clause, _)| clause.kind) {
            for comment in comments {
                let _ = writeln!(self.out, "  {}", self.word(comment.span));
            }
            let said = self.said(clause);
            lay_out_clause(&mut self.out, &said, WIDTH);
        }
    }

    /// A clause in the words that stand in the text.
    fn said(&self, clause: &Clause) -> writer::Clause<'t> {
        let names = self.tree.references(clause).iter();
        writer::Clause {
            kind: clause.kind,
            argument: clause.argument.map(|argument| self.word(argument).into()),
            qualifiers: clause.qualifiers,
            names: names.map(|name| (self.word(name.span).into(), name.link)).collect(),
            text: clause.text.map(|text| fold(self.word(text))),
            word: clause.word,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::FileId;
    use crate::syntax::parse;

    fn canonical(text: &str) -> String {
        let parsed = parse(FileId::new(0), text);
        assert_eq!(parsed.diagnostics.total(), 0, "{:?}", parsed.diagnostics.kept());
        let printed = print(text, &parsed.tree, |_| None);
        let again = parse(FileId::new(0), &printed);
        assert_eq!(print(&printed, &again.tree, |_| None), printed, "printing twice is printing once");
        printed
    }

    #[test]
    fn clauses_are_ordered_and_comments_stay_with_what_they_are_about() {
        let text = "\u{FEFF}# About the file.\n\n# About a.\nauthor a:   A\nauthor b: B\n\n\n\nclaim c( unstated ) :text\n  note:n\n  # Why.\n  \
                    because : x ,y  and z\n  holds i(inferred,strongly): p  if   it\n      rains\n  # Lost?\nfrom s\n# The end.\n";
        assert_eq!(
            canonical(text),
            "# About the file.\n\n# About a.\nauthor a: A\nauthor b: B\n\nclaim c (unstated): text\n  \
             holds i (strongly, inferred): p if it rains\n  # Why.\n  because: x, y and z\n  note: n\n\n# Lost?\nfrom s\n\n# The end.\n"
        );
    }

    #[test]
    fn a_source_keeps_the_order_that_readers_know() {
        let text = "source s: T\n  kind: k\n  text: t\n  date: 2017\n  by: a\n";
        assert_eq!(canonical(text), "source s: T\n  by: a\n  date: 2017\n  kind: k\n  text: t\n");
    }

    #[test]
    fn an_entry_that_takes_two_lines_as_it_is_printed_stands_apart() {
        let long = "word ".repeat(30);
        let printed = canonical(&format!("author a: A\nauthor b: {long}\nauthor c: C\nauthor d: D\n"));
        assert!(printed.starts_with("author a: A\n\nauthor b: word"), "{printed}");
        assert!(printed.ends_with("word\n\nauthor c: C\nauthor d: D\n"), "{printed}");
    }

    #[test]
    fn line_ends_are_those_of_the_file() {
        assert_eq!(canonical("term a:\r\n    b\r\n  note: x\r\n    y"), "term a: b\r\n  note: x y\r\n");
        assert_eq!(canonical(""), "");
        assert_eq!(canonical("\n\n# only a comment"), "# only a comment\n");
    }
}
