//! Loads a map: finds its files, reads and parses them, follows what they include, and makes one map of all.

pub mod code;
mod include;
pub mod levels;
mod lock;
pub mod settings;
pub mod texts;

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::check::{self, Context};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::file::{Damage, File, FileId, Files, Origin, ReadError, Span};
use crate::model::{Map, SourceId, resolve};
use crate::quotation::Verification;
use crate::syntax::{Parsed, parse};
use include::Includes;
use settings::{Settings, SettingsError};

/// A map with all that was found about it.
#[derive(Debug)]
pub struct Workspace {
    /// The map: what is sound of the files.
    pub map: Map,
    /// What is wrong, in the order of the text.
    pub diagnostics: Diagnostics,
    /// The settings beside the map.
    pub settings: Settings,
    /// What is known of the quotations; nothing, unless they were looked up.
    pub quotations: Verification,
    /// The sources whose text is there and was not read, and why.
    pub unread: Vec<(SourceId, String)>,
    /// The folders that the map lies in.
    pub roots: Vec<PathBuf>,
}

/// Why a map could not be loaded at all.
#[derive(Debug)]
pub enum LoadError {
    /// A file could not be read.
    Read(ReadError),
    /// The settings are not understood.
    Settings(SettingsError),
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            LoadError::Read(error) => error.fmt(out),
            LoadError::Settings(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for LoadError {}

impl Workspace {
    /// Loads the map that consists of these files and folders.
    pub fn load(paths: &[PathBuf]) -> Result<Workspace, LoadError> {
        Workspace::load_from(&Origin::Disk, paths)
    }

    /// The same, from the disk or from a revision that git keeps.
    pub fn load_from(origin: &Origin, paths: &[PathBuf]) -> Result<Workspace, LoadError> {
        let mut workspace = Workspace::read(origin, paths)?;
        workspace.check();
        Ok(workspace)
    }

    /// Loads the map from the disk, with every quotation looked up in the text of its source, or in the lock beside the map. `places` says where
    /// the texts are, when it knows the settings.
    pub fn load_verified(
        paths: &[PathBuf],
        places: impl FnOnce(&Settings) -> texts::Places,
    ) -> Result<Workspace, LoadError> {
        let mut workspace = Workspace::read(&Origin::Disk, paths)?;
        let places = places(&workspace.settings);
        workspace.look_up(&places)?;
        workspace.check();
        Ok(workspace)
    }

    /// Looks up every quotation, and reads the texts for whoever wants to look up more.
    pub fn look_up(&mut self, places: &texts::Places) -> Result<(), LoadError> {
        let texts = texts::read(&self.map, &self.roots, places, &mut self.diagnostics);
        let lock = lock::read(&self.roots, &mut self.map.files, &mut self.diagnostics).map_err(LoadError::Read)?;
        let refused = texts.unread.iter().map(|(source, _)| *source).collect();
        self.quotations = Verification::new(&self.map, texts.found, lock).refusing(refused);
        self.unread = texts.unread;
        Ok(())
    }

    /// A map made of texts that are not files, each with the path that it is shown by.
    pub fn of_texts<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Workspace {
        let mut files = Files::default();
        let ids: Vec<FileId> = texts.into_iter().map(|(path, text)| files.add(File::new(path, text))).collect();
        let parsed = ids.iter().map(|&id| parse(id, &files.get(id).text)).collect();
        let mut workspace = Workspace::build(files, parsed, Diagnostics::default(), Settings::default());
        workspace.check();
        workspace
    }

    /// Everything but what the rules find.
    fn read(origin: &Origin, paths: &[PathBuf]) -> Result<Workspace, LoadError> {
        let settings = Settings::beside(origin, paths).map_err(LoadError::Settings)?;
        let (files, parsed, includes) = read(origin, paths).map_err(LoadError::Read)?;
        Ok(Workspace { roots: lock::roots(paths), ..Workspace::build(files, parsed, includes, settings) })
    }

    fn build(files: Files, parsed: Vec<Parsed>, includes: Diagnostics, settings: Settings) -> Workspace {
        let mut diagnostics = Diagnostics::default();
        for (id, file) in files.iter() {
            diagnostics.extend(file.damage.map(|damage| damaged(id, damage)));
        }
        let mut trees = Vec::with_capacity(parsed.len());
        for one in parsed {
            diagnostics.append(one.diagnostics);
            trees.push(one.tree);
        }
        diagnostics.append(includes);
        let map = resolve::resolve(files, trees, &mut diagnostics);
        Workspace {
            map,
            diagnostics,
            settings,
            quotations: Verification::default(),
            unread: Vec::new(),
            roots: Vec::new(),
        }
    }

    /// Looks the map over with every rule.
    fn check(&mut self) {
        let context = Context { map: &self.map, settings: &self.settings.check, quotations: &self.quotations };
        check::check(&context, &mut self.diagnostics);
        self.diagnostics.sort();
    }
}

/// Reads and parses the files of a map and all that they include, in an order that depends on their paths alone.
fn read(origin: &Origin, paths: &[PathBuf]) -> Result<(Files, Vec<Parsed>, Diagnostics), ReadError> {
    let mut wave: Vec<PathBuf> = Vec::new();
    for path in paths {
        wave.extend(if path == Path::new("-") { vec![path.clone()] } else { origin.map_files(path)? });
    }
    let (mut files, mut parsed) = (Files::default(), Vec::new());
    let mut includes = Includes::new(origin, paths);
    wave.retain(|path| includes.is_new(path));
    while !wave.is_empty() {
        let first = files.len();
        for file in origin.read_files(&wave)? {
            files.add(file);
        }
        let ids: Vec<FileId> = (first..files.len()).map(FileId::new).collect();
        parsed.par_extend(ids.par_iter().map(|&id| parse(id, &files.get(id).text)));
        let trees = ids.iter().zip(&wave).map(|(id, path)| (&parsed[id.index()].tree, path.as_path()));
        wave = includes.follow(&files, trees);
    }
    Ok((files, parsed, includes.finish()))
}

fn damaged(file: FileId, damage: Damage) -> Diagnostic {
    let at = |offset: usize, length: usize| Span::new(file, offset, offset + length);
    match damage {
        Damage::NotUtf8 { offset, count } => {
            let bytes = if count == 1 { "1 byte".to_owned() } else { format!("{count} bytes") };
            let message = format!("the file is not UTF-8: {bytes} cannot be read, the first at byte {offset}");
            Diagnostic::new(&code::NOT_UTF8, at(offset, 1), message)
                .label("no letter in UTF-8")
                .help("save the file in UTF-8; the rest of it was read all the same")
        }
        Damage::Utf16 => {
            Diagnostic::new(&code::NOT_UTF8, at(0, 0), "the file is UTF-16, not UTF-8; nothing of it was read")
                .help("save the file in UTF-8")
        }
        Damage::TooLarge => {
            Diagnostic::new(&code::TOO_LARGE, at(0, 0), "the file is larger than 4 GiB; nothing of it was read")
                .help("split the map into several files")
        }
    }
}
