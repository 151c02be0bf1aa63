//! Statements that are certain whatever is still to be looked up, and the checks to make first.

use framework::Status;
use serde_json::json;

use crate::analysis::evaluation::hypothesis::UncertainElement;
use crate::analysis::evaluation::incomplete::{Check, EVALUATION_BUDGET, PossibleStatuses, Prospects};
use crate::model::select::Selection;
use crate::model::{Map, RelationKind, StatementId};
use crate::page::{Block, Field, Mark, Node, Page, Runs, Table};
use crate::quotation::Verification;
use crate::text::list::and;
use crate::view::wording::naming::{counted, file, statement_value};
use crate::view::wording::omitted;
use crate::view::wording::speech::Speech;

use super::asked::Asked;
use super::interpretation;
use super::why::{Teller, verdict, word};
use crate::view::wording::named;

/// Whether a statement with this fate belongs to a group.
type Belongs = fn(&PossibleStatuses) -> bool;

/// The most things to look up that are named.
const NAMED: usize = 10;

/// The statements with a quotation of which nobody has made sure that the source has it, or which the source does not have.
pub fn unverified(map: &Map, verification: &Verification) -> Vec<UncertainElement> {
    let doubted = map.quotations.iter().filter(|&(id, quotation)| {
        let checked = verification.of(id);
        let sure = checked.is_some_and(|checked| checked.is_current() && !checked.is_denied());
        map.statements[quotation.statement].source.is_some() && !sure
    });
    let mut statements: Vec<StatementId> = doubted.map(|(_, quotation)| quotation.statement).collect();
    statements.sort_unstable();
    statements.dedup();
    statements.into_iter().map(UncertainElement::Statement).collect()
}

/// The page that says what is certain however the doubts are resolved.
pub fn incomplete(
    map: &Map,
    selection: &Selection,
    asked: &Asked<'_>,
    parts: &[UncertainElement],
    found: &Prospects,
) -> Page {
    let title = match asked.audience {
        Some((_, name)) => format!("What is certain for {name}"),
        None => "What is certain".to_owned(),
    };
    let mut page = Page::new("stand", title);
    let teller = Teller::new(map, asked.trace, asked.audience);
    page.push(Block::Prose(doubts(parts).into()));
    page.push(Block::Prose(summary(found).into()));
    let depending = found.possibles.iter().filter(|(_, possible)| possible.depends()).count();
    if depending > 0 {
        page.push(Block::Heading { level: 1, runs: "What to look up first".into() });
        checks(&mut page, map, &teller.speech, &found.checks);
    }
    let groups: [(&str, Belongs); 3] = [
        ("Depends on what is in doubt", PossibleStatuses::depends),
        ("Not settled", |possible| !possible.depends() && !possible.complete),
        ("Certain", PossibleStatuses::is_certain),
    ];
    for (title, belongs) in groups {
        let of_it = found.possibles.iter().filter(|(_, possible)| belongs(possible));
        let nodes: Vec<Node> =
            of_it.map(|(statement, possible)| line(map, &teller, asked, *statement, possible)).collect();
        if !nodes.is_empty() {
            page.push(Block::Heading { level: 1, runs: title.into() });
            page.push(Block::Tree(nodes));
        }
    }
    notes(&mut page, found);
    interpretation::say(&mut page, asked);
    omitted::note(&mut page, map, selection);
    page.records = asked.consumer.reads_records().then(|| records(map, &teller, asked, found));
    page
}

/// Numbers of the parts in doubt.
fn doubts(parts: &[UncertainElement]) -> String {
    let number = |of: fn(&UncertainElement) -> bool| parts.iter().filter(|part| of(part)).count();
    let statements = number(|part| matches!(part, UncertainElement::Statement(_)));
    let relations = number(|part| matches!(part, UncertainElement::Relation(_)));
    let reasons = number(|part| matches!(part, UncertainElement::Reason(_)));
    let kinds = [
        (statements, format!("{} whose quotation is not verified", counted(statements, "statement"))),
        (relations, format!("{} that the mapper inferred", counted(relations, "attack"))),
        (reasons, format!("{} that the mapper inferred", counted(reasons, "reason"))),
    ];
    let kinds: Vec<String> = kinds.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
    if kinds.is_empty() {
        "Nothing is in doubt: every quotation is verified, and no attack and no reason is inferred.".to_owned()
    } else {
        format!("In doubt: {}.", and(kinds))
    }
}

fn summary(found: &Prospects) -> String {
    let number =
        |of: &dyn Fn(&PossibleStatuses) -> bool| found.possibles.iter().filter(|(_, possible)| of(possible)).count();
    let certain = |status| number(&move |possible| only(possible) == Some(status));
    let parts = [
        (certain(Status::Stands), "certainly stand"),
        (certain(Status::Falls), "certainly fall"),
        (certain(Status::Open), "are certainly open"),
        (number(&PossibleStatuses::depends), "depend on what is in doubt"),
        (number(&|possible| !possible.depends() && !possible.complete), "are not settled"),
    ];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts
        .map(|(number, words)| match number {
            1 => format!(
                "1 {}",
                words
                    .replace("stand", "stands")
                    .replace("fall", "falls")
                    .replace("depend", "depends")
                    .replace("are ", "is ")
            ),
            _ => format!("{number} {words}"),
        })
        .collect();
    let all = counted(found.possibles.len(), "statement");
    if parts.is_empty() { format!("{all}.") } else { format!("{all}: {}.", and(parts)) }
}

/// The one thing that can become of a statement.
fn only(possible: &PossibleStatuses) -> Option<Status> {
    possible.is_certain().then_some(match possible {
        PossibleStatuses { stands: true, .. } => Status::Stands,
        PossibleStatuses { falls: true, .. } => Status::Falls,
        _ => Status::Open,
    })
}

fn checks(page: &mut Page, map: &Map, speech: &Speech<'_>, checks: &[Check]) {
    if checks.is_empty() {
        page.push(Block::Prose("No single thing, looked up, makes anything certain: it takes several.".into()));
        return;
    }
    let node = |check: &Check| {
        let settles = match (check.if_said, check.if_not) {
            (so, not) if so == not => format!("settles {} either way", counted(so, "statement")),
            (so, 0) => format!("settles {} if so", counted(so, "statement")),
            (0, not) => format!("settles {} if not", counted(not, "statement")),
            (so, not) => format!("settles {} if so, {not} if not", counted(so, "statement")),
        };
        let (kind, statement, other) = written(map, check.part);
        let value = json!({
            "check": kind,
            "statement": map.statement_name(statement),
            "other": other.map(|other| map.statement_name(other)),
            "certain_if_so": check.if_said,
            "certain_if_not": check.if_not,
        });
        let runs = Runs::from("Whether ").joined(words(map, speech, check.part)).with(Mark::Plain, ": ");
        Node { runs: runs.with(Mark::Strong, settles), value, details: Vec::new(), children: Vec::new() }
    };
    page.push(Block::Tree(checks.iter().take(NAMED).map(node).collect()));
    if checks.len() > NAMED {
        page.push(Block::Note(format!("{} more things would settle as much or less.", checks.len() - NAMED).into()));
    }
}

/// The kind of what is in doubt, its statement, and the other one that it is about.
fn written(map: &Map, part: UncertainElement) -> (&'static str, StatementId, Option<StatementId>) {
    match part {
        UncertainElement::Statement(statement) => ("quotation", statement, None),
        UncertainElement::Relation(relation) => {
            ("attack", map.relations[relation].from, Some(map.relations[relation].to))
        }
        UncertainElement::Reason(reason) => {
            ("reason", map.reasons[reason].premises[0], Some(map.reasons[reason].conclusion))
        }
    }
}

/// Part in doubt, as it goes on behind `whether`.
fn words(map: &Map, speech: &Speech<'_>, part: UncertainElement) -> Runs {
    let name = |statement: StatementId| speech.statement(statement);
    match part {
        UncertainElement::Statement(statement) => Runs::from("the source has the words of ").joined(name(statement)),
        UncertainElement::Relation(relation) => {
            let relation = &map.relations[relation];
            match relation.kind {
                RelationKind::Undercuts => {
                    name(relation.from).with(Mark::Plain, " undercuts what is given for ").joined(name(relation.to))
                }
                _ => name(relation.from).with(Mark::Plain, " speaks against ").joined(name(relation.to)),
            }
        }
        UncertainElement::Reason(reason) => {
            let reason = &map.reasons[reason];
            let verb = if reason.premises.len() == 1 { " is given for " } else { " are given together for " };
            named::and(reason.premises.iter().map(|&premise| name(premise)))
                .with(Mark::Plain, verb)
                .joined(name(reason.conclusion))
        }
    }
}

/// Possible statuses of a statement, in words: `may stand or fall`.
fn outlook(possible: &PossibleStatuses) -> Runs {
    if let Some(status) = only(possible) {
        return verdict(Some(status));
    }
    let may = [(possible.stands, "stand"), (possible.falls, "fall"), (possible.open, "be open")];
    let may: Vec<&str> = may.into_iter().filter(|(may, _)| *may).map(|(_, word)| word).collect();
    let text = match (may.is_empty(), possible.complete) {
        (true, _) => "not settled".to_owned(),
        (false, true) => format!("may {}", may.join(" or ")),
        (false, false) => format!("may {}, perhaps more", may.join(" or ")),
    };
    Runs::new().with(Mark::Between, text)
}

/// The same as a list of verdicts, for programs.
fn may(possible: &PossibleStatuses) -> Vec<&'static str> {
    let may = [(possible.stands, Status::Stands), (possible.falls, Status::Falls), (possible.open, Status::Open)];
    may.into_iter().filter(|(may, _)| *may).map(|(_, status)| word(Some(status))).collect()
}

fn line(
    map: &Map,
    teller: &Teller<'_>,
    asked: &Asked<'_>,
    statement: StatementId,
    possible: &PossibleStatuses,
) -> Node {
    let mut runs = outlook(possible);
    runs.push(Mark::Plain, ": ");
    runs.append(teller.speech.told(statement));
    let now = word(asked.outcome.of(statement));
    let mut value = statement_value(map, statement);
    value["standing"] = now.into();
    value["certain"] = only(possible).map(|status| word(Some(status))).into();
    value["may"] = may(possible).into();
    value["complete"] = possible.complete.into();
    let mut detail = Runs::new();
    if !possible.is_certain() {
        let is = if asked.outcome.of(statement) == Some(Status::Open) { "it is open" } else { &format!("it {now}") };
        detail.push(Mark::Plain, format!("As the map has it, {is}: "));
    }
    detail.append(teller.why(statement));
    Node { runs, value, details: vec![detail], children: Vec::new() }
}

fn notes(page: &mut Page, found: &Prospects) {
    page.push(Block::Note(
        "Certain is what comes out the same however all doubts are cleared up (incomplete argumentation frameworks). Of each \
         statement it is asked what becomes of it if it is itself really said."
            .into(),
    ));
    if !found.ended && found.possibles.iter().any(|(_, possible)| !possible.complete) {
        let text = format!(
            "Not everything was looked through: of no statement are more than {EVALUATION_BUDGET} ways to clear up the doubts tried."
        );
        page.push(Block::Note(text.into()));
    }
    if !found.exact {
        page.push(Block::Note("What a thing would settle, if looked up, is at least so much.".into()));
    }
}

/// A statement, and what may become of it.
struct Line<'m> {
    map: &'m Map,
    statement: StatementId,
    possible: &'m PossibleStatuses,
    now: &'static str,
    why: String,
}

fn records(map: &Map, teller: &Teller<'_>, asked: &Asked<'_>, found: &Prospects) -> Table {
    let lines = found.possibles.iter().map(|&(statement, ref possible)| {
        let (now, why) = (word(asked.outcome.of(statement)), teller.why(statement).plain());
        Line { map, statement, possible, now, why }
    });
    let fields = [
        Field::text("statement", |line: &Line<'_>| line.map.statement_name(line.statement)),
        Field::text("standing", |line: &Line<'_>| line.now),
        Field::text("certain", |line: &Line<'_>| only(line.possible).map(|status| word(Some(status)))),
        Field::texts("may", |line: &Line<'_>| may(line.possible)),
        Field::truth("complete", |line: &Line<'_>| Some(line.possible.complete)),
        Field::text("why", |line: &Line<'_>| line.why.clone()),
        Field::text("text", |line: &Line<'_>| line.map.text(line.map.statements[line.statement].text)),
        Field::text("file", |line: &Line<'_>| file(line.map, line.map.statements[line.statement].span)),
        Field::whole("line", |line: &Line<'_>| {
            Some(line.map.files.place(line.map.statements[line.statement].span).line)
        }),
    ];
    Table::of_records("certain", &fields, lines)
}
