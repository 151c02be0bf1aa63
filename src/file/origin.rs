//! Where the files of a map are taken from: the disk as it lies, or a revision that git keeps.

use std::io;
use std::path::{Path, PathBuf};

use super::File;
use super::git::Revision;
use super::read::{self, ReadError};

/// Where the files of a map are taken from.
#[derive(Debug)]
pub enum Origin {
    /// The disk.
    Disk,
    /// A revision of a repository.
    Revision(Revision),
}

impl Origin {
    /// The paths of the map files that `path` stands for: itself if it is a file, all `.arg` files below it in name order if
    /// it is a folder.
    pub fn map_files(&self, path: &Path) -> Result<Vec<PathBuf>, ReadError> {
        match self {
            Origin::Disk => read::map_files(path),
            Origin::Revision(revision) => revision.map_files(path),
        }
    }

    /// Reads files, in the given order.
    pub fn read_files(&self, paths: &[PathBuf]) -> Result<Vec<File>, ReadError> {
        match self {
            Origin::Disk => read::read_files(paths),
            Origin::Revision(revision) => revision.read_files(paths),
        }
    }

    /// The real path of a file or folder, all links followed.
    pub fn real(&self, path: &Path) -> io::Result<PathBuf> {
        match self {
            Origin::Disk => std::fs::canonicalize(path),
            Origin::Revision(revision) => revision.real(path),
        }
    }

    /// Whether a real path is a file.
    pub fn is_file(&self, real: &Path) -> bool {
        match self {
            Origin::Disk => real.is_file(),
            Origin::Revision(revision) => revision.is_file(real),
        }
    }

    /// Whether a path is a folder, or a link to one.
    pub fn is_folder(&self, path: &Path) -> bool {
        match self {
            Origin::Disk => path.is_dir(),
            Origin::Revision(revision) => revision.is_folder(path),
        }
    }
}
