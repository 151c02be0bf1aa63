//! Names that have a meaning of their own.

/// The word that stands for the claim before.
pub const ABOVE: &str = "above";
/// The voice of nobody in particular.
pub const UNNAMED: &str = "unnamed";

/// Statements outside any source that are nobody else's.
pub const OWN: &str = "own";

/// The first of the two positions of an issue that writes none.
pub const YES: &str = "yes";
/// The second of them.
pub const NO: &str = "no";

/// Names that nothing should be given: what is called so could not be referred to.
pub const RESERVED: &[&str] = &[ABOVE, UNNAMED];
