//! For which audiences an attack counts, of those that a framework is made for.

/// The audiences for which an attack counts, of those that a framework is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CountedFor {
    /// All of them; where there are none, it is made for everybody, and everything counts.
    All,
    /// Some of the audiences, not all.
    Some,
    /// None of the audiences.
    None,
}
