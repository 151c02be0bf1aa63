//! The semantics: which sets of arguments are held acceptable together.

/// A rule that chooses extensions: sets of arguments that can be accepted together. Each is named after its usual name in the
/// literature; Baroni, Caminada & Giacomin (2011) tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Semantics {
    /// Every labelling that keeps the rules (Dung 1995).
    Complete,
    /// The least complete one: what nobody can doubt. There is exactly one (Dung 1995).
    Grounded,
    /// Complete, and no larger one holds all of it (Dung 1995).
    Preferred,
    /// Complete, and nothing is undecided; there may be none (Dung 1995).
    Stable,
    /// Complete, and least is undecided (Verheij 1996; Caminada 2006).
    SemiStable,
    /// Free of conflict, and least is undecided (Verheij 1996): an argument may be in though an attacker is undecided. Members of a
    /// need still have to be in, and joint attacks to be broken.
    Stage,
    /// The largest complete one that lies in every preferred one; there is exactly one (Dung, Mancarella & Toni 2007).
    Ideal,
    /// The largest complete one that lies in every semi-stable one; there is exactly one (Caminada 2007).
    Eager,
    /// Largest free of conflict in one strong component after the other (Baroni, Giacomin & Guida 2005), where each member of a joint
    /// attack leads to its target, and each member of a need to what needs it. When a component is looked at, those before it are
    /// decided: what they attack is gone, and so is what needs what they left out; a joint attack one of whose members they left out
    /// cannot succeed and is gone, and one whose members among them were chosen is an attack by the others (Dvořák, König, Ulbricht &
    /// Woltran 2022, of whose restriction to a component this is the reading for cf2).
    Cf2,
}

/// All of them, with the name that people write and the letters that the competition of solvers (ICCMA) uses.
const SEMANTICS: &[(Semantics, &str, &str)] = &[
    (Semantics::Complete, "complete", "CO"),
    (Semantics::Grounded, "grounded", "GR"),
    (Semantics::Preferred, "preferred", "PR"),
    (Semantics::Stable, "stable", "ST"),
    (Semantics::SemiStable, "semi-stable", "SST"),
    (Semantics::Stage, "stage", "STG"),
    (Semantics::Ideal, "ideal", "ID"),
    (Semantics::Eager, "eager", "EA"),
    (Semantics::Cf2, "cf2", "CF2"),
];

impl Semantics {
    /// Every semantics, in the order of the table.
    pub fn all() -> impl Iterator<Item = Semantics> {
        SEMANTICS.iter().map(|&(semantics, ..)| semantics)
    }

    /// The semantics of this name or these letters.
    pub fn named(word: &str) -> Option<Semantics> {
        Semantics::all().find(|it| it.name() == word || it.letters() == word)
    }

    /// The name that people write.
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// The letters that the competition of solvers uses.
    pub fn letters(self) -> &'static str {
        self.row().2
    }

    /// Whether there always is an extension, and every one is complete: then all of them hold what the grounded one does.
    pub fn holds_grounded(self) -> bool {
        !matches!(self, Semantics::Stable | Semantics::Stage | Semantics::Cf2)
    }

    /// Whether there is exactly one extension, always.
    pub fn is_single(self) -> bool {
        matches!(self, Semantics::Grounded | Semantics::Ideal | Semantics::Eager)
    }

    fn row(self) -> &'static (Semantics, &'static str, &'static str) {
        SEMANTICS.iter().find(|(semantics, ..)| *semantics == self).expect("each has a row")
    }
}
