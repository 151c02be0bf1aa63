//! `counterpoint.toml`: the settings of a map, beside it.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::levels::{Level, Levels};
use crate::check;
use crate::file::{SETTINGS, shown};

/// The settings of a map.
#[derive(Debug, Default)]
pub struct Settings {
    /// How much each kind of finding counts.
    pub levels: Levels,
    /// What the rules need to know.
    pub check: check::Settings,
    /// The folder that the texts of sources are looked for in.
    pub sources: Option<PathBuf>,
}

/// Why settings are not understood.
#[derive(Debug)]
pub struct SettingsError {
    path: String,
    message: String,
}

impl fmt::Display for SettingsError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the settings in {} are not understood: {}", self.path, self.message)
    }
}

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    #[serde(default)]
    levels: std::collections::BTreeMap<String, Level>,
    quotation_words: Option<usize>,
    sources: Option<PathBuf>,
}

impl Settings {
    /// The settings beside a map: in the folder given, or in that of the file given; the nearest upwards from there that has
    /// some, but not beyond where the map itself would be looked for. None is fine.
    pub fn beside(paths: &[PathBuf]) -> Result<Settings, SettingsError> {
        let Some(path) = paths.iter().find_map(|path| find(path)) else { return Ok(Settings::default()) };
        let text = std::fs::read_to_string(&path)
            .map_err(|cause| SettingsError { path: shown(&path), message: cause.to_string() })?;
        Settings::parse(&shown(&path), &text)
    }

    /// Reads settings; `path` is how their file is shown.
    pub fn parse(path: &str, text: &str) -> Result<Settings, SettingsError> {
        let error = |message: String| SettingsError { path: path.to_owned(), message };
        let written: Written = toml::from_str(text).map_err(|cause| error(in_plain_words(&cause.to_string())))?;
        let mut settings = Settings::default();
        for (name, level) in &written.levels {
            settings.levels.set(name, *level).map_err(error)?;
        }
        if let Some(words) = written.quotation_words {
            settings.check.quotation_words = words;
        }
        settings.sources = written.sources.map(|folder| Path::new(path).parent().unwrap_or(Path::new("")).join(folder));
        Ok(settings)
    }
}

/// What the reader of TOML says, without the words of programmers.
fn in_plain_words(message: &str) -> String {
    let message = message.trim_end().replace("TOML parse error at", "at").replace("usize", "a whole number");
    format!("\n{message}")
}

/// The settings file in the folder of a path, or in the folder above it.
fn find(path: &Path) -> Option<PathBuf> {
    let real = std::path::absolute(path).ok()?;
    let folder = if real.is_dir() { real.as_path() } else { real.parent()? };
    let found = folder.ancestors().take(2).map(|folder| folder.join(SETTINGS)).find(|file| file.is_file())?;
    // Shown as it was reached: never an absolute path that the user did not write.
    let levels = folder.components().count() - found.parent()?.components().count();
    let mut near = if path.is_dir() { path.to_path_buf() } else { path.parent()?.to_path_buf() };
    for _ in 0..levels {
        near.push("..");
    }
    Some(near.join(SETTINGS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_the_texts_is_named_from_the_settings() {
        let settings = Settings::parse("maps/counterpoint.toml", "sources = \"../texts\"").expect("it is understood");
        assert_eq!(settings.sources.as_deref(), Some(Path::new("maps/../texts")));
    }
}
