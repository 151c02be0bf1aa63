//! Several files in one input, as `tail -v -n +1 FILE…` prints them, and the map that they make.

use std::path::{Path, PathBuf};

use counterpoint::file::{Memory, ReadError, System};
use counterpoint::workspace::Workspace;
use counterpoint::workspace::settings::Settings;
use counterpoint::workspace::texts::Places;

/// More files than these are not tried.
const MOST: usize = 12;

/// The files of an input, each with its path: a line `==> path <==` begins one. What has no such line is one file of a map.
pub fn files(input: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for line in input.split_inclusive(|&byte| byte == b'\n') {
        if let Some(path) = path(line)
            && files.len() < MOST
        {
            files.push((path, Vec::new()));
            continue;
        }
        if files.is_empty() {
            files.push(("map.arg".to_owned(), Vec::new()));
        }
        if let Some((_, file)) = files.last_mut() {
            file.extend_from_slice(line);
        }
    }
    files
}

/// The path that a line says a file begins with.
fn path(line: &[u8]) -> Option<String> {
    let path = line.strip_prefix(b"==> ")?.strip_suffix(b" <==\n")?;
    let path = std::str::from_utf8(path).ok()?;
    (!path.is_empty() && !path.contains('\0')).then(|| path.to_owned())
}

/// The files in memory.
pub fn memory(files: &[(String, Vec<u8>)]) -> Memory {
    files.iter().map(|(path, bytes)| (path, bytes.clone())).collect()
}

/// The map of these files, with every quotation looked up.
pub fn load(system: &dyn System, path: &str) -> Result<Workspace, ReadError> {
    Workspace::load_verified(system, &[PathBuf::from(path)], places)
}

/// Where texts are looked for: where the settings say.
pub fn places(settings: &Settings) -> Places {
    Places { folder: settings.sources.clone(), settings: Some(settings.folder.clone()), allow_outside: false }
}

/// The letters and digits of a text in order, in one case.
pub fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a path is that of a file of a map.
pub fn is_of_map(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "arg")
}
