//! From the map to a framework: each statement and each reason is an argument, and clauses are attacks and needs.

mod clash;
mod support;
mod undercut;

use crate::analysis::class::Classes;
use crate::framework::{Argument, Framework, Need};
use crate::model::select::Selection;
use crate::model::{Map, Reason, ReasonId, Relation, RelationKind, StatementId};

use super::audience::Audience;
use super::changes::Changes;
use super::drawing::{Drawing, Junction};
use super::reading::{Agreement, Despite, Reading, Support};

/// What is argued: a map, the part of it that a reader asks for, and how it is read.
#[derive(Debug, Clone, Copy)]
pub struct Debate<'m> {
    /// The map.
    pub map: &'m Map,
    /// The part that the reader looks at. Of the rest, `--stated` alone changes what is argued, unless `within`.
    pub selection: &'m Selection,
    /// Whether only the statements of that part take part.
    pub within: bool,
    /// How it is read.
    pub reading: Reading,
}

/// What the framework of a map has no room for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unargued {
    /// Statements that take no part.
    pub statements: usize,
    /// Attacks from or on such statements.
    pub attacks: usize,
    /// Reasons that use such statements, or are for one.
    pub reasons: usize,
    /// Attacks and reasons that the mapper inferred, where only what is stated counts.
    pub inferred: usize,
    /// Undercuts, where reasons count for nothing.
    pub undercuts: usize,
}

/// An attack on a statement and on all that say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attack {
    /// The first statement of those attacked.
    pub target: StatementId,
    /// The statement that attacks; `None` for something new.
    pub from: Option<StatementId>,
    /// It, or what says the same, in the framework.
    pub argument: Argument,
}

/// An undercut of some reasons of a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Undercut {
    /// The conclusion.
    pub target: StatementId,
    /// The premises that the reasons have to have.
    pub because: Box<[StatementId]>,
    /// The statement that undercuts.
    pub from: StatementId,
    /// It, or what says the same, in the framework.
    pub argument: Argument,
}

/// A map as a framework. The statements come first, by their ids, then the reasons, then what had to be added.
#[derive(Debug)]
pub struct Compiled {
    /// The framework.
    pub framework: Framework,
    /// What it has no room for.
    pub unargued: Unargued,
    classes: Option<Classes>,
    members: Vec<Vec<StatementId>>,
    /// The places of the framework's needs, by who needs.
    needs: Vec<u32>,
    statements: usize,
    junctions: Vec<Junction>,
    takes_part: Vec<bool>,
    gives_reasons: Vec<bool>,
    reason_counts: Vec<bool>,
    attacks: Vec<Attack>,
    undercuts: Vec<Undercut>,
}

/// What an argument of a compiled map is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A statement.
    Statement(StatementId),
    /// A reason.
    Reason(ReasonId),
    /// Something added.
    Junction(Junction),
}

impl Compiled {
    /// The argument of a statement.
    pub fn statement(&self, statement: StatementId) -> Argument {
        statement.index() as Argument
    }

    /// The argument of a reason.
    pub fn reason(&self, reason: ReasonId) -> Argument {
        (self.statements + reason.index()) as Argument
    }

    /// What an argument is.
    pub fn meaning(&self, argument: Argument) -> Meaning {
        let index = argument as usize;
        match index.checked_sub(self.statements) {
            None => Meaning::Statement(StatementId::new(index)),
            Some(index) => match index.checked_sub(self.reason_counts.len()) {
                None => Meaning::Reason(ReasonId::new(index)),
                Some(index) => Meaning::Junction(self.junctions[index]),
            },
        }
    }

    /// The first of the statements that say what this one says.
    pub fn proposition(&self, statement: StatementId) -> StatementId {
        self.classes.as_ref().map_or(statement, |classes| classes.of(statement))
    }

    /// Whether a statement is argued at all.
    pub fn takes_part(&self, statement: StatementId) -> bool {
        self.takes_part[statement.index()]
    }

    /// The statements that say what this one says, itself among them, as far as they take part.
    pub fn members(&self, statement: StatementId) -> &[StatementId] {
        &self.members[self.proposition(statement).index()]
    }

    /// What an argument needs, in order.
    pub fn needs_of(&self, argument: Argument) -> impl Iterator<Item = &Need> + Clone {
        let needs = self.framework.needs();
        let start = self.needs.partition_point(|&at| needs[at as usize].argument < argument);
        let own = self.needs[start..].iter().map(move |&at| &needs[at as usize]);
        own.take_while(move |need| need.argument == argument)
    }

    /// Whether a statement stands only while a reason for it holds.
    pub fn needs_reasons(&self, statement: StatementId) -> bool {
        self.gives_reasons[statement.index()]
    }

    /// Whether a reason counts.
    pub fn counts(&self, reason: ReasonId) -> bool {
        self.reason_counts[reason.index()]
    }

    /// The statement that wrote the attack of an argument on a statement, where one did.
    pub fn attacker(&self, argument: Argument, statement: StatementId) -> Option<StatementId> {
        let target = self.proposition(statement);
        let at = self.attacks.binary_search_by_key(&(target, argument), |attack| (attack.target, attack.argument));
        at.ok().and_then(|at| self.attacks[at].from)
    }

    /// The undercuts of a statement's reasons.
    pub fn undercuts_of(&self, conclusion: StatementId) -> &[Undercut] {
        let start = self.undercuts.partition_point(|undercut| undercut.target < conclusion);
        let number = self.undercuts[start..].partition_point(|undercut| undercut.target == conclusion);
        &self.undercuts[start..start + number]
    }
}

impl<'m> Debate<'m> {
    /// The framework of the map with these changes, for everybody or as an author takes it.
    pub fn compile(&self, audience: Option<&Audience>, changes: &Changes) -> Compiled {
        let mut compiler = Compiler::new(self, audience, changes);
        compiler.undercuts();
        compiler.attacks();
        compiler.reasons();
        if self.reading.clash {
            compiler.clashes();
        }
        compiler.finish()
    }

    pub(super) fn takes_part(&self, statement: StatementId) -> bool {
        !self.within || self.selection.has_statement(statement)
    }

    fn says(&self, relation: &Relation) -> bool {
        self.selection.has_relation(relation)
    }
}

/// A map on its way to a framework.
struct Compiler<'c> {
    debate: &'c Debate<'c>,
    audience: Option<&'c Audience>,
    changes: &'c Changes,
    map: &'c Map,
    drawing: Drawing,
    classes: Option<Classes>,
    /// Where a class begins, the statements of it that take part.
    members: Vec<Vec<StatementId>>,
    /// Where a class begins: what is in while one of its statements is.
    propositions: Vec<Argument>,
    /// Whether the audience prefers something of a class, where it begins.
    preferred: Vec<bool>,
    supposed: Vec<bool>,
    gone: Vec<bool>,
    takes_part: Vec<bool>,
    gives_reasons: Vec<bool>,
    reason_counts: Vec<bool>,
    attacks: Vec<Attack>,
    undercuts: Vec<Undercut>,
    /// What undercuts each reason.
    undercutters: Vec<Vec<Argument>>,
    unargued: Unargued,
}

fn marked(count: usize, statements: &[StatementId]) -> Vec<bool> {
    let mut marks = vec![false; count];
    statements.iter().for_each(|statement| marks[statement.index()] = true);
    marks
}

impl<'c> Compiler<'c> {
    fn new(debate: &'c Debate<'c>, audience: Option<&'c Audience>, changes: &'c Changes) -> Self {
        let map = debate.map;
        let count = map.statements.len();
        let joined = debate.reading.agreement == Agreement::Proposition;
        let classes =
            joined.then(|| Classes::new(map, RelationKind::Agrees, debate.selection.filter.stated));
        let mut compiler = Compiler {
            debate,
            audience,
            changes,
            map,
            drawing: Drawing::new(count + map.reasons.len()),
            classes,
            members: vec![Vec::new(); count],
            propositions: (0..count as Argument).collect(),
            preferred: vec![false; count],
            supposed: marked(count, &changes.supposed),
            gone: marked(count, &changes.gone),
            takes_part: map.statements.ids().map(|id| debate.takes_part(id)).collect(),
            gives_reasons: vec![false; count],
            reason_counts: vec![false; map.reasons.len()],
            attacks: Vec::new(),
            undercuts: Vec::new(),
            undercutters: vec![Vec::new(); map.reasons.len()],
            unargued: Unargued::default(),
        };
        compiler.statements();
        compiler
    }

    fn class(&self, statement: StatementId) -> StatementId {
        self.classes.as_ref().map_or(statement, |classes| classes.of(statement))
    }

    /// What stands for a statement and all that say the same.
    fn proposition(&self, statement: StatementId) -> Argument {
        self.propositions[self.class(statement).index()]
    }

    fn prefers(&self, statement: StatementId) -> bool {
        self.preferred[self.class(statement).index()]
    }

    fn statements(&mut self) {
        for id in self.map.statements.ids() {
            let first = self.class(id);
            if self.audience.is_some_and(|audience| audience.accepts(id)) {
                self.preferred[first.index()] = true;
            }
            if !self.takes_part[id.index()] {
                self.unargued.statements += 1;
            } else {
                self.members[first.index()].push(id);
            }
            if !self.takes_part[id.index()] || self.gone[id.index()] {
                self.drawing.need(Vec::new(), id.index() as Argument);
            }
        }
        for first in 0..self.members.len() {
            if self.members[first].len() > 1 {
                let members = self.members[first].iter().map(|member| member.index() as Argument).collect();
                self.propositions[first] = self.drawing.any_of(members, Junction::Proposition);
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
                RelationKind::Despite if self.debate.reading.despite == Despite::Attacks => (relation.to, relation.from),
                _ => continue,
            };
            if self.is_argued(relation) && !self.changes.withdrawn.contains(&id) {
                self.add_attack(from, to);
            }
        }
        let changes = self.changes;
        for &(from, to) in &changes.brought {
            self.add_attack(from, to);
        }
        for &answered in &changes.answered {
            let argument = self.drawing.add(Junction::New);
            self.attacks.push(Attack { target: self.class(answered), from: None, argument });
        }
        // Of two that say the same, the first to attack speaks for both.
        self.attacks.sort_by_key(|attack| (attack.target, attack.argument));
        self.attacks.dedup_by_key(|attack| (attack.target, attack.argument));
        for at in self.attacks.chunk_by(|a, b| a.target == b.target) {
            let from = at.iter().map(|attack| attack.argument).collect();
            let members = self.members[at[0].target.index()].iter();
            let hit = members.filter(|member| !self.supposed[member.index()]);
            let hit: Vec<Argument> = hit.map(|member| member.index() as Argument).collect();
            self.drawing.attack_each(from, &hit, Junction::Attackers);
        }
    }

    /// An attack, unless the audience prefers what is attacked.
    fn add_attack(&mut self, from: StatementId, to: StatementId) {
        if self.prefers(from) || !self.prefers(to) {
            let attack = Attack { target: self.class(to), from: Some(from), argument: self.proposition(from) };
            self.attacks.push(attack);
        }
    }

    /// Whether a reason is argued: counts it where it is not.
    fn reason_is_argued(&mut self, reason: &Reason) -> bool {
        if !self.debate.selection.has_reason(reason) {
            self.unargued.inferred += 1;
            return false;
        }
        let mut ends = reason.premises.iter().chain([&reason.conclusion]);
        let part = ends.all(|id| self.takes_part[id.index()]);
        self.unargued.reasons += usize::from(!part);
        part && self.debate.reading.support != Support::None
    }

    fn finish(self) -> Compiled {
        let statements = self.map.statements.len();
        let absent = self.takes_part.iter().enumerate().filter(|(_, part)| !**part).map(|(at, _)| at as Argument);
        let reasons = (statements..statements + self.map.reasons.len()).map(|at| at as Argument);
        let (framework, junctions) = self.drawing.finish(absent.chain(reasons));
        let mut needs: Vec<u32> = (0..framework.needs().len() as u32).collect();
        needs.sort_by_key(|&at| framework.needs()[at as usize].argument);
        Compiled {
            framework,
            unargued: self.unargued,
            classes: self.classes,
            members: self.members,
            needs,
            statements,
            junctions,
            takes_part: self.takes_part,
            gives_reasons: self.gives_reasons,
            reason_counts: self.reason_counts,
            attacks: self.attacks,
            undercuts: self.undercuts,
        }
    }
}
