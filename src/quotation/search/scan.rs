//! One pass over a source's letters that sees every needle: where it stands, or comes near.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::frequent::Frequent;
use super::index::{Needles, WindowIndex, hash, is_chosen};
use super::matches::{MatchTracker, Matches};
use super::probe::{Likely, probe};

/// Needles of fewer bytes are looked for as they are only, never for something near them.
pub(crate) const INDEXED: usize = 19;
/// Bytes of a window of a long needle. Twelve would hit more runs between two edits; but so short a
/// window is two or three frequent words, and following such hits costs more than it saves.
const WINDOW: usize = 16;
/// Bytes of a window of a needle that is looked for once more: shorter than half of eight words, of which one is changed.
const SHORT_WINDOW: usize = 8;
/// Of every so many letters of a long needle one window is indexed.
const STRETCH: usize = 24;
/// How many kinds of windows are told apart when they are counted, as a power of two.
const COUNTED_BITS: u32 = 18;
/// Sightings kept for one needle, and for all of them.
const SIGHTINGS: usize = 10_000;
const ALL_SIGHTINGS: usize = 1 << 22;
/// Matches of the automaton after which a text is taken for hostile.
const MATCHES: usize = 1 << 26;
/// Needles that are found faster one by one.
const FEW: usize = 8;
/// Bytes of needles that the automaton may hold.
const AUTOMATON_BYTES: usize = 1 << 25;
/// Bytes of needles for which the faster and much larger automaton is small enough.
const TABLE_BYTES: usize = 1 << 15;

/// Looks for all needles, none of them empty. The result says of each what was seen, and whether
/// the budget for hostile texts sufficed.
pub(crate) fn scan(text: &str, needles: &[String]) -> (Vec<Matches>, bool) {
    let all = Needles::new(needles.iter().map(String::as_str));
    let mut scan = Scan {
        letters: text.as_bytes(),
        needles,
        all: &all,
        tracks: vec![MatchTracker::default(); needles.len()],
        kept: 0,
        budget: text.len() * 16 + (1 << 22),
    };
    // Each way of looking leaves to the next the needles that it may have missed.
    let unseen = scan.by_windows((0..needles.len()).collect());
    let finished = scan.budget > 0;
    let unseen = scan.by_beginnings::<8>(unseen);
    let unseen = scan.by_beginnings::<4>(unseen);
    let matched = scan.by_automaton(&unseen);
    (scan.tracks.into_iter().map(MatchTracker::finish).collect(), finished && matched)
}

/// Looks once more, and for shorter runs of letters, for needles of which the first pass saw too little; what it sees
/// takes the place of what was seen of them. Not every run is looked for: what is frequent in the text tells nothing.
pub(crate) fn look_closely(text: &str, needles: &[String], wanted: &[usize], matches: &mut [Matches]) {
    let letters = text.as_bytes();
    let all = Needles::new(wanted.iter().map(|number| needles[*number].as_str()));
    let frequent = Frequent::in_text(letters);
    let places: Vec<u32> = (0..all.letters().len().saturating_sub(SHORT_WINDOW))
        .filter(|at| all.has_window(*at, SHORT_WINDOW) && !frequent.has(&all.letters()[*at..]))
        .map(|at| at as u32)
        .collect();
    let (index, _) = WindowIndex::<SHORT_WINDOW>::new(all.letters(), &places);
    let own: Vec<String> = wanted.iter().map(|number| needles[*number].clone()).collect();
    let mut scan = Scan {
        letters,
        needles: &own,
        all: &all,
        tracks: vec![MatchTracker::of_short_runs(); wanted.len()],
        kept: 0,
        budget: text.len() * 16 + (1 << 22),
    };
    scan.follow(&index, Likely::ask_every_second);
    for (number, track) in wanted.iter().zip(scan.tracks) {
        let seen = track.finish();
        if !seen.candidates.is_empty() || !seen.verbatim.is_empty() {
            matches[*number] = seen;
        }
    }
}

struct Scan<'t> {
    letters: &'t [u8],
    needles: &'t [String],
    all: &'t Needles,
    tracks: Vec<MatchTracker>,
    /// Sightings kept so far.
    kept: usize,
    /// Letters that may still be compared.
    budget: usize,
}

impl Scan<'_> {
    /// Sees long needles, and runs of them, by some of their windows.
    fn by_windows(&mut self, numbers: Vec<usize>) -> Vec<usize> {
        let all = self.all;
        let places = self.rarest_windows(&numbers);
        let (index, crowded) = WindowIndex::<WINDOW>::new(all.letters(), &places);
        // A needle is seen wherever it stands if one window of it is left.
        let mut windows = vec![0usize; self.needles.len()];
        for at in &places {
            windows[all.owner(*at as usize).0] += 1;
        }
        for at in &crowded {
            windows[all.owner(*at as usize).0] -= 1;
        }
        let finished = self.follow(&index, Likely::ask_chosen);
        numbers.into_iter().filter(|number| !finished || windows[*number] == 0).collect()
    }

    /// Follows each window that the text shares with needles to both sides, as far as they are alike; false where that
    /// took too long.
    fn follow<const N: usize>(
        &mut self,
        index: &WindowIndex<N>,
        ask: impl Fn(&mut Likely, &WindowIndex<N>, usize, &[u8]),
    ) -> bool {
        let (letters, all) = (self.letters, self.all);
        // A long run is hit again and again; its diagonal and end say that it was followed before.
        let mut followed = [(0, 0); 64];
        probe(letters, index, ask, |at, place| {
            let diagonal = place.wrapping_sub(at);
            let recent = &mut followed[diagonal % 64];
            if recent.0 == diagonal && at < recent.1 {
                return true;
            }
            let back = same_behind(&all.letters()[..place], &letters[..at]);
            let on = same_ahead(&all.letters()[place..], &letters[at..]);
            if on >= N {
                *recent = (diagonal, at + on);
                let (number, offset) = all.owner(place);
                self.shared(number, at - back, offset - back, back + on);
            }
            self.spend(back + on)
        })
    }

    /// Where the windows begin by which long needles are seen: in every stretch of each the chosen
    /// one that is rarest among all. A frequent one is hit all over the text and tells nothing.
    fn rarest_windows(&self, numbers: &[usize]) -> Vec<u32> {
        let long = || numbers.iter().copied().filter(|number| self.needles[*number].len() >= INDEXED);
        let chosen = |number: usize| {
            let windows = self.needles[number].as_bytes().windows(WINDOW).enumerate();
            windows
                .filter(|(_, window)| is_chosen(window))
                .map(|(offset, window)| (offset, (hash::<WINDOW>(window) >> (64 - COUNTED_BITS)) as usize))
        };
        let mut counts = vec![0u8; 1 << COUNTED_BITS];
        for (_, kind) in long().flat_map(chosen) {
            counts[kind] = counts[kind].saturating_add(1);
        }
        let mut places = Vec::new();
        let mut windows: Vec<(usize, u8, usize)> = Vec::new();
        for number in long() {
            windows.clear();
            windows.extend(chosen(number).map(|(offset, kind)| (offset / STRETCH, counts[kind], offset)));
            windows.sort_unstable();
            windows.dedup_by_key(|(stretch, ..)| *stretch);
            places.extend(windows.iter().map(|(_, _, offset)| (self.all.start(number) + offset) as u32));
        }
        places
    }

    /// Sees needles by their first `N` letters, which are looked for at every place.
    fn by_beginnings<const N: usize>(&mut self, numbers: Vec<usize>) -> Vec<usize> {
        let (long, mut unseen): (Vec<usize>, Vec<usize>) =
            numbers.into_iter().partition(|number| self.needles[*number].len() >= N);
        if long.is_empty() {
            return unseen;
        }
        let (letters, all) = (self.letters, self.all);
        let places: Vec<u32> = long.iter().map(|number| all.start(*number) as u32).collect();
        let (index, crowded) = WindowIndex::<N>::new(all.letters(), &places);
        let finished = probe(letters, &index, Likely::ask_all, |at, place| {
            let length = same_ahead(&all.letters()[place..], &letters[at..]);
            if all.ends(place + length) {
                self.see(all.owner(place).0, at);
            }
            // Only needles that go on for long can make many comparisons too many.
            length < INDEXED || self.spend(length)
        });
        if finished {
            unseen.extend(crowded.into_iter().map(|at| all.owner(at as usize).0));
        } else {
            unseen.extend(long);
        }
        unseen
    }

    /// Takes from the budget; false when it is spent.
    fn spend(&mut self, letters: usize) -> bool {
        self.budget = self.budget.saturating_sub(letters);
        self.budget > 0
    }

    /// Takes note of a run of letters shared by the text and a needle.
    fn shared(&mut self, number: usize, at: usize, offset: usize, length: usize) {
        let needle = self.needles[number].len();
        let diagonal = at as i64 - offset as i64;
        if !self.tracks[number].is_new(diagonal, at) {
            return;
        }
        if length == needle {
            self.see(number, at);
        } else {
            self.tracks[number].near(diagonal, length, needle);
        }
    }

    /// Sees what is left, by an automaton; false where too many matches made it stop.
    fn by_automaton(&mut self, numbers: &[usize]) -> bool {
        let mut total = 0;
        let (small, large): (Vec<usize>, Vec<usize>) = numbers.iter().partition(|number| {
            total += self.needles[**number].len();
            numbers.len() > FEW && total <= AUTOMATON_BYTES
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
        let matches = &mut self.tracks[number].matches;
        if matches.verbatim.len() < SIGHTINGS && self.kept < ALL_SIGHTINGS {
            matches.verbatim.push(at as u32);
            self.kept += 1;
        } else {
            matches.uncounted += 1;
        }
    }
}

/// How long two texts are alike from their starts.
fn same_ahead(left: &[u8], right: &[u8]) -> usize {
    let (eights, other_eights) = (left.as_chunks::<8>().0, right.as_chunks::<8>().0);
    let alike = 8 * eights.iter().zip(other_eights).take_while(|(left, right)| left == right).count();
    alike + left[alike..].iter().zip(&right[alike..]).take_while(|(left, right)| left == right).count()
}

/// How long two texts are alike up to their ends.
fn same_behind(left: &[u8], right: &[u8]) -> usize {
    left.iter().rev().zip(right.iter().rev()).take_while(|(left, right)| left == right).count()
}
