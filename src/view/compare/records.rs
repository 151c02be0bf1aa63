//! A comparison as one flat table: a row for each stance of each side, in the words of the table of positions.

mod line;

use foldhash::{HashMap, HashMapExt};

use crate::analysis::dispute::between::Bond;
use crate::analysis::dispute::crux::{Crux, Sought};
use crate::analysis::table::column_stance::ColumnStance;
use crate::model::{Attitude, IssueId, Stance, StatementId};
use crate::page::{Field, Table};
use crate::study::{Compared, IssueCompared, PairCompared};
use crate::view::table::value::{condition_value, strength};
use crate::view::wording::naming::{author_keys, column_key, file, range_name};

use self::line::Line;
use super::options::CompareOptions;

/// The rows of the issues that the page shows, each with the key of its group.
pub fn of<'m>(
    compared: &Compared<'m>,
    options: &CompareOptions,
    issues: impl IntoIterator<Item = (IssueId, &'static str)>,
) -> Table {
    let attackers = attackers(compared);
    let found: HashMap<IssueId, &IssueCompared> = compared.issues().iter().map(|it| (it.issue, it)).collect();
    let derived = compared.table.derived_between(options.derived);
    let (map, columns) = (compared.map(), compared.table.columns());
    let mut lines = Vec::new();
    for (issue, group) in issues {
        let cruxes = found.get(&issue).map_or(Vec::new(), |issue| cruxes(compared, issue));
        let line = |column: usize, statement: StatementId, kind: &'static str| Line {
            map,
            issue,
            group,
            side: column_key(map, columns, column),
            statement,
            kind,
            position: None,
            stance: None,
            inferred: false,
            reported: false,
            against: None,
            attacked_by: attackers.get(&(column, statement)).cloned().unwrap_or_default(),
            crux: Vec::new(),
        };
        for (column, stand) in compared.table.positions().shown_on(issue) {
            lines.extend(stand.stances.iter().chain(stand.reports).map(|say| {
                let stance = &map.stances[say.stance];
                Line {
                    position: stance.position.map(|first| [first, stance.to.unwrap_or(first)]),
                    stance: Some(stance),
                    inferred: stance.inferred,
                    reported: say.reported,
                    crux: if say.reported { Vec::new() } else { crux_of(&cruxes, column, stance) },
                    ..line(column, stance.statement, kind(say, stance))
                }
            }));
        }
        for column in derived.columns_on(issue) {
            lines.extend(derived.on(issue, column).iter().map(|it| {
                let attack = &map.relations[it.attack];
                Line {
                    position: Some([it.position; 2]),
                    inferred: attack.inferred,
                    against: Some(attack.to),
                    ..line(column, attack.from, "derived_against")
                }
            }));
        }
    }
    Table::of_records("comparison", &fields(), lines)
}

/// By column and statement: the statements of the other columns that attack it, each once.
fn attackers(compared: &Compared<'_>) -> HashMap<(usize, StatementId), Vec<StatementId>> {
    let mut attackers: HashMap<(usize, StatementId), Vec<StatementId>> = HashMap::new();
    for pair in compared.pairs() {
        let attacks = compared.links(pair).iter().filter(|link| matches!(link.bond, Bond::Attacks | Bond::Weakens));
        for link in attacks {
            let of = attackers.entry((pair[1 - link.from], link.ends[1])).or_default();
            if !of.contains(&link.ends[0]) {
                of.push(link.ends[0]);
            }
        }
    }
    attackers
}

/// Every crux of an issue with the column that it belongs to.
fn cruxes(compared: &Compared<'_>, issue: &IssueCompared) -> Vec<(usize, Crux)> {
    let details = compared.details(issue);
    let of_pair = |pair: &PairCompared| {
        let found = pair.cruxes.iter().filter_map(|sought| match sought {
            Sought::Found(crux) => Some((pair.columns[crux.side], crux.clone())),
            Sought::None | Sought::BeyondLimit => None,
        });
        found.collect::<Vec<_>>()
    };
    details.iter().flat_map(of_pair).collect()
}

/// Statements on which a stance of a column turns, each once.
fn crux_of(cruxes: &[(usize, Crux)], column: usize, stance: &Stance) -> Vec<StatementId> {
    let Some(first) = stance.position else { return Vec::new() };
    let held = [first, stance.to.unwrap_or(first)];
    let is_for = stance.attitude == Attitude::Holds;
    if !is_for && stance.attitude != Attitude::Rejects {
        return Vec::new();
    }
    let mut found = Vec::new();
    let of = |(of, crux): &&(usize, Crux)| *of == column && crux.held == held && crux.is_for == is_for;
    for contested in cruxes.iter().filter(of).flat_map(|(_, crux)| &crux.contested) {
        if !found.contains(&contested.statement) {
            found.push(contested.statement);
        }
    }
    found
}

/// The word of the table of positions for what a stance does.
fn kind(say: &ColumnStance, stance: &Stance) -> &'static str {
    match stance.attitude {
        _ if say.anticipated => "anticipates",
        Attitude::Holds => "for",
        Attitude::Rejects if stance.alone => "not_alone",
        Attitude::Rejects => "against",
        Attitude::Prefers => "first",
        Attitude::Weighs => "weighs",
        Attitude::Raises => "raises",
    }
}

fn fields<'m>() -> Vec<Field<Line<'m>>> {
    let names = |line: &Line<'_>, ids: &[StatementId]| ids.iter().map(|&id| line.map.statement_name(id)).collect();
    vec![
        Field::text("issue", |line: &Line<'_>| line.map.word(line.map.issues[line.issue].name)),
        Field::text("question", |line: &Line<'_>| line.map.text(line.map.issues[line.issue].question)),
        Field::text("group", |line: &Line<'_>| line.group),
        Field::text("side", |line: &Line<'_>| line.side.clone()),
        Field::text("stance", |line: &Line<'_>| line.kind),
        Field::text("position", |line: &Line<'_>| line.position.map(|held| range_name(line.map, held))),
        Field::texts("over", |line: &Line<'_>| {
            let over = line.stance.map_or(&[][..], |stance| &stance.over);
            over.iter().map(|&position| line.map.position_name(position)).collect()
        }),
        Field::text("strength", |line: &Line<'_>| {
            let takes_a_side = |stance: &&Stance| !matches!(stance.attitude, Attitude::Weighs | Attitude::Raises);
            line.stance.filter(takes_a_side).map(|stance| strength(stance.strength))
        }),
        Field::text("condition", |line: &Line<'_>| {
            line.stance.and_then(|stance| stance.condition.as_ref()).map(|it| condition_value(line.map, it))
        }),
        Field::truth("inferred", |line: &Line<'_>| Some(line.inferred)),
        Field::truth("reported", |line: &Line<'_>| Some(line.reported)),
        Field::text("statement", |line: &Line<'_>| line.map.statement_name(line.statement)),
        Field::text("text", |line: &Line<'_>| line.map.text(line.map.statements[line.statement].text).into_owned()),
        Field::text("quote", |line: &Line<'_>| line.quotation().0),
        Field::text("at", |line: &Line<'_>| line.quotation().1),
        Field::texts("authors", |line: &Line<'_>| author_keys(line.map, line.statement)),
        Field::text("file", |line: &Line<'_>| file(line.map, line.map.statements[line.statement].span)),
        Field::whole("line", |line: &Line<'_>| {
            line.map.files.place(line.map.statements[line.statement].span).line.into()
        }),
        Field::text("against", |line: &Line<'_>| line.against.map(|id| line.map.statement_name(id))),
        Field::texts("attacked_by", move |line: &Line<'_>| names(line, &line.attacked_by)),
        Field::texts("crux", move |line: &Line<'_>| names(line, &line.crux)),
    ]
}
