//! The parts of a document in their zip, each with the same date, so that the same page has the same bytes.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::render::xml::{DECLARATION, escaped};

const TYPES: &str = include_str!("types.xml");
const RELATIONS: &str = include_str!("relations.xml");
const RELATIONS_OF_DOCUMENT: &str = include_str!("document.relations.xml");
const STYLES: &str = include_str!("styles.xml");

/// Signs of the levels of a list.
const BULLETS: [&str; 3] = ["•", "–", "·"];

/// A document with this title and this body.
pub(super) fn package(title: &str, body: &str) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let parts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("docProps/core.xml", core(title)),
        ("word/document.xml", document(body)),
        ("word/_rels/document.xml.rels", RELATIONS_OF_DOCUMENT.to_owned()),
        ("word/styles.xml", STYLES.to_owned()),
        ("word/numbering.xml", numbering()),
    ];
    for (name, text) in parts {
        zip.start_file(name, options).map_err(io::Error::other)?;
        zip.write_all(DECLARATION.as_bytes())?;
        zip.write_all(text.trim_end().as_bytes())?;
    }
    Ok(zip.finish().map_err(io::Error::other)?.into_inner())
}

fn document(body: &str) -> String {
    format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}<w:sectPr>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" \
         w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

/// Properties of the document. Its date is always the same: a page does not know when it was made.
fn core(title: &str) -> String {
    format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>Counterpoint</dc:creator>\
         <dc:language>en</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z</dcterms:created>\
         </cp:coreProperties>",
        escaped(title)
    )
}

/// Levels of a list, each standing in further than the one above it.
fn numbering() -> String {
    let level = |level: usize| {
        let (sign, left) = (BULLETS[level % BULLETS.len()], 360 * (level + 1));
        format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"{sign}\"/><w:lvlJc \
             w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"360\"/></w:pPr></w:lvl>"
        )
    };
    let levels: String = (0..9).map(level).collect();
    format!(
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum \
         w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{levels}</w:abstractNum><w:num w:numId=\"1\">\
         <w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}
