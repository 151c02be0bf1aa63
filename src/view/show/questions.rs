//! Answers of an author or a side to the questions of the map, each with the statements that give it.

use foldhash::HashSet;
use serde_json::json;

use crate::analysis::table::column::Actor;
use crate::analysis::table::orientation::Orientation;
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::spoken::{Part, Way};
use crate::model::{Attitude, IssueId, Map, ShortNames, StatementId};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::study::Study;
use crate::view::table::answer::{answer, asked};
use crate::view::table::value::issue_value;
use crate::view::wording::called::position_said;
use crate::view::wording::contradiction;
use crate::view::wording::named;
use crate::view::wording::naming::counted;
use crate::view::wording::stance_said::stance_said;
use crate::view::wording::stance_word::condition_words;

use super::tree::Trees;

/// Statements that are named by their words under each answer of an overview.
const NAMED: usize = 2;

/// The answer of one column to each question, with the statements that give it; the statements that are told there.
pub fn on_questions(
    study: &Study<'_>,
    parties: &[Actor],
    trees: &mut Trees<'_, '_>,
    page: &mut Page,
) -> HashSet<StatementId> {
    let map = study.map;
    let table = study.table_of(parties);
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
        let mut details = vec![answers(map, study.short(), &stand)];
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
pub fn answers(map: &Map, short: &ShortNames, stand: &IssueStance<'_>) -> Runs {
    let mut all: Vec<(Way, Runs)> = Vec::new();
    for cell in stand.positions {
        let name = position_said(map, cell.position);
        let spoken = stand.spoken(map, cell.position);
        for it in spoken.iter().filter(|it| !it.reported && matches!(it.part, Part::Whole | Part::First)) {
            all.push((it.way, answer(map, short, &name, it, condition_words(map, it).as_deref())));
        }
    }
    all.sort_by_key(|(way, _)| *way);
    let mut all: Vec<Runs> = all.into_iter().map(|(_, runs)| runs).collect();
    all.extend(asked(map, stand, Attitude::Weighs, "sees both sides"));
    all.extend(asked(map, stand, Attitude::Raises, "asks"));
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
