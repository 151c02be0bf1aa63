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

/// Text that a reader takes out of a file.
pub(crate) struct Extract {
    pub(crate) text: String,
    /// Ranges of the text that are marks of its format.
    pub(crate) markup: Vec<Range<usize>>,
    /// The file, where the text is not the file itself, and where each stretch of the text began in it.
    pub(crate) file: Option<(String, Vec<(usize, usize)>)>,
    /// Name and version, as the lock records it.
    pub(crate) extractor: &'static str,
}
