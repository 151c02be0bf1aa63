//! The text of one page of a PDF, made of its characters and where they stand.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// Shares of the height of a letter: a step down that begins a line, one that begins a paragraph, a step aside that is a space, and one
/// that is the gap between two columns.
const LINE: f64 = 0.5;
const PARAGRAPH: f64 = 1.5;
const SPACE: f64 = 0.1;
const GUTTER: f64 = 1.0;
/// Letters that each half of a line has where two columns run into each other, and lines of which a page has so many.
const HALF: usize = 10;
const MIXED_LINES: usize = 8;

/// A page on which characters are put one after another.
pub(super) struct PageText {
    pub(super) text: String,
    most: usize,
    height: f64,
    last_end: f64,
    last_y: f64,
    begins: bool,
    /// The parts of lines: where each begins, how many letters it has, and whether it goes on behind a gap in the line before it.
    parts: Vec<Part>,
}

struct Part {
    start: f64,
    letters: usize,
    is_behind_gap: bool,
}

impl PageText {
    /// An empty page that takes so many bytes.
    pub(super) fn new(most: usize) -> Self {
        PageText {
            text: String::new(),
            most,
            height: 0.0,
            last_end: f64::MAX,
            last_y: 0.0,
            begins: false,
            parts: Vec::new(),
        }
    }

    /// Whether the lines of two columns stand behind each other, so that neither can be read on: on most lines a second part begins behind
    /// a gap, on all of these at the same place.
    pub(super) fn runs_in_mixed_columns(&self) -> bool {
        let lines = self.parts.iter().filter(|part| !part.is_behind_gap).count();
        let pairs = self.parts.windows(2).filter(|pair| {
            pair[1].is_behind_gap && !pair[0].is_behind_gap && pair.iter().all(|part| part.letters >= HALF)
        });
        let mut starts: Vec<f64> = pairs.map(|pair| pair[1].start).collect();
        starts.sort_by(f64::total_cmp);
        let Some(middle) = starts.get(starts.len() / 2) else { return false };
        let together = starts.iter().filter(|start| (*start - middle).abs() < 6.0).count();
        together >= MIXED_LINES && 2 * together > lines
    }
}

impl OutputDev for PageText {
    fn begin_page(&mut self, _: u32, page: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.height = page.ury - page.lly;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        size: f64,
        letter: &str,
    ) -> Result<(), OutputError> {
        if self.text.len() + letter.len() + 2 > self.most {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        let (x, y) = (place.m31, self.height - place.m32);
        // The side of a square as large as the letter's box.
        let size = ((size * place.m11 + size * place.m21) * (size * place.m12 + size * place.m22)).abs().sqrt();
        let down = (y - self.last_y).abs();
        let mut is_behind_gap = false;
        let mut begins_part = self.parts.is_empty();
        if self.begins {
            if down > size * PARAGRAPH {
                self.text.push('\n');
            }
            if x < self.last_end && down > size * LINE {
                self.text.push('\n');
                begins_part = true;
            }
            if x > self.last_end + size * SPACE {
                is_behind_gap = down <= size * LINE && x > self.last_end + size * GUTTER;
                begins_part |= is_behind_gap || down > size * PARAGRAPH;
                self.text.push(' ');
            }
        }
        if begins_part {
            self.parts.push(Part { start: x, letters: 0, is_behind_gap });
        }
        if let Some(part) = self.parts.last_mut() {
            part.letters += letter.chars().filter(|c| c.is_alphanumeric()).count();
        }
        // No page begins within a page, and no letter is a line's end.
        self.text.extend(letter.chars().map(|c| if matches!(c, '\x0C' | '\0') { ' ' } else { c }));
        self.begins = false;
        self.last_y = y;
        self.last_end = x + width * size;
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.begins = true;
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
