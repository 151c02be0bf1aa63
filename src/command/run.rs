//! A command of the program: its name, its options and what it does.

use clap::{Args, Command};

use super::conditions::Condition;
use super::outcome::{Failure, Status};

/// A command: its options, and what it does. The doc comment of the type is its help.
pub(super) trait Run: Args {
    /// What it is called.
    const NAME: &'static str;
    /// What a value of one of its options asks of others.
    const CONDITIONS: &'static [Condition] = &[];

    /// Does it.
    fn run(&self) -> Result<Status, Failure>;
}
/// A command about the command line as a whole.
pub(super) trait RunOnAll: Args {
    /// The name that is typed.
    const NAME: &'static str;

    /// Carries it out on the whole command line as clap knows it.
    fn run(&self, program: Command) -> Result<Status, Failure>;
}
