//! How the reasons for a statement fare, in numbers.

use crate::analysis::evaluation::trace::Trace;
use crate::model::ReasonId;

/// How many of some reasons do not hold.
pub(super) struct Fared {
    all: usize,
    failing: usize,
    open: usize,
}

impl Fared {
    pub(super) fn new(trace: &Trace<'_>, reasons: &[ReasonId]) -> Fared {
        let number = |wanted| reasons.iter().filter(|&&reason| trace.holds(reason) == wanted).count();
        Fared { all: reasons.len(), failing: number(Some(false)), open: number(None) }
    }

    /// How many do not hold.
    pub(super) fn weak(&self) -> usize {
        self.failing + self.open
    }

    pub(super) fn none_holds(&self) -> bool {
        self.weak() == self.all
    }

    /// `the only reason for it fails`, `both reasons for it are open`, `of 5 reasons for it 1 fails and 2 are open`; what they are
    /// comes with it, such as `for it`.
    pub(super) fn told(&self, whose: &str) -> String {
        let fail = if self.failing == 1 { "fails" } else { "fail" };
        let are = if self.open == 1 { "is open" } else { "are open" };
        let of_all = format!("of {} reasons {whose}", self.all);
        match (self.failing, self.open) {
            (0, open) if open == self.all => format!("{} {are}", self.whole(whose)),
            (failing, 0) if failing == self.all => format!("{} {fail}", self.whole(whose)),
            (failing, 0) => format!("{of_all} {failing} {fail}"),
            (0, open) => format!("{of_all} {open} {are}"),
            (failing, open) => format!("{of_all} {failing} {fail} and {open} {are}"),
        }
    }

    fn whole(&self, whose: &str) -> String {
        match self.all {
            1 => format!("the only reason {whose}"),
            2 => format!("both reasons {whose}"),
            many => format!("all {many} reasons {whose}"),
        }
    }
}
