//! Sides of an issue: the statements of each with what hangs on them, and the words marked in which two of them differ.

use crate::analysis::table::positions::IssueStance;
use crate::model::{IssueId, Map, StanceId, StatementId};
use crate::page::{Block, Mark, Node, Runs, Side};
use crate::study::Compared;
use crate::view::table::issue_signs_in_line;
use crate::view::wording::sign::Legend;
use crate::view::wording::statement_tree::{StatementTrees, manner, stance_sign};

use super::above::Above;
use super::difference::{Bag, difference};
use crate::view::wording::named;

/// More statements than these a side are not held against each other word by word.
const COMPARED: usize = 60;
/// More stances than these of one statement are counted, not told.
const LED_BY: usize = 12;

/// A side for each who speaks to the issue.
pub fn sides(
    compared: &Compared<'_>,
    issue: IssueId,
    titles: &[String],
    above: &mut Above,
    legend: &mut Legend,
) -> Vec<Side> {
    let (map, selection) = (compared.map(), compared.selection());
    let mut trees: Vec<StatementTrees<'_>> =
        titles.iter().map(|_| StatementTrees::new(map, selection.filter.stated)).collect();
    let speaking: Vec<(usize, IssueStance<'_>)> = compared.table.positions().shown_on(issue).collect();
    above.marks_words |= mark_differences(map, &speaking, &mut trees);
    let side = |&(column, stand): &(usize, IssueStance<'_>)| {
        let mut heading = Runs::from(titles[column].as_str()).with(Mark::Plain, ": ");
        heading.append(issue_signs_in_line(map, &stand, legend));
        let mut nodes: Vec<Node> = Vec::new();
        let stances = by_statement(map, &stand);
        trees[column].expect(stances.iter().map(|of_one| map.stances[of_one[0].0].statement));
        for of_one in stances {
            let mut lead = Runs::new();
            for (index, &(stance, reported)) in of_one.iter().take(LED_BY).enumerate() {
                lead.push(Mark::Plain, if index > 0 { ", " } else { "" });
                lead.append(stance_sign(map, stance));
                lead.append(manner(map, stance));
                lead.push(Mark::Faint, if reported { " (as others report)" } else { "" });
            }
            if of_one.len() > LED_BY {
                lead.push(Mark::Plain, format!(", and {} more", of_one.len() - LED_BY));
            }
            lead.push(Mark::Plain, ":");
            let statement = map.stances[of_one[0].0].statement;
            let told = *above.statements.entry(statement).or_insert(issue);
            if told == issue {
                nodes.push(trees[column].grow(statement, lead));
            } else {
                let mut node = trees[column].leaf(statement, lead);
                let runs = Runs::new().with(Mark::Faint, "Its grounds and words stand above, under ");
                node.details.push(runs.joined(named::issue(map, told)));
                nodes.push(node);
            }
        }
        Side { heading, blocks: vec![Block::Tree(nodes)] }
    };
    speaking.iter().map(side).collect()
}

/// The stances of a side, those of one statement together, in the order of the text.
fn by_statement(map: &Map, stand: &IssueStance<'_>) -> Vec<Vec<(StanceId, bool)>> {
    let mut stances: Vec<(StanceId, bool)> =
        stand.stances.iter().chain(stand.reports).map(|say| (say.stance, say.reported)).collect();
    stances.sort_by_key(|(stance, _)| (map.stances[*stance].statement, *stance));
    stances.chunk_by(|a, b| map.stances[a.0].statement == map.stances[b.0].statement).map(<[_]>::to_vec).collect()
}

/// Marks the words in which statements of different sides differ, where they are close; says whether any are.
fn mark_differences(map: &Map, speaking: &[(usize, IssueStance<'_>)], trees: &mut [StatementTrees<'_>]) -> bool {
    let mut marked = false;
    let statements: Vec<Vec<StatementId>> = speaking
        .iter()
        .map(|(_, stand)| by_statement(map, stand).iter().map(|stances| map.stances[stances[0].0].statement).collect())
        .collect();
    let bag = |&statement: &StatementId| (statement, Bag::new(&map.text(map.statements[statement].text)));
    let bags: Vec<Vec<(StatementId, Bag)>> =
        statements.iter().map(|of_side| of_side.iter().take(COMPARED).map(bag).collect()).collect();
    for (later, others) in bags.iter().enumerate() {
        for (earlier, ones) in bags[..later].iter().enumerate() {
            for (one, words) in ones {
                let one = *one;
                let text = map.text(map.statements[one].text);
                let found = others.iter().filter(|(other, bag)| *other != one && words.may_be_close(bag)).filter_map(
                    |(other, _)| Some((*other, difference(&text, &map.text(map.statements[*other].text))?)),
                );
                if let Some((other, nearest)) = found.max_by(|a, b| a.1.nearness.total_cmp(&b.1.nearness)) {
                    trees[speaking[earlier].0].mark_words(one, nearest.one);
                    trees[speaking[later].0].mark_words(other, nearest.other);
                    marked = true;
                }
            }
        }
    }
    marked
}
