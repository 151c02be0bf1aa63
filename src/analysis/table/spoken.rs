//! Stances of a column on one position, taken apart into things that a word can say.

use crate::model::{Answers, Attitude, Date, Map, PositionId, StanceId, Strength};

use super::bearing::Bearing;
use super::column_stance::ColumnStance;
use super::orientation::Orientation;
use super::positions::IssueStance;

/// How a position is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// It is the column's answer.
    Holds,
    /// It is rejected outright.
    Against,
    /// It is rejected only as not enough by itself.
    NotAlone,
    /// It is ranked first, and neither held nor rejected.
    First,
    /// It is ranked lower, and neither held nor rejected.
    Second,
}

/// Which part of what is held a position is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// It is all of it.
    Whole,
    /// It is the first step of a range on a scale.
    First,
    /// It is a step between the ends of a range.
    Between,
    /// It is the last step of a range.
    Last,
}

/// When a column that changed its mind said something: until then, or from then on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// It was said last at this time, and the opposite later.
    Until(Date),
    /// It is what the column turned to at this time.
    Since(Date),
}

/// One thing that a column says of a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Whether it is held, rejected or ranked.
    pub way: Way,
    /// Whether it is held alone, or within a range.
    pub part: Part,
    /// How firmly: of several statements the firmest, and tentatively only where all are.
    pub strength: Strength,
    /// A stance with the condition on which it is said; none where it is said without one.
    pub condition: Option<StanceId>,
    /// Whether the mapper reads all of it into the text.
    pub inferred: bool,
    /// Whether it is what others report.
    pub reported: bool,
    /// When it was said, where the column changed its mind.
    pub turned: Option<Turned>,
    /// The stances that say so, in the order of the text.
    pub stances: Vec<ColumnStance>,
}

impl Spoken {
    /// How many statements say so.
    pub fn statements(&self) -> usize {
        let mut statements: Vec<_> = self.stances.iter().map(|say| say.statement).collect();
        statements.sort_unstable();
        statements.dedup();
        statements.len()
    }
}

impl IssueStance<'_> {
    /// Stances on a position, in the order of [`Way`]; first without a condition, then on each; last those that others
    /// report. An anticipated objection is no stance of its author. A stance without a condition makes one on a
    /// condition needless, unless the mapper alone reads it so; what is stated decides before what is inferred.
    pub fn spoken(&self, map: &Map, position: PositionId) -> Vec<Spoken> {
        let is_yes_no = map.issues[map.positions[position].issue].answers == Answers::YesNo;
        let mut own: Vec<((Way, Part), ColumnStance)> = Vec::new();
        let mut reported: Vec<((Way, Part), ColumnStance)> = Vec::new();
        for say in self.bearing_on(position).chain(self.reports).filter(|say| !say.anticipated) {
            for (_, bearing) in say.bearings(map).filter(|(on, _)| *on == position) {
                let way = match bearing {
                    Bearing::Holds => Way::Holds,
                    Bearing::Rejects if say.alone => Way::NotAlone,
                    // To reject yes is to hold no: it is said there.
                    Bearing::Rejects if is_yes_no => continue,
                    Bearing::Rejects => Way::Against,
                    Bearing::First => Way::First,
                    Bearing::Second => Way::Second,
                };
                let part = match say.to {
                    None => Part::Whole,
                    _ if say.position == Some(position) => Part::First,
                    Some(last) if last == position => Part::Last,
                    Some(_) => Part::Between,
                };
                if say.reported { &mut reported } else { &mut own }.push(((way, part), *say));
            }
        }
        let mut spoken = self.told(map, own);
        spoken.extend(self.told(map, reported));
        spoken
    }

    fn told(&self, map: &Map, mut said: Vec<((Way, Part), ColumnStance)>) -> Vec<Spoken> {
        let is_side = |way: Way| matches!(way, Way::Holds | Way::Against | Way::NotAlone);
        if said.iter().any(|((way, _), _)| is_side(*way)) {
            said.retain(|((way, _), _)| is_side(*way));
        }
        said.sort_by_key(|(how, _)| *how);
        let mut told = Vec::new();
        for of_way in said.chunk_by(|(one, _), (other, _)| one == other) {
            let (conditional, plain): (Vec<ColumnStance>, Vec<ColumnStance>) =
                of_way.iter().map(|(_, say)| *say).partition(|say| say.conditional);
            let all_inferred = plain.iter().all(|say| say.inferred);
            if !plain.is_empty() {
                told.push(self.one(map, of_way[0].0, plain, None));
            }
            if all_inferred {
                told.extend(self.on_conditions(map, of_way[0].0, &conditional));
            }
        }
        told
    }

    /// One for each condition, by its words.
    fn on_conditions(&self, map: &Map, how: (Way, Part), conditional: &[ColumnStance]) -> Vec<Spoken> {
        let words = |say: &ColumnStance| map.stances[say.stance].condition.as_deref().map(|it| map.condition(it));
        let mut groups: Vec<(Option<String>, Vec<ColumnStance>)> = Vec::new();
        for say in conditional {
            let words = words(say);
            match groups.iter_mut().find(|(known, _)| *known == words) {
                Some((_, stances)) => stances.push(*say),
                None => groups.push((words, vec![*say])),
            }
        }
        groups.into_iter().map(|(_, stances)| self.one(map, how, stances.clone(), Some(stances[0].stance))).collect()
    }

    fn one(
        &self,
        map: &Map,
        (way, part): (Way, Part),
        stances: Vec<ColumnStance>,
        condition: Option<StanceId>,
    ) -> Spoken {
        let inferred = stances.iter().all(|say| say.inferred);
        let strengths = || stances.iter().filter(|say| inferred || !say.inferred).map(|say| say.strength);
        let strength = if strengths().any(|strength| strength == Strength::Strongly) {
            Strength::Strongly
        } else if strengths().all(|strength| strength == Strength::Tentatively) {
            Strength::Tentatively
        } else {
            Strength::Plainly
        };
        let turned = self.turned(map, &stances);
        Spoken { way, part, strength, condition, inferred, reported: stances[0].reported, turned, stances }
    }

    /// When these were said, where the column changed: since its last turn, if that says the same.
    fn turned(&self, map: &Map, stances: &[ColumnStance]) -> Option<Turned> {
        let position = stances[0].bearings(map).next()?.0;
        let has_changed = self.issue.orientation == Orientation::Changed
            || self.on(position).is_some_and(|cell| cell.orientation == Orientation::Changed);
        if !matches!(stances[0].attitude, Attitude::Holds | Attitude::Rejects) {
            return None;
        }
        let last = self.last?;
        let is_kept = stances.iter().any(|say| last.stances.contains(say));
        match (has_changed, is_kept) {
            (true, true) => return Some(Turned::Since(last.since)),
            // In a column of several, only what one of them gave up is over.
            (false, true) => return None,
            (_, false) => {}
        }
        let date = |stance: StanceId| map.date_of(map.stances[stance].statement);
        let latest = stances.iter().filter_map(|say| date(say.stance)).max_by_key(|date| date.last_day());
        latest.map(Turned::Until)
    }
}
