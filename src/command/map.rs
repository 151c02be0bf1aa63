//! Which map a command is about: the paths among what a person typed, or the nearest map.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::file::{Disk, ENDING, ReadError, find_map, shown};
use crate::question::names::is_known;
use crate::workspace::Workspace;
use crate::workspace::levels::{Level, Levels};

use super::outcome::{Failure, Status, say};
use super::texts::TextArgs;

/// The map, and how much its findings count.
#[derive(Debug, Args)]
#[command(next_help_heading = "Map")]
pub struct MapArgs {
    /// A file or folder of the map; may be given more than once
    #[arg(long = "map", value_name = "PATH")]
    pub map: Vec<PathBuf>,
    /// Do not speak of these warnings
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub allow: Vec<String>,
    /// Count these as warnings, where the settings say otherwise
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub warn: Vec<String>,
    /// Count these warnings as errors; `warnings` means all that are not named
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub deny: Vec<String>,
}

/// A map that was loaded, with the levels of its findings.
pub struct Loaded {
    /// The map and what was found.
    pub workspace: Workspace,
    /// Levels of findings, from the options.
    pub levels: Levels,
}

impl MapArgs {
    /// These paths and those of `--map`.
    pub fn all(&self, paths: &[PathBuf]) -> Vec<PathBuf> {
        [self.map.as_slice(), paths].concat()
    }

    /// Loads the map of these paths and those of `--map`; with none, the nearest one.
    pub fn load(&self, paths: &[PathBuf]) -> Result<Loaded, Failure> {
        self.load_by(paths, |paths| Workspace::load(&Disk, paths))
    }

    /// The same, with every quotation looked up.
    pub fn load_verified(&self, paths: &[PathBuf], texts: &TextArgs) -> Result<Loaded, Failure> {
        texts.verify()?;
        self.load_by(paths, |paths| Workspace::load_verified(&Disk, paths, |settings| texts.places(settings)))
    }

    fn load_by(
        &self,
        paths: &[PathBuf],
        load: impl FnOnce(&[PathBuf]) -> Result<Workspace, ReadError>,
    ) -> Result<Loaded, Failure> {
        let mut all = self.all(paths);
        if all.is_empty() {
            all.push(find_map(&Disk, Path::new("."))?);
        }
        if let Some(word) = all.iter().find(|path| looks_like_a_name(path)) {
            return Err(Failure(format!(
                "there is no file or folder `{}`\nhelp: a path is wanted here; what the map names goes behind an option, such as `--issue NAME`",
                shown(word)
            )));
        }
        self.judged(load(&all)?)
    }

    /// A map with the levels that its settings and the command line give to findings.
    pub fn judged(&self, workspace: Workspace) -> Result<Loaded, Failure> {
        let mut levels = Levels::default();
        levels.append(&workspace.settings.levels);
        for (names, level) in [(&self.allow, Level::Allow), (&self.warn, Level::Warn), (&self.deny, Level::Deny)] {
            levels.set_all(names, level)?;
        }
        Ok(Loaded { workspace, levels })
    }

    /// Tells names from paths in what was typed, and loads the map. A word is a path if it contains `/` or is `-`, or if a
    /// file or folder is called so and nothing in the map is. Beside a name, a map file is one at once.
    pub fn load_with_names(&self, words: &[String]) -> Result<(Loaded, Vec<String>), Failure> {
        let is_path = |word: &str| word == "-" || word.contains(['/', std::path::MAIN_SEPARATOR]);
        let is_map_file =
            |word: &str| Path::new(word).extension().is_some_and(|it| it == ENDING) && Path::new(word).is_file();
        let has_name = words.iter().any(|word| !is_path(word) && !is_map_file(word));
        let (paths, names): (Vec<String>, Vec<String>) =
            words.iter().cloned().partition(|word| is_path(word) || has_name && is_map_file(word));
        let mut paths: Vec<PathBuf> = paths.into_iter().map(PathBuf::from).collect();
        let (existing, mut names): (Vec<String>, Vec<String>) =
            names.into_iter().partition(|word| Path::new(word).exists());
        if existing.is_empty() {
            return Ok((self.load(&paths)?, names));
        }
        // Both a name and a path, so far: the map that there is without them decides.
        let has_map = !paths.is_empty() || !self.map.is_empty() || find_map(&Disk, Path::new(".")).is_ok();
        let loaded = if has_map { Some(self.load(&paths)?) } else { None };
        let is_name = |word: &String| loaded.as_ref().is_some_and(|loaded| is_known(&loaded.workspace.map, word));
        let (named, further): (Vec<String>, Vec<String>) = existing.into_iter().partition(is_name);
        names = words.iter().filter(|word| names.contains(word) || named.contains(word)).cloned().collect();
        if let (Some(loaded), true) = (loaded, further.is_empty()) {
            return Ok((loaded, names));
        }
        paths.extend(further.into_iter().map(PathBuf::from));
        Ok((self.load(&paths)?, names))
    }
}

impl Loaded {
    /// Says beside the output what errors kept out of it, and what the exit status is then.
    pub fn status(&self) -> Status {
        self.status_of("the map", "help: `counterpoint check` shows where")
    }

    /// The same, of one of several maps that a command is about.
    pub fn status_of(&self, which: &str, help: &str) -> Status {
        let (errors, _) = self.levels.count(&self.workspace.diagnostics);
        if errors == 0 {
            return Status::Sound;
        }
        let omitted = self.workspace.map.omitted;
        let parts = [
            (omitted.entries, "entry", "entries"),
            (omitted.clauses, "clause", "clauses"),
            (omitted.sourceless, "statement of unknown source", "statements of unknown source"),
        ];
        let parts = parts.iter().filter(|(number, ..)| *number > 0);
        let parts: Vec<String> = parts.map(|(number, one, many)| counted(*number, one, many)).collect();
        let what = if parts.is_empty() { String::new() } else { format!("; left out: {}", parts.join(", ")) };
        say(format_args!("{} in {which}{what}\n{help}", counted(errors, "error", "errors")));
        Status::Findings
    }
}

/// Whether somebody gave a name where a path is wanted.
fn looks_like_a_name(path: &Path) -> bool {
    let word = path.to_string_lossy();
    !word.contains(['/', '.', std::path::MAIN_SEPARATOR]) && word != "-" && !path.exists()
}

/// `1 error`, `2 errors`.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
