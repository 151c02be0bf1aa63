//! A tree without its drafts: what it says that counts.

use super::tree::{Clause, Entry, Tree};

impl Tree {
    /// Whether anything in it is marked as a draft.
    pub fn has_drafts(&self) -> bool {
        self.entries.iter().any(Entry::is_draft) || self.clauses.iter().any(Clause::is_draft)
    }

    /// The same tree, where an entry that is a draft counts as one that was not understood, and a clause that is one is not there,
    /// nor what says more about it.
    pub fn without_drafts(&self) -> Tree {
        let mut settled = Tree {
            file: self.file,
            entries: Vec::with_capacity(self.entries.len()),
            clauses: Vec::with_capacity(self.clauses.len()),
            references: self.references.clone(),
            comments: Vec::new(),
            broken_clauses: self.broken_clauses,
        };
        for entry in &self.entries {
            let first = settled.clauses.len();
            let mut is_left_out = false;
            for clause in self.clauses(entry) {
                is_left_out = clause.is_draft() || is_left_out && clause.kind.leader().is_some();
                if !is_left_out {
                    settled.clauses.push(*clause);
                }
            }
            let mut entry = *entry;
            entry.broken |= entry.is_draft();
            entry.set_clauses(first, settled.clauses.len());
            settled.entries.push(entry);
        }
        settled
    }
}
