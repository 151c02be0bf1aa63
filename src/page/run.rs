//! Text with meaning: pieces that know what they are and where they lead, and not how they look.

use super::Target;

/// Meaning of a piece of text. A renderer decides how each looks; none rests on colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mark {
    /// Text without a meaning of its own.
    #[default]
    Plain,
    /// The most important words of a line.
    Strong,
    /// Less important words: counts, remarks.
    Faint,
    /// A name of the map, as it would be typed.
    Name,
    /// The source's own words.
    Quotation,
    /// A place in a source or a file.
    Place,
    /// Something that speaks for a position or statement.
    For,
    /// Something that speaks against a position or statement.
    Against,
    /// Ambivalent, conditional or ranked: neither for nor against alone.
    Between,
    /// Words that the mapper read into the text.
    Inferred,
    /// Words that only this side has.
    Added,
    /// Words that only the other side has.
    Removed,
    /// The word or sign of an error.
    Error,
    /// The word or sign of a warning.
    Warning,
}

/// A piece of text, what it is, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text, as it came from the map: a renderer makes it safe.
    pub text: String,
    /// Meaning of the text, by which a format colours it.
    pub mark: Mark,
    /// Place that the text leads to, if any.
    pub target: Option<Box<Target>>,
}

/// A line or paragraph of pieces. A `\n` in a plain piece is a line break that is meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Runs {
    /// The pieces, in order.
    pub pieces: Vec<Run>,
}

impl Runs {
    /// No text at all.
    pub fn new() -> Self {
        Runs::default()
    }

    /// Adds a piece; an empty text is none.
    pub fn push(&mut self, mark: Mark, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.pieces.push(Run { text, mark, target: None });
        }
    }

    /// Adds text to the last piece where that has the same mark, and a piece of its own elsewhere.
    pub fn extend(&mut self, mark: Mark, text: &str) {
        match self.pieces.last_mut() {
            Some(last) if last.mark == mark => last.text.push_str(text),
            _ => self.push(mark, text),
        }
    }

    /// Adds marked words; the spaces at their ends stay unmarked.
    pub fn push_words(&mut self, mark: Mark, text: &str) {
        let words = text.trim();
        let start = text.len() - text.trim_start().len();
        self.extend(Mark::Plain, &text[..start]);
        self.push(mark, words);
        self.extend(Mark::Plain, &text[start + words.len()..]);
    }

    /// A piece alone that leads to `target`.
    pub fn leading(mark: Mark, text: impl Into<String>, target: &Target) -> Self {
        let mut runs = Runs::new().with(mark, text);
        runs.pieces.iter_mut().for_each(|run| run.target = Some(Box::new(target.clone())));
        runs
    }

    /// Targets of the pieces, in order, each once.
    pub fn targets(&self) -> Vec<&Target> {
        let mut targets: Vec<&Target> = Vec::new();
        for target in self.pieces.iter().filter_map(|run| run.target.as_deref()) {
            if !targets.contains(&target) {
                targets.push(target);
            }
        }
        targets
    }

    /// The same with a piece more.
    pub fn with(mut self, mark: Mark, text: impl Into<String>) -> Self {
        self.push(mark, text);
        self
    }

    /// The same with all pieces of another behind it.
    pub fn joined(mut self, other: Runs) -> Self {
        self.append(other);
        self
    }

    /// Adds all pieces of another.
    pub fn append(&mut self, other: Runs) {
        self.pieces.extend(other.pieces);
    }

    /// The text of all pieces, without their meanings.
    pub fn plain(&self) -> String {
        self.pieces.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|run| run.text.is_empty())
    }
}

impl From<&str> for Runs {
    fn from(text: &str) -> Self {
        Runs::new().with(Mark::Plain, text)
    }
}

impl From<String> for Runs {
    fn from(text: String) -> Self {
        Runs::new().with(Mark::Plain, text)
    }
}
