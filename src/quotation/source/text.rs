//! The text of a source of a map, as it is searched, recorded and shown.

use std::sync::OnceLock;

use crate::model::{Map, SourceId};

use super::place::Outline;
use super::reader::{Format, ReadError};
use super::source_text::SourceText;
use crate::quotation::lock::LockedSource;
use crate::quotation::position::Position;

/// The text of a source, and what a lock records of it.
#[derive(Debug)]
pub struct Text {
    /// The text, ready to be searched.
    pub source: SourceText,
    /// Its size, hash and reader.
    pub record: LockedSource,
    /// Its sections and paragraphs, counted when first asked for.
    outline: OnceLock<Outline>,
}

impl Text {
    /// Reads the bytes of a file.
    pub fn read(bytes: Vec<u8>, format: Format) -> Result<Self, ReadError> {
        let record = LockedSource::of_file(&bytes);
        let source = SourceText::read(bytes, format)?;
        let record = LockedSource { extractor: source.extractor().to_owned(), ..record };
        Ok(Text { record, source, outline: OnceLock::new() })
    }

    /// The place of an offset as a reader would look for it: `p. 7` where the pages have labels, else `III, para 2`, else the page; nothing of what stands in furniture
    /// or in large type beside the body.
    pub fn reader_place(&self, offset: usize) -> Option<String> {
        let place = || self.outline().place(offset).map(ToString::to_string);
        let page = self.source.position(offset).page.map(|page| format!("p. {}", self.source.page_label(page)));
        // Labelled pages are what a reader looks for first; a place in brackets holds neither brackets nor line ends.
        let labelled = page.clone().filter(|_| self.source.has_page_labels());
        labelled.or_else(|| place().filter(|place| !place.contains(['[', ']', '\n', '\r']))).or(page)
    }

    /// The sections and paragraphs of the body.
    pub(crate) fn outline(&self) -> &Outline {
        self.outline.get_or_init(|| Outline::new(&self.source))
    }
}

/// A place in the text of a source, which is called as its `text` calls it: `file:line:column, p. 3`; the page by its label, where the
/// text is here.
pub fn place_in(map: &Map, source: SourceId, text: Option<&Text>, position: Position) -> String {
    let Position { line, column, page } = position;
    let source = &map.sources[source];
    let file = map.text(source.text.unwrap_or(source.name));
    let label = |page: u32| text.map_or_else(|| page.to_string(), |text| text.source.page_label(page));
    let page = page.map_or(String::new(), |page| format!(", p. {}", label(page)));
    format!("{file}:{line}:{column}{page}")
}
