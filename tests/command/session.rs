//! Runs the sessions of a page: its files are written into a folder, its commands typed there one after another.

use std::fmt::Write;
use std::path::Path;

use crate::shell::typed;

/// Runs a page and says how it differs from what is printed, if it does.
pub fn run(path: &Path) -> Option<String> {
    let page = std::fs::read_to_string(path).expect("a session is text");
    // One folder deeper: settings are looked for in the folder above a map, too, and what lies there is not ours.
    let above = tempfile::tempdir().expect("a temporary folder");
    let folder = above.path().join("session");
    std::fs::create_dir(&folder).expect("a folder");
    let found = replay(&page, &folder);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(path, &found).expect("the expected text can be written");
        return None;
    }
    let differs = |(index, (was, is)): (usize, (&str, &str))| {
        (was != is).then(|| format!("{}:{}: expected\n{was}\nbut found\n{is}", path.display(), index + 1))
    };
    let first = page.lines().zip(found.lines()).enumerate().find_map(differs);
    first.or_else(|| (page != found).then(|| format!("{}: more or less is printed", path.display())))
}

/// The page with what its commands print now.
fn replay(page: &str, folder: &Path) -> String {
    let mut replayed = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        writeln!(replayed, "{line}").expect("strings take all");
        let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if let Some(name) = info.strip_prefix("file ") {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a folder");
            let text: String = body.iter().map(|line| format!("{line}\n")).collect();
            std::fs::write(path, &text).expect("a file");
            replayed.push_str(&text);
        } else {
            assert_eq!(info, "console", "a block of a session is a file or typed");
            for command in body.iter().filter_map(|line| line.strip_prefix("$ ")) {
                writeln!(replayed, "$ {command}\n{}", typed(command, folder)).expect("strings take all");
            }
            replayed.truncate(replayed.trim_end().len());
            replayed.push('\n');
        }
        replayed.push_str("```\n");
    }
    replayed
}
