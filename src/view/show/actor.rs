//! An author, with a stand on each issue; and a source, with its statements in the order of their argument.

use foldhash::{HashSet, HashSetExt};
use serde_json::json;

use crate::analysis::table::column::Actor;
use crate::file::Span;
use crate::model::{AuthorId, IssueId, Map, SourceId, StatementId};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::study::Study;
use crate::view::table::issue_signs_in_line;
use crate::view::table::value::issue_value;
use crate::view::wording::contradiction;
use crate::view::wording::naming::{author_names, counted};
use crate::view::wording::sign::Legend;
use crate::view::wording::statement_tree::{StatementTrees, manner, stance_sign};

use super::node::plain;
use crate::view::wording::named;

/// The page of an author, or of several who always write jointly.
pub fn author_page(study: &Study<'_>, authors: &[AuthorId], trees: &StatementTrees<'_>) -> Page {
    let map = study.map;
    let names: Vec<_> = authors.iter().map(|&author| map.text(map.authors[author].display)).collect();
    let mut page = Page::new("show", names.join(" & "));
    for &author in authors {
        let mut runs = Runs::from("author ").joined(named::author(map, author));
        if let Some(of) = map.authors[author].of {
            runs.push(Mark::Plain, format!(", {}", map.text(of)));
        }
        page.push(Block::Prose(runs));
        let what = &map.authors[author];
        about(&mut page, map, [("short", what.short), ("qualifications", what.qualifications)]);
    }
    let is_theirs = |author: &AuthorId| authors.contains(author);
    let sources = map.sources.iter().filter(|(_, source)| source.authors.iter().any(is_theirs));
    let sources: Vec<Runs> = sources.map(|(id, _)| source_line(map, id)).collect();
    if !sources.is_empty() {
        page.push(Block::Heading { level: 1, runs: "Sources".into() });
        page.push(Block::List(sources));
    }
    let parties: Vec<Actor> = authors.iter().map(|&author| Actor::Author(author)).collect();
    let table = study.table_of(&parties);
    let mut legend = Legend::default();
    let mut nodes = Vec::new();
    for (id, issue) in map.issues.iter() {
        let stand = table.positions().stance(id, 0);
        if stand.stances.is_empty() {
            continue;
        }
        let mut runs = named::issue(map, id).with(Mark::Plain, ": ");
        runs.append(issue_signs_in_line(map, &stand, &mut legend));
        runs.push(Mark::Plain, " – ");
        runs.push(Mark::Faint, map.text(issue.question));
        let leaf = |say: &crate::analysis::table::column_stance::ColumnStance| {
            let mut lead = stance_sign(map, say.stance);
            lead.append(manner(map, say.stance));
            trees.leaf(map.stances[say.stance].statement, lead.with(Mark::Plain, ":"))
        };
        let leaves = stand.stances.iter().map(leaf).collect();
        nodes.push(plain(runs, json!({ "issue": map.word(issue.name), "stand": issue_value(map, &stand) }), leaves));
    }
    if nodes.is_empty() {
        page.push(Block::Prose("Takes no stand on any issue here.".into()));
    } else {
        page.push(Block::Heading { level: 1, runs: format!("Stands on {}", counted(nodes.len(), "issue")).into() });
        page.push(Block::Tree(nodes));
        let issues: Vec<IssueId> = map.issues.ids().collect();
        page.blocks.extend(contradiction::section(&table, &issues, false));
        page.blocks.extend(legend.note());
    }
    page
}

/// The page of a source: the statements that no other of its own statements rests on or speaks about come first.
pub fn source_page(study: &Study<'_>, source: SourceId, trees: &mut StatementTrees<'_>) -> Page {
    let map = study.map;
    let what = &map.sources[source];
    let mut page = Page::new("show", map.text(what.title).into_owned());
    page.push(Block::Prose(source_line(map, source)));
    let order = what.order.map(|order| order.to_string());
    let accessed = what.accessed.map(|date| date.to_string());
    let text = |span: Option<Span>| span.map(|span| map.text(span).into_owned());
    let known = [
        ("short", text(what.short)),
        ("kind", text(what.kind)),
        ("order", order),
        ("in", text(what.container)),
        ("volume", text(what.volume)),
        ("pages", text(what.pages)),
        ("url", text(what.url)),
        ("accessed", accessed),
        ("doi", text(what.doi)),
        ("cite", text(what.cite)),
        ("licence", text(what.licence)),
    ];
    about_words(&mut page, known);
    let statements: Vec<StatementId> =
        map.statements_of(source).iter().copied().filter(|&id| study.selection.has_statement(id)).collect();
    let mut hanging = HashSet::new();
    for &statement in &statements {
        let reasons = map.reasons_for(statement).iter().flat_map(|&id| map.reasons[id].premises.iter().copied());
        hanging.extend(reasons.filter(|&premise| premise != statement));
    }
    let mut nodes: Vec<Node> = Vec::new();
    let top = statements.iter().filter(|id| !hanging.contains(id));
    for &statement in top.chain(&statements) {
        if !trees.has_shown(statement) {
            nodes.push(trees.grow(statement, Runs::new()));
        }
    }
    if nodes.is_empty() {
        page.push(Block::Prose("No statement is taken from it here.".into()));
    } else {
        let title = counted(statements.len(), "statement");
        page.push(Block::Heading { level: 1, runs: title.into() });
        page.push(Block::Tree(nodes));
    }
    page
}

/// Adds what is known of a thing as a list, a line for each clause.
fn about(page: &mut Page, map: &Map, known: impl IntoIterator<Item = (&'static str, Option<Span>)>) {
    let words = known.into_iter().map(|(word, span)| (word, span.map(|span| map.text(span).into_owned())));
    about_words(page, words);
}

fn about_words(page: &mut Page, known: impl IntoIterator<Item = (&'static str, Option<String>)>) {
    let known = known.into_iter().filter_map(|(word, text)| Some((word, text?)));
    let line =
        |(word, text): (&str, String)| Runs::new().with(Mark::Faint, format!("{word}: ")).with(Mark::Plain, text);
    let lines: Vec<Runs> = known.map(line).collect();
    if !lines.is_empty() {
        page.push(Block::List(lines));
    }
}

fn source_line(map: &Map, source: SourceId) -> Runs {
    let what = &map.sources[source];
    let mut runs = named::source(map, source).with(Mark::Plain, " ");
    runs.push(Mark::Plain, map.text(what.title));
    if let Some(date) = what.date {
        runs.push(Mark::Plain, format!(", {date}"));
    }
    if !what.authors.is_empty() {
        runs.push(Mark::Plain, format!(", by {}", author_names(map, &what.authors)));
    }
    runs
}
