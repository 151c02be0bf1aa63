//! A source: what is known of it, and its statements in the order of their argument.

use foldhash::{HashSet, HashSetExt};

use crate::model::{Entity, Map, SourceId, StatementId};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::study::Study;
use crate::view::wording::named;
use crate::view::wording::naming::{author_names, counted};
use crate::view::wording::speech::capitalized;

use super::about::{about, formerly, text};
use super::lead;
use super::node::plain;
use super::room::Room;
use super::tree::Trees;

/// The page of a source: the statements that no other of its own statements rests on come first.
pub fn page(study: &Study<'_>, source: SourceId, trees: &mut Trees<'_, '_>) -> Page {
    let map = study.map;
    let mut page = Page::new("show", map.text(map.sources[source].title).into_owned());
    let origin = Runs::from(origin(map, source));
    let origin = if origin.is_empty() { origin } else { capitalized(origin).with(Mark::Plain, "  ") };
    page.push(Block::Prose(origin.joined(named::source(map, source))));
    about(&mut page, known(map, source));
    let statements: Vec<StatementId> =
        map.statements_of(source).iter().copied().filter(|&id| study.selection.has_statement(id)).collect();
    if statements.is_empty() {
        page.push(Block::Prose("No statement is taken from it here.".into()));
        return page;
    }
    page.push(Block::Heading { level: 1, runs: counted(statements.len(), "statement").into() });
    page.push(Block::Tree(forest(study, &statements, trees)));
    page
}

/// Clauses of a source beside its title, its authors and its date, each with its word.
pub fn known(map: &Map, source: SourceId) -> [(&'static str, Option<String>); 13] {
    let what = &map.sources[source];
    [
        ("short", text(map, what.short)),
        ("kind", text(map, what.kind)),
        ("order", what.order.map(|order| order.to_string())),
        ("in", text(map, what.container)),
        ("volume", text(map, what.volume)),
        ("pages", text(map, what.pages)),
        ("url", text(map, what.url)),
        ("accessed", what.accessed.map(|date| date.to_string())),
        ("doi", text(map, what.doi)),
        ("cite", text(map, what.cite)),
        ("licence", text(map, what.licence)),
        ("text", text(map, what.text)),
        formerly(map, Entity::Source(source)),
    ]
}

/// A tree for each statement that no other of them rests on, as many as there is room for.
fn forest(study: &Study<'_>, statements: &[StatementId], trees: &mut Trees<'_, '_>) -> Vec<Node> {
    let map = study.map;
    trees.make_room(Room::SOURCE);
    let mut below = HashSet::new();
    for &statement in statements {
        let reasons = map.reasons_for(statement).iter().flat_map(|&id| map.reasons[id].premises.iter().copied());
        below.extend(reasons.filter(|&premise| premise != statement));
    }
    let mut nodes: Vec<Node> = Vec::new();
    let mut left: Vec<StatementId> = Vec::new();
    let (mut order, others): (Vec<StatementId>, Vec<StatementId>) =
        statements.iter().partition(|id| !below.contains(*id));
    // Where all is to be seen, what lies too deep below those comes behind them; and what only goes round in a circle.
    if trees.is_full() || order.is_empty() {
        order.extend(others);
    }
    for statement in order {
        if trees.has_shown(statement) {
            continue;
        }
        if nodes.len() == trees.room.statements {
            left.push(statement);
            continue;
        }
        let what = &map.statements[statement];
        let needs_speaker = what.voice.is_some() || what.anticipated || what.by.is_some();
        let speaker = needs_speaker.then(|| lead::speaker(map, &trees.speech, statement));
        let lead = speaker.map_or_else(Runs::new, |it| Runs::new().with(Mark::Strong, it).with(Mark::Plain, ":"));
        nodes.push(trees.grow(statement, lead));
    }
    if !left.is_empty() {
        let unshown = left.iter().filter(|&&statement| !trees.has_shown(statement)).count();
        if unshown > 0 {
            let runs = Runs::new().with(Mark::Faint, format!("and {} of this source", counted_more(unshown)));
            nodes.push(plain(runs, serde_json::json!({ "more": unshown }), Vec::new()));
        }
    }
    trees.hide(statements.iter().copied());
    nodes
}

/// `1 more statement`, `2 more statements`.
fn counted_more(number: usize) -> String {
    format!("{number} more statement{}", if number == 1 { "" } else { "s" })
}

/// Its authors and its date: `by Ann and Bob, 2017`.
pub fn origin(map: &Map, source: SourceId) -> String {
    let what = &map.sources[source];
    let authors = (!what.authors.is_empty()).then(|| format!("by {}", author_names(map, &what.authors)));
    authors.into_iter().chain(what.date.map(|date| date.to_string())).collect::<Vec<_>>().join(", ")
}

/// Its title, its authors and its date, and last its name.
pub fn line(map: &Map, source: SourceId) -> Runs {
    let title = map.text(map.sources[source].title).into_owned();
    let parts = [title, origin(map, source)].into_iter().filter(|part| !part.is_empty());
    let runs = Runs::from(parts.collect::<Vec<_>>().join(", "));
    runs.with(Mark::Plain, "  ").joined(named::source(map, source))
}
