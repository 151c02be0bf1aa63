//! `counterpoint completions`: scripts by which shells complete commands and options.

use clap::Args;
use clap_complete::Shell;

use super::{Failure, Run, Status, command_line, print};

/// Print the script by which a shell completes commands and options
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl Run for Completions {
    const NAME: &'static str = "completions";

    fn run(&self) -> Result<Status, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command_line(), "counterpoint", &mut script);
        print(|out| out.write_all(&script))?;
        Ok(Status::Sound)
    }
}
