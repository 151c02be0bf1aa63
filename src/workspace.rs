//! Loads a map: finds its files, reads and parses them, follows what they include, and makes one map of all; once, or after each
//! change again.

pub mod accept;
mod canonical;
pub mod code;
mod damage;
mod drafts;
mod include;
mod known;
pub mod levels;
mod lock;
mod mended;
mod open;
mod read;
pub mod settings;
pub mod texts;

use std::path::PathBuf;
use std::sync::Arc;

use crate::check::{self, Context};
use crate::diagnostic::Diagnostics;
use crate::file::{File, FileId, Files, ReadError, System};
use crate::model::{Map, SourceId};
use crate::quotation::{Lock, Searched, Text, Verification};
use crate::syntax::parse;
use crate::syntax::tree::Tree;

use known::Known;
use read::{Read, findings, read};
use settings::Settings;

pub use drafts::Drafted;
pub use mended::mended;
pub use open::OpenMap;

/// A map with all that was found about it.
#[derive(Debug, Default)]
pub struct Workspace {
    /// The map: what is sound of the files and no draft.
    pub map: Map,
    /// The map with its drafts, where it has any.
    pub drafted: Option<Box<Drafted>>,
    /// Findings about the syntax and the map, in the order of the text.
    pub diagnostics: Diagnostics,
    /// The settings beside the map.
    pub settings: Settings,
    /// Results of looking up the quotations; empty, unless they were looked up.
    pub quotations: Verification,
    /// The sources whose text is there and was not read, and why.
    pub unread: Vec<(SourceId, String)>,
    /// The folders that the map lies in.
    pub roots: Vec<PathBuf>,
}

impl Workspace {
    /// Loads the map that consists of these files and folders.
    pub fn load(system: &dyn System, paths: &[PathBuf]) -> Result<Workspace, ReadError> {
        let mut workspace = Workspace::read(system, paths)?;
        workspace.check();
        Ok(workspace)
    }

    /// The same, with every quotation looked up in the text of its source, or in the lock beside the map. `places` says where
    /// the texts are, when it knows the settings.
    pub fn load_verified(
        system: &dyn System,
        paths: &[PathBuf],
        places: impl FnOnce(&Settings) -> texts::Places,
    ) -> Result<Workspace, ReadError> {
        let mut workspace = Workspace::read(system, paths)?;
        let places = places(&workspace.settings);
        workspace.look_up(system, &places)?;
        workspace.check();
        Ok(workspace)
    }

    /// Looks up every quotation, and reads the texts for whoever wants to look up more.
    pub fn look_up(&mut self, system: &dyn System, places: &texts::Places) -> Result<(), ReadError> {
        self.look_up_with(system, places, &mut Known::default(), |map, texts, lock, _| {
            Verification::new(map, texts, lock)
        })?;
        Ok(())
    }

    /// The same, with what is known from before; the texts come back with their real paths.
    fn look_up_again(
        &mut self,
        system: &dyn System,
        places: &texts::Places,
        known: &mut Known,
    ) -> Result<Vec<(PathBuf, Arc<Text>)>, ReadError> {
        self.look_up_with(system, places, known, Verification::again)
    }

    fn look_up_with(
        &mut self,
        system: &dyn System,
        places: &texts::Places,
        known: &mut Known,
        search: impl FnOnce(&Map, Vec<Option<Arc<Text>>>, Lock, &mut Searched) -> Verification,
    ) -> Result<Vec<(PathBuf, Arc<Text>)>, ReadError> {
        let map = self.drafted.as_ref().map_or(&self.map, |drafted| &drafted.map);
        let texts = texts::read(system, map, &self.roots, places, known, &mut self.diagnostics);
        let lock = lock::read(system, &self.roots, &mut self.map.files, &mut self.diagnostics)?;
        let map = self.drafted.as_ref().map_or(&self.map, |drafted| &drafted.map);
        let quotations = search(map, texts.found, lock, &mut known.searched).refusing(refused(&texts.unread));
        match &mut self.drafted {
            None => self.quotations = quotations,
            Some(drafted) => {
                self.quotations = quotations.of_part(&drafted.map, &self.map);
                drafted.quotations = quotations;
                drafted.unread = texts.unread;
                self.unread = drafted.unread_of(&self.map);
                return Ok(texts.by_path);
            }
        }
        self.unread = texts.unread;
        Ok(texts.by_path)
    }

    /// A map made of texts that are not files, each with the path that it is shown by.
    pub fn of_texts<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Workspace {
        let mut files = Files::default();
        let ids: Vec<FileId> = texts.into_iter().map(|(path, text)| files.add(File::new(path, text))).collect();
        let mut diagnostics = Diagnostics::default();
        let parse_one = |&id: &FileId| {
            let parsed = parse(id, &files.get(id).text);
            diagnostics.append(parsed.diagnostics);
            parsed.tree
        };
        let trees: Vec<Tree> = ids.iter().map(parse_one).collect();
        let (map, drafted) = drafts::resolved(files, trees, &mut diagnostics);
        let mut workspace = Workspace { map, drafted, diagnostics, ..Workspace::default() };
        workspace.check();
        workspace
    }

    /// Everything but what the rules find.
    fn read(system: &dyn System, paths: &[PathBuf]) -> Result<Workspace, ReadError> {
        let Read { files, trees, found, includes, reals } = read(system, paths, &mut Known::default())?;
        drop(reals);
        let mut diagnostics = findings(&files, found.into_iter(), includes);
        let resolved = drafts::resolved(files, trees, &mut diagnostics);
        Ok(Workspace::of_map(system, paths, resolved, diagnostics))
    }

    /// A map with the settings beside it.
    fn of_map(
        system: &dyn System,
        paths: &[PathBuf],
        (mut map, drafted): (Map, Option<Box<Drafted>>),
        mut diagnostics: Diagnostics,
    ) -> Workspace {
        let settings = Settings::beside(system, paths, &mut map.files, &mut diagnostics);
        texts::protect(drafted.as_ref().map_or(&map, |drafted| &drafted.map), settings.sources.as_deref());
        Workspace { map, drafted, diagnostics, settings, roots: lock::roots(system, paths), ..Workspace::default() }
    }

    /// The map with its drafts, and what is known of its quotations.
    pub fn with_drafts(&self) -> (&Map, &Verification) {
        match &self.drafted {
            None => (&self.map, &self.quotations),
            Some(drafted) => (&drafted.map, &drafted.quotations),
        }
    }

    /// Looks the map over with every rule.
    fn check(&mut self) {
        let (map, quotations) = match &self.drafted {
            None => (&self.map, &self.quotations),
            Some(drafted) => (&drafted.map, &drafted.quotations),
        };
        let context = Context { map, settled: &self.map, settings: &self.settings.check, quotations };
        check::check(&context, &mut self.diagnostics);
        self.diagnostics.sort();
    }
}

/// The sources whose texts were not read.
fn refused(unread: &[(SourceId, String)]) -> Vec<SourceId> {
    unread.iter().map(|(source, _)| *source).collect()
}
