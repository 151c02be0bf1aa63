//! `counterpoint explain`: what a finding means.

use clap::Args;

use super::output::Output;
use super::{Failure, Run, Status};
use crate::check;
use crate::diagnostic::nearest::nearest;
use crate::view;

/// Say what a finding means and what to do about it
#[derive(Debug, Args)]
pub struct Explain {
    /// The code, as it stands in brackets behind `error` or `warning` [default: list them all]
    #[arg(value_name = "CODE")]
    code: Option<String>,
    #[command(flatten)]
    output: Output,
}

impl Run for Explain {
    const NAME: &'static str = "explain";

    fn run(&self) -> Result<Status, Failure> {
        let page = match &self.code {
            None => view::explain::all(check::codes()),
            Some(name) => match check::codes().find(|code| code.name == name) {
                Some(code) => view::explain::one(code),
                None => {
                    let meant = nearest(name, check::codes().map(|code| code.name));
                    let help = meant.map_or(String::new(), |meant| format!("\nhelp: did you mean `{meant}`?"));
                    return Err(Failure(format!(
                        "there is no finding called `{name}`{help}\nhelp: `counterpoint explain` lists them all"
                    )));
                }
            },
        };
        self.output.show(&page)?;
        Ok(Status::Sound)
    }
}
