//! A revision that git keeps, as a system of files.

use std::io;
use std::path::{Path, PathBuf};

use super::{Kind, Listed, System};
use crate::file::git::Revision;

impl System for Revision {
    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        Revision::list(self, folder)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut read = self.read_all(&[path]);
        read.pop().unwrap_or_else(|| Err(io::ErrorKind::NotFound.into()))
    }

    fn kind(&self, path: &Path) -> io::Result<Kind> {
        let real = self.real(path)?;
        Ok(if self.is_file(&real) { Kind::File } else { Kind::Folder })
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        Revision::real(self, path)
    }

    fn absolute(&self, path: &Path) -> io::Result<PathBuf> {
        std::path::absolute(path)
    }

    /// One process of git gives all of them.
    fn read_all(&self, paths: &[&Path]) -> Vec<io::Result<Vec<u8>>> {
        Revision::read_all(self, paths)
    }
}
