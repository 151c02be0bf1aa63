//! Division: how much each issue divides those who speak to it, and into which camps.
//!
//! Issues of every kind are put into one order by one question: of two who speak here, how far are they apart? On a scale
//! that is the part of it that lies between them; on every other kind it is all or nothing. Only what is held or rejected
//! outright enters; a condition does not change it, and silence is never an answer.

mod camp;
mod spread;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::model::{Answers, Issue, IssueId, Map, PositionId};

pub use self::camp::{Camp, Member, Side, camps};
pub use self::spread::Spread;
use super::column::Who;
use super::measure::alpha::{Alpha, Metric};
use super::positions::{Positions, Stand, Standing};

/// How an issue divides those who speak to it.
#[derive(Debug)]
pub struct Division {
    /// The issue.
    pub issue: IssueId,
    /// How far apart they are.
    pub spread: Spread,
    /// The part of this issue in the α of its pool: by how much those who speak here are nearer than chance. `None` on
    /// choices and open issues, and where the pool has no other issue from which chance could be drawn.
    pub alpha: Option<f64>,
    /// Of an open issue: how far apart they are on each position of which anybody takes a side, for or against.
    pub positions: Vec<(PositionId, Spread)>,
    /// Who stands where.
    pub camps: Vec<Camp>,
}

/// Issues whose answers can be held against each other: all yes/no issues, or all scales of one length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pool {
    /// Yes or no.
    YesNo,
    /// Scales of so many positions.
    Scale(usize),
}

/// The issues of a map in the order in which they divide.
#[derive(Debug)]
pub struct Divisions {
    /// Every issue that anybody speaks to: what divides most comes first, what is undefined last.
    pub issues: Vec<Division>,
    /// How many say anything on any issue.
    pub speaking: usize,
    /// Ordinal α over all issues of a pool; issues are its units, and who speaks its observers.
    pub pools: Vec<(Pool, Alpha)>,
}

impl Divisions {
    /// Reads all issues. Its cost grows with the number of stances. What has no author is nobody's stand.
    pub fn new(map: &Map, positions: &Positions) -> Divisions {
        let mut units: BTreeMap<Pool, Vec<Vec<usize>>> = BTreeMap::new();
        let mut issues = Vec::new();
        let mut speaks = vec![false; positions.columns.who.len()];
        for id in map.issues.ids() {
            let stands: Vec<(usize, Stand<'_>)> =
                positions.stands_on(id).filter(|(column, _)| positions.columns.who[*column] != Who::Unknown).collect();
            if stands.is_empty() {
                continue;
            }
            stands.iter().for_each(|(column, _)| speaks[*column] = true);
            let issue = &map.issues[id];
            let voices = voices(&stands);
            let (spread, of_positions) = spreads(issue, &voices);
            if let Some(pool) = pool(issue) {
                units.entry(pool).or_default().push(answers(issue, &voices));
            }
            issues.push(Division {
                issue: id,
                spread,
                alpha: None,
                positions: of_positions,
                camps: camps(map, id, &stands),
            });
        }
        let pools: Vec<(Pool, Alpha)> =
            units.iter().map(|(&pool, units)| (pool, Alpha::new(units, Metric::Ordinal))).collect();
        // The units of a pool stand in the order of its issues.
        let mut next: BTreeMap<Pool, usize> = BTreeMap::new();
        for division in &mut issues {
            let Some(pool) = pool(&map.issues[division.issue]) else { continue };
            let at = next.entry(pool).or_default();
            let alpha = &pools.iter().find(|(known, _)| *known == pool).expect("every pool has its α").1;
            division.alpha = alpha.of_unit(&units[&pool][*at]).filter(|_| alpha.units > 1);
            *at += 1;
        }
        let name = |division: &Division| map.word(map.issues[division.issue].name);
        issues.sort_by(|a, b| order(&b.spread, &a.spread).then_with(|| name(a).cmp(name(b))));
        Divisions { issues, speaking: speaks.into_iter().filter(|&speaks| speaks).count(), pools }
    }
}

/// Which divides less: by division, then by how many speak, then by polarization. What is undefined divides least.
fn order(a: &Spread, b: &Spread) -> Ordering {
    let figure = |a: Option<f64>, b: Option<f64>| a.unwrap_or(-1.0).total_cmp(&b.unwrap_or(-1.0));
    figure(a.division(), b.division())
        .then(a.number.cmp(&b.number))
        .then_with(|| figure(a.polarization(), b.polarization()))
}

/// The pool that an issue belongs to, if its answers are ordered.
fn pool(issue: &Issue) -> Option<Pool> {
    match issue.answers {
        Answers::YesNo => Some(Pool::YesNo),
        Answers::Scale => Some(Pool::Scale(issue.positions().len())),
        Answers::Choice | Answers::Open => None,
    }
}

/// One stand of all those who say exactly the same together: joint authors count once, whatever columns they stand in.
fn voices<'p>(stands: &[(usize, Stand<'p>)]) -> Vec<Stand<'p>> {
    let stances = |stand: &Stand<'p>| stand.says.iter().map(|say| say.stance);
    let mut voices: Vec<Stand<'p>> = stands.iter().map(|(_, stand)| *stand).collect();
    voices.sort_by(|a, b| stances(a).cmp(stances(b)));
    voices.dedup_by(|a, b| stances(a).eq(stances(b)));
    voices
}

/// The one position that a stand holds, as its number on the issue; none of who speaks both ways or changed.
fn answer(issue: &Issue, stand: &Stand<'_>) -> Option<usize> {
    if !takes_side(stand.issue.standing) {
        return None;
    }
    let held = stand.positions.iter().find(|cell| cell.held)?;
    Some(held.position.index() - issue.first_position.index())
}

fn answers(issue: &Issue, stands: &[Stand<'_>]) -> Vec<usize> {
    stands.iter().filter_map(|stand| answer(issue, stand)).collect()
}

fn takes_side(standing: Standing) -> bool {
    matches!(standing, Standing::For | Standing::Against | Standing::Conditional)
}

/// How far apart these stands are: on the issue, and where it is open on each of its positions.
fn spreads(issue: &Issue, stands: &[Stand<'_>]) -> (Spread, Vec<(PositionId, Spread)>) {
    let mut counts = vec![0; issue.positions().len()];
    answers(issue, stands).into_iter().for_each(|answer| counts[answer] += 1);
    match issue.answers {
        Answers::YesNo | Answers::Scale => (Spread::on_scale(&counts), Vec::new()),
        Answers::Choice => {
            // Who holds nothing is held against those who hold what he rejects.
            let mut rejected = vec![0; counts.len()];
            let sided = stands.iter().filter(|stand| takes_side(stand.issue.standing));
            let only_reject = sided.filter(|stand| answer(issue, stand).is_none());
            let cells = only_reject.clone().flat_map(|stand| stand.positions);
            for cell in cells.filter(|cell| cell.rejected && !cell.alone) {
                rejected[cell.position.index() - issue.first_position.index()] += 1;
            }
            let outright = |stand: &Stand<'_>| stand.positions.iter().any(|cell| cell.rejected && !cell.alone);
            let number = only_reject.filter(|stand| outright(stand)).count();
            (Spread::on_choice(&counts, &rejected, number), Vec::new())
        }
        Answers::Open => on_positions(issue, stands),
    }
}

/// Each position of an open issue is a question of its own, for or against it, and the issue all of them together.
fn on_positions(issue: &Issue, stands: &[Stand<'_>]) -> (Spread, Vec<(PositionId, Spread)>) {
    let mut sides = vec![[0; 2]; issue.positions().len()];
    let mut number = 0;
    for stand in stands {
        let cells = stand.positions.iter().filter(|cell| takes_side(cell.standing) && (cell.held || !cell.alone));
        number += usize::from(cells.clone().next().is_some());
        for cell in cells {
            sides[cell.position.index() - issue.first_position.index()][usize::from(cell.held)] += 1;
        }
    }
    let of_positions: Vec<(PositionId, Spread)> = issue
        .positions()
        .zip(&sides)
        .filter(|(_, sides)| **sides != [0, 0])
        .map(|(position, sides)| (position, Spread::on_scale(sides)))
        .collect();
    (Spread::of_all(of_positions.iter().map(|(_, spread)| spread), number), of_positions)
}

#[cfg(test)]
mod tests;
