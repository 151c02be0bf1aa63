//! Conditions that a value of an option sets for other options, which clap has no words for: it knows only whether an
//! option is there.

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, Error};

/// Consequence of a value of an option for others.
#[derive(Debug)]
pub struct Condition {
    /// The option, by its id.
    pub option: &'static str,
    /// Whether a value is meant.
    pub value: fn(&str) -> bool,
    /// The options that make no sense beside it.
    pub excludes: &'static [&'static str],
    /// The options that have to be there.
    pub needs: &'static [&'static str],
}

/// Whether all conditions are kept; else an error as clap makes it of the conditions that it knows.
pub fn verify(conditions: &[Condition], command: &mut Command, matches: &ArgMatches) -> Result<(), Error> {
    let is_given = |id: &str| matches.value_source(id) == Some(ValueSource::CommandLine);
    for condition in conditions {
        let values = matches.get_raw(condition.option).into_iter().flatten();
        let mut values = values.map(|value| value.to_string_lossy());
        let Some(value) = values.find(|value| (condition.value)(value)) else { continue };
        let argument = |id: &str| command.get_arguments().find(|argument| argument.get_id() == id).map(Arg::to_string);
        if let Some(id) = condition.excludes.iter().find(|id| is_given(id)) {
            let long = command.get_arguments().find(|it| it.get_id() == condition.option).and_then(Arg::get_long);
            let given = long.map_or(value.to_string(), |long| format!("--{long} {value}"));
            let excluded = argument(id).unwrap_or_default();
            let message = format!("the argument '{excluded}' cannot be used with '{given}'");
            return Err(command.error(ErrorKind::ArgumentConflict, message));
        }
        if let Some(id) = condition.needs.iter().find(|id| !is_given(id)) {
            let needed = argument(id).unwrap_or_default();
            let message = format!("the following required arguments were not provided:\n  {needed}");
            return Err(command.error(ErrorKind::MissingRequiredArgument, message));
        }
    }
    Ok(())
}
