//! A position with who takes it, how, for which reasons, and what speaks against that.

use foldhash::HashSet;
use serde_json::json;

use crate::model::{Map, PositionId, StanceId, StatementId};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::study::{Place, PlaceSide, Study};
use crate::view::wording::called::{position_in_full, position_said};
use crate::view::wording::named;

use super::lead;
use super::node::plain;
use super::room::Room;
use super::takers::takers_or_nobody;
use super::tree::Trees;

/// Statements that are named by their words, where there is no room to spell them out.
const NAMED: usize = 4;

/// The page of one position.
pub fn page(study: &Study<'_>, position: PositionId, trees: &mut Trees<'_, '_>) -> Page {
    let map = study.map;
    let issue = map.positions[position].issue;
    let mut page = Page::new("show", position_said(map, position));
    let question = Runs::from("An answer to: ").with(Mark::Plain, map.text(map.issues[issue].question));
    let key =
        Runs::from("  ").joined(named::issue(map, issue)).with(Mark::Name, format!(".{}", map.position_name(position)));
    page.push(Block::Prose(question.joined(key)));
    if let Some(full) = position_in_full(map, position) {
        page.push(Block::Prose(Runs::new().with(Mark::Strong, "In full: ").with(Mark::Plain, full)));
    }
    page.push(Block::Prose(
        Runs::new().with(Mark::Strong, "Who speaks of it: ").joined(takers_or_nobody(study, position)),
    ));
    let mut places = study.places(issue);
    places.retain(|place| place.position == Some(position));
    // A statement that ranks it lower speaks of it, too.
    let ranks_lower = |stance: &StanceId| map.stances[*stance].over.contains(&position);
    places.extend(study.stances_on(issue).filter(ranks_lower).map(|stance| Place {
        issue,
        position: Some(position),
        statement: map.stances[stance].statement,
        stance,
        side: PlaceSide::Prefers,
    }));
    trees.about(issue);
    trees.make_room(Room::POSITION);
    let chosen = Chosen::new(map, &places, trees.room.statements);
    trees.expect(chosen.shown.iter().copied());
    let nodes = chosen.nodes(&places, trees);
    page.push(if nodes.is_empty() {
        Block::Prose("No statement speaks to it here.".into())
    } else {
        Block::Tree(nodes)
    });
    page
}

/// Statements of one place: those that are spelt out, and the others.
pub(super) struct Chosen {
    /// First one of each author, in the order of the map, then others.
    pub(super) shown: Vec<StatementId>,
    pub(super) more: Vec<StatementId>,
}

impl Chosen {
    /// As many as there is room for, of each author one before anybody's second.
    pub(super) fn new(map: &Map, places: &[Place], most: usize) -> Chosen {
        let mut authors = HashSet::default();
        let mut seen = HashSet::default();
        let (mut firsts, mut others) = (Vec::new(), Vec::new());
        for place in places.iter().filter(|place| seen.insert(place.statement)) {
            let whose = (map.authors_of(place.statement), map.statements[place.statement].voice);
            if authors.insert(whose) { &mut firsts } else { &mut others }.push(place.statement);
        }
        firsts.append(&mut others);
        let more = firsts.split_off(most.min(firsts.len()));
        // Those that are shown stand in the order of the text.
        let is_shown: HashSet<StatementId> = firsts.into_iter().collect();
        let mut shown: Vec<StatementId> = Vec::new();
        for place in places.iter().filter(|place| is_shown.contains(&place.statement)) {
            if shown.last() != Some(&place.statement) {
                shown.push(place.statement);
            }
        }
        Chosen { shown, more }
    }

    /// A tree for each that is spelt out, and a line for the others.
    pub(super) fn nodes(&self, places: &[Place], trees: &mut Trees<'_, '_>) -> Vec<Node> {
        let map = trees.study.map;
        let mut nodes = Vec::new();
        for &statement in &self.shown {
            let speaker = lead::speaker(map, &trees.speech, statement);
            let mut runs = Runs::new().with(Mark::Strong, speaker);
            let of_it = places.iter().filter(|place| place.statement == statement);
            let mut hows: Vec<Runs> = of_it.map(|place| lead::how(map, place)).collect();
            hows.dedup();
            for how in hows {
                runs.append(how);
            }
            nodes.push(trees.grow(statement, runs.with(Mark::Plain, ":")));
        }
        if !self.more.is_empty() {
            nodes.push(self.others(trees));
        }
        nodes
    }

    /// `also: Hanatani's “…”; and 3 more (--full)`
    fn others(&self, trees: &mut Trees<'_, '_>) -> Node {
        let not_shown: Vec<StatementId> = self.more.iter().copied().filter(|&it| !trees.has_shown(it)).collect();
        let names = not_shown.iter().take(NAMED).map(|&it| trees.speech.statement(it));
        let mut runs = Runs::new().with(Mark::Faint, "also: ").joined(named::joined(names, "; "));
        let more = self.more.len() - not_shown.len().min(NAMED);
        if more > 0 {
            runs.push(
                Mark::Faint,
                if not_shown.is_empty() { format!("{more} that stand above") } else { format!("; and {more} more") },
            );
        }
        trees.hide(not_shown);
        plain(runs, json!({ "more": self.more.len() }), Vec::new())
    }
}
