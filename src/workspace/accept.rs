//! Drafts that become parts of the map: which may, and what their files say then.

use std::collections::BTreeMap;

use super::Workspace;
use crate::file::{File, FileId, Span, leads_back};
use crate::model::{Entity, Map};
use crate::quotation::Verification;
use crate::syntax::tree::{Clause, Entry, Tree};
use crate::syntax::vocabulary::{QUALIFIERS, Qualifiers};
use crate::syntax::{Parsed, parse};

/// The files that change when these drafts are accepted, each by its path with its new text. Each draft is given with what to call it.
///
/// # Errors
///
/// One of them is no draft, has no text or a quotation that its source does not have, or its file cannot be written; nothing is to
/// be written then.
pub fn accepted(workspace: &Workspace, drafts: &[(Entity, &str)]) -> Result<Vec<(String, String)>, String> {
    let (map, quotations) = workspace.with_drafts();
    let mut parsed: BTreeMap<FileId, Parsed> = BTreeMap::new();
    let mut marks: Vec<Span> = Vec::new();
    for &(named, name) in drafts {
        let place = acceptable(map, quotations, named, name)?;
        let file = map.files.get(place.file);
        let Parsed { tree, .. } = parsed.entry(place.file).or_insert_with(|| parse(place.file, &file.text));
        let found = tree.entries.iter().find(|entry| entry.span.covers(place));
        let before = marks.len();
        marks.extend(found.map(|entry| drafted(tree, entry)).unwrap_or_default());
        if marks.len() == before {
            return Err(format!("`{name}` is not marked as a draft\nhelp: `counterpoint list drafts` names what is"));
        }
    }
    marks.sort_by_key(|mark| (mark.file, mark.start));
    marks.dedup();
    let mut written = Vec::new();
    for marks in marks.chunk_by(|one, next| one.file == next.file) {
        let file = map.files.get(marks[0].file);
        let Some(text) = without_marks(marks[0].file, file, marks) else {
            return Err(format!("{} cannot be written so that it is read as before: nothing was accepted", file.path));
        };
        written.push((file.path.clone(), text));
    }
    Ok(written)
}

/// Where a thing is named, if it may be accepted.
fn acceptable(map: &Map, quotations: &Verification, named: Entity, name: &str) -> Result<Span, String> {
    let (place, text) = match named {
        Entity::Author(id) => (map.authors[id].name, map.authors[id].display),
        Entity::Source(id) => (map.sources[id].name, map.sources[id].title),
        Entity::Issue(id) => (map.issues[id].name, map.issues[id].question),
        Entity::Term(id) => (map.terms[id].name, map.terms[id].word),
        Entity::Side(id) => (map.sides[id].name, map.sides[id].display),
        Entity::Statement(id) => (map.head(id), map.statements[id].text),
    };
    if text.start == text.end {
        return Err(format!(
            "`{name}` has no text yet: nothing was accepted\nhelp: say in your own words what it says, behind its colon"
        ));
    }
    if let Entity::Statement(statement) = named {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the type has no name here")]
        let unfaithful = |&&id: &&crate::model::QuotationId| quotations.of(id).is_some_and(|it| it.is_denied());
        if let Some(&quotation) = map.quotations_of(statement).iter().find(unfaithful) {
            return Err(format!(
                "`{name}` has a quotation that its source does not have so, at {}: nothing was accepted\n\
                 help: `counterpoint quotes --suggest {name}` shows what may be meant",
                map.files.path_and_line(map.quotations[quotation].words)
            ));
        }
    }
    Ok(place)
}

/// The parentheses of an entry and of its clauses that hold the mark.
fn drafted(tree: &Tree, entry: &Entry) -> Vec<Span> {
    let own = entry.is_draft().then_some(entry.head);
    own.into_iter()
        .chain(tree.clauses(entry).iter().filter(|clause| clause.is_draft()).map(|it: &Clause| it.span))
        .collect()
}

/// The text of a file without the marks at these heads; nothing where it could not be written, or would be read otherwise.
fn without_marks(id: FileId, file: &File, marks: &[Span]) -> Option<String> {
    if file.path == "-" || !leads_back(&file.path) || file.damage.is_some() {
        return None;
    }
    let mut text = file.text.clone();
    for mark in marks.iter().rev() {
        let said = &file.text[mark.start as usize..mark.end as usize];
        // The place of a quotation may hold parentheses; qualifiers stand behind it.
        let is_placed = said.strip_prefix("quote").is_some_and(|rest| rest.trim_start().starts_with('['));
        let behind = if is_placed { said.find(']')? } else { 0 };
        let open = behind + said[behind..].find('(')?;
        let close = open + said[open..].find(')')?;
        let words = said[open + 1..close].split(',').map(str::trim);
        let kept = words.filter(|word| *word != draft_word()).collect::<Vec<_>>().join(", ");
        let (start, end) = (mark.start as usize + open, mark.start as usize + close + 1);
        let start = if kept.is_empty() { file.text[..start].trim_end_matches(' ').len() } else { start };
        text.replace_range(start..end, &if kept.is_empty() { String::new() } else { format!("({kept})") });
    }
    let (before, after) = (parse(id, &file.text), parse(id, &text));
    let same = before.tree.entries.len() == after.tree.entries.len()
        && before.tree.clauses.len() == after.tree.clauses.len()
        && before.diagnostics.total() == after.diagnostics.total();
    same.then_some(text)
}

/// The word of the mark.
fn draft_word() -> &'static str {
    QUALIFIERS.iter().find(|(flag, _)| *flag == Qualifiers::DRAFT).map_or("", |(_, word)| word)
}
