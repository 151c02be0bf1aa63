//! Cells of an issue in one column: signs for people, with a text or a quotation where that is asked.

use crate::analysis::table::bearing::Bearing;
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::orientation::{OnPosition, Orientation, Tally};
use crate::analysis::table::positions::IssueStance;
use crate::model::{Attitude, Map, PositionId};
use crate::page::{Mark, Runs};
use crate::view::wording::naming::range_name;
use crate::view::wording::sign::{Legend, Sign};

/// Passages below the row of a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Content {
    /// Nothing more than the words of its cells.
    #[default]
    Words,
    /// Of each who speaks of it, the shortest statement behind the word.
    Text,
    /// Of each the first quotation of the statement that says it most firmly, with its place.
    Quotes,
}

impl Content {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(Content, &str, &str)] = &[
        (Content::Words, "words", "How each stands, in a word"),
        (Content::Text, "text", "Also the shortest statement of each, below the row"),
        (Content::Quotes, "quotes", "Also a quotation of each with its place, below the row"),
    ];
}

/// An issue's cell: a line for each position that is held, rejected or ranked, one for what names no position, and one for
/// anticipated objections.
pub fn issue_signs(map: &Map, stand: &IssueStance<'_>, legend: &mut Legend) -> Runs {
    let all = stand.issue.tally;
    let (own, anticipated) = if all.anticipated == 0 { (all, Tally::NONE) } else { apart(stand, stand.stances.iter()) };
    let mut lines = Vec::new();
    let weighed = match stand.issue.orientation {
        Orientation::Ambivalent => stand.tally(|say| say.attitude == Attitude::Weighs && !say.anticipated),
        _ => Tally::NONE,
    };
    let mut mixed = match stand.issue.orientation {
        Orientation::Silent if stand.reports.is_empty() => return legend.silent(),
        Orientation::Raises if own.statements > 0 => with_count(legend.neither(Sign::Raises, &own), &own, legend),
        Orientation::Ambivalent => legend.neither(Sign::Ambivalent, &own),
        Orientation::Changed => legend.neither(Sign::Changed, &own),
        _ => Runs::new(),
    };
    if weighed.statements > 0 {
        mixed = with_count(mixed.with(Mark::Plain, " weighs"), &weighed, legend);
    }
    if !mixed.is_empty() {
        lines.push(mixed);
    }
    // Positions held come first, then those rejected, then those only ranked.
    let (excepted, said) = exceptions(map, stand);
    let (ranges, of_one): (Vec<ColumnStance>, Vec<ColumnStance>) = said.into_iter().partition(|say| say.to.is_some());
    let holds = |say: &ColumnStance, on| say.bearings(map).any(|found| found == (on, Bearing::Holds));
    for cell in stand.positions.iter().filter(|cell| cell.held) {
        if of_one.iter().any(|say| holds(say, cell.position)) {
            lines.push(side_line(map, stand, &of_one, cell, Bearing::Holds, true, legend));
        }
    }
    lines.extend(range_lines(map, stand, &ranges, legend));
    for cell in stand.positions.iter().filter(|cell| cell.rejected) {
        if map.positions[cell.position].name.is_some() || cell.alone {
            lines.push(side_line(map, stand, &of_one, cell, Bearing::Rejects, true, legend));
        }
    }
    lines.extend(exception_lines(map, stand, excepted, legend));
    for cell in stand.positions.iter().filter(|cell| cell.orientation == Orientation::Preferred) {
        lines.push(ranked_line(map, stand, cell.position, true, legend));
    }
    lines.extend(legend.anticipated(&anticipated));
    lines.extend(report_lines(map, stand, stand.reports, legend));
    join_lines(lines)
}

/// The counts of what authors say themselves, and of the objections that they anticipate.
fn apart<'p>(stand: &IssueStance<'_>, stances: impl Iterator<Item = &'p ColumnStance>) -> (Tally, Tally) {
    let (anticipated, own): (Vec<ColumnStance>, Vec<ColumnStance>) = stances.copied().partition(|say| say.anticipated);
    (stand.count(own.into_iter()), stand.count(anticipated.into_iter()))
}

/// `“+” roads`: what others report, a line for each thing that they report.
fn report_lines(map: &Map, stand: &IssueStance<'_>, reports: &[ColumnStance], legend: &mut Legend) -> Vec<Runs> {
    let line = |(say, tally): (ColumnStance, Tally)| {
        let (attitude, position, to) = (say.attitude, say.position, say.to);
        let mut runs = match attitude {
            Attitude::Holds | Attitude::Rejects => {
                legend.side(attitude == Attitude::Rejects, tally.conditioned == tally.statements, &tally)
            }
            Attitude::Prefers => legend.neither(Sign::Ranked, &tally),
            Attitude::Weighs => legend.neither(Sign::Ambivalent, &tally),
            Attitude::Raises => legend.neither(Sign::Raises, &tally),
        };
        if let Some(first) = position {
            runs = runs.with(Mark::Plain, " ").with(Mark::Name, range_name(map, [first, to.unwrap_or(first)]));
        }
        with_count(runs, &tally, legend)
    };
    stand.alike(reports).into_iter().map(line).collect()
}

/// Stances on a condition that are exceptions to what is said without one, and all others; objections that are anticipated apart.
fn exceptions(map: &Map, stand: &IssueStance<'_>) -> (Vec<ColumnStance>, Vec<ColumnStance>) {
    let excepted = stand.exceptions(map);
    let spoken = stand.stances.iter().filter(|say| !say.anticipated).copied();
    spoken.partition(|say| excepted.contains(&say.stance))
}

/// The line of a position, of those that bear on it so among what is said.
fn side_line(
    map: &Map,
    stand: &IssueStance<'_>,
    said: &[ColumnStance],
    cell: &OnPosition,
    bearing: Bearing,
    named: bool,
    legend: &mut Legend,
) -> Runs {
    let so = |say: &ColumnStance| say.bearings(map).any(|found| found == (cell.position, bearing));
    let bearing_so: Vec<ColumnStance> = said.iter().filter(|say| so(say)).copied().collect();
    let tally = stand.count(bearing_so.iter().copied());
    let conditional = tally.statements > 0 && tally.conditioned == tally.statements;
    let mut runs = legend.side(bearing == Bearing::Rejects, conditional, &tally);
    if named {
        runs.push(Mark::Plain, " ");
        runs.push(Mark::Name, map.position_name(cell.position));
    }
    if bearing == Bearing::Rejects && bearing_so.iter().all(|say| say.alone) {
        legend.uses(Sign::Alone);
        runs.push(Mark::Plain, " alone");
    }
    with_count(runs, &tally, legend)
}

/// `+ none to some`: a line for each range that is held, in the order of the scale.
fn range_lines(map: &Map, stand: &IssueStance<'_>, ranges: &[ColumnStance], legend: &mut Legend) -> Vec<Runs> {
    let line = |(say, tally): (ColumnStance, Tally)| {
        let mut runs = legend.side(false, tally.conditioned == tally.statements, &tally);
        if let (Some(first), Some(last)) = (say.position, say.to) {
            runs = runs.with(Mark::Plain, " ").with(Mark::Name, range_name(map, [first, last]));
        }
        with_count(runs, &tally, legend)
    };
    stand.alike(ranges).into_iter().map(line).collect()
}

/// `except (+) yes`: what is said on a condition, beside the opposite, which is said without one.
fn exception_lines(map: &Map, stand: &IssueStance<'_>, excepted: Vec<ColumnStance>, legend: &mut Legend) -> Vec<Runs> {
    let (ranges, of_one): (Vec<ColumnStance>, Vec<ColumnStance>) =
        excepted.into_iter().partition(|say| say.to.is_some());
    let mut lines = Vec::new();
    for cell in stand.positions {
        // Of yes and no, the one that is held except says all.
        let told = if map.positions[cell.position].name.is_some() { 2 } else { 1 };
        for bearing in [Bearing::Holds, Bearing::Rejects].into_iter().take(told) {
            if of_one.iter().any(|say| say.bearings(map).any(|found| found == (cell.position, bearing))) {
                lines.push(side_line(map, stand, &of_one, cell, bearing, true, legend));
            }
        }
    }
    lines.extend(range_lines(map, stand, &ranges, legend));
    lines.into_iter().map(|line| Runs::from("except ").joined(line)).collect()
}

/// `ssr > engineering`: what is ranked over what. A position's own cell (not `named`) also says what it is ranked under.
fn ranked_line(map: &Map, stand: &IssueStance<'_>, position: PositionId, named: bool, legend: &mut Legend) -> Runs {
    let (mut over, mut under) = (Vec::new(), Vec::new());
    let spoken = || stand.bearing_on(position).filter(|say| !say.anticipated);
    for say in spoken() {
        let stance = &map.stances[say.stance];
        match stance.position.filter(|_| stance.attitude == Attitude::Prefers) {
            Some(first) if first == position => over.extend_from_slice(&stance.over),
            Some(first) if stance.over.contains(&position) && !named => under.push(first),
            _ => {}
        }
    }
    let is_rank = |(on, how): (PositionId, Bearing)| on == position && matches!(how, Bearing::First | Bearing::Second);
    let ranks = stand.count(spoken().filter(|say| say.bearings(map).any(is_rank)).copied());
    let mut parts = Vec::new();
    if named {
        parts.push(Runs::new().with(Mark::Name, map.position_name(position)));
    }
    for (mut positions, sign) in [(over, Sign::Ranked), (under, Sign::Under)] {
        positions.sort_unstable();
        positions.dedup();
        if !positions.is_empty() {
            let names: Vec<&str> = positions.into_iter().map(|position| map.position_name(position)).collect();
            parts.push(legend.neither(sign, &ranks).with(Mark::Plain, " ").with(Mark::Name, names.join(", ")));
        }
    }
    with_count(join(parts, " "), &ranks, legend)
}

fn with_count(mut runs: Runs, tally: &Tally, legend: &mut Legend) -> Runs {
    runs.append(legend.count(tally));
    runs
}

fn join_lines(lines: Vec<Runs>) -> Runs {
    join(lines, "\n")
}

fn join(parts: Vec<Runs>, between: &str) -> Runs {
    let mut joined = Runs::new();
    for (index, part) in parts.into_iter().enumerate() {
        if index > 0 {
            joined.push(Mark::Plain, between);
        }
        joined.append(part);
    }
    joined
}

/// An issue's cell in one line.
pub fn issue_signs_in_line(map: &Map, stand: &IssueStance<'_>, legend: &mut Legend) -> Runs {
    let mut runs = issue_signs(map, stand, legend);
    for run in &mut runs.pieces {
        if run.text == "\n" {
            run.text = " · ".to_owned();
        }
    }
    runs
}
