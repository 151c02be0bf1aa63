//! Finds and reads the files of a map: the only place that opens them.

use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::File;

/// The name of the file that holds the settings of a map, beside it.
pub const SETTINGS: &str = "counterpoint.toml";
/// The name of the file that records what was found of the quotations of a map, beside it.
pub const LOCK: &str = "quotes.lock";
/// The ending of map files, without the dot.
pub const ENDING: &str = "arg";

/// A longer file has places that a span cannot tell.
pub(super) const MOST_BYTES: u64 = u32::MAX as u64 - 1;

/// What was wrong with the bytes of a file that should be UTF-8 text.
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
    /// Larger than a place in a file can tell.
    TooLarge,
}

/// Text of bytes that should be UTF-8. Every wrong byte becomes one `?`, so that offsets stay those of the file; with the damage
/// come the bytes as they were.
pub fn decode(bytes: Vec<u8>) -> (String, Option<(Damage, Vec<u8>)>) {
    if bytes.len() as u64 > MOST_BYTES {
        return (String::new(), Some((Damage::TooLarge, bytes)));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return (String::new(), Some((Damage::Utf16, bytes)));
    }
    let error = match String::from_utf8(bytes) {
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
            ReadError::Unreadable(path, cause) => write!(out, "cannot read {}: {cause}", path.display()),
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
    if path == Path::new(".") { "this folder".to_owned() } else { path.display().to_string() }
}

/// The folder of the map that belongs to `start`: the nearest one upwards that holds settings or map files, or an
/// `arguments` folder that does.
pub fn find_map(start: &Path) -> Result<PathBuf, ReadError> {
    let whole = std::path::absolute(start).map_err(|cause| ReadError::Unreadable(start.to_path_buf(), cause))?;
    let mut shown = start.to_path_buf();
    for folder in whole.ancestors() {
        let arguments = folder.join("arguments");
        if holds_map(folder) {
            return Ok(shown);
        }
        if holds_map(&arguments) {
            return Ok(shown.join("arguments"));
        }
        shown.push("..");
    }
    Err(ReadError::NoMapAbove(start.to_path_buf()))
}

fn holds_map(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| {
        let path = entry.path();
        (entry.file_name() == SETTINGS || path.extension().is_some_and(|ending| ending == ENDING)) && path.is_file()
    })
}

/// The paths of the map files that `path` stands for: itself if it is a file, all `.arg` files below it in name order if it
/// is a folder. Links to folders are not followed, so that no loop is.
pub fn map_files(path: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let unreadable = |path: &Path| {
        let path = path.to_path_buf();
        move |cause| ReadError::Unreadable(path, cause)
    };
    if !std::fs::metadata(path).map_err(unreadable(path))?.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let (mut files, mut folders) = (Vec::new(), vec![path.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).map_err(unreadable(&folder))? {
            let entry = entry.map_err(unreadable(&folder))?;
            let (kind, path) = (entry.file_type().map_err(unreadable(&folder))?, entry.path());
            if kind.is_dir() {
                if !entry.file_name().to_string_lossy().starts_with('.') {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|ending| ending == ENDING) && (kind.is_file() || path.is_file()) {
                // Not a pipe or device, or a link to one: it might never end.
                files.push(path);
            }
        }
    }
    if files.is_empty() {
        return Err(ReadError::NoMapIn(path.to_path_buf()));
    }
    files.sort_by_cached_key(|file| shown(file));
    Ok(files)
}

/// Reads files, several at a time, in the given order. `-` is standard input.
pub fn read_files(paths: &[PathBuf]) -> Result<Vec<File>, ReadError> {
    paths.par_iter().map(|path| read_file(path)).collect()
}

/// Reads one file; `-` is standard input.
pub fn read_file(path: &Path) -> Result<File, ReadError> {
    if path == Path::new("-") {
        return Ok(File::from_bytes("-", read_bytes(path)?));
    }
    let length = std::fs::metadata(path).map_err(|cause| ReadError::Unreadable(path.to_path_buf(), cause))?.len();
    if length > MOST_BYTES {
        return Ok(File { damage: Some(Damage::TooLarge), ..File::new(shown(path), "") });
    }
    Ok(File::from_bytes(shown(path), read_bytes(path)?))
}

/// The bytes of one file, up to one more than a place can tell; `-` is standard input.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    let unreadable = |cause| ReadError::Unreadable(path.to_path_buf(), cause);
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        return Ok(bytes);
    }
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len().min(MOST_BYTES);
    bytes.reserve_exact(usize::try_from(length).unwrap_or(0) + 1);
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

/// A path as it is shown: with `/` on every system, and without a leading `./`.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text.into_owned() };
    text.strip_prefix("./").map(str::to_owned).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_byte_keeps_the_offsets_of_all_others() {
        let bytes = b"ab\xFFcd\xC3".to_vec();
        let (text, damage) = decode(bytes.clone());
        assert_eq!(text, "ab?cd?");
        assert_eq!(damage, Some((Damage::NotUtf8 { offset: 2, count: 2 }, bytes)));
        assert_eq!(decode(b"\xFF\xFEa\0".to_vec()).1, Some((Damage::Utf16, b"\xFF\xFEa\0".to_vec())));
    }
}
