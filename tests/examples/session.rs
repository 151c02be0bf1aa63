//! Sessions: the commands of a block, run one after the other by a shell, with what they print.

use std::fmt::Write;
use std::path::Path;

use crate::block::{Block, Info, Language};
use crate::page::{Page, root};
use crate::shell::typed;

/// How a page types it where it has not been installed yet.
const UNINSTALLED: &str = "cargo run -- ";

/// Runs the sessions of a page and compares what they print, or writes it into the page. They run one after the other in a
/// folder that holds the page's files.
pub fn sessions(page: &Page, language: &Page, mistakes: &mut Vec<String>) {
    // One folder deeper: settings are looked for in the folder above a map, too, and what lies there is not ours.
    let above = tempfile::tempdir().expect("there is room for a folder");
    let here = above.path().join("session");
    std::fs::create_dir(&here).expect("a folder can be made");
    for (name, body) in page.files() {
        put(&here, name, body);
    }
    let mut written = page.text.clone();
    for (block, info) in page.sound().filter(|(_, info)| info.language == Language::Console) {
        match one(page, language, block, info, &here) {
            Ok(printed) if printed == page.body(block) => {}
            Ok(printed) if crate::updates() => {
                // Blocks before this one may have grown or shrunk.
                let shift = written.len() as isize - page.text.len() as isize;
                let at = |offset: usize| offset.checked_add_signed(shift).expect("behind what was replaced");
                written.replace_range(at(block.body.start)..at(block.body.end), &printed);
            }
            Ok(printed) => mistakes.push(page.mistake(block, format_args!("the session now goes\n{printed}"))),
            Err(message) => mistakes.push(page.mistake(block, message)),
        }
    }
    if written != page.text {
        std::fs::write(root().join(&page.path), written).expect("the page can be written");
    }
}

fn one(page: &Page, language: &Page, block: &Block, info: &Info, here: &Path) -> Result<String, String> {
    let session = page.body(block);
    match &info.of {
        _ if info.at_root => Ok(run(session, &root())),
        None => Ok(run(session, here)),
        Some(name) => {
            let body = page.file(language, name).ok_or_else(|| format!("no page shows a file `{name}`"))?;
            let alone = tempfile::tempdir().map_err(|cause| cause.to_string())?;
            let alone = alone.path().join("session");
            put(&alone, name, &body);
            Ok(run(session, &alone))
        }
    }
}

fn put(folder: &Path, name: &str, body: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a file stands in a folder")).expect("a folder can be made");
    std::fs::write(path, body).expect("a file can be written");
}

/// The session as it goes now: its commands, each with what it prints and with its exit status where that is not 0.
pub fn run(session: &str, folder: &Path) -> String {
    let mut shown = String::new();
    for command in session.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let printed = typed(&command.replace(UNINSTALLED, "counterpoint "), folder);
        let _ = write!(shown, "$ {command}\n{printed}");
        if !shown.ends_with('\n') {
            shown.push('\n');
        }
    }
    shown
}

/// Whether the program understands the options of a line that is not run.
pub fn is_understood(line: &str) -> Result<(), String> {
    // Where it goes is the shell's affair, and nothing must be written there.
    let line = line.split(['|', '>', '<', ';', '&']).next().unwrap_or_default().replace(UNINSTALLED, "counterpoint ");
    if !line.starts_with("counterpoint ") {
        return Ok(());
    }
    let printed = typed(&format!("{line} --help"), &root());
    if printed.contains("[exit status") { Err(format!("`{line}` is not understood:\n{printed}")) } else { Ok(()) }
}
