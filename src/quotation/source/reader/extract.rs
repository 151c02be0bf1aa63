//! A text taken out of a file, and why there may be none.

use std::fmt;
use std::ops::Range;

/// The format of a source's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text as it is.
    Plain,
    /// Markdown: the targets of links and comments are no text.
    Markdown,
    /// HTML: the text between the tags.
    Html,
    /// PDF, with the feature `pdf`.
    Pdf,
}

impl Format {
    /// The format that a file name's extension tells.
    pub fn of_name(name: &str) -> Self {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            "pdf" => Self::Pdf,
            _ => Self::Plain,
        }
    }
}

/// Why a file gives no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// A byte that is not UTF-8, at this offset.
    NotUtf8(usize),
    /// Four gigabytes or more.
    TooLarge,
    /// This build reads no PDF.
    NoPdf,
    /// A PDF that cannot be read.
    Pdf(String),
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8(offset) => write!(formatter, "byte {offset} is not UTF-8"),
            Self::TooLarge => write!(formatter, "a text of four gigabytes or more"),
            Self::NoPdf => write!(formatter, "this build reads no PDF (feature `pdf`)"),
            Self::Pdf(reason) => write!(formatter, "the PDF cannot be read: {reason}"),
        }
    }
}

impl std::error::Error for ReadError {}

/// Pages of a text on which nobody should rely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Reason why nobody should.
    pub kind: DoubtKind,
    /// The pages, from 1, ascending.
    pub pages: Vec<u32>,
}

/// Reason to doubt the text of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoubtKind {
    /// The page is broken and has no text, or not all of it.
    Unread,
    /// The lines of two columns stand behind each other.
    MixedColumns,
}

/// Text that a reader takes out of a file.
#[derive(Debug, Default)]
pub(crate) struct Extract {
    pub(crate) text: String,
    /// Ranges of the text that are marks of its format.
    pub(crate) markup: Vec<Range<usize>>,
    /// The file, where the text is not the file itself, and where each stretch of the text began in it.
    pub(crate) file: Option<(String, Vec<(usize, usize)>)>,
    /// The labels of its pages, where the file has labels.
    pub(crate) labels: Vec<String>,
    /// Pages that were not read as they should be.
    pub(crate) doubts: Vec<Doubt>,
    /// Name and version, as the lock records it.
    pub(crate) extractor: &'static str,
}
