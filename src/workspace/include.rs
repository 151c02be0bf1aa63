//! Follows `include` from file to file, inside the map's folder only, each file once.

use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};

use foldhash::{HashMap, HashMapExt};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::file::{FileId, Files, NamedError, Span, System, find_within, is_file};
use crate::syntax::fold::fold;
use crate::syntax::tree::{self, Tree};
use crate::syntax::vocabulary::EntryKind;

use super::known::{Known, KnownFile};
use super::{code, lock};

/// A file that is read next.
pub struct Next {
    /// Its path, as it was reached.
    pub path: PathBuf,
    /// Content and tree from an earlier load.
    pub known: Option<Box<KnownFile>>,
}

/// Which files include which.
pub struct Includes<'s> {
    /// Where the files are taken from.
    system: &'s dyn System,
    /// Files from an earlier load.
    known: &'s mut Known,
    /// The folders that included files may lie in, as they were named.
    folders: Vec<PathBuf>,
    /// The real paths of the folders that the map consists of.
    roots: Vec<PathBuf>,
    /// The files that were reached, by their real path, in the order in which they were.
    reached: HashMap<PathBuf, usize>,
    /// For each file, the files that it includes, with the place where it says so.
    edges: Vec<Vec<(usize, Span)>>,
    diagnostics: Diagnostics,
}

impl<'s> Includes<'s> {
    /// Nothing reached yet; what may be included lies in the folders given, or beside the files given.
    pub fn new(system: &'s dyn System, paths: &[PathBuf], known: &'s mut Known) -> Self {
        let folder = |path: &PathBuf| {
            let real = system.real(path).ok()?;
            if is_file(system, &real) { real.parent().map(Path::to_path_buf) } else { Some(real) }
        };
        let roots = paths.iter().filter_map(folder).collect();
        Includes {
            system,
            known,
            folders: lock::roots(system, paths),
            roots,
            reached: HashMap::new(),
            edges: Vec::new(),
            diagnostics: Diagnostics::default(),
        }
    }

    /// A file of the map itself, to be read unless it has been reached before; nothing of it where a link leads out of the map.
    pub fn first(&mut self, path: PathBuf) -> Result<Option<Next>, PathBuf> {
        match self.system.real(&path) {
            Ok(real) if !self.roots.iter().any(|root| real.starts_with(root)) => Err(path),
            Ok(real) => Ok(self.reach(real, path).1),
            Err(_) => Ok(self.reach(path.clone(), path).1),
        }
    }

    /// The number of a file, which is read next where it has not been reached before.
    fn reach(&mut self, real: PathBuf, path: PathBuf) -> (usize, Option<Next>) {
        let number = self.edges.len();
        match self.reached.entry(real) {
            Entry::Occupied(reached) => (*reached.get(), None),
            Entry::Vacant(place) => {
                self.edges.push(Vec::new());
                let known = self.known.take_file(place.key());
                place.insert(number);
                (number, Some(Next { path, known }))
            }
        }
    }

    /// The files that these include and that have not been read yet, in order.
    pub fn follow<'t>(&mut self, files: &Files, trees: impl Iterator<Item = (&'t Tree, &'t Path)>) -> Vec<Next> {
        let mut wave = Vec::new();
        for (tree, path) in trees {
            let includes = |entry: &&tree::Entry| entry.kind == EntryKind::Include && !entry.broken;
            for entry in tree.entries.iter().filter(includes) {
                let Some(text) = entry.text else { continue };
                let target = path.parent().unwrap_or(Path::new("")).join(&*fold(files.text(text)));
                match self.check(&target, text) {
                    Ok(real) => {
                        let (number, next) = self.reach(real, target);
                        self.edges[tree.file.index()].push((number, text));
                        wave.extend(next);
                    }
                    Err(diagnostic) => self.diagnostics.push(*diagnostic),
                }
            }
        }
        wave
    }

    /// The real path of a file that may be included.
    fn check(&self, target: &Path, place: Span) -> Result<PathBuf, Box<Diagnostic>> {
        let missing = |cause: String| {
            let diagnostic = Diagnostic::new(&code::INCLUDE_NOT_FOUND, place, "the included file cannot be read");
            Box::new(diagnostic.label(cause).help("the path is looked for from the folder of this file"))
        };
        let tried = self.folders.iter().map(|folder| find_within(self.system, target, folder));
        let best = tried.min_by_key(|found| match found {
            Ok(_) => 0,
            Err(NamedError::Outside) => 2,
            Err(_) => 1,
        });
        match best {
            Some(Ok(real)) if is_file(self.system, &real) => Ok(real),
            Some(Ok(_)) => Err(missing("not a file".to_owned())),
            None | Some(Err(NamedError::Outside)) => {
                let message = "the included file lies outside the map's folder";
                let diagnostic = Diagnostic::new(&code::INCLUDE_OUTSIDE, place, message).label("not inside the folder");
                Err(Box::new(diagnostic.help(OUTSIDE)))
            }
            Some(Err(cause)) => Err(missing(cause.to_string())),
        }
    }

    /// Findings, one for every `include` that closes a circle among them; and the real path of each file, in order.
    pub fn finish(mut self) -> (Diagnostics, Vec<PathBuf>) {
        /// How far a file's includes have been followed.
        #[derive(Clone, Copy, PartialEq)]
        enum State {
            Unseen,
            Open,
            Done,
        }
        let mut states = vec![State::Unseen; self.edges.len()];
        for start in 0..self.edges.len() {
            let mut path = vec![(start, 0)];
            while let Some((file, next)) = path.last_mut() {
                let (file, edge) = (*file, self.edges[*file].get(*next).copied());
                *next += 1;
                let Some((target, place)) = edge.filter(|_| states[file] != State::Done) else {
                    states[file] = State::Done;
                    path.pop();
                    continue;
                };
                states[file] = State::Open;
                match states[target] {
                    _ if target == file => self.diagnostics.push(in_a_loop(place, "a file includes itself")),
                    State::Open => self.diagnostics.push(in_a_loop(place, "files include each other in a circle")),
                    State::Unseen => path.push((target, 0)),
                    State::Done => {}
                }
            }
        }
        let mut reals = vec![PathBuf::new(); self.edges.len()];
        for (real, number) in self.reached {
            reals[number] = real;
        }
        (self.diagnostics, reals)
    }
}

/// Advice about a file outside.
const OUTSIDE: &str = "copy the file into the folder, or give both paths on the command line";

/// Finding about a file in the map's folder that is a link to another outside.
pub fn linked_outside(file: FileId) -> Diagnostic {
    let message = "this file is a link that leads out of the map's folder; it was not read";
    Diagnostic::new(&code::INCLUDE_OUTSIDE, Span::new(file, 0, 0), message).help(OUTSIDE)
}

fn in_a_loop(place: Span, message: &str) -> Diagnostic {
    Diagnostic::new(&code::INCLUDE_LOOP, place, message)
        .label("this closes the circle")
        .help("take this line out: a file is read once, however often it is included")
}
