//! Uses: every mention of a name, with its place and what it stands for.

use crate::file::{FileId, Span};

use super::{Entity, PositionId};

/// Thing that a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Referent {
    /// An author, source, issue, term or statement.
    Entity(Entity),
    /// A position of an issue.
    Position(PositionId),
}

/// How something is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Where its name is given to it.
    Definition,
    /// By its name, without the `SOURCE.` before it.
    Name,
    /// Where it says what it was called before.
    Former,
    /// By a word that stands for it: `above`, and the `yes` and `no` of an issue without positions of its own.
    Word,
}

/// A mention of something at one place of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Use {
    /// The letters that mention it.
    pub place: Span,
    /// The thing that is mentioned there.
    pub referent: Referent,
    /// Whether it is defined there, named, or meant by a word.
    pub role: Role,
}

/// Every mention of a name in a map whose name is known, in what was left out of the map, too.
///
/// One place can mention several things: behind `undercuts: s.a, t.a because b` the name `b` is looked up beside each.
#[derive(Debug, Default)]
pub struct Uses {
    /// Every mention, in the order of the places.
    all: Vec<Use>,
    /// The indices of all, by what is mentioned, then by place.
    by_referent: Vec<u32>,
}

impl Uses {
    /// Of mentions in any order, some of them perhaps twice.
    pub(super) fn new(mut all: Vec<Use>) -> Self {
        all.sort_unstable();
        all.dedup();
        let mut by_referent: Vec<u32> = (0..).take(all.len()).collect();
        by_referent.sort_by_key(|&at| all[at as usize].referent);
        Uses { all, by_referent }
    }

    /// All of them, by place.
    pub fn all(&self) -> &[Use] {
        &self.all
    }

    /// Those in one file, by place.
    pub fn in_file(&self, file: FileId) -> &[Use] {
        let start = self.all.partition_point(|it| it.place.file < file);
        let length = self.all[start..].partition_point(|it| it.place.file == file);
        &self.all[start..start + length]
    }

    /// Mentions at a cursor: in a name or directly behind it. Nearly always one thing at most.
    pub fn at(&self, file: FileId, offset: u32) -> &[Use] {
        let before = self.in_file(file);
        let before = &before[..before.partition_point(|it| it.place.start <= offset)];
        match before.last() {
            Some(last) if offset <= last.place.end => {
                &before[before.partition_point(|it| it.place.start < last.place.start)..]
            }
            _ => &[],
        }
    }

    /// Every mention of one thing, by place; that of its definition is among them.
    pub fn of(&self, referent: Referent) -> impl ExactSizeIterator<Item = &Use> {
        let referent_of = |at: &u32| self.all[*at as usize].referent;
        let start = self.by_referent.partition_point(|at| referent_of(at) < referent);
        let length = self.by_referent[start..].partition_point(|at| referent_of(at) == referent);
        self.by_referent[start..start + length].iter().map(|&at| &self.all[at as usize])
    }
}

#[cfg(test)]
mod tests;
