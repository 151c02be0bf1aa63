//! Two coders: what two maps of the same documents say of each position, side by side, and how far they agree.
//!
//! A unit is a position of an issue in a document, matched by name. It is there as soon as one of the two codes it: counting
//! what neither says anything of would let every further issue make them agree more.

use std::collections::BTreeMap;

use measure::alpha::{Alpha, Metric};
use measure::crossed::Crossed;
use measure::kappa::Kappa;

use crate::analysis::table::bearing::Bearing;
use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::orientation::Orientation;
use crate::analysis::table::positions::{IssueStance, Positions};
use crate::model::select::Selection;
use crate::model::{Answers, Attitude, Entity, IssueId, Map, PositionId, SourceId};

/// Stance of a document on a position, as a coder reads it. The first six are in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// The document rejects the position.
    Against,
    /// It rejects it, on a condition.
    AgainstConditionally,
    /// It calls it not enough by itself.
    NotAlone,
    /// It speaks both ways, or weighs the issue.
    BothWays,
    /// It holds it, on a condition.
    ForConditionally,
    /// The document holds the position.
    For,
    /// It only ranks it, first.
    Preferred,
    /// It only ranks it, lower.
    Second,
    /// It only asks or mentions the issue.
    Raises,
    /// It says nothing of it.
    Silent,
}

impl Code {
    /// Where it stands in the order from against to for. To rank, to ask and to be silent have no place there.
    pub fn rank(self) -> Option<usize> {
        (self <= Code::For).then_some(self as usize)
    }
}

/// A position of an issue in a document, as it is in either map, with what either coder says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// The column of the document, or of what stands outside any.
    pub columns: [usize; 2],
    /// The issue, by its id in either map.
    pub issue: [IssueId; 2],
    /// The position; `None` for the issue as a whole, where neither names any.
    pub position: Option<[PositionId; 2]>,
    /// The codes, the first coder's first.
    pub codes: [Code; 2],
}

/// Parts of one map that the other lacks, so that they cannot be held against anything.
#[derive(Debug, Default)]
pub struct Unmatched {
    /// Documents that the other coder has not got.
    pub sources: Vec<SourceId>,
    /// Issues that the other coder has not got.
    pub issues: Vec<IssueId>,
    /// Positions of issues that both have.
    pub positions: Vec<PositionId>,
    /// How many stances are in or on these.
    pub stances: usize,
}

/// Two maps of the same documents.
#[derive(Debug)]
pub struct Coders {
    /// Every unit that one of them codes, by document, issue and position in the order of the first map.
    pub units: Vec<Unit>,
    /// Parts that only the first and only the second map has.
    pub unmatched: [Unmatched; 2],
    /// Stances of each map, by document.
    pub positions: [Positions; 2],
}

/// How far two coders agree on some units.
#[derive(Debug)]
pub struct Reliability {
    /// How many they code alike, and Cohen's κ.
    pub kappa: Kappa,
    /// Nominal α; each code is a category.
    pub nominal: Alpha,
    /// Ordinal α, over the units in which both codes have a rank.
    pub ordinal: Alpha,
}

impl Reliability {
    /// The reliability of the codes of some units.
    pub fn new<'u>(units: impl Iterator<Item = &'u Unit>) -> Reliability {
        let codes: Vec<[Code; 2]> = units.map(|unit| unit.codes).collect();
        let categories: Vec<[usize; 2]> = codes.iter().map(|codes| codes.map(|code| code as usize)).collect();
        let ranks: Vec<Vec<usize>> =
            codes.iter().map(|codes| codes.iter().filter_map(|code| code.rank()).collect()).collect();
        Reliability {
            kappa: Kappa::new(&Crossed::new(&categories)),
            nominal: Alpha::new(&categories, Metric::Nominal),
            ordinal: Alpha::new(&ranks, Metric::Ordinal),
        }
    }
}

impl Coders {
    /// How far the two agree on all that either codes.
    pub fn reliability(&self) -> Reliability {
        Reliability::new(self.units.iter())
    }

    /// How far they agree on what both code.
    pub fn reliability_of_both(&self) -> Reliability {
        Reliability::new(self.units.iter().filter(|unit| !unit.codes.contains(&Code::Silent)))
    }

    /// The same of each issue with two units or more, by the issue of the first map.
    pub fn reliability_of_issues(&self) -> Vec<(IssueId, Reliability)> {
        let mut of_issues: BTreeMap<IssueId, Vec<&Unit>> = BTreeMap::new();
        for unit in &self.units {
            of_issues.entry(unit.issue[0]).or_default().push(unit);
        }
        let several = of_issues.into_iter().filter(|(_, units)| units.len() > 1);
        several.map(|(issue, units)| (issue, Reliability::new(units.into_iter()))).collect()
    }

    /// Holds what was selected of one map against what was selected of another.
    pub fn new(maps: [&Map; 2], selections: [&Selection; 2]) -> Coders {
        let read = |side: usize| {
            let columns = Columns::new(maps[side], By::Source, selections[side].filter.voices);
            Positions::new(maps[side], selections[side], columns)
        };
        let positions = [read(0), read(1)];
        let pairing = Pairing::new(maps, &positions);
        let mut units = Vec::new();
        for issue in maps[0].issues.ids() {
            if let Some(other) = pairing.issues[0][issue.index()] {
                pairing.units(maps, &positions, [issue, other], &mut units);
            }
        }
        units.sort_by_key(|unit| (unit.columns, unit.issue, unit.position));
        let unmatched = [0, 1].map(|side| pairing.unmatched(maps[side], &positions[side], side));
        Coders { units, unmatched, positions }
    }

    /// The stances from which the code of one coder (0 or 1) follows: those on the position, else those on the issue.
    pub fn stances(&self, unit: &Unit, side: usize) -> Vec<ColumnStance> {
        let stand = self.positions[side].stance(unit.issue[side], unit.columns[side]);
        let on = unit.position.map(|positions| positions[side]);
        let stances: Vec<ColumnStance> = on.into_iter().flat_map(|on| stand.bearing_on(on)).copied().collect();
        match (stances.is_empty(), unit.codes[side]) {
            (true, Code::BothWays | Code::Raises) => stand.stances.iter().copied().filter(names_no_position).collect(),
            _ => stances,
        }
    }
}

fn names_no_position(say: &ColumnStance) -> bool {
    matches!(say.attitude, Attitude::Weighs | Attitude::Raises)
}

/// Things that are the same in two maps, known by name; for each side and thing its counterpart on the other.
struct Pairing {
    /// Columns: those of documents, and that of what stands outside any.
    columns: [Vec<Option<usize>>; 2],
    issues: [Vec<Option<IssueId>>; 2],
    positions: [Vec<Option<PositionId>>; 2],
}

impl Pairing {
    fn new(maps: [&Map; 2], positions: &[Positions; 2]) -> Pairing {
        let column = |side: usize| {
            let (map, other) = (maps[side], maps[1 - side]);
            let own = positions[1 - side].columns.owners.iter().position(|who| *who == ColumnOwner::Own);
            let of = |who: &ColumnOwner| match who {
                // The columns of documents come first, in the order of the map.
                ColumnOwner::Source(source) => match other.find(map.word(map.sources[*source].name)) {
                    Some(Entity::Source(same)) => Some(same.index()),
                    _ => None,
                },
                ColumnOwner::Own => own,
                _ => None,
            };
            positions[side].columns.owners.iter().map(of).collect()
        };
        let issue = |side: usize| {
            let (map, other) = (maps[side], maps[1 - side]);
            let of = |(_, issue): (IssueId, &crate::model::Issue)| match other.find(map.word(issue.name)) {
                Some(Entity::Issue(same)) => Some(same),
                _ => None,
            };
            map.issues.iter().map(of).collect::<Vec<_>>()
        };
        let issues = [issue(0), issue(1)];
        let position = |side: usize| {
            let (map, other) = (maps[side], maps[1 - side]);
            let same = |id: PositionId| {
                let issue = issues[side][map.positions[id].issue.index()]?;
                other.find_position(issue, map.position_name(id))
            };
            map.positions.ids().map(same).collect()
        };
        Pairing { columns: [column(0), column(1)], positions: [position(0), position(1)], issues }
    }

    /// The units of an issue that both maps have, document by document.
    fn units(&self, maps: [&Map; 2], positions: &[Positions; 2], issue: [IssueId; 2], units: &mut Vec<Unit>) {
        let mut columns: Vec<[usize; 2]> = Vec::new();
        for (column, _) in positions[0].stances_on(issue[0]) {
            columns.extend(self.columns[0][column].map(|other| [column, other]));
        }
        for (column, _) in positions[1].stances_on(issue[1]) {
            columns.extend(self.columns[1][column].map(|other| [other, column]));
        }
        columns.sort_unstable();
        columns.dedup();
        for columns in columns {
            let stands = [0, 1].map(|side| positions[side].stance(issue[side], columns[side]));
            let spoken = self.spoken(maps, issue, &stands);
            let whole = [0, 1].map(|side| whole(&stands[side]));
            if spoken.is_empty() && whole != [Code::Silent; 2] {
                units.push(Unit { columns, issue, position: None, codes: whole });
            }
            for position in spoken {
                let code = |side: usize| code(&stands[side], position[side]).unwrap_or(whole[side]);
                units.push(Unit { columns, issue, position: Some(position), codes: [code(0), code(1)] });
            }
        }
    }

    /// The positions that both maps have and one of the two stands speaks of. On a yes/no issue what is said of no is said of
    /// yes already, unless it is only that it is not enough.
    fn spoken(&self, maps: [&Map; 2], issue: [IssueId; 2], stands: &[IssueStance<'_>; 2]) -> Vec<[PositionId; 2]> {
        let yes_no = [0, 1].iter().all(|&side| maps[side].issues[issue[side]].answers == Answers::YesNo);
        let mut spoken = Vec::new();
        for side in [0, 1] {
            for cell in stands[side].positions {
                let mirrored = yes_no && maps[side].positions[cell.position].is_no && !cell.alone;
                if let Some(other) = self.positions[side][cell.position.index()].filter(|_| !mirrored) {
                    spoken.push(if side == 0 { [cell.position, other] } else { [other, cell.position] });
                }
            }
        }
        spoken.sort_unstable();
        spoken.dedup();
        spoken
    }

    fn unmatched(&self, map: &Map, positions: &Positions, side: usize) -> Unmatched {
        let mut unmatched = Unmatched::default();
        for (column, who) in positions.columns.owners.iter().enumerate() {
            match who {
                ColumnOwner::Source(source) if self.columns[side][column].is_none() => unmatched.sources.push(*source),
                _ => {}
            }
        }
        for issue in map.issues.ids() {
            let is_matched = self.issues[side][issue.index()].is_some();
            if !is_matched {
                unmatched.issues.push(issue);
            }
            let lacks = |position: PositionId| self.positions[side][position.index()].is_none();
            unmatched.positions.extend(map.issues[issue].positions().filter(|&it| is_matched && lacks(it)));
            for (column, stand) in positions.stances_on(issue) {
                let is_omitted = |say: &&ColumnStance| {
                    let mut on = say.bearings(map).map(|(position, _)| position).peekable();
                    on.peek().is_some() && on.all(lacks)
                };
                unmatched.stances += if is_matched && self.columns[side][column].is_some() {
                    stand.stances.iter().filter(is_omitted).count()
                } else {
                    stand.stances.len()
                };
            }
        }
        unmatched
    }
}

/// Code of a stance on a position, if it speaks of it.
fn code(stand: &IssueStance<'_>, position: PositionId) -> Option<Code> {
    let cell = stand.on(position)?;
    Some(match cell.orientation {
        Orientation::For => Code::For,
        Orientation::Against if cell.alone => Code::NotAlone,
        Orientation::Against => Code::Against,
        Orientation::Conditional if cell.held || cell.exception == Some(Bearing::Holds) => Code::ForConditionally,
        Orientation::Conditional => Code::AgainstConditionally,
        Orientation::Ambivalent | Orientation::Changed => Code::BothWays,
        Orientation::Preferred => Code::Preferred,
        Orientation::Second => Code::Second,
        Orientation::Raises => Code::Raises,
        Orientation::Silent => Code::Silent,
    })
}

/// Code of a position of which the stances do not speak: to weigh the issue or to ask it is to do so for all of them.
fn whole(stand: &IssueStance<'_>) -> Code {
    let mut code = Code::Silent;
    for say in stand.stances.iter().filter(|say| names_no_position(say)) {
        match say.attitude {
            Attitude::Weighs if !say.anticipated => return Code::BothWays,
            _ => code = Code::Raises,
        }
    }
    code
}

#[cfg(test)]
mod tests;
