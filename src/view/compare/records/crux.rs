//! A crux in the flat table: a row for each statement of it.

use crate::analysis::dispute::agreement::Verdict;
use crate::analysis::dispute::crux::{Contested, Crux, Sought};
use crate::model::{IssueId, Map};

use super::line::{Line, OfCrux};

/// The rows of what comes of looking for a crux of two, with the verdict on them: those of one number have to fall together for
/// their side to have nothing left for its position, or against it. Where there is no crux, or none was found, a row without a
/// statement says so.
pub fn rows<'m>(
    map: &'m Map,
    issue: IssueId,
    verdict: Verdict,
    sides: &[String; 2],
    sought: &Sought,
    number: usize,
) -> Vec<Line<'m>> {
    let row = |side: usize, attitude, attacks| Line {
        crux: Some(OfCrux { versus: sides[1 - side].clone(), number, attacks }),
        ..Line::new(map, issue, verdict, sides[side].clone(), attitude)
    };
    let of = |crux: &Crux, Contested { statement, attacks }: &Contested| Line {
        statement: Some(*statement),
        position: Some(crux.held),
        inferred: attacks.iter().all(|&attack| map.relations[attack].inferred),
        ..row(crux.side, if crux.is_for { "crux-for" } else { "crux-against" }, attacks.clone())
    };
    match sought {
        Sought::Found(crux) => crux.contested.iter().map(|contested| of(crux, contested)).collect(),
        Sought::None => vec![row(0, "no-crux", Vec::new())],
        Sought::BeyondLimit => vec![row(0, "crux-beyond-limit", Vec::new())],
    }
}
