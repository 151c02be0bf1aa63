//! Buffers over other files count as if the files were so.

use std::path::Path;

use counterpoint::file::{Kind, Listed, Memory, Overlay, System, map_files};
use proptest::prelude::*;

const PATHS: [&str; 7] = ["a.arg", "b.txt", "sub/a.arg", "sub/deep/c.arg", "other/d.arg", "sub.arg", "sub/../e.arg"];
const FOLDERS: [&str; 6] = ["", "sub", "sub/deep", "other", "none", "a.arg"];

/// All that can be asked of a system, as text.
fn asked(system: &dyn System) -> Vec<String> {
    let name = |it: Listed| (it.name.to_string_lossy().into_owned(), it.kind == Kind::Folder);
    let mut all = Vec::new();
    for path in PATHS.iter().chain(&FOLDERS).map(|path| Path::new("map").join(path)) {
        let listed = system.list(&path).ok().map(|listed| {
            let mut names: Vec<_> = listed.into_iter().map(name).collect();
            names.sort();
            names
        });
        all.push(format!(
            "{} {:?} {:?} {:?} {listed:?}",
            path.display(),
            system.kind(&path).ok(),
            system.real(&path).ok(),
            system.read(&path).ok()
        ));
    }
    all.push(format!("{:?}", map_files(system, Path::new("map")).ok()));
    all
}

proptest! {
    #[test]
    fn buffers_are_as_files(
        below in prop::collection::vec(0..PATHS.len(), 0..5),
        changes in prop::collection::vec((0..PATHS.len(), 0u8..3), 0..8),
    ) {
        // Something stays in every folder: the buffers cannot take a folder away.
        let kept = ["map/sub/deep/kept", "map/other/kept"];
        let mut memory: Memory = kept.into_iter().map(|path| (path, "")).collect();
        for &at in &below {
            memory.set(Path::new("map").join(PATHS[at]), "below");
        }
        let untouched = memory.clone();
        let mut overlay = Overlay::new(memory.clone());
        for &(at, change) in &changes {
            let path = Path::new("map").join(PATHS[at]);
            match change {
                0 => {
                    overlay.set(&path, Some(b"above".to_vec()));
                    memory.set(&path, "above");
                }
                1 => {
                    overlay.set(&path, None);
                    memory.remove(&path);
                }
                _ => {
                    overlay.revert(&path);
                    match untouched.read(&path) {
                        Ok(bytes) => memory.set(&path, bytes),
                        Err(_) => memory.remove(&path),
                    }
                }
            }
        }
        prop_assert_eq!(asked(&overlay), asked(&memory));
    }
}
