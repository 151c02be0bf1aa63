//! Tally of a few extensions over all arguments: each one that is found answers for many.

use std::ops::Range;

use batsat::Lit;

use super::search::Search;
use crate::{Argument, Status, Stopped};

/// Evidence of the extensions seen so far, one flag for each argument of a part.
pub(super) struct Tally {
    start: Argument,
    /// Some extension holds it.
    pub(super) some_in: Vec<bool>,
    /// Some extension does not hold it.
    pub(super) some_not_in: Vec<bool>,
    /// In some extension it is not out.
    pub(super) some_not_out: Vec<bool>,
}

impl Tally {
    pub(super) fn new(part: Range<Argument>) -> Tally {
        let [some_in, some_not_in, some_not_out] = [(); 3].map(|()| vec![false; part.len()]);
        Tally { start: part.start, some_in, some_not_in, some_not_out }
    }

    /// Counts the labelling that was found last.
    pub(super) fn count(&mut self, search: &Search) {
        for argument in search.part() {
            let (is_in, is_out) = (search.holds(search.is_in(argument)), search.holds(search.attacked(argument)));
            self.label(argument, is_in, is_out);
        }
    }

    /// Counts the label of one argument in one labelling.
    pub(super) fn label(&mut self, argument: Argument, is_in: bool, is_out: bool) {
        let at = (argument - self.start) as usize;
        self.some_in[at] |= is_in;
        self.some_not_in[at] |= !is_in;
        self.some_not_out[at] |= !is_out;
    }

    /// Goes on until no labelling that keeps what is assumed could change a status.
    pub(super) fn exhaust(&mut self, search: &mut Search, assumed: &[Lit]) -> Result<(), Stopped> {
        let mut assumed = assumed.to_vec();
        let news = search.switch();
        assumed.push(news);
        loop {
            let at = |argument: Argument| (argument - self.start) as usize;
            let not_in = search.part().filter(|&it| !self.some_not_in[at(it)]).map(|it| !search.is_in(it));
            let not_out = search.part().filter(|&it| !self.some_not_out[at(it)]).map(|it| !search.attacked(it));
            let clause: Vec<Lit> = not_in.chain(not_out).chain([!news]).collect();
            search.require(clause);
            if !search.solve(&assumed)? {
                search.require([!news]);
                return Ok(());
            }
            self.count(search);
        }
    }

    /// Status of an argument if no further extension is to be seen.
    pub(super) fn status(&self, argument: Argument) -> Status {
        let at = (argument - self.start) as usize;
        match (self.some_not_in[at], self.some_not_out[at]) {
            (false, _) => Status::Stands,
            (_, false) => Status::Falls,
            _ => Status::Open,
        }
    }
}
