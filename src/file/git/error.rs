//! Why something cannot be had from git, in words.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use crate::file::read::shown;

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
    /// The map in the revision is larger than any map.
    TooMuch,
    /// An object of the repository is not as git makes it.
    Malformed,
    /// Git gives no answer.
    Silent,
    /// Message of git itself.
    Said(String),
}

/// So long nothing may come of git. It answers in a moment, unless it waits for somebody who may never come: where a pipe lies in the
/// place of a file, or a disk is gone.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

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
            GitError::Silent => write!(
                out,
                "git was asked and said nothing for {} seconds\n\
                 help: it waits for something, such as a disk, or a pipe in the place of one of its files; `git status` waits for the same",
                PATIENCE.as_secs()
            ),
            GitError::Said(message) => write!(out, "git could not do it: {message}"),
        }
    }
}

impl std::error::Error for GitError {}

impl GitError {
    /// Why git cannot be started.
    pub(super) fn no_git(cause: &io::Error) -> GitError {
        GitError::NoGit(match cause.kind() {
            io::ErrorKind::NotFound => "it is not installed".to_owned(),
            _ => cause.to_string(),
        })
    }

    /// Why what comes out of it cannot be read.
    pub(super) fn unreadable(cause: &io::Error) -> GitError {
        match cause.kind() {
            io::ErrorKind::TimedOut => GitError::Silent,
            _ => GitError::Said(format!("an object cannot be read: {cause}")),
        }
    }
}
