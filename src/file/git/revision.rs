//! The files of a repository at one revision: listed once, read as they are asked for, never laid out on the disk.

use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::{GitError, asked, contents};
use crate::file::system::{Kind, Listed, walked};

/// The files of a repository at one revision.
#[derive(Debug)]
pub struct Revision {
    /// The top folder of the repository, as a real path.
    top: PathBuf,
    /// As it was typed.
    name: String,
    /// All that it lists, by the path from the top.
    entries: BTreeMap<String, Entry>,
}

/// What a revision lists.
#[derive(Debug)]
enum Entry {
    /// A file: the id of its content.
    File(String),
    /// A link: where it leads.
    Link(String),
    /// Another repository, of which only the name is kept here.
    Repository,
}

/// More links than these in one path lead round in a circle.
const MOST_LINKS: usize = 40;

impl Revision {
    /// Lists a tree; `name` is how the revision was typed.
    pub(super) fn read(top: &Path, name: &str, tree: &str) -> Result<Revision, GitError> {
        let listed = asked(top, &["ls-tree", "-r", "-z", "--full-tree", tree])?.map_err(GitError::Said)?;
        let mut entries = BTreeMap::new();
        let mut links: Vec<(String, String)> = Vec::new();
        for line in listed.split(|&byte| byte == 0).filter(|line| !line.is_empty()) {
            // `100644 blob 1f7a7a47…<TAB>path`
            let line = String::from_utf8_lossy(line);
            let (what, path) = line.split_once('\t').unwrap_or_default();
            let mut words = what.split(' ');
            let (mode, _, id) = (words.next(), words.next(), words.next().unwrap_or_default());
            match mode {
                Some("120000") => links.push((path.to_owned(), id.to_owned())),
                Some("160000") => drop(entries.insert(path.to_owned(), Entry::Repository)),
                _ => drop(entries.insert(path.to_owned(), Entry::File(id.to_owned()))),
            }
        }
        let ids: Vec<&str> = links.iter().map(|(_, id)| id.as_str()).collect();
        for ((path, _), target) in links.iter().zip(contents(top, &ids)?) {
            let target = String::from_utf8_lossy(&target.unwrap_or_default()).into_owned();
            entries.insert(path.clone(), Entry::Link(target));
        }
        Ok(Revision { top: top.to_path_buf(), name: name.to_owned(), entries })
    }

    /// What lies in a folder.
    pub fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let real = self.real(folder)?;
        if self.is_file(&real) {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let mut listed: Vec<Listed> = Vec::new();
        for (below, entry) in self.below(&real) {
            let (name, is_inside) = below.split_once('/').map_or((below, false), |(folder, _)| (folder, true));
            let kind = match entry {
                _ if is_inside => Kind::Folder,
                Entry::File(_) => Kind::File,
                Entry::Link(_) => Kind::Link,
                Entry::Repository => Kind::Other,
            };
            // What lies in one folder stands in a row.
            if listed.last().is_none_or(|last| last.name != name) {
                listed.push(Listed { name: name.into(), kind });
            }
        }
        Ok(listed)
    }

    /// The other repositories in a folder: their files are not kept in this one, and so are not read.
    pub fn repositories(&self, path: &Path) -> Vec<PathBuf> {
        let Ok(real) = self.real(path) else { return Vec::new() };
        let inner = self.below(&real).filter(|(_, entry)| matches!(entry, Entry::Repository));
        inner.map(|(below, _)| path.join(below)).collect()
    }

    /// All bytes of several files, in the given order.
    pub fn read_all(&self, paths: &[&Path]) -> Vec<io::Result<Vec<u8>>> {
        let ids: Vec<io::Result<&str>> = paths.iter().map(|path| self.id(path)).collect();
        let known: Vec<&str> = ids.iter().filter_map(|id| id.as_ref().ok().copied()).collect();
        let found = contents(&self.top, &known);
        let mut found = found.map(Vec::into_iter).map_err(|error| error.to_string());
        let mut content = |_: &str| match &mut found {
            Ok(found) => found.next().flatten().ok_or_else(|| io::ErrorKind::FileTooLarge.into()),
            Err(message) => Err(io::Error::other(message.clone())),
        };
        ids.into_iter().map(|id| id.and_then(&mut content)).collect()
    }

    /// The real path of a file or folder that the revision has, all links followed.
    pub fn real(&self, path: &Path) -> io::Result<PathBuf> {
        let mut open: Vec<String> = parts(self.inside(path)?.as_ref());
        open.reverse();
        let (mut real, mut links): (Vec<String>, usize) = (Vec::new(), 0);
        while let Some(part) = open.pop() {
            match part.as_str() {
                ".." if real.pop().is_none() => return Err(self.missing()),
                ".." => continue,
                _ => real.push(part),
            }
            if let Some(Entry::Link(target)) = self.entries.get(&real.join("/")) {
                links += 1;
                if links > MOST_LINKS || Path::new(target).is_absolute() {
                    return Err(self.missing());
                }
                real.pop();
                open.extend(parts(Path::new(target)).into_iter().rev());
            }
        }
        let real = real.join("/");
        let exists = real.is_empty() || self.entries.contains_key(&real) || self.below_name(&real).next().is_some();
        if exists { Ok(self.top.join(real)) } else { Err(self.missing()) }
    }

    /// Whether a real path is a file.
    pub fn is_file(&self, real: &Path) -> bool {
        self.inside(real).is_ok_and(|path| matches!(self.entries.get(&joined(&path)), Some(Entry::File(_))))
    }

    fn id(&self, path: &Path) -> io::Result<&str> {
        let real = self.real(path)?;
        match self.entries.get(&joined(&self.inside(&real)?)) {
            Some(Entry::File(id)) => Ok(id),
            _ => Err(io::Error::other("it is not a file")),
        }
    }

    /// What lies below a real path, by the path from there.
    fn below(&self, real: &Path) -> impl Iterator<Item = (&str, &Entry)> {
        self.below_name(&self.inside(real).map(|path| joined(&path)).unwrap_or_default())
    }

    fn below_name(&self, folder: &str) -> impl Iterator<Item = (&str, &Entry)> + use<'_> {
        let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let length = start.len();
        let from = self.entries.range(start.clone()..);
        from.take_while(move |(path, _)| path.starts_with(&start)).map(move |(path, entry)| (&path[length..], entry))
    }

    /// A path as it goes on from the top of the repository: as it is written, or else by the way that the disk knows to it.
    fn inside(&self, path: &Path) -> io::Result<PathBuf> {
        let walked = walked(&std::path::absolute(path)?);
        if let Ok(inside) = walked.strip_prefix(&self.top) {
            return Ok(inside.to_path_buf());
        }
        let known = walked.ancestors().find_map(|folder| Some((folder, std::fs::canonicalize(folder).ok()?)));
        let real = known.and_then(|(folder, real)| Some(real.join(walked.strip_prefix(folder).ok()?)));
        let inside = real.and_then(|real| Some(real.strip_prefix(&self.top).ok()?.to_path_buf()));
        inside.ok_or_else(|| io::Error::other("it lies outside the repository"))
    }

    fn missing(&self) -> io::Error {
        io::Error::new(io::ErrorKind::NotFound, format!("there is no such file or folder in `{}`", self.name))
    }
}

/// The parts of a path, those that go up among them.
fn parts(path: &Path) -> Vec<String> {
    let part = |part: Component| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        Component::ParentDir => Some("..".to_owned()),
        _ => None,
    };
    path.components().filter_map(part).collect()
}

fn joined(path: &Path) -> String {
    parts(path).join("/")
}
