//! Promises of the matching of quotations, on texts that people wrote and on texts made here.

mod documents;
mod draw;
mod edits;
mod extraction;
mod golden;
mod hostile;
mod liberties;
mod made;
mod pdf;
mod places;
mod recall;
mod record;

use counterpoint::quotation::{Finding, Format, Text};

/// A plain text, read as the program reads it.
fn plain(text: &str) -> Text {
    read(text, Format::Plain)
}

/// A file, read as the program reads it.
fn read(file: &str, format: Format) -> Text {
    Text::read(file.as_bytes().to_vec(), format).expect("the text is UTF-8, and small")
}

/// Whether a quotation of which this was found is refused.
fn is_denied(finding: &Finding) -> bool {
    finding.fidelity.is_denied(finding.severity)
}
