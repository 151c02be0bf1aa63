//! Grounds as somebody gives them: reasons, each with what it consists of.

use foldhash::HashSet;

use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::ground::Grounds;
use crate::model::{Map, StatementId};

/// A reason that somebody gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// Statements of the reason, needed together.
    pub premises: Box<[StatementId]>,
    /// Whether the mapper reads it into the text.
    pub inferred: bool,
}

/// A ground that both give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SharedGround {
    /// As the first gives it, and as the second does.
    pub statements: [StatementId; 2],
    /// Whether it is only by the mapper's reading that the two are one ground.
    pub inferred: bool,
}

/// The reasons given for what these stances say, none twice. A statement that says the same is no ground of it.
pub(super) fn given(
    map: &Map,
    grounds: &Grounds<'_>,
    stances: &[ColumnStance],
    shared: &HashSet<StatementId>,
) -> Vec<Ground> {
    let heads: HashSet<StatementId> = stances.iter().map(|stance| stance.statement).collect();
    let (mut found, mut seen) = (Vec::new(), HashSet::default());
    let mut asked = HashSet::default();
    for stance in stances.iter().filter(|stance| asked.insert(stance.statement)) {
        for reason in grounds.reasons_for(stance.statement) {
            let premises = reason.premises.iter().copied();
            let told: Box<[StatementId]> = premises.filter(|premise| !heads.contains(premise)).collect();
            let is_known = told.iter().all(|premise| shared.contains(premise));
            if told.is_empty() || is_known || !seen.insert(told.clone()) {
                continue;
            }
            found.push(Ground { premises: told, inferred: reason.inferred });
        }
    }
    found.sort_by_key(|ground| ground.premises.iter().map(|&premise| map.statements[premise].span.start).min());
    found
}
