//! Small maps for tests, made of text.

use crate::file::{File, Files};
use crate::model::select::{Filter, Selection};
use crate::model::{Map, resolve::resolve};
use crate::syntax::parse;

/// Two authors, four issues, and a document of each author for each of two years.
pub const SCENE: &str = "\
author ann: Ann
author bob: Bob

issue choice: What should be done?
  position roads: build roads
  position police: train police
  position nothing: do nothing

issue open: What helps?
  answers: open
  position roads: roads
  position police: police

issue worth: What is it worth?
  answers: scale
  position nothing: nothing
  position little: a little
  position much: very much

issue act: Should we act?

source ann-2015: Ann's paper
  by: ann
  date: 2015

source ann-2017: Ann's later paper
  by: ann
  date: 2017

source bob-2015: Bob's paper
  by: bob
  date: 2015

";

/// The map of a text without mistakes.
pub fn map(text: &str) -> Map {
    let mut files = Files::default();
    let file = files.add(File::new("map.arg", text));
    let parsed = parse(file, text);
    let mut diagnostics = parsed.diagnostics;
    let map = resolve(files, vec![parsed.tree], &mut diagnostics);
    assert_eq!(diagnostics.kept(), [], "{text}");
    map
}

/// The map of the scene with these statements: a line `@ann-2015` opens a document.
pub fn scene(statements: &str) -> Map {
    map(&format!("{SCENE}{}", statements.replace('@', "from ")))
}

/// All of a map.
pub fn whole(map: &Map) -> Selection {
    Selection::new(map, Filter::default())
}
