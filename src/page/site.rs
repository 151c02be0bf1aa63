//! A whole map as one document of many screens, each with an address that lasts, and with chips that open what somebody says.

use super::{Block, Runs, Target};

/// A map as a site: its parts in the order in which they are read.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// Title of the site, shown as its highest heading.
    pub title: String,
    /// Paragraphs below the title: whose texts these are, and how many statements.
    pub about: Vec<Runs>,
    /// Authors who can be looked for alone, each with the name that stands in the chips and the one that people read.
    pub authors: Vec<(String, String)>,
    /// Tags of questions, each once, in the order of the alphabet.
    pub tags: Vec<String>,
    /// Screens of one kind after another, in the order of the list of parts.
    pub parts: Vec<Part>,
    /// Words above the list of those screens that are reasons for one, and above that of those for which it is a reason.
    pub lists: [&'static str; 2],
    /// Meanings of signs, and what is missing from the site.
    pub notes: Vec<Runs>,
}

/// Screens of one kind, such as all questions or all authors.
#[derive(Debug, Clone)]
pub struct Part {
    /// Address of the part, which lasts.
    pub address: &'static str,
    /// Name of the part in the list of all.
    pub name: &'static str,
    /// Groups of screens, in order.
    pub groups: Vec<Group>,
}

/// Screens below one heading.
#[derive(Debug, Clone)]
pub struct Group {
    /// Words of the heading.
    pub heading: Runs,
    /// Blocks that stand before the screens.
    pub blocks: Vec<Block>,
    /// The screens, in order.
    pub screens: Vec<Screen>,
}

/// Name of a screen by which it is found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A thing of the map, by its name.
    Thing(Target),
    /// Two authors, by their names.
    Pair([String; 2]),
}

/// A page of a site: what can be seen of one thing.
#[derive(Debug, Clone)]
pub struct Screen {
    /// The name by which it is found.
    pub address: Address,
    /// Names that the thing had before: their addresses still lead here.
    pub former: Vec<Target>,
    /// Words of its heading.
    pub heading: Runs,
    /// Facts that filters ask for.
    pub facets: Facets,
    /// Answers to a question, a row for each.
    pub lanes: Vec<Lane>,
    /// Lines that can be seen at once.
    pub lines: Vec<Runs>,
    /// Blocks that can be seen on the screen of the thing itself.
    pub blocks: Vec<Block>,
    /// Screens on which this one stands in a list, each with the sign behind it there, if any: the other end of a link, which need not
    /// be written twice.
    pub ends: Vec<(Target, &'static str)>,
    /// Screens that are parts of it, such as the statements of a source; each is one line until it is opened.
    pub below: Vec<Screen>,
}

/// Facts of a question that filters ask for.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    /// Tags of the question.
    pub tags: Vec<String>,
    /// Whether people clash on it.
    pub is_clash: bool,
}

/// An answer with those who speak of it.
#[derive(Debug, Clone)]
pub struct Lane {
    /// The answer in a few words.
    pub name: Runs,
    /// Its whole meaning, where that is more.
    pub meaning: Option<String>,
    /// Those who speak of it, in the order of the table.
    pub chips: Vec<Chip>,
}

/// One who speaks of an answer, and what opens.
#[derive(Debug, Clone)]
pub struct Chip {
    /// The name, and how the answer is spoken of.
    pub label: Runs,
    /// Authors by their names in the map, for filters.
    pub authors: Vec<String>,
    /// Whether all of it is the mapper's reading.
    pub is_inferred: bool,
    /// Paragraphs that open, one for each statement.
    pub says: Vec<Runs>,
}

impl Screen {
    /// A screen of a thing with nothing but its heading.
    pub fn new(address: Address, heading: impl Into<Runs>) -> Screen {
        Screen {
            address,
            former: Vec::new(),
            heading: heading.into(),
            facets: Facets::default(),
            lanes: Vec::new(),
            lines: Vec::new(),
            blocks: Vec::new(),
            ends: Vec::new(),
            below: Vec::new(),
        }
    }
}
