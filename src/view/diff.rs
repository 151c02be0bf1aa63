//! Changes between two versions of a map: who changed where they stand, then statements source by source, then the
//! rest.

mod clause;
mod entry;
mod kept;
mod other;
mod record;
mod shown;
mod stance;
mod stat;
mod statement;
mod thing;
mod words;

use crate::analysis::change::draft::DraftChange;
use crate::analysis::change::standing::Standings;
use crate::analysis::change::{Change, Changes, Versions};
use crate::analysis::draft::Draft;
use crate::model::select::Selection;
use crate::page::{Block, Consumer, Mark, Page, Runs};

use self::shown::Shown;
use super::wording::draft::draft_line;
use super::wording::naming::counted;
use super::wording::omitted;
use super::wording::sign::Legend;

/// How two versions are shown.
#[derive(Debug, Clone, Default)]
pub struct DiffOptions {
    /// How the old version and the new are called.
    pub names: [String; 2],
    /// Only how much changed.
    pub stat: bool,
    /// Other repositories in the map's folder, whose files git does not keep with the map.
    pub unread: Vec<String>,
    /// Drafts that changed, which count for nothing.
    pub drafts: Vec<(DraftChange, Draft)>,
    /// The reader of the page, which decides what it has to hold.
    pub consumer: Consumer,
}

/// The changes that a selection of the old version or one of the new keeps.
pub fn kept<'c>(changes: &'c Changes, versions: Versions, selected: [&Selection; 2]) -> Vec<&'c Change> {
    changes.list.iter().filter(|change| kept::keeps(versions, selected, change)).collect()
}

/// The page of what changed, of what `selected` keeps of the old version or of the new.
pub fn diff(
    versions: Versions,
    changes: &Changes,
    standings: &Standings,
    selected: [&Selection; 2],
    options: &DiffOptions,
) -> Page {
    let kept = kept(changes, versions, selected);
    let shown = Shown { versions, changes, standings, kept, consumer: options.consumer };
    let title = Runs::from("What changed from ").with(Mark::Name, options.names[0].as_str());
    let mut page = Page::new("diff", title.with(Mark::Plain, " to ").with(Mark::Name, options.names[1].as_str()));
    let mut legend = Legend::default();
    if options.stat {
        stat::tables(&shown, &mut page);
    } else {
        page.push(Block::Prose(stat::summary(&shown)));
        stance::section(&shown, &mut legend, &mut page);
        statement::section(&shown, &mut page);
        other::section(&shown, &mut page);
        drafts(&mut page, &options.drafts);
        page.blocks.extend(legend.note());
        page.records = options.consumer.reads_records().then(|| record::records(&shown));
    }
    note_omitted(&mut page, &shown, selected, options);
    page
}

/// Adds the drafts that changed: they are told apart from all that counts.
fn drafts(page: &mut Page, drafts: &[(DraftChange, Draft)]) {
    if !drafts.is_empty() {
        page.push(Block::Heading { level: 1, runs: "Drafts".into() });
        let line = |(how, draft): &(DraftChange, Draft)| {
            Runs::new().with(Mark::Strong, format!("{} ", how.word())).joined(draft_line(draft))
        };
        page.push(Block::List(drafts.iter().map(line).collect()));
    }
}

/// Notes on what is not on the page: what errors kept out of either version, what was not asked for, and what git does
/// not keep.
fn note_omitted(page: &mut Page, shown: &Shown<'_>, selected: [&Selection; 2], options: &DiffOptions) {
    for (map, name) in [shown.versions.old, shown.versions.new].into_iter().zip(&options.names) {
        if let Some(parts) = omitted::errors(map) {
            let runs = Runs::from("Missing in ").with(Mark::Name, name.as_str());
            let text = format!(" because of errors, and so not compared: {parts}.");
            page.push(Block::Note(runs.with(Mark::Plain, text)));
        }
    }
    let left = shown.changes.list.len() - shown.kept.len();
    let filters = omitted::options(&selected[1].filter);
    if left > 0 && !filters.is_empty() {
        let runs = Runs::from(format!("{} left out by ", counted(left, "change")));
        let runs = runs.with(Mark::Name, crate::text::list::and(filters)).with(Mark::Plain, ".");
        page.push(Block::Note(runs));
    }
    if !options.unread.is_empty() {
        let runs = Runs::from("Not read, because other repositories keep them: ");
        let names = omitted::names(options.unread.clone());
        page.push(Block::Note(runs.with(Mark::Name, names).with(Mark::Plain, ".")));
    }
}
