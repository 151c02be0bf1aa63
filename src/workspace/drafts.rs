//! Two maps of one text: what counts, and the same with the drafts, which are seen and count for nothing.

use crate::diagnostic::Diagnostics;
use crate::file::Files;
use crate::model::{Map, SourceId, Uses, resolve};
use crate::quotation::Verification;
use crate::syntax::tree::Tree;

/// A map with its drafts: for whoever works on it, not for whoever counts.
#[derive(Debug)]
pub struct Drafted {
    /// All that the files say.
    pub map: Map,
    /// Results of looking up its quotations; empty, unless they were looked up.
    pub quotations: Verification,
    /// The sources whose text is there and was not read, and why.
    pub unread: Vec<(SourceId, String)>,
}

impl Drafted {
    /// The same sources as they are counted in the map without drafts, as far as they are in it.
    pub fn unread_of(&self, settled: &Map) -> Vec<(SourceId, String)> {
        let found = |source: SourceId| {
            let name = self.map.sources[source].name;
            settled.sources.iter().find(|(_, source)| source.name == name).map(|(id, _)| id)
        };
        self.unread.iter().filter_map(|(source, why)| Some((found(*source)?, why.clone()))).collect()
    }
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
            (map, Some(Box::new(Drafted { map: whole, quotations: Verification::default(), unread: Vec::new() })))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::model::example::LINES;
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
        assert!(map.omitted.is_nothing());
        let drafts = whole.statements.iter().filter(|(_, statement)| statement.draft);
        assert_eq!(drafts.map(|(id, _)| whole.statement_name(id)).collect::<Vec<_>>(), ["s.d", "t.f", "t.g"]);
    }

    /// Entries that are drafts, or stand in one.
    const DRAFTS: &[&str] = &[
        "claim m (draft): x",
        "claim n: x",
        "evidence (draft):",
        "counterpoint o (draft): x",
        "author x (draft): X",
        "issue k (draft): Q?",
        "side pro (draft): P",
        "reading c (draft)",
        "reading s.d (draft)",
        "  supports: n, c",
        "  because: m and d, s.e",
    ];

    /// All that a map says, but for what errors took of it.
    fn said(texts: &[(&str, &str)]) -> String {
        let mut map = Workspace::of_texts(texts.iter().copied()).map;
        let ids: Vec<_> = map.statements.ids().collect();
        for id in ids {
            map.statements[id].incomplete = false;
        }
        let arguments = format!("{:?}{:?}{:?}{:?}", map.statements, map.stances, map.reasons, map.relations);
        let things = format!("{:?}{:?}{:?}{:?}{:?}", map.authors, map.sources, map.issues, map.positions, map.terms);
        format!("{arguments}{things}{:?}{:?}{:?}{:?}", map.sides, map.quotations, map.definitions, map.notes)
    }

    proptest! {
        /// No view can know of a draft, because the map that it reads does not.
        #[test]
        fn a_map_with_drafts_more_says_what_it_said(
            picked in prop::collection::vec(0..LINES.len(), 0..50),
            drafted in prop::collection::vec(0..DRAFTS.len() + LINES.len(), 0..30),
        ) {
            let text: String = picked.iter().flat_map(|&at| [LINES[at], "\n"]).collect();
            let clauses = LINES.iter().filter(|line| line.starts_with("  "));
            let lines: Vec<&str> = DRAFTS.iter().chain(clauses).copied().collect();
            let drafts = drafted.iter().flat_map(|&at| [lines[at % lines.len()], "\n"]);
            let drafts: String = ["source q (draft): Q\n"].into_iter().chain(drafts).collect();
            prop_assert_eq!(said(&[("a.arg", &text), ("b.arg", "")]), said(&[("a.arg", &text), ("b.arg", &drafts)]), "{}{}", text, drafts);
        }
    }
}
