//! Distance of two authors: the statements that stand for one of them and not for the other.

use framework::{Semantics, Stop};

use super::{Question, Refusal, names};
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::trace::Trace;
use crate::model::StatementId;
use crate::page::{Consumer, Page};
use crate::view::stand::Asked;
use crate::view::stand::distance::{Side, distance};

impl Question {
    /// The page on two authors.
    pub(super) fn between(&self, debate: &Debate<'_>, two: &[String; 2], consumer: Consumer) -> Result<Page, Refusal> {
        let map = debate.map;
        let mut included = Vec::with_capacity(2);
        for key in two {
            let (speakers, name) = names::speakers(map, key)?;
            let audience = speakers.audience(map, debate.selection.filter.stated);
            let evaluate =
                |stop: &Stop<'_>| debate.evaluate(Some(&audience), &Hypothesis::default(), Semantics::Grounded, stop);
            let outcome = self.in_time(evaluate)?;
            included.push((audience, name, outcome));
        }
        let [one, other] = [&included[0], &included[1]];
        let argued = |&id: &StatementId| debate.selection.has_statement(id) && one.2.of(id).is_some();
        let statements: Vec<StatementId> = map.statements.ids().filter(argued).collect();
        let is_up = |steps| self.limit.is_reached(steps);
        let found = debate.distance([&one.0, &other.0], [&one.2, &other.2], &statements, &Stop::when(&is_up));
        let traces = [0, 1].map(|at| Trace::new(map, &included[at].2));
        let side = |at: usize| {
            let (audience, name, outcome) = &included[at];
            Side { key: &two[at], name, audience, outcome, trace: &traces[at] }
        };
        let asked = Asked { debate, outcome: &one.2, trace: &traces[0], audience: None, strengths: None, consumer };
        Ok(distance(map, debate.selection, &asked, [side(0), side(1)], statements.len(), &found))
    }
}
