//! One side of a quarrel: what lies under it, what of that is contested, and what falls when something is struck.

use foldhash::{HashMap, HashMapExt};

use crate::model::{Reason, StatementId};

use crate::analysis::table::ground::Grounds;

/// Statements and reasons under a side, by their number in it, the nearest to the position first.
#[derive(Debug)]
pub struct Side<'m> {
    statements: Vec<StatementId>,
    number: HashMap<StatementId, usize>,
    /// How many `because` steps each is away from the position.
    steps: Vec<usize>,
    /// The first so many statements take the position.
    heads: usize,
    reasons: Vec<Step<'m>>,
    reasons_for: Vec<Vec<usize>>,
    reasons_using: Vec<Vec<usize>>,
    /// The claim that each statement makes, where that is contested.
    claim_of: Vec<Option<usize>>,
    /// Contested claims: the statements of each, which are removed together.
    claims: Vec<Vec<usize>>,
    /// How each is preferred.
    ranks: Vec<Rank>,
    /// Statements that stand though all contested claims be removed.
    safe: Vec<bool>,
}

/// How a claim is preferred: by the steps of its nearest statement from the position; by whether no attack names that, which only
/// stands beside something that is named; then by the text.
pub type Rank = (usize, bool, StatementId);

/// A reason, with its statements by their numbers.
#[derive(Debug)]
struct Step<'m> {
    reason: &'m Reason,
    conclusion: usize,
    premises: Vec<usize>,
}

/// Statements and reasons that have fallen so far.
#[derive(Debug)]
struct Fallen {
    statements: Vec<bool>,
    reasons: Vec<bool>,
}

impl<'m> Side<'m> {
    /// Gathers the statements and reasons under these statements, which take the position.
    pub fn under(grounds: &Grounds<'m>, heads: &[StatementId]) -> Side<'m> {
        let mut side = Side {
            statements: heads.to_vec(),
            number: heads.iter().copied().zip(0..).collect(),
            steps: vec![0; heads.len()],
            heads: heads.len(),
            reasons: Vec::new(),
            reasons_for: Vec::new(),
            reasons_using: Vec::new(),
            claim_of: Vec::new(),
            claims: Vec::new(),
            ranks: Vec::new(),
            safe: Vec::new(),
        };
        let mut conclusion = 0;
        while let Some(&statement) = side.statements.get(conclusion) {
            let first = side.reasons.len();
            for reason in grounds.reasons_for(statement) {
                let mut premises = Vec::with_capacity(reason.premises.len());
                for &premise in reason.premises.iter() {
                    premises.push(*side.number.entry(premise).or_insert_with(|| {
                        side.statements.push(premise);
                        side.steps.push(side.steps[conclusion] + 1);
                        side.statements.len() - 1
                    }));
                }
                side.reasons.push(Step { reason, conclusion, premises });
            }
            side.reasons_for.push((first..side.reasons.len()).collect());
            conclusion += 1;
        }
        side.reasons_using = vec![Vec::new(); side.statements.len()];
        for (at, step) in side.reasons.iter().enumerate() {
            step.premises.iter().for_each(|&premise| side.reasons_using[premise].push(at));
        }
        side
    }

    /// Says what is contested: a statement, by the class that is attacked, and every premise of a reason that is denied; and which
    /// premises denials name.
    pub fn contest(
        &mut self,
        attacked: impl Fn(StatementId) -> Option<StatementId>,
        denied: impl Fn(&'m Reason) -> bool,
        named: impl Fn(&'m Reason, StatementId) -> bool,
    ) {
        let mut is_denied = vec![false; self.statements.len()];
        let mut is_named = vec![false; self.statements.len()];
        for step in self.reasons.iter().filter(|step| denied(step.reason)) {
            for &premise in &step.premises {
                is_denied[premise] = true;
                is_named[premise] |= named(step.reason, self.statements[premise]);
            }
        }
        let mut known = HashMap::new();
        for (at, &statement) in self.statements.iter().enumerate() {
            let class = attacked(statement);
            is_named[at] |= class.is_some();
            let struck_with = class.or(is_denied[at].then_some(statement));
            self.claim_of.push(struck_with.map(|class| {
                let claim = *known.entry(class).or_insert(self.claims.len());
                self.claims.resize_with(self.claims.len().max(claim + 1), Vec::new);
                self.claims[claim].push(at);
                claim
            }));
        }
        let rank = |&at: &usize| (self.steps[at], !is_named[at], self.statements[at]);
        let nearest = |claim: &Vec<usize>| claim.iter().map(rank).min().expect("a claim is made by a statement");
        self.ranks = self.claims.iter().map(nearest).collect();
        let all: Vec<usize> = (0..self.claims.len()).collect();
        self.safe = self.fall(&all).statements.iter().map(|fallen| !fallen).collect();
    }

    /// Whether nothing that is contested could ever fell it.
    pub fn is_safe(&self) -> bool {
        self.safe[..self.heads].contains(&true)
    }

    /// Whether a statement lies under it.
    pub fn has(&self, statement: StatementId) -> bool {
        self.number.contains_key(&statement)
    }

    /// How many claims are contested.
    pub fn claims(&self) -> usize {
        self.claims.len()
    }

    /// Number of statements, reasons and premises to look at when something is removed.
    pub fn size(&self) -> usize {
        self.statements.len() + self.reasons.iter().map(|step| 1 + step.premises.len()).sum::<usize>()
    }

    /// How a claim is preferred.
    pub fn rank(&self, claim: usize) -> Rank {
        self.ranks[claim]
    }

    /// Contested claims on which a head still rests when these are struck: who wants all heads to fall has to strike at
    /// least one of them. `None` where all heads fall. No claim twice, in the order of their numbers.
    pub fn core(&self, removed: &[usize]) -> Option<Vec<usize>> {
        let fallen = self.fall(removed);
        let head = (0..self.heads).find(|&head| !fallen.statements[head])?;
        let (mut seen, mut open) = (vec![false; self.statements.len()], vec![head]);
        seen[head] = true;
        let mut core = Vec::new();
        while let Some(statement) = open.pop() {
            core.extend(self.claim_of[statement]);
            let standing = self.reasons_for[statement].iter().filter(|&&reason| !fallen.reasons[reason]);
            // The fewer claims a core has, the fewer have to be tried.
            let unsafe_premises = |reason: usize| self.reasons[reason].premises.iter().filter(|&&it| !self.safe[it]);
            if let Some(&rests_on) = standing.min_by_key(|&&reason| unsafe_premises(reason).count()) {
                for &premise in unsafe_premises(rests_on) {
                    if !std::mem::replace(&mut seen[premise], true) {
                        open.push(premise);
                    }
                }
            }
        }
        core.sort_unstable();
        core.dedup();
        Some(core)
    }

    /// Statements and reasons that fall with these claims: a reason with any of its premises, a statement with the last
    /// of its reasons.
    fn fall(&self, removed: &[usize]) -> Fallen {
        let mut fallen =
            Fallen { statements: vec![false; self.statements.len()], reasons: vec![false; self.reasons.len()] };
        let mut left: Vec<usize> = self.reasons_for.iter().map(Vec::len).collect();
        let mut open: Vec<usize> = removed.iter().flat_map(|&claim| &self.claims[claim]).copied().collect();
        for &statement in &open {
            fallen.statements[statement] = true;
        }
        while let Some(statement) = open.pop() {
            for &reason in &self.reasons_using[statement] {
                if std::mem::replace(&mut fallen.reasons[reason], true) {
                    continue;
                }
                let conclusion = self.reasons[reason].conclusion;
                left[conclusion] -= 1;
                if left[conclusion] == 0 && !std::mem::replace(&mut fallen.statements[conclusion], true) {
                    open.push(conclusion);
                }
            }
        }
        fallen
    }
}
