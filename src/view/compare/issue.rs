//! One issue of a comparison: the question, the verdict, and the sides with what stands under each.

use crate::analysis::agreement::Comparison;
use crate::analysis::positions::{Positions, Stand};
use crate::model::select::Selection;
use crate::model::{IssueId, Map, RelationKind, StanceId, StatementId, StatementKind};
use crate::page::{Block, Mark, Node, Runs, Side};
use crate::view::branch::{Branches, manner, stance_sign};
use crate::view::naming::column_title;
use crate::view::sign::Legend;
use crate::view::table::issue_signs_in_line;

use super::difference::difference;
use super::verdict::{is_opposed, sentence};

/// More statements than these a side are not held against each other word by word.
const COMPARED: usize = 60;

/// What of an issue is on the page: each pair of columns with what came of it.
pub struct Held<'c> {
    /// The issue.
    pub issue: IssueId,
    /// The pairs of columns, each with its comparison.
    pub pairs: &'c [([usize; 2], Comparison)],
}

/// The blocks of an issue.
pub fn blocks(
    map: &Map,
    selection: &Selection,
    positions: &Positions,
    held: &Held<'_>,
    legend: &mut Legend,
) -> Vec<Block> {
    let issue = &map.issues[held.issue];
    let titles: Vec<String> =
        (0..positions.columns.who.len()).map(|column| column_title(map, &positions.columns, column)).collect();
    let heading = Runs::new().with(Mark::Strong, map.text(issue.question)).with(Mark::Plain, " ");
    let runs = heading.with(Mark::Name, map.word(issue.name));
    let mut blocks = vec![Block::Heading { level: 2, runs }];
    let several = held.pairs.len() > 1;
    for ([a, b], found) in held.pairs {
        let stands = [positions.stand(held.issue, *a), positions.stand(held.issue, *b)];
        let silent = stands.iter().any(|stand| stand.says.is_empty());
        if several && silent {
            continue; // The sides that are there say as much.
        }
        let names = [titles[*a].as_str(), titles[*b].as_str()];
        let mut runs = if several { Runs::from(format!("{} – {}: ", names[0], names[1])) } else { Runs::new() };
        runs.append(sentence(map, found, names, [&stands[0], &stands[1]]));
        blocks.push(Block::Prose(runs));
    }
    blocks.push(Block::Sides(sides(map, selection, positions, held, &titles, legend)));
    for ([a, b], found) in held.pairs {
        let lines = between(map, found, [&titles[*a], &titles[*b]]);
        if !lines.is_empty() {
            blocks.push(Block::List(lines));
        }
    }
    blocks
}

fn sides(
    map: &Map,
    selection: &Selection,
    positions: &Positions,
    held: &Held<'_>,
    titles: &[String],
    legend: &mut Legend,
) -> Vec<Side> {
    let mut branches: Vec<Branches<'_>> =
        titles.iter().map(|_| Branches::new(map, selection.filter.stated, false)).collect();
    let speaking: Vec<(usize, Stand<'_>)> = positions.stands_on(held.issue).collect();
    mark_differences(map, &speaking, &mut branches);
    let side = |&(column, stand): &(usize, Stand<'_>)| {
        let mut heading = Runs::new().with(Mark::Strong, titles[column].as_str()).with(Mark::Plain, "  ");
        heading.append(issue_signs_in_line(map, &stand, legend));
        let mut nodes: Vec<Node> = Vec::new();
        for of_one in by_statement(map, &stand) {
            let mut lead = Runs::new();
            for (index, &(stance, reported)) in of_one.iter().enumerate() {
                lead.push(Mark::Plain, if index > 0 { ", " } else { "" });
                lead.append(stance_sign(map, stance));
                lead.append(manner(map, stance));
                lead.push(Mark::Faint, if reported { " (as others report)" } else { "" });
            }
            lead.push(Mark::Plain, ":");
            let statement = map.stances[of_one[0].0].statement;
            nodes.push(branches[column].grow(statement, lead));
        }
        Side { heading, blocks: vec![Block::Tree(nodes)] }
    };
    speaking.iter().map(side).collect()
}

/// The stances of a side, those of one statement together, in the order of the text.
fn by_statement(map: &Map, stand: &Stand<'_>) -> Vec<Vec<(StanceId, bool)>> {
    let mut says: Vec<(StanceId, bool)> = stand.says.iter().map(|say| (say.stance, say.reported)).collect();
    says.sort_by_key(|(stance, _)| (map.stances[*stance].statement, *stance));
    says.chunk_by(|a, b| map.stances[a.0].statement == map.stances[b.0].statement).map(<[_]>::to_vec).collect()
}

/// Marks the words in which statements of different sides differ, where they are close.
fn mark_differences(map: &Map, speaking: &[(usize, Stand<'_>)], branches: &mut [Branches<'_>]) {
    let statements: Vec<Vec<StatementId>> = speaking
        .iter()
        .map(|(_, stand)| by_statement(map, stand).iter().map(|says| map.stances[says[0].0].statement).collect())
        .collect();
    for (later, others) in statements.iter().enumerate() {
        for (earlier, ones) in statements[..later].iter().enumerate() {
            for &one in ones.iter().take(COMPARED) {
                let text = map.text(map.statements[one].text);
                let found = others
                    .iter()
                    .take(COMPARED)
                    .filter(|&&other| other != one)
                    .filter_map(|&other| Some((other, difference(&text, &map.text(map.statements[other].text))?)));
                if let Some((other, nearest)) = found.max_by(|a, b| a.1.nearness.total_cmp(&b.1.nearness)) {
                    branches[speaking[earlier].0].mark_words(one, nearest.one);
                    branches[speaking[later].0].mark_words(other, nearest.other);
                }
            }
        }
    }
}

/// What lies between two sides: the grounds that they share, and what the one says about the other.
fn between(map: &Map, found: &Comparison, names: [&str; 2]) -> Vec<Runs> {
    let mut lines = Vec::new();
    let [one, other] = found.grounds.only.each_ref().map(Vec::len);
    if one + other + found.grounds.both.len() > 0 {
        let both = found.grounds.both.len();
        let text = format!("Grounds: {one} only from {}, {other} only from {}, {both} from both.", names[0], names[1]);
        lines.push(text.into());
    }
    for &[one, other] in &found.grounds.both {
        let evidence = map.statements[one].kind == StatementKind::Evidence;
        let what = match (is_opposed(found.verdict), evidence) {
            (true, true) => "Both cite it, to opposite ends: ",
            (true, false) => "Both give it, to opposite ends: ",
            _ => "Both give it: ",
        };
        let mut runs = Runs::new().with(Mark::Strong, what).with(Mark::Plain, map.text(map.statements[one].text));
        runs.push(Mark::Plain, " ");
        runs.push(Mark::Name, map.statement_name(one));
        if one != other {
            runs.push(Mark::Plain, " · ");
            runs.push(Mark::Name, map.statement_name(other));
        }
        lines.push(runs);
    }
    for &id in &found.relations {
        let relation = &map.relations[id];
        let (mark, says) = match relation.kind {
            RelationKind::Against => (Mark::Against, "is against"),
            RelationKind::Undercuts => (Mark::Against, "undercuts"),
            RelationKind::Despite => (Mark::Between, "stands in spite of"),
            RelationKind::Grants => (Mark::For, "grants"),
            RelationKind::Agrees => (Mark::For, "says the same as"),
            RelationKind::SameFact => (Mark::Between, "is of the same fact as"),
        };
        let mut runs = Runs::new().with(Mark::Name, map.statement_name(relation.from)).with(Mark::Plain, " ");
        runs.push(mark, says);
        runs.push(Mark::Plain, " ");
        runs.push(Mark::Name, map.statement_name(relation.to));
        if relation.inferred {
            runs.push(Mark::Inferred, " (inferred)");
        }
        runs.push(Mark::Plain, format!(": {}", map.text(map.statements[relation.from].text)));
        lines.push(runs);
    }
    lines
}

/// An issue to which one side alone speaks, in a line.
pub fn in_a_line(map: &Map, issue: IssueId, stand: &Stand<'_>, legend: &mut Legend) -> Runs {
    let mut runs = Runs::new().with(Mark::Name, map.word(map.issues[issue].name)).with(Mark::Plain, "  ");
    runs.append(issue_signs_in_line(map, stand, legend));
    runs.with(Mark::Plain, "  ").with(Mark::Faint, map.text(map.issues[issue].question))
}
