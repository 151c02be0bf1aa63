//! `counterpoint show`: one thing, with all that hangs on it.

use clap::Args;
use clap::builder::RangedU64ValueParser;

use crate::analysis::draft::drafts_of;
use crate::question::names::{subject, thing};
use crate::view::show::{ShowOptions, drafts, show};

use super::example::Example;
use super::outcome::{Failure, Status};
use super::run::Run;
use super::view::ViewArgs;

/// Show a statement, an issue, one of its positions, an author, a source or a term with what hangs on it: reasons, evidence, counterpoints
#[derive(Debug, Args)]
pub struct Show {
    /// The name, short or in full, SOURCE.NAME of a statement, or ISSUE.POSITION; behind it paths of the map [default: the nearest map]
    #[arg(value_name = "NAME", required = true)]
    words: Vec<String>,
    /// So many steps of reasons and objections [default: 2]
    #[arg(long, value_name = "N", value_parser = RangedU64ValueParser::<usize>::new().range(1..=ShowOptions::DEEPEST as u64))]
    depth: Option<usize>,
    /// Everything, with all quotations and notes
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    view: ViewArgs,
}

impl Run for Show {
    const NAME: &'static str = "show";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint show main-contribution", shows: "an issue, with all that is said on it" },
        Example {
            line: "counterpoint show \"Christopher Sedgwick\" --full",
            shows: "an author, with all that is theirs",
        },
        Example {
            line: "counterpoint show hanatani-2017.unique-contribution",
            shows: "a statement, with reasons and answers",
        },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let (loaded, names) = self.view.map.load_with_names(&self.words)?;
        let [name] = names.as_slice() else {
            let message = match names.len() {
                0 => "`show` needs a name, and what was given was read as paths".to_owned(),
                number => format!("`show` takes one name, not {number}"),
            };
            return Err(Failure(format!("{message}\nhelp: `counterpoint list statements` names what there is")));
        };
        let map = &loaded.workspace.map;
        let options = |consumer| ShowOptions { depth: self.depth, full: self.full, consumer };
        match (subject(map, name), &loaded.workspace.drafted) {
            (Err(unknown), Some(drafted)) => {
                // A thing that only the map with its drafts has is a draft, or stands in one.
                let named = subject(&drafted.map, name).map_err(|_| unknown)?;
                self.view.show_with_drafts(&loaded, |study, consumer| show(study, &named, options(consumer)))
            }
            (named, _) => {
                let named = named?;
                let whole = loaded.workspace.with_drafts().0;
                let drafts = thing(whole, name).map_or(Vec::new(), |named| drafts(&drafts_of(whole, named)));
                self.view.show(&loaded, |study, consumer| {
                    let mut page = show(study, &named, options(consumer));
                    page.blocks.extend(drafts);
                    page
                })
            }
        }
    }
}
