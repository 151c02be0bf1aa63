//! Breaks marked text into lines of a width, measured in the columns of a terminal.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::page::{Mark, Runs};

use super::text;

/// Marked text as one string: safe, and ready to be measured and broken.
#[derive(Default)]
pub(super) struct Paragraph {
    text: String,
    /// Where each mark ends, in order.
    marks: Vec<(usize, Mark)>,
}

/// A line of a paragraph: which bytes, and how many columns they take.
pub(super) struct Stretch {
    pub(super) bytes: Range<usize>,
    pub(super) width: usize,
}

/// Widths that a paragraph would like to have and needs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Measure {
    /// Columns of its longest line when nothing is wrapped.
    pub(super) natural: usize,
    /// Columns of its longest word.
    pub(super) word: usize,
}

/// Pieces that lines are filled with, never cut.
struct Atom {
    bytes: Range<usize>,
    width: usize,
    kind: Kind,
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Kind {
    Word,
    Space,
    LineEnd,
}

impl Measure {
    /// Makes room for something else, too, with an indentation before it.
    pub(super) fn widen(&mut self, other: Measure, indent: usize) {
        self.natural = self.natural.max(other.natural + indent);
        self.word = self.word.max(other.word + indent);
    }
}

impl Paragraph {
    /// The runs as a paragraph. Without colour, what one side alone has stands in signs.
    pub(super) fn new(runs: &Runs, color: bool) -> Self {
        let mut paragraph = Paragraph::default();
        paragraph.refill(runs, color);
        paragraph
    }

    /// Other runs in place of these.
    pub(super) fn refill(&mut self, runs: &Runs, color: bool) -> &Self {
        self.text.clear();
        self.marks.clear();
        for run in &runs.pieces {
            self.text.push_str(&if color { text::unsigned(run) } else { text::signed(run) });
            self.marks.push((self.text.len(), run.mark));
        }
        self
    }

    /// How wide it is, if it is one line of a few plain words and signs, as most cells of a large table are: then nothing
    /// has to be taken apart. Neither a hyphen nor a wide letter is in it, and no space at either end.
    fn plain_line(&self) -> Option<Measure> {
        let bytes = self.text.as_bytes();
        let (mut natural, mut word, mut longest) = (0, 0, 0);
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at += match &bytes[at..] {
                [b'-' | b'/', ..] => return None,
                [b' ' | b'!'..=b'~', ..] => 1,
                // The signs `·`, `±` and `−`.
                [0xC2, 0xB7 | 0xB1, ..] => 2,
                [0xE2, 0x88, 0x92, ..] => 3,
                _ => return None,
            };
            natural += 1;
            word = if byte == b' ' { 0 } else { word + 1 };
            longest = longest.max(word);
        }
        let is_trimmed = !self.text.starts_with(' ') && !self.text.ends_with(' ');
        is_trimmed.then_some(Measure { natural, word: longest })
    }

    /// How wide it is.
    pub(super) fn measure(&self) -> Measure {
        if let Some(measure) = self.plain_line() {
            return measure;
        }
        let (mut measure, mut line) = (Measure::default(), 0);
        for atom in atoms(&self.text) {
            match atom.kind {
                Kind::LineEnd => line = 0,
                Kind::Space => line += atom.width,
                Kind::Word => {
                    line += atom.width;
                    measure.word = measure.word.max(atom.width);
                    measure.natural = measure.natural.max(line);
                }
            }
        }
        measure
    }

    /// Its lines, none wider than `width` unless a single character is. At least one.
    pub(super) fn lines(&self, width: usize) -> Vec<Stretch> {
        let mut lines = Vec::new();
        self.fill(width, &mut lines);
        lines
    }

    /// The same, in place of the lines that are there.
    pub(super) fn fill(&self, width: usize, lines: &mut Vec<Stretch>) {
        lines.clear();
        if let Some(Measure { natural, .. }) = self.plain_line().filter(|measure| measure.natural <= width) {
            lines.push(Stretch { bytes: 0..self.text.len(), width: natural });
            return;
        }
        let mut filler = Filler { lines, line: Stretch { bytes: 0..0, width: 0 }, space: 0, empty: true };
        for atom in self.whole_names(atoms(&self.text), width) {
            match atom.kind {
                Kind::LineEnd => filler.end_line(atom.bytes.end),
                Kind::Space => filler.space += atom.width,
                Kind::Word if atom.width <= width => filler.place(atom.bytes, atom.width, width),
                Kind::Word => {
                    for (at, letter) in self.text[atom.bytes.clone()].grapheme_indices(true) {
                        let start = atom.bytes.start + at;
                        filler.place(start..start + letter.len(), letter.width(), width);
                    }
                }
            }
        }
        filler.end_line(self.text.len());
    }

    /// The parts of a name joined again where it fits into a line: broken at a hyphen it could not be copied.
    fn whole_names(&self, atoms: Vec<Atom>, width: usize) -> Vec<Atom> {
        let is_inside_name = |at: usize| {
            let mark = self.marks.partition_point(|&(end, _)| end < at);
            self.marks.get(mark).is_some_and(|&(end, mark)| end > at && mark == Mark::Name)
        };
        let mut joined: Vec<Atom> = Vec::with_capacity(atoms.len());
        for atom in atoms {
            match joined.last_mut() {
                Some(last)
                    if (last.kind, atom.kind) == (Kind::Word, Kind::Word)
                        && last.width + atom.width <= width
                        && is_inside_name(atom.bytes.start) =>
                {
                    (last.bytes.end, last.width) = (atom.bytes.end, last.width + atom.width);
                }
                _ => joined.push(atom),
            }
        }
        joined
    }

    /// The pieces of a line, each with the number of the run that it is of.
    pub(super) fn pieces(&self, bytes: Range<usize>) -> impl Iterator<Item = (usize, &str)> {
        let first = self.marks.partition_point(|&(end, _)| end <= bytes.start);
        let mut start = bytes.start;
        let pieces = self.marks.iter().enumerate().skip(first).map_while(move |(number, &(end, _))| {
            let piece = start..end.min(bytes.end);
            start = piece.end;
            (piece.start < bytes.end).then(|| (number, &self.text[piece]))
        });
        pieces.filter(|(_, text)| !text.is_empty())
    }
}

/// The line that is being filled, and those that are full.
struct Filler<'l> {
    lines: &'l mut Vec<Stretch>,
    line: Stretch,
    /// Columns of the spaces behind the line's last word: they count once another word follows.
    space: usize,
    empty: bool,
}

impl Filler<'_> {
    fn place(&mut self, bytes: Range<usize>, columns: usize, width: usize) {
        if !self.empty && self.line.width + self.space + columns > width {
            self.end_line(bytes.start);
        }
        if self.empty {
            self.line = Stretch { bytes: bytes.clone(), width: 0 };
            self.space = 0;
        }
        self.line.width += self.space + columns;
        self.line.bytes.end = bytes.end;
        (self.space, self.empty) = (0, false);
    }

    fn end_line(&mut self, next: usize) {
        self.lines.push(std::mem::replace(&mut self.line, Stretch { bytes: next..next, width: 0 }));
        (self.space, self.empty) = (0, true);
    }
}

fn atoms(text: &str) -> Vec<Atom> {
    if text.is_ascii() {
        // Each byte is one letter in one column.
        return join(text, (0..text.len()).map(|at| (at, &text[at..=at], 1)));
    }
    join(text, text.grapheme_indices(true).map(|(at, letter)| (at, letter, letter.width())))
}

/// Joins letters to words, between which a line may end.
fn join<'t>(text: &str, letters: impl Iterator<Item = (usize, &'t str, usize)>) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::with_capacity(text.len() / 4 + 1);
    let mut before = Letter::Space;
    for (at, letter, width) in letters {
        let this = Letter::of(letter, width);
        let kind = match this {
            Letter::LineEnd => Kind::LineEnd,
            Letter::Space => Kind::Space,
            _ => Kind::Word,
        };
        let end = at + letter.len();
        match atoms.last_mut() {
            Some(atom) if atom.kind == kind && kind != Kind::LineEnd && !before.lets_end_before(this) => {
                (atom.bytes.end, atom.width) = (end, atom.width + width);
            }
            _ => atoms.push(Atom { bytes: at..end, width, kind }),
        }
        before = match (before, this) {
            // A hyphen lets a line end only inside a word: not in "-3" or "--".
            (Letter::Plain, Letter::Hyphen) => Letter::Hyphen,
            (_, Letter::Hyphen) => Letter::Closing,
            (_, this) => this,
        };
    }
    atoms
}

/// Class of a letter for the ends of lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    LineEnd,
    Space,
    Plain,
    /// `-` and `/`: a long word may be broken behind it.
    Hyphen,
    /// A Chinese or Japanese character or the like: a line may end on either side of it.
    Wide,
    /// Must not stand at the end of a line.
    Opening,
    /// Must not stand at the start of a line.
    Closing,
}

/// Signs that must not start a line, beside those of ASCII: closing brackets and marks, and small kana.
const CLOSING: &str = "”’»…」』）〕】》〉］｝、。，．・：；？！ー々〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ";

impl Letter {
    fn of(letter: &str, width: usize) -> Self {
        match letter.chars().next().unwrap_or(' ') {
            '\n' => Letter::LineEnd,
            ' ' | '\u{3000}' => Letter::Space,
            'a'..='z' | 'A'..='Z' | '0'..='9' => Letter::Plain,
            '-' | '/' => Letter::Hyphen,
            '(' | '[' | '{' | '“' | '‘' | '«' | '「' | '『' | '（' | '〔' | '【' | '《' | '〈' | '［' | '｛' => {
                Letter::Opening
            }
            '!'..='~' => Letter::Closing,
            letter if CLOSING.contains(letter) => Letter::Closing,
            _ if width == 2 => Letter::Wide,
            _ => Letter::Plain,
        }
    }

    fn lets_end_before(self, next: Letter) -> bool {
        match (self, next) {
            (_, Letter::Closing) | (Letter::Opening, _) => false,
            (Letter::Wide, _) | (_, Letter::Wide) | (Letter::Hyphen, Letter::Plain) => true,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        let paragraph = Paragraph::new(&Runs::from(text), false);
        paragraph.lines(width).into_iter().map(|line| paragraph.text[line.bytes].to_owned()).collect()
    }

    #[test]
    fn lines_end_between_words() {
        assert_eq!(wrapped("who holds what on every issue", 12), ["who holds", "what on", "every issue"]);
        assert_eq!(wrapped("a governance-focused platform", 14), ["a governance-", "focused", "platform"]);
        assert_eq!(wrapped("one\n\ntwo", 12), ["one", "", "two"]);
        assert_eq!(wrapped("", 12), [""]);
        assert_eq!(wrapped("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
    }

    #[test]
    fn a_name_is_broken_only_where_it_must_be() {
        let runs = Runs::new().with(Mark::Plain, "see the-other ").with(Mark::Name, "ssr-leadership");
        let paragraph = Paragraph::new(&runs, false);
        let lines =
            |width| paragraph.lines(width).into_iter().map(|line| &paragraph.text[line.bytes]).collect::<Vec<_>>();
        assert_eq!(lines(18), ["see the-other", "ssr-leadership"]);
        assert_eq!(lines(10), ["see the-", "other ssr-", "leadership"]);
    }

    #[test]
    fn a_run_without_text_hides_nothing_behind_it() {
        let runs = Runs::new().with(Mark::Plain, "a").with(Mark::Strong, "").with(Mark::Plain, "b");
        let paragraph = Paragraph::new(&runs, false);
        assert_eq!(paragraph.pieces(0..2).map(|(_, text)| text).collect::<String>(), "ab");
    }

    #[test]
    fn wide_characters_take_two_columns_and_keep_their_marks_with_them() {
        assert_eq!(wrapped("安全保障部門改革。次", 9), ["安全保障", "部門改", "革。次"]);
        assert_eq!(wrapped("「日本」", 4), ["「日", "本」"]);
        assert_eq!(wrapped("日", 1), ["日"]);
        assert_eq!(wrapped("e\u{301}e\u{301} 👩‍👧", 2), ["e\u{301}e\u{301}", "👩‍👧"]);
    }

    #[test]
    fn pieces_keep_their_runs_over_lines() {
        let runs = Runs::new().with(Mark::Name, "ssr").with(Mark::Plain, ", or ").with(Mark::Strong, "two words");
        let paragraph = Paragraph::new(&runs, true);
        let lines: Vec<Vec<_>> =
            paragraph.lines(11).into_iter().map(|line| paragraph.pieces(line.bytes).collect()).collect();
        assert_eq!(lines, [vec![(0, "ssr"), (1, ", or "), (2, "two")], vec![(2, "words")]]);
    }
}
