//! Hands whatever libFuzzer thinks of to the reader of `counterpoint.toml`.
//!
//! Every finding has its place and is well formed in every format; a fix that is offered takes its finding away; and the settings
//! beside a map keep nothing of it from being loaded.

#![no_main]

use common::{files, places, shown};
use counterpoint::file::{File, FileId, Files};
use counterpoint::workspace::settings::Settings;
use libfuzzer_sys::fuzz_target;

const MAP: &[u8] = b"source s: S\n  text: s.txt\nclaim a: x\n  quote: the words of a text\n";

fuzz_target!(|input: &[u8]| {
    if let Ok(text) = std::str::from_utf8(input) {
        let found = Settings::parse("counterpoint.toml", FileId::new(0), text).1;
        let mut files = Files::default();
        files.add(File::new("counterpoint.toml", text));
        places::assert_all_inside(&found, &files);
        for finding in &found {
            let Some(fix) = &finding.fix else { continue };
            let mut mended = text.to_owned();
            mended.replace_range(fix.span.start as usize..fix.span.end as usize, &fix.replacement);
            let left = Settings::parse("counterpoint.toml", FileId::new(0), &mended).1;
            let stays = left
                .iter()
                .any(|it| it.code == finding.code && it.message == finding.message && it.span == finding.span);
            assert!(!stays, "{fix:?} does not mend {finding:?}\n{mended}");
        }
    }
    let beside = [("a.arg", MAP), ("s.txt", b"the words of a text"), ("counterpoint.toml", input)];
    let memory = files::memory(&beside.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())));
    let workspace = files::load(&memory, "").expect("settings keep no map from being loaded");
    assert_eq!(workspace.map.statements.len(), 1, "the map is not all there");
    let found = workspace.diagnostics.kept();
    places::assert_all_inside(found, &workspace.map.files);
    shown::assert_findings_well_formed(&found[..found.len().min(20)], &workspace.map.files, 80);
});
