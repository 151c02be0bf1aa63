//! Writes the language: what somebody means, in words of any kind, becomes an entry or a clause that reads back as just that.
//!
//! Whoever makes text of the language, an importer, a fix, `fmt` itself, does it here and nowhere else. What is written is
//! canonical: printing it again changes nothing. What kinds of entry and clause there are, and what may stand where, the tables
//! of [`super::vocabulary`] say; a new row there can be written at once. What the language cannot say is refused, never bent.
//!
//! Of a text, only white space is changed: line ends, tabs and runs of spaces become one space, an empty line stays a paragraph
//! and a line that begins with `- ` an item, as [`super::fold`] reads them.

mod check;
mod entry;
mod layout;
mod refusal;
#[cfg(test)]
mod tests;
mod text;
mod wrap;

use std::borrow::Cow;

use super::vocabulary::{ClauseKind, ConditionWord, EntryKind, Link, Qualifiers};

pub use self::entry::{Clause, Entry, WIDTH};
pub(super) use layout::{in_order, lay_out_clause, lay_out_head};
pub use refusal::Refusal;
pub use text::{in_the_lines_of, without_controls};

impl<'w> Entry<'w> {
    /// An entry of which nothing is said yet.
    pub fn new(kind: EntryKind) -> Self {
        Entry { kind, name: None, qualifiers: Qualifiers::empty(), text: None, clauses: Vec::new() }
    }

    /// With this name; of `from` and `reading` the name that they refer to.
    pub fn name(mut self, name: impl Into<Cow<'w, str>>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// With these words in parentheses too.
    pub fn qualified(mut self, qualifiers: Qualifiers) -> Self {
        self.qualifiers |= qualifiers;
        self
    }

    /// With this text; of `include` the path.
    pub fn text(mut self, text: impl Into<Cow<'w, str>>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// With one more clause. They are written in the order that `fmt` gives them.
    pub fn clause(mut self, clause: Clause<'w>) -> Self {
        self.clauses.push(clause);
        self
    }

    /// The entry in the canonical form, with a line end behind its last line.
    pub fn write(&self) -> Result<String, Refusal> {
        let entry = check::entry(self)?;
        let mut out = String::new();
        lay_out_head(&mut out, &entry);
        check::reads_as_entry(&out, &entry)?;
        for clause in in_order(entry.kind, &entry.clauses, |clause| clause.kind) {
            let start = out.len();
            lay_out_clause(&mut out, clause, WIDTH);
            check::reads_as_clause(&out[start..], clause)?;
        }
        Ok(out)
    }
}

/// A file of these entries in the canonical form. An empty line stands between any two, but for those of one kind that take one
/// line each.
pub fn write_file<'w>(entries: impl IntoIterator<Item = &'w Entry<'w>>) -> Result<String, Refusal> {
    let mut file = String::new();
    let mut above = None;
    for entry in entries {
        let written = entry.write()?;
        let is_line = written.matches('\n').count() == 1;
        let this = is_line.then_some(entry.kind);
        if !file.is_empty() && (above != this || !is_line) {
            file.push('\n');
        }
        file += &written;
        above = this;
    }
    Ok(file)
}

impl<'w> Clause<'w> {
    /// A clause of which nothing is said yet.
    pub fn new(kind: ClauseKind) -> Self {
        Clause {
            kind,
            argument: None,
            qualifiers: Qualifiers::empty(),
            names: Vec::new(),
            text: None,
            word: ConditionWord::If,
        }
    }

    /// With this name before the colon (an issue, a term, a position); of a quotation its place.
    pub fn argument(mut self, argument: impl Into<Cow<'w, str>>) -> Self {
        self.argument = Some(argument.into());
        self
    }

    /// With these words in parentheses too.
    pub fn qualified(mut self, qualifiers: Qualifiers) -> Self {
        self.qualifiers |= qualifiers;
        self
    }

    /// With one more name in its list, joined so to the one before it.
    pub fn joined(mut self, link: Link, name: impl Into<Cow<'w, str>>) -> Self {
        self.names.push((name.into(), link));
        self
    }

    /// With more names, each for itself.
    pub fn each<N: Into<Cow<'w, str>>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.names.extend(names.into_iter().map(|name| (name.into(), Link::Each)));
        self
    }

    /// With one more reason, which needs all of these names.
    pub fn together<N: Into<Cow<'w, str>>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        let mut link = Link::Each;
        for name in names {
            self.names.push((name.into(), std::mem::replace(&mut link, Link::Together)));
        }
        self
    }

    /// With this text behind the colon; of a stance, the condition behind `if`.
    pub fn text(mut self, text: impl Into<Cow<'w, str>>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// With this condition, of a stance.
    pub fn condition(mut self, word: ConditionWord, text: impl Into<Cow<'w, str>>) -> Self {
        (self.word, self.text) = (word, Some(text.into()));
        self
    }

    /// The clause in the canonical form, for an entry of this kind: indented, with a line end behind its last line.
    pub fn write(&self, under: EntryKind) -> Result<String, Refusal> {
        let clause = check::clause(self, under)?;
        let mut out = String::new();
        lay_out_clause(&mut out, &clause, WIDTH);
        check::reads_as_clause(&out, &clause)?;
        Ok(out)
    }

    /// The clause to be pasted below an entry of this kind: indented, and each paragraph on one line, however long. No line end
    /// stands behind the last.
    pub fn to_paste(&self, under: EntryKind) -> Result<String, Refusal> {
        let clause = check::clause(self, under)?;
        let mut out = String::new();
        if clause.text.as_ref().is_some_and(|text| text.contains('\n')) {
            lay_out_clause(&mut out, &clause, usize::MAX);
            out.truncate(out.trim_end().len());
        } else {
            out = format!("  {}", clause.to_line());
        }
        check::reads_as_clause(&out, &clause)?;
        Ok(out)
    }

    /// The clause on one line for somebody to read, without indentation; nothing is checked. What it is about may be left out where
    /// the reader sees it: `holds (strongly): yes`.
    pub fn to_line(&self) -> String {
        let (head, body) = layout::clause(self);
        format!("{head} {}", body.text)
    }
}

/// A place to stand behind the word `quote`, with a space before it: ` [para 2]`.
pub fn place_in_brackets(place: &str) -> Result<String, Refusal> {
    Ok(layout::argument_of(ClauseKind::Quote.row().shape, &check::place(place)?))
}
