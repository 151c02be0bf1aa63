//! Every extension: those of each part, and each way to take one of every part.

use std::ops::Range;

use super::finder::Finder;
use super::setting::Setting;
use crate::{Argument, Count, Extensions, Stop, Stopped};

impl Setting<'_> {
    /// All extensions, but not more than `most`.
    pub(super) fn all(&self, most: usize, stop: Stop) -> Result<Extensions, Stopped> {
        // If the time is up before a part was searched, what this one has of it stands for the part.
        let Some(one) = self.one(stop)? else { return Ok(Extensions::default()) };
        if self.semantics.is_single() {
            return Ok(Extensions { found: vec![self.counted(one)], more: false });
        }
        let mut is_in = vec![false; self.labels.len()];
        for &it in &one {
            is_in[it as usize] = true;
        }
        let mut parts = Vec::new();
        let mut more = false;
        for part in self.reduct.weak() {
            let of_part = self.of_part(part.clone(), most.max(1), stop).unwrap_or_else(|Stopped| {
                let names = part.map(|it| self.reduct.name(it)).filter(|&it| is_in[it as usize]);
                Extensions { found: vec![self.counted(names.collect())], more: true }
            });
            more |= of_part.more;
            parts.push(of_part.found);
        }
        let mut extensions = self.combined(&parts, most, stop);
        extensions.more |= more;
        Ok(extensions)
    }

    /// Each way to take one extension of every part, those of the last part changing first.
    fn combined(&self, parts: &[Vec<Vec<Argument>>], most: usize, stop: Stop) -> Extensions {
        let decided = self.counted(self.decided());
        let mut chosen = vec![0; parts.len()];
        let mut found = Vec::new();
        let more = loop {
            // The first is due to whoever stops it, too.
            if found.len() == most || found.len() % 256 == 1 && stop.is_up(256 * self.labels.len() as u64) {
                break true;
            }
            let of_parts = chosen.iter().zip(parts).flat_map(|(&at, part)| &part[at]);
            let mut extension: Vec<Argument> = decided.iter().chain(of_parts).copied().collect();
            extension.sort_unstable();
            found.push(extension);
            let Some(last) = (0..parts.len()).rfind(|&at| chosen[at] + 1 < parts[at].len()) else { break false };
            chosen[last] += 1;
            chosen[last + 1..].fill(0);
        };
        found.sort();
        Extensions { found, more }
    }

    /// How many extensions there are.
    pub(super) fn count(&self, stop: Stop) -> Result<Count, Stopped> {
        if self.one(stop)?.is_none() {
            return Ok(Count { number: Some(0), more: false });
        }
        let (mut number, mut more) = (1u128, false);
        for part in self.reduct.weak().filter(|_| !self.semantics.is_single()) {
            let (of_part, more_of_part) = self.count_of_part(part, stop);
            let Some(product) = number.checked_mul(of_part) else { return Ok(Count { number: None, more: false }) };
            number = product;
            more |= more_of_part;
        }
        Ok(Count { number: Some(number), more })
    }

    /// How many extensions a part has, of which it has one, and whether there may be more.
    fn count_of_part(&self, part: Range<Argument>, stop: Stop) -> (u128, bool) {
        if !self.flat.framework.is_plain() {
            // Some may differ in helpers alone.
            return self.of_part(part, usize::MAX, stop).map_or((1, true), |it| (it.found.len() as u128, it.more));
        }
        let mut finder = Finder::new(&self.reduct, part, self.semantics, stop);
        let mut number = 0;
        loop {
            match finder.next(None) {
                Ok(Some(_)) => number += 1,
                Ok(None) => return (number, false),
                Err(Stopped) => return (number.max(1), true),
            }
        }
    }

    /// The extensions of one part, by the framework's names and without helpers.
    fn of_part(&self, part: Range<Argument>, most: usize, stop: Stop) -> Result<Extensions, Stopped> {
        let mut finder = Finder::new(&self.reduct, part, self.semantics, stop);
        let mut found: Vec<Vec<Argument>> = Vec::new();
        let more = loop {
            match finder.next(None) {
                Ok(Some(next)) => {
                    let next = self.counted(next.into_iter().map(|it| self.reduct.name(it)).collect());
                    if found.len() == most {
                        break true;
                    }
                    found.push(next);
                }
                Ok(None) => break false,
                Err(Stopped) if found.is_empty() => return Err(Stopped),
                Err(Stopped) => break true,
            }
        };
        if !self.flat.framework.is_plain() {
            found.sort();
            found.dedup();
        }
        Ok(Extensions { found, more })
    }
}
