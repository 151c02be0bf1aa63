//! An author: their answers to the questions of the map, all their statements, and what others report of them.

use foldhash::HashSet;

use crate::analysis::table::column::Actor;
use crate::model::{AuthorId, Entity, StatementId};
use crate::page::{Block, Mark, Page, Runs};
use crate::study::{Study, Theirs};
use crate::view::wording::named;
use crate::view::wording::naming::counted;

use super::about::{about, formerly, text};
use super::lead;
use super::questions;
use super::source;
use super::tree::Trees;

/// Statements of other groups that an overview names.
const OF_GROUP: usize = 4;

/// The page of an author, or of several who always write jointly.
pub fn page(study: &Study<'_>, authors: &[AuthorId], trees: &mut Trees<'_, '_>) -> Page {
    let map = study.map;
    let names: Vec<_> = authors.iter().map(|&author| map.text(map.authors[author].display)).collect();
    let mut page = Page::new("show", names.join(" & "));
    for &author in authors {
        let what = &map.authors[author];
        // The title names one author, and who of several belongs where has to be said.
        let name = if authors.len() > 1 { map.text(what.display).into_owned() } else { String::new() };
        let parts = [name, text(map, what.of).unwrap_or_default()].into_iter().filter(|part| !part.is_empty());
        let runs = Runs::from(parts.collect::<Vec<_>>().join(", "));
        let runs = if runs.is_empty() { runs } else { runs.with(Mark::Plain, "  ") };
        page.push(Block::Prose(runs.joined(named::author(map, author))));
        let qualifications = ("qualifications", text(map, what.qualifications));
        about(&mut page, [("short", text(map, what.short)), qualifications, formerly(map, Entity::Author(author))]);
    }
    let is_theirs = |author: &AuthorId| authors.contains(author);
    let sources = map.sources.iter().filter(|(_, source)| source.authors.iter().any(is_theirs));
    let sources: Vec<Runs> = sources.map(|(id, _)| source::line(map, id)).collect();
    if !sources.is_empty() {
        page.push(Block::Heading { level: 1, runs: "Sources".into() });
        page.push(Block::List(sources));
    }
    trees.make_list();
    let theirs = study.theirs(authors);
    let parties: Vec<Actor> = authors.iter().map(|&author| Actor::Author(author)).collect();
    let told = questions::on_questions(study, &parties, trees, &mut page);
    rest(study, &theirs, &told, trees, &mut page);
    page
}

/// Statements beside those answers: what else they say, what they report of others, and what others report of them.
fn rest(study: &Study<'_>, theirs: &Theirs, told: &HashSet<StatementId>, trees: &mut Trees<'_, '_>, page: &mut Page) {
    let map = study.map;
    let others = |all: &[StatementId]| all.iter().copied().filter(|id| !told.contains(id)).collect::<Vec<_>>();
    let groups = [
        ("on no question of the map", others(&theirs.own), false),
        ("in which they report others", others(&theirs.reports), true),
        ("in which others report them", others(&theirs.reported), true),
    ];
    for (title, statements, names_speaker) in groups.into_iter().filter(|(_, statements, _)| !statements.is_empty()) {
        let title = format!("{} {title}", counted(statements.len(), "statement"));
        page.push(Block::Heading { level: 1, runs: title.into() });
        if !trees.is_full() {
            let mut items: Vec<Runs> = Vec::new();
            for &statement in statements.iter().take(OF_GROUP) {
                items.push(if names_speaker {
                    trees.speech.statement(statement)
                } else {
                    trees.speech.words(statement)
                });
            }
            let more = statements.len().saturating_sub(OF_GROUP);
            if more > 0 {
                items.push(Runs::new().with(Mark::Faint, format!("and {more} more")));
            }
            trees.hide(statements);
            page.push(Block::List(items));
            continue;
        }
        let leaf = |statement| {
            let speaker = lead::speaker(map, &trees.speech, statement);
            let lead = Runs::new().with(Mark::Strong, speaker).with(Mark::Plain, ":");
            trees.leaf(statement, lead)
        };
        page.push(Block::Tree(statements.into_iter().map(leaf).collect()));
    }
}
