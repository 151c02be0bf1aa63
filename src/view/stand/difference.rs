//! Consequences of a change: the statements that stand otherwise than before.

use framework::Status;

use crate::analysis::evaluation::condition::taken::Taken;
use crate::analysis::evaluation::outcome::Outcome;
use crate::model::select::Selection;
use crate::model::{Map, PositionId, StanceId, StatementId};
use crate::page::{Block, Field, Mark, Node, Page, Runs, Table};
use crate::view::wording::called::position_on_issue;
use crate::view::wording::naming::{counted, statement_value};
use crate::view::wording::omitted;
use crate::view::wording::speech::{self, Speech};
use crate::view::wording::stance_said::answer;
use crate::view::wording::stance_written::stance_sign;

use super::asked::Asked;
use super::condition::{Conditional, taken_word};
use super::why::{Teller, word};
use super::{interpretation, summary};

/// Suppositions, in words: what is taken for granted, and what is taken away.
#[derive(Debug, Clone, Default)]
pub struct Supposed {
    /// Statements that are supposed to hold.
    pub holds: Vec<StatementId>,
    /// Statements that are supposed not to be said, by name.
    pub not_said: Vec<StatementId>,
    /// Positions that are supposed to be held to, or not.
    pub settled: Vec<(PositionId, bool)>,
    /// The names of authors who are supposed to be silent.
    pub without: Vec<String>,
}

/// The page: what stands after the change (`asked`) otherwise than `before`.
pub fn difference(map: &Map, selection: &Selection, before: &Outcome, asked: &Asked<'_>, supposed: &Supposed) -> Page {
    let mut page = Page::new("stand", "What follows");
    let teller = Teller::new(map, asked.trace, asked.audience);
    page.push(Block::Prose(supposition(map, &teller.speech, supposed)));
    let all: Vec<StatementId> = map.statements.ids().filter(|&id| selection.has_statement(id)).collect();
    let (gone, left): (Vec<StatementId>, Vec<StatementId>) =
        all.iter().copied().partition(|&id| asked.outcome.compiled.is_gone(id));
    page.push(Block::Prose(format!("Before: {}", summary(before, &all)).into()));
    let unsaid = if gone.is_empty() { String::new() } else { format!(" {} not said.", are(gone.len())) };
    page.push(Block::Prose(format!("Then: {}{unsaid}", summary(asked.outcome, &left)).into()));
    let moved = left.iter().copied();
    let moved = moved.filter(|id| !supposed.holds.contains(id) && before.of(*id) != asked.outcome.of(*id));
    let moved: Vec<StatementId> = moved.collect();
    let groups = [(Status::Stands, "Now stands"), (Status::Open, "Now open"), (Status::Falls, "Now falls")];
    for (status, title) in groups {
        let of_it = moved.iter().copied().filter(|&id| asked.outcome.of(id) == Some(status));
        let nodes: Vec<Node> = of_it.map(|id| line(map, &teller, before, asked, id)).collect();
        if !nodes.is_empty() {
            let title = format!("{title}: {}", counted(nodes.len(), "statement"));
            page.push(Block::Heading { level: 1, runs: title.into() });
            page.push(Block::Tree(nodes));
        }
    }
    let stances = moved_stances(map, selection, before, asked.outcome);
    if !stances.is_empty() {
        let title = format!("Stances on a condition: {}", stances.len());
        page.push(Block::Heading { level: 1, runs: title.into() });
        page.push(Block::Tree(
            stances.iter().map(|&stance| stance_line(map, &teller.speech, before, asked.outcome, stance)).collect(),
        ));
    }
    if moved.is_empty() && stances.is_empty() {
        page.push(Block::Prose("Nothing else changes.".into()));
    }
    interpretation::say(&mut page, asked);
    omitted::note(&mut page, map, selection);
    page.records = asked.consumer.reads_records().then(|| {
        let mut lines: Vec<Moved> = moved.iter().map(|&id| moved_line(map, &teller, before, asked, id)).collect();
        lines.extend(stances.iter().map(|&stance| moved_stance(map, before, asked.outcome, stance)));
        records(lines)
    });
    page
}

/// The stances with a condition of which something else becomes than before.
fn moved_stances(map: &Map, selection: &Selection, before: &Outcome, now: &Outcome) -> Vec<StanceId> {
    let is_moved = |id: &StanceId| {
        let stance = &map.stances[*id];
        let is_said = selection.has_statement(stance.statement) && selection.has_stance(*id);
        is_said && stance.condition.is_some() && before.of_stance(map, *id) != now.of_stance(map, *id)
    };
    map.stances.ids().filter(is_moved).collect()
}

fn stance_line(map: &Map, speech: &Speech<'_>, before: &Outcome, now: &Outcome, stance: StanceId) -> Node {
    let what = &map.stances[stance];
    let mut runs = Runs::new().with(Mark::Faint, was_taken(before.of_stance(map, stance))).with(Mark::Plain, ": ");
    runs.append(speech.statement(what.statement));
    runs.push(Mark::Plain, " for the answer ‘");
    runs.append(answer(map, stance));
    runs.push(Mark::Plain, "’ on ");
    runs.append(speech::issue(map, what.issue));
    let conditional = Conditional::new(map, now);
    let mut value = conditional.value(stance);
    value["statement"] = map.statement_name(what.statement).into();
    value["before"] = taken_word(before.of_stance(map, stance)).into();
    let details = conditional.all_lines(std::iter::once(stance)).into_iter().map(|(_, line)| line).collect();
    Node { runs, value, details, children: Vec::new() }
}

fn was_taken(taken: Option<Taken>) -> &'static str {
    match taken {
        Some(Taken::Stands) => "stood",
        Some(Taken::If) => "stood on words",
        Some(Taken::Open) => "was open",
        Some(Taken::Falls) => "fell",
        None => "had no reading",
    }
}

fn supposition(map: &Map, speech: &Speech<'_>, supposed: &Supposed) -> Runs {
    let mut runs = Runs::from("Suppose that ");
    let mut first = true;
    let mut part = |text: Runs, then: &str| {
        runs.push(Mark::Plain, if first { "" } else { ", and that " });
        first = false;
        runs.append(text.with(Mark::Plain, then));
    };
    let name = |statement: &StatementId| speech.statement(*statement);
    supposed.holds.iter().for_each(|statement| part(name(statement), " holds, whatever is said against it"));
    supposed.not_said.iter().for_each(|statement| part(name(statement), " is not said"));
    for &(position, holds) in &supposed.settled {
        let name = Runs::new().with(Mark::Name, position_on_issue(map, position));
        part(name, if holds { " holds" } else { " does not hold" });
    }
    for author in &supposed.without {
        part(Runs::new().with(Mark::Strong, author.as_str()), " says nothing");
    }
    runs.with(Mark::Plain, ".")
}

fn line(map: &Map, teller: &Teller<'_>, before: &Outcome, asked: &Asked<'_>, statement: StatementId) -> Node {
    let mut runs = Runs::new().with(Mark::Faint, was(before.of(statement)));
    runs.push(Mark::Plain, ": ");
    runs.append(teller.speech.told(statement));
    let mut value = statement_value(map, statement);
    value["before"] = word(before.of(statement)).into();
    value["standing"] = word(asked.outcome.of(statement)).into();
    Node { runs, value, details: vec![teller.why(statement)], children: Vec::new() }
}

fn are(number: usize) -> String {
    if number == 1 { "1 is".to_owned() } else { format!("{number} are") }
}

fn was(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Stands) => "stood",
        Some(Status::Falls) => "fell",
        Some(Status::Open) => "was open",
        None => "had no reading",
    }
}

/// A statement, perhaps one of its stances, the verdicts before and now, why, and its text.
struct Moved {
    statement: String,
    stance: Option<String>,
    standing: [&'static str; 2],
    why: String,
    text: String,
}

fn moved_line(map: &Map, teller: &Teller<'_>, before: &Outcome, asked: &Asked<'_>, statement: StatementId) -> Moved {
    Moved {
        statement: map.statement_name(statement),
        stance: None,
        standing: [before, asked.outcome].map(|outcome| word(outcome.of(statement))),
        why: teller.why(statement).plain(),
        text: map.text(map.statements[statement].text).into_owned(),
    }
}

fn moved_stance(map: &Map, before: &Outcome, now: &Outcome, stance: StanceId) -> Moved {
    let what = &map.stances[stance];
    let sign = format!("{}: {}", map.word(map.issues[what.issue].name), stance_sign(map, stance).plain());
    Moved {
        statement: map.statement_name(what.statement),
        stance: Some(sign),
        standing: [before, now].map(|outcome| taken_word(outcome.of_stance(map, stance))),
        why: Conditional::new(map, now).why(stance),
        text: map.text(map.statements[what.statement].text).into_owned(),
    }
}

fn records(lines: Vec<Moved>) -> Table {
    let fields = [
        Field::text("statement", |line: &Moved| line.statement.clone()),
        Field::text("before", |line: &Moved| line.standing[0]),
        Field::text("standing", |line: &Moved| line.standing[1]),
        Field::text("why", |line: &Moved| line.why.clone()),
        Field::text("text", |line: &Moved| line.text.clone()),
        Field::text("stance", |line: &Moved| line.stance.clone()),
    ];
    Table::of_records("follows", &fields, lines)
}
