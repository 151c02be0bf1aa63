//! Lines and columns of the places in a text, and the way back, in bytes, in characters and as UTF-16 counts.

/// A place as an editor shows it: both numbers from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in the line, from 1.
    pub column: usize,
}

/// Unit in which columns are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// The bytes of UTF-8.
    Byte,
    /// Characters (code points), as people and editors count.
    Character,
    /// The units of UTF-16, of which some characters take two: what editors' protocols and JavaScript count.
    Utf16,
}

/// A text counted at regular steps, so that any place is found by a short count, in a line of fifty megabytes too.
#[derive(Debug, Default)]
pub struct LineIndex {
    /// The counts at the start, and behind each step of the text.
    steps: Vec<Counts>,
    paged: bool,
}

/// How many bytes are counted at most to find a place.
const STEP: usize = 1 << 10;

/// Counts of the text before a place.
#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    /// How many line ends there are.
    lines: u32,
    /// Form feeds, which end pages.
    pages: u32,
    /// How many characters (code points) there are.
    characters: u32,
    /// Characters that take two units of UTF-16.
    pairs: u32,
    /// The offset at which the line begins.
    line_start: u32,
}

impl LineIndex {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut counts = Counts::default();
        let mut steps = Vec::with_capacity(text.len() / STEP + 2);
        steps.push(counts);
        for (number, bytes) in text.as_bytes().chunks(STEP).enumerate() {
            counts.add(number * STEP, bytes);
            steps.push(counts);
        }
        LineIndex { steps, paged: counts.pages > 0 }
    }

    /// Line and column of a byte offset; of one behind the end, those of the end.
    pub fn place(&self, text: &str, offset: usize, unit: Unit) -> LineColumn {
        let counts = self.counts(text, offset);
        let start = counts.line_start as usize;
        let from = unit.count(start, self.counts(text, start));
        let to = unit.count(offset.min(text.len()), counts);
        LineColumn { line: counts.lines as usize + 1, column: to - from + 1 }
    }

    /// The byte offset of a place; none where the line has no such column, or where it is inside of a character.
    pub fn offset(&self, text: &str, place: LineColumn, unit: Unit) -> Option<usize> {
        let start = self.start(text, place.line)?;
        let end = self.end(text, place.line);
        let wanted = unit.count(start, self.counts(text, start)) + place.column.checked_sub(1)?;
        if unit == Unit::Byte {
            return Some(wanted).filter(|&at| at <= end && text.is_char_boundary(at));
        }
        // A step may end inside of a character, which is counted by then.
        let step = self.steps.partition_point(|counts| unit.count(0, *counts) <= wanted) - 1;
        let from = (step * STEP).max(start);
        let from = (from..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
        let mut counted = unit.count(from, self.counts(text, from));
        for (at, letter) in text.get(from..end)?.char_indices() {
            if counted >= wanted {
                return (counted == wanted).then_some(from + at);
            }
            counted += unit.width(letter);
        }
        (counted == wanted).then_some(end)
    }

    /// The page of a byte offset, from 1, where the text has form feeds.
    pub fn page(&self, text: &str, offset: usize) -> Option<usize> {
        self.paged.then(|| self.counts(text, offset).pages as usize + 1)
    }

    /// How many characters stand before a byte offset.
    pub fn characters(&self, text: &str, offset: usize) -> usize {
        self.counts(text, offset).characters as usize
    }

    /// A line (from 1) without its line end; empty behind the last line.
    pub fn line<'t>(&self, text: &'t str, line: usize) -> &'t str {
        self.start(text, line).map_or("", |start| text[start..self.end(text, line)].trim_end_matches('\r'))
    }

    /// The byte offset at which a line (from 1) begins; none behind the last line.
    pub fn start(&self, text: &str, line: usize) -> Option<usize> {
        let before = line.checked_sub(1)?;
        let step = self.steps.partition_point(|counts| (counts.lines as usize) < before);
        if step == 0 {
            return Some(0);
        }
        let from = (step - 1) * STEP;
        let passed = self.steps[step - 1].lines as usize;
        let bytes = self.steps.get(step).map(|_| &text.as_bytes()[from..])?;
        memchr::memchr_iter(b'\n', bytes).nth(before - passed - 1).map(|at| from + at + 1)
    }

    /// The offset of the line end of a line, or of the end of the text.
    fn end(&self, text: &str, line: usize) -> usize {
        self.start(text, line + 1).map_or(text.len(), |next| next - 1)
    }

    fn counts(&self, text: &str, offset: usize) -> Counts {
        let offset = offset.min(text.len());
        let step = offset / STEP;
        let mut counts = self.steps[step];
        counts.add(step * STEP, &text.as_bytes()[step * STEP..offset]);
        counts
    }
}

impl Unit {
    /// How many units stand before an offset, of which the counts are known.
    fn count(self, offset: usize, counts: Counts) -> usize {
        match self {
            Unit::Byte => offset,
            Unit::Character => counts.characters as usize,
            Unit::Utf16 => (counts.characters + counts.pairs) as usize,
        }
    }

    fn width(self, letter: char) -> usize {
        match self {
            Unit::Byte => letter.len_utf8(),
            Unit::Character => 1,
            Unit::Utf16 => letter.len_utf16(),
        }
    }
}

impl Counts {
    /// Counts bytes that begin at an offset.
    fn add(&mut self, offset: usize, bytes: &[u8]) {
        if let Some(last) = memchr::memrchr(b'\n', bytes) {
            self.lines += memchr::memchr_iter(b'\n', &bytes[..=last]).count() as u32;
            self.line_start = (offset + last + 1) as u32;
        }
        self.pages += memchr::memchr_iter(b'\x0C', bytes).count() as u32;
        self.characters += number(bytes, |byte| byte & 0xC0 != 0x80);
        self.pairs += number(bytes, |byte| byte >= 0xF0);
    }
}

/// How many bytes are of a kind, summed in bytes as long as they do not overflow: that is fast.
fn number(bytes: &[u8], is_of_kind: impl Fn(u8) -> bool) -> u32 {
    let one = |byte: &u8| u8::from(is_of_kind(*byte));
    bytes.chunks(128).map(|chunk| u32::from(chunk.iter().map(one).sum::<u8>())).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const UNITS: [Unit; 3] = [Unit::Byte, Unit::Character, Unit::Utf16];

    /// Line and column as anybody would count them, slowly.
    fn counted(text: &str, offset: usize, unit: Unit) -> LineColumn {
        let before = &text[..offset];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let column = 1 + line.chars().map(|letter| unit.width(letter)).sum::<usize>();
        LineColumn { line: before.matches('\n').count() + 1, column }
    }

    #[test]
    fn columns_are_counted_in_each_unit() {
        let text = "ab\n日𠮷x\r\n\x0Clast";
        let index = LineIndex::new(text);
        let at = text.find('x').expect("the text has an x");
        let columns = UNITS.map(|unit| index.place(text, at, unit).column);
        assert_eq!(columns, [8, 3, 4]);
        let inside = UNITS.map(|unit| index.offset(text, LineColumn { line: 2, column: 3 }, unit));
        assert_eq!(inside, [None, Some(at), None]);
        assert_eq!((index.line(text, 2), index.line(text, 3), index.line(text, 4)), ("日𠮷x", "\x0Clast", ""));
        assert_eq!((index.page(text, 0), index.page(text, text.len())), (Some(1), Some(2)));
        assert_eq!((index.characters(text, at), LineIndex::new("").page("", 0)), (5, None));
        let beyond = [(2, 9), (3, 7), (4, 1), (0, 1), (1, 0)].map(|(line, column)| LineColumn { line, column });
        assert!(beyond.into_iter().all(|place| index.offset(text, place, Unit::Character).is_none()));
    }

    #[test]
    fn a_place_in_a_long_line_is_found_without_counting_it_whole() {
        let text = format!("ab\n{}\nlast", "日本".repeat(5000));
        let index = LineIndex::new(&text);
        for character in [0, 1, 340, 341, 342, 1364, 1365, 4000, 9999] {
            let place = LineColumn { line: 2, column: character + 1 };
            assert_eq!(index.place(&text, 3 + 3 * character, Unit::Character), place);
            assert_eq!(index.offset(&text, place, Unit::Character), Some(3 + 3 * character));
        }
        assert_eq!(index.start(&text, 3), Some(text.len() - 4));
    }

    proptest! {
        #[test]
        fn every_place_leads_back_to_its_offset(pieces in prop::collection::vec("[ab日é𠮷\n\r\x0C]{1,6}", 0..40), times in 1usize..20) {
            let text = pieces.concat().repeat(times);
            let index = LineIndex::new(&text);
            let offsets = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for (number, offset) in offsets.enumerate().filter(|(number, _)| number % (5 * times) == 0) {
                for unit in UNITS {
                    let place = index.place(&text, offset, unit);
                    prop_assert_eq!(place, counted(&text, offset, unit));
                    prop_assert_eq!(index.offset(&text, place, unit), Some(offset));
                }
                prop_assert_eq!(index.characters(&text, offset), number);
            }
        }

        #[test]
        fn lines_are_those_that_the_line_ends_part(text in "[a日\n]{0,40}", times in 1usize..30) {
            let text = text.repeat(times);
            let index = LineIndex::new(&text);
            let lines: Vec<&str> = text.split('\n').collect();
            let found: Vec<&str> = (1..=lines.len()).map(|line| index.line(&text, line)).collect();
            prop_assert_eq!(found, lines);
            prop_assert_eq!(index.start(&text, text.matches('\n').count() + 2), None);
        }

        #[test]
        fn any_place_has_an_offset_or_none(line in 0usize..9, column in 0usize..40, text in "[a日𠮷\n]{0,40}") {
            let index = LineIndex::new(&text);
            let place = LineColumn { line, column };
            for unit in UNITS {
                if let Some(offset) = index.offset(&text, place, unit) {
                    prop_assert_eq!(index.place(&text, offset, unit), place);
                }
            }
        }
    }
}
