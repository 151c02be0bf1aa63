//! Words of a difference: they mean two versions of a map, or two whose positions are held against each other.

use std::path::{Path, PathBuf};

use crate::file::{Disk, find_map, shown};
use crate::workspace::Workspace;

use super::Refusal;
use super::contrast::are_sides;
use super::version::{Version, of_git};

/// Two versions or two speakers that are held against each other.
#[expect(clippy::large_enum_variant, reason = "there is one in a run")]
pub enum Wanted {
    /// An old version and a new one.
    Versions([Version; 2]),
    /// Two whom the map in these paths names.
    Sides(Vec<PathBuf>),
}

/// Versions or speakers that these words mean. Files and folders that exist are versions; a name that the map knows
/// comes before a revision, unless paths say which map it is whose revisions are meant.
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
    if !map.is_empty() && paths.is_empty() && are_names() {
        return Ok(Wanted::Sides(map));
    }
    if map.is_empty() || paths.is_empty() && words.iter().any(is_path) {
        return Err(no_such(words, &map));
    }
    match of_git(words, &map) {
        Ok(versions) => Ok(Wanted::Versions(versions)),
        Err(_) if !paths.is_empty() && are_names() => Ok(Wanted::Sides(map)),
        Err(failure) if !paths.is_empty() => Err(failure),
        Err(_) => Err(no_such(words, &map)),
    }
}

/// A word that is no name, no path and no revision.
fn no_such(words: &[String], map: &[PathBuf]) -> Refusal {
    let is_path = |word: &&String| *word == "-" || Path::new(word).exists();
    let word = words.iter().find(|word| !is_path(word)).map_or(String::new(), |word| shown(Path::new(word)));
    let names = if map.is_empty() {
        ""
    } else {
        "help: the map has no author, source or side of that name either: `counterpoint list authors` names the authors\n"
    };
    Refusal(format!("there is no file or folder `{word}`\n{names}help: {}", of_revisions(words, map)))
}

/// Advice for those who mean revisions of git.
fn of_revisions(words: &[String], map: &[PathBuf]) -> String {
    let map = map.first().map_or("PATH".to_owned(), |path| shown(path));
    let words: Vec<String> = words.iter().map(|word| shown(Path::new(word))).collect();
    format!("to compare revisions of git, name the map behind `--`: counterpoint diff {} -- {map}", words.join(" "))
}

/// Two folders or files, the old one first.
fn folders(words: &[String]) -> Result<[Version; 2], Refusal> {
    match words {
        [old, new] if old == "-" && new == "-" => {
            Err(Refusal("standard input can be read only once: name a file for one of the versions".to_owned()))
        }
        [old, new] => Ok([Version::on_disk(old), Version::on_disk(new)]),
        [_] => {
            let map: Vec<PathBuf> = find_map(&Disk, Path::new(".")).into_iter().collect();
            Err(Refusal(format!("two versions are wanted, and one is named\nhelp: {}", of_revisions(words, &map))))
        }
        more => Err(Refusal(format!(
            "two versions are wanted, and {} are named\nhelp: put the files of each into a folder of its own",
            more.len()
        ))),
    }
}
