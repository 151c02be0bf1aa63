//! Edits of what is argued, what each costs, and the goal that they are made for.

use crate::model::{RelationId, StatementId};

/// Status that the statement is to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// It is to stand.
    Stand,
    /// It is to fall.
    Fall,
}

impl Goal {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(Goal, &str, &str)] =
        &[(Goal::Stand, "stand", "It is to stand"), (Goal::Fall, "fall", "It is to fall")];
}

/// One thing that somebody might do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edit {
    /// Bring something new against a statement and all that say the same, which nothing answers.
    Answer(StatementId),
    /// Take back what attacks something.
    Withdraw(RelationId),
    /// Let a statement go.
    GiveUp(StatementId),
    /// Give a statement a new reason that nothing can be said against.
    Back(StatementId),
    /// Bring a statement that stands against another.
    Bring(StatementId, StatementId),
}

/// A kind of change that may be forbidden, or may cost more than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// To say something new against a statement.
    Answer,
    /// To take an attack back.
    Withdraw,
    /// To let a statement go.
    GiveUp,
    /// To give a statement a new reason.
    Back,
}

impl ChangeKind {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(ChangeKind, &str, &str)] = &[
        (ChangeKind::Answer, "answer", "Say something new against a statement"),
        (ChangeKind::Withdraw, "withdraw", "Take an attack back"),
        (ChangeKind::GiveUp, "give-up", "Let a statement go"),
        (ChangeKind::Back, "back", "Give a statement a new reason"),
    ];
}

/// Cost of each kind of change; `None` where it is not to be made. No change is free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The changes above say what each is.
pub struct Costs {
    pub answer: Option<u32>,
    pub withdraw: Option<u32>,
    pub give_up: Option<u32>,
    pub back: Option<u32>,
    pub bring: Option<u32>,
}

impl Default for Costs {
    /// One for each, and no existing statement is brought against another.
    fn default() -> Self {
        Costs { answer: Some(1), withdraw: Some(1), give_up: Some(1), back: Some(1), bring: None }
    }
}

impl Costs {
    /// Sets the cost of a kind of change; `None` where it is not to be made.
    pub fn set(&mut self, kind: ChangeKind, cost: Option<u32>) {
        *match kind {
            ChangeKind::Answer => &mut self.answer,
            ChangeKind::Withdraw => &mut self.withdraw,
            ChangeKind::GiveUp => &mut self.give_up,
            ChangeKind::Back => &mut self.back,
        } = cost;
    }

    /// Cost of a change; `None` where it is not to be made.
    pub fn of(&self, change: Edit) -> Option<u32> {
        match change {
            Edit::Answer(_) => self.answer,
            Edit::Withdraw(_) => self.withdraw,
            Edit::GiveUp(_) => self.give_up,
            Edit::Back(_) => self.back,
            Edit::Bring(..) => self.bring,
        }
    }
}
