//! A command of the program: its name, its uses, its options and what it does.

use clap::Args;

use super::conditions::Condition;
use super::example::Example;
use super::outcome::{Failure, Status};

/// A command: its options, and what it does. The doc comment of the type is its help.
pub(super) trait Run: Args {
    /// Name of the command.
    const NAME: &'static str;
    /// Its three commonest uses, on the map that every clone of the program comes with.
    const EXAMPLES: &'static [Example];
    /// Conditions that values of its options set for others.
    const CONDITIONS: &'static [Condition] = &[];

    /// Does it.
    fn run(&self) -> Result<Status, Failure>;
}

/// The heading above options that few need.
pub(super) const RARE: &str = "Rarely needed";
