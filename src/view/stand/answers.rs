//! The answers that a map gives to an issue, and what becomes of each: a position, and who holds it as their own.

use foldhash::HashSet;

use crate::analysis::evaluation::challenge::Verdict;
use crate::analysis::evaluation::condition::taken::Taken;
use crate::model::{IssueId, PositionId, StanceId, StatementId};
use crate::page::{Mark, Runs};
use crate::study::{Place, PlaceSide, Study};
use crate::view::wording::called::{condition_said, range_said};
use crate::view::wording::named;
use crate::view::wording::speech::{self, Speech};

use super::asked::{Asked, Shown};
use super::condition::taken_runs;
use super::why::read_in::tilde;

/// A position as somebody holds it: one author, several who speak as one or, of a whole position, all who hold it.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) position: PositionId,
    /// Of each who holds it the first statement, in the order of the text; several who speak as one are one.
    pub(super) holders: Vec<StatementId>,
    pub(super) taken: Option<Taken>,
    /// The best that a statement comes to by which it is so held; none where no rule has an answer.
    pub(super) verdict: Option<Verdict>,
    /// The stances that come to that.
    pub(super) best: Vec<StanceId>,
    /// Whether all of those are the mapper's reading.
    pub(super) inferred: bool,
    /// Whether another statement by which it is so held comes to less.
    pub(super) mixed: bool,
    /// Whether it is a position of the map, and not what one holder says of it.
    pub(super) whole: bool,
}

/// The answer to an issue by position. Who reports another's voice, or raises an objection to be answered, does not answer.
pub(super) fn by_position(study: &Study<'_>, asked: &Asked<'_>, shown: &Shown<'_>, issue: IssueId) -> Vec<Answer> {
    let own = own(study, issue);
    let of_one = |places: &[Place]| answer(study, asked, shown, places, true);
    own.chunk_by(|a, b| a.position == b.position).filter_map(of_one).collect()
}

/// The same, each holder apart.
pub(super) fn by_holder(study: &Study<'_>, asked: &Asked<'_>, shown: &Shown<'_>, issue: IssueId) -> Vec<Answer> {
    let map = study.map;
    let mut own = own(study, issue);
    // A range is one answer, not one for each of its steps.
    let mut ranges = HashSet::default();
    own.retain(|place| map.stances[place.stance].to.is_none() || ranges.insert(place.stance));
    own.sort_by_key(|place| (place.position, map.authors_of(place.statement)));
    let same =
        |a: &Place, b: &Place| a.position == b.position && map.authors_of(a.statement) == map.authors_of(b.statement);
    own.chunk_by(same).filter_map(|places| answer(study, asked, shown, places, false)).collect()
}

/// The places where somebody answers as their own, and has not given that up since.
fn own(study: &Study<'_>, issue: IssueId) -> Vec<Place> {
    let places = study.places(issue).into_iter();
    let counts = |place: &Place| {
        let what = &study.map.statements[place.statement];
        place.side == PlaceSide::For && place.position.is_some() && what.is_own() && !what.anticipated
    };
    let mut own: Vec<Place> = places.filter(counts).collect();
    let given_up = study.given_up(issue);
    own.retain(|place| !given_up.contains(&place.stance));
    own
}

fn answer(study: &Study<'_>, asked: &Asked<'_>, shown: &Shown<'_>, places: &[Place], whole: bool) -> Option<Answer> {
    let map = study.map;
    let position = places[0].position?;
    let of_stance = |place: &Place| asked.outcome.of_stance(map, place.stance);
    let taken = places.iter().filter_map(of_stance).max();
    let best: Vec<&Place> = places.iter().filter(|place| of_stance(place) == taken).collect();
    let verdict = best.iter().filter_map(|place| shown.challenges.verdict(place.statement)).min();
    let maker = |statement: StatementId| match map.authors_of(statement) {
        [] => (&[][..], map.statements[statement].source),
        authors => (authors, None),
    };
    let mut holders: Vec<StatementId> = Vec::new();
    for place in places {
        if holders.iter().all(|&holder| maker(holder) != maker(place.statement)) {
            holders.push(place.statement);
        }
    }
    let inferred = best.iter().all(|place| map.stances[place.stance].inferred);
    let mixed = best.len() < places.len()
        || places.iter().filter_map(|place| shown.challenges.verdict(place.statement)).any(|of| Some(of) != verdict);
    let best = best.iter().map(|place| place.stance).collect();
    Some(Answer { position, holders, taken, verdict, best, inferred, mixed, whole })
}

impl Answer {
    /// Whether it can be held, be it on a condition.
    pub(super) fn can_be_held(&self) -> bool {
        matches!(self.taken, Some(Taken::Stands | Taken::If))
    }

    /// The verdict in words: `defended`, `at best unchallenged`, `open`, `stands if the bridge bears it`.
    pub(super) fn told(&self, study: &Study<'_>) -> Runs {
        let best = if self.mixed { "at best " } else { "" };
        Runs::from(best).joined(match (self.taken, self.verdict) {
            (Some(Taken::Stands), Some(verdict)) => verdict_runs(Some(verdict)),
            (taken, _) => taken_runs(study.map, taken, &self.best),
        })
    }

    /// Whether nobody attacks it in any statement by which it is so held.
    pub(super) fn is_untouched(&self) -> bool {
        self.taken == Some(Taken::Stands) && self.verdict == Some(Verdict::Unchallenged) && !self.mixed
    }

    /// The conditions on which it is so held: `if the bridge bears it`.
    pub(super) fn conditions(&self, study: &Study<'_>) -> Runs {
        let map = study.map;
        let conditions = self.best.iter().filter_map(|&id| map.stances[id].condition.as_deref());
        let mut conditions: Vec<String> = conditions.map(|condition| condition_said(map, condition)).collect();
        conditions.dedup();
        Runs::new().with(Mark::Between, conditions.join(", or "))
    }

    /// The position, with the sign of the mapper's reading where it is one.
    pub(super) fn named(&self, study: &Study<'_>) -> Runs {
        let range =
            self.best.first().map(|&stance| (&study.map.stances[stance].position, &study.map.stances[stance].to));
        let name = match range {
            Some((&Some(first), &Some(last))) if !self.whole => {
                Runs::from(format!("from {}", range_said(study.map, [first, last])))
            }
            _ => speech::position(study.map, self.position),
        };
        name.joined(tilde(self.inferred))
    }

    /// Holders in words: `Ann, and Bob and Cy`.
    pub(super) fn who(&self, speech: &Speech<'_>) -> Runs {
        let several = self.holders.iter().any(|&holder| speech.is_joint(holder));
        let names = self.holders.iter().map(|&holder| Runs::from(speech.makers(holder)));
        if several { named::joined(names, "; ") } else { named::first(names, WHO) }
    }
}

/// So many holders of an answer are named.
const WHO: usize = 6;

/// The word for a verdict, marked as for, against or neither.
pub(super) fn verdict_runs(verdict: Option<Verdict>) -> Runs {
    let mark = match verdict {
        Some(Verdict::Unchallenged | Verdict::Defended | Verdict::Kept) => Mark::For,
        Some(Verdict::Contested | Verdict::Open) => Mark::Between,
        Some(Verdict::Falls) => Mark::Against,
        None => Mark::Faint,
    };
    Runs::new().with(mark, verdict.map_or("no reading", Verdict::word))
}
