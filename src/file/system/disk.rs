//! The disk as it lies.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Kind, Listed, System};
use crate::file::pipe::{open_patiently, read_endless};
use crate::file::protected::protect;
use crate::file::read::MOST_BYTES;

/// The disk as it lies; a file called `-` is standard input.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl System for Disk {
    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let one = |entry: io::Result<fs::DirEntry>| {
            let entry = entry?;
            Ok(Listed { name: entry.file_name(), kind: kind(entry.file_type()?) })
        };
        fs::read_dir(folder)?.map(one).collect()
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        protect(path);
        if path == Path::new("-") {
            return read_endless(io::stdin().lock());
        }
        let found = fs::metadata(path)?;
        if kind(found.file_type()) == Kind::Other {
            let pipe = open_patiently(path, fs::OpenOptions::new().read(true), "nobody writes into this pipe")?;
            return read_endless(pipe);
        }
        let file = fs::File::open(path)?;
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(room(&file.metadata()?)?)?;
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn size(&self, path: &Path) -> Option<u64> {
        fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|found| found.len())
    }

    fn kind(&self, path: &Path) -> io::Result<Kind> {
        fs::metadata(path).map(|found| kind(found.file_type()))
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn absolute(&self, path: &Path) -> io::Result<PathBuf> {
        std::path::absolute(path)
    }

    fn read_at_one_moment(&self, path: &Path) -> io::Result<Vec<u8>> {
        protect(path);
        let mut file = fs::File::open(path)?;
        let before = file.metadata()?;
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(room(&before)?)?;
        file.by_ref().take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        let after = file.metadata()?;
        // Where the system tells no times, the length has to do.
        let same_time = before.modified().ok() == after.modified().ok();
        if bytes.len() as u64 != before.len() || before.len() != after.len() || !same_time {
            return Err(io::Error::other("it changed while it was read"));
        }
        Ok(bytes)
    }
}

fn kind(found: fs::FileType) -> Kind {
    match found {
        found if found.is_file() => Kind::File,
        found if found.is_dir() => Kind::Folder,
        found if found.is_symlink() => Kind::Link,
        _ => Kind::Other,
    }
}

/// How many bytes a file needs; one more than it has, so that its end is seen at once.
fn room(found: &fs::Metadata) -> io::Result<usize> {
    if found.len() > MOST_BYTES {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than 4 GiB"));
    }
    Ok(usize::try_from(found.len()).unwrap_or(0) + 1)
}
