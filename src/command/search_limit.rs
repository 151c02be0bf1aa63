//! How long to search: until the time is up, or somebody has had enough.

use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::question::limit::Limit;

use super::outcome::Failure;
use super::run::RARE;

/// How long to search.
#[derive(Debug, Args)]
pub struct SearchLimit {
    /// Stop searching after so many seconds, and answer with what is known by then
    #[arg(long, alias = "seconds", value_name = "SECONDS", value_parser = seconds)]
    time: Option<Duration>,
    /// Stop searching after so many steps: what is found then is the same on every machine
    #[arg(help_heading = RARE, long, value_name = "NUMBER")]
    steps: Option<u64>,
}

fn seconds(word: &str) -> Result<Duration, String> {
    let seconds = word.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    seconds.ok_or_else(|| "a time is a number of seconds, such as 60 or 0.5".to_owned())
}

impl SearchLimit {
    /// Begins to count: so many steps, where neither they nor a time is said. From now on Ctrl-C does not end the program, but asks for
    /// what is known; a second one ends it.
    pub fn begin(&self, usual: Option<u64>) -> Result<Limit, Failure> {
        let limit = Limit::after(self.time).within(self.steps.or(usual.filter(|_| self.time.is_none())));
        for signal in [SIGINT, SIGTERM] {
            flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(limit.interruption()))?;
            flag::register(signal, Arc::clone(limit.interruption()))?;
        }
        Ok(limit)
    }
}
