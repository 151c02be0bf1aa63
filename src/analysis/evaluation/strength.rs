//! How strong each statement is, as a number, where all that is for and against it is weighed up.

use framework::Argument;
use framework::strength::{Graph, Model, Strengths, strengths};

use crate::analysis::table::ground::Denials;
use crate::model::{RelationKind, StatementId};

use super::compile::Debate;
use super::interpretation::{Despite, Support};

impl Debate<'_> {
    /// The strength of every statement, by its id; what comes behind those is of reasons. A statement begins with its weight. A reason is as strong as its weakest premise and
    /// supports its conclusion, an undercut attacks it. Statements that agree are weighed each by itself.
    pub fn strengths(&self, model: Model) -> Strengths {
        let map = self.map;
        let argument = |statement: StatementId| statement.index() as Argument;
        let mut graph = Graph::new(map.statements.len());
        for (id, statement) in map.statements.iter() {
            if let Some(weight) = statement.weight {
                graph.weigh(argument(id), weight.value());
            }
        }
        let mut reasons = Vec::with_capacity(map.reasons.len());
        for (_, reason) in map.reasons.iter() {
            let mut ends = reason.premises.iter().chain([&reason.conclusion]);
            let counts = self.selection.has_reason(reason)
                && self.interpretation.support != Support::None
                && ends.all(|&end| self.takes_part(end));
            reasons.push(counts.then(|| {
                let premises: Vec<Argument> = reason.premises.iter().map(|&premise| argument(premise)).collect();
                let node = graph.link(&premises);
                graph.support(node, argument(reason.conclusion));
                node
            }));
        }
        let denials = Denials::new(map);
        for (_, relation) in map.relations.iter() {
            let part = self.takes_part(relation.from) && self.takes_part(relation.to);
            if !part || !self.selection.has_relation(relation) {
                continue;
            }
            match relation.kind {
                RelationKind::Against | RelationKind::Weakens => {
                    graph.attack(argument(relation.from), argument(relation.to));
                }
                RelationKind::Despite if self.interpretation.despite == Despite::Attacks => {
                    graph.attack(argument(relation.to), argument(relation.from));
                }
                RelationKind::Undercuts => {
                    for &id in map.reasons_for(relation.to) {
                        let removed = denials.strike(&relation.because, &map.reasons[id]);
                        if let (true, Some(node)) = (removed, reasons[id.index()]) {
                            graph.attack(argument(relation.from), node);
                        }
                    }
                }
                _ => {}
            }
        }
        strengths(&graph, model)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::evaluation::interpretation::Interpretation;
    use crate::analysis::example::{scene, whole};

    fn strong(statements: &str, model: Model) -> Vec<String> {
        let map = scene(&format!("@ann-2015\n\n{statements}"));
        let selection = whole(&map);
        let debate =
            Debate { map: &map, selection: &selection, within: false, interpretation: Interpretation::default() };
        let found = debate.strengths(model);
        map.statements.ids().map(|id| format!("{} {:.4}", map.own_name(id), found.of[id.index()])).collect()
    }

    #[test]
    fn reasons_support_and_undercuts_attack_the_reason() {
        let chain =
            "claim a: A.\n\nclaim b: B.\n  against: a\n\nclaim c: C.\n  against: b\n\nclaim d: D.\n  against: c\n";
        assert_eq!(strong(chain, Model::HCategoriser), ["a 0.6000", "b 0.6667", "c 0.5000", "d 1.0000"]);
        let backed = "claim a: A.\n  because: b\n\nclaim b: B.\n";
        assert_eq!(strong(backed, Model::DfQuad), ["a 0.7500", "b 0.5000"]);
        let weighed = "claim a: A.\n  weight: .5\n  because: b, d\n\nclaim b: B.\n  weight: .2\n\nclaim c: C.\n  weight: .85\n  \
            because: e\n  against: a\n\nclaim d: D.\n  weight: .65\n\nclaim e: E.\n  weight: .4\n  against: b\n\nclaim f: F.\n  \
            weight: 1\n  against: c\n";
        let expected = ["a 0.5188", "b 0.1724", "c 0.6250", "d 0.6500", "e 0.4000", "f 1.0000"];
        assert_eq!(strong(weighed, Model::QuadraticEnergy), expected);
        let expected = ["a 0.6760", "b 0.1200", "c 0.3400", "d 0.6500", "e 0.4000", "f 1.0000"];
        assert_eq!(strong(weighed, Model::DfQuad), expected);
        let weakened = "claim a: A.\n\nclaim b: B.\n  against (weakens): a\n";
        assert_eq!(strong(weakened, Model::DfQuad), ["a 0.2500", "b 0.5000"]);
        let denied = format!("{backed}\nclaim u: U.\n  undercuts: a because b\n");
        assert_eq!(strong(&denied, Model::DfQuad), ["a 0.6250", "b 0.5000", "u 0.5000"]);
    }
}
