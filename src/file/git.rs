//! Repositories of git: finds the one that a map lies in, and asks it for its versions. Nothing in it is ever written.

mod error;
mod objects;
mod process;
mod revision;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::read::shown;
use process::asked;

pub use error::GitError;
pub use revision::Revision;

/// A repository of git with its working tree.
#[derive(Debug)]
pub struct Repository {
    /// Its top folder, as a real path.
    top: PathBuf,
}

impl Repository {
    /// The repository that all these paths lie in, whether or not they are still there.
    pub fn of(paths: &[PathBuf]) -> Result<Repository, GitError> {
        let mut found: Option<PathBuf> = None;
        for path in paths {
            let top = top(path)?;
            if found.as_ref().is_some_and(|found| *found != top) {
                return Err(GitError::SeveralRepositories);
            }
            found = Some(top);
        }
        found.map(|top| Repository { top }).ok_or_else(|| GitError::NoRepository(PathBuf::from(".")))
    }

    /// The files that it held at a revision, such as `main~3`, a tag or a commit.
    pub fn revision(&self, name: &str) -> Result<Revision, GitError> {
        let tree = self.resolve(name, "tree")?;
        Revision::of_tree(&self.top, name, tree)
    }

    /// The revision that two come from.
    pub fn common_ancestor(&self, one: &str, other: &str) -> Result<String, GitError> {
        let ids = [self.resolve(one, "commit")?, self.resolve(other, "commit")?];
        let found = asked(&self.top, &["merge-base", &ids[0], &ids[1]])?;
        let found = found.map_err(|_| GitError::NoCommonAncestor(one.to_owned(), other.to_owned()))?;
        Ok(String::from_utf8_lossy(&found).into_owned())
    }

    /// The id of what a revision stands for. What begins with a dash names none, and is never handed on as an option.
    fn resolve(&self, name: &str, kind: &str) -> Result<String, GitError> {
        let wanted = format!("{name}^{{{kind}}}");
        let words = ["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted];
        let found =
            if name.starts_with('-') || name.is_empty() { Err(String::new()) } else { asked(&self.top, &words)? };
        let id = found.map(|id| String::from_utf8_lossy(&id).into_owned()).unwrap_or_default();
        if !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(id);
        }
        let is_known = |kind: &str| {
            let wanted = format!("{name}^{{{kind}}}");
            asked(&self.top, &["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])
        };
        if kind == "tree" && !name.starts_with('-') && is_known("commit")?.is_ok() {
            return Err(GitError::MissingObject);
        }
        let shallow = asked(&self.top, &["rev-parse", "--is-shallow-repository"])?;
        Err(GitError::NoRevision { name: name.to_owned(), shallow: shallow.is_ok_and(|said| said == b"true") })
    }
}

/// The top folder of the repository that a path lies in.
fn top(path: &Path) -> Result<PathBuf, GitError> {
    let none = || GitError::NoRepository(path.to_path_buf());
    let whole = std::path::absolute(path).map_err(|_| none())?;
    let folder = whole.ancestors().find(|folder| folder.is_dir()).ok_or_else(none)?;
    let printed = asked(folder, &["rev-parse", "--show-toplevel"])?.map_err(|said| match said.as_str() {
        said if said.contains("not a git repository") => none(),
        said => GitError::Said(said.to_owned()),
    })?;
    let top = path_of(&printed);
    std::fs::canonicalize(&top).map_err(|cause| GitError::Said(format!("{}: {cause}", shown(&top))))
}

/// A path that git prints.
fn path_of(printed: &[u8]) -> PathBuf {
    #[cfg(unix)]
    let path = std::os::unix::ffi::OsStrExt::from_bytes(printed);
    #[cfg(not(unix))]
    let path = String::from_utf8_lossy(printed);
    #[cfg(not(unix))]
    let path = OsStr::new(path.as_ref());
    let path: &OsStr = path;
    PathBuf::from(path)
}
