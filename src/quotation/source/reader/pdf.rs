//! The text of a PDF, its pages parted by form feeds, with the labels that its pages have.

mod bounds;
mod page_labels;
mod page_text;
mod unpacking;

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use pdf_extract::{Document, output_doc_page};
use rayon::ThreadPoolBuilder;

use super::extract::{Doubt, DoubtKind, Extract, ReadError};
use bounds::Bounds;
use page_text::PageText;

/// Bytes of the stack on which a PDF is read: files may nest what is in them.
const STACK: usize = 1 << 26;
/// Bytes of text that are taken out of one file.
const TEXT_BYTES: usize = 1 << 28;

thread_local! {
    /// Whether a PDF is being read here, so that nothing is printed of what the library finds impossible.
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

/// Reads a PDF within bounds. The library panics on some broken files, and a broken file is no reason to stop: it is read on a stack of
/// its own, and a panic is an error like any other.
pub(super) fn read(bytes: &[u8]) -> Result<Extract, ReadError> {
    static SILENT: Once = Once::new();
    SILENT.call_once(|| {
        let others = take_hook();
        set_hook(Box::new(move |panic| {
            if !IS_READING.get() {
                others(panic);
            }
        }));
    });
    let reader = ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build();
    let reader = reader.map_err(|error| ReadError::Pdf(error.to_string()))?;
    let read = || {
        IS_READING.set(true);
        extract(bytes)
    };
    catch_unwind(AssertUnwindSafe(|| reader.install(read)))
        .unwrap_or_else(|_| Err(ReadError::Pdf("it is broken".to_owned())))
}

fn extract(bytes: &[u8]) -> Result<Extract, ReadError> {
    let reason = |text: &str| ReadError::Pdf(text.to_owned());
    if !bytes[..bytes.len().min(1024)].windows(5).any(|start| start == b"%PDF-") {
        return Err(reason("it does not begin as a PDF does"));
    }
    if !unpacking::are_lists_bounded(bytes) {
        return Err(reason("its lists of objects are larger than is read"));
    }
    let mut document = Document::load_mem(bytes).map_err(|_| reason("it is broken"))?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(reason("it is locked by a password; save a copy without one, and name that"));
    }
    let mut bounds = Bounds::keep_within(&mut document).map_err(reason)?;
    let pages = document.get_pages();
    let mut text = String::new();
    let (mut unread, mut mixed) = (Vec::new(), Vec::new());
    for (index, (number, id)) in pages.iter().enumerate() {
        if index > 0 {
            text.push('\x0C');
        }
        let mut page = PageText::new(TEXT_BYTES.saturating_sub(text.len()));
        let is_sound = bounds::is_page_sound(&document, *id)
            && bounds.admits(&document, *id)
            && catch_unwind(AssertUnwindSafe(|| output_doc_page(&document, &mut page, *number)))
                .is_ok_and(|read| read.is_ok());
        if !is_sound {
            unread.push(index as u32 + 1);
        }
        if page.runs_in_mixed_columns() {
            mixed.push(index as u32 + 1);
        }
        text.push_str(&page.text);
    }
    if text.len() >= TEXT_BYTES {
        return Err(reason("it holds more text than anybody can read"));
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(reason(if unread.is_empty() {
            "there is no text in it, only pictures of its pages; have them recognised (OCR), and name what comes of that"
        } else {
            "none of its pages can be read"
        }));
    }
    let doubts =
        [Doubt { kind: DoubtKind::Unread, pages: unread }, Doubt { kind: DoubtKind::MixedColumns, pages: mixed }];
    Ok(Extract {
        text,
        labels: page_labels::labels(&document, pages.len()),
        doubts: doubts.into_iter().filter(|doubt| !doubt.pages.is_empty()).collect(),
        extractor: "pdf-extract/0.12+1",
        ..Extract::default()
    })
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
