//! `counterpoint completions`: scripts by which shells complete commands and options.

use clap::Args;
use clap_complete::Shell;

use super::example::Example;
use super::line::command_line;
use super::outcome::{Failure, Status, print};
use super::row::{Row, RunOnAll};

/// Print the script by which a shell completes commands and options
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl RunOnAll for Completions {
    const NAME: &'static str = "completions";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint completions bash", shows: "for bash" },
        Example { line: "counterpoint completions zsh", shows: "for zsh" },
        Example { line: "counterpoint completions fish", shows: "for fish" },
    ];

    fn run(&self, rows: &'static [Row]) -> Result<Status, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command_line(rows), "counterpoint", &mut script);
        print(|out| out.write_all(&script))?;
        Ok(Status::Sound)
    }
}
