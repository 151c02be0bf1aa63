//! Writes a file whole or not at all.

use std::fmt;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::pipe::open_patiently;
use super::read::shown;

/// Why a file could not be written; the old content, if any, is still there.
#[derive(Debug)]
pub struct WriteError {
    path: PathBuf,
    cause: io::Error,
}

impl fmt::Display for WriteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "cannot write {}: {}", shown(&self.path), self.cause)
    }
}

impl std::error::Error for WriteError {}

/// Puts `bytes` in the place of the file at `path`: written beside it first, then renamed over it, so that
/// no moment shows half a file. Permissions of an existing file are kept, those of a new one are what the system gives to new files;
/// a link is followed to its file, and one that leads nowhere is refused.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || -> io::Result<()> {
        let target = target(path)?;
        let existing = std::fs::metadata(&target).ok();
        if existing.as_ref().is_some_and(|found| !found.is_file() && !found.is_dir()) {
            // A device or pipe, such as /dev/stdout, cannot be replaced: it is written to.
            let pipe = open_patiently(&target, OpenOptions::new().write(true), "nobody reads from this pipe")?;
            return (&pipe).write_all(bytes);
        }
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        std::fs::metadata(folder)?;
        let mut draft = tempfile::Builder::new();
        if existing.is_none() {
            permit_as_new(&mut draft);
        }
        // The name of the draft says nothing to anybody: of its failures only the kind is told.
        let draft = draft.tempfile_in(folder).map_err(|cause| io::Error::from(cause.kind()))?;
        draft.as_file().write_all(bytes)?;
        draft.as_file().sync_all()?;
        if let Some(existing) = existing {
            draft.as_file().set_permissions(existing.permissions())?;
        }
        draft.persist(&target).map_err(|failed| failed.error)?;
        Ok(())
    };
    write().map_err(|cause| WriteError { path: path.to_path_buf(), cause })
}

/// The file that a path means: where a link leads, or the path itself where there is nothing yet.
fn target(path: &Path) -> io::Result<PathBuf> {
    match std::fs::canonicalize(path) {
        Err(cause) if std::fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) => {
            Err(match cause.kind() {
                io::ErrorKind::NotFound => io::Error::new(cause.kind(), "it is a link that leads nowhere"),
                _ => cause,
            })
        }
        found => Ok(found.unwrap_or_else(|_| path.to_path_buf())),
    }
}

/// Gives a draft the permissions of a new file: all that the system does not withhold, while drafts are private otherwise.
#[cfg(unix)]
fn permit_as_new(draft: &mut tempfile::Builder) {
    use std::os::unix::fs::PermissionsExt;
    draft.permissions(std::fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn permit_as_new(_: &mut tempfile::Builder) {}

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
    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_one_that_leads_nowhere_stays() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("file"), "old").expect("a file");
        for (link, to) in [("link", "file"), ("dangling", "none"), ("one", "other"), ("other", "one")] {
            symlink(to, at(link)).expect("a link");
        }
        write_whole(&at("link"), b"new").expect("written");
        assert_eq!(std::fs::read(at("file")).expect("read"), b"new");
        for link in ["dangling", "one"] {
            write_whole(&at(link), b"x").expect_err("it leads nowhere");
            assert!(at(link).is_symlink());
        }
        assert!(!at("none").exists());
    }

    #[cfg(unix)]
    #[test]
    fn an_existing_file_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "old").expect("a file");
        for mode in [0o600, 0o640, 0o755] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("it is ours");
            write_whole(&path, b"new").expect("written");
            let now = std::fs::metadata(&path).expect("it is there").permissions().mode();
            assert_eq!(now & 0o777, mode);
        }
    }
}
