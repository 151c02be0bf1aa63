//! Contradictions: where one author takes positions that exclude each other, and whether that is a change of mind.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use foldhash::{HashMap, HashMapExt};

use crate::analysis::evaluation::hypothesis::speakers;
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::exception::{Conditioned, is_same_condition};
use crate::analysis::table::positions::Positions;
use crate::analysis::table::taken::{Taken, shared};
use crate::model::{Answers, Attitude, AuthorId, IssueId, Map, PositionId, StanceId, steps};

/// Two sides that one author takes and that cannot both be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// All stances on both sides in the order of time, those of one time in the order of the text: of a change of mind one
    /// turn after the other, else the one side and then the other.
    pub reversals: Vec<Vec<StanceId>>,
    /// Whether they are of different times, and whatever else says the same: a change of mind.
    pub is_change: bool,
}

impl Contradiction {
    /// The speakers of one of its turns, each once, in the order of the map.
    pub fn authors(&self, map: &Map, turn: usize) -> Vec<AuthorId> {
        let of = |&stance: &StanceId| speakers(map, map.stances[stance].statement);
        self.reversals[turn].iter().flat_map(of).collect::<BTreeSet<AuthorId>>().into_iter().collect()
    }

    /// Whether those who share a column differ, and no one of them takes both sides.
    pub fn is_split(&self, map: &Map) -> bool {
        let stances = self.reversals.iter().flatten();
        let mut makers = stances.map(|&stance| speakers(map, map.stances[stance].statement));
        let Some(first) = makers.next() else { return false };
        let mut shared: Vec<AuthorId> = first.clone();
        let mut is_same = true;
        for makers in makers {
            shared.retain(|author| makers.contains(author));
            is_same &= makers == first;
        }
        !is_same && shared.is_empty()
    }
}

/// Whose mind it is that contradicts itself or changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mind {
    /// That of a column.
    Column(usize),
    /// That of authors who have several columns: at several times, or in several documents.
    Authors(Box<[AuthorId]>),
}

/// All that holds one position, or one range of a scale, or rejects one position.
struct Group {
    side: Side,
    stances: Vec<StanceId>,
}

/// The position, of a range its first and last step, and whether it is held; else it is rejected.
type Side = ([PositionId; 2], bool);

/// The contradictions in what one author says on an issue. Each side that is taken is held against the first that it
/// excludes. What is rejected only as not enough `alone` excludes nothing, nor does an anticipated
/// objection. Of a column that several share it says nothing of any of them.
pub fn contradictions(map: &Map, issue: IssueId, stances: &[ColumnStance]) -> Vec<Contradiction> {
    // A stance on a condition is an exception to one without; of stances on two conditions it depends.
    let conditioned = Conditioned::of(map, issue, stances);
    let of_base = conditioned.map(|_| stances.iter().filter(|say| !say.conditional).copied().collect::<Vec<_>>());
    let mut found = contradictions_of(map, issue, of_base.as_deref().unwrap_or(stances));
    if of_base.is_some() {
        found.extend(of_conditions(map, issue, stances));
    }
    found
}

/// Those within each condition, where positions exclude each other.
fn of_conditions(map: &Map, issue: IssueId, stances: &[ColumnStance]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let mut left: Vec<ColumnStance> = stances.iter().filter(|say| say.conditional).copied().collect();
    while let Some(first) = left.first().copied() {
        let (same, other) = left.into_iter().partition(|say| is_same_condition(map, first.stance, say.stance));
        let same: Vec<ColumnStance> = same;
        found.extend(contradictions_of(map, issue, &same));
        left = other;
    }
    found
}

/// Contradictions among stances, whatever they hang on.
fn contradictions_of(map: &Map, issue: IssueId, stances: &[ColumnStance]) -> Vec<Contradiction> {
    let (groups, known) = groups(map, stances);
    let is_exclusive = map.issues[issue].is_exclusive();
    let is_yes_no = map.issues[issue].answers == Answers::YesNo;
    let first_rejected = groups.iter().position(|group| !group.side.1);
    let mut found: Vec<Contradiction> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let (range, holds) = group.side;
        let other_way =
            steps(Some(range[0]), Some(range[1])).filter_map(|step| known.get(&([step; 2], !holds)).copied());
        // Of ranges there are few.
        let is_in = |earlier: &Group| {
            earlier.side.1 && !holds && is_range(earlier.side.0) && shared([earlier.side.0, range]).is_some()
        };
        let in_range = groups[..at].iter().position(is_in);
        let is_apart = |earlier: &Group| earlier.side.1 && shared([earlier.side.0, range]).is_none();
        let other_answer = match holds {
            true if is_exclusive => groups[..at].iter().position(is_apart),
            false => first_rejected.filter(|_| is_yes_no),
            true => None,
        };
        let excluded = other_way.chain(in_range).chain(other_answer).filter(|&earlier| earlier < at).min();
        found.extend(excluded.map(|earlier| meet(map, &groups[earlier], group)));
    }
    found
}

fn is_range([first, last]: [PositionId; 2]) -> bool {
    first != last
}

/// Minds that speak on an issue, with their stances; one author at several times, or in several documents, is one.
pub fn minds(map: &Map, positions: &Positions, issue: IssueId) -> Vec<(Mind, Vec<ColumnStance>)> {
    let columns = &positions.columns;
    let mut minds: Vec<(usize, Mind, Vec<ColumnStance>)> = Vec::new();
    for (column, stand) in positions.stances_on(issue) {
        let same = |first: usize| columns.same_makers(map, [first, column]);
        match minds.iter_mut().find_map(|mind| same(mind.0).map(|makers| (mind, makers))) {
            Some(((_, mind, stances), makers)) => {
                *mind = Mind::Authors(makers.into());
                stances.extend(stand.stances);
                stances.sort_by_key(|say| say.stance);
                stances.dedup_by_key(|say| say.stance);
            }
            // Those who share a column are divided as they stand in the end; whoever of them changed did so alone.
            None if stand.last.is_some() && !columns.is_one_mind(column) => {
                minds.push((column, Mind::Column(column), stand.latest().stances.to_vec()));
                let mut sorted = stand.stances.to_vec();
                sorted.sort_by_key(|say| (map.authors_of(say.statement), say.stance));
                for of_one in sorted.chunk_by(|a, b| map.authors_of(a.statement) == map.authors_of(b.statement)) {
                    let makers = map.authors_of(of_one[0].statement);
                    if !makers.is_empty() {
                        minds.push((column, Mind::Authors(makers.into()), of_one.to_vec()));
                    }
                }
            }
            None => minds.push((column, Mind::Column(column), stand.stances.to_vec())),
        }
    }
    minds.into_iter().map(|(_, mind, stances)| (mind, stances)).collect()
}

/// The sides that are taken, in the order of the text, and where each stands among them.
fn groups(map: &Map, stances: &[ColumnStance]) -> (Vec<Group>, HashMap<Side, usize>) {
    let (mut groups, mut known): (Vec<Group>, _) = (Vec::new(), HashMap::new());
    for say in stances {
        let Some(Taken { held, rejected }) = Taken::of(map, say) else { continue };
        // On a yes/no issue what is named says all: the mirrored half would only say it again.
        let side = match (say.attitude, held, rejected) {
            (Attitude::Holds, Some(held), _) => (held, true),
            (_, _, Some(rejected)) => ([rejected; 2], false),
            _ => continue,
        };
        let at = *known.entry(side).or_insert_with(|| {
            groups.push(Group { side, stances: Vec::new() });
            groups.len() - 1
        });
        groups[at].stances.push(say.stance);
    }
    (groups, known)
}

/// Two sides that exclude each other: no change of mind where any stance on the one may be of the time of one on the other.
fn meet(map: &Map, one: &Group, other: &Group) -> Contradiction {
    let mut sides = [one, other].map(|group| timed(map, group.stances.iter().copied()));
    sides.sort_by_key(|timed| (*timed[0].0.start(), timed[0].1));
    if may_coincide(&sides[0], &sides[1]) {
        let reversals = sides.iter().map(|timed| timed.iter().map(|(_, stance)| *stance).collect());
        return Contradiction { reversals: reversals.collect(), is_change: false };
    }
    let mut all: Vec<(u32, StanceId, usize)> = Vec::new();
    for (side, timed) in sides.iter().enumerate() {
        all.extend(timed.iter().map(|(days, stance)| (*days.start(), *stance, side)));
    }
    all.sort_unstable();
    let reversals = all.chunk_by(|one, next| one.2 == next.2);
    Contradiction { reversals: reversals.map(|turn| turn.iter().map(|it| it.1).collect()).collect(), is_change: true }
}

/// Stances in the order of time, each with the days on which it may have been taken.
pub(crate) fn timed(map: &Map, stances: impl Iterator<Item = StanceId>) -> Vec<(RangeInclusive<u32>, StanceId)> {
    let mut timed: Vec<_> = stances.map(|stance| (days(map, stance), stance)).collect();
    timed.sort_by_key(|(days, stance)| (*days.start(), *stance));
    timed
}

/// Whether any of the one may have been taken on a day of any of the other.
pub(crate) fn may_coincide(one: &[(RangeInclusive<u32>, StanceId)], other: &[(RangeInclusive<u32>, StanceId)]) -> bool {
    let (mut a, mut b) = (0, 0);
    while let (Some((one, _)), Some((other, _))) = (one.get(a), other.get(b)) {
        if one.end() < other.start() {
            a += 1;
        } else if other.end() < one.start() {
            b += 1;
        } else {
            return true;
        }
    }
    false
}

/// The days on which a stance may have been taken: all, where the map has no date.
fn days(map: &Map, stance: StanceId) -> RangeInclusive<u32> {
    let date = map.date_of(map.stances[stance].statement);
    date.map_or(0..=u32::MAX, |date| date.first_day()..=date.last_day())
}

#[cfg(test)]
mod tests {
    use crate::analysis::dispute::contradiction::*;
    use crate::analysis::example::{scene, whole};
    use crate::analysis::table::column::{Actor, Columns};
    use crate::analysis::table::positions::Positions;

    /// Ann's contradictions: the statements, and whether she changed her mind.
    fn found(issue: &str, earlier: &[&str], later: &[&str]) -> Vec<(String, bool)> {
        let mut text = String::new();
        for (source, clauses) in [("ann-2015", earlier), ("ann-2017", later)] {
            text += &format!("@{source}\n\n");
            for (at, clause) in clauses.iter().enumerate() {
                text += &format!("claim s{at}: It is so.\n  {clause}\n\n");
            }
        }
        let map = scene(&text);
        let ann = map.authors.ids().next().map(Actor::Author).expect("she is in the scene");
        let positions = Positions::new(&map, &whole(&map), Columns::chosen(&map, &[ann], false));
        let issue = map.issues.ids().find(|&id| map.word(map.issues[id].name) == issue).expect("it is in the scene");
        let name = |stance: StanceId| map.statement_name(map.stances[stance].statement);
        let turn = |stances: &Vec<StanceId>| stances.iter().copied().map(name).collect::<Vec<_>>().join(" ");
        let words = |it: Contradiction| (it.reversals.iter().map(turn).collect::<Vec<_>>().join(" / "), it.is_change);
        contradictions(&map, issue, positions.stance(issue, 0).stances).into_iter().map(words).collect()
    }

    #[test]
    fn what_excludes_each_other_at_one_time_is_a_contradiction_and_else_a_change() {
        let both = |words: &str, is_change| vec![(words.to_owned(), is_change)];
        let (roads, police) = ("holds choice: roads", "holds choice: police");
        assert_eq!(found("choice", &[roads, police], &[]), both("ann-2015.s0 / ann-2015.s1", false));
        assert_eq!(found("choice", &[roads], &[police]), both("ann-2015.s0 / ann-2017.s0", true));
        assert_eq!(found("choice", &[police], &[roads, roads]), both("ann-2015.s0 / ann-2017.s0 ann-2017.s1", true));
        let again = both("ann-2015.s0 ann-2017.s0 / ann-2017.s1", false);
        assert_eq!(found("choice", &[roads], &[roads, police]), again);
        assert_eq!(found("choice", &[roads], &["rejects choice: roads"]), both("ann-2015.s0 / ann-2017.s0", true));
        assert_eq!(found("act", &["holds act: yes"], &["rejects act: yes"]), both("ann-2015.s0 / ann-2017.s0", true));
        assert_eq!(found("act", &["rejects act: no"], &["rejects act: yes"]), both("ann-2015.s0 / ann-2017.s0", true));
    }

    #[test]
    fn an_exception_is_no_contradiction_and_no_change_of_mind() {
        let (no, yes_if) = ("holds act: no", "holds act (tentatively): yes if it is cheap");
        assert_eq!(found("act", &[no, yes_if], &[]), []);
        assert_eq!(found("act", &[no], &[yes_if]), []);
        assert_eq!(found("act", &[yes_if], &[no]), []);
        assert_eq!(found("act", &["holds act: no if it is dear", yes_if], &[]), []);
        // The later one is unconditional too; and within one condition the opposite is the opposite.
        let both = |is_change| vec![("ann-2015.s0 / ann-2017.s0".to_owned(), is_change)];
        assert_eq!(found("act", &[no], &["holds act: yes"]), both(true));
        assert_eq!(found("act", &["holds act: no if it is cheap"], &[yes_if]), both(true));
    }

    #[test]
    fn what_can_stand_together_is_no_contradiction() {
        assert_eq!(found("open", &["holds open: roads", "holds open: police"], &[]), []);
        assert_eq!(found("choice", &["holds choice: roads", "rejects choice (alone): roads"], &[]), []);
        assert_eq!(found("choice", &["holds choice: roads", "rejects choice: police"], &[]), []);
        assert_eq!(found("act", &["holds act: yes", "rejects act: no"], &[]), []);
        assert_eq!(found("choice", &["holds choice: roads", "weighs choice: both"], &["raises choice: asked"]), []);
    }
}
