//! A map that is kept open: its files change one by one, and after each change it is what a fresh load would give.

use std::fmt;
use std::path::{Path, PathBuf};

use super::Workspace;
use super::drafts;
use super::known::Known;
use super::read::{Read, findings, read};
use super::settings::Settings;
use super::texts::Places;
use crate::diagnostic::Diagnostics;
use crate::file::{FileId, Overlay, ReadError, System};
use crate::model::{Map, Uses};
use crate::syntax::Parsed;
use crate::syntax::tree::Tree;

/// Says where the texts of sources are, knowing the settings.
type FindPlaces = Box<dyn Fn(&Settings) -> Places + Send + Sync>;

/// A map that is kept open, for whoever asks again after each change: an editor, a page in a browser.
///
/// Only what may have changed is read and parsed again, and only texts with other quotations are searched again; names are
/// resolved and rules run anew, which costs less than to know what hangs on what.
pub struct OpenMap {
    system: Overlay,
    paths: Vec<PathBuf>,
    places: Option<FindPlaces>,
    known: Known,
    state: Result<Workspace, ReadError>,
    trees: Vec<Tree>,
    /// Findings in each file by itself.
    found: Vec<Diagnostics>,
    reals: Vec<PathBuf>,
    uses: Uses,
}

impl OpenMap {
    /// Opens the map that consists of these files and folders. Quotations are looked up where somebody says in which texts.
    pub fn new(system: impl System + 'static, paths: Vec<PathBuf>, places: Option<FindPlaces>) -> Self {
        let mut open = OpenMap {
            system: Overlay::new(system),
            paths,
            places,
            known: Known::default(),
            state: Ok(Workspace::default()),
            trees: Vec::new(),
            found: Vec::new(),
            reals: Vec::new(),
            uses: Uses::default(),
        };
        open.update();
        open
    }

    /// From now on a file of any kind has this text, whatever lies there; with none, it is not there. The map follows with the
    /// next [`update`](Self::update).
    pub fn change(&mut self, path: &Path, text: Option<&str>) {
        self.system.set(path, text.map(|text| text.as_bytes().to_vec()));
        self.known.touch(self.system.place(path));
    }

    /// From now on a file, or all in a folder, is as it lies there: a buffer was closed, or somebody else has written it. The map
    /// follows with the next [`update`](Self::update).
    pub fn revert(&mut self, path: &Path) {
        self.system.revert(path);
        self.known.touch(self.system.place(path));
    }

    /// Makes the map what the files say by now.
    pub fn update(&mut self) {
        self.keep_files();
        self.state = self.load();
    }

    /// The map, or why there is none.
    pub fn workspace(&self) -> Result<&Workspace, &ReadError> {
        self.state.as_ref()
    }

    /// Every mention of a name in the map with its drafts; none, where there is no map.
    pub fn uses(&self) -> &Uses {
        &self.uses
    }

    /// The tree of a map file; settings and locks have none.
    pub fn tree(&self, file: FileId) -> Option<&Tree> {
        self.trees.get(file.index())
    }

    /// The files around it, with all changes.
    pub fn system(&self) -> &dyn System {
        &self.system
    }

    /// Takes the files out of the map that is there, if one is, which ends with that.
    fn keep_files(&mut self) {
        self.uses = Uses::default();
        let Ok(workspace) = &mut self.state else { return };
        workspace.drafted = None;
        let Map { files, .. } = std::mem::take(&mut workspace.map);
        let parsed = self.trees.drain(..).zip(self.found.drain(..));
        // Settings and locks stand behind the files that have trees, and are read again.
        let kept = self.reals.drain(..).zip(files.into_vec()).zip(parsed);
        for ((real, file), (tree, diagnostics)) in kept {
            self.known.add_file(real, file, Parsed { tree, diagnostics });
        }
    }

    fn load(&mut self) -> Result<Workspace, ReadError> {
        let read = read(&self.system, &self.paths, &mut self.known)?;
        let Read { files, trees, found, reals, includes } = read;
        let mut diagnostics = findings(&files, found.iter().cloned(), includes);
        let (resolved, uses) = drafts::resolved_with_uses(files, &trees, &mut diagnostics);
        let mut workspace = Workspace::of_map(&self.system, &self.paths, resolved, diagnostics);
        let mut texts = Vec::new();
        if let Some(places) = &self.places {
            let places = places(&workspace.settings);
            texts = workspace.look_up_again(&self.system, &places, &mut self.known)?;
        }
        self.known.settle(texts.into_iter());
        workspace.check();
        (self.trees, self.found, self.reals, self.uses) = (trees, found, reals, uses);
        Ok(workspace)
    }
}

impl fmt::Debug for OpenMap {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("OpenMap").field("paths", &self.paths).field("state", &self.state).finish_non_exhaustive()
    }
}
