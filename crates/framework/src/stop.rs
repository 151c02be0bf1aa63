//! Asking whether to go on: a search can take longer than anybody waits.

use std::fmt;

/// Is asked now and then, while something is searched for, whether the time is up.
#[derive(Clone, Copy, Default)]
pub struct Stop<'a>(Option<&'a dyn Fn() -> bool>);

/// A search was stopped before it knew the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

impl<'a> Stop<'a> {
    /// Searches as long as it takes.
    pub fn never() -> Stop<'static> {
        Stop(None)
    }

    /// Searches until this says so. It is asked often, and should be cheap.
    pub fn when(stop: &'a dyn Fn() -> bool) -> Stop<'a> {
        Stop(Some(stop))
    }

    /// Whether the time is up.
    pub(super) fn is_up(&self) -> bool {
        self.0.is_some_and(|stop| stop())
    }

    /// Goes on unless the time is up.
    pub(super) fn ask(&self) -> Result<(), Stopped> {
        if self.is_up() { Err(Stopped) } else { Ok(()) }
    }
}

impl fmt::Debug for Stop<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_some() { "Stop::when(…)" } else { "Stop::never()" })
    }
}
