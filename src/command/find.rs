//! `counterpoint find`: a passage as a reader remembers it.

use clap::Args;

use crate::file::Disk;
use crate::question::passage::Remembered;

use super::example::Example;
use super::map::MapArgs;
use super::outcome::{Failure, Status};
use super::output::Output;
use super::run::{RARE, Run};
use super::texts::TextArgs;

/// Find a passage in the sources as you remember it: straight quotation marks, no hyphens and a wrong word will do
#[derive(Debug, Args)]
pub struct Find {
    /// The words, in quotation marks for the shell
    words: String,
    /// Names of sources, and behind them paths of the map [default: all sources of the nearest map]
    #[arg(value_name = "SOURCE")]
    names: Vec<String>,
    /// Print at most this many passages
    #[arg(help_heading = RARE, long, value_name = "NUMBER", default_value_t = 10, value_parser = at_least_one)]
    most: usize,
    #[command(flatten)]
    map: MapArgs,
    #[command(flatten)]
    texts: TextArgs,
    #[command(flatten)]
    output: Output,
}

fn at_least_one(word: &str) -> Result<usize, String> {
    let number = word.parse().ok().filter(|&number| number > 0);
    number.ok_or_else(|| "a number of passages is 1 or more".to_owned())
}

impl Run for Find {
    const NAME: &'static str = "find";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint find \"fragile states\"", shows: "a passage as you remember it" },
        Example { line: "counterpoint find \"fragile states\" sedgwick-2017", shows: "in one source" },
        Example { line: "counterpoint find \"fragile states\" --most 3", shows: "only the best few" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        self.texts.verify()?;
        if self.words.trim().is_empty() {
            return Err(Failure("there are no words to look for".to_owned()));
        }
        let (mut loaded, names) = self.map.load_with_names(&self.names)?;
        let places = self.texts.places(&loaded.workspace.settings);
        loaded.workspace.look_up(&Disk, &places)?;
        let passage_match = Remembered { words: self.words.clone(), sources: names, most: self.most };
        let (page, is_found) = passage_match.answer(&loaded.workspace, self.output.format()?.consumer())?;
        self.output.show(&page)?;
        Ok(if is_found { Status::Sound } else { Status::Findings })
    }
}
