//! Common ground: which of the statements that stand for an author the author accepts.
//!
//! An attack on something that the author asserts or grants may stand, since nothing answers it. It does not count for that author all
//! the same: the author accepts neither the attack nor what rests on it alone.

use framework::Status;

use crate::model::{Map, StatementId};

use super::audience::Audience;
use super::outcome::Outcome;

/// The statements that an author accepts.
#[derive(Debug)]
pub struct Accepted {
    accepted: Vec<bool>,
}

impl Accepted {
    /// Of an author, for whom a map was evaluated.
    pub fn new(map: &Map, audience: &Audience, outcome: &Outcome) -> Accepted {
        let compiled = &outcome.compiled;
        let mut accepted: Vec<bool> = map.statements.ids().map(|id| outcome.of(id) == Some(Status::Stands)).collect();
        // For each proposition how many statements of it are accepted, and for each statement how many reasons whose premises are.
        let mut saying = vec![0u32; accepted.len()];
        for id in map.statements.ids().filter(|id| accepted[id.index()]) {
            saying[compiled.proposition(id).index()] += 1;
        }
        let holds = |reason| outcome.of_argument(compiled.reason(reason)) == Some(Status::Stands);
        let mut holding: Vec<bool> = map.reasons.ids().map(holds).collect();
        let mut carried = vec![0u32; accepted.len()];
        for (_, reason) in map.reasons.iter().filter(|(id, _)| holding[id.index()]) {
            carried[reason.conclusion.index()] += 1;
        }
        let outside = |id: &StatementId| !audience.accepts(*id);
        let opposed = |id: &StatementId| compiled.discounted.spoken_against(*id).is_some();
        let mut open: Vec<StatementId> = map.statements.ids().filter(outside).filter(opposed).collect();
        while let Some(id) = open.pop() {
            if !std::mem::replace(&mut accepted[id.index()], false) {
                continue;
            }
            let proposition = compiled.proposition(id);
            saying[proposition.index()] -= 1;
            if saying[proposition.index()] > 0 {
                continue;
            }
            for &reason in compiled.members(id).iter().flat_map(|&member| map.reasons_using(member)) {
                let conclusion = map.reasons[reason].conclusion;
                if std::mem::replace(&mut holding[reason.index()], false) {
                    carried[conclusion.index()] -= 1;
                    if carried[conclusion.index()] == 0 && compiled.needs_reasons(conclusion) && outside(&conclusion) {
                        open.push(conclusion);
                    }
                }
            }
        }
        Accepted { accepted }
    }

    /// Whether a statement is accepted.
    pub fn has(&self, statement: StatementId) -> bool {
        self.accepted[statement.index()]
    }
}
