//! The command line as clap knows it, made of the list of commands.

use clap::Command;

use super::help;
use super::row::Row;

/// The whole command line as clap knows it: what is parsed, and what help, completions and manual pages are made of.
pub(super) fn command_line(rows: &[Row]) -> Command {
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
    let commands = rows.iter().map(|row| (row, (row.define)(Command::new(row.name))));
    let commands = commands.map(|(row, command)| command.help_template(help::of_command(row.examples)));
    let commands: Vec<Command> = commands.collect();
    program.help_template(help::of_program(rows, &commands)).subcommands(commands)
}
