//! Division: how much each issue divides those who speak to it, and into which camps.
//!
//! Issues of every kind are put into one order by one question: of two who speak here, how far are they apart? On a scale
//! that is the part of it that lies between them; on every other kind it is all or nothing. What enters is what enters the
//! similarity of two: what is held or rejected outright. Silence is never an answer.

mod camp;
mod spread;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use measure::alpha::{Alpha, Metric};
use measure::answer::{self, Answer};

use crate::model::{Answers, Attitude, Issue, IssueId, Map, PositionId, StanceId};

pub use self::camp::{Camp, Member, Side, camps};
pub use self::spread::Spread;
use super::coding::{Census, Coding, of_stand};
use crate::analysis::table::column::ColumnOwner;
use crate::analysis::table::positions::{IssueStance, Positions};

/// How an issue divides those who speak to it.
#[derive(Debug)]
pub struct Division {
    /// The issue that divides them.
    pub issue: IssueId,
    /// How far apart they are.
    pub spread: Spread,
    /// The part of this issue in the α of its pool: by how much those who speak here are nearer than chance. `None` on
    /// choices and open issues, and where the pool has no other issue from which chance could be drawn.
    pub alpha: Option<f64>,
    /// Of an open issue: how far apart they are on each position of which anybody takes a side, for or against.
    pub positions: Vec<(PositionId, Spread)>,
    /// The camps, from one end of the issue to the other.
    pub camps: Vec<Camp>,
}

/// Issues whose answers can be held against each other: all yes/no issues, or all scales of one length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pool {
    /// Issues answered by yes or no.
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
        let mut issues: Vec<Division> = Vec::new();
        // Of each pool the issues, by their place among all, and the answers to each.
        let mut pooled: BTreeMap<Pool, (Vec<usize>, Vec<Vec<usize>>)> = BTreeMap::new();
        let mut speaks = vec![false; positions.columns.owners.len()];
        for id in map.issues.ids() {
            let stands: Vec<(usize, IssueStance<'_>)> = positions
                .stances_on(id)
                .filter(|(column, _)| positions.columns.owners[*column] != ColumnOwner::Unknown)
                .collect();
            if stands.is_empty() {
                continue;
            }
            for (column, _) in &stands {
                speaks[*column] = true;
            }
            let answers = answers(map, id, &stands);
            let (spread, of_positions) = spreads(&map.issues[id], &answers);
            if let Some(pool) = pool(&map.issues[id]) {
                let (of, units) = pooled.entry(pool).or_default();
                of.push(issues.len());
                units.push(places(&answers, map.issues[id].position_count));
            }
            issues.push(Division {
                issue: id,
                spread,
                alpha: None,
                positions: of_positions,
                camps: camps(map, id, &stands),
            });
        }
        let mut pools = Vec::with_capacity(pooled.len());
        for (pool, (of, units)) in pooled {
            let alpha = Alpha::new(&units, Metric::Ordinal);
            for (&at, unit) in of.iter().zip(&units).filter(|_| alpha.units > 1) {
                issues[at].alpha = alpha.of_unit(unit);
            }
            pools.push((pool, alpha));
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

/// The answers of all who take a side. Those who say exactly the same together give one: joint authors count once,
/// whatever columns they stand in.
fn answers(map: &Map, issue: IssueId, stands: &[(usize, IssueStance<'_>)]) -> Vec<Answer> {
    fn stances<'p>(stand: &IssueStance<'p>) -> impl Iterator<Item = StanceId> + use<'p> {
        let sided = stand.stances.iter().filter(|say| say.attitude != Attitude::Raises);
        sided.map(|say| say.stance)
    }
    let mut voices: Vec<&IssueStance<'_>> = stands.iter().map(|(_, stand)| stand).collect();
    voices.sort_by(|a, b| stances(a).cmp(stances(b)));
    voices.dedup_by(|a, b| stances(a).eq(stances(b)));
    let mut census = Census::default();
    let voices = voices.into_iter();
    voices.filter_map(|stand| of_stand(map, issue, stand, Coding::default(), &mut census)).collect()
}

/// Where these answers stand on a scale of so many positions, in half steps from its lower end, as far as each has a place.
fn places(answers: &[Answer], positions: u32) -> Vec<usize> {
    answers.iter().filter_map(|answer| answer.place(positions)).map(|place| place as usize).collect()
}

/// How far apart these answers are: on the issue, and where it is open on each of its positions.
fn spreads(issue: &Issue, answers: &[Answer]) -> (Spread, Vec<(PositionId, Spread)>) {
    match issue.answers {
        Answers::YesNo | Answers::Scale => (Spread::of_answers(answers, issue.position_count), Vec::new()),
        Answers::Choice => (Spread::on_choice(answers), Vec::new()),
        Answers::Open => on_positions(issue, answers),
    }
}

/// Each position of an open issue is a question of its own, for or against it, and the issue all of them together.
fn on_positions(issue: &Issue, answers: &[Answer]) -> (Spread, Vec<(PositionId, Spread)>) {
    let mut sides = vec![[0; 2]; issue.positions().len()];
    for &(position, side) in answers.iter().flat_map(Answer::says) {
        sides[position as usize][usize::from(side == answer::Side::Holds)] += 1;
    }
    let of_positions: Vec<(PositionId, Spread)> = issue
        .positions()
        .zip(&sides)
        .filter(|(_, sides)| **sides != [0, 0])
        .map(|(position, sides)| (position, Spread::on_scale(sides)))
        .collect();
    (Spread::of_all(of_positions.iter().map(|(_, spread)| spread), answers.len()), of_positions)
}

#[cfg(test)]
mod tests;
