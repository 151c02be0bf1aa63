//! Two columns on an issue: the verdict, what it rests on, and the cruxes.

use crate::analysis::dispute::agreement::{Comparison, Side, Verdict, compare};
use crate::analysis::dispute::crux::{Cruxes, Sought};
use crate::analysis::table::ground::Grounds;
use crate::model::{IssueId, Map, StatementId};

/// Two columns, and what comes of holding them against each other on an issue.
#[derive(Debug, Clone)]
pub struct PairCompared {
    /// The two columns, in the order of the table.
    pub columns: [usize; 2],
    /// Comparison of the two: the verdict, and what it rests on.
    pub found: Comparison,
    /// Where they are opposed, be it only the condition apart: what comes of looking for the crux of each clash, none twice.
    pub cruxes: Vec<Sought>,
}

impl PairCompared {
    pub(super) fn new(
        map: &Map,
        grounds: &Grounds<'_>,
        cruxes: &Cruxes<'_>,
        issue: IssueId,
        sides: [&Side<'_>; 2],
    ) -> PairCompared {
        let found = compare(map, grounds, issue, sides);
        let mut sought = Vec::new();
        let conditional = found.verdict == Verdict::Conditional && !found.is_same_mind;
        if conditional || found.verdict == Verdict::Opposed {
            for clash in found.oppositions(map) {
                let crux = cruxes.of(clash, sides);
                let told = !conditional || crux != Sought::None;
                sought.extend((told && !sought.contains(&crux)).then_some(crux));
            }
        }
        PairCompared { columns: sides.map(|side| side.column), found, cruxes: sought }
    }

    /// The statements of its cruxes.
    pub fn contested(&self) -> impl Iterator<Item = StatementId> {
        let found = self.cruxes.iter().filter_map(|sought| match sought {
            Sought::Found(crux) => Some(&crux.contested),
            Sought::None | Sought::BeyondLimit => None,
        });
        found.flatten().map(|contested| contested.statement)
    }
}
