//! Shows a page: for a terminal, as Markdown, as CSV, as JSON, as HTML, as LaTeX, as a network. Knows nothing of arguments.
//!
//! Each format is a file here and a line in the list of formats. Whatever a page holds came from somebody's text, so every
//! format makes it safe in its own way: nothing in a map can move a cursor, run a formula or become markup.

mod anchors;
mod csv;
pub mod diagnostics;
mod dot;
mod graphml;
mod html;
mod json;
mod latex;
mod markdown;
mod natural;
mod options;
mod terminal;
mod text;
mod walk;
mod wrap;

use std::io::{self, Write};

use crate::page::{Consumer, PageOf};

pub use self::options::{Address, Options};
pub use text::safe;

/// How a format writes a page, byte by byte.
type Show = fn(&PageOf<'_>, &Options, &mut dyn Write) -> io::Result<()>;

/// One way of showing a page.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    name: &'static str,
    /// How names of files end that hold it.
    endings: &'static [&'static str],
    about: &'static str,
    consumer: Consumer,
    /// Whether it is no text, so that a terminal must not get it.
    binary: bool,
    page: Show,
    /// How findings are shown, where not as any other page is.
    findings: Option<diagnostics::Show>,
}

/// All formats. The first is the one that is used unless another is asked for.
static FORMATS: [Format; 8] = [
    Format {
        name: "terminal",
        endings: &["txt"],
        about: "to be read here",
        consumer: Consumer::Person,
        binary: false,
        page: terminal::render,
        findings: Some(diagnostics::terminal),
    },
    Format {
        name: "markdown",
        endings: &["md"],
        about: "to be put into a document",
        consumer: Consumer::Person,
        binary: false,
        page: markdown::render,
        findings: None,
    },
    Format {
        name: "csv",
        endings: &["csv"],
        about: "one table, for a spreadsheet",
        consumer: Consumer::Spreadsheet,
        binary: false,
        page: csv::render,
        findings: None,
    },
    Format {
        name: "json",
        endings: &["json"],
        about: "for programs",
        consumer: Consumer::Program,
        binary: false,
        page: json::render,
        findings: Some(diagnostics::json),
    },
    Format {
        name: "html",
        endings: &["html", "htm"],
        about: "a page for a browser or a printer",
        consumer: Consumer::Person,
        binary: false,
        page: html::render,
        findings: None,
    },
    Format {
        name: "latex",
        endings: &["tex"],
        about: "a document of LaTeX, for a paper",
        consumer: Consumer::Person,
        binary: false,
        page: latex::render,
        findings: None,
    },
    Format {
        name: "graphml",
        endings: &["graphml"],
        about: "a network, for programs that compute on it; of `network` alone",
        consumer: Consumer::Network,
        binary: false,
        page: graphml::render,
        findings: None,
    },
    Format {
        name: "dot",
        endings: &["dot", "gv"],
        about: "a network, to be drawn by Graphviz; of `network` alone",
        consumer: Consumer::Network,
        binary: false,
        page: dot::render,
        findings: None,
    },
];

impl Format {
    /// Every format, in the order of the table.
    pub fn all() -> impl Iterator<Item = Format> + Clone {
        FORMATS.iter().copied()
    }

    /// Purpose of the format.
    pub fn about(&self) -> &'static str {
        self.about
    }

    /// Name on the command line.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Whether it is no text: then it goes to a file or a pipe, and never to a terminal.
    pub fn is_binary(&self) -> bool {
        self.binary
    }

    /// The reader of the format, and so what has to be on a page that is shown in it.
    pub fn consumer(&self) -> Consumer {
        self.consumer
    }

    /// The format that the ending of a file's name asks for.
    pub fn of_ending(ending: &str) -> Option<Format> {
        FORMATS.iter().find(|format| format.endings.contains(&ending)).copied()
    }
}

impl Default for Format {
    fn default() -> Self {
        FORMATS[0]
    }
}

/// Formats are compared by name, which is unique.
impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

/// Writes the page in this format; a text ends with a line end. Fails only where `out` does.
pub fn render(page: &PageOf<'_>, format: Format, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    (format.page)(page, options, out)
}

/// Text that `write` writes: for the formats that are no bytes but letters.
pub fn text(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("memory takes every byte");
    String::from_utf8(bytes).expect("a format of text writes text")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_known_by_one_name() {
        for (number, format) in Format::all().enumerate() {
            assert!(Format::all().take(number).all(|other| other != format), "{} twice", format.name());
        }
        assert_eq!(Format::default().name(), "terminal");
    }
}
