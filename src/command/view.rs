//! What all commands that show a part of a map have in common.

use std::mem::ManuallyDrop;

use clap::Args;

use crate::model::Map;
use crate::model::select::Selection;
use crate::page::{Consumer, PageOf};
use crate::study::Study;

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
        let map = &loaded.workspace.map;
        let consumer = self.output.format()?.consumer();
        let selection = self.selection(map)?;
        // A large study, too, is not given back.
        let workspace = &loaded.workspace;
        let study = Study::new(map, &selection).with_quotations(&workspace.quotations, &workspace.unread);
        let study = ManuallyDrop::new(study);
        self.show_page(loaded, view(&study, consumer))
    }
}
