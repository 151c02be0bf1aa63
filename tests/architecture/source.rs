//! The source as the laws look at it: files with their places, and what of them is compiled into the program.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the workspace's crates other than the program.
pub const CRATES: &str = "crates";

/// A file of the source: its path below the root of the repository, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// The path below `src`, in which a crate is a folder of its name.
    pub fn place(&self) -> String {
        let path = self.path.strip_prefix("src/").or(self.path.strip_prefix(CRATES)).unwrap_or(&self.path);
        path.trim_start_matches('/').replacen("/src/", "/", 1)
    }

    /// The names of the modules from the top of the crate to this file.
    pub fn modules(&self) -> Vec<&str> {
        let (_, below) = self.path.split_once("src/").expect("source is below `src`");
        below.trim_end_matches(".rs").split('/').collect()
    }

    pub fn room(&self) -> String {
        self.place().split(['/', '.']).next().unwrap_or_default().to_owned()
    }

    /// Source that is compiled when nothing is tested.
    pub fn code(&self) -> &str {
        self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
    }
}

/// Every Rust file below a folder, in the order of the paths.
pub fn files_below(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut files, mut folders) = (Vec::new(), vec![root.join(folder)]);
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        let paths: Vec<PathBuf> = entries.map(|entry| entry.expect("listed").path()).collect();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("source is text");
                let below = path.strip_prefix(root).expect("found below it");
                files.push(Source { path: below.to_string_lossy().replace('\\', "/"), text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!files.is_empty() || folder != "src", "there is source to look at");
    files
}

/// The source of the program and of the crates that it is made of.
pub fn all_source() -> Vec<Source> {
    let mut files = files_below("src");
    files.extend(files_below(CRATES).into_iter().filter(|file| file.path.contains("/src/")));
    files
}

/// The files that are compiled into the program.
pub fn program() -> Vec<Source> {
    let mut files = all_source();
    let mut tested = Vec::new();
    for file in &files {
        let declared = file.text.split("#[cfg(test)]\n").skip(1).filter_map(|text| text.lines().next());
        let names = declared.filter_map(|line| line.strip_suffix(';')?.split_once("mod ").map(|(_, name)| name));
        tested.extend(names.map(|name| format!("{}/{name}", file.path.trim_end_matches(".rs"))));
    }
    // A module that is only tested may have files of its own below it.
    let is_tested = |path: &str| {
        tested.iter().any(|module| path.strip_prefix(module.as_str()).is_some_and(|rest| rest.starts_with(['.', '/'])))
    };
    files.retain(|file| !is_tested(&file.path));
    files
}
