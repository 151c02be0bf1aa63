//! The five documents, whose texts belong to their owners and may not be here.

use std::path::{Path, PathBuf};

const NAMES: [&str; 5] =
    ["hanatani-2017", "tokyo-foundation-2015", "yamashita-2014", "sedgwick-2017", "tase-tsuruga-2015"];

/// The names and texts of the documents that are here; says which are not.
pub fn present() -> Vec<(&'static str, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os("COUNTERPOINT_SOURCES").map_or_else(|| root.join("../shared/sources"), PathBuf::from);
    let read = |name| match std::fs::read_to_string(folder.join(name).with_extension("txt")) {
        Ok(text) => Some((name, text)),
        Err(_) => {
            println!("skipped: {name}, whose text is not here");
            None
        }
    };
    NAMES.into_iter().filter_map(read).collect()
}

/// The map of a document, where this package has it.
pub fn map(name: &str) -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(root.join("arguments").join(name).with_extension("arg")).ok()
}
