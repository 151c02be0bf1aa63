//! `counterpoint explain`: what a finding means.

use clap::Args;

use crate::diagnostic::nearest::nearest;
use crate::view;
use crate::workspace::code;

use super::example::Example;
use super::outcome::{Failure, Status};
use super::output::Output;
use super::run::Run;

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
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint explain", shows: "every finding in a line" },
        Example { line: "counterpoint explain unknown-name", shows: "what one of them means, and what to do" },
        Example { line: "counterpoint explain lone-issue", shows: "a warning" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let page = match &self.code {
            None => view::explain::all(code::all()),
            Some(name) => {
                if let Some(found) = code::all().find(|known| known.name == name) {
                    view::explain::one(found)
                } else {
                    let meant = nearest(name, code::all().map(|known| known.name));
                    let help = meant.map_or(String::new(), |meant| format!("\nhelp: did you mean `{meant}`?"));
                    return Err(Failure(format!(
                        "there is no finding called `{name}`{help}\nhelp: `counterpoint explain` lists them all"
                    )));
                }
            }
        };
        self.output.show(&page)?;
        Ok(Status::Sound)
    }
}
