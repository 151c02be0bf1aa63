//! The examples that the help of each command begins with: every one is typed, on the map of this repository.

use std::path::Path;
use std::process::Command;

use crate::root;
use crate::shell::typed;

/// The lines of the examples in the help of a command.
fn examples(command: &str) -> Vec<String> {
    let help = typed(&format!("counterpoint {command} --help"), root());
    let block = help.lines().skip_while(|line| *line != "Examples:").skip(1).take_while(|line| !line.is_empty());
    let lines = block.filter_map(|line| line.strip_prefix("  counterpoint "));
    // The result of a line stands two columns behind it, or below it.
    lines.map(|line| format!("counterpoint {}", line.split("  ").next().unwrap_or(line))).collect()
}

/// The commands, as the help of the program lists them.
fn commands() -> Vec<String> {
    let help = typed("counterpoint --help", root());
    let lines = help.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let words = lines.filter_map(|line| line.split_whitespace().next());
    words.filter(|word| !word.starts_with('-')).map(str::to_owned).collect()
}

/// A folder with a copy of the map in it, with a text for each source, and two commits where git is there.
fn copy_of_the_map(folder: &Path) {
    let copy = format!("cp -R {}/arguments arguments && mkdir texts", root().display());
    assert_eq!(typed(&copy, folder), "");
    let texts = "for name in $(sed -n 's/^  text: //p' arguments/*.arg); do \
                 mkdir -p \"$(dirname \"texts/$name\")\"; echo 'In fragile states much is fragile.' > \"texts/$name\"; done";
    assert_eq!(typed(texts, folder), "");
    for arguments in [
        &["init", "-q"][..],
        &["add", "arguments"],
        &["commit", "-qm", "One"],
        &["commit", "-qm", "Two", "--allow-empty"],
    ] {
        let mut git = Command::new("git");
        git.current_dir(folder).args(["-c", "user.name=A", "-c", "user.email=a@example.org"]).args(arguments);
        let _ = git.output();
    }
}

#[test]
fn the_examples_of_the_help_are_true() {
    let above = tempfile::tempdir().expect("a temporary folder");
    let folder = above.path().join("session");
    std::fs::create_dir(&folder).expect("a folder");
    copy_of_the_map(&folder);
    let has_git = folder.join(".git").is_dir();
    let commands = commands();
    assert!(commands.len() > 15, "{commands:?}");
    for command in &commands {
        let examples = examples(command);
        assert_eq!(examples.len(), 3, "`{command}` has three examples: {examples:?}");
        for example in examples.iter().filter(|line| has_git || !line.contains("HEAD")) {
            let sources = if command == "find" { "COUNTERPOINT_SOURCES=texts " } else { "" };
            let printed = typed(&format!("{sources}{example}"), &folder);
            assert!(!printed.contains("[exit status"), "$ {example}\n{printed}");
        }
    }
}
