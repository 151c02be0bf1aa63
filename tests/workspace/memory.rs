//! A map that lies nowhere on the disk is loaded as any other, with all that lies beside it.

use std::path::{Path, PathBuf};

use counterpoint::file::{Disk, Memory, System};
use counterpoint::quotation::State;
use counterpoint::workspace::Workspace;
use counterpoint::workspace::texts::Places;

const FILES: [(&str, &str); 6] = [
    ("town/counterpoint.toml", "quotation-words = 3\nsources = \"texts\"\n"),
    ("town/map/a.arg", "include parts/b.arg\ninclude ../../other.arg\nauthor ann: Ann\n"),
    (
        "town/map/parts/b.arg",
        "source s: S\n  by: ann\n  date: 2017\n  text: s.txt\nclaim c: x\n  because: d\n  quote: cars are not welcome\n\
         claim d: y\n",
    ),
    ("town/texts/s.txt", "Hence, in the old town centre, cars are not welcome."),
    ("town/map/quotes.lock", "counterpoint-lock 9\n"),
    ("other.arg", "author bob: Bob\n"),
];

fn shown(workspace: &Workspace) -> Vec<String> {
    let one = |it: &counterpoint::diagnostic::Diagnostic| {
        format!("{} {}: {}", workspace.map.files.path_and_line(it.span), it.code.name, it.message)
    };
    workspace.diagnostics.kept().iter().map(one).collect()
}

fn load(system: &dyn System, path: &Path) -> Workspace {
    let places = |settings: &counterpoint::workspace::settings::Settings| Places {
        folder: settings.sources.clone(),
        settings: Some(settings.folder.clone()),
        allow_outside: false,
    };
    Workspace::load_verified(system, &[path.to_path_buf()], places).expect("there is a map")
}

#[test]
fn a_map_in_memory_has_its_settings_includes_texts_and_lock() {
    let memory: Memory = FILES.into_iter().collect();
    let workspace = load(&memory, Path::new("town/map/a.arg"));
    let paths: Vec<&str> = workspace.map.files.iter().map(|(_, file)| file.path.as_str()).collect();
    assert_eq!(paths, ["town/map/a.arg", "town/map/parts/b.arg", "town/map/quotes.lock"]);
    let known: Vec<State> =
        workspace.map.quotations.ids().filter_map(|id| workspace.quotations.of(id)).map(|it| it.state).collect();
    assert_eq!(known, [State::Verified]);
    let codes: Vec<String> =
        shown(&workspace).iter().map(|it| it.split([' ', ':']).nth(2).unwrap_or_default().to_owned()).collect();
    assert_eq!(
        codes,
        ["include-outside", "long-quotation", "claim-without-ground", "broken-lock"],
        "{:#?}",
        shown(&workspace)
    );
}

#[test]
fn a_map_is_the_same_in_memory_and_on_the_disk() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let memory: Memory = FILES.iter().map(|(path, text)| (folder.path().join(path), *text)).collect();
    for (path, text) in FILES {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    for path in ["town/map/a.arg", "town/map", "town", ""].map(|path| folder.path().join(path)) {
        assert_eq!(shown(&load(&memory, &path)), shown(&load(&Disk, &path)), "{}", path.display());
    }
    let missing = PathBuf::from("town/none");
    assert!(Workspace::load(&memory, &[missing]).is_err());
}
