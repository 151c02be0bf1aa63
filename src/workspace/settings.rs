//! `counterpoint.toml`: the settings of a map, beside it.

use std::fmt;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::levels::{Level, Levels};
use crate::check;
use crate::diagnostic::nearest::nearest;
use crate::file::{File, NamedError, SETTINGS, System, find_within, is_file, is_folder, read_file, shown};

/// The settings of a map.
#[derive(Debug, Default)]
pub struct Settings {
    /// How much each kind of finding counts.
    pub levels: Levels,
    /// What the rules need to know.
    pub check: check::Settings,
    /// The folder that the texts of sources are looked for in.
    pub sources: Option<PathBuf>,
    /// The folder that the settings stand in.
    pub folder: PathBuf,
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

/// What can be set.
const KEYS: [&str; 3] = ["levels", "quotation-words", "sources"];

impl Settings {
    /// The settings beside a map: in the folder given, or in that of the file given; the nearest upwards from there that has
    /// some, but not beyond where the map itself would be looked for. None is fine.
    pub fn beside(system: &dyn System, paths: &[PathBuf]) -> Result<Settings, SettingsError> {
        let Some(path) = paths.iter().find_map(|path| find(system, path)) else { return Ok(Settings::default()) };
        let error = |message: String| SettingsError { path: shown(&path), message };
        let folder = path.parent().unwrap_or(Path::new(""));
        find_within(system, &path, folder).map_err(|cause| match cause {
            NamedError::Outside => error("the file is a link that leads out of its folder".to_owned()),
            cause => error(cause.to_string()),
        })?;
        match read_file(system, &path).map_err(|cause| error(cause.to_string()))? {
            File { damage: None, text, .. } => Settings::parse(&shown(&path), &text),
            _ => Err(error("the file is not UTF-8".to_owned())),
        }
    }

    /// Reads settings; `path` is how their file is shown.
    pub fn parse(path: &str, text: &str) -> Result<Settings, SettingsError> {
        let error = |at: usize, message: String| {
            let line = text[..at].matches('\n').count() + 1;
            SettingsError { path: path.to_owned(), message: format!("line {line}: {message}") }
        };
        let written = DeTable::parse(text)
            .map_err(|cause| error(cause.span().map_or(0, |span| span.start), cause.message().to_owned()))?;
        let beside = Path::new(path).parent().unwrap_or(Path::new(""));
        let mut settings = Settings { folder: beside.to_path_buf(), ..Settings::default() };
        for (key, value) in written.get_ref() {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("levels", DeValue::Table(levels)) => {
                    for (name, word) in levels {
                        let level = word.get_ref().as_str().and_then(Level::of_word);
                        // A mistake in the name comes first: of one that there is not, no level is right.
                        let named = settings.levels.set(name.get_ref(), level.unwrap_or(Level::Deny));
                        named.map_err(|message| error(name.span().start, message))?;
                        if level.is_none() {
                            let message = level_wanted(name.get_ref(), word.get_ref().as_str());
                            return Err(error(word.span().start, message));
                        }
                    }
                }
                ("quotation-words", DeValue::Integer(number)) => {
                    let number = number.as_str().parse();
                    settings.check.quotation_words =
                        number.map_err(|_| error(value.span().start, wanted("quotation-words")))?;
                }
                ("sources", DeValue::String(folder)) => {
                    settings.sources = Some(beside.join(folder.as_ref()));
                }
                (key, _) => return Err(error(value.span().start, wanted(key))),
            }
        }
        Ok(settings)
    }
}

/// What is said of a level that is none.
fn level_wanted(name: &str, word: Option<&str>) -> String {
    let meant = word.and_then(|word| nearest(word, Level::WORDS.iter().map(|(_, word)| *word)));
    let help = meant.map_or(String::new(), |meant| format!("; did you mean `{meant}`?"));
    format!("`{name}` can be \"allow\", \"warn\" or \"deny\"{help}")
}

/// What is said of a setting that there is not, or whose value is none.
fn wanted(key: &str) -> String {
    match key {
        "levels" => {
            "`[levels]` stands on a line of its own, and below it lines such as `lone-issue = \"allow\"`".to_owned()
        }
        "quotation-words" => "`quotation-words` is a whole number, such as 15".to_owned(),
        "sources" => "`sources` is a folder, in quotation marks".to_owned(),
        _ => {
            let help = match nearest(key, KEYS.into_iter()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("there are `{}`", KEYS.join("`, `")),
            };
            format!("there is no setting `{key}`; {help}")
        }
    }
}

/// The settings file in the folder of a path, or in the folder above it.
fn find(system: &dyn System, path: &Path) -> Option<PathBuf> {
    let whole = system.absolute(path).ok()?;
    let folder = if is_folder(system, &whole) { whole.as_path() } else { whole.parent()? };
    let found = folder.ancestors().take(2).map(|folder| folder.join(SETTINGS)).find(|file| is_file(system, file))?;
    // Shown as it was reached: never an absolute path that the user did not write.
    let levels = folder.components().count() - found.parent()?.components().count();
    let mut near = if is_folder(system, path) { path.to_path_buf() } else { path.parent()?.to_path_buf() };
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
