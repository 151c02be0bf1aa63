//! How the reasons for a statement fare, in numbers.

use crate::analysis::evaluation::trace::Trace;
use crate::model::{Map, ReasonId};
use crate::page::{Mark, Runs};

use super::read_in::tilde;

/// How many of some reasons do not hold.
pub(super) struct Fared {
    all: usize,
    failing: usize,
    open: usize,
    inferred: usize,
}

impl Fared {
    pub(super) fn new(map: &Map, trace: &Trace<'_>, reasons: &[ReasonId]) -> Fared {
        let number = |wanted| reasons.iter().filter(|&&reason| trace.holds(reason) == wanted).count();
        let inferred = reasons.iter().filter(|&&reason| map.reasons[reason].inferred).count();
        Fared { all: reasons.len(), failing: number(Some(false)), open: number(None), inferred }
    }

    /// How many do not hold.
    pub(super) fn weak(&self) -> usize {
        self.failing + self.open
    }

    pub(super) fn none_holds(&self) -> bool {
        self.weak() == self.all
    }

    /// `the only reason for it fails`, `both reasons for it are open`, `of 5 reasons for it 1 fails and 2 are open`; what they are
    /// comes with it, such as `for it`. Reasons that are all read in have the sign for that, and of some the number is said.
    pub(super) fn told(&self, whose: &str) -> Runs {
        let fail = if self.failing == 1 { "fails" } else { "fail" };
        let are = if self.open == 1 { "is open" } else { "are open" };
        let fates = match (self.failing, self.open) {
            (0, open) if open == self.all => are.to_owned(),
            (failing, 0) if failing == self.all => fail.to_owned(),
            (failing, 0) => format!("{failing} {fail}"),
            (0, open) => format!("{open} {are}"),
            (failing, open) => format!("{failing} {fail} and {open} {are}"),
        };
        let one_fate = self.failing == self.all || self.open == self.all;
        let reasons = match (one_fate, self.all) {
            (true, 1) => "the only reason".to_owned(),
            (true, 2) => "both reasons".to_owned(),
            (true, many) => format!("all {many} reasons"),
            (false, many) => format!("of {many} reasons"),
        };
        let runs = Runs::from(reasons).joined(tilde(self.inferred == self.all));
        let runs = runs.with(Mark::Plain, format!(" {whose}"));
        let runs = if 0 < self.inferred && self.inferred < self.all {
            runs.with(Mark::Plain, format!(" ({} the mapper's reading", self.inferred))
                .joined(tilde(true))
                .with(Mark::Plain, ")")
        } else {
            runs
        };
        runs.with(Mark::Plain, format!(" {fates}"))
    }
}
