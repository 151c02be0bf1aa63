//! Texts of sources: read from their files, with their places as a person counts them, and what in them is not running text.

pub(super) mod cited;
pub(super) mod furniture;
pub(super) mod passage;
pub(super) mod place;
pub(super) mod reader;
pub(super) mod selector;
pub(super) mod source_text;
pub(super) mod text;
