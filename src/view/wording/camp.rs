//! Camps in words: who stands where on an issue.

use serde_json::{Value, json};

use super::naming::{column_key, column_title, range_name};
use super::omitted;
use crate::analysis::comparison::division::{Camp, Division, Member, Side};
use crate::analysis::table::column::Columns;
use crate::model::{Map, PositionId};
use crate::page::{Consumer, Mark, Node, Runs};
use crate::text::list::and;

/// An issue with its camps below it.
pub fn tree(map: &Map, columns: &Columns, division: &Division, consumer: Consumer) -> Node {
    let issue = &map.issues[division.issue];
    let question = map.text(issue.question);
    let name = map.word(issue.name);
    let below = |camp: &Camp| {
        let runs = line(map, camp, |column| column_title(map, columns, column));
        let value = if consumer.reads_values() { value(map, columns, camp) } else { Value::Null };
        Node { runs, value, details: Vec::new(), children: Vec::new() }
    };
    Node {
        runs: Runs::from(format!("{question} ")).with(Mark::Name, name),
        value: json!({ "issue": name, "question": question }),
        details: Vec::new(),
        children: division.camps.iter().map(below).collect(),
    }
}

/// A camp with those who stand there, as they are called; of many the first, and how many more.
pub fn line(map: &Map, camp: &Camp, name: impl Fn(usize) -> String) -> Runs {
    let member = |member: &Member| manner(name(member.column), member);
    let names = omitted::names(camp.members.iter().map(member).collect());
    side(map, &camp.side).with(Mark::Plain, ": ").with(Mark::Plain, names)
}

/// `Ann (on a condition, since 2000)`
fn manner(name: String, member: &Member) -> String {
    let condition = member.conditional.then(|| "on a condition".to_owned());
    let since = member.since.map(|since| format!("since {since}"));
    let manner: Vec<String> = condition.into_iter().chain(since).collect();
    if manner.is_empty() { name } else { format!("{name} ({})", manner.join(", ")) }
}

fn side(map: &Map, side: &Side) -> Runs {
    let names =
        |positions: &[PositionId]| and(positions.iter().map(|&position| map.position_name(position).to_owned()));
    let on = |runs: Runs, position: &Option<PositionId>| match position {
        Some(position) => runs.with(Mark::Plain, " on ").with(Mark::Name, map.position_name(*position)),
        None => runs,
    };
    match side {
        Side::For(position) => Runs::new().with(Mark::For, "for ").with(Mark::Name, map.position_name(*position)),
        Side::Range(first, last) => {
            Runs::new().with(Mark::For, "from ").with(Mark::Name, range_name(map, [*first, *last]))
        }
        Side::Against(positions) => Runs::new().with(Mark::Against, "against ").with(Mark::Name, names(positions)),
        Side::NotAlone(positions) => Runs::new()
            .with(Mark::Against, "against ")
            .with(Mark::Name, names(positions))
            .with(Mark::Plain, " as not enough by itself"),
        Side::BothWays(position) => on(Runs::new().with(Mark::Between, "both ways"), position),
        Side::Changed(position) => on(Runs::new().with(Mark::Between, "changed over time"), position),
        Side::Ranks(positions) => {
            Runs::new().with(Mark::Between, "only ranks, first ").with(Mark::Name, names(positions))
        }
        Side::Raises => Runs::new().with(Mark::Between, "only asks or mentions it"),
    }
}

/// A camp for programs.
fn value(map: &Map, columns: &Columns, camp: &Camp) -> Value {
    let (side, of) = side_value(map, &camp.side);
    let member = |member: &Member| {
        let name = column_key(map, columns, member.column);
        let mut value = json!({ "name": name, "conditional": member.conditional });
        if let Some(since) = member.since {
            value["since"] = since.to_string().into();
        }
        value
    };
    json!({ "side": side, "positions": of, "members": camp.members.iter().map(member).collect::<Vec<_>>() })
}

fn side_value<'m>(map: &'m Map, side: &Side) -> (&'static str, Vec<&'m str>) {
    let names = |positions: &[PositionId]| positions.iter().map(|&position| map.position_name(position)).collect();
    match side {
        Side::For(position) => ("for", names(&[*position])),
        Side::Range(first, last) => ("range", names(&[*first, *last])),
        Side::Against(positions) => ("against", names(positions)),
        Side::NotAlone(positions) => ("alone", names(positions)),
        Side::BothWays(position) => ("ambivalent", names(position.as_slice())),
        Side::Changed(position) => ("changed", names(position.as_slice())),
        Side::Ranks(positions) => ("preferred", names(positions)),
        Side::Raises => ("raises", Vec::new()),
    }
}

/// A camp in words, for programs: `for roads: ann, bob (on a condition)`.
pub fn in_words(map: &Map, columns: &Columns, camp: &Camp) -> String {
    let member = |member: &Member| manner(column_key(map, columns, member.column), member);
    let members: Vec<String> = camp.members.iter().map(member).collect();
    format!("{}: {}", side(map, &camp.side).plain(), members.join(", "))
}
