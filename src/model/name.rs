//! Names: looked up by their text, in the space that all files share and in that of each source.

use crate::model::{Map, Named, StatementId};

/// Every name of a map. Holds ids only; the names themselves stay in the files.
#[derive(Debug, Default)]
pub struct NameIndex {}

impl NameIndex {
    /// What a name of the shared space stands for, or `SOURCE.NAME` a statement.
    pub fn find(&self, _map: &Map, _name: &str) -> Option<Named> {
        todo!("written with the resolver")
    }

    /// The name made of its first words under which a nameless statement is known.
    pub fn drafted(&self, _statement: StatementId) -> Option<&str> {
        todo!("written with the resolver")
    }
}
