//! `quotes.lock`: where it lies, and what of it is understood.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::file::{
    File, Files, LOCK, NamedError, ReadError, Span, System, find_named, is_file, is_folder, read_file, shown,
};
use crate::quotation::{Lock, LockError};

use super::code;
use super::damage::damaged;

/// The folders of the paths of a map: what lies beside it lies there.
pub fn roots(system: &dyn System, paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut roots: Vec<PathBuf> = Vec::new();
    for path in paths.iter().filter(|path| *path != Path::new("-")) {
        let folder = if is_folder(system, path) { path } else { path.parent().unwrap_or(Path::new("")) };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        if !roots.iter().any(|known| known == folder) {
            roots.push(folder.to_path_buf());
        }
    }
    roots
}

/// Reads the locks in these folders as one; the first that speaks of something is believed. A lock that has mistakes is added
/// to the files, so that they have a place.
pub fn read(
    system: &dyn System,
    roots: &[PathBuf],
    files: &mut Files,
    diagnostics: &mut Diagnostics,
) -> Result<Lock, ReadError> {
    let mut all = Lock::default();
    for root in roots {
        let path = root.join(LOCK);
        match find_named(system, LOCK, root, Some(root)) {
            Err(NamedError::Missing) => continue,
            Ok(real) if is_file(system, &real) => {}
            refused => {
                let reason = refused.err().map_or("it is not a file".to_owned(), |error| error.to_string());
                diagnostics.push(unread(&path, &reason, files));
                continue;
            }
        }
        let file = read_file(system, &path)?;
        let (lock, errors) = Lock::parse(&file.text);
        for (name, source) in lock.sources {
            all.sources.entry(name).or_insert(source);
        }
        for (key, quotation) in lock.quotations {
            all.quotations.entry(key).or_insert(quotation);
        }
        if !errors.is_empty() || file.damage.is_some() {
            say(file, &errors, files, diagnostics);
        }
    }
    Ok(all)
}

/// A lock that is not even looked into: a link that leads out of the folder, a pipe, a folder.
fn unread(path: &Path, reason: &str, files: &mut Files) -> Diagnostic {
    let id = files.add(File::new(shown(path), ""));
    let diagnostic = Diagnostic::new(&code::BROKEN_LOCK, Span::new(id, 0, 0), format!("{LOCK} was not read: {reason}"));
    diagnostic.help("take it away; `counterpoint quotes --lock` writes one, where the texts are")
}

fn say(file: File, errors: &[LockError], files: &mut Files, diagnostics: &mut Diagnostics) {
    let id = files.add(file);
    let file = files.get(id);
    diagnostics.extend(file.damage.map(|damage| damaged(id, damage)));
    let mut lines = Vec::new();
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        lines.push((at, at + line.trim_end().len()));
        at += line.len();
    }
    for LockError { line, message, label } in errors {
        let (start, end) = lines[line - 1];
        let diagnostic = Diagnostic::new(&code::BROKEN_LOCK, Span::new(id, start, end), message.as_str());
        let help = "write the lock again with `counterpoint quotes --lock`, where the texts are";
        diagnostics.push(diagnostic.label(*label).help(help));
    }
}
