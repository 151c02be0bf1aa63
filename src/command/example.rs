//! Uses of commands that their help shows, and the groups that commands stand in.

/// Users of a command, by whom the help groups it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Whoever makes or reads a map.
    Everyday,
    /// Whoever computes on one, or sets the program up.
    Advanced,
}

impl Group {
    /// Both with their headings, in the order of the help.
    pub const HEADINGS: [(Group, &str); 2] = [(Group::Everyday, "Everyday"), (Group::Advanced, "Advanced")];
}

/// A use of a command. A test runs each on the map in `arguments`.
#[derive(Debug)]
pub struct Example {
    /// Line that is typed.
    pub line: &'static str,
    /// Result of the line, in a few words.
    pub shows: &'static str,
}
