//! Files that lie nowhere but in memory: those of a page in a browser, and of tests.

use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::{Kind, Listed, System, missing, walked};

/// Files in memory, each with its path; folders are there as long as something lies in them. Paths begin at `/`, whether or
/// not they are written so.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Memory {
    /// Puts a file at a path, in the place of what was there.
    pub fn set(&mut self, path: impl AsRef<Path>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(walked(&from_root(path.as_ref())), bytes.into());
    }

    /// Takes a file away, if it is there.
    pub fn remove(&mut self, path: impl AsRef<Path>) {
        self.files.remove(&walked(&from_root(path.as_ref())));
    }

    /// Kind of thing at a path without `..`.
    fn at(&self, path: &Path) -> Option<Kind> {
        if self.files.contains_key(path) {
            return Some(Kind::File);
        }
        let is_folder = path.parent().is_none() || self.below(path).next().is_some();
        is_folder.then_some(Kind::Folder)
    }

    /// The way from a folder to each file below it.
    fn below<'m>(&'m self, folder: &'m Path) -> impl Iterator<Item = &'m Path> {
        let from = self.files.range::<Path, _>((std::ops::Bound::Excluded(folder), std::ops::Bound::Unbounded));
        from.map_while(move |(path, _)| path.strip_prefix(folder).ok())
    }
}

/// Files by their paths.
impl<P: AsRef<Path>, B: Into<Vec<u8>>> FromIterator<(P, B)> for Memory {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        let mut memory = Memory::default();
        files.into_iter().for_each(|(path, bytes)| memory.set(path, bytes));
        memory
    }
}

impl System for Memory {
    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let real = self.real(folder)?;
        if self.files.contains_key(&real) {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let mut listed: Vec<Listed> = Vec::new();
        for below in self.below(&real) {
            let mut parts = below.components();
            let Some(Component::Normal(name)) = parts.next() else { continue };
            let kind = if parts.next().is_some() { Kind::Folder } else { Kind::File };
            // Paths below one folder stand in a row.
            if listed.last().is_none_or(|last| last.name != name) {
                listed.push(Listed { name: name.to_owned(), kind });
            }
        }
        Ok(listed)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let real = self.real(path)?;
        self.files.get(&real).cloned().ok_or_else(|| io::ErrorKind::IsADirectory.into())
    }

    fn kind(&self, path: &Path) -> io::Result<Kind> {
        let real = self.real(path)?;
        self.at(&real).ok_or_else(missing)
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        let mut real = PathBuf::new();
        for part in from_root(path).components() {
            if part == Component::ParentDir {
                // Nothing lies behind what is no folder, not even the way back.
                self.at(&real).filter(|kind| *kind == Kind::Folder).ok_or_else(missing)?;
                real.pop();
            } else {
                real.push(part);
            }
        }
        self.at(&real).map(|_| real).ok_or_else(missing)
    }

    fn absolute(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(from_root(path))
    }
}

fn from_root(path: &Path) -> PathBuf {
    Path::new("/").join(path).components().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_make_the_folders_that_they_lie_in() {
        let mut memory: Memory =
            [("map/a.arg", "a"), ("map/sub/b.arg", "b"), ("map/sub.arg", "c")].into_iter().collect();
        let listed = |memory: &Memory, folder: &str| {
            let one = |it: Listed| format!("{} {:?}", it.name.to_string_lossy(), it.kind);
            memory.list(Path::new(folder)).map(|listed| listed.into_iter().map(one).collect::<Vec<_>>())
        };
        assert_eq!(listed(&memory, "map").expect("a folder"), ["a.arg File", "sub Folder", "sub.arg File"]);
        assert_eq!(listed(&memory, ".").expect("the root"), ["map Folder"]);
        assert_eq!(memory.read(Path::new("/map/sub/../a.arg")).expect("a file"), b"a");
        assert_eq!(memory.kind(Path::new("map/none/../a.arg")).map_err(|it| it.kind()), Err(io::ErrorKind::NotFound));
        assert_eq!(memory.kind(Path::new("map/a.arg/..")).map_err(|it| it.kind()), Err(io::ErrorKind::NotFound));
        memory.remove("map/sub/b.arg");
        assert!(listed(&memory, "map/sub").is_err(), "a folder ends with its last file");
    }
}
