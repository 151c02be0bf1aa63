//! Room for a page: its width, whether colours may be used, and where places in files lead.

/// Leads from a file, by the path that is shown, and a line of it to its address; `None` where nothing can be reached.
pub type Address<'a> = &'a (dyn Fn(&str, usize) -> Option<String> + Sync);

/// Room for a page: its width, whether colours may be used, and where places in files lead.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Columns of the terminal. Below [`Options::NARROWEST`], that many are used all the same.
    pub width: usize,
    /// Whether colours may be used. Nothing is said by colour alone.
    pub color: bool,
    /// Where places in files lead, if they may be links. What it gives is an address already: it holds no character that acts.
    pub address: Option<Address<'a>>,
}

impl Options<'_> {
    /// The fewest columns that anything is laid out for.
    pub const NARROWEST: usize = 20;
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { width: 80, color: false, address: None }
    }
}
