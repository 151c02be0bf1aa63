//! For which audiences an attack counts, of those that a framework is made for.

/// Who hears something, of the audiences that a framework is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CountedFor {
    /// All of them; where there are none, it is made for everybody, and all is heard.
    All,
    /// Some of them.
    Some,
    /// None of them.
    None,
}
