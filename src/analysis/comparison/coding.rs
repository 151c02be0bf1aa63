//! Coding: what a column says of an issue, as an answer that can be measured against others.

use std::borrow::Cow;

use measure::answer::{Answer, Question, Side};
use measure::matrix::{Answered, Given, Matrix};
use rayon::prelude::*;

use crate::analysis::dispute::network::Unit;
use crate::analysis::table::cell::{CellBuilder, last};
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::orientation::{OnIssue, OnPosition, Orientation};
use crate::analysis::table::positions::{IssueStance, Positions};
use crate::analysis::table::taken::{Taken, shared};
use crate::model::{Answers, Attitude, IssueId, Map, PositionId, StanceId, steps};

/// Choice of the stances that enter a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coding {
    /// Whether who speaks both ways stands in the middle; else that is a kind of its own, and does not enter.
    pub middle: bool,
    /// Whether what is said only on a condition is left out; else it enters like anything else.
    pub unconditional: bool,
    /// Whether what the mapper reads into the texts is left out; else it enters like anything else.
    pub stated: bool,
}

/// How many cells do not enter, or only in part, and why; and of those that do how many in a way of which a reader has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Census {
    /// They speak both ways.
    pub ambivalent: usize,
    /// They said one thing at one time and the opposite at another, and enter as they stand in the end.
    pub changed: usize,
    /// They speak, in whole or in part, only on a condition; which enters unless it is left out.
    pub conditional: usize,
    /// They speak only on a condition, where positions exclude each other: they take no side.
    pub depending: usize,
    /// They enter, and all of it was read into the texts.
    pub inferred: usize,
    /// They only rank positions, or only ask or mention the issue.
    pub sideless: usize,
    /// They only reject positions of a scale, which gives them no place of their own on it.
    pub placeless: usize,
    /// They reject every position of a scale, so that none is left to them.
    pub nowhere: usize,
}

/// Answer of each of these columns to each issue as a whole.
pub fn whole(map: &Map, positions: &Positions, who: &[usize], coding: Coding) -> (Matrix, Census) {
    matrix(map, positions, who, |issue, stands, census| {
        let answer = |(place, column, stand): (usize, usize, IssueStance<'_>)| {
            let stances = entering(stand.stances, coding);
            let one_mind = positions.columns.is_one_mind(column);
            Some((place, of_stances(map, issue, one_mind, &stand, &stances, coding, census)?))
        };
        Answered::once(question(map, issue), stands.filter_map(answer).collect())
    })
}

/// Columns that only reject positions of a scale, and so have no place of their own on it: the issue and the column, in
/// the order of the map.
pub fn placeless(map: &Map, positions: &Positions, coding: Coding) -> Vec<(IssueId, usize)> {
    let scales = map.issues.ids().filter(|&issue| map.issues[issue].answers == Answers::Scale);
    let on_one = |issue| {
        let is_placeless = move |(column, stand): (usize, IssueStance<'_>)| {
            let mut census = Census::default();
            of_stand(map, issue, &stand, coding, &mut census);
            (census.placeless > 0).then_some((issue, column))
        };
        positions.stances_on(issue).filter_map(is_placeless)
    };
    scales.flat_map(on_one).collect()
}

/// Answers of each of these columns to each issue, one for each of its sources.
pub fn by_source(map: &Map, positions: &Positions, who: &[usize], coding: Coding) -> Matrix {
    by_unit(map, positions, who, coding, Unit::Source)
}

/// The same, once for each of what counts once. Of two, what both say jointly is never held against what both say jointly.
pub fn by_unit(map: &Map, positions: &Positions, who: &[usize], coding: Coding, unit: Unit) -> Matrix {
    let unit = |say: &ColumnStance| unit.of(map, say);
    let voices = |issue: IssueId, column: usize, stand: &IssueStance<'_>, census: &mut Census| -> Vec<Voice> {
        let mut stances = in_the_end(map, issue, positions.columns.is_one_mind(column), stand, coding);
        stances.sort_by_key(unit);
        let of_one = |stances: &[ColumnStance]| {
            let answer = of_stances(map, issue, positions.columns.is_one_mind(column), stand, stances, coding, census)?;
            let is_exclusive = map.issues[issue].is_exclusive();
            let takes_side = |say: &ColumnStance| !(is_exclusive && say.conditional) && Taken::of(map, say).is_some();
            let enters = |say: &&ColumnStance| say.attitude == Attitude::Weighs || takes_side(say);
            let entering: Vec<StanceId> = stances.iter().filter(enters).map(|say| say.stance).collect();
            let all = || stances.iter().map(|say| say.stance).collect();
            Some((if entering.is_empty() { all() } else { entering }, answer))
        };
        stances.chunk_by(|a, b| unit(a) == unit(b)).filter_map(of_one).collect()
    };
    let answered = |issue, stands: Placed<'_>, census: &mut Census| {
        let stands: Vec<(usize, usize, IssueStance<'_>)> = stands.collect();
        let voices = stands.iter().map(|(place, column, stand)| (*place, voices(issue, *column, stand, census)));
        let voices: Vec<(usize, Vec<Voice>)> = voices.filter(|(_, voices)| !voices.is_empty()).collect();
        let stands: Vec<(usize, IssueStance<'_>)> =
            stands.into_iter().map(|(place, _, stand)| (place, stand)).collect();
        let joint = joint(&voices, &stands);
        let given = |voices: Vec<Voice>| -> Given { voices.into_iter().map(|(_, answer)| answer).collect() };
        let answers = voices.into_iter().map(|(place, voices)| (place, given(voices))).collect();
        Answered::new(question(map, issue), answers).with_joint(joint)
    };
    matrix(map, positions, who, answered).0
}

/// Stances of these that enter.
fn entering(stances: &[ColumnStance], coding: Coding) -> Cow<'_, [ColumnStance]> {
    if coding.stated && stances.iter().any(|say| say.inferred) {
        stances.iter().filter(|say| !say.inferred).copied().collect()
    } else {
        stances.into()
    }
}

/// Stances of a stand that enter: of one that changed, those that it holds to in the end.
fn in_the_end(map: &Map, issue: IssueId, one_mind: bool, stand: &IssueStance<'_>, coding: Coding) -> Vec<ColumnStance> {
    let stances = entering(stand.stances, coding);
    if stances.len() == stand.stances.len() {
        return stand.latest().stances.to_vec();
    }
    let mut on = Vec::new();
    let on_issue = CellBuilder::new(map).read(issue, one_mind, &stances, &mut on, &mut Vec::new());
    last(map, issue, one_mind, &stances, &on_issue, &on).map_or_else(|| stances.to_vec(), |last| last.stances)
}

/// Answer that some of the stances behind a cell make.
fn of_stances(
    map: &Map,
    issue: IssueId,
    one_mind: bool,
    stand: &IssueStance<'_>,
    stances: &[ColumnStance],
    coding: Coding,
    census: &mut Census,
) -> Option<Answer> {
    if stances.len() == stand.stances.len() {
        return of_stand(map, issue, stand, coding, census);
    }
    let mut on = Vec::new();
    let mut behind = Vec::new();
    let on_issue = CellBuilder::new(map).read(issue, one_mind, stances, &mut on, &mut behind);
    let last = last(map, issue, one_mind, stances, &on_issue, &on);
    let stand = IssueStance::of(on_issue, &on, stances, last.as_deref(), &behind);
    of_stand(map, issue, &stand, coding, census)
}

/// An answer, and the stances that it is made of.
type Voice = (Vec<StanceId>, Answer);

/// Each two who say something jointly, with what of each is wholly the other's, too.
fn joint(voices: &[(usize, Vec<Voice>)], stands: &[(usize, IssueStance<'_>)]) -> Vec<(usize, usize, [Given; 2])> {
    let all =
        voices.iter().flat_map(|(place, voices)| voices.iter().flat_map(|(of, _)| of).map(|stance| (*stance, *place)));
    let mut all: Vec<(StanceId, usize)> = all.collect();
    all.sort_unstable();
    let mut pairs = Vec::new();
    for same in all.chunk_by(|(a, _), (b, _)| a == b) {
        for (at, (_, one)) in same.iter().enumerate() {
            pairs.extend(same[at + 1..].iter().map(|(_, other)| (*one, *other)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let says = |place: usize, stance: &StanceId| {
        let at = stands.binary_search_by_key(&place, |(place, _)| *place);
        at.is_ok_and(|at| stands[at].1.stances.binary_search_by_key(stance, |say| say.stance).is_ok())
    };
    let shared = |one: usize, other: usize| -> Given {
        let at = voices.binary_search_by_key(&one, |(place, _)| *place);
        let voices = at.map_or(&[][..], |at| &voices[at].1);
        let shared = voices.iter().filter(|(stances, _)| stances.iter().all(|stance| says(other, stance)));
        shared.map(|(_, answer)| answer.clone()).collect()
    };
    pairs.into_iter().map(|(one, other)| (one, other, [shared(one, other), shared(other, one)])).collect()
}

/// Stances of some columns on an issue, by their places among those that are measured.
type Placed<'p> = std::vec::IntoIter<(usize, usize, IssueStance<'p>)>;

/// The answers of these columns to all issues, known by their places in the map, and what does not enter.
fn matrix(
    map: &Map,
    positions: &Positions,
    who: &[usize],
    answered: impl Fn(IssueId, Placed<'_>, &mut Census) -> Answered + Sync,
) -> (Matrix, Census) {
    let mut places = vec![None; positions.columns.owners.len()];
    who.iter().enumerate().for_each(|(place, &column)| places[column] = Some(place));
    let on_one = |issue: usize| {
        let issue = IssueId::new(issue);
        let mut census = Census::default();
        let stands = positions.stances_on(issue).filter_map(|(column, stand)| Some((places[column]?, column, stand)));
        let mut stands: Vec<(usize, usize, IssueStance<'_>)> = stands.collect();
        stands.sort_by_key(|(place, ..)| *place);
        (answered(issue, stands.into_iter(), &mut census), census)
    };
    let all: Vec<(Answered, Census)> = (0..map.issues.len()).into_par_iter().map(on_one).collect();
    let (answered, census): (Vec<Answered>, Vec<Census>) = all.into_iter().unzip();
    let mut all = Census::default();
    for census in census {
        all.add(census);
    }
    (Matrix::new(who.len(), answered), all)
}

/// Yes and no are a scale of two.
fn question(map: &Map, issue: IssueId) -> Question {
    let issue = &map.issues[issue];
    match issue.answers {
        Answers::YesNo | Answers::Scale => Question::Scale(issue.position_count),
        Answers::Choice => Question::Choice,
        Answers::Open => Question::Open,
    }
}

/// Answer that a stand makes: its last stances, and on a scale those of each time. Stances that do not enter are
/// counted.
pub(crate) fn of_stand(
    map: &Map,
    issue: IssueId,
    stand: &IssueStance<'_>,
    coding: Coding,
    census: &mut Census,
) -> Option<Answer> {
    let latest = stand.latest();
    let answer = answer(map, issue, &latest.issue, latest.positions, coding, census)?;
    let Some(last) = stand.last else { return Some(answer) };
    census.changed += 1;
    if map.issues[issue].answers != Answers::Scale {
        return Some(answer);
    }
    let Some((now, before)) = last.turns.split_last() else { return Some(answer) };
    let was = |(day, taken): &(u32, Vec<Taken>)| Some((*day, Answer::Says(says(map, issue, taken)?)));
    let turns: Vec<(u32, Answer)> = before.iter().filter_map(was).chain([(now.0, answer)]).collect();
    Some(Answer::Turned(turns.into_boxed_slice()))
}

/// Sides taken together on a scale: the steps that all that is held shares, else those rejected.
fn says(map: &Map, issue: IssueId, taken: &[Taken]) -> Option<Box<[(u32, Side)]>> {
    let held = shared(taken.iter().filter_map(|taken| taken.held));
    let held = steps(held.map(|[first, _]| first), held.map(|[_, last]| last)).map(|step| (step, Side::Holds));
    let rejected = taken.iter().filter_map(|taken| taken.rejected).map(|position| (position, Side::Rejects));
    let mut says: Vec<(u32, Side)> =
        held.chain(rejected).map(|(position, side)| (number(map, issue, position), side)).collect();
    says.sort_unstable();
    says.dedup_by_key(|(position, _)| *position);
    (!says.is_empty()).then(|| says.into_boxed_slice())
}

/// Answer that a stand makes, times apart.
fn answer(
    map: &Map,
    issue: IssueId,
    on_issue: &OnIssue,
    on: &[OnPosition],
    coding: Coding,
    census: &mut Census,
) -> Option<Answer> {
    if map.issues[issue].is_exclusive() {
        match on_issue.orientation {
            Orientation::Ambivalent if coding.middle => return Some(Answer::Middle),
            Orientation::Ambivalent => {
                census.ambivalent += 1;
                return None;
            }
            Orientation::Changed => {
                census.changed += 1;
                return None;
            }
            Orientation::Conditional => {
                census.depending += 1;
                return None;
            }
            _ => {}
        }
    }
    let is_exclusive = map.issues[issue].is_exclusive();
    let mut stances = Vec::with_capacity(on.len());
    let (mut lost, mut conditional) = (Census::default(), 0);
    for cell in on {
        let side = match cell.orientation {
            // Where positions exclude each other, what is said on a condition stands beside what is said without one.
            Orientation::Conditional if is_exclusive => continue,
            Orientation::Conditional if coding.unconditional => {
                lost.conditional = 1;
                continue;
            }
            Orientation::Changed => {
                lost.changed = 1;
                continue;
            }
            Orientation::Ambivalent if coding.middle => Side::Between,
            Orientation::Ambivalent => {
                lost.ambivalent = 1;
                continue;
            }
            // Of several ranges the author holds what they share.
            _ if cell.held && on_issue.held.is_none_or(|[first, last]| (first..=last).contains(&cell.position)) => {
                Side::Holds
            }
            _ if cell.held => continue,
            _ if cell.rejected && !cell.alone => Side::Rejects,
            _ => continue,
        };
        conditional |= usize::from(cell.orientation == Orientation::Conditional);
        stances.push((number(map, issue, cell.position), side));
    }
    stances.sort_unstable();
    let is_placeless = matches!(question(map, issue), Question::Scale(_))
        && !stances.is_empty()
        && stances.iter().all(|(_, side)| *side != Side::Holds);
    if is_placeless && stances.len() == map.issues[issue].position_count as usize {
        lost.nowhere = 1;
        stances.clear();
    } else if is_placeless {
        lost.placeless = 1;
    } else if stances.is_empty() && lost == Census::default() {
        match on_issue.orientation {
            Orientation::Ambivalent => lost.ambivalent = 1,
            _ => lost.sideless = 1,
        }
    }
    lost.conditional |= conditional;
    lost.inferred = usize::from(!stances.is_empty() && on_issue.tally.statements == on_issue.tally.inferred);
    census.add(lost);
    (!stances.is_empty()).then(|| Answer::Says(stances.into_boxed_slice()))
}

/// The number of a position in its issue; no stands below yes.
fn number(map: &Map, issue: IssueId, position: PositionId) -> u32 {
    let issue = &map.issues[issue];
    match issue.answers {
        Answers::YesNo => u32::from(!map.positions[position].is_no),
        _ => (position.index() - issue.first_position.index()) as u32,
    }
}

impl Census {
    fn add(&mut self, other: Census) {
        self.ambivalent += other.ambivalent;
        self.changed += other.changed;
        self.conditional += other.conditional;
        self.depending += other.depending;
        self.inferred += other.inferred;
        self.sideless += other.sideless;
        self.placeless += other.placeless;
        self.nowhere += other.nowhere;
    }
}

#[cfg(test)]
mod tests;
