//! `counterpoint show`: one thing, with all that hangs on it.

use clap::Args;

use crate::analysis::draft::drafts_of;
use crate::analysis::table::column::joint;
use crate::question::names::thing;
use crate::view::show::{drafts, show, show_jointly};

use super::example::Example;
use super::outcome::{Failure, Status};
use super::run::Run;
use super::view::ViewArgs;

/// Show a statement, issue, author, source or term with all that hangs on it: reasons, evidence, counterpoints and answers to them
#[derive(Debug, Args)]
pub struct Show {
    /// The name, or SOURCE.NAME of a statement; behind it paths of the map [default: the nearest map]
    #[arg(value_name = "NAME", required = true)]
    words: Vec<String>,
    #[command(flatten)]
    view: ViewArgs,
}

impl Run for Show {
    const NAME: &'static str = "show";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint show main-contribution", shows: "an issue, with all that is said on it" },
        Example { line: "counterpoint show sedgwick", shows: "an author, with all that is theirs" },
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
        if let Some(authors) = joint(map, name) {
            return self.view.show(&loaded, |study, _| show_jointly(study, &authors));
        }
        match (thing(map, name), &loaded.workspace.drafted) {
            (Err(unknown), Some(drafted)) => {
                // A thing that only the map with its drafts has is a draft, or stands in one.
                let named = thing(&drafted.map, name).map_err(|_| unknown)?;
                self.view.show_with_drafts(&loaded, |study, _| show(study, named))
            }
            (named, _) => {
                let named = named?;
                let whole = loaded.workspace.with_drafts().0;
                let drafts = thing(whole, name).map_or(Vec::new(), |named| drafts(&drafts_of(whole, named)));
                self.view.show(&loaded, |study, _| {
                    let mut page = show(study, named);
                    page.blocks.extend(drafts);
                    page
                })
            }
        }
    }
}
