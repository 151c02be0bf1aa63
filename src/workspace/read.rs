//! Reads and parses the files of a map and all that they include, in an order that depends on their paths alone.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::file::{File, FileId, Files, ReadError, System, map_files, read_files, shown};
use crate::syntax::tree::Tree;
use crate::syntax::{Parsed, parse};

use super::damage::damaged;
use super::include::{Includes, Next, linked_outside};
use super::known::Known;

/// The files of a map, and what came of each by itself.
#[derive(Debug, Default)]
pub struct Read {
    /// The files that were read, in order.
    pub files: Files,
    /// Their trees, in order.
    pub trees: Vec<Tree>,
    /// Findings in each, in order.
    pub found: Vec<Diagnostics>,
    /// Their real paths, in order.
    pub reals: Vec<PathBuf>,
    /// Findings about what they include.
    pub includes: Diagnostics,
}

/// Reads and parses the files; those that are known already and have not changed are neither read nor parsed again.
pub fn read(system: &dyn System, paths: &[PathBuf], known: &mut Known) -> Result<Read, ReadError> {
    let mut listed: Vec<PathBuf> = Vec::new();
    for path in paths {
        listed.extend(if path == Path::new("-") { vec![path.clone()] } else { map_files(system, path)? });
    }
    let mut read = Read::default();
    let mut includes = Includes::new(system, paths, known);
    let (mut wave, mut outside): (Vec<Next>, Vec<PathBuf>) = (Vec::new(), Vec::new());
    for path in listed {
        match includes.first(path) {
            Ok(next) => wave.extend(next),
            Err(path) => outside.push(path),
        }
    }
    while !wave.is_empty() {
        let first = read.trees.len();
        let wave_paths = read.add(system, wave)?;
        let trees = read.trees[first..].iter().zip(&wave_paths).map(|(tree, path)| (tree, path.as_path()));
        wave = includes.follow(&read.files, trees);
    }
    (read.includes, read.reals) = includes.finish();
    for path in outside {
        // An empty file in its place, so that what is said of it has one.
        let file = read.files.add(File::new(shown(&path), ""));
        read.includes.push(linked_outside(file));
    }
    Ok(read)
}

impl Read {
    /// Reads and parses some more files; their paths come back.
    fn add(&mut self, system: &dyn System, wave: Vec<Next>) -> Result<Vec<PathBuf>, ReadError> {
        let first = self.files.len();
        let (paths, known): (Vec<PathBuf>, Vec<_>) = wave.into_iter().map(|next| (next.path, next.known)).unzip();
        let unread = paths.iter().zip(&known).filter(|(_, known)| known.as_ref().is_none_or(|it| it.is_stale));
        let unread: Vec<&Path> = unread.map(|(path, _)| path.as_path()).collect();
        let mut read = read_files(system, &unread)?.into_iter();
        let mut next = || read.next().expect("every file that is not known was read");
        let mut before: Vec<Option<Box<Parsed>>> = Vec::with_capacity(paths.len());
        for (path, known) in paths.iter().zip(known) {
            let (file, parsed) = match known.map(|known| *known) {
                None => (next(), None),
                Some(known) if known.is_stale => match next() {
                    file if file.has_content_of(&known.file) => (file, Some(known.parsed)),
                    file => (file, None),
                },
                Some(known) => (known.file.shown_as(shown(path)), Some(known.parsed)),
            };
            let id = self.files.add(file);
            before.push(parsed.map(|parsed| Box::new(parsed.in_file(id))));
        }
        let parse_one = |(index, before): (usize, Option<Box<Parsed>>)| {
            if let Some(parsed) = before {
                *parsed
            } else {
                let id = FileId::new(first + index);
                parse(id, &self.files.get(id).text)
            }
        };
        let parsed: Vec<Parsed> = before.into_par_iter().enumerate().map(parse_one).collect();
        self.trees.reserve(parsed.len());
        for Parsed { tree, diagnostics } in parsed {
            self.trees.push(tree);
            self.found.push(diagnostics);
        }
        Ok(paths)
    }
}

/// Findings about files as such, each by itself.
pub fn findings(files: &Files, found: impl Iterator<Item = Diagnostics>, includes: Diagnostics) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    for (id, file) in files.iter() {
        diagnostics.extend(file.damage.map(|damage| damaged(id, damage)));
    }
    found.for_each(|found| diagnostics.append(found));
    diagnostics.append(includes);
    diagnostics
}
