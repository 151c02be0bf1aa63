//! Questions of a site, in the groups of the table: a lane for each answer, in it a chip for each who speaks of it.

mod chip;

use foldhash::HashMap;

use crate::analysis::table::column::By;
use crate::analysis::table::group::{Group as Relation, Grouped};
use crate::model::{Entity, IssueId, Map};
use crate::page::site::{Address, Facets, Group, Screen};
use crate::page::{Block, Mark, Runs, Target};
use crate::study::{Compared, IssueCompared, PositionTable, Study};
use crate::view::compare::in_site;
use crate::view::site::telling::Telling;
use crate::view::table::notes::Notes;
use crate::view::table::on_issue::OnIssue;
use crate::view::wording::group_said::{self, group_said};

use super::pair::parties;

/// Questions to which anybody speaks.
pub fn number(study: &Study<'_>) -> usize {
    let table = study.table(By::Author);
    table.filled_issues(table.derived(false)).0.len()
}

/// Tags of all questions, in the order of the alphabet.
pub fn tags(study: &Study<'_>) -> Vec<String> {
    let mut tags: Vec<String> = study.map.issues.ids().flat_map(|issue| tags_of(study.map, issue)).collect();
    tags.sort();
    tags.dedup();
    tags
}

fn tags_of(map: &Map, issue: IssueId) -> Vec<String> {
    map.issues[issue].tags.iter().map(|&tag| map.word(tag).to_owned()).collect()
}

/// The groups of questions, what divides most first; last those to which nobody speaks.
pub fn groups(telling: &Telling<'_, '_>) -> Vec<Group> {
    let (study, map) = (telling.study, telling.study.map);
    let table = study.table(By::Author);
    let (spoken, unspoken) = table.filled_issues(table.derived(false));
    let is_one = table.filled_columns(table.derived(false)).0.len() == 1;
    let grouped = table.grouped(&spoken);
    let parties = parties(study);
    let compared = study.compared(&parties);
    let of_issue: HashMap<IssueId, &IssueCompared> = match parties.len() {
        0 | 1 => HashMap::default(),
        _ => compared.issues().iter().map(|it| (it.issue, it)).collect(),
    };
    let mut groups = Vec::new();
    for of_group in grouped.chunk_by(|one, other| one.group == other.group) {
        let heading = format!("{} ({})", group_said(of_group[0].group, is_one), of_group.len());
        let screen = |on: &Grouped| {
            let on = OnIssue::new(table, *on, false, None);
            let between = of_issue.get(&on.grouped.issue).map(|&issue| (&compared, issue));
            spoken_to(telling, table, &on, between)
        };
        let screens = of_group.iter().map(screen).collect();
        groups.push(Group { heading: heading.into(), blocks: Vec::new(), screens });
    }
    if !unspoken.is_empty() {
        let heading = format!("{} ({})", group_said::UNSPOKEN, unspoken.len());
        let screens = unspoken.iter().map(|&issue| screen(map, issue)).collect();
        groups.push(Group { heading: heading.into(), blocks: Vec::new(), screens });
    }
    groups
}

/// A question with what the map says of it, and nobody's answers.
fn screen(map: &Map, id: IssueId) -> Screen {
    let issue = &map.issues[id];
    let target = |name: &str| Target::Issue(name.to_owned());
    let mut screen = Screen::new(Address::Thing(target(map.word(issue.name))), map.text(issue.question).into_owned());
    screen.former = map.former_names(Entity::Issue(id)).into_iter().map(target).collect();
    screen.facets.tags = tags_of(map, id);
    let mut about = Runs::new();
    if let Some(scope) = issue.scope {
        about = about.with(Mark::Strong, "What answers it: ").with(Mark::Plain, map.text(scope)).with(Mark::Plain, " ");
    }
    screen.blocks.push(Block::Prose(about.with(Mark::Name, map.word(issue.name))));
    screen
}

/// The same with who answers it how, and what lies between each two of them.
fn spoken_to(
    telling: &Telling<'_, '_>,
    table: &PositionTable<'_>,
    on: &OnIssue<'_>,
    between: Option<(&Compared<'_>, &IssueCompared)>,
) -> Screen {
    let (study, map) = (telling.study, telling.study.map);
    let notes = Notes { map, short: study.short(), columns: table.columns() };
    let mut screen = screen(map, on.grouped.issue);
    screen.facets = Facets { is_clash: on.grouped.group == Relation::Clash, ..screen.facets };
    screen.lanes = chip::lanes(telling, &notes, on);
    let conditions = on.conditions.iter().enumerate();
    screen.lines = conditions.map(|(number, words)| Runs::from(format!("{} {words}", number + 1))).collect();
    screen.lines.extend(notes.both_ways(on));
    screen.blocks.extend(between.map(|(compared, issue)| in_site::between(study, compared, issue)).unwrap_or_default());
    screen
}
