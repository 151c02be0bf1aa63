//! Writes text so that Markdown shows it as it is: nothing in a map becomes markup, and no tag of HTML is needed, which a word
//! processor would lose.

use std::fmt::Write;

use crate::page::{Mark, Run, Runs, Target};
use crate::render::options::Address;
use crate::render::text::{signed, unsigned};

/// Signs beside which emphasis may begin or end, though what it holds begins or ends with a sign itself.
const APART: &str = " \n!\"#%&'(),-./:;?@[]{}“”‘’–—…·";

/// Writes marked text where places lead by these addresses, if they do.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a>(pub(super) Option<Address<'a>>);

impl Writer<'_> {
    /// The runs as a block: a line break that is meant is a backslash at the end of a line, and each line behind it stands in so far.
    pub(super) fn block(self, runs: &Runs, indent: usize) -> String {
        let shown = self.pieces(runs);
        let lines = shown.trim_start().split('\n').map(|line| begun(line.trim_start()));
        lines.collect::<Vec<_>>().join(&format!("\\\n{}", " ".repeat(indent)))
    }

    /// The runs as one line, for a heading.
    pub(super) fn line(self, runs: &Runs) -> String {
        self.pieces(runs).trim_start().replace('\n', " ")
    }

    /// The runs in a cell of a table, where no line can end: its lines stand behind one another.
    pub(super) fn cell(self, runs: &Runs) -> String {
        let shown = self.pieces(runs);
        let mut lines = shown.trim_start().split('\n').filter(|line| !line.is_empty());
        let first = lines.next().unwrap_or_default().to_owned();
        lines.fold(first, |mut cell, line| {
            cell.push_str(if cell.ends_with(['.', ',', ';', ':', '?', '!']) { " " } else { ", " });
            cell.push_str(line);
            cell
        })
    }

    fn pieces(self, runs: &Runs) -> String {
        let mut shown = String::new();
        let mut at = 0;
        for together in runs.pieces.chunk_by(|one, other| one.target.is_some() && one.target == other.target) {
            let address = match (self.0, together[0].target.as_deref()) {
                (Some(address), Some(Target::Place { path, line, .. })) => address(path, *line),
                _ => None,
            };
            if address.is_some() {
                shown.push('[');
            }
            for run in together {
                at += 1;
                let next = runs.pieces[at..].iter().find_map(|run| run.text.chars().next());
                marked(&mut shown, run, next.filter(|_| address.is_none()));
            }
            if let Some(address) = address {
                write!(shown, "]({address})").expect("a string takes every text");
            }
        }
        shown
    }
}

/// A line of a block. Only at its start these would be markup: a list, a line below a heading.
pub(super) fn begun(shown: &str) -> String {
    let digits = shown.bytes().take_while(u8::is_ascii_digit).count();
    match shown.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &shown[..digits], &shown[digits..]),
        Some(b'+' | b'-' | b'=') if digits == 0 => format!("\\{shown}"),
        _ => shown.to_owned(),
    }
}

/// A piece with its mark; `next` is what stands behind it.
fn marked(shown: &mut String, run: &Run, next: Option<char>) {
    let text = unsigned(run);
    let inner = text.trim();
    if inner.is_empty() {
        return escape(shown, &text);
    }
    // Markup must touch the words that it marks, so spaces around them stay outside.
    let start = text.len() - text.trim_start().len();
    let (before, after) = (&text[..start], &text[start + inner.len()..]);
    escape(shown, before);
    let next = after.chars().next().or(next);
    match run.mark {
        Mark::Strong => emphasized(shown, inner, "**", next),
        Mark::Quotation | Mark::Inferred => emphasized(shown, inner, "*", next),
        Mark::Name if !inner.contains(['`', '|', '\\']) => {
            shown.push('`');
            shown.push_str(inner);
            shown.push('`');
        }
        Mark::Added | Mark::Removed => escape(shown, signed(run).trim()),
        _ => escape(shown, inner),
    }
    escape(shown, after);
}

/// Text between stars, which are read as emphasis only between the right neighbours; elsewhere without them, and nothing is lost
/// that words do not say.
fn emphasized(shown: &mut String, inner: &str, stars: &str, next: Option<char>) {
    let apart = |letter: Option<char>| letter.is_none_or(|letter| APART.contains(letter));
    let begins = inner.starts_with(char::is_alphanumeric) || apart(shown.chars().next_back());
    let ends = inner.ends_with(char::is_alphanumeric) || apart(next);
    let stars = if begins && ends && !inner.contains('\n') && !shown.ends_with(['*', '_']) { stars } else { "" };
    shown.push_str(stars);
    escape(shown, inner);
    shown.push_str(stars);
}

fn escape(shown: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '&' => shown.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' | '^' => shown.extend(['\\', letter]),
            _ => shown.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(mark: Mark, text: &str) -> String {
        Writer(None).block(&Runs::new().with(mark, text), 2)
    }

    #[test]
    fn text_does_not_become_markup() {
        let cases = [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("a | b \\| c", "a \\| b \\\\\\| c"),
            ("[link](x) ![](y) `code`", "\\[link\\](x) !\\[\\](y) \\`code\\`"),
            ("# no heading", "\\# no heading"),
            ("    no code", "no code"),
            ("- no list, 2 - 1", "\\- no list, 2 - 1"),
            ("12. no list", "12\\. no list"),
            ("In 2017. A sentence.", "In 2017. A sentence."),
            ("=== or ~~~ or $x$ or ^[x]", "\\=== or \\~\\~\\~ or \\$x\\$ or \\^\\[x\\]"),
            ("one\n- two", "one\\\n  \\- two"),
            ("\u{1b}[31m", "␛\\[31m"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(Mark::Plain, text), expected);
        }
    }

    #[test]
    fn marks_hold_to_their_words() {
        assert_eq!(shown(Mark::Strong, " word "), "**word** ");
        assert_eq!(shown(Mark::Strong, "(a)"), "**(a)**");
        assert_eq!(shown(Mark::Name, "ssr-leadership"), "`ssr-leadership`");
        assert_eq!(shown(Mark::Name, "a`b|c"), "a\\`b\\|c");
        assert_eq!(shown(Mark::Removed, "old"), "\\[-old-\\]");
        assert_eq!(shown(Mark::Added, "new"), "{+new+}");
        let beside = |mark| Runs::from("say").with(mark, "“it”").with(Mark::Plain, "again");
        assert_eq!(Writer(None).line(&beside(Mark::Quotation)), "say“it”again");
    }

    #[test]
    fn lines_of_a_cell_stand_behind_one_another() {
        let cell = |text: &str| Writer(None).cell(&Runs::from(text));
        assert_eq!(cell("until 1994\n2000"), "until 1994, 2000");
        assert_eq!(cell("One.\nTwo.\n\n"), "One. Two.");
    }

    #[test]
    fn a_place_leads_to_its_file_where_that_has_an_address() {
        let target = Target::Place { path: "a.arg".to_owned(), line: 7, column: None };
        let runs = Runs::leading(Mark::Place, "[a]:7", &target);
        let address = |path: &str, line: usize| Some(format!("{path}#L{line}"));
        assert_eq!(Writer(Some(&address)).line(&runs), "[\\[a\\]:7](a.arg#L7)");
        assert_eq!(Writer(None).line(&runs), "\\[a\\]:7");
    }
}
