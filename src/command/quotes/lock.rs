//! Writes `quotes.lock`.

use std::path::PathBuf;

use super::done;
use crate::command::map::{Loaded, counted};
use crate::command::{Failure, Status};
use crate::file::{LOCK, NamedError, find_named, shown, write_whole};
use crate::workspace::code::BROKEN_LOCK;

/// Writes what was found beside the map; whole, or not at all. `paths` are what the map was loaded from.
pub fn write(loaded: &Loaded, paths: &[PathBuf]) -> Result<Status, Failure> {
    let workspace = &loaded.workspace;
    let [root] = workspace.roots.as_slice() else {
        return Err(Failure(format!(
            "{LOCK} lies beside a map, and this one lies in {}\nhelp: name one folder",
            counted(workspace.roots.len(), "folder", "folders")
        )));
    };
    if !workspace.map.left_out.is_nothing() {
        return Err(Failure(format!(
            "the map has errors, and {LOCK} would not know what they keep out: nothing was written\n\
             help: `counterpoint check` shows where they are"
        )));
    }
    let lock = workspace.quotations.record(&workspace.map, paths.iter().any(|path| !path.is_dir()));
    let all = workspace.map.quotations.ids();
    let unknown = all.filter(|&id| workspace.quotations.of(id).is_none_or(|checked| !checked.is_current())).count();
    let is_broken = workspace.diagnostics.counts().iter().any(|(code, _)| **code == BROKEN_LOCK);
    if is_broken && unknown > 0 {
        return Err(Failure(format!(
            "{LOCK} has lines that are not understood, and without all texts they would be lost: nothing was written\n\
             help: `counterpoint check` shows where they are"
        )));
    }
    let path = root.join(LOCK);
    match find_named(LOCK, root, Some(root)) {
        Err(NamedError::Missing) => {}
        Ok(real) if real.is_file() => {}
        Ok(_) => return Err(Failure(format!("{} is not written: it is not a file", shown(&path)))),
        Err(error) => return Err(Failure(format!("{} is not written: {error}", shown(&path)))),
    }
    write_whole(&path, lock.to_string().as_bytes())?;
    let quotations = counted(lock.quotations.len(), "quotation", "quotations");
    let sources = counted(lock.sources.len(), "source", "sources");
    let mut parts = vec![format!("wrote {}: {quotations} of {sources}", shown(&path))];
    if unknown > 0 {
        parts.push(format!("{} left out, whose texts are not here", counted(unknown, "quotation", "quotations")));
    }
    done(&parts);
    Ok(loaded.status())
}
