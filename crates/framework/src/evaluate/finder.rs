//! Finds the extensions of one component, one after the other.

use std::ops::Range;

use batsat::Lit;

use super::cf2::Cf2;
use super::preferred;
use super::range::Ranges;
use super::reduct::Reduct;
use super::search::{Rules, Search};
use crate::{Argument, Semantics, Stop, Stopped};

/// Condition on an extension: that it hold an argument, or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) argument: Argument,
    pub(super) held: bool,
}

/// The extensions of one part.
pub(super) struct Finder<'r, 's> {
    reduct: &'r Reduct,
    semantics: Semantics,
    state: State<'r, 's>,
}

enum State<'r, 's> {
    Search(Search<'s>),
    /// With what has to be assumed for the range that is looked at.
    Ranges(Ranges<'s>, Option<Vec<Lit>>),
    Cf2(Cf2<'r, 's>),
}

impl<'r, 's> Finder<'r, 's> {
    pub(super) fn new(reduct: &'r Reduct, part: Range<Argument>, semantics: Semantics, stop: Stop<'s>) -> Self {
        let state = match semantics {
            Semantics::SemiStable => State::Ranges(Ranges::new(reduct, part, Rules::Complete, stop), None),
            Semantics::Stage => State::Ranges(Ranges::new(reduct, part, Rules::ConflictFree, stop), None),
            Semantics::Cf2 => State::Cf2(Cf2::new(reduct, part, stop)),
            Semantics::Stable => State::Search(stable(reduct, part, stop)),
            _ => State::Search(Search::new(reduct, part, Rules::Complete, stop)),
        };
        Finder { reduct, semantics, state }
    }

    /// An extension that was not found before; one with what is wanted, if something is.
    pub(super) fn next(&mut self, wanted: Option<Wanted>) -> Result<Option<Vec<Argument>>, Stopped> {
        match &mut self.state {
            State::Cf2(cf2) => loop {
                let found = cf2.next()?;
                let fits = |found: &[Argument], it: Wanted| found.contains(&it.argument) == it.held;
                if found.as_ref().is_none_or(|found| wanted.is_none_or(|wanted| fits(found, wanted))) {
                    return Ok(found);
                }
            },
            State::Search(search) => {
                let found = match wanted {
                    Some(Wanted { argument, held: false }) if self.semantics == Semantics::Preferred => {
                        preferred::misses(search, self.reduct, argument)?
                    }
                    _ => search.solve(&assumed(search, wanted))?,
                };
                Ok(found.then(|| {
                    let found = search.found();
                    search.exclude(&found, self.semantics == Semantics::Complete);
                    found
                }))
            }
            State::Ranges(ranges, range) => loop {
                if range.is_none() {
                    *range = ranges.next()?;
                }
                let Some(reached) = range else { return Ok(None) };
                let search = &mut ranges.search;
                let assumed: Vec<Lit> = reached.iter().copied().chain(assumed(search, wanted)).collect();
                if search.solve(&assumed)? {
                    let found = search.found();
                    search.exclude(&found, false);
                    return Ok(Some(found));
                }
                *range = None;
            },
        }
    }
}

/// The stable labellings of a part.
pub(super) fn stable<'s>(reduct: &Reduct, part: Range<Argument>, stop: Stop<'s>) -> Search<'s> {
    let mut search = Search::new(reduct, part.clone(), Rules::Complete, stop);
    for argument in part.filter(|&argument| reduct.counts(argument)) {
        search.require([search.is_in(argument), search.attacked(argument)]);
    }
    search
}

fn assumed(search: &Search, wanted: Option<Wanted>) -> Vec<Lit> {
    let literal = |it: Wanted| if it.held { search.is_in(it.argument) } else { !search.is_in(it.argument) };
    wanted.map(literal).into_iter().collect()
}
