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
}

impl LineIndex {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        LineIndex { starts }
    }

    /// Where the byte at `offset` stands.
    pub fn line_column(&self, text: &str, offset: u32) -> LineColumn {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1] as usize;
        let column = text[start..offset as usize].chars().count() + 1;
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

#[cfg(test)]
mod tests {
    use super::*;

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
