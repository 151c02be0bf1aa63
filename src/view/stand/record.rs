//! Outcome as a flat table: a row for each statement and place where it speaks.

use crate::analysis::evaluation::challenge::Verdict;
use crate::model::{IssueId, Map, PositionId, StanceId, StatementId};
use crate::page::{Field, Runs, Table};
use crate::study::{Place, PlaceSide, Study};
use crate::view::wording::naming::{author_keys, file};
use crate::view::wording::statement_tree::manner;

use super::asked::{Asked, Shown};
use super::condition::taken_word;
use super::why::{Teller, word};

/// A statement, and what it says in one place.
struct Line<'a> {
    map: &'a Map,
    statement: StatementId,
    issue: Option<IssueId>,
    position: Option<PositionId>,
    side: Option<&'static str>,
    stance: Option<StanceId>,
    standing: &'static str,
    verdict: Option<&'static str>,
    challenged: bool,
    taken: Option<&'static str>,
    strength: Option<f64>,
    relevance: Option<&'static str>,
    why: String,
}

/// Every statement that is kept: those on issues first, in the order of those, and each as often as it speaks there.
pub(super) fn records(study: &Study<'_>, asked: &Asked<'_>, shown: &Shown<'_>) -> Table {
    let map = study.map;
    let teller = Teller::new(map, asked.trace, asked.audience);
    let of = |statement: StatementId, places: &[Place]| -> Vec<Line<'_>> {
        let why = teller.why(statement);
        places.iter().map(|place| line(map, asked, shown, statement, Some(place), &why)).collect()
    };
    let on_issues = map.issues.ids().flat_map(|issue| {
        let places = study.places(issue);
        let same = |a: &Place, b: &Place| a.position == b.position && a.statement == b.statement;
        places.chunk_by(same).flat_map(|places| of(places[0].statement, places)).collect::<Vec<_>>()
    });
    let alone = study.on_no_issue().map(|id| line(map, asked, shown, id, None, &teller.why(id)));
    Table::of_records("standing", &fields(!asked.outcome.conditions().is_empty()), on_issues.chain(alone))
}

fn line<'a>(
    map: &'a Map,
    asked: &Asked<'_>,
    shown: &Shown<'_>,
    statement: StatementId,
    place: Option<&Place>,
    why: &Runs,
) -> Line<'a> {
    Line {
        map,
        statement,
        issue: place.map(|place| place.issue),
        position: place.and_then(|place| place.position),
        side: place.map(|place| word_of(place.side)),
        stance: place.map(|place| place.stance),
        standing: word(asked.outcome.of(statement)),
        verdict: shown.challenges.verdict(statement).map(Verdict::word),
        challenged: shown.challenges.is_challenged(statement),
        taken: place.map(|place| taken_word(asked.outcome.of_stance(map, place.stance))),
        strength: asked.strengths.map(|(strengths, _)| strengths.of[statement.index()]),
        relevance: asked.audience.map(|(audience, _)| audience.of(statement).word()),
        why: why.plain(),
    }
}

/// The columns; what becomes of each stance is told where any hangs on a part of the map.
fn fields<'a>(with_conditions: bool) -> Vec<Field<Line<'a>>> {
    let taken = Field::text("stance", |line: &Line<'_>| line.taken);
    let mut fields = plain_fields();
    if with_conditions {
        fields.push(taken);
    }
    fields.push(Field::text("verdict", |line: &Line<'_>| line.verdict));
    fields.push(Field::truth("challenged", |line: &Line<'_>| Some(line.challenged)));
    fields
}

fn plain_fields<'a>() -> Vec<Field<Line<'a>>> {
    vec![
        Field::text("issue", |line: &Line<'_>| line.issue.map(|issue| line.map.word(line.map.issues[issue].name))),
        Field::text("position", |line: &Line<'_>| line.position.map(|position| line.map.position_name(position))),
        Field::text("side", |line: &Line<'_>| line.side),
        Field::text("statement", |line: &Line<'_>| line.map.statement_name(line.statement)),
        Field::text("standing", |line: &Line<'_>| line.standing),
        Field::number("strength", |line: &Line<'_>| line.strength),
        Field::text("relevance", |line: &Line<'_>| line.relevance),
        Field::text("why", |line: &Line<'_>| line.why.clone()),
        Field::texts("authors", |line: &Line<'_>| author_keys(line.map, line.statement)),
        Field::text("text", |line: &Line<'_>| line.map.text(line.map.statements[line.statement].text)),
        Field::text("condition", |line: &Line<'_>| {
            let manner = line.stance.map(|stance| manner(line.map, stance).plain().trim().to_owned());
            manner.filter(|manner| !manner.is_empty())
        }),
        Field::text("file", |line: &Line<'_>| file(line.map, line.map.statements[line.statement].span)),
        Field::whole("line", |line: &Line<'_>| {
            Some(line.map.files.place(line.map.statements[line.statement].span).line)
        }),
    ]
}

/// The word for a side.
fn word_of(side: PlaceSide) -> &'static str {
    match side {
        PlaceSide::For => "for",
        PlaceSide::Against => "against",
        PlaceSide::Prefers => "prefers",
        PlaceSide::Weighs => "weighs",
        PlaceSide::Raises => "raises",
    }
}
