//! One pass over a source's letters that sees every needle: where it stands, or comes near.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::index::{Needles, STEP, WINDOW, WindowIndex, hash};

/// Needles of fewer bytes share no window for certain with a text that has them.
pub(super) const INDEXED: usize = WINDOW + STEP - 1;
/// Probes that are asked together.
const BATCH: usize = 64;
/// Sightings kept for one needle, and for all of them.
const SIGHTINGS: usize = 10_000;
const ALL_SIGHTINGS: usize = 1 << 22;
/// Matches of the automaton after which a text is taken for hostile.
const MATCHES: usize = 1 << 26;
/// Bytes of crowded needles that the automaton may hold.
const AUTOMATON_BYTES: usize = 1 << 25;

/// Bytes of needles for which the faster and much larger automaton is small enough.
const TABLE_BYTES: usize = 1 << 15;

/// What was seen of one needle.
#[derive(Debug, Default, Clone)]
pub(super) struct Sighting {
    /// Offsets at which the letters stand as they are, ascending.
    pub(super) verbatim: Vec<u32>,
    /// Verbatim places that were only counted.
    pub(super) uncounted: usize,
    /// Where most of it may stand, the likeliest first.
    pub(super) candidates: Vec<Candidate>,
}

/// A stretch of the text that shares runs of letters with a needle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Where the needle would begin if nothing were added or left out; may lie before the text.
    pub(super) diagonal: i64,
    /// Letters in the runs that both share.
    shared: usize,
}

/// What is known of one needle while the text goes by.
#[derive(Debug, Clone, Default)]
struct Track {
    sighting: Sighting,
    current: Option<Candidate>,
    /// The diagonal and start of the run seen last, so that it counts once.
    last_run: Option<(i64, usize)>,
}

/// Looks for all needles, none of them empty. The result says of each what was seen, and whether
/// the budget for hostile texts sufficed.
pub(super) fn scan(text: &str, needles: &[String]) -> (Vec<Sighting>, bool) {
    let (long, short): (Vec<usize>, Vec<usize>) =
        (0..needles.len()).partition(|number| needles[*number].len() >= INDEXED);
    let mut scan = Scan { letters: text.as_bytes(), needles, tracks: vec![Track::default(); needles.len()], kept: 0 };
    let (finished, unseen) = scan.probe(&long);
    let others: Vec<usize> = short.into_iter().chain(unseen).collect();
    let matched = scan.search(&others);
    let sightings = scan.tracks.into_iter().map(Track::finish).collect();
    (sightings, finished && matched)
}

struct Scan<'t> {
    letters: &'t [u8],
    needles: &'t [String],
    tracks: Vec<Track>,
    /// Sightings kept so far.
    kept: usize,
}

impl Scan<'_> {
    /// Asks an index of the needles at every step. Gives whether comparing stayed within its budget,
    /// and the needles that may stand in the text unseen.
    fn probe(&mut self, long: &[usize]) -> (bool, Vec<usize>) {
        let all = Needles::new(long.iter().map(|number| self.needles[*number].as_str()));
        let (index, crowded) = WindowIndex::new(&all);
        let letters = self.letters;
        let mut budget = letters.len() * 16 + (1 << 22);
        // A long run is hit at every step; its diagonal and end say that it was followed before.
        let mut followed = [(0, 0); BATCH];
        let probes = (letters.len() + 1).saturating_sub(WINDOW).div_ceil(STEP);
        for first in (0..probes).step_by(BATCH) {
            // All of a batch are asked before any is followed, so that they wait for memory together.
            let mut likely = [(0, 0); BATCH];
            let mut count = 0;
            for probe in first..probes.min(first + BATCH) {
                let at = probe * STEP;
                let hash = hash(&letters[at..at + WINDOW]);
                likely[count] = (at, hash);
                count += usize::from(index.may_have(hash));
            }
            for (at, hash) in likely.into_iter().take(count) {
                for place in index.places(hash) {
                    let diagonal = place.wrapping_sub(at);
                    let recent = &mut followed[diagonal % BATCH];
                    if recent.0 == diagonal && at < recent.1 {
                        continue;
                    }
                    let back = same(all.letters()[..place].iter().rev(), letters[..at].iter().rev());
                    let on = same(all.letters()[place..].iter(), letters[at..].iter());
                    match budget.checked_sub(back + on + 1) {
                        Some(rest) => budget = rest,
                        None => return (false, long.to_vec()),
                    }
                    if on >= WINDOW {
                        *recent = (diagonal, at + on);
                        let (owner, offset) = all.owner(place);
                        self.shared(long[owner], at - back, offset - back, back + on);
                    }
                }
            }
        }
        (true, crowded.into_iter().map(|crowded| long[crowded]).collect())
    }

    /// Takes note of a run of letters shared by the text and a needle.
    fn shared(&mut self, number: usize, at: usize, offset: usize, length: usize) {
        let needle = self.needles[number].len();
        let diagonal = at as i64 - offset as i64;
        let track = &mut self.tracks[number];
        if track.last_run == Some((diagonal, at)) {
            return;
        }
        track.last_run = Some((diagonal, at));
        if length == needle {
            self.see(number, at);
        } else {
            track.near(diagonal, length, needle);
        }
    }

    /// Searches for needles by an automaton; false where too many matches made it stop.
    fn search(&mut self, numbers: &[usize]) -> bool {
        let mut total = 0;
        let (small, large): (Vec<usize>, Vec<usize>) = numbers.iter().partition(|number| {
            total += self.needles[**number].len();
            total <= AUTOMATON_BYTES
        });
        for number in large {
            let (letters, needles) = (self.letters, self.needles);
            for at in memchr::memmem::find_iter(letters, needles[number].as_bytes()) {
                self.see(number, at);
            }
        }
        if small.is_empty() {
            return true;
        }
        let patterns = small.iter().map(|number| &self.needles[*number]);
        let kind = if total <= TABLE_BYTES { AhoCorasickKind::DFA } else { AhoCorasickKind::ContiguousNFA };
        let automaton = AhoCorasick::builder()
            .kind(Some(kind))
            .build(patterns)
            .expect("the patterns are too few bytes to overflow the automaton");
        let mut matches = 0;
        for found in automaton.find_overlapping_iter(self.letters) {
            self.see(small[found.pattern().as_usize()], found.start());
            matches += 1;
            if matches == MATCHES {
                return false;
            }
        }
        true
    }

    fn see(&mut self, number: usize, at: usize) {
        let sighting = &mut self.tracks[number].sighting;
        if sighting.verbatim.len() < SIGHTINGS && self.kept < ALL_SIGHTINGS {
            sighting.verbatim.push(at as u32);
            self.kept += 1;
        } else {
            sighting.uncounted += 1;
        }
    }
}

impl Track {
    /// Adds a shared run to the candidate it belongs to: diagonals within a quarter of the needle.
    fn near(&mut self, diagonal: i64, shared: usize, length: usize) {
        match &mut self.current {
            Some(current) if current.diagonal.abs_diff(diagonal) as usize <= length / 4 + STEP => {
                current.shared += shared;
            }
            _ => {
                self.retire();
                self.current = Some(Candidate { diagonal, shared });
            }
        }
    }

    /// Keeps the candidate that is past, if it is among the best three.
    fn retire(&mut self) {
        let Some(candidate) = self.current.take() else {
            return;
        };
        let best = &mut self.sighting.candidates;
        let rank = best.partition_point(|other| other.shared >= candidate.shared);
        if rank < 3 {
            best.insert(rank, candidate);
            best.truncate(3);
        }
    }

    fn finish(mut self) -> Sighting {
        self.retire();
        self.sighting.verbatim.sort_unstable();
        self.sighting.verbatim.dedup();
        self.sighting
    }
}

/// How long two sequences are alike.
fn same<'a>(left: impl Iterator<Item = &'a u8>, right: impl Iterator<Item = &'a u8>) -> usize {
    left.zip(right).take_while(|(left, right)| left == right).count()
}
