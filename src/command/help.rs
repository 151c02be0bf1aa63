//! The help: everyday commands before advanced ones, and of each its commonest uses before its options.

use std::fmt::Write;

use clap::Command;

use super::example::{Example, Group};
use super::row::Row;

/// The columns that the lines of examples take, where there is room behind them.
const LINES: usize = 50;

/// How the help of a command is put together, for clap to fill in.
pub fn of_command(examples: &[Example]) -> String {
    let mut template = String::from("{about-with-newline}\nExamples:\n");
    let longest =
        examples.iter().map(|example| example.line.len()).filter(|&length| length <= LINES).max().unwrap_or(0);
    for Example { line, shows } in examples {
        // Behind a longer line, what it shows has a line of its own.
        let between = if line.len() <= longest { String::new() } else { format!("\n  {:longest$}", "") };
        let _ = writeln!(template, "  {line:longest$}{between}  {shows}");
    }
    template + "\n{usage-heading} {usage}\n\n{all-args}{after-help}"
}

/// The same of the whole program. The commands of each group are listed as clap lists commands.
pub fn of_program(rows: &[Row], commands: &[Command]) -> String {
    let mut template = String::from("{about-with-newline}\n{usage-heading} {usage}\n");
    for (group, heading) in Group::HEADINGS {
        let of_group = rows.iter().zip(commands).filter(|(row, _)| row.group == group);
        let listed = of_group.map(|(_, command)| command.clone().help_template("{about}"));
        let mut list = Command::new("list")
            .disable_help_flag(true)
            .disable_help_subcommand(true)
            .max_term_width(100)
            .help_template("{subcommands}")
            .subcommands(listed);
        let list = list.render_help().ansi().to_string();
        let _ = write!(template, "\n{heading}:\n{}\n", list.trim_end());
    }
    template + "\nOptions:\n{options}{after-help}"
}
