//! Repositories of git: finds the one that a map lies in, and asks it for its versions. Nothing in it is ever written.

mod objects;
mod revision;

use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub use revision::Revision;

use super::read::shown;

/// Why something cannot be had from git.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GitError {
    /// The program `git` cannot be started: why.
    NoGit(String),
    /// The path lies in no repository.
    NoRepository(PathBuf),
    /// The paths lie in different repositories.
    SeveralRepositories,
    /// There is no such revision.
    NoRevision {
        /// As it was typed.
        name: String,
        /// Whether the repository holds only the latest part of its history.
        shallow: bool,
    },
    /// Two revisions have no ancestor that both come from.
    NoCommonAncestor(String, String),
    /// The repository names an object that it has not got.
    MissingObject,
    /// What the revision holds of the map is larger than any map.
    TooMuch,
    /// What the repository holds is not as git makes it.
    Malformed,
    /// What git says itself.
    Said(String),
}

impl fmt::Display for GitError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GitError::NoGit(cause) => write!(
                out,
                "the program `git`, which keeps the versions, cannot be started: {cause}\n\
                 help: install it; or compare two folders, for which it is not needed"
            ),
            GitError::NoRepository(path) => write!(
                out,
                "{} lies in no repository of git, so it has no versions there\n\
                 help: to compare two folders or files, name them without `--`",
                shown(path)
            ),
            GitError::SeveralRepositories => out.write_str("the paths lie in different repositories of git"),
            GitError::NoRevision { name, shallow: false } => write!(
                out,
                "the repository has no revision `{name}`\n\
                 help: `git log --oneline` lists them; a path belongs behind the `--`"
            ),
            GitError::NoRevision { name, shallow: true } => write!(
                out,
                "there is no revision `{name}` here; this repository holds only the latest part of its history\n\
                 help: `git fetch --unshallow` brings the rest"
            ),
            GitError::NoCommonAncestor(one, other) => {
                write!(out, "`{one}` and `{other}` come from no common revision, so `...` means nothing between them")
            }
            GitError::MissingObject => out.write_str(
                "the object is not here: this clone holds only a part of the repository\n\
                 help: `git fetch --refetch --no-filter` brings the rest",
            ),
            GitError::TooMuch => out.write_str(
                "this revision holds more than 256 MiB or a million names there, or a link of more than 4 KiB\n\
                 help: name the folder of the map behind the `--`, and nothing around it",
            ),
            GitError::Malformed => out.write_str("the repository is damaged\nhelp: `git fsck` says more"),
            GitError::Said(message) => write!(out, "git could not do it: {message}"),
        }
    }
}

impl std::error::Error for GitError {}

/// A repository of git with its working tree.
#[derive(Debug)]
pub struct Repository {
    /// Its top folder, as a real path.
    top: PathBuf,
}

/// What the environment of a hook says of another place than the one that is asked about.
const ELSEWHERE: [&str; 5] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE"];

/// The program, to be run in a folder: it takes no lock, fetches nothing, asks nothing, and speaks English.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).stdin(Stdio::null()).stderr(Stdio::piped()).stdout(Stdio::piped());
    for variable in ELSEWHERE {
        command.env_remove(variable);
    }
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
    // Older ones know nothing of `GIT_NO_LAZY_FETCH`: they are allowed no way to fetch.
    command.env("LC_ALL", "C").env("GIT_ALLOW_PROTOCOL", "none");
    command
}

/// What git prints, without the last line end; the error is what it says beside that.
fn asked(folder: &Path, words: &[&str]) -> Result<Result<Vec<u8>, String>, GitError> {
    let output = git(folder).args(words).output().map_err(|cause| no_git(&cause))?;
    if !output.status.success() {
        return Ok(Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    let mut printed = output.stdout;
    if printed.last() == Some(&b'\n') {
        printed.pop();
    }
    Ok(Ok(printed))
}

fn no_git(cause: &io::Error) -> GitError {
    GitError::NoGit(match cause.kind() {
        io::ErrorKind::NotFound => "it is not installed".to_owned(),
        _ => cause.to_string(),
    })
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
