//! From byte offsets to the lines and columns that people count.

/// A place as an editor shows it: both numbers from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// The offsets at which the lines of a text begin.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// Inside of long lines, every [`STRIDE`] bytes: how many characters stand between there and the start of the line.
    /// So a place costs no more in a line of fifty megabytes.
    strides: Vec<(u32, u32)>,
}

/// How many bytes are counted at most to find a column.
const STRIDE: usize = 4096;

impl LineIndex {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        let mut strides = Vec::new();
        for (number, &start) in starts.iter().enumerate() {
            let (start, end) = (start as usize, starts.get(number + 1).map_or(text.len(), |&next| next as usize));
            let mut counted = 0;
            for at in (start + STRIDE..end).step_by(STRIDE) {
                counted += characters(&text.as_bytes()[at - STRIDE..at]);
                strides.push((at as u32, counted as u32));
            }
        }
        LineIndex { starts, strides }
    }

    /// Where the byte at `offset` stands.
    pub fn line_column(&self, text: &str, offset: u32) -> LineColumn {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1];
        let stride = self.strides[..self.strides.partition_point(|&(at, _)| at <= offset)].last();
        let (from, counted) = stride.copied().filter(|&(at, _)| at > start).unwrap_or((start, 0));
        let column = counted as usize + characters(&text.as_bytes()[from as usize..offset as usize]) + 1;
        LineColumn { line, column }
    }

    /// The bytes of a line (from 1) without its line end; empty behind the last line.
    pub fn line<'t>(&self, text: &'t str, line: usize) -> &'t str {
        let Some(&start) = self.starts.get(line - 1) else { return "" };
        let end = self.starts.get(line).map_or(text.len(), |&next| next as usize - 1);
        text[start as usize..end].trim_end_matches('\r')
    }

    /// The offset at which a line (from 1) begins.
    pub fn start(&self, line: usize) -> u32 {
        self.starts[line - 1]
    }
}

/// How many characters begin in these bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_a_long_line_are_found_without_counting_it_whole() {
        let text = format!("ab\n{}\nlast", "日本".repeat(5000));
        let index = LineIndex::new(&text);
        for character in [0, 1, 1364, 1365, 1366, 4000, 9999] {
            let place = LineColumn { line: 2, column: character + 1 };
            assert_eq!(index.line_column(&text, 3 + 3 * character as u32), place);
        }
        assert_eq!(index.line_column(&text, text.len() as u32), LineColumn { line: 3, column: 5 });
    }

    #[test]
    fn counts_lines_and_characters_from_one() {
        let text = "ab\n日本語\r\nlast";
        let index = LineIndex::new(text);
        assert_eq!(index.line_column(text, 0), LineColumn { line: 1, column: 1 });
        assert_eq!(index.line_column(text, 9), LineColumn { line: 2, column: 3 });
        assert_eq!(index.line_column(text, text.len() as u32), LineColumn { line: 3, column: 5 });
        assert_eq!(index.line(text, 2), "日本語");
        assert_eq!(index.line(text, 3), "last");
    }
}
