//! Attacks that nobody has answered: under each who is attacked, who attacks what in which words.

use serde_json::json;

use crate::analysis::dispute::answer::Unanswered;
use crate::model::{AuthorId, Map, Relation, RelationKind, StatementId};
use crate::page::{Block, Field, Mark, Node, Page, Runs, Table};
use crate::study::Study;
use crate::view::wording::named::{self, place};
use crate::view::wording::naming::{counted, statement_value, whose};
use crate::view::wording::omitted;
use crate::view::wording::speech::{Speech, capitalized};

/// Page of all points that are not answered, by who is attacked, in the order of the map.
pub fn unanswered(study: &Study<'_>) -> Page {
    let map = study.map;
    let open = by_whose(study);
    let points: Vec<&Relation> =
        open.iter().flat_map(|(_, open)| open.attacks.iter().map(|&id| &map.relations[id])).collect();
    let mut page = Page::new("list", "Not answered in this map");
    page.push(Block::Prose(lead(&points)));
    if !open.is_empty() {
        page.push(Block::Tree(trees(map, &open)));
        let text = "Not answered: the point does not fall, and nothing that is said against it stands or is open. A point attacks a \
                    statement, or undercuts a reason: it grants that, and says that it shows nothing.";
        page.push(Block::Note(text.into()));
    }
    omitted::note(&mut page, map, study.selection);
    page.records = Some(table(map, &open));
    page
}

/// How many points there are, and how many of them are the mapper's reading.
fn lead(points: &[&Relation]) -> Runs {
    let read_in = points.iter().filter(|relation| relation.inferred).count();
    let all = counted(points.len(), "point");
    let text = match read_in {
        _ if points.is_empty() => "Nothing here is attacked without an answer.".to_owned(),
        0 => format!("{all}, stated by the authors."),
        _ if read_in == points.len() => {
            if read_in == 1 {
                format!("{all}. It is the mapper's reading~: a question to put, and no defeat.")
            } else {
                format!("{all}. All are the mapper's reading~: questions to put, and no defeats.")
            }
        }
        _ => format!("{all}. {read_in} of them are the mapper's reading~: questions to put, and no defeats."),
    };
    text.into()
}

/// Unanswered statements by whose they are, then in the order of the map.
fn by_whose<'s>(study: &'s Study<'_>) -> Vec<(String, &'s Unanswered)> {
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

/// Points under who has not answered them, those of one attacker together.
fn trees(map: &Map, open: &[(String, &Unanswered)]) -> Vec<Node> {
    let speech = Speech::new(map);
    let tree = |of_one: &[(String, &Unanswered)]| {
        let mut points: Vec<&Relation> =
            of_one.iter().flat_map(|(_, open)| open.attacks.iter().map(|&id| &map.relations[id])).collect();
        points.sort_by_key(|relation| map.authors_of(relation.from).to_vec());
        let attacked = of_one[0].1.statement;
        let have =
            if map.authors_of(attacked).len() > 1 && map.statements[attacked].voice.is_none() { "have" } else { "has" };
        let mut who = capitalized(speech.speaker(attacked).into()).plain();
        // Behind who reports it stands the second comma.
        who.push_str(if map.statements[attacked].voice.is_some_and(|voice| !voice.endorsed) { "," } else { "" });
        let runs = Runs::new().with(Mark::Strong, who);
        let runs = runs.with(Mark::Plain, format!(" {have} not answered {}", counted(points.len(), "point")));
        let value = json!({ "whose": of_one[0].0 });
        let children = points.into_iter().map(|relation| point(map, &speech, relation)).collect();
        Node { runs, value, details: Vec::new(), children }
    };
    open.chunk_by(|(a, _), (b, _)| a == b).map(tree).collect()
}

/// Points that an author has not answered, a line for each, in the order of the map.
pub fn of_author(study: &Study<'_>, speech: &Speech<'_>, author: AuthorId) -> Vec<Runs> {
    let map = study.map;
    let theirs = study.unanswered().iter().filter(|open| map.own_authors_of(open.statement).contains(&author));
    theirs.flat_map(|open| &open.attacks).map(|&id| said(map, speech, &map.relations[id])).collect()
}

/// Attack in a line, for programs, too.
fn point(map: &Map, speech: &Speech<'_>, relation: &Relation) -> Node {
    let mut value = statement_value(map, relation.from);
    value["against"] = map.statement_name(relation.to).into();
    value["inferred"] = relation.inferred.into();
    Node { runs: said(map, speech, relation), value, details: Vec::new(), children: Vec::new() }
}

/// Attack in words: who makes it, in which words, and on what.
fn said(map: &Map, speech: &Speech<'_>, relation: &Relation) -> Runs {
    let who = capitalized(speech.speaker(relation.from).into()).plain();
    let objection = if map.statements[relation.from].anticipated { ", an objection to themselves" } else { "" };
    let mut runs = Runs::from(format!("{who}{objection}: ")).joined(speech.words(relation.from));
    if let Some(at) = quoted_at(map, relation.from) {
        runs.push(Mark::Plain, " ");
        runs.push(Mark::Place, format!("[{at}]"));
    }
    runs.push(Mark::Against, if relation.kind == RelationKind::Undercuts { " undercuts" } else { " attacks" });
    runs.push(Mark::Inferred, if relation.inferred { "~" } else { "" });
    runs.push(Mark::Plain, " ");
    if relation.kind == RelationKind::Undercuts {
        if relation.because.is_empty() {
            runs.push(Mark::Plain, "the reasons for ");
        } else {
            runs.append(named::and(relation.because.iter().map(|&premise| speech.words(premise))));
            runs.push(Mark::Plain, " as a reason for ");
        }
    }
    runs.append(speech.words(relation.to));
    runs
}

/// Place of the first quotation of a statement.
fn quoted_at(map: &Map, statement: StatementId) -> Option<String> {
    let first = map.quotations_of(statement).first()?;
    map.quotations[*first].place.map(|place| map.text(place).into_owned())
}

/// Unanswered points as a flat table: a row for each attack.
fn table(map: &Map, open: &[(String, &Unanswered)]) -> Table {
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
