//! The search for quotations in a text: one pass for all of them, and the nearest passages where none is the same.

pub(super) mod alignment;
pub(super) mod find;
mod frequent;
pub(super) mod gapped;
pub(super) mod index;
pub(super) mod matches;
pub(super) mod part_places;
pub(super) mod probe;
pub(super) mod scan;
pub(super) mod wording;
