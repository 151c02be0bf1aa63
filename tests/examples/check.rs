//! Laws of the blocks that are not run.

use std::collections::{BTreeMap, BTreeSet};

use counterpoint::diagnostic::Severity;
use counterpoint::file::FileId;
use counterpoint::workspace::Workspace;
use counterpoint::workspace::settings::Settings;

use crate::block::{Block, Info, Language};
use crate::page::{Page, root};
use crate::session;

/// Checks every block of a page for itself.
pub fn blocks(page: &Page, language: &Page, mistakes: &mut Vec<String>) {
    for block in &page.blocks {
        let found = match &block.info {
            Ok(info) => one(page, language, block, info),
            Err(message) => Err(message.clone()),
        };
        mistakes.extend(found.err().map(|message| page.mistake(block, message)));
    }
}

fn one(page: &Page, language: &Page, block: &Block, info: &Info) -> Result<(), String> {
    let body = page.body(block);
    match info.language {
        Language::Arg if info.file.is_none() || info.of.is_some() => {
            let before = match &info.of {
                None => String::new(),
                Some(name) => page.file(language, name).ok_or_else(|| format!("no page shows a file `{name}`"))?,
            };
            let separator = if before.is_empty() { "" } else { "\n" };
            findings([("example.arg", format!("{before}{separator}{body}").as_str())], &info.errors, &info.warnings)
        }
        Language::Toml => match Settings::parse("counterpoint.toml", FileId::new(0), body).1.first() {
            Some(found) => Err(found.message.clone()),
            None => Ok(()),
        },
        Language::Json => serde_json::from_str::<serde_json::Value>(body)
            .map(drop)
            .map_err(|error| format!("this is no JSON: {error}")),
        Language::Ebnf => {
            let grammar = std::fs::read_to_string(root().join("grammar/counterpoint.ebnf")).expect("it is there");
            let strange = body.lines().find(|line| !grammar.lines().any(|known| known == *line));
            strange.map_or(Ok(()), |line| Err(format!("the grammar has no line `{line}`")))
        }
        Language::Sh => body.lines().try_for_each(session::is_understood),
        Language::Arg | Language::Console | Language::Text => Ok(()),
    }
}

/// Checks the files that a page shows: those in one folder are one map, but for those that go on where another ends.
pub fn files(page: &Page, mistakes: &mut Vec<String>) {
    let mut maps: BTreeMap<&str, Vec<(&Block, &Info)>> = BTreeMap::new();
    for (block, info) in page.sound() {
        if let (Language::Arg, Some(name), None) = (info.language, &info.file, &info.of) {
            maps.entry(name.rsplit_once('/').map_or("", |(folder, _)| folder)).or_default().push((block, info));
        }
    }
    for blocks in maps.into_values() {
        let texts = blocks.iter().map(|(block, info)| (info.file.as_deref().unwrap_or_default(), page.body(block)));
        let all = |of: fn(&Info) -> &Vec<String>| -> Vec<String> {
            blocks.iter().flat_map(|(_, info)| of(info).clone()).collect()
        };
        let found = findings(texts, &all(|info| &info.errors), &all(|info| &info.warnings));
        mistakes.extend(found.err().map(|message| page.mistake(blocks[0].0, message)));
    }
}

/// Whether a map has exactly these errors, and among its warnings these.
fn findings<'t>(
    texts: impl IntoIterator<Item = (&'t str, &'t str)>,
    errors: &[String],
    warnings: &[String],
) -> Result<(), String> {
    let workspace = Workspace::of_texts(texts);
    let found = workspace.diagnostics.kept().iter();
    let (found_errors, found_warnings): (Vec<_>, Vec<_>) =
        found.partition(|diagnostic| diagnostic.code.severity == Severity::Error);
    let codes = |found: &[&counterpoint::diagnostic::Diagnostic]| -> BTreeSet<String> {
        found.iter().map(|diagnostic| diagnostic.code.name.to_owned()).collect()
    };
    let expected: BTreeSet<String> = errors.iter().cloned().collect();
    if codes(&found_errors) != expected {
        let messages: Vec<String> =
            found_errors.iter().map(|it| format!("\n  {}: {}", it.code.name, it.message)).collect();
        return Err(format!("the errors expected are {expected:?}, those found are:{}", messages.concat()));
    }
    let known = codes(&found_warnings);
    let missing = warnings.iter().find(|code| !known.contains(*code));
    missing.map_or(Ok(()), |code| Err(format!("there is no warning `{code}`, only {known:?}")))
}

/// Every link to a file of the project has to lead somewhere.
pub fn links(page: &Page, mistakes: &mut Vec<String>) {
    for (index, line) in page.text.lines().enumerate() {
        for target in line.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            if !target.contains("://") && !file.is_empty() && !page.folder().join(file).exists() {
                mistakes.push(format!("{}:{}: there is nothing at `{target}`", page.path, index + 1));
            }
        }
    }
}
