//! Issue by issue: who stands otherwise than before, and which statements did it.

use foldhash::{HashMap, HashMapExt};
use serde_json::{Value, json};

use crate::analysis::change::{Both, Change, Thing, What};
use crate::analysis::table::positions::IssueStance;
use crate::model::{IssueId, StanceId};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::view::table::issue_signs_in_line;
use crate::view::table::value::issue_value;
use crate::view::wording::naming::{column_key, column_title};
use crate::view::wording::sign::Legend;

use super::shown::Shown;
use super::{clause, statement, thing, words};
use crate::view::wording::named;

/// Adds a heading for each issue on which something changed, with a tree below it.
pub fn section(shown: &Shown<'_>, legend: &mut Legend, page: &mut Page) {
    let by_issue = by_issue(shown);
    let mut blocks = Vec::new();
    for issue in shown.changes.paired.issues.all() {
        let changes = by_issue.get(&shown.number_of_issue(issue)).map_or(&[][..], Vec::as_slice);
        let nodes = nodes(shown, issue, changes, legend);
        let Some((map, id)) = shown.latest(issue).filter(|_| !nodes.is_empty()) else { continue };
        let runs = named::issue(map, id);
        let runs = runs.with(Mark::Plain, format!(": {}", map.text(map.issues[id].question)));
        blocks.push(Block::Heading { level: 2, runs });
        blocks.push(Block::Tree(nodes));
    }
    if !blocks.is_empty() {
        page.push(Block::Heading { level: 1, runs: "Where authors stand".into() });
        page.blocks.extend(blocks);
    }
}

/// The changes of stances, by the number of their issue.
fn by_issue<'a>(shown: &Shown<'a>) -> HashMap<usize, Vec<(&'a Change, Both<StanceId>)>> {
    let mut by_issue: HashMap<usize, Vec<_>> = HashMap::new();
    for change in &shown.kept {
        if let What::Stance(both) = change.what {
            let issue = Both {
                old: both.old.map(|id| shown.versions.old.stances[id].issue),
                new: both.new.map(|id| shown.versions.new.stances[id].issue),
            };
            by_issue.entry(shown.number_of_issue(issue)).or_default().push((*change, both));
        }
    }
    by_issue
}

/// A node for each author who stands otherwise or whose stances changed, with those stances below it.
fn nodes(
    shown: &Shown<'_>,
    issue: Both<IssueId>,
    changes: &[(&Change, Both<StanceId>)],
    legend: &mut Legend,
) -> Vec<Node> {
    let turned = shown.standings.turned(&shown.changes.paired, issue);
    let mut below: Vec<(usize, &(&Change, Both<StanceId>))> = Vec::new();
    // Reports of what others hold are nobody's stance.
    let mut nobodys: Vec<Node> = Vec::new();
    for own in changes {
        let (change, stance) = own;
        let statement = change.thing.map(|thing| if let Thing::Statement(id) = thing { Some(id) } else { None });
        let statement = Both { old: statement.old.flatten(), new: statement.new.flatten() };
        let columns = shown.standings.columns_of(shown.versions, statement);
        if columns.is_empty() {
            nobodys.push(stance_node(shown, change, *stance));
        }
        below.extend(columns.into_iter().map(|column| (column, own)));
    }
    below.sort_by_key(|(column, _)| *column);
    let mut columns: Vec<usize> = below.iter().map(|(column, _)| *column).chain(turned.iter().copied()).collect();
    columns.sort_unstable();
    columns.dedup();
    let mut nodes: Vec<Node> = Vec::new();
    for column in columns {
        let is_turned = turned.binary_search(&column).is_ok();
        let mut node = who_node(shown, issue, column, is_turned, legend);
        let from = below.partition_point(|(other, _)| *other < column);
        let own = below[from..].iter().take_while(|(other, _)| *other == column);
        node.children = own.map(|(_, (change, stance))| stance_node(shown, change, *stance)).collect();
        nodes.push(node);
    }
    if !nobodys.is_empty() {
        let runs = Runs::from("Reported of others, which counts for nobody here");
        nodes.push(Node { runs, value: Value::Null, details: Vec::new(), children: nobodys });
    }
    nodes
}

/// An author with the cell before and the cell now.
fn who_node(shown: &Shown<'_>, issue: Both<IssueId>, column: usize, is_turned: bool, legend: &mut Legend) -> Node {
    let standings = shown.standings;
    let both = standings.columns[column];
    let [old, new] = standings.stands(issue, both);
    let (map, positions, at) = match both {
        Both { new: Some(at), .. } => (shown.versions.new, &standings.new, at),
        Both { old, .. } => (shown.versions.old, &standings.old, old.unwrap_or_default()),
    };
    let mut runs = Runs::new().with(Mark::Strong, column_title(map, &positions.columns, at));
    let mut signs = |map, stand: &IssueStance<'_>| issue_signs_in_line(map, stand, legend);
    if is_turned {
        runs.push(Mark::Plain, ": ");
        runs.append(signs(shown.versions.old, &old));
        runs.push(Mark::Plain, " → ");
    } else {
        runs.push(Mark::Plain, ", as before: ");
    }
    runs.append(signs(shown.versions.new, &new));
    let value = || {
        json!({
            "what": "standing",
            "author": column_key(map, &positions.columns, at),
            "changed": is_turned,
            "old": issue_value(shown.versions.old, &old),
            "new": issue_value(shown.versions.new, &new),
        })
    };
    let value = if shown.consumer.reads_values() { value() } else { Value::Null };
    Node { runs, value, details: Vec::new(), children: Vec::new() }
}

/// A statement with the stance that it took, gave up or changed.
fn stance_node(shown: &Shown<'_>, change: &Change, stance: Both<StanceId>) -> Node {
    let mut runs = statement::head(shown, change.thing);
    let text = shown.each(stance, clause::stance_below_issue);
    runs.push(Mark::Plain, ": ");
    runs.append(words::changed(text.old.as_deref(), text.new.as_deref()));
    let details = vec![thing::text(shown, change.thing)];
    Node { runs, value: shown.value(change), details, children: Vec::new() }
}
