//! What the words of a difference mean: two versions of a map, or two whose positions are held against each other.

use std::path::{Path, PathBuf};

use crate::file::{Disk, find_map, shown};
use crate::workspace::Workspace;

use super::Refusal;
use super::contrast::are_sides;
use super::version::{Version, of_git};

/// What is held against each other.
pub enum Wanted {
    /// An old version and a new one.
    Versions([Version; 2]),
    /// Two whom the map in these paths names.
    Sides(Vec<PathBuf>),
}

/// What these words mean. Files and folders that exist are versions; a name that the map knows comes before a revision, unless paths say
/// which map it is whose revisions are meant.
pub fn wanted(words: &[String], paths: &[PathBuf]) -> Result<Wanted, Refusal> {
    let is_path = |word: &String| word == "-" || Path::new(word).exists();
    if paths.is_empty() && words.iter().all(is_path) {
        return folders(words).map(Wanted::Versions);
    }
    let map = match paths {
        [] => find_map(&Disk, Path::new(".")).into_iter().collect(),
        paths => paths.to_vec(),
    };
    let are_names = || Workspace::load(&Disk, &map).is_ok_and(|loaded| are_sides(&loaded.map, words));
    if map.is_empty() {
        return Err(neither(words, "no map is near whose authors or revisions could be meant"));
    }
    if paths.is_empty() && are_names() {
        return Ok(Wanted::Sides(map));
    }
    match of_git(words, &map) {
        Ok(versions) => Ok(Wanted::Versions(versions)),
        Err(_) if !paths.is_empty() && are_names() => Ok(Wanted::Sides(map)),
        Err(failure) if !paths.is_empty() => Err(failure),
        Err(Refusal(why)) => Err(neither(words, why.lines().next().unwrap_or_default())),
    }
}

/// Words that are neither names nor versions.
fn neither(words: &[String], why: &str) -> Refusal {
    let words: Vec<String> = words.iter().map(|word| shown(Path::new(word))).collect();
    Refusal(format!(
        "`{}` are neither two authors or sources of the map nor two versions of it: {why}\n\
         help: `counterpoint list authors` names the authors; two folders or files are versions, and so are revisions of git",
        words.join("` and `")
    ))
}

/// Two folders or files, the old one first.
fn folders(words: &[String]) -> Result<[Version; 2], Refusal> {
    match words {
        [old, new] if old == "-" && new == "-" => {
            Err(Refusal("standard input can be read only once: name a file for one of the versions".to_owned()))
        }
        [old, new] => Ok([Version::on_disk(old), Version::on_disk(new)]),
        [_] => Err(Refusal(
            "two versions are wanted, and one is named\nhelp: name another folder or file, or revisions of git: counterpoint diff HEAD~1"
                .to_owned(),
        )),
        more => Err(Refusal(format!(
            "two versions are wanted, and {} are named\nhelp: put the files of each into a folder of its own",
            more.len()
        ))),
    }
}
