//! The things that every screen of a site is made with: the study, and who tells why a statement stands.

use crate::model::SourceId;
use crate::study::Study;
use crate::view::stand::why::Teller;

/// A study with what is needed to tell of it.
pub struct Telling<'s, 'm> {
    /// Facts of the selection.
    pub study: &'s Study<'m>,
    /// Sentences on why statements stand or fall, with the names of people and statements.
    pub teller: Teller<'s>,
    /// Whether passages around quotations are shown of all sources.
    pub passages: bool,
}

impl Telling<'_, '_> {
    /// Whether passages of a source may be shown: its licence is known, or the writer of the site answers for it.
    pub fn shows_passages_of(&self, source: SourceId) -> bool {
        self.passages || self.study.map.sources[source].licence.is_some()
    }
}
