//! Matches of a needle in one pass over a text: where it stands, and where most of it may stand.

/// Candidates kept for one needle: where long runs of letters are looked for, and where short ones are.
const CANDIDATES: usize = 3;
const CANDIDATES_OF_SHORT_RUNS: usize = 8;
/// Letters by which the diagonals of one candidate may differ, besides a quarter of its needle.
const DRIFT: usize = 4;

/// Matches of one needle.
#[derive(Debug, Default, Clone)]
pub(crate) struct Matches {
    /// Offsets at which the letters stand as they are, ascending.
    pub(crate) verbatim: Vec<u32>,
    /// Verbatim places that were only counted.
    pub(crate) uncounted: usize,
    /// Where most of it may stand, the likeliest first.
    pub(crate) candidates: Vec<Candidate>,
}

/// A stretch of the text that shares runs of letters with a needle.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    /// Where the needle would begin if nothing were added or left out; may lie before the text.
    pub(crate) diagonal: i64,
    /// Letters in the runs that both share.
    shared: usize,
}

/// Tracker of one needle while the text goes by.
#[derive(Debug, Clone)]
pub(crate) struct MatchTracker {
    pub(crate) matches: Matches,
    /// The candidates that are kept, the best first.
    most: usize,
    current: Option<Candidate>,
    /// The diagonal and start of the run seen last, so that it counts once.
    last_run: Option<(i64, usize)>,
}

impl Default for MatchTracker {
    fn default() -> Self {
        Self { matches: Matches::default(), most: CANDIDATES, current: None, last_run: None }
    }
}

impl Matches {
    /// Whether a needle of so many letters is there as it is, or more than half of it somewhere.
    pub(crate) fn are_telling(&self, length: usize) -> bool {
        let most = self.candidates.first().map_or(0, |candidate| candidate.shared);
        !self.verbatim.is_empty() || self.uncounted > 0 || most * 2 > length
    }
}

impl MatchTracker {
    /// For who looks for short runs of letters, many of which stand in other passages too.
    pub(crate) fn of_short_runs() -> Self {
        Self { most: CANDIDATES_OF_SHORT_RUNS, ..Self::default() }
    }

    /// Whether a run that begins at a place of the text is seen for the first time.
    pub(crate) fn is_new(&mut self, diagonal: i64, at: usize) -> bool {
        self.last_run.replace((diagonal, at)) != Some((diagonal, at))
    }

    /// Adds a shared run to the candidate it belongs to: diagonals within a quarter of the needle.
    pub(crate) fn near(&mut self, diagonal: i64, shared: usize, length: usize) {
        match &mut self.current {
            Some(current) if current.diagonal.abs_diff(diagonal) as usize <= length / 4 + DRIFT => {
                current.shared += shared;
            }
            _ => {
                self.retire();
                self.current = Some(Candidate { diagonal, shared });
            }
        }
    }

    /// Keeps the candidate that is past, if it is among the best.
    fn retire(&mut self) {
        let Some(candidate) = self.current.take() else {
            return;
        };
        let best = &mut self.matches.candidates;
        let rank = best.partition_point(|other| other.shared >= candidate.shared);
        if rank < self.most {
            best.insert(rank, candidate);
            best.truncate(self.most);
        }
    }

    pub(crate) fn finish(mut self) -> Matches {
        self.retire();
        self.matches.verbatim.sort_unstable();
        self.matches.verbatim.dedup();
        self.matches
    }
}
