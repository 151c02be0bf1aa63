//! Camps in words: who stands where on an issue.

use serde_json::{Value, json};

use super::named;
use super::naming::{column_key, column_title};
use super::omitted;
use crate::analysis::comparison::division::{Camp, Division, Member, Side};
use crate::analysis::table::column::Columns;
use crate::model::{Map, PositionId, steps};
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
    let member = |member: &Member| manner(name(member.column), member, &camp.side);
    let names = omitted::names(camp.members.iter().map(member).collect());
    side(map, &camp.side).with(Mark::Plain, ": ").with(Mark::Plain, names)
}

/// `Ann (on a condition, since 2000)`; where all who stand on the side do so on a condition, that is said of the side.
fn manner(name: String, member: &Member, side: &Side) -> String {
    let is_told = member.conditional && !matches!(side, Side::ForIf(_) | Side::AgainstIf(_));
    let condition = is_told.then(|| "on a condition".to_owned());
    let since = member.since.map(|since| format!("since {since}"));
    let manner: Vec<String> = condition.into_iter().chain(since).collect();
    if manner.is_empty() { name } else { format!("{name} ({})", manner.join(", ")) }
}

/// Why a side is no plain one, where it is not; such a side enters no count of who agrees.
pub fn outside(side: &Side) -> Option<&'static str> {
    match side {
        Side::BothWays(_) => Some("Both ways"),
        Side::Changed(_) => Some("Changed over time"),
        Side::ForIf(_) | Side::AgainstIf(_) => Some("Only on a condition"),
        Side::NotAlone(_) => Some("Only not enough by itself"),
        Side::Ranks(_) => Some("Only ranked"),
        Side::Raises => Some("Only asked"),
        _ => None,
    }
}

fn side(map: &Map, side: &Side) -> Runs {
    let names = |positions: &[PositionId]| named::and(positions.iter().map(|&position| named::position(map, position)));
    let on = |runs: Runs, position: &Option<PositionId>| match position {
        Some(position) => runs.with(Mark::Plain, " on ").joined(named::position(map, *position)),
        None => runs,
    };
    match side {
        Side::For(position) => Runs::new().with(Mark::For, "for ").joined(named::position(map, *position)),
        Side::Range(first, last) => Runs::new().with(Mark::For, "from ").joined(named::range(map, [*first, *last])),
        Side::Against(positions) => Runs::new().with(Mark::Against, "against ").joined(names(positions)),
        Side::NotAlone(positions) => Runs::new()
            .with(Mark::Against, "against ")
            .joined(names(positions))
            .with(Mark::Plain, " as not enough by itself"),
        Side::BothWays(position) => on(Runs::new().with(Mark::Between, "both ways"), position),
        Side::Changed(position) => on(Runs::new().with(Mark::Between, "changed over time"), position),
        Side::ForIf(held) => {
            Runs::new().with(Mark::Between, "only on a condition, ").joined(named::all_held(map, held))
        }
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
        Side::ForIf(held) => {
            let mut positions: Vec<PositionId> =
                held.iter().flat_map(|[first, last]| steps(Some(*first), Some(*last))).collect();
            positions.sort_unstable();
            positions.dedup();
            ("for-if", names(&positions))
        }
        Side::AgainstIf(positions) => ("against-if", names(positions)),
        Side::Ranks(positions) => ("preferred", names(positions)),
        Side::Raises => ("raises", Vec::new()),
    }
}

/// A camp in words, for programs: `for roads: ann, bob (on a condition)`.
pub fn in_words(map: &Map, columns: &Columns, camp: &Camp) -> String {
    let member = |member: &Member| manner(column_key(map, columns, member.column), member, &camp.side);
    let members: Vec<String> = camp.members.iter().map(member).collect();
    format!("{}: {}", side(map, &camp.side).plain(), members.join(", "))
}
