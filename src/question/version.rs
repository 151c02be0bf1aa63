//! Versions of a map: a revision that git keeps, or the files as they lie; what each is called, and where its files are taken from.

use std::path::PathBuf;

use super::Refusal;
use crate::file::git::{GitError, Repository, Revision};
use crate::file::{Disk, shown};
use crate::workspace::Workspace;

/// A version of a map.
#[derive(Debug)]
pub struct Version {
    /// Name on the page: the revision or path as it was typed.
    pub name: String,
    /// The revision that it is taken from; none for the disk as it lies.
    revision: Option<Revision>,
    paths: Vec<PathBuf>,
}

/// How the files as they lie are called beside a revision.
const AS_THEY_LIE: &str = "the files as they lie";

impl Version {
    /// The files of a folder, or one file, as they lie on the disk.
    pub fn on_disk(path: &str) -> Version {
        Version { name: path.to_owned(), revision: None, paths: vec![PathBuf::from(path)] }
    }

    fn at(repository: &Repository, name: &str, paths: &[PathBuf]) -> Result<Version, GitError> {
        let revision = Some(repository.revision(name)?);
        Ok(Version { name: name.to_owned(), revision, paths: paths.to_vec() })
    }

    /// Reads it; all of it, so that nothing seems new or gone which only could not be read.
    pub fn load(&self) -> Result<Workspace, Refusal> {
        let Some(revision) = &self.revision else { return Workspace::load(&Disk, &self.paths).map_err(refusal) };
        let workspace = Workspace::load(revision, &self.paths);
        match revision.failure() {
            Some(failure) => Err(Refusal(format!("`{}` cannot be read: {failure}", self.name))),
            None => workspace.map_err(refusal),
        }
    }

    /// Other repositories inside of it, whose files this one does not keep.
    pub fn unread(&self) -> Vec<PathBuf> {
        let inside = |path: &PathBuf| self.revision.iter().flat_map(|it| it.repositories(path)).collect::<Vec<_>>();
        self.paths.iter().flat_map(inside).collect()
    }

    /// Where its mistakes are shown.
    pub fn help(&self) -> String {
        match &self.revision {
            None => {
                let paths: Vec<String> = self.paths.iter().map(|path| shown(path)).collect();
                format!("help: `counterpoint check {}` shows where", paths.join(" "))
            }
            Some(_) => "help: what is missing in it was not compared".to_owned(),
        }
    }
}

/// The versions that revisions of git stand for: two of them, one and the files as they lie, or `A..B` and `A...B` as git has it.
pub fn of_git(words: &[String], paths: &[PathBuf]) -> Result<[Version; 2], Refusal> {
    let repository = Repository::of(paths).map_err(refusal)?;
    let at = |name: &str| Version::at(&repository, if name.is_empty() { "HEAD" } else { name }, paths).map_err(refusal);
    match words {
        [old, new] => Ok([at(old)?, at(new)?]),
        [range] => {
            if let Some((one, other)) = range.split_once("...") {
                let [one, other] = [one, other].map(|name| if name.is_empty() { "HEAD" } else { name });
                let old = repository.common_ancestor(one, other).map_err(refusal)?;
                let old = Version { name: format!("where {one} and {other} part"), ..at(&old)? };
                return Ok([old, at(other)?]);
            }
            if let Some((old, new)) = range.split_once("..") {
                return Ok([at(old)?, at(new)?]);
            }
            let now = Version { name: AS_THEY_LIE.to_owned(), revision: None, paths: paths.to_vec() };
            Ok([at(range)?, now])
        }
        more => Err(Refusal(format!("one or two revisions are wanted before `--`, and {} are named", more.len()))),
    }
}

/// Why a version is not there, as the machine or git says it.
fn refusal(cause: impl std::error::Error) -> Refusal {
    Refusal(cause.to_string())
}
