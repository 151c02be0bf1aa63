//! Reads files of several formats to a text whose places are still those of the file.

mod extract;
mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;

pub(crate) use self::extract::Extract;
pub use self::extract::{Format, ReadError};

pub(crate) fn read(bytes: Vec<u8>, format: Format) -> Result<Extract, ReadError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(ReadError::TooLarge);
    }
    if format == Format::Pdf {
        return read_pdf(&bytes);
    }
    let file = String::from_utf8(bytes).map_err(|error| ReadError::NotUtf8(error.utf8_error().valid_up_to()))?;
    Ok(match format {
        Format::Html => html::read(file),
        Format::Markdown => {
            let (text, pieces) = html::with_characters(&file);
            Extract { markup: markdown::markup(&text), file: Some((file, pieces)), text, extractor: "markdown/2" }
        }
        Format::Plain | Format::Pdf => Extract { text: file, markup: Vec::new(), file: None, extractor: "plain/1" },
    })
}

#[cfg(feature = "pdf")]
fn read_pdf(bytes: &[u8]) -> Result<Extract, ReadError> {
    pdf::read(bytes)
}

#[cfg(not(feature = "pdf"))]
fn read_pdf(_: &[u8]) -> Result<Extract, ReadError> {
    Err(ReadError::NoPdf)
}
