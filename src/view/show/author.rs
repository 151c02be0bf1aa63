//! An author: their answers to the questions of the map, all their statements, and what others report of them.

use foldhash::HashSet;
use serde_json::json;

use crate::analysis::table::column::Actor;
use crate::analysis::table::orientation::Orientation;
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::spoken::{Part, Way};
use crate::model::{Attitude, AuthorId, Entity, IssueId, Map, StatementId};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::study::{Study, Theirs};
use crate::view::table::answer::answer;
use crate::view::table::value::issue_value;
use crate::view::wording::called::position_said;
use crate::view::wording::contradiction;
use crate::view::wording::named;
use crate::view::wording::naming::counted;
use crate::view::wording::stance_said::stance_said;
use crate::view::wording::stance_word::{INFERRED, condition_words};

use super::about::{about, formerly, text};
use super::lead;
use super::source;
use super::tree::Trees;

/// Statements that are named by their words under each answer of an overview.
const NAMED: usize = 2;
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
    let told = on_questions(study, authors, trees, &mut page);
    rest(study, &theirs, &told, trees, &mut page);
    page
}

/// Their answer to each question, with the statements that give it; the statements that are told there.
fn on_questions(
    study: &Study<'_>,
    authors: &[AuthorId],
    trees: &mut Trees<'_, '_>,
    page: &mut Page,
) -> HashSet<StatementId> {
    let map = study.map;
    let parties: Vec<Actor> = authors.iter().map(|&author| Actor::Author(author)).collect();
    let table = study.table_of(&parties);
    let mut told = HashSet::default();
    let mut nodes = Vec::new();
    for (id, issue) in map.issues.iter() {
        let stand = table.positions().stance(id, 0);
        if stand.stances.is_empty() {
            continue;
        }
        let key = named::issue(map, id);
        let runs = Runs::from(map.text(issue.question).into_owned()).with(Mark::Plain, "  ").joined(key);
        let mut statements: Vec<StatementId> = Vec::new();
        for say in stand.stances {
            if !statements.contains(&say.statement) {
                statements.push(say.statement);
            }
        }
        told.extend(statements.iter().copied());
        let mut details = vec![answers(map, &stand)];
        let mut children = Vec::new();
        if trees.is_full() {
            trees.about(id);
            for say in stand.stances {
                let lead = stance_said(map, say.stance).with(Mark::Plain, ":");
                children.push(trees.leaf(say.statement, lead));
            }
        } else {
            details.push(some(trees, &statements, NAMED));
        }
        let value = json!({ "issue": map.word(issue.name), "stand": issue_value(map, &stand) });
        nodes.push(Node { runs, value, details, children });
    }
    trees.about(None);
    if nodes.is_empty() {
        page.push(Block::Prose("Takes no stand on any issue here.".into()));
        return told;
    }
    let title = format!("Speaks to {}", counted(nodes.len(), "question"));
    page.push(Block::Heading { level: 1, runs: title.into() });
    page.push(Block::Tree(nodes));
    let issues: Vec<IssueId> = map.issues.ids().collect();
    page.blocks.extend(contradiction::section(&table, &issues, false));
    told
}

/// All that they hold, reject, rank or ask on a question.
pub fn answers(map: &Map, stand: &IssueStance<'_>) -> Runs {
    let mut all: Vec<(Way, Runs)> = Vec::new();
    for cell in stand.positions {
        let name = position_said(map, cell.position);
        let spoken = stand.spoken(map, cell.position);
        for it in spoken.iter().filter(|it| !it.reported && matches!(it.part, Part::Whole | Part::First)) {
            all.push((it.way, answer(map, &name, it, condition_words(map, it).as_deref())));
        }
    }
    all.sort_by_key(|(way, _)| *way);
    let mut all: Vec<Runs> = all.into_iter().map(|(_, runs)| runs).collect();
    let mut also = |attitude: Attitude, words: &str| {
        let says: Vec<_> = stand.stances.iter().filter(|say| say.attitude == attitude && !say.anticipated).collect();
        if let Some(first) = says.first() {
            let runs = Runs::from(words);
            let runs = match map.stances[first.stance].text {
                Some(text) => runs.with(Mark::Plain, format!(": {}", map.text(text))),
                None => runs,
            };
            let is_inferred = says.iter().all(|say| say.inferred);
            all.push(runs.with(Mark::Inferred, if is_inferred { INFERRED } else { "" }));
        }
    };
    also(Attitude::Weighs, "sees both sides");
    also(Attitude::Raises, "asks");
    if stand.stances.iter().any(|say| say.anticipated) {
        all.push("raises an objection to be answered".into());
    }
    if all.is_empty() && stand.issue.orientation == Orientation::Silent {
        all.push("silent".into());
    }
    named::joined(all, "; ")
}

/// The first of these by their words, and how many more there are.
fn some(trees: &mut Trees<'_, '_>, statements: &[StatementId], most: usize) -> Runs {
    let words = statements.iter().take(most).map(|&statement| trees.speech.words(statement));
    let runs = named::joined(words, "; ");
    trees.hide(statements.iter().copied());
    match statements.len().saturating_sub(most) {
        0 => runs,
        more => runs.with(Mark::Faint, format!("; and {more} more")),
    }
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
