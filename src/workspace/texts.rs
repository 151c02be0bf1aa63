//! Reads the texts of sources, each once: from the folder that the user names, else from beside the map.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::file::{self, NamedError, Span, System, find_named, find_within, read_named};
use crate::model::{Map, SourceId};
use crate::quotation::{Format, Text};
use crate::syntax::fold::fold;

use super::code;
use super::known::Known;

/// Where the texts of sources are looked for.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// A folder that is looked into first.
    pub folder: Option<PathBuf>,
    /// Where it is settings that name that folder, the one that they stand in: they may be a stranger's.
    pub settings: Option<PathBuf>,
    /// Whether a text may lie outside of that folder and of the map's.
    pub allow_outside: bool,
}

/// The texts of the sources of a map.
#[derive(Debug, Default)]
pub struct Texts {
    /// For each source its text, where it names one that is there.
    pub found: Vec<Option<Arc<Text>>>,
    /// The sources whose text is there and was not read, each of which is a finding, and why.
    pub unread: Vec<(SourceId, String)>,
    /// Each text by its real path.
    pub by_path: Vec<(PathBuf, Arc<Text>)>,
}

/// Reads the text of each source. What cannot be read is a finding; what is not there is none.
pub fn read(
    system: &dyn System,
    map: &Map,
    roots: &[PathBuf],
    places: &Places,
    known: &Known,
    diagnostics: &mut Diagnostics,
) -> Texts {
    let mut unread = Vec::new();
    let mut refuse = |id, place, error: &NamedError| {
        unread.push((id, error.to_string()));
        diagnostics.push(finding(map, id, place, error));
    };
    let named = map.sources.iter().filter_map(|(id, source)| Some((id, source.text?)));
    let mut found: Vec<(SourceId, Span, PathBuf)> = Vec::new();
    let folder = allowed(system, places);
    for (id, place) in named {
        match find(system, map, place, roots, &folder, places.allow_outside) {
            Ok(path) => found.push((id, place, path)),
            Err(NamedError::Missing) => {}
            Err(error) => refuse(id, place, &error),
        }
    }
    let mut paths: Vec<&PathBuf> = found.iter().map(|(_, _, path)| path).collect();
    paths.sort();
    paths.dedup();
    let read: Vec<Result<Arc<Text>, NamedError>> = paths.par_iter().map(|path| read_one(system, path, known)).collect();
    let mut texts = vec![None; map.sources.len()];
    for (id, place, path) in &found {
        let index = paths.binary_search(&path).expect("every path found is among them");
        match &read[index] {
            Ok(text) => texts[id.index()] = Some(Arc::clone(text)),
            Err(error) => refuse(*id, *place, error),
        }
    }
    let by_path = paths.into_iter().zip(read).filter_map(|(path, text)| Some((path.clone(), text.ok()?))).collect();
    Texts { found: texts, unread, by_path }
}

/// Protects the texts of all sources, also where none is read: no output takes the place of one.
pub fn protect(map: &Map, folder: Option<&Path>) {
    for place in map.sources.iter().filter_map(|(_, source)| source.text) {
        let name = fold(map.files.text(place));
        let file = Path::new(&map.files.get(place.file).path);
        let beside = file.parent().unwrap_or(Path::new(""));
        folder.into_iter().chain([beside]).for_each(|folder| file::protect(&folder.join(&*name)));
    }
}

/// The folder that is looked into first. One that settings name has to lie in the repository that holds them, or else below them, so that
/// nobody's settings lead to other files of whoever reads them.
fn allowed(system: &dyn System, places: &Places) -> Result<PathBuf, NamedError> {
    let folder = places.folder.clone().ok_or(NamedError::Missing)?;
    let Some(settings) = places.settings.as_ref().filter(|_| !places.allow_outside) else { return Ok(folder) };
    let real = system.real(&system.absolute(&Path::new(".").join(settings))?)?;
    let top = real.ancestors().find(|folder| system.kind(&folder.join(".git")).is_ok()).unwrap_or(&real);
    find_within(system, &real.join(folder.strip_prefix(settings).unwrap_or(&folder)), top)
}

/// The real path of a text: in the folder given, or beside the file that names it.
fn find(
    system: &dyn System,
    map: &Map,
    place: Span,
    roots: &[PathBuf],
    folder: &Result<PathBuf, NamedError>,
    allow_outside: bool,
) -> Result<PathBuf, NamedError> {
    let name = fold(map.files.text(place));
    let inside = |folder| if allow_outside { None } else { Some(folder) };
    let first = match folder {
        Ok(folder) => find_named(system, &name, folder, inside(folder.as_path())),
        Err(error) => Err(error.clone()),
    };
    let file = Path::new(&map.files.get(place.file).path);
    if first.is_ok() || file == Path::new("-") {
        return first;
    }
    let beside = file.parent().unwrap_or(Path::new(""));
    let tried = roots.iter().map(|root| find_named(system, &name, beside, inside(root.as_path())));
    let tried: Vec<_> = std::iter::once(first).chain(tried).collect();
    // Of several reasons the one that the user can do something about.
    let is_missing = |one: &&Result<PathBuf, NamedError>| matches!(one, Err(NamedError::Missing));
    let best = tried.iter().find(|one| one.is_ok()).or_else(|| tried.iter().find(|one| !is_missing(one)));
    best.cloned().unwrap_or(Err(NamedError::Missing))
}

fn read_one(system: &dyn System, path: &Path, known: &Known) -> Result<Arc<Text>, NamedError> {
    let before = known.text(path);
    if let Some((text, false)) = before {
        return Ok(Arc::clone(text));
    }
    let bytes = read_named(system, path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let text = Text::read(bytes, Format::of_name(&name)).map_err(|error| NamedError::Unreadable(error.to_string()))?;
    // The same bytes are the same text, and what was found in it is found still.
    let same = before.filter(|(before, _)| before.record == text.record);
    Ok(same.map_or_else(|| Arc::new(text), |(before, _)| Arc::clone(before)))
}

fn finding(map: &Map, id: SourceId, place: Span, error: &NamedError) -> Diagnostic {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Disk;
    use crate::workspace::Workspace;

    /// Text found for each source of a map in a folder with files; a file without a text is a folder.
    fn found(files: &[(&str, Option<&str>)], places: &Places) -> (Vec<Option<String>>, Vec<&'static str>) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
            match text {
                Some(text) => std::fs::write(path, text).expect("a file"),
                None => std::fs::create_dir_all(path).expect("a folder"),
            }
        }
        let place = Places { folder: places.folder.as_ref().map(|name| folder.path().join(name)), ..places.clone() };
        let workspace = Workspace::load_verified(&Disk, &[folder.path().join("map")], |_| place).expect("it loads");
        let text = |id| workspace.quotations.text(id).map(|text| text.source.text().to_owned());
        let codes = workspace.diagnostics.kept().iter().map(|it| it.code.name);
        let named = ["text-outside", "unreadable-text"];
        (workspace.map.sources.ids().map(text).collect(), codes.filter(|code| named.contains(code)).collect())
    }

    const MAP: &str = "source s: S\n  text: s.txt\nclaim a: x\nsource t: T\n  text: sub/../s.txt\nclaim b: y\n";

    #[test]
    fn a_text_lies_in_the_folder_named_or_else_beside_the_map() {
        let files = [("map/a.arg", Some(MAP)), ("map/s.txt", Some("beside")), ("texts/s.txt", Some("named"))];
        let all = |text: &str| (vec![Some(text.to_owned()); 2], vec![]);
        assert_eq!(found(&files, &Places::default()).0, [Some("beside".to_owned()), None], "there is no folder `sub`");
        let files = [&files[..], &[("map/sub", None), ("texts/sub", None)]].concat();
        assert_eq!(found(&files, &Places::default()), all("beside"));
        let named = Places { folder: Some("texts".into()), ..Places::default() };
        assert_eq!(found(&files, &named), all("named"));
        let elsewhere = Places { folder: Some("none".into()), ..Places::default() };
        assert_eq!(found(&files, &elsewhere), all("beside"));
    }

    #[test]
    fn what_is_missing_is_no_finding_and_what_is_no_text_is_one_for_each_source() {
        assert_eq!(found(&[("map/a.arg", Some(MAP))], &Places::default()), (vec![None, None], vec![]));
        let files = [("map/a.arg", Some(MAP)), ("map/s.txt/x", None), ("map/sub", None)];
        assert_eq!(found(&files, &Places::default()), (vec![None, None], vec!["unreadable-text"; 2]));
    }

    #[test]
    fn nothing_outside_is_read_unless_it_is_allowed() {
        let map = MAP.replace("text: s.txt", "text: ../s.txt");
        let files = [("map/a.arg", Some(map.as_str())), ("s.txt", Some("outside")), ("map/sub", None)];
        assert_eq!(found(&files, &Places::default()), (vec![None, None], vec!["text-outside"]));
        let allowed = Places { allow_outside: true, ..Places::default() };
        assert_eq!(found(&files, &allowed).0, [Some("outside".to_owned()), None]);
    }
}
