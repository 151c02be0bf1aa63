//! What a cell of the position table shows: signs for people, with a text or a quotation where that is asked.

use crate::analysis::table::bearing::Bearing;
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::orientation::{OnPosition, Orientation, Tally};
use crate::analysis::table::positions::IssueStance;
use crate::model::{Attitude, Map, PositionId};
use crate::page::{Mark, Runs};
use crate::view::wording::sign::{Legend, Sign};

/// What stands below the row of a position.
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
        Orientation::Silent => return legend.silent(),
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
    // What is held comes first, then what is rejected, then what is only ranked.
    for cell in stand.positions.iter().filter(|cell| cell.held) {
        lines.push(side_line(map, stand, cell, Bearing::Holds, false, true, legend));
    }
    for cell in stand.positions.iter().filter(|cell| cell.rejected) {
        if map.positions[cell.position].name.is_some() || cell.alone {
            lines.push(side_line(map, stand, cell, Bearing::Rejects, true, true, legend));
        }
    }
    for (cell, bearing) in stand.positions.iter().filter_map(|cell| Some((cell, cell.exception?))) {
        // Of yes and no, the one that is held except says all.
        if bearing == Bearing::Holds || map.positions[cell.position].name.is_some() {
            lines.push(exception_line(map, stand, cell, bearing, true, legend));
        }
    }
    for cell in stand.positions.iter().filter(|cell| cell.orientation == Orientation::Preferred) {
        lines.push(ranked_line(map, stand, cell.position, true, legend));
    }
    lines.extend(legend.anticipated(&anticipated));
    join_lines(lines)
}

/// The counts of what authors say themselves, and of the objections that they anticipate.
fn apart<'p>(stand: &IssueStance<'_>, stances: impl Iterator<Item = &'p ColumnStance>) -> (Tally, Tally) {
    let (anticipated, own): (Vec<ColumnStance>, Vec<ColumnStance>) = stances.copied().partition(|say| say.anticipated);
    (stand.count(own.into_iter()), stand.count(anticipated.into_iter()))
}

fn side_line(
    map: &Map,
    stand: &IssueStance<'_>,
    cell: &OnPosition,
    bearing: Bearing,
    against: bool,
    named: bool,
    legend: &mut Legend,
) -> Runs {
    let bears = |say: &&ColumnStance| say.bearings(map).any(|found| found == (cell.position, bearing));
    let bearing_so = stand.bearing_on(cell.position).filter(|say| !say.anticipated).filter(bears);
    let tally = stand.count(bearing_so.copied());
    let conditional = tally.statements > 0 && tally.conditioned == tally.statements;
    let mut runs = legend.side(against, conditional, &tally);
    if named {
        runs.push(Mark::Plain, " ");
        runs.push(Mark::Name, map.position_name(cell.position));
    }
    if bearing == Bearing::Rejects && cell.alone {
        legend.uses(Sign::Alone);
        runs.push(Mark::Plain, " alone");
    }
    with_count(runs, &tally, legend)
}

/// `except (+) yes`: what is said on a condition, beside the opposite, which is said without one.
fn exception_line(
    map: &Map,
    stand: &IssueStance<'_>,
    cell: &OnPosition,
    bearing: Bearing,
    named: bool,
    legend: &mut Legend,
) -> Runs {
    let cell = &OnPosition { alone: false, ..*cell };
    let line = side_line(map, stand, cell, bearing, bearing == Bearing::Rejects, named, legend);
    let mut runs = Runs::from("except ");
    runs.append(line);
    runs
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
