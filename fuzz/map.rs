//! Hands whatever libFuzzer thinks of to the whole way from bytes to what is shown.
//!
//! Nothing panics; every finding has its place; findings and one view of the map are well formed in every format; and a map in which
//! one file is changed is what a fresh load gives.

#![no_main]

use std::path::{Path, PathBuf};

use common::{files, places, shown, views};
use counterpoint::page::Consumer;
use counterpoint::workspace::{OpenMap, Workspace};
use libfuzzer_sys::fuzz_target;

const CONSUMERS: [Consumer; 4] = [Consumer::Person, Consumer::Spreadsheet, Consumer::Network, Consumer::Program];

fuzz_target!(|input: &[u8]| {
    let files = files::files(input);
    let memory = files::memory(&files);
    let Ok(workspace) = files::load(&memory, "") else { return };
    let found = workspace.diagnostics.kept();
    places::assert_all_inside(found, &workspace.map.files);
    // Inputs of the same length are asked the same, so that what a change of a byte does is seen.
    let turn = input.len();
    let width = [80, 20, 7, 200][turn % 4];
    shown::assert_findings_well_formed(&found[..found.len().min(20)], &workspace.map.files, width);
    let consumer = CONSUMERS[turn % 4];
    views::ask(&workspace, turn / 4, consumer, |page| shown::assert_well_formed(page, Some(consumer), width));
    assert_changes_are_followed(&files, &workspace);
});

/// Opens the map with one file less, puts it in, and holds what comes out to the map that was loaded at once.
fn assert_changes_are_followed(files: &[(String, Vec<u8>)], fresh: &Workspace) {
    let Some(((path, bytes), others)) = files.split_last() else { return };
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut open = OpenMap::new(files::memory(others), vec![PathBuf::new()], Some(Box::new(files::places)));
    open.change(Path::new(path), Some(text));
    open.update();
    let Ok(changed) = open.workspace() else { panic!("a map that was changed cannot be loaded") };
    assert_eq!(changed.diagnostics.kept(), fresh.diagnostics.kept(), "what is found is not that of a fresh load");
    assert_eq!(changed.map.statements.len(), fresh.map.statements.len(), "statements came or went");
}
