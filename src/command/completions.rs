//! `counterpoint completions`: scripts by which shells complete commands and options.

use clap::{Args, Command};
use clap_complete::Shell;

use super::outcome::{Failure, Status, print};
use super::run::RunOnAll;

/// Print the script by which a shell completes commands and options
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl RunOnAll for Completions {
    const NAME: &'static str = "completions";

    fn run(&self, mut program: Command) -> Result<Status, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut program, "counterpoint", &mut script);
        print(|out| out.write_all(&script))?;
        Ok(Status::Sound)
    }
}
