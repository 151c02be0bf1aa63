//! Derived stances by issue and column: counted apart, and never part of how a column stands.

use std::collections::BTreeMap;

use crate::model::select::{DerivedStance, Selection};
use crate::model::{IssueId, Map};

use super::column::Columns;

/// The derived stances of all columns.
#[derive(Debug, Default)]
pub struct Derived {
    of: BTreeMap<(IssueId, usize), Vec<DerivedStance>>,
}

/// None at all: where they are not asked for.
pub static NONE: Derived = Derived { of: BTreeMap::new() };

impl Derived {
    /// Those of the selected part of a map.
    pub fn new(map: &Map, selection: &Selection, columns: &Columns) -> Derived {
        let mut of: BTreeMap<(IssueId, usize), Vec<DerivedStance>> = BTreeMap::new();
        let mut places = Vec::new();
        for derived in selection.derived(map) {
            columns.of(map, map.relations[derived.attack].from, &mut places);
            for &(column, _) in &places {
                of.entry((map.stances[derived.stance].issue, column)).or_default().push(derived);
            }
        }
        Derived { of }
    }

    /// Those by which one of these columns speaks against a ground of another.
    pub fn between(map: &Map, selection: &Selection, columns: &Columns) -> Derived {
        let mut derived = Derived::new(map, selection, columns);
        let mut places = Vec::new();
        derived.of.retain(|&(_, column), found| {
            found.retain(|it| {
                columns.of(map, map.relations[it.attack].to, &mut places);
                places.iter().any(|&(other, _)| other != column)
            });
            !found.is_empty()
        });
        derived
    }

    /// Those of one column on one issue, in the order of the text.
    pub fn on(&self, issue: IssueId, column: usize) -> &[DerivedStance] {
        self.of.get(&(issue, column)).map_or(&[], Vec::as_slice)
    }

    /// The columns that have any on an issue, in order.
    pub fn columns_on(&self, issue: IssueId) -> impl Iterator<Item = usize> {
        self.of.range((issue, 0)..=(issue, usize::MAX)).map(|((_, column), _)| *column)
    }
}
