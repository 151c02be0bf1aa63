//! Readings: what the clauses of a map are taken to do, where there is more than one sensible answer.

/// How a map is read. Every part has a name, is said on the page, and can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Interpretation {
    /// What `agrees` does.
    pub agreement: Agreement,
    /// What `because` does.
    pub support: Support,
    /// What `despite` does.
    pub despite: Despite,
    /// Whether statements that hold what excludes each other attack each other.
    pub clash: bool,
}

/// What `agrees` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Agreement {
    /// Statements that agree are one proposition: what is said against one is said against all, and the proposition stands if
    /// one of them does.
    #[default]
    Proposition,
    /// Each statement stands by itself.
    Separate,
}

/// What `because` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Support {
    /// A statement that gave reasons falls when all reasons for it fall (Nouioua & Risch 2011).
    #[default]
    Necessary,
    /// Whoever gives a reason is bound to what follows: where the conclusion falls, its reason falls (Boella et al. 2010).
    Deductive,
    /// Only evidence stands by itself; all else stands while a reason carries it (Oren & Norman 2008).
    Evidential,
    /// Reasons count for nothing.
    None,
}

/// What `despite` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Despite {
    /// What is admitted defeats nothing.
    #[default]
    Holds,
    /// What is admitted attacks what is held in spite of it, as an opponent would have it.
    Attacks,
}
