//! Files as they were read: their text, and places in it.

pub mod git;
mod named;
mod pipe;
mod protected;
mod read;
mod span;
mod system;
#[cfg(feature = "cli")]
mod write;

use std::sync::{Arc, OnceLock};

use crate::text::{LineColumn, LineIndex, Unit};

pub use named::{NamedError, find_named, find_within, read_named};
pub use protected::{is_protected, protect};
pub use read::{
    Damage, ENDING, LOCK, ReadError, SETTINGS, decode, find_map, is_larger, leads_back, map_files, read_bytes,
    read_file, read_files, shown,
};
pub use span::{FileId, Span};
pub use system::{Disk, Kind, Listed, Memory, Overlay, System, is_file, is_folder};
#[cfg(feature = "cli")]
pub use write::{WriteError, write_whole};

/// One file of a map: the path a person knows it by, and its text.
#[derive(Debug)]
pub struct File {
    /// The path as it is shown, with `/` between its parts; never absolute unless the user wrote it so.
    pub path: String,
    /// The text. A byte that was not UTF-8 is held as `?`, so that offsets are those of the file.
    pub text: String,
    /// Damage to the bytes, if any: such a file is never written back.
    pub damage: Option<Damage>,
    /// The bytes as they were read, where something was wrong with them.
    pub raw: Vec<u8>,
    line_index: OnceLock<LineIndex>,
}

impl File {
    /// A file with this path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        File { path: path.into(), text: text.into(), damage: None, raw: Vec::new(), line_index: OnceLock::new() }
    }

    /// A file made of raw bytes, which may not all be UTF-8.
    pub fn from_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        let (text, damaged) = decode(bytes);
        let (damage, raw) = damaged.map_or((None, Vec::new()), |(damage, raw)| (Some(damage), raw));
        File { damage, raw, ..File::new(path, text) }
    }

    /// The same file, known by another path.
    pub fn shown_as(self, path: impl Into<String>) -> Self {
        File { path: path.into(), ..self }
    }

    /// Whether this and another file hold the same bytes, as far as they were read.
    pub fn has_content_of(&self, other: &File) -> bool {
        self.text == other.text && self.damage == other.damage && self.raw == other.raw
    }

    /// Where the lines begin; found when first asked for.
    pub fn line_index(&self) -> &LineIndex {
        self.line_index.get_or_init(|| LineIndex::new(&self.text))
    }
}

/// All files of a map, in the order in which they are read: by path. A copy shares their texts.
#[derive(Debug, Default, Clone)]
pub struct Files {
    files: Vec<Arc<File>>,
}

impl Files {
    /// Adds a file and says how it is known from now on.
    pub fn add(&mut self, file: File) -> FileId {
        let id = FileId::new(self.files.len());
        self.files.push(Arc::new(file));
        id
    }

    /// The file of this id.
    pub fn get(&self, id: FileId) -> &File {
        &self.files[id.index()]
    }

    /// The bytes that a span covers, as they stand in the file.
    pub fn text(&self, span: Span) -> &str {
        &self.get(span.file).text[span.start as usize..span.end as usize]
    }

    /// Line and column, both from 1, of the first byte of a span.
    pub fn place(&self, span: Span) -> LineColumn {
        let file = self.get(span.file);
        file.line_index().place(&file.text, span.start as usize, Unit::Character)
    }

    /// `path:line`, as a person would look it up.
    pub fn path_and_line(&self, span: Span) -> String {
        format!("{}:{}", self.get(span.file).path, self.place(span).line)
    }

    /// Every file, in order, for whoever keeps them longer than the map; nobody else may hold these files by then.
    pub fn into_vec(self) -> Vec<File> {
        self.files.into_iter().filter_map(Arc::into_inner).collect()
    }

    /// Every file with its id, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (FileId, &File)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId::new(index), file.as_ref()))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file at all.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
