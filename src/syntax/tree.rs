//! The tree of one file: entries in order, each with its clauses, all as places in the text.
//!
//! Everything lies in flat vectors, so that a file of a million statements is a handful of allocations.

use crate::file::{FileId, Span};

use super::vocabulary::{ClauseKind, ConditionWord, EntryKind, Link, Qualifiers};

/// The tree of one file: entries, their clauses and comments.
#[derive(Debug)]
pub struct Tree {
    /// The file that the spans point into.
    pub file: FileId,
    /// Its entries, in order.
    pub entries: Vec<Entry>,
    /// The clauses of all entries, in order.
    pub clauses: Vec<Clause>,
    /// The names that all clauses mention, in order.
    pub references: Vec<Reference>,
    /// The comments, each one line, in order.
    pub comments: Vec<Comment>,
    /// How many clauses were not understood and are not among the clauses.
    pub broken_clauses: usize,
}

/// Construct that starts at the left margin.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// From its keyword to the end of its last clause.
    pub span: Span,
    /// Its head alone, with its text.
    pub head: Span,
    /// Kind of entry; of an unknown word, the kind that was probably meant.
    pub kind: EntryKind,
    /// Whether its head was not understood: it owns its clauses and its name, and no view shows it.
    pub broken: bool,
    /// Whether a clause below it was not understood, so that it says less than was written.
    pub incomplete: bool,
    /// Qualifiers in parentheses in its head.
    pub qualifiers: Qualifiers,
    /// Its name, or for `from` and `reading` the name that it refers to.
    pub name: Option<Span>,
    /// Its text, unfolded; for `include` the path.
    pub text: Option<Span>,
    first_clause: u32,
    end_clause: u32,
}

/// Line indented by two spaces below an entry.
#[derive(Debug, Clone, Copy)]
pub struct Clause {
    /// From its keyword to the end of its text.
    pub span: Span,
    /// The kind of clause, by its keyword.
    pub kind: ClauseKind,
    /// Qualifiers in parentheses in its head.
    pub qualifiers: Qualifiers,
    /// The name before the colon (an issue, a term, a position), or what stands in a quotation's brackets.
    pub argument: Option<Span>,
    /// Its text, unfolded; of a stance its condition.
    pub text: Option<Span>,
    /// The word before a condition.
    pub word: ConditionWord,
    first_reference: u32,
    end_reference: u32,
}

/// A name that a clause mentions.
#[derive(Debug, Clone, Copy)]
pub struct Reference {
    /// The name, perhaps with a source before it: `source.name`.
    pub span: Span,
    /// How it is joined to the name before it.
    pub link: Link,
}

/// A line that begins with `#` at column 0 or 2.
#[derive(Debug, Clone, Copy)]
pub struct Comment {
    /// From the `#` to the end of the line.
    pub span: Span,
    /// Whether it is indented by two, so that it stands among clauses.
    pub indented: bool,
}

impl Entry {
    /// An entry that has no clause yet.
    pub(super) fn new(span: Span, kind: EntryKind) -> Self {
        Entry {
            span,
            head: span,
            kind,
            broken: false,
            incomplete: false,
            qualifiers: Qualifiers::empty(),
            name: None,
            text: None,
            first_clause: 0,
            end_clause: 0,
        }
    }

    /// Whether it is marked as a draft.
    pub fn is_draft(&self) -> bool {
        self.qualifiers.contains(Qualifiers::DRAFT)
    }

    pub(super) fn set_clauses(&mut self, first: usize, end: usize) {
        (self.first_clause, self.end_clause) = (first as u32, end as u32);
    }
}

impl Clause {
    /// A clause with nothing in it yet.
    pub(super) fn new(span: Span, kind: ClauseKind) -> Self {
        Clause {
            span,
            kind,
            qualifiers: Qualifiers::empty(),
            argument: None,
            text: None,
            word: ConditionWord::If,
            first_reference: 0,
            end_reference: 0,
        }
    }

    /// Whether it is marked as a draft.
    pub fn is_draft(&self) -> bool {
        self.qualifiers.contains(Qualifiers::DRAFT)
    }

    pub(super) fn set_references(&mut self, first: usize, end: usize) {
        (self.first_reference, self.end_reference) = (first as u32, end as u32);
    }

    /// The keyword with which the line begins.
    pub fn keyword(&self) -> Span {
        let end = self.span.start as usize + self.kind.row().keyword.len();
        Span::new(self.span.file, self.span.start as usize, end)
    }
}

impl Tree {
    /// The tree of a file that has not been read yet; `bytes` is its length.
    pub(super) fn new(file: FileId, bytes: usize) -> Self {
        // Room for what a file of ordinary density needs.
        Tree {
            file,
            entries: Vec::with_capacity(bytes / 160),
            clauses: Vec::with_capacity(bytes / 80),
            references: Vec::with_capacity(bytes / 80),
            comments: Vec::new(),
            broken_clauses: 0,
        }
    }

    /// Gives back the room that turned out not to be needed.
    pub(super) fn shrink(&mut self) {
        self.entries.shrink_to_fit();
        self.clauses.shrink_to_fit();
        self.references.shrink_to_fit();
    }

    /// The clauses of an entry.
    pub fn clauses(&self, entry: &Entry) -> &[Clause] {
        &self.clauses[entry.first_clause as usize..entry.end_clause as usize]
    }

    /// The first clause of its kind of an entry: of those that may stand only once, the syntax has complained of the others.
    pub fn first_clause(&self, entry: &Entry, kind: ClauseKind) -> Option<&Clause> {
        self.clauses(entry).iter().find(|clause| clause.kind == kind)
    }

    /// The names that a clause mentions.
    pub fn references(&self, clause: &Clause) -> &[Reference] {
        &self.references[clause.first_reference as usize..clause.end_reference as usize]
    }
}
