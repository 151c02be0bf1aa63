//! An issue with who stands where on it.

use serde_json::json;

use crate::model::{Attitude, IssueId, Map, PositionId, StanceId};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::study::Study;
use crate::view::wording::named::position_text;
use crate::view::wording::naming::{counted, range_name};
use crate::view::wording::statement_tree::{StatementTrees, manner};

use super::node::plain;
use crate::view::wording::named;

/// The page of an issue: a tree for each position, and one for what names none.
pub fn page(study: &Study<'_>, issue: IssueId, trees: &mut StatementTrees<'_>) -> Page {
    let map = study.map;
    let what = &map.issues[issue];
    let mut page = Page::new("show", map.text(what.question).into_owned());
    page.push(Block::Prose(Runs::from("issue ").joined(named::issue(map, issue))));
    if let Some(short) = what.short {
        page.push(Block::Prose(Runs::new().with(Mark::Strong, "Short: ").with(Mark::Plain, map.text(short))));
    }
    if let Some(scope) = what.scope {
        page.push(Block::Prose(Runs::new().with(Mark::Strong, "What answers it: ").with(Mark::Plain, map.text(scope))));
    }
    let stances: Vec<StanceId> = study.stances_on(issue).collect();
    trees.about(issue);
    trees.expect(stances.iter().map(|&stance| map.stances[stance].statement));
    let nodes = what.positions().map(|position| on_position(map, position, &stances, trees)).collect();
    page.push(Block::Tree(nodes));
    let rest =
        [(Attitude::Weighs, "Weighs it, and sees both sides"), (Attitude::Raises, "Raises it, and takes no side")];
    for (attitude, title) in rest {
        let of_it: Vec<StanceId> =
            stances.iter().copied().filter(|&stance| map.stances[stance].attitude == attitude).collect();
        if !of_it.is_empty() {
            page.push(Block::Heading { level: 1, runs: title.into() });
            page.push(Block::Tree(of_it.iter().map(|&stance| grown(map, stance, Runs::new(), trees)).collect()));
        }
    }
    if stances.is_empty() {
        page.push(Block::Prose("No statement speaks to it here.".into()));
    }
    page
}

fn on_position(map: &Map, position: PositionId, stances: &[StanceId], trees: &mut StatementTrees<'_>) -> Node {
    let on_it = stances.iter().copied().filter(|&stance| map.stances[stance].positions().any(|it| it == position));
    let mut children = Vec::new();
    for stance in on_it {
        let (mark, lead) = match map.stances[stance].attitude {
            Attitude::Rejects => (Mark::Against, "against"),
            Attitude::Prefers => (Mark::Between, "ranked first"),
            _ => (Mark::For, "for"),
        };
        let mut lead = Runs::new().with(mark, lead);
        if let Some([first, last]) = map.stances[stance].range() {
            lead.push(Mark::Plain, ", as from ");
            lead.push(Mark::Name, range_name(map, [first, last]));
        }
        lead.append(over(map, stance));
        lead.append(manner(map, stance));
        children.push(grown(map, stance, lead.with(Mark::Plain, ":"), trees));
    }
    let mut runs = position_text(map, position);
    if let Some(says) = map.positions[position].says {
        runs.push(Mark::Plain, format!(" – {}", map.text(says)));
    }
    let number =
        if children.is_empty() { "nobody speaks of it".to_owned() } else { counted(children.len(), "statement") };
    runs.push(Mark::Faint, format!(" ({number})"));
    plain(runs, json!({ "position": map.position_name(position) }), children)
}

fn grown(map: &Map, stance: StanceId, lead: Runs, trees: &mut StatementTrees<'_>) -> Node {
    trees.grow(map.stances[stance].statement, lead)
}

fn over(map: &Map, stance: StanceId) -> Runs {
    let over = &map.stances[stance].over;
    if over.is_empty() {
        return Runs::new();
    }
    let names = over.iter().map(|&position| named::position(map, position));
    Runs::from(" before ").joined(named::joined(names, ", "))
}
