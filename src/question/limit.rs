//! How long to search: so many steps, until the time is up, or until somebody has had enough.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// So many steps are made for a question about a map where nothing else is said: a few seconds. It is the same number on every machine,
/// and so is what is found with it.
pub const STEPS: u64 = 20_000_000;

/// When to stop searching. The clock is looked at only where there is a time, because not every machine has one.
#[derive(Debug, Clone, Default)]
pub struct Limit {
    interrupted: Arc<AtomicBool>,
    end: Option<Instant>,
    most: Option<u64>,
    made: Arc<AtomicU64>,
    /// Whether anybody was told to stop: what has come to its end by itself was not.
    told: Arc<AtomicBool>,
}

impl Limit {
    /// Stops after this time, counted from now; never by itself, where there is none or more than a clock can tell.
    pub fn after(time: Option<Duration>) -> Limit {
        Limit { end: time.and_then(|time| Instant::now().checked_add(time)), ..Limit::default() }
    }

    /// The same, and after so many steps.
    pub fn within(self, steps: Option<u64>) -> Limit {
        Limit { most: steps, ..self }
    }

    /// The flag that ends the search when it is set.
    pub fn interruption(&self) -> &Arc<AtomicBool> {
        &self.interrupted
    }

    /// Whether to stop now, after so many more steps.
    pub fn is_reached(&self, steps: u64) -> bool {
        let made = self.made.fetch_add(steps, Ordering::Relaxed).saturating_add(steps);
        let reached = self.interrupted.load(Ordering::Relaxed)
            || self.most.is_some_and(|most| made > most)
            || self.end.is_some_and(|end| Instant::now() >= end);
        self.told.fetch_or(reached, Ordering::Relaxed);
        reached
    }

    /// Why something was stopped, as the beginning of a sentence; `None` if nothing was.
    pub fn reason(&self) -> Option<&'static str> {
        let told = self.told.load(Ordering::Relaxed);
        let is_over = |most| self.made.load(Ordering::Relaxed) > most;
        let reason = match self.interrupted.load(Ordering::Relaxed) {
            true => "it was interrupted",
            false if self.most.is_some_and(is_over) => "the steps were used up",
            false => "the time was up",
        };
        told.then_some(reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_ends_when_somebody_has_had_enough_or_the_time_is_up() {
        let limit = Limit::after(None);
        assert_eq!((limit.is_reached(1), limit.reason()), (false, None));
        limit.interruption().store(true, Ordering::Relaxed);
        assert_eq!(limit.reason(), None, "nothing has been stopped yet");
        assert_eq!((limit.is_reached(1), limit.reason()), (true, Some("it was interrupted")));
        let limit = Limit::after(Some(Duration::ZERO));
        assert_eq!((limit.is_reached(0), limit.reason()), (true, Some("the time was up")));
        assert!(!Limit::after(Some(Duration::MAX)).is_reached(1));
    }

    #[test]
    fn steps_are_counted_whoever_makes_them() {
        let limit = Limit::after(None).within(Some(10));
        let same = limit.clone();
        assert!(!limit.is_reached(6) && !same.is_reached(4), "ten may be made");
        assert_eq!((limit.is_reached(1), same.reason()), (true, Some("the steps were used up")));
    }
}
