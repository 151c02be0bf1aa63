//! Files that a map names, such as the text of a source: found inside a folder only, and read in one piece.

use std::fmt;
use std::io;
use std::io::ErrorKind::{NotADirectory, NotFound, PermissionDenied};
use std::path::{Path, PathBuf};

use super::system::{Kind, Listed, System, walked};

/// Why a file that a map names is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedError {
    /// There is no such file.
    Missing,
    /// It lies outside the folder that it has to lie in, or the way to it leads out.
    Outside,
    /// It is there, and cannot be read: why.
    Unreadable(String),
}

impl fmt::Display for NamedError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NamedError::Missing => out.write_str("there is no such file"),
            NamedError::Outside => out.write_str("it lies outside the folder"),
            NamedError::Unreadable(reason) => out.write_str(reason),
        }
    }
}

impl std::error::Error for NamedError {}

impl From<io::Error> for NamedError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound {
            return NamedError::Missing;
        }
        let text = error.to_string();
        let text = text.split(" (os error").next().unwrap_or_default();
        let mut letters = text.chars();
        let first = letters.next().map(|letter| letter.to_ascii_lowercase());
        NamedError::Unreadable(first.into_iter().chain(letters).collect())
    }
}

/// The real path of the file that is called `path` by somebody in `folder`. It has to lie `within` another folder, where one is
/// given: neither `..` nor a link leads out of it.
pub fn find_named(
    system: &dyn System,
    path: &str,
    folder: &Path,
    within: Option<&Path>,
) -> Result<PathBuf, NamedError> {
    let target = folder.join(path);
    match within {
        Some(within) => find_within(system, &target, within),
        None => Ok(system.real(&target)?),
    }
}

/// The real path that a path leads to, if that lies within a folder. Whether there is anything outside, nobody learns: neither by its
/// name, nor behind a link, nor by a link that leads nowhere.
pub fn find_within(system: &dyn System, target: &Path, within: &Path) -> Result<PathBuf, NamedError> {
    let (target, within) = (system.absolute(target)?, system.absolute(&Path::new(".").join(within))?);
    if !walked(&target).starts_with(walked(&within)) {
        return Err(NamedError::Outside);
    }
    let root = system.real(&within)?;
    let cause = match system.real(&target) {
        Ok(real) if real.starts_with(&root) => return Ok(real),
        Ok(_) => return Err(NamedError::Outside),
        Err(cause) => cause,
    };
    let depends_on_the_other_end = matches!(cause.kind(), NotFound | NotADirectory | PermissionDenied);
    for path in target.ancestors() {
        let Some(folder) = path.parent().and_then(|folder| system.real(folder).ok()) else { continue };
        // The last folder on the way that is there; what is called so in it is missing, or is a link.
        let is_link = || {
            let is_it = |it: &Listed| it.kind == Kind::Link && path.file_name() == Some(&it.name);
            system.list(&folder).is_ok_and(|listed| listed.iter().any(is_it))
        };
        if !folder.starts_with(&root) || depends_on_the_other_end && is_link() {
            return Err(NamedError::Outside);
        }
        break;
    }
    Err(cause.into())
}

/// All bytes of a file, as they were at one moment.
pub fn read_named(system: &dyn System, path: &Path) -> Result<Vec<u8>, NamedError> {
    // Not a pipe or device: it might never end.
    if system.kind(path)? != Kind::File {
        return Err(NamedError::Unreadable("it is not a file".to_owned()));
    }
    Ok(system.read_at_one_moment(path)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Disk;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir_all(folder.path().join("map/texts")).expect("folders");
        std::fs::write(folder.path().join("map/texts/a.txt"), "a").expect("a file");
        std::fs::write(folder.path().join("secret.txt"), "s").expect("a file");
        folder
    }

    fn found(path: &str, base: &Path) -> Result<(), NamedError> {
        let map = base.join("map");
        find_named(&Disk, path, &map, Some(&map)).map(drop)
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let folder = folder();
        let base = folder.path();
        assert_eq!(found("texts/a.txt", base), Ok(()));
        assert_eq!(found("texts/../texts/a.txt", base), Ok(()));
        assert_eq!(found("none.txt", base), Err(NamedError::Missing));
        assert_eq!(found("../secret.txt", base), Err(NamedError::Outside));
        assert_eq!(found("../none.txt", base), Err(NamedError::Outside));
        assert_eq!(found(&base.join("secret.txt").to_string_lossy(), base), Err(NamedError::Outside));
        assert!(find_named(&Disk, "../secret.txt", &base.join("map"), None).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_out_of_the_folder_or_in_a_circle() {
        let folder = folder();
        let base = folder.path();
        std::os::unix::fs::symlink(base.join("secret.txt"), base.join("map/out.txt")).expect("a link");
        std::os::unix::fs::symlink(base, base.join("map/up")).expect("a link");
        std::os::unix::fs::symlink("loop.txt", base.join("map/loop.txt")).expect("a link");
        assert_eq!(found("out.txt", base), Err(NamedError::Outside));
        assert_eq!(found("up/secret.txt", base), Err(NamedError::Outside));
        for none in ["up/none.txt", "up/none/../x", "up/../none", "up/secret.txt/x", "nowhere", "far/x", "far"] {
            std::os::unix::fs::symlink("../none", base.join("map/nowhere")).ok();
            std::os::unix::fs::symlink(base.join("none/none"), base.join("map/far")).ok();
            assert_eq!(found(none, base), Err(NamedError::Outside), "{none}");
        }
        assert!(matches!(found("loop.txt", base), Err(NamedError::Unreadable(_))));
    }

    /// A file of `/proc` has no length before it is read.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_changes_while_it_is_read_is_not_taken() {
        let refused = NamedError::Unreadable("it changed while it was read".to_owned());
        assert_eq!(read_named(&Disk, Path::new("/proc/self/status")), Err(refused));
    }

    #[test]
    fn a_file_is_read_whole_and_a_folder_not_at_all() {
        let folder = folder();
        assert_eq!(read_named(&Disk, &folder.path().join("secret.txt")), Ok(b"s".to_vec()));
        let refused = NamedError::Unreadable("it is not a file".to_owned());
        assert_eq!(read_named(&Disk, folder.path()), Err(refused));
        assert_eq!(read_named(&Disk, &folder.path().join("none")), Err(NamedError::Missing));
    }
}
