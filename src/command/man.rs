//! `counterpoint man`: manual pages.

use std::path::PathBuf;

use clap::{Args, Command};
use clap_mangen::Man as Manual;

use crate::diagnostic::nearest::nearest;
use crate::file::write_whole;

use super::outcome::{Failure, Status, print};
use super::run::RunOnAll;

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

    fn run(&self, mut program: Command) -> Result<Status, Failure> {
        let names: Vec<String> = program.get_subcommands().map(|command| command.get_name().to_owned()).collect();
        program.build();
        if let Some(folder) = &self.all {
            std::fs::create_dir_all(folder)
                .map_err(|cause| Failure(format!("cannot make {}: {cause}", folder.display())))?;
            let commands: Vec<Command> = program.get_subcommands().cloned().collect();
            for command in commands.into_iter().chain([program]) {
                let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
                write_whole(&folder.join(format!("{name}.1")), &page(command)?)?;
            }
            return Ok(Status::Sound);
        }
        let command = match &self.command {
            None => program,
            Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| {
                let help = match nearest(name, names.iter().map(String::as_str)) {
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

fn page(command: Command) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    // Undated: the same program gives the same page on every day.
    Manual::new(command)
        .date("")
        .render(&mut page)
        .map_err(|cause| Failure(format!("cannot make the page: {cause}")))?;
    Ok(page)
}
