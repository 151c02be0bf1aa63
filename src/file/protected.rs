//! The files that no output may take the place of: all that the program has read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The paths, by whichever way they were reached. One list for the whole program, so that nothing that is read can be forgotten.
static PROTECTED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Protects a file, whether or not it is there; `-` is what standard input comes from.
pub fn protect(path: &Path) {
    let path = if path == Path::new("-") { Path::new("/dev/stdin") } else { path };
    PROTECTED.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_path_buf());
}

/// Whether a path leads to a file that is protected, by whatever way.
pub fn is_protected(path: &Path) -> bool {
    let Ok(real) = std::fs::canonicalize(path) else { return false };
    let protected = PROTECTED.lock().unwrap_or_else(PoisonError::into_inner);
    protected.iter().any(|path| std::fs::canonicalize(path).is_ok_and(|path| path == real && path.is_file()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_protected_by_all_of_its_names() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("sub")).expect("a folder");
        std::fs::write(at("a.txt"), "").expect("a file");
        std::fs::write(at("b.txt"), "").expect("a file");
        protect(&at("sub/../a.txt"));
        assert!(is_protected(&at("a.txt")));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("a.txt", at("link")).expect("a link");
            assert!(is_protected(&at("link")));
        }
        assert!(!is_protected(&at("b.txt")) && !is_protected(&at("none")));
    }
}
