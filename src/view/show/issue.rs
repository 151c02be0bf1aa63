//! An issue with who stands where on it.

use std::collections::BTreeMap;

use serde_json::json;

use crate::model::{Answers, Entity, IssueId, Map, PositionId};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::study::{Place, Study};
use crate::text::list::and;
use crate::view::wording::called::{position_in_full, position_said};
use crate::view::wording::named;
use crate::view::wording::naming::counted;

use super::about::{about, formerly, tags, text};
use super::node::plain;
use super::position::Chosen;
use super::room::Room;
use super::takers::{takers, takers_or_nobody};
use super::tree::Trees;

/// The page of an issue: a tree for each position of which anybody speaks, and one for who takes no side.
pub fn page(study: &Study<'_>, issue: IssueId, trees: &mut Trees<'_, '_>) -> Page {
    let map = study.map;
    let what = &map.issues[issue];
    let mut page = Page::new("show", map.text(what.question).into_owned());
    let key = Runs::from("  ").joined(named::issue(map, issue));
    page.push(Block::Prose(Runs::from(answers(map, issue)).joined(key)));
    if let Some(scope) = what.scope {
        page.push(Block::Prose(Runs::new().with(Mark::Strong, "What answers it: ").with(Mark::Plain, map.text(scope))));
    }
    if trees.is_full() {
        about(&mut page, [("short", text(map, what.short)), tags(map, &what.tags)]);
    }
    about(&mut page, [formerly(map, Entity::Issue(issue))]);
    let places = study.places(issue);
    if places.is_empty() {
        page.push(Block::Prose("No statement speaks to it here.".into()));
        return page;
    }
    let mut by_position: BTreeMap<Option<PositionId>, Vec<Place>> = BTreeMap::new();
    for place in places {
        by_position.entry(place.position).or_default().push(place);
    }
    let (spoken, silent): (Vec<PositionId>, Vec<PositionId>) = what
        .positions()
        .partition(|&position| by_position.contains_key(&Some(position)) || takers(study, position).is_some());
    trees.about(issue);
    trees.make_room(Room::of_issue(spoken.len()));
    let mut taken = |position: Option<PositionId>| by_position.remove(&position).unwrap_or_default();
    let mut groups: Vec<(Option<PositionId>, Vec<Place>)> =
        spoken.into_iter().map(|position| (Some(position), taken(Some(position)))).collect();
    let on_none = taken(None);
    groups.extend((!on_none.is_empty()).then_some((None, on_none)));
    let chosen: Vec<Chosen> =
        groups.iter().map(|(_, places)| Chosen::new(map, places, trees.room.statements)).collect();
    trees.expect(chosen.iter().flat_map(|chosen| chosen.shown.iter().copied()));
    let told = groups.iter().zip(&chosen);
    let nodes = told.map(|((position, places), chosen)| on_position(study, *position, places, chosen, trees)).collect();
    page.push(Block::Tree(nodes));
    if !silent.is_empty() {
        let names: Vec<String> = silent.iter().map(|&position| format!("‘{}’", position_said(map, position))).collect();
        page.push(Block::Prose(format!("In this map nobody speaks of {}.", and(&names)).into()));
    }
    page
}

/// Sentence on how its answers relate.
fn answers(map: &Map, issue: IssueId) -> String {
    let what = &map.issues[issue];
    let number = counted(what.position_count as usize, "answer");
    let ends = || {
        let mut positions = what.positions();
        let first = positions.next();
        let last = positions.next_back().or(first);
        first
            .zip(last)
            .map(|(first, last)| format!("from {} to {}", position_said(map, first), position_said(map, last)))
    };
    match what.answers {
        Answers::YesNo => "It is answered by yes or no.".to_owned(),
        Answers::Choice => format!("It has {number} that exclude each other."),
        Answers::Scale => format!("It has {number} on a scale, {}.", ends().unwrap_or_default()),
        Answers::Open => format!("It has {number} that can be held together."),
    }
}

fn on_position(
    study: &Study<'_>,
    position: Option<PositionId>,
    places: &[Place],
    chosen: &Chosen,
    trees: &mut Trees<'_, '_>,
) -> Node {
    let map = study.map;
    let children = chosen.nodes(places, trees);
    let Some(position) = position else {
        let value = json!({ "position": null });
        return plain(Runs::new().with(Mark::Strong, "takes no side"), value, children);
    };
    let runs = Runs::new().with(Mark::Strong, position_said(map, position)).with(Mark::Plain, " – ");
    let who = takers_or_nobody(study, position);
    let mut node = plain(runs.joined(who), json!({ "position": map.position_name(position) }), children);
    node.details.extend(position_in_full(map, position).map(Runs::from));
    node
}
