//! How long to search: until the time is up, or somebody has had enough.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use clap::Args;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use super::Failure;

/// How long to search.
#[derive(Debug, Args)]
pub struct SearchLimit {
    /// Stop after so many seconds, and answer with what is known by then
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time: Option<Duration>,
}

fn seconds(word: &str) -> Result<Duration, String> {
    let seconds = word.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    seconds.ok_or_else(|| "a time is a number of seconds, such as 60 or 0.5".to_owned())
}

impl SearchLimit {
    /// Begins to count. From now on Ctrl-C does not end the program, but asks for what is known; a second one ends it.
    pub fn begin(&self) -> Result<Limit, Failure> {
        let interrupted = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&interrupted))?;
            flag::register(signal, Arc::clone(&interrupted))?;
        }
        let end = self.time.and_then(|time| Instant::now().checked_add(time));
        Ok(Limit { interrupted, end })
    }
}

/// When to stop searching.
pub struct Limit {
    interrupted: Arc<AtomicBool>,
    end: Option<Instant>,
}

impl Limit {
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
