//! Hands whatever libFuzzer thinks of to the reader of what git prints, in the place of git.
//!
//! The files of an input are the objects, in the order in which they are asked for: what is printed of each is its path, as the line
//! with id, kind and size, and its bytes. So nothing need be as git makes it, and nothing panics, waits or leads out of the
//! revision. A path `tree` or `blob` stands for a line that is right.

#![no_main]

use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use common::files;
use counterpoint::file::System;
use counterpoint::file::git::Revision;
use counterpoint::workspace::Workspace;
use libfuzzer_sys::fuzz_target;

const ID: &str = "0123456789abcdef0123456789abcdef01234567";
const TOP: &str = "/repository";

fuzz_target!(|input: &[u8]| {
    let printed: Vec<u8> = files::files(input).into_iter().flat_map(|(head, bytes)| printed(&head, &bytes)).collect();
    let from = BufReader::new(Cursor::new(printed).take(1 << 20));
    let revision = Revision::of_stream(Path::new(TOP), "HEAD", ID, io::sink(), from);
    let listed = revision.list(Path::new(TOP));
    for listed in listed.iter().flatten() {
        let path = Path::new(TOP).join(&listed.name);
        if let Ok(real) = System::real(&revision, &path) {
            assert!(real.starts_with(TOP), "{path:?} leads to {real:?}");
        }
    }
    let workspace = Workspace::load(&revision, &[PathBuf::from(TOP)]);
    drop(revision.repositories(Path::new(TOP)));
    if let Ok(workspace) = workspace {
        assert!(workspace.map.files.iter().all(|(_, file)| !file.path.contains("/../")), "a file lies elsewhere");
    }
});

/// An object as git prints it.
fn printed(head: &str, bytes: &[u8]) -> Vec<u8> {
    // The line end that ends a file of an input is no byte of the object.
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let line = match head {
        "tree" | "blob" => format!("{ID} {head} {}", bytes.len()),
        _ => head.to_owned(),
    };
    [line.as_bytes(), b"\n", bytes, b"\n"].concat()
}
