//! A search for repairs, as it is asked for: what may be changed, and what has to become of what.

use framework::{Label, Status};

use crate::analysis::evaluation::audience::Audience;
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::{Hypothesis, Offer, UncertainElement};
use crate::analysis::evaluation::interpretation::{Agreement, Despite};
use crate::analysis::evaluation::trial::Trial;
use crate::analysis::table::class::Classes;
use crate::model::{RelationKind, StatementId};

use super::edit::{Costs, Edit, Goal};

/// A question of repair.
#[derive(Debug, Clone, Copy)]
pub struct Repair<'a> {
    /// The map, and how it is read.
    pub debate: &'a Debate<'a>,
    /// The author for whom it is evaluated; none for everybody.
    pub audience: Option<&'a Audience>,
    /// Hypothesis that is taken for granted already.
    pub hypothesis: &'a Hypothesis,
    /// The statement whose verdict is to change.
    pub target: StatementId,
    /// Status that it is to have. Only the grounded semantics is asked.
    pub goal: Goal,
    /// Costs of the changes that may be made. To answer or to give up the statement itself is not looked at.
    pub costs: Costs,
}

impl Repair<'_> {
    /// Hypothesis with all possible changes: all that may be given up or withdrawn is doubted, and all that may be
    /// added is offered.
    pub(super) fn open(&self) -> Hypothesis {
        let Repair { debate, hypothesis, target, costs, .. } = *self;
        let map = debate.map;
        let mut open = hypothesis.clone();
        if costs.give_up.is_some() {
            let others = map.statements.ids().filter(|&id| id != target && !hypothesis.gone.contains(&id));
            open.doubted.extend(others.map(UncertainElement::Statement));
        }
        if costs.withdraw.is_some() {
            let attacks = map.relations.iter().filter(|(id, relation)| {
                let attacks = match relation.kind {
                    RelationKind::Against | RelationKind::Undercuts => true,
                    RelationKind::Despite => debate.interpretation.despite == Despite::Attacks,
                    _ => false,
                };
                attacks && !hypothesis.withdrawn.contains(id)
            });
            open.doubted.extend(attacks.map(|(id, _)| UncertainElement::Relation(id)));
        }
        if costs.answer.is_some() {
            let joined = debate.interpretation.agreement == Agreement::Proposition;
            let classes = joined.then(|| Classes::new(map, RelationKind::Agrees, debate.selection.filter.stated));
            let class = |id| classes.as_ref().map_or(id, |classes| classes.of(id));
            let mut answered = vec![false; map.statements.len()];
            // An answer to one is an answer to all that say the same: the first of them that takes part stands for
            // them.
            for id in map.statements.ids().filter(|&id| debate.takes_part(id) && class(id) != class(target)) {
                if !std::mem::replace(&mut answered[class(id).index()], true) {
                    open.offered.push(Offer::Answer(id));
                }
            }
        }
        if costs.back.is_some() {
            open.offered.extend(map.statements.ids().map(Offer::Reason));
        }
        open
    }

    /// Whether it has become of the statement what has to.
    pub(super) fn is_reached(&self, trial: &Trial<'_>) -> bool {
        let wanted = match self.goal {
            Goal::Stand => Status::Stands,
            Goal::Fall => Status::Falls,
        };
        trial.status(self.target) == wanted
    }
}

/// Edit that turning a switch makes, and the label that it is turned to.
pub(super) fn turned(open: &Hypothesis, switch: usize) -> (Edit, Label) {
    match switch.checked_sub(open.doubted.len()).map(|offer| open.offered[offer]) {
        Some(Offer::Answer(statement)) => (Edit::Answer(statement), Label::In),
        Some(Offer::Reason(statement)) => (Edit::Back(statement), Label::In),
        None => match open.doubted[switch] {
            UncertainElement::Statement(statement) => (Edit::GiveUp(statement), Label::Out),
            UncertainElement::Relation(relation) => (Edit::Withdraw(relation), Label::Out),
            UncertainElement::Reason(_) => unreachable!("no reason is taken back"),
        },
    }
}
