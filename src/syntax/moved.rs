//! Renumbering of a file that is counted otherwise among the files by now: nothing of its tree but the number is new.

use super::Parsed;
use super::tree::{Clause, Entry, Tree};
use crate::file::{FileId, Span};

impl Parsed {
    /// The same of a file that is counted otherwise by now.
    pub fn in_file(self, file: FileId) -> Self {
        if self.tree.file == file {
            return self;
        }
        Parsed { tree: self.tree.in_file(file), diagnostics: self.diagnostics.in_file(file) }
    }
}

impl Tree {
    /// The same tree of a file that is counted otherwise by now.
    pub fn in_file(mut self, file: FileId) -> Self {
        if self.file == file {
            return self;
        }
        self.file = file;
        let move_one = |span: &mut Span| span.file = file;
        let move_some = |span: &mut Option<Span>| span.iter_mut().for_each(move_one);
        for Entry { span, head, name, text, .. } in &mut self.entries {
            move_one(span);
            move_one(head);
            [name, text].into_iter().for_each(move_some);
        }
        for Clause { span, argument, text, .. } in &mut self.clauses {
            move_one(span);
            [argument, text].into_iter().for_each(move_some);
        }
        self.references.iter_mut().for_each(|reference| move_one(&mut reference.span));
        self.comments.iter_mut().for_each(|comment| move_one(&mut comment.span));
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::file::FileId;
    use crate::model::example::LINES;
    use crate::syntax::parse;

    proptest! {
        #[test]
        fn a_file_that_is_moved_is_as_if_it_were_parsed_there(picked in prop::collection::vec(0..LINES.len(), 0..40)) {
            let text: String = picked.iter().flat_map(|&at| [LINES[at], "\n"]).collect();
            let (here, there) = (FileId::new(0), FileId::new(7));
            let moved = parse(here, &text).in_file(there);
            prop_assert_eq!(format!("{moved:?}"), format!("{:?}", parse(there, &text)));
        }
    }
}
