//! How long to search: until the time is up, or somebody has had enough.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// When to stop searching. The clock is looked at only where there is a time, because not every machine has one.
#[derive(Debug, Clone, Default)]
pub struct Limit {
    interrupted: Arc<AtomicBool>,
    end: Option<Instant>,
}

impl Limit {
    /// Stops after this time, counted from now; never by itself, where there is none or more than a clock can tell.
    pub fn after(time: Option<Duration>) -> Limit {
        Limit { end: time.and_then(|time| Instant::now().checked_add(time)), ..Limit::default() }
    }

    /// The flag that ends the search when it is set.
    pub fn interruption(&self) -> &Arc<AtomicBool> {
        &self.interrupted
    }

    /// Whether to stop now.
    pub fn is_reached(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed) || self.end.is_some_and(|end| Instant::now() >= end)
    }

    /// Why it was stopped, as the beginning of a sentence; `None` if it was not.
    pub fn reason(&self) -> Option<&'static str> {
        let interrupted = self.interrupted.load(Ordering::Relaxed).then_some("it was interrupted");
        interrupted.or_else(|| self.is_reached().then_some("the time was up"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_ends_when_somebody_has_had_enough_or_the_time_is_up() {
        let limit = Limit::after(None);
        assert_eq!((limit.is_reached(), limit.reason()), (false, None));
        limit.interruption().store(true, Ordering::Relaxed);
        assert_eq!(limit.reason(), Some("it was interrupted"));
        assert_eq!(Limit::after(Some(Duration::ZERO)).reason(), Some("the time was up"));
        assert!(!Limit::after(Some(Duration::MAX)).is_reached());
    }
}
