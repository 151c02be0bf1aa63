//! Writes text so that TeX shows it as it is: nothing in a map becomes an order to TeX.

use crate::page::{Mark, Run, Runs, Target};
use crate::render::anchors::Anchors;
use crate::render::text::signed;

/// Letters that the fonts of text lack and those of mathematics have; what the figures of a page are called by is among them.
const OF_MATHEMATICS: &[(char, &str)] = &[
    ('α', "\\alpha"),
    ('κ', "\\kappa"),
    ('ρ', "\\rho"),
    ('τ', "\\tau"),
    ('φ', "\\varphi"),
    ('≤', "\\le"),
    ('≥', "\\ge"),
    ('≈', "\\approx"),
    ('≠', "\\ne"),
    ('∞', "\\infty"),
    ('○', "\\circ"),
    ('＋', "+"),
];

/// Writes marked text, in which names lead to where the page tells of them.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a>(pub(super) &'a Anchors<'a>);

impl Writer<'_> {
    /// The runs; a line break that is meant ends a line, but not before anything or behind everything.
    pub(super) fn runs(self, runs: &Runs, own: Option<&Target>) -> String {
        let mut shown = String::new();
        for together in runs.pieces.chunk_by(|one, other| one.target.is_some() && one.target == other.target) {
            let target = together[0].target.as_deref().filter(|&target| Some(target) != own);
            let words: String = together.iter().map(marked).collect();
            match target.and_then(|target| self.0.lead(target)) {
                Some(place) => shown.push_str(&format!("\\hyperlink{{{}}}{{{words}}}", plain_name(&place))),
                None => shown.push_str(&words),
            }
        }
        let mut lines = shown.split('\n').map(str::trim).filter(|line| !line.is_empty());
        let first = lines.next().unwrap_or_default().to_owned();
        lines.fold(first, |text, line| text + "\\newline " + line)
    }

    /// The same as one line, for a heading.
    pub(super) fn line(self, runs: &Runs, own: Option<&Target>) -> String {
        self.runs(runs, own).replace("\\newline ", " ")
    }
}

/// The place of something on the page, to which its name leads.
pub(super) fn place(name: Option<String>) -> String {
    name.map_or(String::new(), |name| format!("\\hypertarget{{{}}}{{}}", plain_name(&name)))
}

/// A name that TeX takes for nothing else: other letters than those of English as their numbers.
fn plain_name(name: &str) -> String {
    let letter = |letter: char| match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' => letter.to_string(),
        _ => format!(":{:x}:", u32::from(letter)),
    };
    name.chars().map(letter).collect()
}

fn marked(run: &Run) -> String {
    let shown = signed(run);
    let text = escaped(&shown);
    if shown.trim().is_empty() {
        return text;
    }
    match run.mark {
        Mark::Strong | Mark::Error | Mark::Warning => format!("\\textbf{{{text}}}"),
        Mark::Quotation | Mark::Inferred => format!("\\emph{{{text}}}"),
        Mark::Name => format!("\\texttt{{{}}}", breakable(&text)),
        _ => text,
    }
}

/// A name that may be broken behind its signs, since no letters of a typewriter are divided.
fn breakable(text: &str) -> String {
    text.replace('-', "-\\allowbreak{}").replace('.', ".\\allowbreak{}").replace('/', "/\\allowbreak{}")
}

/// Safe text; its line ends stay.
pub(super) fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    for letter in text.chars() {
        // Two of these are one sign to TeX.
        if letter == before && matches!(letter, '-' | ',' | '\'') {
            shown.push_str("{}");
        }
        before = letter;
        match letter {
            '\\' => shown.push_str("\\textbackslash{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => shown.extend(['\\', letter]),
            '~' => shown.push_str("\\textasciitilde{}"),
            '^' => shown.push_str("\\textasciicircum{}"),
            '<' => shown.push_str("\\textless{}"),
            '>' => shown.push_str("\\textgreater{}"),
            '|' => shown.push_str("\\textbar{}"),
            '"' => shown.push_str("\\textquotedbl{}"),
            '`' => shown.push_str("\\textasciigrave{}"),
            // Behind the end of a row these would be orders.
            '[' | ']' | '*' => shown.extend(['{', letter, '}']),
            _ => match OF_MATHEMATICS.iter().find(|(known, _)| *known == letter) {
                Some((_, order)) => shown.push_str(&format!("\\ensuremath{{{order}}}")),
                None => shown.push(letter),
            },
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_an_order_to_tex() {
        let cases = [
            ("\\input{/etc/passwd}", "\\textbackslash{}input\\{/etc/passwd\\}"),
            ("50 % & $5 #1 a_b", "50 \\% \\& \\$5 \\#1 a\\_b"),
            (
                "~ ^^41 <a> |b| \"c\" `d`",
                "\\textasciitilde{} \\textasciicircum{}\\textasciicircum{}41 \\textless{}a\\textgreater{} \\textbar{}b\\textbar{} \\textquotedbl{}c\\textquotedbl{} \\textasciigrave{}d\\textasciigrave{}",
            ),
            ("-- ,, ''", "-{}- ,{}, '{}'"),
            ("[1] *", "{[}1{]} {*}"),
            ("κ ≥ 0.4", "\\ensuremath{\\kappa} \\ensuremath{\\ge} 0.4"),
            ("日本 é “so”", "日本 é “so”"),
        ];
        for (text, expected) in cases {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn marks_and_line_ends_are_written() {
        let page = crate::page::Page::new("show", "");
        let anchors = Anchors::of(&page);
        let runs = Runs::from("\none\n\n").with(Mark::Name, "a-b").with(Mark::Plain, "\n").with(Mark::Removed, "c");
        assert_eq!(Writer(&anchors).runs(&runs, None), "one\\newline \\texttt{a-\\allowbreak{}b}\\newline {[}-c-{]}");
        assert_eq!(place(Some("issue-a_b~20~日".to_owned())), "\\hypertarget{issue-a:5f:b:7e:20:7e::65e5:}{}");
    }
}
