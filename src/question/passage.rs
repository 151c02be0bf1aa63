//! A passage as a reader remembers it, looked for in the texts of sources.

use super::{Refusal, names};
use crate::model::SourceId;
use crate::page::{Consumer, Page};
use crate::quotation;
use crate::text::words::count;
use crate::view::find::{Passage, find};
use crate::workspace::Workspace;

/// Words that somebody remembers, and where they are looked for.
#[derive(Debug, Clone)]
pub struct Remembered {
    /// The words to look for, as they were typed.
    pub words: String,
    /// The names of sources; all of them, where none is named.
    pub sources: Vec<String>,
    /// The most passages that are shown, the best first.
    pub most: usize,
}

impl Remembered {
    /// The page of the passages, and whether there are any. The quotations of the map have been looked up before.
    ///
    /// # Errors
    ///
    /// There are no words, a source is unknown, or none of the sources has a text here.
    pub fn answer(&self, workspace: &Workspace, consumer: Consumer) -> Result<(Page, bool), Refusal> {
        let (map, verification) = (&workspace.map, &workspace.quotations);
        let mut asked: Vec<SourceId> =
            self.sources.iter().map(|name| names::source(map, name)).collect::<Result<_, _>>()?;
        if asked.is_empty() {
            asked = map.sources.ids().collect();
        }
        let missing: Vec<SourceId> = asked.iter().copied().filter(|&id| verification.text(id).is_none()).collect();
        let texts: Vec<_> = asked.into_iter().filter_map(|id| Some((id, verification.text(id)?))).collect();
        if texts.is_empty() {
            return Err(Refusal(
                "none of the sources has a text here\nhelp: `text: FILE` under a source names it, and `--sources FOLDER` \
                 says where the texts are"
                    .to_owned(),
            ));
        }
        let mut passages = Vec::new();
        for &(source, text) in &texts {
            for passage_match in quotation::find(text, &self.words) {
                let remark = too_long(workspace, &passage_match.passage);
                passages.push(Passage { source, text, passage_match, remark });
            }
        }
        passages.sort_by_key(|passage| passage.passage_match.occurrence.fidelity);
        let number = passages.len();
        passages.truncate(self.most);
        let page = find(map, &self.words, texts.len(), number, &passages, &missing, consumer);
        Ok((page, !passages.is_empty()))
    }
}

/// Message about a passage that is longer than a quotation may be.
pub fn too_long(workspace: &Workspace, words: &str) -> Option<String> {
    let (has, limit) = (count(words), workspace.settings.check.quotation_words);
    let has_words = if has == 1 { "1 word".to_owned() } else { format!("{has} words") };
    (has > limit)
        .then(|| format!("{has_words}, and {limit} are allowed: quote those that matter, with [...] between them."))
}
