//! Mends the quotations of whatever map libFuzzer thinks of, with the texts beside it.
//!
//! No letter of a quotation changes; what is mended is read as before; and a second run finds nothing to mend.

#![no_main]

use std::path::Path;

use common::{files, places};
use counterpoint::file::Memory;
use counterpoint::quotation::{Mend, mend};
use counterpoint::workspace::{Workspace, mended};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let mut memory = files::memory(&files::files(input));
    let Ok(before) = files::load(&memory, "") else { return };
    let mends = mends(&before);
    let mut refused = Vec::new();
    for mends in mends.chunk_by(|one, next| one.span.file == next.span.file) {
        let id = mends[0].span.file;
        let file = before.map.files.get(id);
        mends.iter().for_each(|mend| places::assert_inside(mend.span, &file.text));
        assert!(mends.windows(2).all(|two| two[0].span.end <= two[1].span.start), "two mends lie upon each other");
        match mended(id, file, mends) {
            Some(text) => memory.set(Path::new(&file.path), text),
            None => refused.push(file.path.clone()),
        }
    }
    if !mends.is_empty() {
        assert_mended(&before, &memory, &refused);
    }
});

/// What is to be mended in the quotations of a map.
fn mends(workspace: &Workspace) -> Vec<Mend> {
    mend(&workspace.map, &workspace.quotations, workspace.map.quotations.ids())
}

fn assert_mended(before: &Workspace, memory: &Memory, refused: &[String]) {
    let after = files::load(memory, "").expect("it was there before");
    let quoted = |workspace: &Workspace| {
        let words = workspace.map.quotations.iter().map(|(_, it)| workspace.map.text(it.words).into_owned());
        words.map(|words| files::letters(&words)).collect::<Vec<String>>()
    };
    assert_eq!(quoted(before), quoted(&after), "the words of a quotation changed");
    assert_eq!(before.map.statements.len(), after.map.statements.len(), "statements came or went");
    for mend in mends(&after) {
        let path = &after.map.files.get(mend.span.file).path;
        assert!(refused.contains(path), "a second run would mend {path} again: {mend:?}");
    }
}
