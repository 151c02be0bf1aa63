//! `counterpoint man`: manual pages.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use clap_mangen::Man as Manual;

use super::help::{Example, Group};
use super::{COMMANDS, Failure, Run, Status, command_line, print};
use crate::diagnostic::nearest::nearest;
use crate::file::{shown, write_whole};

/// Print the manual page of the program or of a command, or write all of them
#[derive(Debug, Args)]
pub struct Man {
    /// The command [default: the whole program]
    command: Option<String>,
    /// Write the pages of the program and all commands into this folder
    #[arg(long, value_name = "FOLDER", conflicts_with = "command")]
    all: Option<PathBuf>,
}

impl Run for Man {
    const NAME: &'static str = "man";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint man", shows: "the page of the program" },
        Example { line: "counterpoint man compare", shows: "the page of a command" },
        Example { line: "counterpoint man --all man", shows: "all pages, as files in a folder" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let mut program = command_line();
        program.build();
        if let Some(folder) = &self.all {
            std::fs::create_dir_all(folder)
                .map_err(|cause| Failure(format!("cannot make {}: {cause}", shown(folder))))?;
            let commands: Vec<clap::Command> = program.get_subcommands().cloned().collect();
            for command in commands.into_iter().chain([program]) {
                let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
                write_whole(&folder.join(format!("{name}.1")), &page(command)?)?;
            }
            return Ok(Status::Sound);
        }
        let command = match &self.command {
            None => program,
            Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| {
                let help = match nearest(name, COMMANDS.iter().map(|row| row.name)) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "`counterpoint help` lists them".to_owned(),
                };
                Failure(format!("there is no command `{name}`\nhelp: {help}"))
            })?,
        };
        let page = page(command)?;
        print(|out| out.write_all(&page))?;
        Ok(Status::Sound)
    }
}

/// A page: the sections that clap has, and behind what it is for, how it is used most.
fn page(command: clap::Command) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    let row = COMMANDS.iter().find(|row| row.name == command.get_name());
    // Undated: the same program gives the same page on every day.
    let manual = Manual::new(command.clone()).date("");
    let mut write = || {
        manual.render_title(&mut page)?;
        manual.render_name_section(&mut page)?;
        if let Some(row) = row {
            writeln!(page, ".SH EXAMPLES")?;
            for Example { line, shows } in row.examples {
                writeln!(page, ".TP\n{}\n{}", escaped(line), escaped(shows))?;
            }
        }
        manual.render_synopsis_section(&mut page)?;
        manual.render_description_section(&mut page)?;
        manual.render_options_section(&mut page)?;
        if row.is_none() {
            for (group, heading) in Group::HEADINGS {
                writeln!(page, ".SH {} COMMANDS", heading.to_uppercase())?;
                for row in COMMANDS.iter().filter(|row| row.group == group) {
                    let about = command.find_subcommand(row.name).and_then(clap::Command::get_about);
                    let about = about.map(ToString::to_string).unwrap_or_default();
                    writeln!(page, ".TP\ncounterpoint\\-{}(1)\n{}", escaped(row.name), escaped(&about))?;
                }
            }
            manual.render_extra_section(&mut page)?;
            manual.render_version_section(&mut page)?;
        }
        Ok(())
    };
    write().map_err(|cause: io::Error| Failure(format!("cannot make the page: {cause}")))?;
    Ok(page)
}

/// A line of text that roff takes for nothing else.
fn escaped(line: &str) -> String {
    line.replace('\\', "\\\\").replace('-', "\\-").replace('\'', "\\*(Aq")
}
