//! `counterpoint site`: the whole map as one file that opens anywhere.

use std::mem::ManuallyDrop;
use std::path::PathBuf;

use clap::Args;

use crate::render;
use crate::study::Study;
use crate::view::site::{MANY, SiteOptions, site};

use super::example::Example;
use super::filter::FilterArgs;
use super::map::MapArgs;
use super::outcome::{Failure, Status, say};
use super::output::write_to;
use super::run::Run;
use super::texts::TextArgs;

/// Write the whole map as one page that opens in any browser, without a network: every question, author, source and statement
#[derive(Debug, Args)]
pub struct Site {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write to this file, whole or not at all [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Title of the page [default: the names of the authors]
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,
    /// Show the sentences around each quotation of every source; otherwise only of those with a `licence:`
    #[arg(long)]
    passages: bool,
    #[command(flatten)]
    texts: TextArgs,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    map: MapArgs,
}

impl Run for Site {
    const NAME: &'static str = "site";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint site -o map.html", shows: "the nearest map as one page" },
        Example { line: "counterpoint site --title \"Peace abroad\" -o map.html", shows: "the same with a title" },
        Example { line: "counterpoint site --author sedgwick -o sedgwick.html", shows: "what one author says" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let loaded = self.map.load_verified(&self.paths, &self.texts)?;
        let workspace = &loaded.workspace;
        let selection = self.filter.words().select(&workspace.map)?;
        let study = Study::new(&workspace.map, &selection).with_quotations(&workspace.quotations, &workspace.unread);
        // A large study is not given back: the program ends after this.
        let study = ManuallyDrop::new(study);
        let options = SiteOptions { title: self.title.clone(), passages: self.passages };
        let site = ManuallyDrop::new(site(&study, &options));
        write_to(self.output.as_deref(), |out| render::site::write(&site, out))?;
        let statements = study.statements().count();
        if statements > MANY {
            say(format_args!(
                "note: {statements} statements on one page: on a phone it may open slowly\nhelp: --author, --source or --issue make it smaller"
            ));
        }
        Ok(loaded.status())
    }
}
