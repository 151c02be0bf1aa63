//! A file of a map with quotations mended in it, as long as nothing else in it changes.

use crate::file::{File, FileId, leads_back};
use crate::quotation::Mend;
use crate::syntax::parse;

/// The text of a file with these places mended, which are in the order of the text; nothing where it is no file, cannot be named, or
/// would be read otherwise.
pub fn mended(id: FileId, file: &File, mends: &[Mend]) -> Option<String> {
    if file.path == "-" || !leads_back(&file.path) || file.damage.is_some() {
        return None;
    }
    let mut text = file.text.clone();
    for Mend { span, replacement, .. } in mends.iter().rev() {
        text.replace_range(span.start as usize..span.end as usize, replacement);
    }
    let (before, after) = (parse(id, &file.text), parse(id, &text));
    let same = before.tree.entries.len() == after.tree.entries.len()
        && before.tree.clauses.len() == after.tree.clauses.len()
        && before.diagnostics.total() == after.diagnostics.total();
    same.then_some(text)
}
