//! Reads the texts of sources, each once: from the folder that the user names, else from beside the map.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::file::{NamedError, Span, find_named, read_named};
use crate::model::{Map, SourceId};
use crate::quotation::{Format, Text};
use crate::syntax::fold::fold;

use super::code;

/// Where the texts of sources are looked for.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// A folder that is looked into first.
    pub folder: Option<PathBuf>,
    /// Whether a text may lie outside of that folder and of the map's.
    pub allow_outside: bool,
}

/// The text of each source, where it names one that is there. What cannot be read is a finding; what is not there is none.
pub fn read(map: &Map, roots: &[PathBuf], places: &Places, diagnostics: &mut Diagnostics) -> Vec<Option<Arc<Text>>> {
    let named = map.sources.iter().filter_map(|(id, source)| Some((id, source.text?)));
    let mut found: Vec<(SourceId, Span, PathBuf)> = Vec::new();
    for (id, place) in named {
        match find(map, place, roots, places) {
            Ok(path) => found.push((id, place, path)),
            Err(NamedError::Missing) => {}
            Err(error) => diagnostics.push(refused(map, id, place, &error)),
        }
    }
    let mut paths: Vec<&PathBuf> = found.iter().map(|(_, _, path)| path).collect();
    paths.sort();
    paths.dedup();
    let read: Vec<Result<Arc<Text>, NamedError>> = paths.par_iter().map(|path| read_one(path)).collect();
    let mut texts = vec![None; map.sources.len()];
    for (id, place, path) in &found {
        let index = paths.binary_search(&path).expect("every path found is among them");
        match &read[index] {
            Ok(text) => texts[id.index()] = Some(Arc::clone(text)),
            Err(error) => diagnostics.push(refused(map, *id, *place, error)),
        }
    }
    texts
}

/// The real path of a text: in the folder given, or beside the file that names it.
fn find(map: &Map, place: Span, roots: &[PathBuf], places: &Places) -> Result<PathBuf, NamedError> {
    let name = fold(map.files.text(place));
    let inside = |folder| if places.allow_outside { None } else { Some(folder) };
    let first = match &places.folder {
        Some(folder) => find_named(&name, folder, inside(folder.as_path())),
        None => Err(NamedError::Missing),
    };
    let file = Path::new(&map.files.get(place.file).path);
    if first.is_ok() || file == Path::new("-") {
        return first;
    }
    let beside = file.parent().unwrap_or(Path::new(""));
    let tried = roots.iter().map(|root| find_named(&name, beside, inside(root.as_path())));
    let tried: Vec<_> = std::iter::once(first).chain(tried).collect();
    // Of several reasons the one that the user can do something about.
    let is_missing = |one: &&Result<PathBuf, NamedError>| matches!(one, Err(NamedError::Missing));
    let best = tried.iter().find(|one| one.is_ok()).or_else(|| tried.iter().find(|one| !is_missing(one)));
    best.cloned().unwrap_or(Err(NamedError::Missing))
}

fn read_one(path: &Path) -> Result<Arc<Text>, NamedError> {
    let bytes = read_named(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let text = Text::read(bytes, Format::of_name(&name)).map_err(|error| NamedError::Unreadable(error.to_string()))?;
    Ok(Arc::new(text))
}

fn refused(map: &Map, id: SourceId, place: Span, error: &NamedError) -> Diagnostic {
    let name = map.word(map.sources[id].name);
    if *error == NamedError::Outside {
        let message = format!("the text of `{name}` lies outside the map's folder, and was not read");
        let help = "copy it into the folder, name the folder that it lies in with `--sources`, or allow it with \
            `--allow-outside`";
        return Diagnostic::new(&code::TEXT_OUTSIDE, place, message).label("leads out of the folder").help(help);
    }
    let message = format!("the text of `{name}` cannot be read");
    let help = "its quotations are taken for what `quotes.lock` says of them, until it can be read";
    Diagnostic::new(&code::UNREADABLE_TEXT, place, message).label(error.to_string()).help(help)
}
