//! `counterpoint quotes`: every quotation looked up in its source.

mod done;
mod fix;
mod lock;

use std::path::PathBuf;

use clap::builder::TypedValueParser;
use clap::{ArgGroup, Args};

use crate::question::names::every_statement;
use crate::question::passage::too_long;
use crate::quotation::{Fidelity, State};
use crate::study::Study;
use crate::view::quotes::suggest::suggest;
use crate::view::quotes::{Only, quotes};

use super::example::Example;
use super::map::Loaded;
use super::outcome::{Failure, Status};
use super::run::Run;
use super::texts::TextArgs;
use super::view::ViewArgs;
use super::words::of_words;

/// Look every quotation up in its source: what it is worth, and where it stands
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("task").args(["suggest", "lock", "fix"]))]
pub struct Quotes {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Show only quotations of these verdicts and states
    #[arg(long, value_name = "WORD", value_delimiter = ',', value_parser = only_words())]
    only: Vec<Only>,
    /// Show every quotation with its words and place
    #[arg(long, conflicts_with_all = ["suggest", "lock", "fix"])]
    full: bool,
    /// Print the passages that the quotations of a statement may have meant, ready to be pasted
    #[arg(long, value_name = "NAME", conflicts_with = "only")]
    suggest: Option<String>,
    /// Write what was found into quotes.lock, beside the map, for those who do not have the texts
    #[arg(long, conflicts_with = "only")]
    lock: bool,
    /// Write capitals and punctuation as the source has them, and places where none are given; never change a word
    #[arg(long, conflicts_with = "only")]
    fix: bool,
    #[command(flatten)]
    texts: TextArgs,
    #[command(flatten)]
    view: ViewArgs,
}

/// The words that `--only` knows, with what they mean.
fn only_known() -> impl Iterator<Item = (&'static str, Only)> + Clone {
    let fidelities = Fidelity::ALL.iter().map(|&fidelity| (fidelity.name(), Only::Fidelity(fidelity)));
    let states = State::ALL.iter().map(|&state| (state.name(), Only::State(state)));
    fidelities.chain(states).chain([("critical", Only::Critical), ("refused", Only::Denied)])
}

fn only_words() -> impl TypedValueParser<Value = Only> {
    of_words(only_known().map(|(word, only)| (only, word, "")))
}

impl Run for Quotes {
    const NAME: &'static str = "quotes";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint quotes", shows: "what each quotation is worth, and where it stands" },
        Example { line: "counterpoint quotes --only refused,edited", shows: "only those to look at again" },
        Example { line: "counterpoint quotes --source sedgwick-2017", shows: "those of one source" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let loaded = self.view.map.load_verified(&self.paths, &self.texts)?;
        let (map, _) = loaded.workspace.with_drafts();
        if self.lock {
            return self.write_lock(&loaded);
        }
        if self.fix {
            let selection = self.view.selection(map)?;
            fix::write(&loaded, Study::new(map, &selection).quoted())?;
            return Ok(loaded.status());
        }
        if let Some(name) = &self.suggest {
            let statements = every_statement(map, name)?;
            let limit = |words: &str| too_long(&loaded.workspace, words);
            return self.view.show_with_drafts(&loaded, |study, _| suggest(study, &statements, &limit));
        }
        self.view.show_with_drafts(&loaded, |study, consumer| quotes(study, &self.only, self.full, consumer))
    }
}

impl Quotes {
    /// Writes the lock of the map, or of the files of it that were named. A file that needs the others to be understood is read
    /// with all that lies beside it.
    fn write_lock(&self, loaded: &Loaded) -> Result<Status, Failure> {
        let of_part = self.view.map.all(&self.paths).iter().any(|path| !path.is_dir());
        let [root] = loaded.workspace.roots.as_slice() else { return lock::write(loaded, of_part, None) };
        if !of_part || loaded.workspace.map.omitted.is_nothing() {
            return lock::write(loaded, of_part, None);
        }
        let named = loaded.workspace.map.files.iter().map(|(_, file)| file.path.clone()).collect();
        let whole = self.view.map.load_verified(std::slice::from_ref(root), &self.texts)?;
        lock::write(&whole, of_part, Some(&named))
    }
}
