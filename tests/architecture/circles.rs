//! No circle of files: within a room or a crate, no two files use each other, directly or round about.
//!
//! A use is a path, written in a `use` or in the code, that leads to another file of the room. A path leads to the file in which
//! a thing is defined: a name that a parent only imports or exports again is followed to where it comes from. So a parent may
//! declare its children, export what they define and call them; and a child that uses a type of its parent makes a circle with
//! a parent that calls the child. The type then gets a file of its own, which both use.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{CRATES, Source, program};

/// The names of the modules from the top of a crate, and at the end perhaps of what they hold.
type Path = Vec<String>;

/// A file as the paths in it tell.
struct File {
    module: Path,
    /// Paths of what it uses.
    uses: Vec<Path>,
    /// Names that it imports or exports, each with where it comes from.
    imports: BTreeMap<String, Path>,
}

impl File {
    fn read(source: &Source) -> File {
        // The file at the top of a crate is the crate itself.
        let names = source.modules().into_iter().filter(|_| !source.path.ends_with("/src/lib.rs"));
        let module: Path = names.map(str::to_owned).collect();
        let code = without_comments(source.code());
        let mut file = File { module, uses: Vec::new(), imports: BTreeMap::new() };
        let children: Vec<&str> = code.lines().filter_map(declared).collect();
        let mut rest = String::new();
        for (number, statement) in code.split_inclusive(';').enumerate() {
            let start = statement.rfind("\nuse ").or(statement.rfind("\npub use ")).or(statement.rfind(") use "));
            let start = start.or((number == 0).then(|| statement.find("use ")).flatten());
            let Some(start) = start.filter(|_| statement.ends_with(';')) else {
                rest.push_str(statement);
                continue;
            };
            let (before, tree) = statement.split_at(start);
            rest.push_str(before);
            let Some((head, tree)) = tree.split_once("use ") else { continue };
            let mut leaves = Vec::new();
            flatten(tree.trim_end_matches(';'), &[], &mut leaves);
            for (path, name) in leaves {
                let Some(path) = file.absolute(&path, &children) else { continue };
                let exports = head.contains("pub") || before.ends_with("pub(super") || before.ends_with("pub(crate");
                file.imports.insert(name, path.clone());
                if !(exports && path.starts_with(&file.module)) {
                    file.uses.push(path);
                }
            }
        }
        for word in paths(&rest) {
            let path: Path = word.split("::").map(str::to_owned).collect();
            file.uses.extend(file.absolute(&path, &children).filter(|_| path.len() > 1));
        }
        file
    }

    /// A path from the top of the crate; none where it leads out of it or was not written from a known start.
    fn absolute(&self, path: &[String], children: &[&str]) -> Option<Path> {
        let from = |base: &[String], rest: &[String]| base.iter().chain(rest).cloned().collect();
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some(from(&self.module, &path[1..])),
            "super" => {
                let climbed = path.iter().take_while(|part| *part == "super").count();
                let base = self.module.len().checked_sub(climbed)?;
                Some(from(&self.module[..base], &path[climbed..]))
            }
            first if children.contains(&first) => Some(from(&self.module, path)),
            _ => None,
        }
    }
}

/// The name of the module that a line declares.
fn declared(line: &str) -> Option<&str> {
    let (before, name) = line.split_once("mod ")?;
    name.strip_suffix(';').filter(|_| before.is_empty() || before.starts_with("pub"))
}

fn without_comments(code: &str) -> String {
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The leaves of a tree of imports, each with the name that it is known by.
fn flatten(tree: &str, before: &[String], leaves: &mut Vec<(Path, String)>) {
    let tree = tree.trim();
    let (head, inner) = match tree.split_once('{') {
        Some((head, inner)) => (head, inner.strip_suffix('}')),
        None => (tree, None),
    };
    let (head, name) = head.split_once(" as ").map_or((head, None), |(head, name)| (head, Some(name)));
    let parts = head.split("::").map(str::trim).filter(|part| !part.is_empty());
    let mut path: Path = before.iter().cloned().chain(parts.map(str::to_owned)).collect();
    let Some(inner) = inner else {
        path.pop_if(|last| ["self", "*"].contains(&last.as_str()) && !before.is_empty());
        let name = name.map_or_else(|| path.last().cloned().unwrap_or_default(), str::to_owned);
        leaves.push((path, name));
        return;
    };
    let (mut depth, mut start) = (0, 0);
    for (at, letter) in inner.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                flatten(&inner[start..at], &path, leaves);
                start = at + 1;
            }
            _ => {}
        }
    }
    if !inner[start..].trim().is_empty() {
        flatten(&inner[start..], &path, leaves);
    }
}

/// Every path of several words in the code, but for the bounds of visibilities.
fn paths(code: &str) -> Vec<&str> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    let words = code.match_indices("::").filter_map(|(at, _)| {
        let start = code[..at].rfind(|letter| !is_part(letter)).map_or(0, |before| before + 1);
        let end = code[at..].find(|letter| !is_part(letter)).map_or(code.len(), |length| at + length);
        let is_bound = code[..start].ends_with("pub(in ");
        (code[start..at].find("::").is_none() && !is_bound).then(|| code[start..end].trim_matches(':'))
    });
    words.collect()
}

/// The file in which what a path names is defined.
fn target(files: &BTreeMap<Path, File>, path: &[String], steps: usize) -> Option<Path> {
    let length = (0..=path.len()).rev().find(|&length| files.contains_key(&path[..length]))?;
    let file = &files[&path[..length]];
    let imported = path.get(length).and_then(|name| file.imports.get(name));
    match imported.filter(|_| steps > 0) {
        Some(from) => {
            let whole: Path = from.iter().chain(&path[length + 1..]).cloned().collect();
            target(files, &whole, steps - 1)
        }
        None => Some(file.module.clone()),
    }
}

/// Files that can be reached from a file, in any number of steps.
fn reached<'g>(graph: &'g BTreeMap<Path, BTreeSet<Path>>, from: &Path) -> BTreeSet<&'g Path> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Path> = graph.get(from).into_iter().flatten().collect();
    while let Some(next) = open.pop() {
        if found.insert(next) {
            open.extend(graph.get(next).into_iter().flatten());
        }
    }
    found
}

/// For each file of some source, the files of its room that it uses. A crate that has a file at its top is one room.
fn graph(sources: &[&Source]) -> BTreeMap<Path, BTreeSet<Path>> {
    let files: BTreeMap<Path, File> =
        sources.iter().map(|source| File::read(source)).map(|file| (file.module.clone(), file)).collect();
    let used = |file: &File| {
        let targets = file.uses.iter().filter_map(|path| target(&files, path, 8));
        let is_one_room = files.contains_key(&Path::new());
        targets.filter(|other| *other != file.module && (is_one_room || other[0] == file.module[0])).collect()
    };
    files.iter().map(|(module, file)| (module.clone(), used(file))).collect()
}

/// Each file of some source that leads back to itself, with the next file on the way.
fn circles(sources: &[&Source]) -> Vec<String> {
    let graph = graph(sources);
    let name = |module: &Path| if module.is_empty() { "lib".to_owned() } else { module.join("/") };
    let mut wrong = Vec::new();
    for (file, used) in &graph {
        for other in used.iter().filter(|other| reached(&graph, other).contains(file)) {
            wrong.push(format!("{}.rs uses {}.rs, which leads back to it", name(file), name(other)));
        }
    }
    wrong
}

#[test]
fn no_two_files_of_a_room_use_each_other() {
    let program = program();
    let is_file = |file: &&Source| !["src/lib.rs", "src/main.rs"].contains(&file.path.as_str());
    let source: Vec<&Source> = program.iter().filter(|file| file.path.starts_with("src/")).filter(is_file).collect();
    let wrong = circles(&source);
    assert!(wrong.is_empty(), "{}\ngive the types that they share a file of their own", wrong.join("\n"));
}

#[test]
fn no_two_files_of_a_crate_use_each_other() {
    let program = program();
    let mut crates: BTreeMap<String, Vec<&Source>> = BTreeMap::new();
    for file in program.iter().filter(|file| file.path.starts_with(CRATES) && !file.path.ends_with("/src/main.rs")) {
        crates.entry(file.room()).or_default().push(file);
    }
    assert!(crates.contains_key("framework"), "the crates are found");
    for (name, source) in crates {
        let wrong = circles(&source);
        assert!(wrong.is_empty(), "{name}:\n{}\ngive the types that they share a file of their own", wrong.join("\n"));
    }
}

#[test]
fn a_name_that_is_exported_again_leads_to_where_it_is_defined() {
    let file = |path: &str, text: &str| Source { path: format!("src/{path}.rs"), text: text.to_owned() };
    let types = file("room/types", "//! Types.\n\npub struct Kind;\n");
    let maker = |code: &str| file("room/maker", &format!("//! Makes them.\n\n{code}\n"));
    let parent = file(
        "room",
        "//! A room.\n\nmod maker;\nmod types;\n\npub use self::types::Kind;\n\npub fn all() -> Kind {\n    maker::make()\n}\n",
    );
    let circle = |maker: &Source| {
        let graph = graph(&[&parent, &types, maker]);
        graph.keys().any(|file| reached(&graph, file).contains(file))
    };
    assert!(!circle(&maker("use super::types::Kind;\n\npub fn make() -> Kind {\n    Kind\n}")));
    assert!(!circle(&maker("use super::Kind;\n\npub fn make() -> Kind {\n    Kind\n}")));
    assert!(circle(&maker("pub fn make() -> super::types::Kind {\n    super::all()\n}")));
    assert!(circle(&maker("use super::{Kind, all};\n\npub fn make() -> Kind {\n    all()\n}")));
}
