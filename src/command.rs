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
mod help;
mod init;
mod list;
mod man;
mod map;
mod network;
mod output;
mod quotes;
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
use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use clap::{ArgMatches, Args, Command};

use self::conditions::Condition;
use self::help::{Example, Group};

/// A command: its options, and what it does. The doc comment of the type is its help.
trait Run: Args {
    /// What it is called.
    const NAME: &'static str;
    /// Its three commonest uses, on the map that every clone of the program comes with.
    const EXAMPLES: &'static [Example];
    /// What a value of one of its options asks of others.
    const CONDITIONS: &'static [Condition] = &[];

    /// Does it.
    fn run(&self) -> Result<Status, Failure>;
}

/// What a command comes to, as the exit status says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// The map is sound, and all was done.
    Sound = 0,
    /// Something was found that has to be mended.
    Findings = 1,
}

/// Why a command could not be done, for a person: exit status 2.
#[derive(Debug)]
struct Failure(String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Failure(error.to_string())
    }
}

/// A row of the list of commands.
struct Row {
    name: &'static str,
    group: Group,
    examples: &'static [Example],
    define: fn(Command) -> Command,
    conditions: &'static [Condition],
    run: fn(&ArgMatches) -> Result<Status, Failure>,
}

const fn everyday<C: Run>() -> Row {
    row::<C>(Group::Everyday)
}

const fn advanced<C: Run>() -> Row {
    row::<C>(Group::Advanced)
}

const fn row<C: Run>(group: Group) -> Row {
    Row {
        name: C::NAME,
        group,
        examples: C::EXAMPLES,
        define: C::augment_args,
        conditions: C::CONDITIONS,
        run: |matches| C::from_arg_matches(matches)?.run(),
    }
}

/// The heading above options that few need.
const RARE: &str = "Rarely needed";

/// Every command, in the order of the help.
const COMMANDS: &[Row] = &[
    everyday::<check::Check>(),
    everyday::<table::Table>(),
    everyday::<compare::Compare>(),
    everyday::<show::Show>(),
    everyday::<list::List>(),
    everyday::<stand::Stand>(),
    everyday::<quotes::Quotes>(),
    everyday::<find::Find>(),
    everyday::<diff::Diff>(),
    everyday::<fmt::Fmt>(),
    everyday::<init::Init>(),
    everyday::<explain::Explain>(),
    advanced::<agree::Agree>(),
    advanced::<divide::Divide>(),
    advanced::<terms::Terms>(),
    advanced::<network::Network>(),
    advanced::<solve::Solve>(),
    advanced::<completions::Completions>(),
    advanced::<man::Man>(),
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
    let commands = COMMANDS.iter().map(|row| (row, (row.define)(Command::new(row.name))));
    let commands = commands.map(|(row, command)| command.help_template(help::of_command(row.examples)));
    let commands: Vec<Command> = commands.collect();
    program.help_template(help::of_program(COMMANDS, &commands)).subcommands(commands)
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
    match (row.run)(matches) {
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

/// Says something beside the output, safe to be shown in a terminal.
fn say(message: impl Display) {
    let message = message.to_string();
    let _ = writeln!(io::stderr().lock(), "{}", crate::render::safe(message.trim_end()));
}

/// Writes to standard output.
fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    written(write(&mut out).and_then(|()| out.flush()))
}

/// What came of writing to standard output. A reader that has closed the pipe has seen enough: that is not an error.
fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure(format!("cannot write the output: {cause}")))
        }
        _ => Ok(()),
    }
}
