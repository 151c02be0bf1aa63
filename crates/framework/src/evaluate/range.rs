//! The largest ranges: what is in or out, where as little as possible is to stay undecided.

use std::ops::Range;

use batsat::Lit;

use super::reduct::Reduct;
use super::search::{Rules, Search};
use crate::{Argument, Stop, Stopped};

/// Gives one largest range after the other.
pub(super) struct Ranges<'s> {
    pub(super) search: Search<'s>,
    /// For each argument that counts, that it is in or out.
    decided: Vec<Lit>,
    /// Literals that the last range did not reach.
    left: Option<Vec<Lit>>,
}

impl<'s> Ranges<'s> {
    pub(super) fn new(reduct: &Reduct, part: Range<Argument>, rules: Rules, stop: Stop<'s>) -> Ranges<'s> {
        let mut search = Search::new(reduct, part.clone(), rules, stop);
        let mut decided = Vec::new();
        for argument in part.filter(|&argument| reduct.counts(argument)) {
            let (is_in, attacked, either) = (search.is_in(argument), search.attacked(argument), search.switch());
            search.require([!is_in, either]);
            search.require([!attacked, either]);
            search.require([!either, is_in, attacked]);
            decided.push(either);
        }
        Ranges { search, decided, left: None }
    }

    /// Assumptions for labellings with the full range, if there are any: the stable ones.
    pub(super) fn full(&mut self) -> Result<Option<Vec<Lit>>, Stopped> {
        Ok(self.search.solve(&self.decided)?.then(|| self.decided.clone()))
    }

    /// Assumptions for the labellings with the next largest range.
    pub(super) fn next(&mut self) -> Result<Option<Vec<Lit>>, Stopped> {
        match self.left.take() {
            Some(left) => self.search.require(left),
            None => {
                if let Some(full) = self.full()? {
                    self.left = Some(Vec::new());
                    return Ok(Some(full));
                }
            }
        }
        if !self.search.solve(&[])? {
            return Ok(None);
        }
        loop {
            let (mut reached, left): (Vec<Lit>, Vec<Lit>) =
                self.decided.iter().partition(|&&decided| self.search.holds(decided));
            let more = self.search.switch();
            self.search.require(left.iter().copied().chain([!more]));
            reached.push(more);
            if !self.search.solve(&reached)? {
                reached.pop();
                self.left = Some(left);
                return Ok(Some(reached));
            }
        }
    }
}
