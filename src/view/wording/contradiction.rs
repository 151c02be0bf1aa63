//! Contradictions of one author, and changes of mind: both passages, with their dates.

use serde_json::{Value, json};

use super::stance_said::{answer, stance_said};
use crate::analysis::dispute::contradiction::{Contradiction, Mind};
use crate::model::{IssueId, Map, ShortNames, StanceId};
use crate::page::{Block, Mark, Node, Runs};
use crate::study::PositionTable;

use super::called::{authors_said, column_said, own_words};
use super::named;
use super::naming::{Subject, author_names, counted, quotation, statement_value, when};
use super::speech;

/// More contradictions than these are counted, not shown.
const SHOWN: usize = 100;
/// More statements than these in a row for one side are counted, not told.
const TOLD: usize = 12;

/// All contradictions on these issues: a tree for each, with both passages below it; nothing where there is none. Whose
/// it is stands before it where the table has `several` columns.
pub fn section(table: &PositionTable<'_>, issues: &[IssueId], several: bool) -> Vec<Block> {
    let map = table.map;
    let all = table.contradictions(issues);
    if all.is_empty() {
        return Vec::new();
    }
    let short = ShortNames::new(map);
    let who = |mind: &Mind| match mind {
        _ if !several => (String::new(), false),
        Mind::Column(column) => {
            let name = column_said(map, &short, table.columns(), *column);
            let are_several = Subject::new(table.columns(), *column, &name).are_several();
            (name, are_several)
        }
        Mind::Authors(authors) => (authors_said(&short, authors), authors.len() > 1),
    };
    let are_several = |mind: &Mind| matches!(mind, Mind::Column(column) if !table.columns().is_one_mind(*column));
    let shown = all.iter().take(SHOWN).map(|(issue, mind, found)| {
        let (name, says_jointly) = who(mind);
        node(map, *issue, found, (&name, says_jointly), are_several(mind) && found.is_split(map))
    });
    let heading = Block::Heading { level: 1, runs: "Contradictions and changes of mind".into() };
    let mut blocks = vec![heading, Block::Tree(shown.collect())];
    if all.len() > SHOWN {
        let text = format!("Not shown: {} more.", counted(all.len() - SHOWN, "contradiction"));
        blocks.push(Block::Note(text.into()));
    }
    blocks
}

fn node(map: &Map, issue: IssueId, found: &Contradiction, (who, says_jointly): (&str, bool), is_split: bool) -> Node {
    let (verb, between) = match (found.is_change, says_jointly) {
        _ if is_split => ("is divided", ", and "),
        (true, _) => ("changed", ", then "),
        (false, false) => ("says both", ", and "),
        (false, true) => ("say both", ", and "),
    };
    let name = map.word(map.issues[issue].name);
    let mut runs = Runs::new().with(Mark::Strong, who);
    runs.push(Mark::Plain, if who.is_empty() { "On " } else { " on " });
    runs.append(speech::issue(map, issue));
    runs = runs.with(Mark::Plain, if who.is_empty() { ", " } else { " " });
    runs = runs.with(Mark::Strong, verb).with(Mark::Plain, ": ");
    for (index, turn) in found.reversals.iter().enumerate() {
        runs.push(Mark::Plain, if index > 0 { between } else { "" });
        runs.append(answer(map, turn[0]));
        if is_split {
            let names = found.authors(map, index);
            let is_of_a_source = turn.iter().any(|&it| map.statements[map.stances[it].statement].source.is_some());
            let names = match names.is_empty() {
                true if is_of_a_source => "an unnamed author".to_owned(),
                true => "our own case".to_owned(),
                false => author_names(map, &names),
            };
            runs.push(Mark::Plain, format!(" ({names})"));
        }
        let mut times: Vec<String> = turn.iter().map(|&stance| when(map, map.stances[stance].statement)).collect();
        times.retain(|time| !time.is_empty());
        times.dedup();
        times.truncate(TOLD);
        runs.push(Mark::Plain, times.join(" and"));
    }
    let mut children = Vec::new();
    for turn in &found.reversals {
        children.extend(turn.iter().take(TOLD).map(|&stance| passage(map, stance)));
        if turn.len() > TOLD {
            let runs = Runs::new().with(Mark::Faint, format!("… and {} more", turn.len() - TOLD));
            children.push(Node { runs, value: Value::Null, details: Vec::new(), children: Vec::new() });
        }
    }
    let mut value = json!({ "issue": name, "column": who, "change": found.is_change && !is_split });
    if is_split {
        value["split"] = true.into();
    }
    Node { runs, value, details: Vec::new(), children }
}

/// Stance with the passage that takes it, and last where it stands.
fn passage(map: &Map, stance: StanceId) -> Node {
    let statement = map.stances[stance].statement;
    let mut passages = map.quotations_of(statement).iter().map(|&id| quotation(map, id));
    let first = passages.next().unwrap_or_else(|| own_words(map, statement));
    let runs = stance_said(map, stance).with(Mark::Plain, ": ").joined(first);
    let mut details: Vec<Runs> = passages.collect();
    let key = named::statement(map, statement).with(Mark::Plain, " · ");
    details.push(key.joined(named::place(map, statement)));
    Node { runs, value: statement_value(map, statement), details, children: Vec::new() }
}
