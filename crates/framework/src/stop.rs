//! Asking whether to go on: a search can take longer than anybody waits.

use std::fmt;

/// Is asked now and then, while something is searched for, whether to end, and is told how many steps were made since it was asked last.
///
/// A step is about what it takes to look at one argument and at what attacks it. So a search that is ended after so many steps ends in the
/// same place on every machine.
#[derive(Clone, Copy, Default)]
pub struct Stop<'a>(Option<&'a dyn Fn(u64) -> bool>);

/// A search was stopped before it knew the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

impl<'a> Stop<'a> {
    /// Searches as long as it takes.
    pub fn never() -> Stop<'static> {
        Stop(None)
    }

    /// Searches until this says so. It is asked often, and should be cheap.
    pub fn when(stop: &'a dyn Fn(u64) -> bool) -> Stop<'a> {
        Stop(Some(stop))
    }

    /// Whether to end after so many more steps.
    pub fn is_up(&self, steps: u64) -> bool {
        self.0.is_some_and(|stop| stop(steps))
    }

    /// Goes on unless it has to end after so many more steps.
    ///
    /// # Errors
    /// When it has.
    pub fn ask(&self, steps: u64) -> Result<(), Stopped> {
        if self.is_up(steps) { Err(Stopped) } else { Ok(()) }
    }
}

impl fmt::Debug for Stop<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_some() { "Stop::when(…)" } else { "Stop::never()" })
    }
}
