//! What a cell of the position table shows: signs for people, with a text or a quotation where that is asked.

use crate::analysis::positions::{Bearing, OnPosition, Positions, Stand, Standing, Tally, bearings};
use crate::model::{Attitude, Map, PositionId, StatementId};
use crate::page::{Mark, Runs};
use crate::view::naming::quotation;
use crate::view::sign::{Legend, Sign};

/// What stands in a cell below its signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Content {
    /// Nothing more.
    #[default]
    Signs,
    /// The shortest statement behind it.
    Text,
    /// The shortest quotation behind it, with its place.
    Quotes,
}

/// An issue's cell: a line for each position that is held, rejected or ranked, and one for what names no position.
pub fn issue_signs(map: &Map, stand: &Stand<'_>, legend: &mut Legend) -> Runs {
    let mut lines = Vec::new();
    match stand.issue.standing {
        Standing::Silent => return legend.silent(),
        Standing::Raises => {
            return with_count(legend.neither(Sign::Raises, &stand.issue.tally), &stand.issue.tally, legend);
        }
        Standing::Ambivalent => lines.push(legend.neither(Sign::Ambivalent, &stand.issue.tally)),
        Standing::Changed => lines.push(legend.neither(Sign::Changed, &stand.issue.tally)),
        _ => {}
    }
    let weighed = tally(map, stand, |stance| map.stances[stance].attitude == Attitude::Weighs);
    if weighed.statements > 0 {
        lines.push(with_count(Runs::from("weighs"), &weighed, legend));
    }
    for cell in stand.positions {
        let position = &map.positions[cell.position];
        let yes_no = position.name.is_none();
        let name = map.position_name(cell.position);
        if cell.held {
            lines.push(side_line(map, stand, cell, Bearing::Holds, position.is_no, Some(name), legend));
        }
        if cell.rejected && (!yes_no || cell.alone) {
            lines.push(side_line(map, stand, cell, Bearing::Rejects, true, Some(name), legend));
        }
        if cell.standing == Standing::Preferred {
            lines.push(ranked_line(map, stand, cell.position, Some(name), legend));
        }
    }
    join_lines(lines)
}

/// A position's cell.
pub fn position_signs(map: &Map, stand: &Stand<'_>, position: PositionId, legend: &mut Legend) -> Runs {
    let Some(cell) = stand.on(position) else { return legend.silent() };
    let mut lines = Vec::new();
    match cell.standing {
        Standing::Raises => return with_count(legend.neither(Sign::Raises, &cell.tally), &cell.tally, legend),
        Standing::Preferred | Standing::Second => return ranked_line(map, stand, position, None, legend),
        Standing::Ambivalent => lines.push(legend.neither(Sign::Ambivalent, &cell.tally)),
        Standing::Changed => lines.push(legend.neither(Sign::Changed, &cell.tally)),
        _ => {}
    }
    if cell.held {
        lines.push(side_line(map, stand, cell, Bearing::Holds, false, None, legend));
    }
    if cell.rejected {
        lines.push(side_line(map, stand, cell, Bearing::Rejects, true, None, legend));
    }
    join_lines(lines)
}

/// The statement or quotation that stands below the signs: the shortest, and of equally short ones the first.
pub fn words(map: &Map, stand: &Stand<'_>, position: Option<PositionId>, content: Content) -> Runs {
    let bears = |stance| position.is_none_or(|position| bearings(map, stance).any(|(on, _)| on == position));
    let says = stand.says.iter().map(|say| say.stance).filter(|&stance| bears(stance));
    let statements: Vec<StatementId> = says.map(|stance| map.stances[stance].statement).collect();
    let text = || {
        let shortest = statements.iter().min_by_key(|id| map.text(map.statements[**id].text).chars().count());
        shortest.map_or(Runs::new(), |id| map.text(map.statements[*id].text).into_owned().into())
    };
    match content {
        Content::Signs => Runs::new(),
        Content::Text => text(),
        Content::Quotes => {
            let quotations = statements.iter().flat_map(|&id| map.quotations_of(id));
            let shortest = quotations.min_by_key(|id| map.text(map.quotations[**id].words).chars().count());
            shortest.map_or_else(text, |&id| quotation(map, id))
        }
    }
}

fn side_line(
    map: &Map,
    stand: &Stand<'_>,
    cell: &OnPosition,
    bearing: Bearing,
    against: bool,
    name: Option<&str>,
    legend: &mut Legend,
) -> Runs {
    let tally = tally(map, stand, |stance| bearings(map, stance).any(|found| found == (cell.position, bearing)));
    let conditional = tally.statements > 0 && tally.conditioned == tally.statements;
    let mut runs = legend.side(against, conditional, &tally);
    if let Some(name) = name {
        runs.push(Mark::Plain, " ");
        runs.push(Mark::Name, name);
    }
    if bearing == Bearing::Rejects && cell.alone {
        legend.uses(Sign::Alone);
        runs.push(Mark::Plain, " alone");
    }
    with_count(runs, &tally, legend)
}

/// `ssr > engineering`: what is ranked first and last; of a position's own cell without its name.
fn ranked_line(map: &Map, stand: &Stand<'_>, position: PositionId, name: Option<&str>, legend: &mut Legend) -> Runs {
    let (mut over, mut under) = (Vec::new(), Vec::new());
    for say in stand.says {
        let stance = &map.stances[say.stance];
        match stance.position {
            Some(first) if stance.attitude == Attitude::Prefers && first == position => over.extend(&stance.over),
            Some(first) if stance.over.contains(&position) => under.push(first),
            _ => {}
        }
    }
    let ranks = tally(map, stand, |stance| {
        bearings(map, stance).any(|(on, how)| on == position && matches!(how, Bearing::First | Bearing::Second))
    });
    let mut runs = Runs::new();
    if let Some(name) = name {
        runs.push(Mark::Name, name);
        runs.push(Mark::Plain, " ");
    }
    for (index, (mut positions, sign)) in [(over, Sign::Ranked), (under, Sign::Under)].into_iter().enumerate() {
        positions.sort_unstable();
        positions.dedup();
        if !positions.is_empty() && !(name.is_some() && index > 0) {
            if index > 0 && !runs.is_empty() {
                runs.push(Mark::Plain, " ");
            }
            runs.append(legend.neither(sign, &ranks));
            let names: Vec<&str> = positions.into_iter().map(|position| map.position_name(position)).collect();
            runs.push(Mark::Plain, " ");
            runs.push(Mark::Name, names.join(", "));
        }
    }
    with_count(runs, &ranks, legend)
}

fn tally(map: &Map, stand: &Stand<'_>, wanted: impl Fn(crate::model::StanceId) -> bool) -> Tally {
    Positions::tally(map, stand.says.iter().copied().filter(|say| wanted(say.stance)))
}

fn with_count(runs: Runs, tally: &Tally, legend: &mut Legend) -> Runs {
    let mut runs = runs.with(Mark::Plain, " ");
    runs.append(legend.count(tally));
    runs
}

fn join_lines(lines: Vec<Runs>) -> Runs {
    let mut joined = Runs::new();
    for (index, line) in lines.into_iter().enumerate() {
        if index > 0 {
            joined.push(Mark::Plain, "\n");
        }
        joined.append(line);
    }
    joined
}
