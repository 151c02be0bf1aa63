//! Values of the cells of the position table for programs, and in words for a spreadsheet.

use serde_json::{Value, json};

use crate::analysis::table::bearing::Bearing;
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::orientation::{OnPosition, Orientation, Tally};
use crate::analysis::table::positions::IssueStance;
use crate::model::{Attitude, Condition, Map, PositionId, Strength};
use crate::text::list::and;
use crate::view::wording::naming::{counted, range_name, statement_value};
use crate::view::wording::sign::word;

/// An issue's cell: its stance, the positions spoken of, counts, and every statement behind it.
pub fn issue_value(map: &Map, stand: &IssueStance<'_>) -> Value {
    let positions: Vec<Value> = stand.positions.iter().map(|cell| on_position(map, cell)).collect();
    json!({
        "stance": word(stand.issue.orientation),
        "positions": positions,
        "counts": counts(&with_reports(stand, stand.issue.tally, stand.reports)),
        "statements": stand.stances.iter().chain(stand.reports).map(|say| note_value(map, say)).collect::<Vec<_>>(),
    })
}

/// The stance of a column on one position, for programs.
pub fn position_value(map: &Map, stand: &IssueStance<'_>, position: PositionId) -> Value {
    let bears = |say: &&ColumnStance| say.bearings(map).any(|(on, _)| on == position);
    let reports: Vec<ColumnStance> = stand.reports.iter().filter(bears).copied().collect();
    let (mut value, tally) = match stand.on(position) {
        Some(cell) => (on_position(map, cell), cell.tally),
        None => (json!({ "stance": word(Orientation::Silent), "counts": {}, "statements": [] }), Tally::NONE),
    };
    value["counts"] = counts(&with_reports(stand, tally, &reports));
    value["statements"] = stand.bearing_on(position).chain(&reports).map(|say| note_value(map, say)).collect();
    value
}

/// The counts of a cell with how many statements of others report something.
fn with_reports(stand: &IssueStance<'_>, tally: Tally, reports: &[ColumnStance]) -> Tally {
    if reports.is_empty() {
        return Tally { reported: 0, ..tally };
    }
    Tally { reported: stand.count(reports.iter().copied()).statements, ..tally }
}

fn on_position(map: &Map, cell: &OnPosition) -> Value {
    let mut value = json!({
        "position": map.position_name(cell.position),
        "stance": word(cell.orientation),
        "held": cell.held,
        "rejected": cell.rejected,
        "alone": cell.alone,
        "counts": counts(&cell.tally),
    });
    if let Some(bearing) = cell.exception {
        value["exception"] = if bearing == Bearing::Holds { "for" } else { "against" }.into();
    }
    value
}

fn counts(tally: &Tally) -> Value {
    json!({
        "statements": tally.statements,
        "inferred": tally.inferred,
        "reported": tally.reported,
        "unstated": tally.unstated,
        "anticipated": tally.anticipated,
        "strongly": tally.strongly,
        "tentatively": tally.tentatively,
        "conditional": tally.conditioned,
    })
}

/// A stance with its statement.
pub fn note_value(map: &Map, say: &ColumnStance) -> Value {
    let stance = &map.stances[say.stance];
    let mut value = statement_value(map, stance.statement);
    value["attitude"] = stance.attitude.word().into();
    value["position"] = stance.position.map(|position| map.position_name(position)).into();
    if let Some(last) = stance.to {
        value["to"] = map.position_name(last).into();
    }
    value["over"] = stance.over.iter().map(|&position| map.position_name(position)).collect();
    value["strength"] = strength(stance.strength).into();
    value["alone"] = stance.alone.into();
    value["condition"] = stance.condition.as_ref().map(|it| condition_value(map, it)).into();
    value["inferred"] = stance.inferred.into();
    value["reported"] = say.reported.into();
    value
}

/// A condition for programs: its words, with `unless` before them where it says so.
pub fn condition_value(map: &Map, condition: &Condition) -> String {
    if condition.is_unless() { map.condition(condition) } else { map.text(condition.words).into_owned() }
}

/// The word for a strength.
pub fn strength(strength: Strength) -> &'static str {
    strength.qualifier().words().next().unwrap_or("plainly")
}

/// An issue's cell in words; empty for silence.
pub fn issue_words(map: &Map, stand: &IssueStance<'_>) -> String {
    if stand.issue.orientation == Orientation::Silent {
        return report_words(map, stand.reports);
    }
    let on = |cell: &OnPosition| sides(map, stand, cell, Some(map.position_name(cell.position)));
    let mut parts: Vec<String> = match stand.issue.held {
        // All steps of a range are held alike.
        Some(held) if held[0] != held[1] && stand.stances.iter().all(|say| say.to.is_none_or(|to| to == held[1])) => {
            let (steps, rest): (Vec<&OnPosition>, Vec<&OnPosition>) =
                stand.positions.iter().partition(|cell| cell.held && cell.position != held[0]);
            let first = format!("for {}", map.position_name(held[0]));
            let range = format!("from {}", range_name(map, held));
            let rest = rest.into_iter().flat_map(on).map(|part| match part.strip_prefix(&first) {
                Some(more) => range.clone() + more,
                None => part,
            });
            let rejected = steps.into_iter().filter(|cell| cell.rejected).flat_map(on);
            rest.chain(rejected).collect()
        }
        _ => stand.positions.iter().flat_map(on).collect(),
    };
    let weighs = |say: &ColumnStance| say.attitude == Attitude::Weighs && !say.anticipated;
    if stand.stances.iter().any(weighs) {
        parts.push("weighs it".to_owned());
    }
    let own = cell_words(stand.issue.orientation, &parts, &stand.issue.tally);
    [own, report_words(map, stand.reports)].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ")
}

/// Reports by others, in words: `reported for roads`.
fn report_words(map: &Map, reports: &[ColumnStance]) -> String {
    let words = |say: &ColumnStance| {
        let side = match say.attitude {
            Attitude::Holds if say.to.is_some() => "from",
            Attitude::Holds => "for",
            Attitude::Rejects => "against",
            Attitude::Prefers => "before others",
            Attitude::Weighs => "both ways",
            Attitude::Raises => "asking",
        };
        let name = say.position.map(|first| format!(" {}", range_name(map, [first, say.to.unwrap_or(first)])));
        format!("reported {side}{}", name.unwrap_or_default())
    };
    let mut words: Vec<String> = reports.iter().map(words).collect();
    words.dedup();
    words.join("; ")
}

/// A position's cell in words; empty for silence.
pub fn position_words(map: &Map, stand: &IssueStance<'_>, position: PositionId) -> String {
    let bears = |say: &&ColumnStance| say.bearings(map).any(|(on, _)| on == position);
    let reports: Vec<ColumnStance> = stand.reports.iter().filter(bears).copied().collect();
    let own = stand.on(position).map(|cell| {
        let parts = sides(map, stand, cell, None);
        let parts = if parts == [word(cell.orientation)] { &[] } else { parts.as_slice() };
        cell_words(cell.orientation, parts, &cell.tally)
    });
    let reported = Some(report_words(map, &reports)).filter(|words| !words.is_empty());
    own.into_iter().chain(reported).collect::<Vec<_>>().join("; ")
}

fn cell_words(standing: Orientation, parts: &[String], tally: &Tally) -> String {
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    format!("{}{parts} ({})", word(standing), tally_words(tally))
}

/// How a position is spoken of, a part for each side: `for roads`, `against police alone`, `for roads if it rains`, and of
/// who changed `for roads in 2010`.
fn sides(map: &Map, stand: &IssueStance<'_>, cell: &OnPosition, name: Option<&str>) -> Vec<String> {
    let named = |word: &str| name.map_or(word.to_owned(), |name| format!("{word} {name}"));
    let mut sides = Vec::new();
    let both = [(cell.held, "for", Bearing::Holds, ""), (cell.rejected, "against", Bearing::Rejects, " alone")];
    for (_, side, bearing, alone) in both.into_iter().filter(|(holds, ..)| *holds) {
        let alone = if cell.alone { alone } else { "" };
        let mut words = named(side) + alone;
        let bears = |say: &&ColumnStance| say.bearings(map).any(|found| found == (cell.position, bearing));
        let spoken = stand.bearing_on(cell.position).filter(|say| !say.anticipated);
        let stances: Vec<&ColumnStance> = spoken.filter(bears).collect();
        let conditions = stances.iter().map(|say| map.stances[say.stance].condition.as_ref());
        if let Some(conditions) = conditions.collect::<Option<Vec<_>>>() {
            let mut conditions: Vec<_> = conditions.into_iter().map(|it| map.condition(it)).collect();
            conditions.dedup();
            words += &format!(" {}", conditions.join(" or "));
        }
        if stand.issue.orientation == Orientation::Changed {
            let date = |say: &&ColumnStance| map.date_of(say.statement);
            let mut dates: Vec<_> = stances.iter().filter_map(date).collect();
            dates.sort_by_key(|date| date.first_day());
            dates.dedup();
            let dates: Vec<String> = dates.iter().map(ToString::to_string).collect();
            words += &format!(" in {}", and(dates));
        }
        sides.push(words);
    }
    let is_told = |bearing: &Bearing| *bearing == Bearing::Holds || map.positions[cell.position].name.is_some();
    if let Some(bearing) = cell.exception.filter(is_told) {
        let side = if bearing == Bearing::Holds { "for" } else { "against" };
        let of = |say: &&ColumnStance| say.bearings(map).any(|found| found == (cell.position, bearing));
        let spoken = stand.stances.iter().filter(|say| say.conditional && !say.anticipated).filter(of);
        let conditions = spoken.filter_map(|say| map.stances[say.stance].condition.as_ref());
        let conditions: Vec<String> = conditions.map(|condition| map.condition(condition)).collect();
        sides.push(format!("except {} {}", named(side), conditions.join(" or ")));
    }
    if matches!(cell.orientation, Orientation::Preferred | Orientation::Second) {
        sides.push(named(word(cell.orientation)));
    }
    sides
}

fn tally_words(tally: &Tally) -> String {
    let mut words = vec![counted(tally.statements as usize, "statement")];
    let parts = [
        (tally.strongly, "strongly"),
        (tally.tentatively, "tentatively"),
        (tally.conditioned, "on a condition"),
        (tally.inferred, "inferred"),
        (tally.reported, "reported"),
        (tally.unstated, "unstated"),
        (tally.anticipated, "anticipated"),
    ];
    words.extend(parts.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}")));
    words.join("; ")
}
