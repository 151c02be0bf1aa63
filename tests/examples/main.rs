//! The manual and the README are a test: what they show is what the program does.
//!
//! CONTRIBUTING tells what may stand behind the three backticks of a block. `UPDATE_EXPECTED=1` writes the outputs of the
//! sessions, and the pages that are made of tables in the code, as they are now.
#![cfg(unix)] // A session is what a reader types into a shell.

mod block;
mod check;
mod generated;
mod page;
mod session;
#[path = "../command/shell.rs"]
mod shell;

use std::collections::BTreeSet;

use page::Page;

/// Whether what is found is written into the pages instead of compared with them.
fn updates() -> bool {
    std::env::var_os("UPDATE_EXPECTED").is_some()
}

#[test]
fn every_block_of_every_page_is_true() {
    generated::update();
    let pages = Page::all();
    let language = pages.iter().find(|page| page.path == "grammar/README.md").expect("the language has its page");
    let mut mistakes = Vec::new();
    for page in &pages {
        check::blocks(page, language, &mut mistakes);
        check::files(page, &mut mistakes);
        session::sessions(page, language, &mut mistakes);
        check::links(page, &mut mistakes);
    }
    assert!(mistakes.is_empty(), "{}\n\nUPDATE_EXPECTED=1 accepts new outputs of sessions", mistakes.join("\n"));
}

#[test]
fn pages_made_of_tables_in_the_code_are_as_made() {
    for (path, made) in generated::pages() {
        let written = std::fs::read_to_string(page::root().join(path)).unwrap_or_default();
        assert!(updates() || written == made, "{path} is not as its table says; UPDATE_EXPECTED=1 writes it");
    }
}

#[test]
fn every_command_and_option_is_in_the_manual() {
    let chapter = std::fs::read_to_string(page::root().join("grammar/commands.md")).expect("the chapter is there");
    let named: BTreeSet<&str> = words(&chapter).collect();
    let help = |words: &str| session::run(&format!("$ counterpoint {words}\n"), &page::root());
    let commands: Vec<String> = help("--help")
        .lines()
        .take_while(|line| *line != "Options:")
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect();
    assert!(commands.len() > 5, "{commands:?}");
    for command in &commands {
        assert!(chapter.contains(&format!("## {command}\n")), "no section is about `{command}`");
        for option in words(&help(&format!("{command} -h"))).filter(|word| word.starts_with("--")) {
            assert!(named.contains(option), "`{option}` of `{command}` is not there");
        }
    }
}

/// The words of a text, options among them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').filter(|word| !word.is_empty())
}
