//! `counterpoint terms`: what authors mean by the same word.

use clap::Args;

use crate::model::TermId;
use crate::question::names::term;
use crate::view::terms::terms;

use super::example::Example;
use super::outcome::{Failure, Status};
use super::run::Run;
use super::view::ViewArgs;

/// Show what authors mean by the same word: their definitions beside each other, who uses it and never says what it means, and
/// which statements hang on it
#[derive(Debug, Args)]
pub struct Terms {
    /// Terms, by name or by word, and behind them paths of the map [default: an overview of all terms of the nearest map]
    #[arg(value_name = "NAME")]
    words: Vec<String>,
    /// Every statement with the word
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    view: ViewArgs,
}

impl Run for Terms {
    const NAME: &'static str = "terms";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint terms", shows: "every term, and who defines it" },
        Example { line: "counterpoint terms peacebuilding", shows: "what each author means by one word" },
        Example { line: "counterpoint terms --author sedgwick", shows: "the terms of one author" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let (loaded, names) = self.view.map.load_with_names(&self.words)?;
        let map = &loaded.workspace.map;
        let mut asked: Vec<TermId> = Vec::new();
        for name in &names {
            let term = term(map, name)?;
            if !asked.contains(&term) {
                asked.push(term);
            }
        }
        self.view.show(&loaded, |study, consumer| terms(study, &asked, self.full, consumer))
    }
}
