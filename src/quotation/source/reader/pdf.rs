//! The text of a PDF, its pages parted by form feeds.

use std::panic::catch_unwind;

use super::extract::{Extract, ReadError};

pub(super) fn read(bytes: &[u8]) -> Result<Extract, ReadError> {
    // The library panics on some broken files; a broken file is no reason to stop.
    let pages = catch_unwind(|| pdf_extract::extract_text_from_mem_by_pages(bytes))
        .map_err(|_| ReadError::Pdf("it is broken".to_owned()))?
        .map_err(|error| ReadError::Pdf(error.to_string()))?;
    Ok(Extract { text: pages.join("\x0C"), markup: Vec::new(), file: None, extractor: "pdf-extract/0.12" })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_broken_file_is_an_error() {
        assert!(read(b"%PDF-1.7 and nothing more").is_err());
        assert!(read(b"").is_err());
    }
}
