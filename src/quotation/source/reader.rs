//! Reads files of several formats to a text whose places are still those of the file.

mod extract;
mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;

pub(crate) use self::extract::Extract;
pub use self::extract::{Doubt, DoubtKind, Format, ReadError};

pub(crate) fn read(bytes: Vec<u8>, format: Format) -> Result<Extract, ReadError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(ReadError::TooLarge);
    }
    if format == Format::Pdf {
        return read_pdf(&bytes);
    }
    let file = decode(bytes)?;
    Ok(match format {
        Format::Html => html::read(file),
        Format::Markdown => {
            let (text, pieces) = html::with_characters(&file);
            Extract {
                markup: markdown::markup(&text),
                file: Some((file, pieces)),
                text,
                extractor: "markdown/3",
                ..Extract::default()
            }
        }
        Format::Plain | Format::Pdf => Extract { text: file, extractor: "plain/1", ..Extract::default() },
    })
}

/// A text in UTF-8, or in UTF-16 behind a byte-order mark; with line ends that are line ends.
fn decode(bytes: Vec<u8>) -> Result<String, ReadError> {
    let wide: fn([u8; 2]) -> u16 = match bytes[..bytes.len().min(2)] {
        [0xFF, 0xFE] => u16::from_le_bytes,
        [0xFE, 0xFF] => u16::from_be_bytes,
        _ => {
            let text =
                String::from_utf8(bytes).map_err(|error| ReadError::NotUtf8(error.utf8_error().valid_up_to()))?;
            let has_old_line_ends = memchr::memchr(b'\r', text.as_bytes()).is_some() && !text.contains('\n');
            return Ok(if has_old_line_ends { text.replace('\r', "\n") } else { text });
        }
    };
    let units = bytes[2..].as_chunks::<2>().0.iter().map(|unit| wide(*unit));
    Ok(char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

#[cfg(feature = "pdf")]
fn read_pdf(bytes: &[u8]) -> Result<Extract, ReadError> {
    pdf::read(bytes)
}

#[cfg(not(feature = "pdf"))]
fn read_pdf(_: &[u8]) -> Result<Extract, ReadError> {
    Err(ReadError::NoPdf)
}
