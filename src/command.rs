//! The commands: what a person types, to what is shown. One command a file.

mod agree;
mod check;
mod compare;
mod completions;
mod conditions;
mod diff;
mod divide;
mod explain;
mod filter;
mod find;
mod fmt;
mod framework;
mod init;
mod list;
mod man;
mod map;
mod network;
mod outcome;
mod output;
mod quotes;
mod run;
mod search_limit;
mod show;
mod solve;
mod stand;
mod table;
mod terms;
mod texts;
mod view;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use self::conditions::Condition;
use self::outcome::{Failure, Status, say};
use self::run::{Run, RunOnAll};

/// A row of the list of commands.
struct Row {
    name: &'static str,
    define: fn(Command) -> Command,
    conditions: &'static [Condition],
    run: fn(&ArgMatches) -> Result<Status, Failure>,
}

const fn row<C: Run>() -> Row {
    Row {
        name: C::NAME,
        define: C::augment_args,
        conditions: C::CONDITIONS,
        run: |matches| C::from_arg_matches(matches)?.run(),
    }
}

/// A command that needs the list itself.
const fn row_on_all<C: RunOnAll>() -> Row {
    Row {
        name: C::NAME,
        define: C::augment_args,
        conditions: &[],
        run: |matches| C::from_arg_matches(matches)?.run(command_line()),
    }
}

/// Every command, in the order of the help.
const COMMANDS: &[Row] = &[
    row::<check::Check>(),
    row::<table::Table>(),
    row::<compare::Compare>(),
    row::<agree::Agree>(),
    row::<divide::Divide>(),
    row::<diff::Diff>(),
    row::<show::Show>(),
    row::<stand::Stand>(),
    row::<list::List>(),
    row::<terms::Terms>(),
    row::<network::Network>(),
    row::<quotes::Quotes>(),
    row::<find::Find>(),
    row::<solve::Solve>(),
    row::<fmt::Fmt>(),
    row::<explain::Explain>(),
    row::<init::Init>(),
    row_on_all::<completions::Completions>(),
    row_on_all::<man::Man>(),
];

/// The whole command line as clap knows it: what is parsed, and what help, completions and manual pages are made of.
fn command_line() -> Command {
    let program = Command::new("counterpoint")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Maps what authors argue, checks the map, and compares where they stand")
        .after_help(
            "Without a path, the map is the nearest folder upwards that holds .arg files or counterpoint.toml, or an \
             `arguments` folder that does.\n\nExit status: 0 sound, 1 something was found, 2 it could not be done.",
        )
        .subcommand_required(true)
        .arg_required_else_help(true)
        .infer_subcommands(true)
        .max_term_width(100);
    COMMANDS.iter().fold(program, |program, row| program.subcommand((row.define)(Command::new(row.name))))
}

/// What was typed, with all that is asked of it.
fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<ArgMatches, clap::Error> {
    let mut program = command_line();
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
    let matches = match parse(arguments) {
        Ok(matches) => matches,
        Err(error) if error.use_stderr() => {
            // It repeats what was typed, which may be anything.
            say(error.render());
            return ExitCode::from(2);
        }
        Err(help) => {
            // A pipe that closed early is nobody's mistake.
            let _ = help.print();
            return ExitCode::SUCCESS;
        }
    };
    let (name, matches) = matches.subcommand().expect("clap requires a command");
    let row = COMMANDS.iter().find(|row| row.name == name).expect("clap knows only the commands listed");
    match (row.run)(matches) {
        Ok(status) => ExitCode::from(status as u8),
        Err(Failure(message)) => {
            say(format_args!("error: {message}"));
            ExitCode::from(2)
        }
    }
}
