//! Two maps of one text: what counts, and the same with the drafts, which are seen and count for nothing.

use crate::diagnostic::Diagnostics;
use crate::file::Files;
use crate::model::{Map, Uses, resolve};
use crate::quotation::Verification;
use crate::syntax::tree::Tree;

/// A map with its drafts: for whoever works on it, not for whoever counts.
#[derive(Debug)]
pub struct Drafted {
    /// All that the files say.
    pub map: Map,
    /// What is known of its quotations; nothing, unless they were looked up.
    pub quotations: Verification,
}

/// The map of these trees without its drafts, and with them where it has any.
pub fn resolved(files: Files, trees: Vec<Tree>, diagnostics: &mut Diagnostics) -> (Map, Option<Box<Drafted>>) {
    let settled = settled(&trees);
    parted(resolve::resolve(files, trees, diagnostics), settled)
}

/// The same, with every mention of a name in the map with its drafts. The trees stay.
pub fn resolved_with_uses(
    files: Files,
    trees: &[Tree],
    diagnostics: &mut Diagnostics,
) -> ((Map, Option<Box<Drafted>>), Uses) {
    let (whole, uses) = resolve::resolve_with_uses(files, trees, diagnostics);
    (parted(whole, settled(trees)), uses)
}

/// The trees without drafts, where there are any.
fn settled(trees: &[Tree]) -> Option<Vec<Tree>> {
    trees.iter().any(Tree::has_drafts).then(|| trees.iter().map(Tree::without_drafts).collect())
}

fn parted(whole: Map, settled: Option<Vec<Tree>>) -> (Map, Option<Box<Drafted>>) {
    match settled {
        None => (whole, None),
        Some(trees) => {
            let map = resolve::settle(&whole, trees);
            (map, Some(Box::new(Drafted { map: whole, quotations: Verification::default() })))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::workspace::Workspace;

    #[test]
    fn a_draft_is_in_the_map_for_those_who_work_on_it_alone() {
        let text = "author a: A\nissue i: Q?\nissue j (draft): Q?\nsource s: S\n  by: a\n  date: 2020\nclaim c: x\n  holds i: yes\n  \
                    holds j: yes\n  rejects (draft) i: no\n  because: d, e and d, e\nclaim d (draft): y\n  holds i: no\nclaim e: z\n  \
                    against (draft): c\nreading e (draft)\n  holds i: no\nsource t (draft): T\n  by: a\nclaim f: x\nfrom t\nclaim g: x\n";
        let text = text.replace("rejects (draft) i", "rejects i (draft)");
        let workspace = Workspace::of_texts([("map.arg", text.as_str())]);
        let (map, whole) = (&workspace.map, workspace.with_drafts().0);
        let numbers = |map: &crate::model::Map| {
            [map.issues.len(), map.statements.len(), map.stances.len(), map.reasons.len(), map.relations.len()]
        };
        assert_eq!(numbers(map), [1, 2, 1, 1, 0]);
        assert_eq!(numbers(whole), [2, 5, 5, 3, 1]);
        assert_eq!(map.omitted, Default::default());
        let drafts = whole.statements.iter().filter(|(_, statement)| statement.draft);
        assert_eq!(drafts.map(|(id, _)| whole.statement_name(id)).collect::<Vec<_>>(), ["s.d", "t.f", "t.g"]);
    }
}
