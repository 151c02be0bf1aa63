//! The map as it is made: what is resolved so far, and where names are looked up.

use crate::diagnostic::Diagnostics;
use crate::file::{Files, Span};
use crate::model::name::NameTable;
use crate::model::{Map, Relation, Use};

use super::missing::Missing;

/// The map as it is made.
pub(super) struct Resolver<'t> {
    pub(super) files: &'t Files,
    pub(super) map: Map,
    pub(super) diagnostics: &'t mut Diagnostics,
    /// Names of what was left out: that they are not found has been said where they stand.
    pub(super) excused: NameTable<()>,
    /// Names that were not found, told all together at the end.
    pub(super) missing: Vec<Missing>,
    /// Relations so far; an undercut may still turn out to strike nothing.
    pub(super) relations: Vec<Relation>,
    /// Undercuts, by their place among the relations, with the place of what follows their `because`.
    pub(super) undercuts: Vec<(usize, Option<Span>)>,
    /// Every mention of a name so far, where somebody asked for them.
    pub(super) uses: Option<Vec<Use>>,
}
