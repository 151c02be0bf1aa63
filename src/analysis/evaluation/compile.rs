//! From the map to a framework: each statement and each reason is an argument, and clauses are attacks and needs.

mod audience_defeat;
mod clash;
mod compiled;
mod counted_for;
mod discounted;
mod support;
mod undercut;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use framework::Argument;

use crate::analysis::table::class::Classes;
use crate::analysis::table::ground::Denials;
use crate::model::select::Selection;
use crate::model::{Map, Reason, ReasonId, Relation, RelationId, RelationKind, StatementId};

use self::counted_for::CountedFor;
use super::audience::Audience;
use super::condition::Conditions;
use super::condition::draw::{Part, draw};
use super::framework_builder::{AuxiliaryArgument, FrameworkBuilder};
use super::hypothesis::{Hypothesis, Offer, UncertainElement};
use super::interpretation::{Agreement, Despite, Interpretation, Support};

pub use self::discounted::DiscountedAttacks;
pub use compiled::{Attack, Compiled, Meaning, Unargued, Undercut};

/// Debate to be evaluated: a map, the part of it that a reader asks for, and how it is read.
#[derive(Debug, Clone, Copy)]
pub struct Debate<'m> {
    /// The map that is evaluated.
    pub map: &'m Map,
    /// The part that the reader looks at. Of the rest, `--stated` alone changes what is argued, unless `within`.
    pub selection: &'m Selection,
    /// Whether only the statements of that part take part.
    pub within: bool,
    /// How it is read.
    pub interpretation: Interpretation,
}

impl Debate<'_> {
    /// The framework of the map with these changes, for everybody or as an author takes it.
    pub fn compile(&self, audience: Option<&Audience>, hypothesis: &Hypothesis) -> Compiled {
        self.compile_for(audience.as_slice(), hypothesis)
    }

    /// The same for several audiences at once. What counts for some of them only goes both ways, so that neither side is right beforehand: an
    /// attack is answered by an attack on who attacks. Whatever is certain then is so for each of them.
    pub fn compile_for(&self, audiences: &[&Audience], hypothesis: &Hypothesis) -> Compiled {
        self.draw(audiences, hypothesis).finish()
    }

    /// The framework of the map with the conditions on which stances hang. They change nothing about the statements by a rule that can be
    /// taken part by part, and by no other rule may they be there.
    pub fn compile_with_conditions(&self, audience: Option<&Audience>, hypothesis: &Hypothesis) -> Compiled {
        let mut compiler = self.draw(audience.as_slice(), hypothesis);
        let stated = self.selection.filter.stated;
        let part = Part { map: self.map, stated, argued: &compiler.takes_part, settled: &hypothesis.settled };
        compiler.conditions = draw(&part, &mut compiler.builder);
        compiler.finish()
    }

    /// The map drawn, before circles of reasons are opened.
    pub(super) fn draw<'c>(&'c self, audiences: &'c [&'c Audience], hypothesis: &'c Hypothesis) -> Compiler<'c> {
        let mut compiler = Compiler::new(self, audiences, hypothesis);
        compiler.undercuts();
        compiler.attacks();
        compiler.reasons();
        if self.interpretation.clash {
            compiler.clashes();
        }
        compiler
    }

    pub(super) fn takes_part(&self, statement: StatementId) -> bool {
        !self.within || self.selection.has_statement(statement)
    }

    fn says(&self, relation: &Relation) -> bool {
        self.selection.has_relation(relation)
    }
}

/// A map on its way to a framework.
pub(super) struct Compiler<'c> {
    debate: &'c Debate<'c>,
    /// The audiences that the framework is for; none where it is for everybody.
    audiences: &'c [&'c Audience],
    hypothesis: &'c Hypothesis,
    pub(super) map: &'c Map,
    pub(super) builder: FrameworkBuilder,
    classes: Option<Classes>,
    denials: Denials,
    /// Where a class begins, the statements of it that take part.
    members: Vec<Vec<StatementId>>,
    /// Where a class begins: what is in while one of its statements is.
    propositions: Vec<Argument>,
    /// For each audience what it holds, and what it admits to speak against that: both where their classes begin.
    admitted: Vec<HashSet<(StatementId, StatementId)>>,
    /// For each audience whether it prefers something of a class, where that begins.
    preferred: Vec<Vec<bool>>,
    supposed: Vec<bool>,
    gone: Vec<bool>,
    takes_part: Vec<bool>,
    gives_reasons: Vec<bool>,
    reason_counts: Vec<bool>,
    attacks: Vec<Attack>,
    undercuts: Vec<Undercut>,
    /// Arguments that undercut each reason.
    undercutters: Vec<Vec<Argument>>,
    /// Argument of each part that is doubted: in while the part is really said.
    doubts: HashMap<UncertainElement, Argument>,
    /// Argument of each new thing that may be said or not.
    offers: HashMap<Offer, Argument>,
    unargued: Unargued,
    discounted: DiscountedAttacks,
    conditions: Conditions,
}

fn marked(count: usize, statements: &[StatementId]) -> Vec<bool> {
    let mut marks = vec![false; count];
    for statement in statements {
        marks[statement.index()] = true;
    }
    marks
}

impl<'c> Compiler<'c> {
    fn new(debate: &'c Debate<'c>, audiences: &'c [&'c Audience], hypothesis: &'c Hypothesis) -> Self {
        let map = debate.map;
        let count = map.statements.len();
        let joined = debate.interpretation.agreement == Agreement::Proposition;
        let classes = joined.then(|| Classes::new(map, RelationKind::Agrees, debate.selection.filter.stated));
        let mut compiler = Compiler {
            debate,
            audiences,
            hypothesis,
            map,
            builder: FrameworkBuilder::new(count + map.reasons.len()),
            classes,
            denials: Denials::new(map),
            members: vec![Vec::new(); count],
            propositions: (0..count as Argument).collect(),
            admitted: vec![HashSet::new(); audiences.len()],
            preferred: vec![vec![false; count]; audiences.len()],
            supposed: marked(count, &hypothesis.supposed),
            gone: marked(count, &hypothesis.gone),
            takes_part: map.statements.ids().map(|id| debate.takes_part(id)).collect(),
            gives_reasons: vec![false; count],
            reason_counts: vec![false; map.reasons.len()],
            attacks: Vec::new(),
            undercuts: Vec::new(),
            undercutters: vec![Vec::new(); map.reasons.len()],
            doubts: HashMap::new(),
            offers: HashMap::new(),
            unargued: Unargued::default(),
            discounted: DiscountedAttacks::default(),
            conditions: Conditions::default(),
        };
        compiler.doubts();
        compiler.statements();
        compiler.admissions();
        compiler
    }

    /// Draws a doubt, always open, for every part that is doubted, and for all that is offered. They come first of all that is added.
    fn doubts(&mut self) {
        for &part in &self.hypothesis.doubted {
            let doubt = self.doubt();
            self.doubts.insert(part, doubt);
        }
        for &offer in &self.hypothesis.offered {
            let doubt = self.doubt();
            self.offers.insert(offer, doubt);
        }
    }

    fn doubt(&mut self) -> Argument {
        let doubt = self.builder.add(AuxiliaryArgument::Doubt);
        self.builder.attack(doubt, doubt);
        doubt
    }

    /// Argument by which a relation of this statement attacks: open while the relation is doubted, unless the statement
    /// falls.
    fn speaking(&mut self, statement: StatementId, relation: RelationId) -> Argument {
        let speaks = self.proposition(statement);
        let Some(&doubt) = self.doubts.get(&UncertainElement::Relation(relation)) else { return speaks };
        let doubted = self.builder.add_any_of(vec![speaks], AuxiliaryArgument::Doubted);
        self.builder.need(vec![doubt], doubted);
        doubted
    }

    fn class(&self, statement: StatementId) -> StatementId {
        self.classes.as_ref().map_or(statement, |classes| classes.of(statement))
    }

    /// Argument of a statement and of all that say the same.
    pub(super) fn proposition(&self, statement: StatementId) -> Argument {
        self.propositions[self.class(statement).index()]
    }

    fn statements(&mut self) {
        for id in self.map.statements.ids() {
            let first = self.class(id);
            for (audience, preferred) in self.audiences.iter().zip(&mut self.preferred) {
                preferred[first.index()] |= audience.accepts(id);
            }
            if self.takes_part[id.index()] {
                self.members[first.index()].push(id);
            } else {
                self.unargued.statements += 1;
            }
            if let Some(&doubt) = self.doubts.get(&UncertainElement::Statement(id)) {
                self.builder.need(vec![doubt], id.index() as Argument);
            }
            if !self.takes_part[id.index()] || self.gone[id.index()] {
                self.builder.need(Vec::new(), id.index() as Argument);
            }
        }
        for first in 0..self.members.len() {
            if self.members[first].len() > 1 {
                let members = self.members[first].iter().map(|member| member.index() as Argument).collect();
                self.propositions[first] = self.builder.any_of(members, AuxiliaryArgument::Proposition);
            } else if let [only] = *self.members[first] {
                self.propositions[first] = only.index() as Argument;
            }
        }
    }

    /// Whether a relation is argued: counts it where it is not.
    fn is_argued(&mut self, relation: &Relation) -> bool {
        if !self.debate.says(relation) {
            self.unargued.inferred += 1;
            return false;
        }
        let part = [relation.from, relation.to].iter().all(|id| self.takes_part[id.index()]);
        self.unargued.attacks += usize::from(!part);
        part
    }

    /// `against`, and whatever else is to be read as that.
    fn attacks(&mut self) {
        let map = self.map;
        for (id, relation) in map.relations.iter() {
            let (from, to) = match relation.kind {
                RelationKind::Against => (relation.from, relation.to),
                RelationKind::Despite if self.debate.interpretation.despite == Despite::Attacks => {
                    (relation.to, relation.from)
                }
                _ => continue,
            };
            if self.is_argued(relation) && !self.hypothesis.withdrawn.contains(&id) {
                let argument = self.speaking(from, id);
                self.add_attack(from, argument, to);
            }
        }
        let hypothesis = self.hypothesis;
        for &(from, to) in &hypothesis.brought {
            self.add_attack(from, self.proposition(from), to);
        }
        // A new speaker is nobody whom an audience accepts: what the speaker says against a preferred statement does
        // not count.
        let offered = hypothesis.offered.iter().filter_map(|offer| match offer {
            Offer::Answer(answered) => Some((*answered, Some(self.offers[offer]))),
            Offer::Reason(_) => None,
        });
        let answered = hypothesis.answered.iter().map(|&answered| (answered, None)).chain(offered);
        for (to, argument) in answered.collect::<Vec<_>>() {
            if !self.is_guarded(to) {
                let argument = argument.unwrap_or_else(|| self.builder.add(AuxiliaryArgument::New));
                self.attacks.push(Attack { target: self.class(to), argument, from: None, to });
            }
        }
        // Of two that say the same, the first to attack speaks for both.
        self.attacks.sort_by_key(|attack| (attack.target, attack.argument));
        self.attacks.dedup_by_key(|attack| (attack.target, attack.argument));
        for at in self.attacks.chunk_by(|a, b| a.target == b.target) {
            let from = at.iter().map(|attack| attack.argument).collect();
            let hit = self.struck(at[0].target);
            self.builder.attack_each(from, &hit, AuxiliaryArgument::Attackers);
        }
    }

    /// An attack, unless the audience prefers what is attacked, or holds it in spite of just this.
    fn add_attack(&mut self, from: StatementId, argument: Argument, to: StatementId) {
        let counted_for = self.attack_counts_for(from, to);
        if counted_for == CountedFor::None {
            return self.discounted.attack(self.class(to), from, to);
        }
        self.attacks.push(Attack { target: self.class(to), argument, from: Some(from), to });
        if counted_for == CountedFor::Some {
            let argument = self.proposition(to);
            self.attacks.push(Attack { target: self.class(from), argument, from: Some(to), to: from });
        }
    }

    /// Whether a reason is argued: counts it where it is not.
    fn reason_is_argued(&mut self, id: ReasonId, reason: &Reason) -> bool {
        if !self.debate.selection.has_reason(reason) {
            self.unargued.inferred += 1;
            return false;
        }
        let mut ends = reason.premises.iter().chain([&reason.conclusion]);
        let part = ends.all(|id| self.takes_part[id.index()]);
        self.unargued.reasons += usize::from(!part);
        part && self.debate.interpretation.support != Support::None && !self.hypothesis.unreasoned.contains(&id)
    }

    /// Whether statements that agree are one proposition: only then reasons can go round in ways that have to be opened.
    pub(super) fn is_joined(&self) -> bool {
        self.classes.is_some()
    }

    /// How reasons carry what they are given for.
    pub(super) fn support(&self) -> Support {
        self.debate.interpretation.support
    }

    /// The arguments that an attack on a statement strikes.
    pub(super) fn struck(&self, statement: StatementId) -> Vec<Argument> {
        let members = self.members[self.class(statement).index()].iter();
        members.filter(|it| !self.supposed[it.index()]).map(|it| it.index() as Argument).collect()
    }

    /// The statements that say what this one says, as far as they take part.
    pub(super) fn members(&self, statement: StatementId) -> &[StatementId] {
        &self.members[self.class(statement).index()]
    }

    /// Whether an attack that somebody brings counts.
    pub(super) fn hears(&self, from: StatementId, to: StatementId) -> bool {
        self.attack_counts_for(from, to) != CountedFor::None
    }

    /// Whether a statement takes part.
    pub(super) fn argues(&self, statement: StatementId) -> bool {
        self.takes_part[statement.index()]
    }

    fn finish(mut self) -> Compiled {
        if self.classes.is_some() {
            self.builder.open_circles();
        }
        self.discounted.sort();
        let statements = self.map.statements.len();
        let absent = self.takes_part.iter().enumerate().filter(|(_, part)| !**part).map(|(at, _)| at as Argument);
        let reasons = (statements..statements + self.map.reasons.len()).map(|at| at as Argument);
        let (framework, auxiliaries) = self.builder.finish(absent.chain(reasons));
        let mut needs: Vec<u32> = (0..framework.needs().len() as u32).collect();
        needs.sort_by_key(|&at| framework.needs()[at as usize].argument);
        let mut joint_attacks: Vec<u32> = (0..framework.joint_attacks().len() as u32).collect();
        joint_attacks.sort_by_key(|&at| framework.joint_attacks()[at as usize].target);
        Compiled {
            framework,
            unargued: self.unargued,
            discounted: self.discounted,
            classes: self.classes,
            denials: self.denials,
            members: self.members,
            needs,
            joint_attacks,
            statements,
            auxiliaries,
            gone: self.gone,
            supposed: self.supposed,
            takes_part: self.takes_part,
            gives_reasons: self.gives_reasons,
            reason_counts: self.reason_counts,
            attacks: self.attacks,
            undercuts: self.undercuts,
            conditions: self.conditions,
        }
    }
}
