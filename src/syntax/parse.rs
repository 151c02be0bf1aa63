//! Text to tree: takes the pieces that [`lines`] cuts, has each parsed, and goes on after whatever is broken.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use nom::Offset;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::file::{FileId, Span};

use super::complaint::{self, Misfit, Place};
use super::grammar::{self, Fault, Parse, Parts};
use super::lines::{self, Indentation, Piece, PieceKind};
use super::tree::{Clause, Comment, Entry, Reference, Tree};
use super::vocabulary::{ClauseKind, ConditionWord, EXCLUSIVE, EntryKind, Presence, Qualifiers};

/// Result of parsing a file.
#[derive(Debug)]
pub struct Parsed {
    /// Its tree; of a broken file, of what was understood.
    pub tree: Tree,
    /// Findings, in the order of the text.
    pub diagnostics: Diagnostics,
}

/// Parses one file. Never fails, and never looks at another file.
pub fn parse(file: FileId, text: &str) -> Parsed {
    let tree = Tree::new(file, text.len());
    let mut parser = Parser { file, text, tree, diagnostics: Diagnostics::default(), open: None };
    parser.diagnostics.append(complaint::about_characters(file, text));
    lines::cut(text, |piece| parser.take(piece));
    parser.close();
    parser.tree.shrink();
    parser.diagnostics.sort();
    Parsed { tree: parser.tree, diagnostics: parser.diagnostics }
}

/// How many full-width marks of one head are read as what they were meant to be: each costs reading the head again.
const MOST_REPAIRS: usize = 16;

struct Parser<'t> {
    file: FileId,
    text: &'t str,
    tree: Tree,
    diagnostics: Diagnostics,
    open: Option<Open>,
}

/// The entry whose clauses are being read.
struct Open {
    first_clause: usize,
    /// Kind of the entry, if it is known: then only its own clauses may stand under it.
    kind: Option<EntryKind>,
    /// Which kinds of clause it has, one bit each.
    seen: u64,
    /// The clause directly above: what it is, if that is known, and whether it was understood.
    above: (Option<ClauseKind>, bool),
}

/// [`Parts`] as places in the file.
struct Placed {
    argument: Option<Span>,
    qualifiers: Qualifiers,
    references: (usize, usize),
    text: Option<Span>,
    word: ConditionWord,
}

impl<'t> Parser<'t> {
    fn take(&mut self, piece: Piece) {
        if let Some(indentation) = piece.misplaced {
            self.misplaced(piece, indentation);
        }
        let span = Span::new(self.file, piece.start, piece.end);
        match piece.kind {
            PieceKind::Comment => {
                let indented = self.text[..piece.start].ends_with(' ');
                self.tree.comments.push(Comment { span, indented });
            }
            PieceKind::Stray => self.diagnostics.push(complaint::stray_text(span, self.first_line(span))),
            PieceKind::Continuation => {}
            PieceKind::Entry => self.entry(span),
            PieceKind::Clause => self.clause(span),
        }
    }

    fn misplaced(&mut self, piece: Piece, indentation: Indentation) {
        let Indentation { start, end, meant, tab } = indentation;
        let white = Span::new(self.file, start, end);
        self.diagnostics.push(complaint::indentation(white, piece.kind, meant, tab));
    }

    fn first_line(&self, span: Span) -> Span {
        let text = &self.text[span.start as usize..span.end as usize];
        let length = text.lines().next().map_or(0, str::len);
        Span::new(self.file, span.start as usize, span.start as usize + length)
    }

    /// The first word of a piece and its place.
    fn keyword(&self, span: Span) -> (&'t str, Span) {
        let word = grammar::keyword(&self.text[span.start as usize..span.end as usize]);
        let start = span.start as usize;
        (word, Span::new(self.file, start, start + word.len()))
    }

    fn entry(&mut self, span: Span) {
        let (word, keyword) = self.keyword(span);
        let Some(kind) = EntryKind::of(word) else { return self.unknown_entry(span, word, keyword) };
        self.close();
        let mut entry = Entry::new(span, kind);
        let row = kind.row();
        let place = Place { kind: row.keyword, qualifiers: row.qualifiers, names_itself: row.name != Presence::Absent };
        if let Some(placed) = self.parts(span, word.len(), &place, |input| grammar::entry(kind, input)) {
            entry.name = placed.argument;
            entry.qualifiers = placed.qualifiers;
            entry.text = placed.text;
        } else {
            entry.broken = true;
            entry.name = self.probable_name(span, word.len());
        }
        self.open(entry, Some(kind));
    }

    fn unknown_entry(&mut self, span: Span, word: &str, keyword: Span) {
        if ClauseKind::of(word).is_some() && self.open.is_some() {
            self.diagnostics.push(complaint::clause_at_margin(keyword, word));
            return self.clause(span);
        }
        self.close();
        let line = self.first_line(span);
        let line = &self.text[line.start as usize..line.end as usize];
        let (guess, diagnostic) = complaint::unknown_entry(keyword, word, line);
        self.diagnostics.push(diagnostic);
        let name = self.probable_name(span, word.len());
        let could_be_source = guess.is_none() && name.is_some();
        let kind = guess.unwrap_or(if could_be_source { EntryKind::Source } else { EntryKind::Claim });
        let mut entry = Entry::new(span, kind);
        (entry.broken, entry.name) = (true, name);
        self.open(entry, guess);
    }

    /// The name that a broken head has all the same, so that nobody who refers to it is told off for it.
    fn probable_name(&self, span: Span, keyword: usize) -> Option<Span> {
        let head = &self.text[span.start as usize + keyword..span.end as usize];
        let (rest, _) = grammar::space(head).ok()?;
        let (behind, name) = grammar::name(rest).ok()?;
        let ends = behind.trim_start_matches(' ').starts_with([':', '(', '：', '（']) || behind.is_empty();
        let start = span.start as usize + keyword + head.offset(name);
        ends.then(|| Span::new(self.file, start, start + name.len()))
    }

    fn open(&mut self, entry: Entry, kind: Option<EntryKind>) {
        self.tree.entries.push(entry);
        self.open = Some(Open { first_clause: self.tree.clauses.len(), kind, seen: 0, above: (None, true) });
    }

    fn close(&mut self) {
        if let (Some(open), Some(entry)) = (self.open.take(), self.tree.entries.last_mut()) {
            entry.set_clauses(open.first_clause, self.tree.clauses.len());
        }
    }

    fn clause(&mut self, span: Span) {
        let (word, keyword) = self.keyword(span);
        let kind = ClauseKind::of(word);
        if kind.is_none() && EntryKind::of(word).is_some() {
            if let Some(entry) = self.tree.entries.last_mut() {
                entry.span = entry.span.to(span);
            }
            self.diagnostics.push(complaint::entry_indented(keyword, word));
            return self.entry(span);
        }
        let before = self.tree.clauses.len();
        self.clause_of_kind(span, (word, keyword), kind);
        let understood = self.tree.clauses.len() > before;
        if let Some(open) = &mut self.open {
            open.above = (kind, understood);
        }
    }

    fn clause_of_kind(&mut self, span: Span, (word, keyword): (&'t str, Span), kind: Option<ClauseKind>) {
        let under = self.open.as_ref().and_then(|open| open.kind);
        if let Some(entry) = self.tree.entries.last_mut() {
            entry.span = entry.span.to(span);
        }
        let Some(kind) = kind else { return self.reject(complaint::unknown_clause(keyword, word, under)) };
        let Some(open) = &mut self.open else { return self.reject(complaint::stray_clause(keyword, word)) };
        let row = kind.row();
        if let Some(entry) = under.filter(|entry| !row.entries.contains(entry)) {
            return self.reject(complaint::misplaced_clause(keyword, kind, entry));
        }
        if let Some(leader) = kind.leader() {
            match open.above {
                (None, false) => return self.lose_clause(),
                (Some(above), false) if above == leader => return self.lose_clause(),
                (Some(above), _) if above == leader || above == kind && kind == ClauseKind::Read => {}
                _ => return self.reject(complaint::without_leader(keyword, kind, leader)),
            }
        }
        let bit = 1 << kind as u64;
        if open.seen & bit != 0 && !row.many {
            let earlier = self.tree.clauses[open.first_clause..].iter().find(|clause| clause.kind == kind);
            let earlier = earlier.map_or(keyword, Clause::keyword);
            return self.reject(complaint::repeated_clause(keyword, earlier, kind));
        }
        open.seen |= bit;
        let place = Place { kind: row.keyword, qualifiers: row.qualifiers_under(under), names_itself: false };
        match self.parts(span, word.len(), &place, |input| grammar::clause(row.shape, input)) {
            Some(placed) => {
                let mut clause = Clause::new(span, kind);
                clause.argument = placed.argument;
                clause.qualifiers = placed.qualifiers;
                (clause.text, clause.word) = (placed.text, placed.word);
                clause.set_references(placed.references.0, placed.references.1);
                self.tree.clauses.push(clause);
            }
            None => self.lose_clause(),
        }
    }

    /// Leaves a clause out of the tree and says why.
    fn reject(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
        self.lose_clause();
    }

    /// Counts a clause that is not in the tree.
    fn lose_clause(&mut self) {
        self.tree.broken_clauses += 1;
        if let (Some(_), Some(entry)) = (&self.open, self.tree.entries.last_mut()) {
            entry.incomplete = true;
        }
    }

    /// Has the rest of a head or clause parsed, and says what is wrong with it. Full-width marks are read as what they
    /// were meant to be, so that everything behind them is looked at in the same run.
    fn parts(
        &mut self,
        span: Span,
        skip: usize,
        place: &Place,
        grammar: impl for<'i> Fn(&'i str) -> Parse<'i, Parts<'i>>,
    ) -> Option<Placed> {
        let mut text = Cow::Borrowed(&self.text[span.start as usize + skip..span.end as usize]);
        let start = span.start as usize + skip;
        let mut repairs = 0;
        loop {
            let offset = match grammar(&text) {
                Ok((_, parts)) => {
                    let placed = self.place(&text, start, parts, place)?;
                    return (repairs == 0).then_some(placed);
                }
                Err(nom::Err::Error(Fault { at, expected }) | nom::Err::Failure(Fault { at, expected })) => {
                    let skipped = at.len() - at.trim_start_matches([' ', '\n', '\r', '\t']).len();
                    let offset = text.offset(at) + skipped;
                    if repairs == MOST_REPAIRS || complaint::narrow_mark(&text[offset..]).is_none() {
                        let diagnostic = complaint::fault(place, self.file, start, &text, offset, expected);
                        self.diagnostics.push(self.in_whole_letters(diagnostic));
                        return None;
                    }
                    offset
                }
                Err(nom::Err::Incomplete(_)) => unreachable!("the parsers are the complete ones"),
            };
            let (wide, narrow) = complaint::narrow_mark(&text[offset..]).expect("found above");
            let mark = Span::new(self.file, start + offset, start + offset + wide.len_utf8());
            self.diagnostics.push(complaint::full_width(mark, wide, narrow));
            // As many bytes as the mark had, so that all places behind it stay where they are.
            let same_length = format!("{narrow:<0$}", wide.len_utf8());
            text.to_mut().replace_range(offset..offset + wide.len_utf8(), &same_length);
            repairs += 1;
        }
    }

    /// The same finding about the file as it is: where a full-width mark was read as a shorter one, a place may end inside it.
    fn in_whole_letters(&self, mut diagnostic: Diagnostic) -> Diagnostic {
        let whole = |span: &mut Span| {
            while !self.text.is_char_boundary(span.end as usize) {
                span.end += 1;
            }
        };
        whole(&mut diagnostic.span);
        diagnostic.fix.iter_mut().for_each(|fix| whole(&mut fix.span));
        diagnostic
    }

    fn place(&mut self, text: &str, start: usize, parts: Parts<'_>, place: &Place) -> Option<Placed> {
        let file = self.file;
        let span = |part: &str| {
            let offset = start + text.offset(part);
            Span::new(file, offset, offset + part.len())
        };
        let mut qualifiers = Qualifiers::empty();
        for (qualifier, word) in parts.qualifiers {
            let clashes = || EXCLUSIVE.iter().any(|pair| pair.contains(qualifier) && pair.intersects(qualifiers));
            let misfit = if !place.qualifiers.contains(qualifier) {
                Some(Misfit::Meaningless)
            } else if qualifiers.contains(qualifier) {
                Some(Misfit::Twice)
            } else {
                clashes().then_some(Misfit::Clash)
            };
            if let Some(misfit) = misfit {
                self.diagnostics.push(complaint::misplaced_qualifier(span(word), word, place, misfit));
                return None;
            }
            qualifiers |= qualifier;
        }
        let first = self.tree.references.len();
        let references = parts.references.iter().map(|&(word, link)| Reference { span: span(word), link });
        self.tree.references.extend(references);
        Some(Placed {
            argument: parts.argument.map(span),
            qualifiers,
            references: (first, self.tree.references.len()),
            text: parts.text.map(span),
            word: parts.word,
        })
    }
}
