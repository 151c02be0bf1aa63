//! Where files are taken from: one small trait, so that a map on the disk, in a revision or in memory is loaded in one way.

mod disk;
mod memory;
mod overlay;
mod revision;

use std::ffi::OsString;
use std::fmt::Debug;
use std::io;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;

pub use disk::Disk;
pub use memory::Memory;
pub use overlay::Overlay;

/// Files around a map, as far as reading it needs them. Nothing in it writes.
pub trait System: Debug + Send + Sync {
    /// Entries of a folder, in any order.
    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>>;

    /// All bytes of a file. One that is larger than a place in it can tell is [`io::ErrorKind::FileTooLarge`], and is not read.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// How many bytes a file has, where that is known before it is read.
    fn size(&self, _path: &Path) -> Option<u64> {
        None
    }

    /// Kind of file at a path, with all links followed: never [`Kind::Link`].
    fn kind(&self, path: &Path) -> io::Result<Kind>;

    /// The one path of a file or folder that holds no link and no `..`.
    fn real(&self, path: &Path) -> io::Result<PathBuf>;

    /// A path from the root on, whether or not anything lies there; `..` stays in it.
    fn absolute(&self, path: &Path) -> io::Result<PathBuf>;

    /// All bytes of a file as they were at one moment; an error where somebody writes it meanwhile.
    fn read_at_one_moment(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.read(path)
    }

    /// All bytes of several files, in the given order.
    fn read_all(&self, paths: &[&Path]) -> Vec<io::Result<Vec<u8>>> {
        paths.par_iter().map(|path| self.read(path)).collect()
    }
}

/// Kind of thing at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file that ends somewhere.
    File,
    /// A folder, which can be listed.
    Folder,
    /// A link to something else.
    Link,
    /// A pipe, a device or the like, which may never end.
    Other,
}

/// One thing in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The last part of its path.
    pub name: OsString,
    /// Its own kind: a link is not followed.
    pub kind: Kind,
}

/// Whether a file lies at a path, perhaps behind a link.
pub fn is_file(system: &dyn System, path: &Path) -> bool {
    system.kind(path).is_ok_and(|kind| kind == Kind::File)
}

/// Whether a folder lies at a path, perhaps behind a link.
pub fn is_folder(system: &dyn System, path: &Path) -> bool {
    system.kind(path).is_ok_and(|kind| kind == Kind::Folder)
}

fn missing() -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, "there is no such file or folder")
}

/// A path from the root on, with every `..` gone back.
pub(super) fn walked(absolute: &Path) -> PathBuf {
    let mut walked = PathBuf::new();
    for part in absolute.components() {
        if part == Component::ParentDir {
            walked.pop();
        } else {
            walked.push(part);
        }
    }
    walked
}
