//! The difference of two sides as one flat table: a stance or a ground a row.

use crate::analysis::contrast::{Contrast, OnIssue, Part, Way};
use crate::analysis::table::column::Columns;
use crate::analysis::table::spoken::Turned;
use crate::model::{Date, Map, StatementId};
use crate::page::{Field, Table};
use crate::view::table::value::condition_value;
use crate::view::wording::naming::column_key;

/// A stance, or a ground for one.
struct Line {
    issue: String,
    position: Option<String>,
    to: Option<String>,
    way: &'static str,
    whose: Option<String>,
    what: &'static str,
    statements: Vec<String>,
    texts: Vec<String>,
    inferred: bool,
    condition: Option<String>,
    turned: Option<Turned>,
}

/// A row for each stance and each ground.
pub fn records(map: &Map, columns: &Columns, found: &Contrast) -> Table {
    let keys = [0, 1].map(|column| column_key(map, columns, column));
    let all = found.both.iter().chain(found.alone.iter().flatten());
    Table::of_records("contrast", &fields(), all.flat_map(|on| lines(map, &keys, on)))
}

fn fields() -> Vec<Field<Line>> {
    vec![
        Field::text("issue", |line: &Line| line.issue.clone()),
        Field::text("position", |line: &Line| line.position.clone()),
        Field::text("to", |line: &Line| line.to.clone()),
        Field::text("way", |line: &Line| line.way),
        Field::text("whose", |line: &Line| line.whose.clone().unwrap_or_else(|| "both".to_owned())),
        Field::text("what", |line: &Line| line.what),
        Field::texts("statements", |line: &Line| line.statements.clone()),
        Field::texts("texts", |line: &Line| line.texts.clone()),
        Field::truth("inferred", |line: &Line| Some(line.inferred)),
        Field::text("condition", |line: &Line| line.condition.clone()),
        Field::text("since", |line: &Line| {
            date(line.turned, |it| if let Turned::Since(date) = it { Some(date) } else { None })
        }),
        Field::text("until", |line: &Line| {
            date(line.turned, |it| if let Turned::Until(date) = it { Some(date) } else { None })
        }),
    ]
}

fn date(turned: Option<Turned>, wanted: fn(Turned) -> Option<Date>) -> Option<String> {
    turned.and_then(wanted).map(|date| date.to_string())
}

fn lines(map: &Map, keys: &[String; 2], on: &OnIssue) -> Vec<Line> {
    let issue = map.word(map.issues[on.issue].name);
    let line = |part: Option<&Part>,
                side: Option<usize>,
                what: &'static str,
                statements: &[StatementId],
                inferred: bool| Line {
        issue: issue.to_owned(),
        position: part.and_then(|part| part.position).map(|position| map.position_name(position).to_owned()),
        to: part.and_then(|part| part.to).map(|position| map.position_name(position).to_owned()),
        way: part.map_or("", |part| way(part.way)),
        whose: side.map(|side| keys[side].clone()),
        what,
        statements: statements.iter().map(|&statement| map.statement_name(statement)).collect(),
        texts: statements.iter().map(|&statement| map.text(map.statements[statement].text).into_owned()).collect(),
        inferred,
        condition: None,
        turned: None,
    };
    let mut lines = Vec::new();
    for part in &on.parts {
        for side in [0, 1] {
            for stance in &part.stances[side] {
                let condition = map.stances[stance.stance].condition.as_deref().map(|it| condition_value(map, it));
                let stated = line(Some(part), Some(side), "stance", &[stance.statement], stance.inferred);
                lines.push(Line { condition, turned: part.turned[side], ..stated });
            }
            for ground in &part.grounds[side] {
                lines.push(line(Some(part), Some(side), "ground", &ground.premises, ground.inferred));
            }
        }
    }
    lines.extend(on.shared.iter().map(|shared| line(None, None, "ground", &shared.statements, shared.inferred)));
    lines
}

/// The word for how a position is spoken of.
fn way(way: Way) -> &'static str {
    match way {
        Way::Holds => "holds",
        Way::Rejects => "rejects",
        Way::NotAlone => "not-alone",
        Way::First => "ranked-first",
        Way::Second => "ranked-lower",
        Way::Weighs => "weighs",
        Way::Raises => "raises",
        Way::Anticipates => "anticipates",
    }
}
