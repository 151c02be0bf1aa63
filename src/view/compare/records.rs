//! A comparison as one flat table: a row for each stance of each side, and for each statement of a crux.

mod crux;
mod line;

use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::derived::Derived;
use crate::model::Map;
use crate::page::{Field, Table};
use crate::study::{Compared, IssueCompared};
use crate::view::table::value::{condition_value, strength};
use crate::view::wording::naming::{author_keys, column_key, file, range_name};

use super::options::CompareOptions;
use super::verdict::key;

pub use self::line::Line;

/// The rows as one flat table, whose keys are a promise to programs.
pub fn records(lines: Vec<Line<'_>>) -> Table {
    Table::of_records("comparison", &fields(), lines)
}

/// The rows of all issues that are shown.
pub fn of(compared: &Compared<'_>, options: &CompareOptions) -> Table {
    let derived = compared.table.derived_between(options.derived);
    let mut lines = Vec::new();
    for issue in compared.issues().iter().filter(|issue| options.shows(issue)) {
        add(&mut lines, compared, issue);
        add_derived(&mut lines, compared, derived, issue);
    }
    records(lines)
}

/// Adds the rows of an issue: the stances, then the cruxes, which have a number for each issue.
pub fn add<'m>(lines: &mut Vec<Line<'m>>, compared: &Compared<'m>, issue: &IssueCompared) {
    let (map, columns) = (compared.map(), compared.table.columns());
    for (column, stand) in compared.table.positions().shown_on(issue.issue) {
        let side = column_key(map, columns, column);
        lines.extend(stand.stances.iter().chain(stand.reports).map(|say| of_stance(map, issue, &side, say)));
    }
    let mut number = 0;
    for pair in compared.details(issue).iter().filter(|pair| !pair.cruxes.is_empty()) {
        let sides = pair.columns.map(|column| column_key(map, columns, column));
        for sought in &pair.cruxes {
            number += 1;
            lines.extend(crux::rows(map, issue.issue, pair.found.verdict, &sides, sought, number));
        }
    }
}

/// Adds the derived stances of an issue, with the attitude `against-ground` and the statement that each is against.
pub fn add_derived<'m>(lines: &mut Vec<Line<'m>>, compared: &Compared<'m>, derived: &Derived, issue: &IssueCompared) {
    let (map, columns) = (compared.map(), compared.table.columns());
    for column in derived.columns_on(issue.issue) {
        for it in derived.on(issue.issue, column) {
            let attack = &map.relations[it.attack];
            lines.push(Line {
                statement: Some(attack.from),
                position: Some([it.position; 2]),
                inferred: attack.inferred,
                against: Some(attack.to),
                ..Line::new(map, issue.issue, issue.sharpest(), column_key(map, columns, column), "against-ground")
            });
        }
    }
}

fn of_stance<'m>(map: &'m Map, issue: &IssueCompared, side: &str, say: &ColumnStance) -> Line<'m> {
    let stance = &map.stances[say.stance];
    Line {
        statement: Some(stance.statement),
        position: stance.position.map(|first| [first, stance.to.unwrap_or(first)]),
        stance: Some(stance),
        inferred: stance.inferred,
        reported: say.reported,
        ..Line::new(map, issue.issue, issue.sharpest(), side.to_owned(), stance.attitude.word())
    }
}

fn fields<'m>() -> Vec<Field<Line<'m>>> {
    vec![
        Field::text("issue", |line: &Line<'_>| line.map.word(line.map.issues[line.issue].name)),
        Field::text("question", |line: &Line<'_>| line.map.text(line.map.issues[line.issue].question)),
        Field::text("verdict", |line: &Line<'_>| key(line.verdict)),
        Field::text("side", |line: &Line<'_>| line.side.clone()),
        Field::text("statement", |line: &Line<'_>| line.statement.map(|id| line.map.statement_name(id))),
        Field::text("attitude", |line: &Line<'_>| line.attitude),
        Field::text("position", |line: &Line<'_>| line.position.map(|held| range_name(line.map, held))),
        Field::texts("over", |line: &Line<'_>| {
            let over = line.stance.map_or(&[][..], |stance| &stance.over);
            over.iter().map(|&position| line.map.position_name(position)).collect()
        }),
        Field::text("strength", |line: &Line<'_>| line.stance.map(|stance| strength(stance.strength))),
        Field::truth("alone", |line: &Line<'_>| line.stance.map(|stance| stance.alone)),
        Field::text("condition", |line: &Line<'_>| {
            line.stance.and_then(|stance| stance.condition.as_ref()).map(|it| condition_value(line.map, it))
        }),
        Field::truth("inferred", |line: &Line<'_>| Some(line.inferred)),
        Field::truth("reported", |line: &Line<'_>| Some(line.reported)),
        Field::text("text", |line: &Line<'_>| {
            line.statement.map(|id| line.map.text(line.map.statements[id].text).into_owned())
        }),
        Field::text("quote", |line: &Line<'_>| line.quotation().0),
        Field::text("at", |line: &Line<'_>| line.quotation().1),
        Field::texts("authors", |line: &Line<'_>| line.statement.map_or(Vec::new(), |id| author_keys(line.map, id))),
        Field::text("file", |line: &Line<'_>| line.statement.map(|id| file(line.map, line.map.statements[id].span))),
        Field::whole("line", |line: &Line<'_>| {
            line.statement.map(|id| line.map.files.place(line.map.statements[id].span).line)
        }),
        Field::text("against", |line: &Line<'_>| line.against.map(|id| line.map.statement_name(id))),
        Field::text("versus", |line: &Line<'_>| line.crux.as_ref().map(|crux| crux.versus.clone())),
        Field::whole("crux", |line: &Line<'_>| line.crux.as_ref().map(|crux| crux.number)),
        Field::texts("attacked_by", |line: &Line<'_>| {
            let attacks = line.crux.iter().flat_map(|crux| &crux.attacks);
            attacks.map(|&attack| line.map.statement_name(line.map.relations[attack].from)).collect()
        }),
    ]
}
