//! Files and texts that were read before: kept by content, so that only what changed is read, parsed or searched again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use crate::file::File;
use crate::quotation::{Searched, Text};
use crate::syntax::Parsed;

/// Files and texts that were read before; empty, where a map is loaded once.
#[derive(Debug, Default)]
pub struct Known {
    files: HashMap<PathBuf, KnownFile>,
    texts: HashMap<PathBuf, Arc<Text>>,
    /// Real paths of files and folders in which something may have changed since all was looked at.
    touched: HashSet<PathBuf>,
    /// Results of searching quotations.
    pub searched: Searched,
}

/// A map file that was read before.
#[derive(Debug)]
pub struct KnownFile {
    /// The file as it was read last.
    pub file: File,
    /// Tree and findings of the content.
    pub parsed: Parsed,
    /// Whether it has to be read again, and may have changed.
    pub is_stale: bool,
}

impl Known {
    /// Remembers a map file by its real path.
    pub fn add_file(&mut self, real: PathBuf, file: File, parsed: Parsed) {
        self.files.insert(real, KnownFile { file, parsed, is_stale: false });
    }

    /// Hands out a map file. What is not asked for by the end of a load is forgotten.
    pub fn take_file(&mut self, real: &Path) -> Option<Box<KnownFile>> {
        let is_stale = self.is_touched(real);
        self.files.remove(real).map(|known| Box::new(KnownFile { is_stale, ..known }))
    }

    /// The text of a source, if it was read before, and whether it may have changed.
    pub fn text(&self, real: &Path) -> Option<(&Arc<Text>, bool)> {
        self.texts.get(real).map(|text| (text, self.is_touched(real)))
    }

    /// Says that a file, or something in a folder, may have changed.
    pub fn touch(&mut self, real: PathBuf) {
        self.touched.insert(real);
    }

    /// Takes note that everything was looked at: these are the texts that are there, and nothing has changed since.
    pub fn settle(&mut self, texts: impl Iterator<Item = (PathBuf, Arc<Text>)>) {
        self.files.clear();
        self.touched.clear();
        self.texts = texts.collect();
    }

    fn is_touched(&self, real: &Path) -> bool {
        !self.touched.is_empty() && real.ancestors().any(|folder| self.touched.contains(folder))
    }
}
