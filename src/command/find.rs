//! `counterpoint find`: a passage as a reader remembers it.

use clap::Args;

use super::filter::unknown;
use super::map::MapArgs;
use super::output::Output;
use super::quotes::too_long;
use super::texts::TextArgs;
use super::{Failure, Run, Status};
use crate::file::Disk;
use crate::model::{Entity, Map, SourceId};
use crate::quotation;
use crate::view::find::{Passage, find};

/// Find a passage in the sources as you remember it: straight quotation marks, no hyphens and a wrong word will do
#[derive(Debug, Args)]
pub struct Find {
    /// The words, in quotation marks for the shell
    words: String,
    /// Names of sources, and behind them paths of the map [default: all sources of the nearest map]
    #[arg(value_name = "SOURCE")]
    names: Vec<String>,
    /// Print at most this many passages
    #[arg(long, value_name = "NUMBER", default_value_t = 10, value_parser = at_least_one)]
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

    fn run(&self) -> Result<Status, Failure> {
        self.texts.verify()?;
        if self.words.trim().is_empty() {
            return Err(Failure("there are no words to look for".to_owned()));
        }
        let (mut loaded, names) = self.map.load_with_names(&self.names)?;
        let places = self.texts.places(&loaded.workspace.settings);
        loaded.workspace.look_up(&Disk, &places)?;
        let (map, verification) = (&loaded.workspace.map, &loaded.workspace.quotations);
        let mut asked: Vec<SourceId> = names.iter().map(|name| source(map, name)).collect::<Result<_, _>>()?;
        if asked.is_empty() {
            asked = map.sources.ids().collect();
        }
        let missing: Vec<SourceId> = asked.iter().copied().filter(|&id| verification.text(id).is_none()).collect();
        let texts: Vec<_> = asked.into_iter().filter_map(|id| Some((id, verification.text(id)?))).collect();
        if texts.is_empty() {
            return Err(Failure(
                "none of the sources has a text here\nhelp: `text: FILE` under a source names it, and `--sources FOLDER` \
                 says where the texts are"
                    .to_owned(),
            ));
        }
        let mut passages = Vec::new();
        for &(source, text) in &texts {
            for passage_match in quotation::find(text, &self.words) {
                let remark = too_long(&loaded, &passage_match.passage);
                passages.push(Passage { source, text, passage_match, remark });
            }
        }
        passages.sort_by_key(|passage| passage.passage_match.occurrence.fidelity);
        let number = passages.len();
        passages.truncate(self.most);
        self.output.show(&find(
            map,
            &self.words,
            texts.len(),
            number,
            &passages,
            &missing,
            self.output.format()?.consumer(),
        ))?;
        Ok(if passages.is_empty() { Status::Findings } else { Status::Sound })
    }
}

fn source(map: &Map, name: &str) -> Result<SourceId, Failure> {
    match map.find(name) {
        Some(Entity::Source(source)) => Ok(source),
        _ => Err(unknown("source", name, map.sources.iter().map(|(_, source)| map.word(source.name)))),
    }
}
