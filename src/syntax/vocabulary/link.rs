//! How the names of a list are joined, and the words that join them.

/// Joins names that count together only.
pub const AND: &str = "and";
/// Stands between a position and those ranked below it.
pub const OVER: &str = "over";
/// Stands between what is undercut and the reason that it strikes.
pub const BECAUSE: &str = "because";
/// Begins the condition of a stance.
pub const IF: &str = "if";
/// Begins a condition under which a stance is not taken.
pub const UNLESS: &str = "unless";

/// The word that begins a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ConditionWord {
    /// The stance is taken where the condition is met.
    #[default]
    If,
    /// The stance is taken where it is not.
    Unless,
}

impl ConditionWord {
    /// Both words, in the order of the grammar.
    pub const ALL: [ConditionWord; 2] = [ConditionWord::If, ConditionWord::Unless];

    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            ConditionWord::If => IF,
            ConditionWord::Unless => UNLESS,
        }
    }
}

/// Begins what an attack or a weighing goes by.
pub const BY: &str = "by";

/// How a name in a list is joined to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// The first of the list, or after a comma: *each*.
    Each,
    /// After `and`: *together* with the one before.
    Together,
    /// After `over`: what is ranked lower, with all that follows it.
    Over,
    /// After `because`: the reason that an undercut strikes, with all that follow by `and`.
    Because,
}

impl Link {
    /// The word before a name that is joined so, where the name before it is joined as `before` says; without one, a comma
    /// stands there.
    pub fn word(self, before: Link) -> Option<&'static str> {
        match self {
            Link::Each => None,
            Link::Together => Some(AND),
            Link::Over => (before != Link::Over).then_some(OVER),
            Link::Because if before == Link::Because => Some(AND),
            Link::Because => Some(BECAUSE),
        }
    }
}
