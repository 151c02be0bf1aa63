//! Ways in which words of a page lead on: to places of the same page, to files beside it, or to screens of a site.

use crate::page::{PageOf, Target};
use crate::render::anchors::{Anchors, Rank};
use crate::render::options::Address;

/// Gives the address of a thing, where there is one.
pub type Lead<'p> = &'p dyn Fn(&Target) -> Option<String>;

/// The addresses that words of a page can have.
pub(super) enum Leads<'p> {
    /// Those of a page by itself, and of the files that it names.
    Page(Anchors<'p>, Option<Address<'p>>),
    /// Those of a site, in which every thing has its place already.
    Site(Lead<'p>),
}

impl<'p> Leads<'p> {
    /// Of a page by itself.
    pub(super) fn of_page(page: &'p PageOf<'p>, address: Option<Address<'p>>) -> Self {
        Leads::Page(Anchors::of(page), address)
    }

    /// The name of this place, where it is the one for its thing. Asked once for each part, in order.
    pub(super) fn place(&self, rank: Rank, thing: Option<&Target>) -> Option<String> {
        match self {
            Leads::Page(anchors, _) => anchors.place(rank, thing),
            Leads::Site(_) => None,
        }
    }

    /// The address of a thing, or of a place in a file.
    pub(super) fn address(&self, target: &Target) -> Option<String> {
        match (self, target) {
            (Leads::Page(_, address), Target::Place { path, line, .. }) => address.and_then(|lead| lead(path, *line)),
            (Leads::Page(anchors, _), thing) => anchors.lead(thing).map(|place| format!("#{place}")),
            (Leads::Site(lead), target) => lead(target),
        }
    }
}
