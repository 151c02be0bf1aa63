//! Room for a page: its width, and whether colours may be used.

/// Room for a page: its width, and whether colours may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Columns of the terminal. Below [`Options::NARROWEST`], that many are used all the same.
    pub width: usize,
    /// Whether colours may be used. Nothing is said by colour alone.
    pub color: bool,
}

impl Options {
    /// The fewest columns that anything is laid out for.
    pub const NARROWEST: usize = 20;
}

impl Default for Options {
    fn default() -> Self {
        Options { width: 80, color: false }
    }
}
