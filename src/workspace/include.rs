//! Follows `include` from file to file, inside the map's folder only, each file once.

use std::path::{Path, PathBuf};

use foldhash::{HashMap, HashMapExt};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::file::{Files, Origin, Span};
use crate::syntax::fold::fold;
use crate::syntax::tree::{Entry, Tree};
use crate::syntax::vocabulary::EntryKind;

use super::code;

/// Which files include which.
pub struct Includes<'o> {
    /// Where the files are taken from.
    origin: &'o Origin,
    /// The folders that included files may lie in.
    roots: Vec<PathBuf>,
    /// The files that were reached, by their real path, in the order in which they were.
    reached: HashMap<PathBuf, usize>,
    /// For each file, the files that it includes, with the place where it says so.
    edges: Vec<Vec<(usize, Span)>>,
    diagnostics: Diagnostics,
}

impl<'o> Includes<'o> {
    /// Nothing reached yet; what may be included lies in the folders given, or beside the files given.
    pub fn new(origin: &'o Origin, paths: &[PathBuf]) -> Self {
        let folder = |path: &PathBuf| {
            let real = origin.real(path).ok()?;
            if !origin.is_file(&real) { Some(real) } else { real.parent().map(Path::to_path_buf) }
        };
        let roots = paths.iter().filter_map(folder).collect();
        Includes { origin, roots, reached: HashMap::new(), edges: Vec::new(), diagnostics: Diagnostics::default() }
    }

    /// Whether a file has not been reached before; it then has.
    pub fn is_new(&mut self, path: &Path) -> bool {
        self.reach(self.origin.real(path).unwrap_or_else(|_| path.to_path_buf())).1
    }

    fn reach(&mut self, real: PathBuf) -> (usize, bool) {
        let next = self.edges.len();
        let index = *self.reached.entry(real).or_insert(next);
        if index == next {
            self.edges.push(Vec::new());
        }
        (index, index == next)
    }

    /// The files that these include and that have not been read yet, in order.
    pub fn follow<'t>(&mut self, files: &Files, trees: impl Iterator<Item = (&'t Tree, &'t Path)>) -> Vec<PathBuf> {
        let mut wave = Vec::new();
        for (tree, path) in trees {
            let includes = |entry: &&Entry| entry.kind == EntryKind::Include && !entry.broken;
            for entry in tree.entries.iter().filter(includes) {
                let Some(text) = entry.text else { continue };
                let target = path.parent().unwrap_or(Path::new("")).join(&*fold(files.text(text)));
                match self.check(&target, text) {
                    Ok(real) => {
                        let (index, new) = self.reach(real);
                        self.edges[tree.file.index()].push((index, text));
                        if new {
                            wave.push(target);
                        }
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
        let real = self.origin.real(target).map_err(|cause| missing(reason(&cause)))?;
        if !self.roots.iter().any(|root| real.starts_with(root)) {
            let message = "the included file lies outside the map's folder";
            let diagnostic = Diagnostic::new(&code::INCLUDE_OUTSIDE, place, message).label("not inside the folder");
            let help = "copy the file into the folder, or give both paths on the command line";
            return Err(Box::new(diagnostic.help(help)));
        }
        if !self.origin.is_file(&real) {
            return Err(missing("not a file".to_owned()));
        }
        Ok(real)
    }

    /// What was found, with a finding for every `include` that closes a circle.
    pub fn finish(mut self) -> Diagnostics {
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
        self.diagnostics
    }
}

/// Why a file cannot be read, in the same words on every system where it is the usual reason.
fn reason(cause: &std::io::Error) -> String {
    match cause.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => cause.to_string(),
    }
}

fn in_a_loop(place: Span, message: &str) -> Diagnostic {
    Diagnostic::new(&code::INCLUDE_LOOP, place, message)
        .label("this closes the circle")
        .help("take this line out: a file is read once, however often it is included")
}
