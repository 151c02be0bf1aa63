//! A row of the list of commands.

use clap::{ArgMatches, Args, Command};

use super::conditions::Condition;
use super::example::{Example, Group};
use super::outcome::{Failure, Status};
use super::run::Run;

/// A row of the list of commands.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) group: Group,
    pub(super) examples: &'static [Example],
    pub(super) define: fn(Command) -> Command,
    pub(super) conditions: &'static [Condition],
    /// Carries it out; the rows are those of all commands.
    pub(super) run: fn(&ArgMatches, &'static [Row]) -> Result<Status, Failure>,
}

pub(super) const fn everyday<C: Run>() -> Row {
    row::<C>(Group::Everyday)
}

pub(super) const fn advanced<C: Run>() -> Row {
    row::<C>(Group::Advanced)
}

const fn row<C: Run>(group: Group) -> Row {
    Row {
        name: C::NAME,
        group,
        examples: C::EXAMPLES,
        define: C::augment_args,
        conditions: C::CONDITIONS,
        run: |matches, _| C::from_arg_matches(matches)?.run(),
    }
}

/// A command about all commands: its options, and what it does with the list of them.
pub(super) trait RunOnAll: Args {
    /// The name that is typed.
    const NAME: &'static str;
    /// Its three commonest uses.
    const EXAMPLES: &'static [Example];

    /// Carries it out.
    fn run(&self, rows: &'static [Row]) -> Result<Status, Failure>;
}

/// The row of a command about all commands, which few need.
pub(super) const fn on_all<C: RunOnAll>() -> Row {
    Row {
        name: C::NAME,
        group: Group::Advanced,
        examples: C::EXAMPLES,
        define: C::augment_args,
        conditions: &[],
        run: |matches, rows| C::from_arg_matches(matches)?.run(rows),
    }
}
