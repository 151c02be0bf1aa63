//! Camps in words: who stands where on an issue.

use serde_json::{Value, json};

use super::called::{column_short, position_said, range_said};
use super::naming::column_key;
use super::stance_word::{INFERRED, condition_words, some_of_column, speakers_said};
use super::{named, omitted, speech};
use crate::analysis::comparison::division::{Camp, Division, Member, Side};
use crate::analysis::table::column::Columns;
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::spoken::Spoken;
use crate::model::{IssueId, Map, PositionId, ShortNames, steps};
use crate::page::{Consumer, Mark, Node, Runs};
use crate::study::PositionTable;

/// Camps of a table, in words.
#[derive(Clone, Copy)]
pub struct Camps<'a> {
    /// The stances of which they are made.
    pub table: &'a PositionTable<'a>,
    /// The names that people use.
    pub short: &'a ShortNames,
}

impl Camps<'_> {
    /// An issue with its camps below it.
    pub fn tree(&self, division: &Division, consumer: Consumer) -> Node {
        let map = self.table.map;
        let issue = &map.issues[division.issue];
        let question = map.text(issue.question);
        let name = map.word(issue.name);
        let below = |camp: &Camp| {
            let runs = self.line(division.issue, camp);
            let value = if consumer.reads_values() { value(map, self.table.columns(), camp) } else { Value::Null };
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
    pub fn line(&self, issue: IssueId, camp: &Camp) -> Runs {
        let (_, positions) = positions_of(&camp.side);
        let names = camp.members.iter().map(|member| self.member(issue, &positions, member));
        let runs = side(self.table.map, &camp.side).with(Mark::Plain, ": ");
        runs.joined(omitted::named(names))
    }

    /// `Ann~ (if it rains, since 2000)`
    fn member(&self, issue: IssueId, positions: &[PositionId], member: &Member) -> Runs {
        let map = self.table.map;
        let name = column_short(map, self.short, self.table.columns(), member.column);
        let stand = self.table.positions().stance(issue, member.column);
        let taken = stand.positions.iter().filter(|cell| positions.is_empty() || positions.contains(&cell.position));
        let spoken = taken.flat_map(|cell| stand.spoken(map, cell.position));
        let spoken: Vec<Spoken> = spoken.filter(|spoken| !spoken.reported).collect();
        let is_inferred = !spoken.is_empty() && spoken.iter().all(|spoken| spoken.inferred);
        let mut manner: Vec<String> = Vec::new();
        for spoken in &spoken {
            let Some(condition) = condition_words(map, spoken) else { continue };
            let some = some_of_column(map, self.short, spoken);
            let condition = some.iter().fold(condition, |condition, some| format!("{some} only {condition}"));
            if (member.conditional || some.is_some()) && !manner.contains(&condition) {
                manner.push(condition);
            }
        }
        manner.extend(member.since.map(|since| match self.turned(&stand) {
            Some(who) => format!("{who} since {since}"),
            None => format!("since {since}"),
        }));
        let runs = Runs::from(name).with(Mark::Inferred, if is_inferred { INFERRED } else { "" });
        if manner.is_empty() { runs } else { runs.with(Mark::Plain, format!(" ({})", manner.join(", "))) }
    }

    /// Of a column of several those who changed their mind, by name.
    fn turned(&self, stand: &IssueStance<'_>) -> Option<String> {
        let last = stand.last.filter(|_| stand.several)?;
        let given_up = stand.stances.iter().filter(|say| !last.stances.contains(say));
        speakers_said(self.table.map, self.short, given_up)
    }
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
    let name = |position: PositionId| speech::position(map, position);
    let names = |positions: &[PositionId]| named::and(positions.iter().map(|&position| name(position)));
    let held = |[first, last]: [PositionId; 2]| {
        if first == last { name(first) } else { format!("from {}", range_said(map, [first, last])).into() }
    };
    let against = |positions: &[PositionId]| Runs::new().with(Mark::Against, "against ").joined(names(positions));
    match side {
        Side::For(position) => name(*position),
        Side::Range(first, last) => held([*first, *last]),
        Side::Against(positions) | Side::AgainstIf(positions) => against(positions),
        Side::NotAlone(positions) => {
            let alone = positions.iter().map(|&position| format!("not {} alone", position_said(map, position)));
            named::and(alone.map(|text| Runs::new().with(Mark::Against, text)))
        }
        Side::BothWays(None) => Runs::new().with(Mark::Between, "sees both sides"),
        Side::BothWays(Some(position)) => {
            Runs::new().with(Mark::Between, "both for and against ").joined(name(*position))
        }
        Side::Changed(None) => Runs::new().with(Mark::Between, "changed over time"),
        Side::Changed(Some(position)) => Runs::new().with(Mark::Between, "changed on ").joined(name(*position)),
        Side::ForIf(all) => named::and(all.iter().map(|&range| held(range))),
        Side::Ranks(positions) => names(positions).with(Mark::Between, " ranked first"),
        Side::Raises => Runs::new().with(Mark::Between, "only asks"),
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
    let (word, positions) = positions_of(side);
    (word, positions.into_iter().map(|position| map.position_name(position)).collect())
}

/// The word for a side in data, and the positions that it names.
fn positions_of(side: &Side) -> (&'static str, Vec<PositionId>) {
    match side {
        Side::For(position) => ("for", vec![*position]),
        Side::Range(first, last) => ("range", vec![*first, *last]),
        Side::Against(positions) => ("against", positions.clone()),
        Side::NotAlone(positions) => ("alone", positions.clone()),
        Side::BothWays(position) => ("ambivalent", position.as_slice().to_vec()),
        Side::Changed(position) => ("changed", position.as_slice().to_vec()),
        Side::ForIf(held) => {
            let mut positions: Vec<PositionId> =
                held.iter().flat_map(|[first, last]| steps(Some(*first), Some(*last))).collect();
            positions.sort_unstable();
            positions.dedup();
            ("for-if", positions)
        }
        Side::AgainstIf(positions) => ("against-if", positions.clone()),
        Side::Ranks(positions) => ("preferred", positions.clone()),
        Side::Raises => ("raises", Vec::new()),
    }
}

/// A camp in words, for programs: `for roads: ann, bob (on a condition)`.
pub fn in_words(map: &Map, columns: &Columns, camp: &Camp) -> String {
    let member = |member: &Member| {
        let name = column_key(map, columns, member.column);
        let condition = member.conditional.then(|| "on a condition".to_owned());
        let since = member.since.map(|since| format!("since {since}"));
        let manner: Vec<String> = condition.into_iter().chain(since).collect();
        if manner.is_empty() { name } else { format!("{name} ({})", manner.join(", ")) }
    };
    let members: Vec<String> = camp.members.iter().map(member).collect();
    let (side, positions) = side_value(map, &camp.side);
    let side = std::iter::once(side).chain(positions).collect::<Vec<_>>().join(" ");
    format!("{side}: {}", members.join(", "))
}
