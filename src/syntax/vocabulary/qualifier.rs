//! Qualifiers: single words in parentheses that say how something is meant.

use bitflags::bitflags;

bitflags! {
    /// Single words in parentheses in a head.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct Qualifiers: u16 {
        /// The mapper reads it into the text.
        const INFERRED = 1;
        /// In a `reading`: the text itself says so.
        const STATED = 1 << 1;
        /// A premise that the author relies on and does not say.
        const UNSTATED = 1 << 2;
        /// An objection to their own view that the authors raise and answer.
        const ANTICIPATED = 1 << 3;
        /// The position is held with force.
        const STRONGLY = 1 << 4;
        /// The position is held with reserve.
        const TENTATIVELY = 1 << 5;
        /// Not by itself enough.
        const ALONE = 1 << 6;
        /// The author takes the side of the voice.
        const ENDORSED = 1 << 7;
        /// The author takes side against the voice.
        const DISPUTED = 1 << 8;
        /// Not yet part of the map: in no figure, verdict or table.
        const DRAFT = 1 << 9;
        /// Of an attack: it takes the ground of what it attacks for the other side.
        const TURNS = 1 << 10;
        /// Of an attack: it lessens what it attacks and does not defeat it.
        const WEAKENS = 1 << 11;
    }
}

/// The words for the qualifiers, in the order in which the canonical form has them.
pub const QUALIFIERS: &[(Qualifiers, &str)] = &[
    (Qualifiers::DRAFT, "draft"),
    (Qualifiers::TURNS, "turns"),
    (Qualifiers::WEAKENS, "weakens"),
    (Qualifiers::UNSTATED, "unstated"),
    (Qualifiers::ANTICIPATED, "anticipated"),
    (Qualifiers::ENDORSED, "endorsed"),
    (Qualifiers::DISPUTED, "disputed"),
    (Qualifiers::STRONGLY, "strongly"),
    (Qualifiers::TENTATIVELY, "tentatively"),
    (Qualifiers::ALONE, "alone"),
    (Qualifiers::INFERRED, "inferred"),
    (Qualifiers::STATED, "stated"),
];

impl Qualifiers {
    /// The words of those that are set, in the canonical order.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        QUALIFIERS.iter().filter(move |(flag, _)| self.contains(*flag)).map(|(_, word)| *word)
    }
}

/// Qualifiers of which only one can be meant.
pub const EXCLUSIVE: &[Qualifiers] = &[
    Qualifiers::INFERRED.union(Qualifiers::STATED),
    Qualifiers::STRONGLY.union(Qualifiers::TENTATIVELY),
    Qualifiers::ENDORSED.union(Qualifiers::DISPUTED),
    Qualifiers::TURNS.union(Qualifiers::WEAKENS),
];
