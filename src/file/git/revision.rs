//! The files of a repository at one revision: folders are looked into and files read as they are asked for, never laid out on the disk.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::error::GitError;
use super::objects::{Entry, MOST_NAMES, Objects, Tree};
use super::path_of;
use crate::file::system::{Kind, Listed, walked};

/// The files of a repository at one revision.
#[derive(Debug)]
pub struct Revision {
    /// The top folder of the repository, as a real path.
    top: PathBuf,
    /// As it was typed.
    name: String,
    /// The top folder of the revision.
    root: Entry,
    /// Folders and files that were read so far.
    known: Mutex<Known>,
    /// The first thing that git could not give. From then on nothing that is not found is known to be missing.
    failure: OnceLock<GitError>,
}

#[derive(Debug)]
struct Known {
    objects: Objects,
    /// Folders and links by their ids.
    trees: BTreeMap<String, Arc<Tree>>,
    links: BTreeMap<String, PathBuf>,
    /// The number of names that may still be listed.
    names_left: usize,
    /// The number of steps from folder to folder that may still be taken.
    steps_left: usize,
}

/// More links than these in one path lead round in a circle.
const MOST_LINKS: usize = 40;
/// More steps from folder to folder are not taken: some seconds.
const MOST_STEPS: usize = 20_000_000;
/// Systems know no longer paths.
const MOST_BYTES_OF_PATH: usize = 4096;

impl Revision {
    /// The revision with this tree; `name` is how it was typed.
    pub(super) fn of_tree(top: &Path, name: &str, tree: String) -> Result<Revision, GitError> {
        Ok(Revision::of_objects(top, name, tree, Objects::open(top)?))
    }

    /// A revision whose objects somebody else gives: what is asked for is written into the one stream, and comes out of the other as
    /// `git cat-file --batch` prints it. `tree` is the id of the top folder, which is shown as lying at `top`.
    pub fn of_stream(
        top: &Path,
        name: &str,
        tree: &str,
        into: impl Write + Send + 'static,
        from: impl BufRead + Send + 'static,
    ) -> Revision {
        Revision::of_objects(top, name, tree.to_owned(), Objects::of_stream(into, from))
    }

    fn of_objects(top: &Path, name: &str, tree: String, objects: Objects) -> Revision {
        let (names_left, steps_left) = (2 * MOST_NAMES, MOST_STEPS);
        let known = Known { objects, trees: BTreeMap::new(), links: BTreeMap::new(), names_left, steps_left };
        Revision {
            top: top.to_path_buf(),
            name: name.to_owned(),
            root: Entry::Folder(tree),
            known: Mutex::new(known),
            failure: OnceLock::new(),
        }
    }

    /// The first thing that git could not give, such as an object that this clone has not got; whatever was read besides is not to be
    /// relied on then.
    pub fn failure(&self) -> Option<&GitError> {
        self.failure.get()
    }

    /// Entries of a folder.
    pub fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let kind = |entry: &Entry| match entry {
            Entry::Folder(_) => Kind::Folder,
            Entry::File(_) => Kind::File,
            Entry::Link(_) => Kind::Link,
            Entry::Repository => Kind::Other,
        };
        let tree = self.listed(folder)?;
        Ok(tree.iter().map(|(name, entry)| Listed { name: name.clone(), kind: kind(entry) }).collect())
    }

    /// A folder, to be looked through. The same folder may stand in many others, and those in many more: so all that is listed is counted.
    fn listed(&self, folder: &Path) -> io::Result<Arc<Tree>> {
        let (_, Entry::Folder(id)) = self.find(folder)? else { return Err(io::ErrorKind::NotADirectory.into()) };
        let tree = self.tree(&id)?;
        self.ask(|known| {
            known.names_left = known.names_left.checked_sub(tree.len()).ok_or(GitError::TooMuch)?;
            if folder.as_os_str().len() > MOST_BYTES_OF_PATH { Err(GitError::TooMuch) } else { Ok(tree) }
        })
    }

    /// The other repositories in a folder: their files are not kept in this one, and so are not read.
    pub fn repositories(&self, path: &Path) -> Vec<PathBuf> {
        let (mut inner, mut folders) = (Vec::new(), vec![path.to_path_buf()]);
        while let Some(folder) = folders.pop() {
            // A folder that cannot be listed was reported when the files were looked for.
            for (name, entry) in &*self.listed(&folder).unwrap_or_default() {
                match entry {
                    Entry::Folder(_) if !name.to_string_lossy().starts_with('.') => folders.push(folder.join(name)),
                    Entry::Repository => inner.push(folder.join(name)),
                    _ => {}
                }
            }
        }
        inner.sort();
        inner
    }

    /// All bytes of several files, in the given order; what several paths lead to is read once.
    pub fn read_all(&self, paths: &[&Path]) -> Vec<io::Result<Vec<u8>>> {
        let mut contents: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let mut read = |path: &Path| {
            let (_, Entry::File(id)) = self.find(path)? else { return Err(io::Error::other("it is not a file")) };
            if let Some(content) = contents.get(&id) {
                self.ask(|known| known.objects.count(content.len() as u64))?;
                return Ok(content.clone());
            }
            let content = self.ask(|known| known.objects.file(&id))?;
            if paths.len() > 1 {
                contents.insert(id, content.clone());
            }
            Ok(content)
        };
        paths.iter().map(|path| read(path)).collect()
    }

    /// The real path of a file or folder that the revision has, all links followed.
    pub fn real(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(self.find(path)?.0)
    }

    /// Whether a real path is a file.
    pub fn is_file(&self, real: &Path) -> bool {
        matches!(self.find(real), Ok((_, Entry::File(_))))
    }

    /// The real path of what a path leads to, and what that is: never a link.
    fn find(&self, path: &Path) -> io::Result<(PathBuf, Entry)> {
        let mut open: Vec<OsString> = parts(&self.inside(path)?);
        open.reverse();
        let (mut way, mut links): (Vec<(OsString, Entry)>, usize) = (Vec::new(), 0);
        while let Some(part) = open.pop() {
            if part == ".." {
                way.pop().ok_or_else(|| self.missing())?;
                continue;
            }
            let Entry::Folder(id) = way.last().map_or(&self.root, |(_, entry)| entry) else {
                return Err(self.missing());
            };
            let entry = self.tree(id)?.get(&part).cloned().ok_or_else(|| self.missing())?;
            let Entry::Link(id) = entry else {
                way.push((part, entry));
                continue;
            };
            links += 1;
            let target = self.link(&id)?;
            if links > MOST_LINKS || target.is_absolute() {
                return Err(self.missing());
            }
            open.extend(parts(&target).into_iter().rev());
        }
        let real = way.iter().fold(self.top.clone(), |path, (name, _)| path.join(name));
        Ok((real, way.pop().map_or_else(|| self.root.clone(), |(_, entry)| entry)))
    }

    fn tree(&self, id: &str) -> io::Result<Arc<Tree>> {
        self.ask(|known| {
            known.steps_left = known.steps_left.checked_sub(1).ok_or(GitError::TooMuch)?;
            if let Some(tree) = known.trees.get(id) {
                return Ok(Arc::clone(tree));
            }
            let tree = Arc::new(known.objects.tree(id)?);
            known.trees.insert(id.to_owned(), Arc::clone(&tree));
            Ok(tree)
        })
    }

    fn link(&self, id: &str) -> io::Result<PathBuf> {
        self.ask(|known| {
            if let Some(target) = known.links.get(id) {
                return Ok(target.clone());
            }
            let target = path_of(&known.objects.link(id)?);
            known.links.insert(id.to_owned(), target.clone());
            Ok(target)
        })
    }

    /// Asks git, unless it has failed before.
    fn ask<T>(&self, question: impl FnOnce(&mut Known) -> Result<T, GitError>) -> io::Result<T> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        match self.failure() {
            Some(failure) => Err(io::Error::other(failure.to_string())),
            None => question(&mut known).map_err(|failure| self.failed(failure)),
        }
    }

    fn failed(&self, failure: GitError) -> io::Error {
        io::Error::other(self.failure.get_or_init(|| failure).to_string())
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
fn parts(path: &Path) -> Vec<OsString> {
    let part = |part: Component| match part {
        Component::Normal(name) => Some(name.to_owned()),
        Component::ParentDir => Some("..".into()),
        _ => None,
    };
    path.components().filter_map(part).collect()
}
