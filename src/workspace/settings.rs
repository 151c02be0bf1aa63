//! `counterpoint.toml`: the settings of a map, beside it. What is not understood of them is a finding.

use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::code::{BROKEN_SETTINGS, FIXED_LEVEL, UNKNOWN_FINDING, UNKNOWN_SETTING, UNUSABLE_SETTING};
use super::damage::damaged;
use super::levels::{Level, LevelError, Levels, named};
use crate::check;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fix};
use crate::file::{
    File, FileId, Files, NamedError, SETTINGS, Span, System, find_within, is_file, is_folder, is_larger, read_file,
    shown,
};

/// The settings of a map.
#[derive(Debug, Default)]
pub struct Settings {
    /// Levels of findings, as they are set.
    pub levels: Levels,
    /// Settings of the rules.
    pub check: check::Settings,
    /// The folder that the texts of sources are looked for in.
    pub sources: Option<PathBuf>,
    /// Their file among those of the map, where it has mistakes. It holds nothing of the map.
    pub file: Option<FileId>,
    /// The folder that the settings stand in.
    pub folder: PathBuf,
}

/// Settings of more bytes are not read: there are not so many things to be set.
const MOST_BYTES: u64 = 1 << 20;

/// Keys that can be set.
const KEYS: [&str; 3] = ["levels", "quotation-words", "sources"];

impl Settings {
    /// The settings beside a map: in the folder given, or in that of the file given; the nearest upwards from there that has some, but
    /// not beyond where the map itself would be looked for. None is fine. A file with mistakes is added to the files, so that they have a
    /// place.
    pub fn beside(
        system: &dyn System,
        paths: &[PathBuf],
        files: &mut Files,
        diagnostics: &mut Diagnostics,
    ) -> Settings {
        let Some(path) = paths.iter().find_map(|path| find(system, path)) else { return Settings::default() };
        let id = FileId::new(files.len());
        let folder = path.parent().unwrap_or(Path::new(""));
        let file = match file_beside(system, &path, folder) {
            Ok(file) => file,
            Err((message, help)) => {
                files.add(File::new(shown(&path), ""));
                diagnostics.push(Diagnostic::new(&BROKEN_SETTINGS, Span::new(id, 0, 0), message).help(help));
                return Settings { file: Some(id), ..Settings::default() };
            }
        };
        if let Some(damage) = file.damage {
            files.add(file);
            diagnostics.push(damaged(id, damage));
            return Settings { file: Some(id), ..Settings::default() };
        }
        let (mut settings, found) = Settings::parse(&file.path, id, &file.text);
        if !found.is_empty() {
            files.add(file);
            diagnostics.extend(found);
            settings.file = Some(id);
        }
        settings
    }

    /// Parses a file of settings, with its findings; `path` is how the file is shown, which says where its folder is.
    /// What is not understood is as if it were not there.
    pub fn parse(path: &str, file: FileId, text: &str) -> (Settings, Vec<Diagnostic>) {
        let folder = Path::new(path).parent().unwrap_or(Path::new(""));
        let settings = Settings { folder: folder.to_path_buf(), ..Settings::default() };
        let mut reader = Reader { file, settings, diagnostics: Vec::new() };
        let (written, errors) = DeTable::parse_recoverable(text);
        // Settings behind a mistake in the form may be read wrongly: they are looked at when the form is right.
        for error in &errors {
            let at = error.span().unwrap_or(0..0);
            reader.find(&BROKEN_SETTINGS, at, error.message().to_owned(), "here the form is broken");
        }
        if errors.is_empty() {
            for (key, value) in written.get_ref() {
                reader.setting(folder, key.get_ref(), key.span(), value);
            }
        }
        reader.diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
        (reader.settings, reader.diagnostics)
    }
}

/// Takes settings one by one.
struct Reader {
    file: FileId,
    settings: Settings,
    diagnostics: Vec<Diagnostic>,
}

impl Reader {
    /// Adds a finding; what it says to do is added by whoever knows.
    fn find(&mut self, code: &'static Code, at: Range<usize>, message: String, label: &'static str) -> &mut Diagnostic {
        let span = Span::new(self.file, at.start, at.end);
        self.diagnostics.push(Diagnostic::new(code, span, message).label(label));
        self.diagnostics.last_mut().expect("it was put there")
    }

    fn setting(&mut self, folder: &Path, key: &str, place: Range<usize>, value: &Spanned<DeValue<'_>>) {
        match (key, value.get_ref()) {
            ("levels", DeValue::Table(levels)) => {
                for (name, word) in levels {
                    self.level(name.get_ref(), name.span(), word);
                }
            }
            ("quotation-words", DeValue::Integer(number)) if number.as_str().parse::<usize>().is_ok() => {
                self.settings.check.quotation_words = number.as_str().parse().unwrap_or_default();
            }
            ("sources", DeValue::String(name)) => self.settings.sources = Some(folder.join(name.as_ref())),
            _ => self.refuse(key, place, value.span()),
        }
    }

    /// A setting that there is not, or whose value is none.
    fn refuse(&mut self, key: &str, place: Range<usize>, value: Range<usize>) {
        let help = match key {
            "levels" => "`[levels]` stands on a line of its own, and below it lines such as `lone-issue = \"allow\"`",
            "quotation-words" => "write a whole number, such as `quotation-words = 15`",
            "sources" => "write a folder in quotation marks, such as `sources = \"../texts\"`",
            _ => {
                self.find(&UNKNOWN_SETTING, place, format!("there is no setting `{key}`"), "unknown setting");
                self.suggest(key, nearest(key, KEYS.into_iter()), format!("there are `{}`", KEYS.join("`, `")));
                return;
            }
        };
        let message = format!("`{key}` cannot be set to this");
        self.find(&UNUSABLE_SETTING, value, message, "another value is wanted").help = Some(help.to_owned());
    }

    fn level(&mut self, name: &str, place: Range<usize>, word: &Spanned<DeValue<'_>>) {
        let level = word.get_ref().as_str().and_then(Level::of_word);
        // A mistake in the name comes first: of one that there is not, no level is right.
        match (named(name, level.unwrap_or(Level::Deny)), level) {
            (Err(LevelError::Unknown { name, meant }), _) => {
                let message = format!("there is no finding called `{name}`");
                self.find(&UNKNOWN_FINDING, place, message, "unknown finding");
                self.suggest(&name, meant, "`counterpoint explain` lists them all".to_owned());
            }
            (Err(error @ LevelError::Fixed { .. }), _) => {
                let found = self.find(&FIXED_LEVEL, place, error.to_string(), "always an error");
                found.help = Some("mend what it finds, and take this line out".to_owned());
            }
            (Ok(Some(_) | None), Some(level)) => {
                let set = self.settings.levels.set(name, level);
                debug_assert_eq!(set, Ok(()), "it may have this level");
            }
            (Ok(_), None) => {
                let message = format!("`{name}` cannot have this level");
                self.find(&UNUSABLE_SETTING, word.span(), message, "no level");
                let written = word.get_ref().as_str().unwrap_or_default();
                let meant = nearest(written, Level::WORDS.iter().map(|(_, word)| *word));
                self.suggest(written, meant, "write \"allow\", \"warn\" or \"deny\"".to_owned());
            }
        }
    }

    /// Adds to the last finding what was perhaps meant instead of a word, or else other help.
    fn suggest(&mut self, written: &str, meant: Option<&str>, other: String) {
        let last = self.diagnostics.last_mut().expect("there is a finding to help with");
        last.help = Some(meant.map_or(other, |meant| format!("did you mean `{meant}`?")));
        let length = (last.span.end - last.span.start) as usize;
        // Between quotation marks the word is a part of what is marked.
        let marks = length.saturating_sub(written.len()) / 2;
        last.fix = meant.map(|meant| {
            let (start, end) = (last.span.start as usize + marks, last.span.end as usize - marks);
            Fix { span: Span::new(last.span.file, start, end), replacement: meant.to_owned() }
        });
    }
}

/// The file of the settings, read if it lies in its folder and not only leads out of it; else what is wrong, and what to do.
fn file_beside(system: &dyn System, path: &Path, folder: &Path) -> Result<File, (String, &'static str)> {
    let unreadable = "see that the file can be read, or take it away: a map needs no settings";
    match find_within(system, path, folder) {
        Err(NamedError::Outside) => {
            let folder = if folder.as_os_str().is_empty() { ".".to_owned() } else { shown(folder) };
            let message =
                format!("the settings are a link that leads out of the folder `{folder}`; none of them were read");
            Err((message, "put the file itself there, instead of a link to it"))
        }
        Err(cause) => Err((cause.to_string(), unreadable)),
        Ok(_) if is_larger(system, path, MOST_BYTES) => Err(too_large()),
        Ok(_) => match read_file(system, path) {
            Ok(file) if file.text.len() as u64 > MOST_BYTES => Err(too_large()),
            read => read.map_err(|cause| (cause.to_string(), unreadable)),
        },
    }
}

fn too_large() -> (String, &'static str) {
    let message = "the settings are larger than 1 MiB; none of them were read";
    (message.to_owned(), "see whether this is the file that was meant: there are not so many things to be set")
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

    /// Findings in settings, each with the place that it is about.
    fn found(text: &str) -> Vec<String> {
        let (_, diagnostics) = Settings::parse("counterpoint.toml", FileId::new(0), text);
        let place = |it: &Diagnostic| text[it.span.start as usize..it.span.end as usize].to_owned();
        diagnostics.iter().map(|it| format!("{} at {}", it.code.name, place(it))).collect()
    }

    #[test]
    fn the_folder_of_the_texts_is_named_from_the_settings() {
        let (settings, _) = Settings::parse("maps/counterpoint.toml", FileId::new(0), "sources = \"../texts\"");
        assert_eq!(settings.sources.as_deref(), Some(Path::new("maps/../texts")));
    }

    #[test]
    fn every_mistake_is_found_at_its_place_and_the_rest_is_taken() {
        let text = "colour = 1\nquotation-words = -1\nsources = \"a\"\n[levels]\nlone-isue = \"deny\"\nunknown-name = \"allow\"\n\
                    lone-issue = \"warm\"\n\"missing-date\" = 1\n";
        let expected = [
            "unknown-setting at colour",
            "unusable-setting at -1",
            "unknown-finding at lone-isue",
            "fixed-level at unknown-name",
            "unusable-setting at \"warm\"",
            "unusable-setting at 1",
        ];
        assert_eq!(found(text), expected);
        let (settings, _) = Settings::parse("counterpoint.toml", FileId::new(0), text);
        assert_eq!(settings.sources.as_deref(), Some(Path::new("a")));
    }

    #[test]
    fn settings_in_a_broken_form_are_not_guessed_at() {
        assert_eq!(found("[levels\ncolour = 1\n").len(), 1);
    }
}
