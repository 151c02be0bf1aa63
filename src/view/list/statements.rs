//! Statements, all of them or those that are attacked and never answered.

use serde_json::{Value, json};

use crate::analysis::dispute::answer::Unanswered;
use crate::file::Span;
use crate::model::{AuthorId, Map, Quotation, Relation, RelationKind, Statement, StatementId};
use crate::page::{Cell, Column, Consumer, Field, Kind, Made, Mark, Node, Runs, Table, TableOf};
use crate::study::Study;
use crate::view::wording::named::{denied, place};
use crate::view::wording::naming::{author_keys, evidence_kind, file, kind, statement_value, whose};

use super::cells::{row, table};
use crate::view::wording::named;

/// Every statement that is kept.
pub fn all<'s>(study: &'s Study<'_>, consumer: Consumer) -> TableOf<'s> {
    let map = study.map;
    let mut table: TableOf<'s> =
        table("statements", ["statement", "kind", "whose", "text", "place"].map(|key| Column::new(key, key)));
    table.hold(Kind::Several, &["statement"]);
    let kept: Vec<StatementId> = study.statements().collect();
    table.made = Made::new(kept.len(), move |at| {
        let id = kept[at];
        let value = if consumer.reads_values() { statement_value(map, id) } else { Value::Null };
        row(vec![
            Cell::new(named::statement(map, id), value),
            Cell::text(kind(map, id)),
            Cell::text(whose(map, id)),
            Cell::text(map.text(map.statements[id].text)),
            Cell::runs(place(map, id)),
        ])
    });
    table
}

/// The same as a flat table, with every fact of a statement in a column of its own.
pub fn records<'s>(study: &'s Study<'_>) -> TableOf<'s> {
    type Line<'m> = (&'m Map, StatementId);
    fn of<'m>(&(map, id): &Line<'m>) -> &'m Statement {
        &map.statements[id]
    }
    fn quotation<'m>(&(map, id): &Line<'m>) -> Option<&'m Quotation> {
        map.quotations_of(id).first().map(|&id| &map.quotations[id])
    }
    fn text(line: &Line<'_>, span: Option<Span>) -> Option<String> {
        span.map(|span| line.0.text(span).into_owned())
    }
    let author = |map: &Map, author: AuthorId| map.word(map.authors[author].name).to_owned();
    let fields = vec![
        Field::text("statement", |line: &Line<'_>| line.0.statement_name(line.1)),
        Field::text("kind", |line: &Line<'_>| of(line).kind.word()),
        Field::text("evidence", |line: &Line<'_>| evidence_kind(line.0, line.1)),
        Field::text("text", |line: &Line<'_>| text(line, Some(of(line).text))),
        Field::text("quote", |line: &Line<'_>| text(line, quotation(line).map(|it| it.words))),
        Field::text("at", |line: &Line<'_>| text(line, quotation(line).and_then(|it| it.place).or(of(line).at))),
        Field::text("source", |line: &Line<'_>| of(line).source.map(|it| line.0.word(line.0.sources[it].name))),
        Field::texts("authors", |line: &Line<'_>| author_keys(line.0, line.1)),
        Field::text("voice", move |line: &Line<'_>| {
            of(line).voice.map(|voice| voice.author.map_or("(unnamed)".to_owned(), |it| author(line.0, it)))
        }),
        Field::truth("unstated", |line: &Line<'_>| Some(of(line).unstated)),
        Field::truth("anticipated", |line: &Line<'_>| Some(of(line).anticipated)),
        Field::text("file", |line: &Line<'_>| file(line.0, of(line).span)),
        Field::whole("line", |line: &Line<'_>| Some(line.0.files.place(of(line).span).line)),
        Field::text("short", |line: &Line<'_>| text(line, of(line).card.as_ref().and_then(|card| card.short))),
        Field::text("tag", |line: &Line<'_>| text(line, of(line).card.as_ref().and_then(|card| card.tag))),
        Field::text("scheme", |line: &Line<'_>| text(line, of(line).scheme)),
        Field::text("date", |line: &Line<'_>| of(line).date.map(|date| date.to_string())),
        Field::text("weight", |line: &Line<'_>| of(line).weight.map(|weight| weight.to_string())),
        Field::texts("tags", |line: &Line<'_>| {
            of(line).tags.iter().map(|&tag| line.0.word(tag).to_owned()).collect::<Vec<_>>()
        }),
    ];
    let (map, kept) = (study.map, study.statements().collect::<Vec<StatementId>>());
    TableOf::of_made_records("statements", fields, kept.len(), move |at| (map, kept[at]))
}

/// The unanswered statements by whose they are, then by issue.
pub fn by_whose<'s>(study: &'s Study<'_>) -> Vec<(String, &'s Unanswered)> {
    let map = study.map;
    let mut found: Vec<(String, &Unanswered)> =
        study.unanswered().iter().map(|open| (whose(map, open.statement), open)).collect();
    let place = |open: &Unanswered| {
        let author = map.authors_of(open.statement).first().copied();
        ((author.is_none(), author), (open.issue.is_none(), open.issue, open.statement))
    };
    found.sort_by(|(whose, open), (other_whose, other)| {
        let ((author, issue), (other_author, other_issue)) = (place(open), place(other));
        author.cmp(&other_author).then_with(|| whose.cmp(other_whose)).then(issue.cmp(&other_issue))
    });
    found
}

/// Those statements as trees: under whose they are, each with its issue, and under it what attacks it.
pub fn open_trees(map: &Map, open: &[(String, &Unanswered)]) -> Vec<Node> {
    let mut trees = Vec::new();
    for of_one in open.chunk_by(|(a, _), (b, _)| a == b) {
        let node = |(_, open): &(String, &Unanswered)| {
            let mut runs = Runs::new();
            if let Some(issue) = open.issue {
                runs.append(named::issue(map, issue));
                runs.push(Mark::Plain, ": ");
            }
            runs.append(text_and_name(map, open.statement));
            let attacks = open.attacks.iter().map(|&id| {
                let relation = &map.relations[id];
                let Statement { voice, anticipated: objection, .. } = map.statements[relation.from];
                let voiced = voice.is_some();
                let inferred = if relation.inferred { " (inferred)" } else { "" };
                let by = whose(map, relation.from);
                let mut runs = if relation.kind == RelationKind::Undercuts {
                    let several = map.authors_of(relation.from).len() > 1;
                    let verb = if several && !voiced && !objection { "deny" } else { "denies" };
                    let comma = if voiced { "," } else { "" };
                    let mut runs = Runs::from(format!("{by}{comma} ")).with(Mark::Against, verb);
                    runs.append(denied(map, relation));
                    runs.with(Mark::Plain, "it").with(Mark::Inferred, inferred)
                } else {
                    let runs = Runs::new().with(Mark::Against, "against it").with(Mark::Inferred, inferred);
                    runs.with(Mark::Plain, if objection { format!(", {by}") } else { format!(" by {by}") })
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
        let runs = Runs::new().with(Mark::Strong, of_one[0].0.as_str());
        trees.push(Node { runs, value: json!({ "whose": of_one[0].0 }), details: Vec::new(), children });
    }
    trees
}

fn text_and_name(map: &Map, statement: StatementId) -> Runs {
    let runs = Runs::from(map.text(map.statements[statement].text).into_owned()).with(Mark::Plain, " ");
    runs.joined(named::statement(map, statement))
}

/// Those statements as a flat table: a row for each attack.
pub fn open_table(map: &Map, open: &[(String, &Unanswered)]) -> Table {
    type Line<'m> = (&'m Map, &'m (String, &'m Unanswered), &'m Relation);
    fn text(line: &Line<'_>, statement: StatementId) -> String {
        line.0.text(line.0.statements[statement].text).into_owned()
    }
    let fields = [
        Field::text("whose", |line: &Line<'_>| line.1.0.clone()),
        Field::text("issue", |line: &Line<'_>| line.1.1.issue.map(|issue| line.0.word(line.0.issues[issue].name))),
        Field::text("statement", |line: &Line<'_>| line.0.statement_name(line.1.1.statement)),
        Field::text("text", |line: &Line<'_>| text(line, line.1.1.statement)),
        Field::text("place", |line: &Line<'_>| place(line.0, line.1.1.statement).plain()),
        Field::text("attacked_by", |line: &Line<'_>| whose(line.0, line.2.from)),
        Field::text("attack", |line: &Line<'_>| line.0.statement_name(line.2.from)),
        Field::text("attack_text", |line: &Line<'_>| text(line, line.2.from)),
        Field::truth("inferred", |line: &Line<'_>| Some(line.2.inferred)),
    ];
    let lines = open.iter().flat_map(|open| open.1.attacks.iter().map(move |&id| (map, open, &map.relations[id])));
    Table::of_records("unanswered", &fields, lines)
}
