//! Shows a page: for a terminal, as Markdown, as CSV, as JSON, as HTML, as LaTeX, as a document or a workbook, as a network. Knows nothing of arguments.
//!
//! Each format is a file here and a line in the list of formats. Whatever a page holds came from somebody's text, so every
//! format makes it safe in its own way: nothing in a map can move a cursor, run a formula or become markup.

mod anchors;
mod csv;
pub mod diagnostics;
#[cfg(feature = "office")]
mod docx;
mod dot;
mod flat;
mod graphml;
mod html;
mod json;
mod latex;
mod markdown;
mod missing;
mod natural;
mod options;
pub mod site;
mod terminal;
mod text;
mod walk;
mod wrap;
#[cfg(feature = "office")]
mod xlsx;
mod xml;

use std::io::{self, Write};

use crate::page::{Consumer, PageOf};

#[cfg(not(feature = "office"))]
use self::{missing as docx, missing as xlsx};

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
    /// The feature that it needs, and whether the program was built with it.
    feature: Option<(&'static str, bool)>,
    page: Show,
    /// How findings are shown, where not as any other page is.
    findings: Option<diagnostics::Show>,
}

/// A format of text for people, of which a row of the list says the rest.
const TEXT: Format = Format {
    name: "",
    endings: &[],
    about: "",
    consumer: Consumer::Person,
    binary: false,
    feature: None,
    page: missing::render,
    findings: None,
};

/// A format of word processors and spreadsheets.
const OFFICE: Format = Format { binary: true, feature: Some(("office", cfg!(feature = "office"))), ..TEXT };

/// All formats. The first is the one that is used unless another is asked for.
static FORMATS: [Format; 10] = [
    Format {
        name: "terminal",
        endings: &["txt"],
        about: "to be read here",
        page: terminal::render,
        findings: Some(diagnostics::terminal),
        ..TEXT
    },
    Format { name: "markdown", endings: &["md"], about: "to be put into a document", page: markdown::render, ..TEXT },
    Format {
        name: "csv",
        endings: &["csv"],
        about: "one table, for a spreadsheet",
        consumer: Consumer::Spreadsheet,
        page: csv::render,
        ..TEXT
    },
    Format {
        name: "json",
        endings: &["json"],
        about: "for programs",
        consumer: Consumer::Program,
        page: json::render,
        findings: Some(diagnostics::json),
        ..TEXT
    },
    Format {
        name: "html",
        endings: &["html", "htm"],
        about: "a page for a browser or a printer",
        page: html::render,
        ..TEXT
    },
    Format { name: "latex", endings: &["tex"], about: "a document of LaTeX, for a paper", page: latex::render, ..TEXT },
    Format {
        name: "docx",
        endings: &["docx"],
        about: "a document of a word processor, if built with `office`",
        page: docx::render,
        ..OFFICE
    },
    Format {
        name: "xlsx",
        endings: &["xlsx"],
        about: "one table in a workbook, if built with `office`",
        consumer: Consumer::Spreadsheet,
        page: xlsx::render,
        ..OFFICE
    },
    Format {
        name: "graphml",
        endings: &["graphml"],
        about: "a network, for programs that compute on it; of `network` alone",
        consumer: Consumer::Network,
        page: graphml::render,
        ..TEXT
    },
    Format {
        name: "dot",
        endings: &["dot", "gv"],
        about: "a network, to be drawn by Graphviz; of `network` alone",
        consumer: Consumer::Network,
        page: dot::render,
        ..TEXT
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

    /// The feature that the program would have to be built with to make it; `None` where it makes it.
    pub fn missing_feature(&self) -> Option<&'static str> {
        self.feature.filter(|(_, is_there)| !is_there).map(|(feature, _)| feature)
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
