//! Open buffers over another system: what an editor shows counts, whatever lies below.

use std::collections::BTreeMap;
use std::io;
use std::ops::Bound;
use std::path::{Component, Path, PathBuf};

use super::{Kind, Listed, System, missing, walked};

/// Another system with some files otherwise than it has them.
#[derive(Debug)]
pub struct Overlay {
    below: Box<dyn System>,
    /// By the real path; a file that is not there any more has no bytes.
    buffers: BTreeMap<PathBuf, Option<Vec<u8>>>,
}

impl Overlay {
    /// Another system as it is.
    pub fn new(below: impl System + 'static) -> Self {
        Overlay { below: Box::new(below), buffers: BTreeMap::new() }
    }

    /// From now on a file has these bytes; with none, it is not there.
    pub fn set(&mut self, path: &Path, bytes: Option<Vec<u8>>) {
        let place = self.place(path);
        self.buffers.insert(place, bytes);
    }

    /// From now on a file is again as the system below has it.
    pub fn revert(&mut self, path: &Path) {
        let place = self.place(path);
        self.buffers.remove(&place);
    }

    /// The real path of what lies or could lie at a path.
    pub fn place(&self, path: &Path) -> PathBuf {
        let whole = self.below.absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let known = whole.ancestors().find_map(|folder| Some((folder, self.below.real(folder).ok()?)));
        let place = known.and_then(|(folder, real)| Some(real.join(whole.strip_prefix(folder).ok()?)));
        walked(&place.unwrap_or(whole))
    }

    /// The buffers below a folder, each with the way from there.
    fn buffers_below<'o>(&'o self, folder: &'o Path) -> impl Iterator<Item = (&'o Path, bool)> {
        let from = self.buffers.range::<Path, _>((Bound::Excluded(folder), Bound::Unbounded));
        from.map_while(move |(path, bytes)| Some((path.strip_prefix(folder).ok()?, bytes.is_some())))
    }

    /// Answer of the buffers about a real path, if they have any.
    fn buffered(&self, place: &Path) -> Option<io::Result<Kind>> {
        match self.buffers.get(place) {
            Some(Some(_)) => Some(Ok(Kind::File)),
            Some(None) => Some(Err(missing())),
            None => self.buffers_below(place).any(|(_, is_there)| is_there).then_some(Ok(Kind::Folder)),
        }
    }
}

impl System for Overlay {
    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let place = self.place(folder);
        let mut listed = match (self.buffered(&place), self.below.list(folder)) {
            (Some(Err(cause)), _) => return Err(cause),
            (Some(Ok(Kind::Folder)), Err(_)) => Vec::new(),
            (Some(Ok(Kind::Folder)) | None, listed) => listed?,
            (Some(Ok(_)), _) => return Err(io::ErrorKind::NotADirectory.into()),
        };
        for (below, is_there) in self.buffers_below(&place) {
            let mut parts = below.components();
            let Some(Component::Normal(name)) = parts.next() else { continue };
            let is_inside = parts.next().is_some();
            match listed.iter().position(|known| known.name == name) {
                Some(at) if !is_there && !is_inside => drop(listed.swap_remove(at)),
                None if is_there => {
                    let kind = if is_inside { Kind::Folder } else { Kind::File };
                    listed.push(Listed { name: name.to_owned(), kind });
                }
                _ => {}
            }
        }
        Ok(listed)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match self.buffers.get(&self.place(path)) {
            Some(Some(bytes)) => Ok(bytes.clone()),
            Some(None) => Err(missing()),
            None => self.below.read(path),
        }
    }

    fn size(&self, path: &Path) -> Option<u64> {
        match self.buffers.get(&self.place(path)) {
            Some(bytes) => bytes.as_ref().map(|bytes| bytes.len() as u64),
            None => self.below.size(path),
        }
    }

    fn kind(&self, path: &Path) -> io::Result<Kind> {
        self.buffered(&self.place(path)).unwrap_or_else(|| self.below.kind(path))
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        let place = self.place(path);
        match self.buffered(&place) {
            Some(kind) => kind.map(|_| place),
            None => self.below.real(path),
        }
    }

    fn absolute(&self, path: &Path) -> io::Result<PathBuf> {
        self.below.absolute(path)
    }

    fn read_at_one_moment(&self, path: &Path) -> io::Result<Vec<u8>> {
        match self.buffers.get(&self.place(path)) {
            Some(_) => self.read(path),
            None => self.below.read_at_one_moment(path),
        }
    }
}
