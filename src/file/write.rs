//! Writes a file whole or not at all.

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file could not be written; the old content, if any, is still there.
#[derive(Debug)]
pub struct WriteError {
    path: PathBuf,
    cause: io::Error,
}

impl fmt::Display for WriteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "cannot write {}: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for WriteError {}

/// Puts `bytes` in the place of the file at `path`: written beside it first, then renamed over it, so that
/// no moment shows half a file. Permissions of an existing file are kept; a link is followed to its file.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || -> io::Result<()> {
        let target = match std::fs::canonicalize(path) {
            Ok(existing) => existing,
            Err(_) => path.to_path_buf(),
        };
        if std::fs::metadata(&target).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            // A device or pipe, such as /dev/stdout, cannot be replaced: it is written to.
            return std::fs::write(&target, bytes);
        }
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        std::fs::metadata(folder)?;
        // The name of the draft says nothing to anybody: of its failures only the kind is told.
        let draft = tempfile::NamedTempFile::new_in(folder).map_err(|cause| io::Error::from(cause.kind()))?;
        draft.as_file().write_all(bytes)?;
        draft.as_file().sync_all()?;
        let permissions = match std::fs::metadata(&target) {
            Ok(existing) => existing.permissions(),
            Err(_) => new_file_permissions(draft.path())?,
        };
        draft.as_file().set_permissions(permissions)?;
        draft.persist(&target).map_err(|failed| failed.error)?;
        Ok(())
    };
    write().map_err(|cause| WriteError { path: path.to_path_buf(), cause })
}

/// What a new file would be allowed here: temporary files are private, ours are for others to read.
#[cfg(unix)]
fn new_file_permissions(_draft: &Path) -> io::Result<std::fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn new_file_permissions(draft: &Path) -> io::Result<std::fs::Permissions> {
    Ok(std::fs::metadata(draft)?.permissions())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_a_failure_leaves_it_alone() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a.txt");
        write_whole(&path, b"one").expect("written");
        write_whole(&path, b"two").expect("replaced");
        assert_eq!(std::fs::read(&path).expect("read"), b"two");
        let missing = folder.path().join("none").join("a.txt");
        let error = write_whole(&missing, b"x").expect_err("no such folder");
        assert!(error.to_string().starts_with("cannot write "));
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1);
    }
}
