//! Stances of a column on a position, told one after another; of several people who share a column with whose each is.

use crate::model::{Answers, Attitude, AuthorId, Map, PositionId, StanceId, Strength};

use super::bearing::Bearing;
use super::column_stance::ColumnStance;
use super::orientation::Orientation;
use super::positions::IssueStance;
use super::spoken::{Part, Spoken, Turned, Way};
use super::taken::Taken;

/// Way in which a position is spoken of, and which part it is of what is held.
type How = (Way, Part);

impl IssueStance<'_> {
    /// Stances on a position, in the order of [`Way`]; first without a condition, then on each; last those that others
    /// report. An anticipated objection is no stance of its author. A stance without a condition makes one of the same people on a
    /// condition needless, unless the mapper alone reads it so; what is stated decides before what is inferred.
    pub fn spoken(&self, map: &Map, position: PositionId) -> Vec<Spoken> {
        let [own, reported] = self.ways(map, position);
        let mut spoken = Vec::new();
        for of_way in own.chunk_by(|(one, _), (other, _)| one == other) {
            spoken.extend(if self.several { self.of_several(map, position, of_way) } else { self.of_one(map, of_way) });
        }
        spoken
            .extend(reported.chunk_by(|(one, _), (other, _)| one == other).flat_map(|of_way| self.of_one(map, of_way)));
        spoken
    }

    /// The same of each who speaks in a column of several: nothing of one is put together with what another says.
    pub fn spoken_by_each(&self, map: &Map, position: PositionId) -> Vec<Spoken> {
        let [own, _] = self.ways(map, position);
        let of_ways = own.chunk_by(|(one, _), (other, _)| one == other);
        of_ways.flat_map(|of_way| by_maker(map, of_way)).flat_map(|of_maker| self.of_one(map, &of_maker)).collect()
    }

    /// Whether a condition is set that only some of the people who share the column set.
    pub fn has_condition_of_some(&self, map: &Map) -> bool {
        let is_of_some = |it: &Spoken| it.of_some && it.condition.is_some();
        self.several && self.positions.iter().any(|cell| self.spoken(map, cell.position).iter().any(is_of_some))
    }

    /// Stances on a position with how each speaks of it: those of the column's own, and those that others report. What is held or
    /// rejected stands before any rank.
    fn ways(&self, map: &Map, position: PositionId) -> [Vec<(How, ColumnStance)>; 2] {
        let is_yes_no = map.issues[map.positions[position].issue].answers == Answers::YesNo;
        let mut ways = [Vec::new(), Vec::new()];
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
                ways[usize::from(say.reported)].push(((way, part), *say));
            }
        }
        let is_side = |way: Way| matches!(way, Way::Holds | Way::Against | Way::NotAlone);
        for said in &mut ways {
            if said.iter().any(|((way, _), _)| is_side(*way)) {
                said.retain(|((way, _), _)| is_side(*way));
            }
            said.sort_by_key(|(how, _)| *how);
        }
        ways
    }

    /// Things that one mind says in one way.
    fn of_one(&self, map: &Map, of_way: &[(How, ColumnStance)]) -> Vec<Spoken> {
        let mut told = Vec::new();
        let (conditional, plain): (Vec<ColumnStance>, Vec<ColumnStance>) =
            of_way.iter().map(|(_, say)| *say).partition(|say| say.conditional);
        let all_inferred = plain.iter().all(|say| say.inferred);
        if !plain.is_empty() {
            told.push(self.one(map, of_way[0].0, plain, None));
        }
        if all_inferred {
            told.extend(self.on_conditions(map, of_way[0].0, &conditional));
        }
        told
    }

    /// Things that several say in one way. What all of them say is theirs; a condition, a firmness or a time that only some of them
    /// set is told for itself, as said by some.
    fn of_several(&self, map: &Map, position: PositionId, of_way: &[(How, ColumnStance)]) -> Vec<Spoken> {
        let each = by_maker(map, of_way).into_iter().flat_map(|of_maker| self.of_one(map, &of_maker));
        let is_plain = |it: &Spoken| it.condition.is_none() && !matches!(it.turned, Some(Turned::Until(_)));
        let (plain, conditional): (Vec<Spoken>, Vec<Spoken>) = each.partition(is_plain);
        let how = of_way[0].0;
        let speakers = self.speakers(map, position, matches!(how.0, Way::Holds | Way::Against));
        let are_all = |stances: &[ColumnStance]| are_of_all(map, &speakers, stances);
        let all: Vec<ColumnStance> = plain.iter().flat_map(|it| it.stances.iter().copied()).collect();
        let is_alike = plain.iter().all(|it| it.strength == plain[0].strength) && are_all(&all);
        // A firmness of some is theirs alone; the others hold it plainly.
        let (shared, mut marked): (Vec<Spoken>, Vec<Spoken>) =
            plain.into_iter().partition(|it| is_alike || it.strength == Strength::Plainly);
        marked.extend(conditional);
        let mut told: Vec<Spoken> = Vec::new();
        if !shared.is_empty() {
            let stances: Vec<ColumnStance> = shared.into_iter().flat_map(|it| it.stances).collect();
            let is_side = how.1 == Part::Whole && matches!(how.0, Way::Holds | Way::Against);
            // A reading of the mapper of some is not that of all.
            let is_inferred = stances.iter().all(|say| say.inferred);
            let of_some = (!is_side || is_inferred) && !are_all(&stances);
            told.push(Spoken { of_some, ..self.one(map, how, stances, None) });
        }
        let first = told.len();
        for it in marked {
            let words = |it: &Spoken| condition_text(map, it.condition);
            let is_same = |known: &&mut Spoken| {
                known.strength == it.strength && known.turned == it.turned && words(known) == words(&it)
            };
            match told[first..].iter_mut().find(is_same) {
                Some(known) => {
                    known.inferred &= it.inferred;
                    known.stances.extend(it.stances);
                }
                None => told.push(it),
            }
        }
        for it in &mut told[first..] {
            it.of_some = !are_all(&it.stances);
        }
        told
    }

    /// Whether stances on a position that take a side are those of all who speak in a column, be they one or several.
    pub fn is_of_all(&self, map: &Map, position: PositionId, stances: &[ColumnStance]) -> bool {
        !self.several || are_of_all(map, &self.speakers(map, position, true), stances)
    }

    /// People of a column of several who speak in the end: all who take a side, where that is asked for and one position can be held; else
    /// those who speak of the position.
    fn speakers<'m>(&self, map: &'m Map, position: PositionId, sided: bool) -> Vec<&'m [AuthorId]> {
        let is_exclusive = map.issues[map.positions[position].issue].is_exclusive();
        let speaks = |say: &&ColumnStance| {
            if is_exclusive && sided {
                Taken::of(map, say).is_some()
            } else {
                !say.anticipated && say.bearings(map).any(|(on, _)| on == position)
            }
        };
        let stances = self.last.map_or(self.stances, |last| &last.stances);
        let mut speakers: Vec<&[AuthorId]> =
            stances.iter().filter(speaks).map(|say| map.authors_of(say.statement)).collect();
        speakers.sort_unstable();
        speakers.dedup();
        speakers
    }

    /// One for each condition, by its words.
    fn on_conditions(&self, map: &Map, how: How, conditional: &[ColumnStance]) -> Vec<Spoken> {
        let mut groups: Vec<(Option<String>, Vec<ColumnStance>)> = Vec::new();
        for say in conditional {
            let words = condition_text(map, Some(say.stance));
            match groups.iter_mut().find(|(known, _)| *known == words) {
                Some((_, stances)) => stances.push(*say),
                None => groups.push((words, vec![*say])),
            }
        }
        groups.into_iter().map(|(_, stances)| self.one(map, how, stances.clone(), Some(stances[0].stance))).collect()
    }

    fn one(&self, map: &Map, (way, part): How, stances: Vec<ColumnStance>, condition: Option<StanceId>) -> Spoken {
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
        let reported = stances[0].reported;
        Spoken { way, part, strength, condition, inferred, reported, turned, of_some: false, stances }
    }

    /// When these were said, where the column changed: since its last turn, if that says the same.
    pub fn turned(&self, map: &Map, stances: &[ColumnStance]) -> Option<Turned> {
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

fn are_of_all(map: &Map, speakers: &[&[AuthorId]], stances: &[ColumnStance]) -> bool {
    speakers.iter().all(|speaker| stances.iter().any(|say| map.authors_of(say.statement) == *speaker))
}

/// Stances of one way for each who says them, in the order of the text.
fn by_maker(map: &Map, of_way: &[(How, ColumnStance)]) -> Vec<Vec<(How, ColumnStance)>> {
    let makers = |(_, say): &(How, ColumnStance)| map.authors_of(say.statement);
    let mut sorted = of_way.to_vec();
    sorted.sort_by(|one, other| makers(one).cmp(makers(other)));
    let mut by_maker: Vec<_> = sorted.chunk_by(|one, other| makers(one) == makers(other)).map(<[_]>::to_vec).collect();
    by_maker.sort_by_key(|of_maker| of_maker[0].1.stance);
    by_maker
}

fn condition_text(map: &Map, stance: Option<StanceId>) -> Option<String> {
    map.stances[stance?].condition.as_deref().map(|condition| map.condition(condition))
}
