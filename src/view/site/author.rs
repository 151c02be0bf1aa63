//! Authors of a site: where each stands, contradictions and changes of mind, sources, and what else they say.

use foldhash::HashSet;

use crate::analysis::table::column::{Actor, By, ColumnOwner};
use crate::model::{AuthorId, Entity, IssueId, StatementId};
use crate::page::site::{Address, Group, Screen};
use crate::page::{Block, Mark, Runs, Target};
use crate::study::Study;
use crate::view::show::questions::answers;
use crate::view::show::source;
use crate::view::site::telling::Telling;
use crate::view::unanswered;
use crate::view::wording::contradiction;
use crate::view::wording::naming::counted;
use crate::view::wording::{named, speech};

/// Authors who take a stand on anything, in the order of the map.
pub fn speaking(study: &Study<'_>) -> Vec<AuthorId> {
    let table = study.table(By::Author);
    let authors = |column: usize| match &table.columns().owners[column] {
        ColumnOwner::Authors(authors) => authors.to_vec(),
        _ => Vec::new(),
    };
    let mut speaking: Vec<AuthorId> = table.speaking().into_iter().flat_map(authors).collect();
    speaking.sort_unstable();
    speaking.dedup();
    speaking
}

/// Those authors with their names in the map and the short ones that people read.
pub fn names(study: &Study<'_>) -> Vec<(String, String)> {
    let (map, short) = (study.map, study.short());
    let name = |&author: &AuthorId| (map.word(map.authors[author].name).to_owned(), short.author(author).to_owned());
    speaking(study).iter().map(name).collect()
}

/// Those who say anything themselves, and those of whom others report something or nobody anything.
pub fn groups(telling: &Telling<'_, '_>) -> Vec<Group> {
    let study = telling.study;
    let is_own = |author: &AuthorId| study.counts().of_author(*author).statements > 0;
    let (own, others): (Vec<AuthorId>, Vec<AuthorId>) = study.map.authors.ids().partition(is_own);
    let groups = [(own, "Authors"), (others, "Authors without a statement of their own")];
    let groups = groups.into_iter().filter(|(authors, _)| !authors.is_empty());
    let group = |(authors, title): (Vec<AuthorId>, &str)| Group {
        heading: format!("{title} ({})", authors.len()).into(),
        blocks: Vec::new(),
        screens: authors.into_iter().map(|author| screen(telling, author)).collect(),
    };
    groups.map(group).collect()
}

fn screen(telling: &Telling<'_, '_>, author: AuthorId) -> Screen {
    let (study, map) = (telling.study, telling.study.map);
    let what = &map.authors[author];
    let target = |name: &str| Target::Author(name.to_owned());
    let mut screen = Screen::new(Address::Thing(target(map.word(what.name))), map.text(what.display).into_owned());
    screen.former = map.former_names(Entity::Author(author)).into_iter().map(target).collect();
    let mut about = Runs::new();
    if let Some(of) = what.of {
        about = about.with(Mark::Plain, map.text(of)).with(Mark::Plain, " ");
    }
    screen.blocks.push(Block::Prose(about.with(Mark::Name, map.word(what.name))));
    let told = stands(telling, author, &mut screen);
    push_list(&mut screen, "Not answered in this map", unanswered::of_author(study, &telling.teller.speech, author));
    let sources = map.sources.iter().filter(|(_, source)| source.authors.contains(&author));
    let sources: Vec<Runs> = sources.map(|(id, _)| source::line(map, id)).collect();
    push_list(&mut screen, "Sources", sources);
    let theirs = study.theirs(&[author]);
    let others = |all: &[StatementId]| all.iter().copied().filter(|id| !told.contains(id)).collect::<Vec<_>>();
    let speech = &telling.teller.speech;
    let rest = others(&theirs.own).len();
    if rest > 0 {
        let are = if rest == 1 { "1 statement is".to_owned() } else { format!("{rest} statements are") };
        screen
            .blocks
            .push(Block::Prose(format!("{are} on no question of the map, and stand under the sources.").into()));
    }
    for (title, statements) in [
        ("in which they report others", others(&theirs.reports)),
        ("in which others report them", others(&theirs.reported)),
    ] {
        let title = format!("{} {title}", counted(statements.len(), "statement"));
        let names = named::joined(statements.iter().map(|&id| speech.statement(id)), "; ");
        push_list(&mut screen, &title, if statements.is_empty() { Vec::new() } else { vec![names] });
    }
    screen
}

/// Adds where an author stands on each question, and their contradictions; the statements that are told there.
fn stands(telling: &Telling<'_, '_>, author: AuthorId, screen: &mut Screen) -> HashSet<StatementId> {
    let (study, map) = (telling.study, telling.study.map);
    let table = study.table_of(&[Actor::Author(author)]);
    let mut told = HashSet::default();
    let mut lines = Vec::new();
    for issue in map.issues.ids() {
        let stand = table.positions().stance(issue, 0);
        if stand.stances.is_empty() {
            continue;
        }
        told.extend(stand.stances.iter().map(|say| say.statement));
        let runs = speech::capitalized(speech::issue(map, issue)).with(Mark::Plain, ": ");
        lines.push(runs.joined(answers(map, study.short(), &stand)));
    }
    let title = format!("Speaks to {}", counted(lines.len(), "question"));
    push_list(screen, &title, lines);
    let issues: Vec<IssueId> = map.issues.ids().collect();
    screen.blocks.extend(contradiction::section(&table, &issues, false));
    told
}

/// Adds a list below its heading, where there is anything in it.
fn push_list(screen: &mut Screen, title: &str, lines: Vec<Runs>) {
    if !lines.is_empty() {
        screen.blocks.push(Block::Heading { level: 1, runs: title.into() });
        screen.blocks.push(Block::List(lines));
    }
}
