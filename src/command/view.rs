//! Options and steps that all commands share which show a part of a map.

use std::mem::ManuallyDrop;

use clap::Args;

use crate::model::select::Selection;
use crate::model::{Map, SourceId};
use crate::page::{Consumer, PageOf};
use crate::quotation::Verification;
use crate::study::Study;
use crate::workspace::Workspace;

use super::filter::FilterArgs;
use super::map::{Loaded, MapArgs};
use super::outcome::{Failure, Status};
use super::output::Output;

/// Which part of which map to show, and how.
#[derive(Debug, Args)]
pub struct ViewArgs {
    /// The filter.
    #[command(flatten)]
    pub filter: FilterArgs,
    /// The map.
    #[command(flatten)]
    pub map: MapArgs,
    /// Where it goes.
    #[command(flatten)]
    pub output: Output,
}

impl ViewArgs {
    /// The part of a map that is asked for.
    pub fn selection(&self, map: &Map) -> Result<Selection, Failure> {
        Ok(self.filter.words().select(map)?)
    }

    /// Shows a page of a map.
    pub fn show_page(&self, loaded: &Loaded, page: PageOf<'_>) -> Result<Status, Failure> {
        // The program ends after this: to give back a large page cell by cell would only take time.
        let page = ManuallyDrop::new(page);
        self.output.show(&page)?;
        Ok(loaded.status())
    }

    /// Shows the page that `view` makes of the part asked for, for whoever reads the format asked for.
    pub fn show(
        &self,
        loaded: &Loaded,
        view: impl for<'s> FnOnce(&'s Study<'_>, Consumer) -> PageOf<'s>,
    ) -> Result<Status, Failure> {
        let Workspace { map, quotations, unread, .. } = &loaded.workspace;
        self.show_of(loaded, (map, quotations, unread), view)
    }

    /// The same of the map with its drafts.
    pub fn show_with_drafts(
        &self,
        loaded: &Loaded,
        view: impl for<'s> FnOnce(&'s Study<'_>, Consumer) -> PageOf<'s>,
    ) -> Result<Status, Failure> {
        match &loaded.workspace.drafted {
            None => self.show(loaded, view),
            Some(drafted) => self.show_of(loaded, (&drafted.map, &drafted.quotations, &drafted.unread), view),
        }
    }

    fn show_of(
        &self,
        loaded: &Loaded,
        (map, quotations, unread): (&Map, &Verification, &[(SourceId, String)]),
        view: impl for<'s> FnOnce(&'s Study<'_>, Consumer) -> PageOf<'s>,
    ) -> Result<Status, Failure> {
        let consumer = self.output.format()?.consumer();
        let selection = self.selection(map)?;
        // A large study, too, is not given back.
        let study = Study::new(map, &selection).with_quotations(quotations, unread);
        let study = ManuallyDrop::new(study);
        self.show_page(loaded, view(&study, consumer))
    }
}
