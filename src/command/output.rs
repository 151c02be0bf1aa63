//! Where a page goes, and in which format.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::TypedValueParser;

use crate::file::{ENDING, LOCK, SETTINGS, is_protected, shown, write_whole};
use crate::page::{Consumer, PageOf};
use crate::render::{Format, Options, render};

use super::links::{Addresses, has_links};
use super::outcome::{Failure, print};
use super::pager::{Paged, wanted};
use super::words::{of_words, one_of};

/// How a page is shown.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
#[expect(clippy::struct_field_names, reason = "the option is called so")]
pub struct Output {
    /// How to show it; with --output, the ending of the file tells
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub format: Option<Format>,
    /// Write to this file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// When to use colours; NO_COLOR is respected
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = one_of(Color::WORDS))]
    pub color: Color,
    /// Show long output at once, and not through a pager
    #[arg(long)]
    pub no_pager: bool,
    /// How many columns there are [default: those of the terminal, else 80]
    #[arg(long, value_name = "COLUMNS", value_parser = columns)]
    pub width: Option<usize>,
}

/// When to use colours.
#[derive(Debug, Clone, Copy)]
pub enum Color {
    /// In a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    const WORDS: &[(Color, &str, &str)] = &[
        (Color::Auto, "auto", "In a terminal, unless NO_COLOR is set"),
        (Color::Always, "always", "Always"),
        (Color::Never, "never", "Never"),
    ];
}

fn formats() -> impl TypedValueParser<Value = Format> {
    of_words(Format::all().map(|format| (format, format.name(), format.about())))
}

fn columns(word: &str) -> Result<usize, String> {
    word.parse().map_err(|_| "a width is a number of columns, such as 100".to_owned())
}

/// Columns where nobody says how many there are.
const COLUMNS: usize = 80;

/// Writes to a file, whole or not at all; never to one that was read.
fn write_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    if is_of_a_map(path) {
        return Err(Failure(format!(
            "{} would be a file of a map: nothing was written\nhelp: give the output another name, such as page.txt or page.html",
            shown(path)
        )));
    }
    if is_protected(path) {
        return Err(Failure(format!(
            "{} was read, or is the text of a source: nothing was written\nhelp: give the output another name",
            shown(path)
        )));
    }
    let mut bytes = Vec::new();
    write(&mut bytes).map_err(|cause| Failure(format!("cannot make {}: {cause}", shown(path))))?;
    Ok(write_whole(path, &bytes)?)
}

/// Writes to this file, or to standard output as it comes.
pub fn write_to(path: Option<&Path>, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    match path {
        Some(path) => write_file(path, write),
        None => print(write),
    }
}

/// Whether a file is called as those of a map are, itself or behind a link.
fn is_of_a_map(path: &Path) -> bool {
    let is_called = |path: &Path| {
        path.extension().is_some_and(|ending| ending == ENDING)
            || path.file_name().is_some_and(|name| name == SETTINGS || name == LOCK)
    };
    is_called(path) || std::fs::canonicalize(path).is_ok_and(|real| is_called(&real))
}

impl Output {
    /// The format asked for, or the one that the name of the output file asks for; refused where nobody could read it.
    pub fn format(&self) -> Result<Format, Failure> {
        let ending = self.output.as_ref().and_then(|path| path.extension()).map(|ending| ending.to_string_lossy());
        let format = match (self.format, ending) {
            (Some(format), _) => format,
            (None, None) => Format::default(),
            (None, Some(ending)) => Format::of_ending(&ending).ok_or_else(|| {
                Failure(format!("`.{ending}` is the ending of no format\nhelp: say which is meant with --format"))
            })?,
        };
        if let Some(feature) = format.missing_feature() {
            return Err(Failure(format!(
                "this program was built without {}\nhelp: install it with the feature `{feature}`: `cargo install --path . --features \
                 {feature}`",
                format.name()
            )));
        }
        if format.is_binary() && self.is_for_terminal() {
            return Err(Failure(format!(
                "{} is no text, and a terminal would take it for orders\nhelp: name a file with --output, or send it on with `|` or `>`",
                format.name()
            )));
        }
        Ok(format)
    }

    /// Whether a person reads it as it comes.
    fn is_for_terminal(&self) -> bool {
        self.output.is_none() && io::stdout().is_terminal()
    }

    /// Where places in files lead: in the format of a terminal only where that has links, and never in a pipe.
    pub fn addresses(&self, format: Format) -> Addresses {
        if format != Format::default() {
            return Addresses::beside(self.output.as_deref());
        }
        let variable = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        let is_wanted = !matches!(self.color, Color::Never) && self.is_for_terminal() && has_links(variable);
        if is_wanted { Addresses::on_this_machine() } else { Addresses::none() }
    }

    /// Width, colour and addresses.
    pub fn options<'a>(&self, addresses: &'a Addresses) -> Options<'a> {
        let terminal = self.is_for_terminal();
        let columns = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = self.width.or_else(|| if terminal { columns() } else { None }).unwrap_or(COLUMNS);
        let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let color = match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                terminal && !is_set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
            }
        };
        Options { width, color, address: addresses.address() }
    }

    /// Shows a page.
    pub fn show(&self, page: &PageOf<'_>) -> Result<(), Failure> {
        let format = if page.graph.is_some() { self.format()? } else { self.flat_format()? };
        let addresses = self.addresses(format);
        let options = self.options(&addresses);
        self.write(|out| render(page, format, &options, out))
    }

    /// The format asked for, of something that is no network.
    pub fn flat_format(&self) -> Result<Format, Failure> {
        let format = self.format()?;
        match format.consumer() {
            Consumer::Network => Err(Failure(format!(
                "this is no network, and {} is a format for networks\nhelp: `counterpoint network` makes one, of authors, of \
                 issues or of statements",
                format.name()
            ))),
            _ => Ok(format),
        }
    }

    /// Writes what `write` writes to where it was asked for: to a file whole or not at all, elsewhere as it comes.
    pub fn write(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        match &self.output {
            Some(path) => write_file(path, write),
            None => self.print(write),
        }
    }

    /// Writes to standard output; on a terminal through the reader's pager where it is long.
    fn print(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let pager = Some(())
            .filter(|()| !self.no_pager && self.is_for_terminal())
            .and_then(|()| wanted(|name| std::env::var_os(name)));
        let Some(pager) = pager else { return print(write) };
        print(|out| {
            let mut paged = io::BufWriter::with_capacity(1 << 16, Paged::new(pager, out));
            let shown = write(&mut paged).and_then(|()| paged.flush());
            // Whatever became of it, a pager is waited for.
            let (paged, _) = paged.into_parts();
            paged.finish().and(shown)
        })
    }
}
