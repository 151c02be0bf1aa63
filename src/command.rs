//! The commands: what a person types, to what is shown. One command a file.

mod accept;
mod agree;
mod check;
mod compare;
mod completions;
mod conditions;
mod diff;
mod divide;
mod example;
mod explain;
mod filter;
mod find;
mod fmt;
mod framework;
mod help;
mod init;
mod line;
mod links;
mod list;
mod man;
mod map;
mod network;
mod outcome;
mod output;
mod pager;
mod quotes;
mod row;
mod run;
mod search_limit;
mod show;
mod site;
mod solve;
mod stand;
mod table;
mod terms;
mod texts;
mod view;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use clap::ArgMatches;

use self::line::command_line;
use self::outcome::{Failure, say, written};
use self::row::{Row, advanced, everyday, on_all};

/// Every command, in the order of the help.
const COMMANDS: &[Row] = &[
    everyday::<check::Check>(),
    everyday::<table::Table>(),
    everyday::<compare::Compare>(),
    everyday::<show::Show>(),
    everyday::<list::List>(),
    everyday::<stand::Stand>(),
    everyday::<quotes::Quotes>(),
    everyday::<site::Site>(),
    everyday::<find::Find>(),
    everyday::<accept::Accept>(),
    everyday::<diff::Diff>(),
    everyday::<fmt::Fmt>(),
    everyday::<init::Init>(),
    everyday::<explain::Explain>(),
    advanced::<agree::Agree>(),
    advanced::<divide::Divide>(),
    advanced::<terms::Terms>(),
    advanced::<network::Network>(),
    advanced::<solve::Solve>(),
    on_all::<completions::Completions>(),
    on_all::<man::Man>(),
];

/// Matches of the typed words, with the conditions of the command checked.
fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<ArgMatches, clap::Error> {
    let mut program = command_line(COMMANDS);
    let matches = program.try_get_matches_from_mut(arguments)?;
    if let Some((name, matches)) = matches.subcommand() {
        let row = COMMANDS.iter().find(|row| row.name == name);
        if let (Some(row), Some(command)) = (row, program.find_subcommand_mut(name)) {
            conditions::verify(row.conditions, command, matches)?;
        }
    }
    Ok(matches)
}

/// Runs the program. Nothing that a user types or writes makes it panic.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    outlive_full_files();
    let matches = match parse(arguments) {
        Ok(matches) => matches,
        Err(error) if error.use_stderr() => {
            // It repeats what was typed, which may be anything.
            say(error.render());
            return ExitCode::from(2);
        }
        Err(help) => {
            return match written(help.print()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(failure) => failed(failure),
            };
        }
    };
    let (name, matches) = matches.subcommand().expect("clap requires a command");
    let row = COMMANDS.iter().find(|row| row.name == name).expect("clap knows only the commands listed");
    match (row.run)(matches, COMMANDS) {
        Ok(status) => ExitCode::from(status as u8),
        Err(failure) => failed(failure),
    }
}

/// Where the system ends programs that write more into a file than the user allows, ours is told instead: so it can say so, and take
/// away what it had begun.
fn outlive_full_files() {
    // Where that cannot be had, the system ends the program as it does otherwise.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// Says why something could not be done.
fn failed(Failure(message): Failure) -> ExitCode {
    say(format_args!("error: {message}"));
    ExitCode::from(2)
}
