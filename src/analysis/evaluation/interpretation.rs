//! Readings: what the clauses of a map are taken to do, where there is more than one sensible answer.

/// How a map is read. Every part has a name, is said on the page, and can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Interpretation {
    /// How statements joined by `agrees` stand and fall.
    pub agreement: Agreement,
    /// How reasons carry what they are given for.
    pub support: Support,
    /// Whether what is admitted by `despite` still attacks.
    pub despite: Despite,
    /// Whether statements that hold what excludes each other attack each other.
    pub clash: bool,
}

impl Interpretation {
    /// Whether a map is read as it is when nobody asks otherwise.
    pub fn is_usual(&self) -> bool {
        *self == Interpretation::default()
    }
}

/// How statements joined by `agrees` stand and fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Agreement {
    /// Statements that agree are one proposition: what is said against one is said against all, and the proposition stands if
    /// one of them does.
    #[default]
    Proposition,
    /// Each statement stands by itself.
    Separate,
}

impl Agreement {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(Agreement, &str, &str)] = &[
        (Agreement::Proposition, "proposition", "What is said against one is said against all"),
        (Agreement::Separate, "separate", "Each by itself"),
    ];
}

/// How reasons carry what they are given for.
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

impl Support {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(Support, &str, &str)] = &[
        (Support::Necessary, "necessary", "What gave reasons falls when all of them fall"),
        (Support::Deductive, "deductive", "A reason falls when what follows from it falls"),
        (Support::Evidential, "evidential", "What no evidence carries falls"),
        (Support::None, "none", "Reasons count for nothing"),
    ];
}

/// Whether what is admitted by `despite` still attacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Despite {
    /// A concession defeats nothing.
    #[default]
    Holds,
    /// A concession attacks what is held in spite of it, as an opponent would have it.
    Attacks,
}

impl Despite {
    /// Whether what is held in spite of something holds, in a word.
    pub const WORDS: &[(Despite, &str, &str)] = &[(Despite::Holds, "yes", ""), (Despite::Attacks, "no", "")];
}
