//! `counterpoint man`: manual pages.

use std::path::PathBuf;

use clap::Args;
use clap_mangen::Man as Manual;

use crate::diagnostic::nearest::nearest;
use crate::file::{shown, write_whole};

use super::example::{Example, Group};
use super::line::command_line;
use super::outcome::{Failure, Status, print};
use super::row::{Row, RunOnAll};

/// Print the manual page of the program or of a command, or write all of them
#[derive(Debug, Args)]
pub struct Man {
    /// The command [default: the whole program]
    command: Option<String>,
    /// Write the pages of the program and all commands into this folder
    #[arg(long, value_name = "FOLDER", conflicts_with = "command")]
    all: Option<PathBuf>,
}

impl RunOnAll for Man {
    const NAME: &'static str = "man";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint man", shows: "the page of the program" },
        Example { line: "counterpoint man compare", shows: "the page of a command" },
        Example { line: "counterpoint man --all man", shows: "all pages, as files in a folder" },
    ];

    fn run(&self, rows: &'static [Row]) -> Result<Status, Failure> {
        let mut program = command_line(rows);
        program.build();
        if let Some(folder) = &self.all {
            std::fs::create_dir_all(folder)
                .map_err(|cause| Failure(format!("cannot make {}: {cause}", shown(folder))))?;
            let commands: Vec<clap::Command> = program.get_subcommands().cloned().collect();
            for command in commands.into_iter().chain([program]) {
                let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
                write_whole(&folder.join(format!("{name}.1")), &page(rows, &command)?)?;
            }
            return Ok(Status::Sound);
        }
        let command = match &self.command {
            None => program,
            Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| {
                let help = match nearest(name, rows.iter().map(|row| row.name)) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "`counterpoint help` lists them".to_owned(),
                };
                Failure(format!("there is no command `{name}`\nhelp: {help}"))
            })?,
        };
        let page = page(rows, &command)?;
        print(|out| out.write_all(&page))?;
        Ok(Status::Sound)
    }
}

/// A page as clap makes it, and before the synopsis how a command is used most; commands stand in their groups.
fn page(rows: &[Row], command: &clap::Command) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    // Undated: the same program gives the same page on every day.
    let manual = Manual::new(command.clone()).date("");
    manual.render(&mut page).map_err(|cause| Failure(format!("cannot make the page: {cause}")))?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    if let Some(row) = rows.iter().find(|row| row.name == command.get_name()) {
        let uses = row.examples.iter().map(|Example { line, shows }| (escaped(line), escaped(shows)));
        let at = page.find(".SH SYNOPSIS\n").unwrap_or(page.len());
        page.insert_str(at, &section("EXAMPLES", uses));
    }
    if let Some(at) = page.find(".SH SUBrows\n").filter(|_| command.get_name() == "counterpoint") {
        let end = page[at + 1..].find(".SH ").map_or(page.len(), |length| at + 1 + length);
        let groups = Group::HEADINGS.iter().map(|(group, heading)| {
            let of_group = rows.iter().filter(|row| row.group == *group).map(|row| {
                let about = command.find_subcommand(row.name).and_then(clap::Command::get_about);
                let about = about.map(ToString::to_string).unwrap_or_default();
                (format!("counterpoint\\-{}(1)", escaped(row.name)), escaped(&about))
            });
            section(&format!("{} rows", heading.to_uppercase()), of_group)
        });
        let groups: String = groups.collect();
        page.replace_range(at..end, &groups);
    }
    Ok(page.into_bytes())
}

/// A section of names, each with what it is.
fn section(heading: &str, rows: impl Iterator<Item = (String, String)>) -> String {
    rows.fold(format!(".SH {heading}\n"), |text, (name, what)| format!("{text}.TP\n{name}\n{what}\n"))
}

/// A line of text that roff takes for nothing else.
fn escaped(line: &str) -> String {
    line.replace('\\', "\\\\").replace('-', "\\-").replace('\'', "\\*(Aq")
}
