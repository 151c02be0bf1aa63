//! How entries and clauses are written: what stands before and after their colon.

/// Form of a clause before and after its colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `note: text`
    Prose,
    /// `kind: one word of a list, or a short text`
    Word,
    /// `by: A, B`
    Names,
    /// `because: A, B and C`
    Reasons,
    /// `undercuts: X because A`
    Undercut,
    /// `against: A, B`, or `against: X by SCHEME.QUESTION`
    Attack,
    /// `outweighs: X by measure`
    Outweighing,
    /// `holds ISSUE: POSITION if CONDITION`, `holds ISSUE: POSITION unless CONDITION`
    Stance,
    /// `prefers ISSUE: A over B, C`
    Ranking,
    /// `weighs ISSUE: text`
    About,
    /// `position NAME: text`
    Named,
    /// `quote [WHERE]: words`
    Quotation,
}
