//! Camps in words: who stands where on an issue.

use serde_json::{Value, json};

use super::named;
use super::naming::{column_key, column_title};
use super::omitted;
use crate::analysis::comparison::division::{Camp, Division, Member, Side};
use crate::analysis::table::column::Columns;
use crate::model::{Map, PositionId};
use crate::page::{Consumer, Mark, Node, Runs};

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
        runs: Runs::from(format!("{question} ")).joined(named::issue(map, division.issue)),
        value: json!({ "issue": name, "question": question }),
        details: Vec::new(),
        children: division.camps.iter().map(below).collect(),
    }
}

/// A camp with those who stand there, as they are called; of many the first, and how many more.
pub fn line(map: &Map, camp: &Camp, name: impl Fn(usize) -> String) -> Runs {
    let member = |member: &Member| {
        let name = name(member.column);
        if member.conditional && !is_conditional(&camp.side) { format!("{name} (on a condition)") } else { name }
    };
    let names = omitted::names(camp.members.iter().map(member).collect());
    side(map, &camp.side).with(Mark::Plain, ": ").with(Mark::Plain, names)
}

/// Whether all who stand on a side do so on a condition.
fn is_conditional(side: &Side) -> bool {
    matches!(side, Side::ForIf(_) | Side::AgainstIf(_))
}

fn side(map: &Map, side: &Side) -> Runs {
    let names = |positions: &[PositionId]| named::and(positions.iter().map(|&position| named::position(map, position)));
    let on = |runs: Runs, position: &Option<PositionId>| match position {
        Some(position) => runs.with(Mark::Plain, " on ").joined(named::position(map, *position)),
        None => runs,
    };
    match side {
        Side::For(position) => Runs::new().with(Mark::For, "for ").joined(named::position(map, *position)),
        Side::Against(positions) => Runs::new().with(Mark::Against, "against ").joined(names(positions)),
        Side::NotAlone(positions) => Runs::new()
            .with(Mark::Against, "against ")
            .joined(names(positions))
            .with(Mark::Plain, " as not enough by itself"),
        Side::BothWays(position) => on(Runs::new().with(Mark::Between, "both ways"), position),
        Side::Changed(position) => on(Runs::new().with(Mark::Between, "changed over time"), position),
        Side::ForIf(positions) => Runs::new().with(Mark::Between, "only on a condition, for ").joined(names(positions)),
        Side::AgainstIf(positions) => {
            Runs::new().with(Mark::Between, "only on a condition, against ").joined(names(positions))
        }
        Side::Ranks(positions) => Runs::new().with(Mark::Between, "only ranks, first ").joined(names(positions)),
        Side::Raises => Runs::new().with(Mark::Between, "only asks or mentions it"),
    }
}

/// A camp for programs.
fn value(map: &Map, columns: &Columns, camp: &Camp) -> Value {
    let (side, of) = side_value(map, &camp.side);
    let member =
        |member: &Member| json!({ "name": column_key(map, columns, member.column), "conditional": member.conditional });
    json!({ "side": side, "positions": of, "members": camp.members.iter().map(member).collect::<Vec<_>>() })
}

fn side_value<'m>(map: &'m Map, side: &Side) -> (&'static str, Vec<&'m str>) {
    let names = |positions: &[PositionId]| positions.iter().map(|&position| map.position_name(position)).collect();
    match side {
        Side::For(position) => ("for", names(&[*position])),
        Side::Against(positions) => ("against", names(positions)),
        Side::NotAlone(positions) => ("alone", names(positions)),
        Side::BothWays(position) => ("ambivalent", names(position.as_slice())),
        Side::Changed(position) => ("changed", names(position.as_slice())),
        Side::ForIf(positions) => ("for-if", names(positions)),
        Side::AgainstIf(positions) => ("against-if", names(positions)),
        Side::Ranks(positions) => ("preferred", names(positions)),
        Side::Raises => ("raises", Vec::new()),
    }
}

/// A camp in words, for programs: `for roads: ann, bob (on a condition)`.
pub fn in_words(map: &Map, columns: &Columns, camp: &Camp) -> String {
    let member = |member: &Member| {
        let key = column_key(map, columns, member.column);
        if member.conditional && !is_conditional(&camp.side) { format!("{key} (on a condition)") } else { key }
    };
    let members: Vec<String> = camp.members.iter().map(member).collect();
    format!("{}: {}", side(map, &camp.side).plain(), members.join(", "))
}
