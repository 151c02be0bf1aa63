//! A map that is changed a thousand times is after each change what a fresh load gives.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use counterpoint::file::{Kind, Listed, Memory, System, is_file};
use counterpoint::model::Map;
use counterpoint::model::select::{Filter, Selection};
use counterpoint::render::diagnostics::{DiagnosticView, Report};
use counterpoint::render::{Format, Options, render, text};
use counterpoint::study::Study;
use counterpoint::view::{list, table};
use counterpoint::workspace::settings::Settings;
use counterpoint::workspace::texts::Places;
use counterpoint::workspace::{OpenMap, Workspace};

use crate::made::{FILES, LINES, OTHERWISE, Random};

/// Files that somebody else may change, as on a disk.
#[derive(Debug, Clone, Default)]
struct Below(Arc<Mutex<Memory>>);

impl Below {
    fn with<T>(&self, ask: impl FnOnce(&mut Memory) -> T) -> T {
        ask(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl System for Below {
    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        self.with(|memory| memory.list(folder))
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.with(|memory| memory.read(path))
    }
    fn kind(&self, path: &Path) -> io::Result<Kind> {
        self.with(|memory| memory.kind(path))
    }
    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        self.with(|memory| memory.real(path))
    }
    fn absolute(&self, path: &Path) -> io::Result<PathBuf> {
        self.with(|memory| memory.absolute(path))
    }
}

fn places(settings: &Settings) -> Places {
    Places { folder: settings.sources.clone(), settings: Some(settings.folder.clone()), allow_outside: false }
}

/// All that anybody can see of a map, printed.
fn shown(workspace: &Workspace) -> String {
    let Workspace { map, diagnostics, settings, quotations, unread, roots, .. } = workspace;
    let json: Format = Format::of_ending("json").expect("there is JSON");
    let views =
        diagnostics.kept().iter().map(|diagnostic| DiagnosticView { diagnostic, severity: diagnostic.code.severity });
    let report = Report { shown: views.collect(), errors: 0, warnings: 0 };
    let options = Options::default();
    let mut all = text(|out| counterpoint::render::diagnostics::render(&report, &map.files, json, &options, out));
    let counts: Vec<_> = diagnostics.counts().iter().map(|(code, number)| (code.name, number)).collect();
    let checked: Vec<_> = map.quotations.ids().map(|id| quotations.of(id)).collect();
    write!(all, "{counts:?}\n{settings:?}\n{unread:?}\n{roots:?}\n{checked:?}\n{}", structure(map))
        .expect("a text takes all");
    let selection = Selection::new(map, Filter::default());
    let listed = list::Listed::Statements { unanswered: false };
    let options = table::TableOptions { consumer: json.consumer(), ..Default::default() };
    let study = Study::new(map, &selection);
    for page in [list::list(&study, listed, json.consumer()), table::table(&study, &options)] {
        all += &text(|out| render(&page, json, &Options::default(), out));
    }
    all
}

/// Every part of a map with its places.
fn structure(map: &Map) -> String {
    let mut all = String::new();
    for (_, file) in map.files.iter() {
        writeln!(all, "{} {:?} {:?} {:?}", file.path, file.text, file.damage, file.raw).expect("a text takes all");
    }
    let Map { authors, sources, issues, positions, terms, statements, stances, reasons, .. } = map;
    let Map { relations, quotations, definitions, notes, omitted, .. } = map;
    write!(
        all,
        "{authors:?}\n{sources:?}\n{issues:?}\n{positions:?}\n{terms:?}\n{statements:?}\n{stances:?}\n{reasons:?}\n{relations:?}\n\
         {quotations:?}\n{definitions:?}\n{notes:?}\n{omitted:?}\n"
    )
    .expect("a text takes all");
    all
}

/// The files as they are by now, below and in buffers.
struct Edited {
    below: Below,
    buffers: BTreeMap<String, Option<String>>,
    open: OpenMap,
    paths: Vec<PathBuf>,
}

impl Edited {
    fn new(paths: &[&str]) -> Self {
        let below = Below::default();
        // Buffers cannot take a folder away, so that something stays in each.
        let kept = [("town/map/kept", ""), ("town/map/sub/kept", "")];
        below.with(|memory| *memory = FILES.into_iter().chain(kept).collect());
        let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
        let open = OpenMap::new(below.clone(), paths.clone(), Some(Box::new(places)));
        Edited { below, buffers: BTreeMap::new(), open, paths }
    }

    /// All files as they count.
    fn memory(&self) -> Memory {
        let mut memory = self.below.with(|memory| memory.clone());
        for (path, text) in &self.buffers {
            match text {
                Some(text) => memory.set(path, text.as_str()),
                None => memory.remove(path),
            }
        }
        memory
    }

    /// One random change of one file, in a buffer or below it; says what.
    fn change(&mut self, random: &mut Random) -> String {
        let (mut path, mut first) = FILES[random.below(FILES.len())];
        if random.below(2) == 0 {
            // A file that is gone comes back before long.
            let memory = self.memory();
            (path, first) =
                FILES.into_iter().find(|(path, _)| !is_file(&memory, Path::new(path))).unwrap_or((path, first));
        }
        let now = self.memory().read(Path::new(path)).ok();
        let now = now.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let other = OTHERWISE.iter().filter(|(name, _)| path.ends_with(name)).map(|(_, text)| *text);
        let others: Vec<&str> = other.collect();
        let text = match (now, random.below(8)) {
            (None, _) | (_, 0) => Some(first.to_owned()),
            (_, 1) => None,
            (_, _) if !others.is_empty() => Some(others[random.below(others.len())].to_owned()),
            (Some(text), edit) => Some(edited(&text, edit, random)),
        };
        if random.below(4) == 0 {
            self.buffers.remove(path);
            self.below.with(|memory| match &text {
                // Now and then what somebody else writes is no text.
                Some(text) if random.below(8) == 0 => memory.set(path, [text.as_bytes(), b"\xFF"].concat()),
                Some(text) => memory.set(path, text.as_str()),
                None => memory.remove(path),
            });
            self.open.revert(Path::new(path));
        } else {
            self.open.change(Path::new(path), text.as_deref());
            self.buffers.insert(path.to_owned(), text.clone());
        }
        format!("{path}: {text:?}")
    }

    /// Output for the map that is open, and for one that is loaded from the same files.
    fn both(&mut self) -> [String; 2] {
        self.open.update();
        let fresh = Workspace::load_verified(&self.memory(), &self.paths, places);
        let open = self.open.workspace().map_or_else(ToString::to_string, shown);
        [open, fresh.as_ref().map_or_else(ToString::to_string, shown)]
    }
}

/// A text after one small edit.
fn edited(text: &str, edit: usize, random: &mut Random) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = random.below(lines.len() + 1);
    match edit {
        2 if at < lines.len() => drop(lines.remove(at)),
        3 => {
            // Two entries change places.
            let is_entry = |line: &&str| !line.starts_with([' ', '\n', '#']);
            let starts: Vec<usize> =
                lines.iter().enumerate().filter(|(_, it)| is_entry(it)).map(|(at, _)| at).collect();
            if starts.len() > 2 {
                let at = random.below(starts.len() - 2);
                lines[starts[at]..starts[at + 2]].rotate_left(starts[at + 1] - starts[at]);
            }
        }
        4 if !text.is_empty() => {
            // One letter is gone.
            let at = random.below(text.chars().count());
            return text.chars().enumerate().filter(|(index, _)| *index != at).map(|(_, letter)| letter).collect();
        }
        _ => lines.insert(at, LINES[random.below(LINES.len())]),
    }
    lines.concat()
}

/// Changes a map so often, and compares after each change.
fn change_many_times(paths: &[&str], seed: u64, times: usize) {
    let mut random = Random(seed);
    let mut edited = Edited::new(paths);
    let (mut sound, mut none) = (0, 0);
    for number in 0..times {
        let mut said = edited.change(&mut random);
        if random.below(8) == 0 {
            said = format!("{said}\nand {}", edited.change(&mut random));
        }
        let [open, fresh] = edited.both();
        if open != fresh {
            let differs = open.lines().zip(fresh.lines()).find(|(one, other)| one != other);
            panic!("change {number} of {paths:?} with seed {seed}: {said}\nopen and fresh differ: {differs:#?}");
        }
        if number % 16 == 0 {
            let fresh = OpenMap::new(edited.memory(), edited.paths.clone(), Some(Box::new(places)));
            assert_eq!(edited.open.uses().all(), fresh.uses().all(), "change {number} with seed {seed}: {said}");
        }
        sound += usize::from(edited.open.workspace().is_ok_and(|it| it.map.statements.len() > 5));
        none += usize::from(edited.open.workspace().is_err());
    }
    assert!(
        sound > times / 3 && none < times / 2,
        "{sound} of {times} maps had statements, {none} could not be loaded"
    );
}

#[test]
fn a_folder_changed_a_thousand_times_is_what_a_fresh_load_gives() {
    change_many_times(&["town/map"], 1, 600);
}

#[test]
fn a_file_with_includes_changed_many_times_is_what_a_fresh_load_gives() {
    change_many_times(&["town/map/main.arg"], 2, 200);
    change_many_times(&["town/map/main.arg", "town/map/sub"], 3, 200);
}

#[test]
fn only_what_changed_is_read_again() {
    #[derive(Debug, Clone, Default)]
    struct Counting(Below, Arc<Mutex<Vec<PathBuf>>>);
    impl System for Counting {
        fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
            self.0.list(folder)
        }
        fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
            let bytes = self.0.read(path)?;
            self.1.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_path_buf());
            Ok(bytes)
        }
        fn kind(&self, path: &Path) -> io::Result<Kind> {
            self.0.kind(path)
        }
        fn real(&self, path: &Path) -> io::Result<PathBuf> {
            self.0.real(path)
        }
        fn absolute(&self, path: &Path) -> io::Result<PathBuf> {
            self.0.absolute(path)
        }
    }
    let system = Counting::default();
    system.0.with(|memory| *memory = FILES.into_iter().collect());
    let mut open = OpenMap::new(system.clone(), vec![PathBuf::from("town/map")], Some(Box::new(places)));
    let read = || {
        let mut read = std::mem::take(&mut *system.1.lock().unwrap_or_else(PoisonError::into_inner));
        read.sort();
        read.into_iter().map(|path| path.to_string_lossy().into_owned()).collect::<Vec<_>>()
    };
    assert_eq!(read().len(), FILES.len(), "all is read once");
    open.change(Path::new("town/map/s.arg"), Some("source s: S\n  text: s.txt\n"));
    open.update();
    let beside = ["town/map/../counterpoint.toml", "town/map/quotes.lock"];
    assert_eq!(read(), beside, "only the settings and the lock, which are small");
    open.revert(Path::new("/town/map/sub/../s.arg"));
    open.update();
    assert_eq!(read(), [beside[0], beside[1], "town/map/s.arg"], "and what was touched");
}
