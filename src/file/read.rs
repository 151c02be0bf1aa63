//! Finds and reads the files of a map, wherever they are taken from.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::File;
use super::system::{Kind, System, is_file};

/// The name of the file that holds the settings of a map, beside it.
pub const SETTINGS: &str = "counterpoint.toml";
/// The name of the file that records what was found of the quotations of a map, beside it.
pub const LOCK: &str = "quotes.lock";
/// The ending of map files, without the dot.
pub const ENDING: &str = "arg";

/// A longer file of a map is not read: no person writes as much, and what it says takes several times its room.
pub(super) const MOST_BYTES_OF_MAP: u64 = 256 << 20;

/// A longer file has places that a span cannot tell.
pub(super) const MOST_BYTES: u64 = u32::MAX as u64 - 1;

/// Damage to the bytes of a file that should be UTF-8 text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Not UTF-8: the offset of the first wrong byte, and how many wrong bytes there are.
    NotUtf8 {
        /// Offset of the first wrong byte.
        offset: usize,
        /// How many bytes are wrong.
        count: usize,
    },
    /// Starts like UTF-16, so that nothing of it can be read.
    Utf16,
    /// Larger than what is read of a file of a map.
    TooLarge,
}

/// Text of bytes that should be UTF-8. Every wrong byte becomes one `?`, so that offsets stay those of the file; with the damage
/// come the bytes as they were.
pub fn decode(bytes: Vec<u8>) -> (String, Option<(Damage, Vec<u8>)>) {
    if bytes.len() as u64 > MOST_BYTES_OF_MAP {
        return (String::new(), Some((Damage::TooLarge, bytes)));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return (String::new(), Some((Damage::Utf16, bytes)));
    }
    let error = match String::from_utf8(bytes) {
        // Lines that end as those of old programs do: the places in the file stay what they are.
        Ok(text) if text.contains('\r') && !text.contains('\n') => return (text.replace('\r', "\n"), None),
        Ok(text) => return (text, None),
        Err(error) => error,
    };
    let offset = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    let (mut text, mut count) = (String::with_capacity(bytes.len()), 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        count += chunk.invalid().len();
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    (text, Some((Damage::NotUtf8 { offset, count }, bytes)))
}

/// Why a map could not be read: about the machine, not about what is written in the files.
#[derive(Debug)]
pub enum ReadError {
    /// A file or folder could not be read.
    Unreadable(PathBuf, io::Error),
    /// A folder holds no file of a map.
    NoMapIn(PathBuf),
    /// No folder upwards holds a map.
    NoMapAbove(PathBuf),
}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Unreadable(path, cause) => write!(out, "cannot read {}: {cause}", shown(path)),
            ReadError::NoMapIn(path) => write!(
                out,
                "there is no .{ENDING} file in {}\nhelp: `counterpoint init` starts a map; or name the folder that holds one",
                folder(path)
            ),
            ReadError::NoMapAbove(path) => write!(
                out,
                "there is no map in {} or in any folder above: no .{ENDING} file, no {SETTINGS}, no `arguments` folder\n\
                 help: `counterpoint init` starts a map; or name the folder that holds one",
                folder(path)
            ),
        }
    }
}

impl std::error::Error for ReadError {}

/// A folder in a message.
fn folder(path: &Path) -> String {
    if path == Path::new(".") { "this folder".to_owned() } else { shown(path) }
}

/// The folder of the map that belongs to `start`: the nearest one upwards that holds settings or map files, or an
/// `arguments` folder that does.
pub fn find_map(system: &dyn System, start: &Path) -> Result<PathBuf, ReadError> {
    let whole = system.absolute(start).map_err(|cause| ReadError::Unreadable(start.to_path_buf(), cause))?;
    let mut shown = start.to_path_buf();
    for folder in whole.ancestors() {
        let arguments = folder.join("arguments");
        if holds_map(system, folder) {
            return Ok(shown);
        }
        if holds_map(system, &arguments) {
            return Ok(shown.join("arguments"));
        }
        shown.push("..");
    }
    Err(ReadError::NoMapAbove(start.to_path_buf()))
}

fn holds_map(system: &dyn System, folder: &Path) -> bool {
    let Ok(listed) = system.list(folder) else { return false };
    listed.iter().any(|it| {
        let path = folder.join(&it.name);
        (it.name == SETTINGS || is_called_map(&path)) && is_file(system, &path)
    })
}

fn is_called_map(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == ENDING)
}

/// The paths of the map files that `path` stands for: itself if it is a file, all `.arg` files below it in name order if it
/// is a folder. Links to folders are not followed, so that no loop is.
pub fn map_files(system: &dyn System, path: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let unreadable = |path: &Path| {
        let path = path.to_path_buf();
        move |cause| ReadError::Unreadable(path, cause)
    };
    if system.kind(path).map_err(unreadable(path))? != Kind::Folder {
        return Ok(vec![path.to_path_buf()]);
    }
    let (mut files, mut folders) = (Vec::new(), vec![path.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for listed in system.list(&folder).map_err(unreadable(&folder))? {
            let path = folder.join(&listed.name);
            if listed.kind == Kind::Folder {
                if !listed.name.to_string_lossy().starts_with('.') {
                    folders.push(path);
                }
            } else if is_called_map(&path) && (listed.kind == Kind::File || is_file(system, &path)) {
                // Not a pipe or device, or a link to one: it might never end.
                files.push(path);
            }
        }
    }
    if files.is_empty() {
        return Err(ReadError::NoMapIn(path.to_path_buf()));
    }
    // Names may be shown alike that are not: then their bytes decide, and never the order in which a folder lists them.
    files.sort_by_cached_key(|file| (shown(file), file.clone()));
    Ok(files)
}

/// Reads files, several at a time, in the given order.
pub fn read_files(system: &dyn System, paths: &[&Path]) -> Result<Vec<File>, ReadError> {
    // Of what is too large not a byte is read: there may be no room for it.
    let is_read: Vec<bool> = paths.par_iter().map(|path| !is_larger(system, path, MOST_BYTES_OF_MAP)).collect();
    let small: Vec<&Path> =
        paths.iter().zip(&is_read).filter(|(_, is_read)| **is_read).map(|(path, _)| *path).collect();
    let mut read = system.read_all(&small).into_iter();
    let bytes: Vec<_> = is_read.iter().map(|is_read| if *is_read { read.next() } else { None }).collect();
    let file = |(path, bytes): (&&Path, Option<io::Result<Vec<u8>>>)| match bytes {
        Some(bytes) => file_of(path, bytes),
        None => Ok(too_large(path)),
    };
    paths.par_iter().zip(bytes).map(file).collect()
}

/// Reads one map file; bytes that are no text are its damage and no error.
pub fn read_file(system: &dyn System, path: &Path) -> Result<File, ReadError> {
    if is_larger(system, path, MOST_BYTES_OF_MAP) { Ok(too_large(path)) } else { file_of(path, system.read(path)) }
}

/// Whether a file is known to have more bytes than this.
pub fn is_larger(system: &dyn System, path: &Path, most: u64) -> bool {
    system.size(path).is_some_and(|size| size > most)
}

fn too_large(path: &Path) -> File {
    File { damage: Some(Damage::TooLarge), ..File::new(shown(path), "") }
}

/// The file that these bytes make, or why there are none.
fn file_of(path: &Path, bytes: io::Result<Vec<u8>>) -> Result<File, ReadError> {
    match bytes {
        Ok(bytes) => Ok(File::from_bytes(shown(path), bytes)),
        Err(cause) if cause.kind() == io::ErrorKind::FileTooLarge => Ok(too_large(path)),
        Err(cause) => Err(ReadError::Unreadable(path.to_path_buf(), cause)),
    }
}

/// The bytes of one file.
pub fn read_bytes(system: &dyn System, path: &Path) -> Result<Vec<u8>, ReadError> {
    system.read(path).map_err(|cause| ReadError::Unreadable(path.to_path_buf(), cause))
}

/// A path as it is shown: with `/` on every system, without a leading `./`, and in one line, so that no name can pretend to be what
/// stands on the next.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text.into_owned() };
    let text = text.strip_prefix("./").map(str::to_owned).unwrap_or(text);
    if text.contains(['\n', '\r']) { text.replace('\n', "␊").replace('\r', "␍") } else { text }
}

/// Whether a path that is [`shown`] so leads to the file that was read: not where a name has signs for what cannot be shown.
pub fn leads_back(shown: &str) -> bool {
    !shown.contains(['␊', '␍', char::REPLACEMENT_CHARACTER])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn names_of_any_bytes_are_shown_in_one_line_and_read_in_the_order_of_their_bytes() {
        use std::os::unix::ffi::OsStrExt;
        assert_eq!(shown(Path::new("./a\nerror: b\r.arg")), "a␊error: b␍.arg");
        assert!(leads_back(&shown(Path::new("é.arg"))) && !leads_back(&shown(Path::new("\n.arg"))));
        for order in [[b"\xFF.arg", b"\xFE.arg"], [b"\xFE.arg", b"\xFF.arg"]] {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let paths = order.map(|name| folder.path().join(std::ffi::OsStr::from_bytes(name)));
            // Not every system has such names.
            if paths.iter().any(|path| std::fs::write(path, "").is_err()) {
                return;
            }
            let mut sorted = paths.to_vec();
            sorted.sort();
            assert_eq!(map_files(&crate::file::Disk, folder.path()).expect("listed"), sorted);
            assert!(!leads_back(&shown(&paths[0])));
        }
    }

    #[test]
    fn a_wrong_byte_keeps_the_offsets_of_all_others() {
        let bytes = b"ab\xFFcd\xC3".to_vec();
        let (text, damage) = decode(bytes.clone());
        assert_eq!(text, "ab?cd?");
        assert_eq!(damage, Some((Damage::NotUtf8 { offset: 2, count: 2 }, bytes)));
        assert_eq!(decode(b"\xFF\xFEa\0".to_vec()).1, Some((Damage::Utf16, b"\xFF\xFEa\0".to_vec())));
    }
}
