//! Statements, all of them or those that are attacked and never answered.

use serde_json::{Value, json};

use crate::analysis::dispute::answer;
use crate::file::Span;
use crate::model::select::Selection;
use crate::model::{AuthorId, IssueId, Map, RelationId, RelationKind, Statement, StatementId};
use crate::page::{Cell, Column, Consumer, Mark, Node, Runs, Table};
use crate::view::wording::naming::{denied, evidence_kind, kind, place, statement_value, whose};

use super::{name, row, table};

/// How many steps up the reasons are gone to find the issue that a statement matters for.
const STEPS: usize = 256;

/// Every statement that is kept.
pub fn all(map: &Map, selection: &Selection, consumer: Consumer) -> Table {
    let mut table =
        table("statements", ["statement", "kind", "whose", "text", "place"].map(|key| Column::new(key, key)));
    for id in map.statements.ids().filter(|&id| selection.has_statement(id)) {
        let value = if consumer.reads_values() { statement_value(map, id) } else { Value::Null };
        table.rows.push(row(vec![
            Cell::new(Runs::new().with(Mark::Name, map.statement_name(id)), value),
            Cell::text(kind(map, id)),
            Cell::text(whose(map, id)),
            Cell::text(map.text(map.statements[id].text)),
            Cell::runs(place(map, id)),
        ]));
    }
    table
}

/// The same as a flat table, with every fact of a statement in a column of its own.
pub fn records(map: &Map, selection: &Selection) -> Table {
    let keys = [
        "statement",
        "kind",
        "evidence",
        "text",
        "quote",
        "at",
        "source",
        "authors",
        "voice",
        "unstated",
        "anticipated",
    ];
    let mut table = table("statements", keys.map(|key| Column::new(key, key)));
    table.columns.extend([Column::new("file", "file"), Column::number("line", "line")]);
    let whether = |holds: bool| Cell::new(if holds { "yes" } else { "no" }, holds);
    for id in map.statements.ids().filter(|&id| selection.has_statement(id)) {
        let what = &map.statements[id];
        let text = |span: Option<Span>| Cell::text(span.map_or("".into(), |span| map.text(span)));
        let quotation = map.quotations_of(id).first().map(|&id| &map.quotations[id]);
        let author = |author: AuthorId| map.word(map.authors[author].name);
        let authors: Vec<&str> = map.authors_of(id).iter().map(|&id| author(id)).collect();
        table.rows.push(row(vec![
            name(&map.statement_name(id)),
            Cell::text(what.kind.word()),
            Cell::text(evidence_kind(map, id).unwrap_or_default()),
            text(Some(what.text)),
            text(quotation.map(|quotation| quotation.words)),
            text(quotation.and_then(|quotation| quotation.place).or(what.at)),
            Cell::text(what.source.map_or("", |source| map.word(map.sources[source].name))),
            Cell::text(authors.join("+")),
            Cell::text(what.voice.map_or("", |voice| voice.author.map_or("(unnamed)", author))),
            whether(what.unstated),
            whether(what.anticipated),
            Cell::text(map.files.get(what.span.file).path.clone()),
            Cell::number(map.files.place(what.span).line),
        ]));
    }
    table
}

/// A statement that is attacked and not answered.
pub struct Open {
    whose: String,
    issue: Option<IssueId>,
    statement: StatementId,
    attacks: Vec<RelationId>,
}

/// The kept statements that are attacked and not answered: by whose they are, then by issue.
pub fn open(map: &Map, selection: &Selection) -> Vec<Open> {
    let mut found = Vec::new();
    for statement in map.statements.ids().filter(|&id| selection.has_statement(id)) {
        let attacks = answer::unanswered(map, statement, selection.filter.stated);
        if !attacks.is_empty() {
            let of = whose(map, statement);
            found.push(Open { whose: of, issue: issue_of(map, statement), statement, attacks });
        }
    }
    let place = |open: &Open| (map.authors_of(open.statement).first().copied(), open.issue, open.statement);
    found.sort_by(|a, b| {
        let ((author, issue, statement), (other_author, other_issue, other)) = (place(a), place(b));
        let author = (author.is_none(), author).cmp(&(other_author.is_none(), other_author));
        let issue = (issue.is_none(), issue, statement).cmp(&(other_issue.is_none(), other_issue, other));
        author.then_with(|| a.whose.cmp(&b.whose)).then(issue)
    });
    found
}

/// Those statements as trees: under whose they are, each with its issue, and under it what attacks it.
pub fn open_trees(map: &Map, open: &[Open]) -> Vec<Node> {
    let mut trees = Vec::new();
    for of_one in open.chunk_by(|a, b| a.whose == b.whose) {
        let node = |open: &Open| {
            let mut runs = Runs::new();
            if let Some(issue) = open.issue {
                runs.push(Mark::Name, map.word(map.issues[issue].name));
                runs.push(Mark::Plain, ": ");
            }
            runs.append(text_and_name(map, open.statement));
            let attacks = open.attacks.iter().map(|&id| {
                let relation = &map.relations[id];
                let Statement { voice, anticipated: objection, .. } = map.statements[relation.from];
                let voiced = voice.is_some();
                let inferred = if relation.inferred { " (inferred)" } else { "" };
                let by = whose(map, relation.from);
                let mut runs = match relation.kind {
                    RelationKind::Undercuts => {
                        let several = map.authors_of(relation.from).len() > 1;
                        let verb = if several && !voiced && !objection { "deny" } else { "denies" };
                        let comma = if voiced { "," } else { "" };
                        let mut runs = Runs::from(format!("{by}{comma} ")).with(Mark::Against, verb);
                        runs.append(denied(map, relation));
                        runs.with(Mark::Plain, "it").with(Mark::Inferred, inferred)
                    }
                    _ => {
                        let runs = Runs::new().with(Mark::Against, "against it").with(Mark::Inferred, inferred);
                        runs.with(Mark::Plain, if objection { format!(", {by}") } else { format!(" by {by}") })
                    }
                };
                runs.push(Mark::Plain, ": ");
                runs.append(text_and_name(map, relation.from));
                let details = vec![place(map, relation.from)];
                Node { runs, value: statement_value(map, relation.from), details, children: Vec::new() }
            });
            let (details, children) = (vec![place(map, open.statement)], attacks.collect());
            Node { runs, value: statement_value(map, open.statement), details, children }
        };
        let children = of_one.iter().map(node).collect();
        let runs = Runs::new().with(Mark::Strong, of_one[0].whose.as_str());
        trees.push(Node { runs, value: json!({ "whose": of_one[0].whose }), details: Vec::new(), children });
    }
    trees
}

fn text_and_name(map: &Map, statement: StatementId) -> Runs {
    let runs = Runs::from(map.text(map.statements[statement].text).into_owned()).with(Mark::Plain, " ");
    runs.with(Mark::Name, map.statement_name(statement))
}

/// Those statements as a flat table: a row for each attack.
pub fn open_table(map: &Map, open: &[Open]) -> Table {
    let keys = ["whose", "issue", "statement", "text", "place", "attacked_by", "attack", "attack_text", "inferred"];
    let mut table = table("unanswered", keys.map(|key| Column::new(key, key)));
    for Open { whose: of, issue, statement, attacks } in open {
        for &attack in attacks {
            let relation = &map.relations[attack];
            table.rows.push(row(vec![
                Cell::text(of.as_str()),
                name(issue.map_or("", |issue| map.word(map.issues[issue].name))),
                name(&map.statement_name(*statement)),
                Cell::text(map.text(map.statements[*statement].text)),
                Cell::runs(place(map, *statement)),
                Cell::text(whose(map, relation.from)),
                name(&map.statement_name(relation.from)),
                Cell::text(map.text(map.statements[relation.from].text)),
                Cell::new(if relation.inferred { "yes" } else { "no" }, relation.inferred),
            ]));
        }
    }
    table
}

/// The issue that a statement speaks to, or else the first that it matters for by what it is a reason for.
fn issue_of(map: &Map, statement: StatementId) -> Option<IssueId> {
    let mut found = vec![statement];
    let mut next = 0;
    while let Some(&statement) = found.get(next) {
        if let Some(&stance) = map.stances_of(statement).first() {
            return Some(map.stances[stance].issue);
        }
        for &reason in map.reasons_using(statement) {
            let conclusion = map.reasons[reason].conclusion;
            if found.len() < STEPS && !found.contains(&conclusion) {
                found.push(conclusion);
            }
        }
        next += 1;
    }
    None
}
