//! The five documents, whose texts belong to their owners and may not be here.

use std::path::{Path, PathBuf};

const NAMES: [&str; 5] =
    ["hanatani-2017", "tokyo-foundation-2015", "yamashita-2014", "sedgwick-2017", "tase-tsuruga-2015"];

/// The names and texts of the documents. Tests of them are ignored unless they are asked for, and fail where a text is missing.
pub fn all() -> Vec<(&'static str, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os("COUNTERPOINT_SOURCES").map_or_else(|| root.join("../shared/sources"), PathBuf::from);
    let read = |name: &'static str| {
        let path = folder.join(name).with_extension("txt");
        let text = std::fs::read_to_string(&path);
        (
            name,
            text.unwrap_or_else(|cause| panic!("{}: {cause}; COUNTERPOINT_SOURCES names the folder", path.display())),
        )
    };
    NAMES.map(read).into()
}

/// The map of a document, which this package has.
pub fn map(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("arguments").join(name).with_extension("arg");
    std::fs::read_to_string(path).expect("each of the documents has a map")
}
