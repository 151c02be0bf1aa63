//! A statement with all that hangs on it, and what it hangs on itself.

use crate::model::{Map, RelationKind, StatementId};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::study::Study;
use crate::view::stand::why::{Teller, verdict};
use crate::view::wording::named;
use crate::view::wording::named::denial;
use crate::view::wording::speech::capitalized;
use crate::view::wording::statement_tree::StatementTrees;

/// The page of a statement.
pub fn page(study: &Study<'_>, statement: StatementId, trees: &mut StatementTrees<'_>) -> Page {
    let map = study.map;
    let mut page = Page::new("show", named::statement(map, statement));
    page.push(Block::Tree(vec![trees.grow(statement, Runs::new())]));
    page.push(Block::Prose(if map.statements[statement].draft {
        Runs::from("A draft: it counts for nothing yet.")
    } else {
        standing(study, statement)
    }));
    let stated = study.selection.filter.stated;
    let sections = [
        ("It is a reason for", conclusions(map, statement, stated, trees)),
        ("It speaks against", related(map, statement, stated, trees, &[Against, Weakens, Undercuts], true)),
        ("It outweighs", related(map, statement, stated, trees, &[Outweighs], true)),
        ("It is outweighed by", related(map, statement, stated, trees, &[Outweighs], false)),
        ("Others grant it, or hold something in spite of it", {
            related(map, statement, stated, trees, &[Despite, Grants], false)
        }),
        ("It says the same as, or is of the same fact as", {
            let mut nodes = related(map, statement, stated, trees, &[Agrees, SameFact], true);
            nodes.extend(related(map, statement, stated, trees, &[Agrees, SameFact], false));
            nodes
        }),
    ];
    for (title, nodes) in sections.into_iter().filter(|(_, nodes)| !nodes.is_empty()) {
        page.push(Block::Heading { level: 1, runs: title.into() });
        page.push(Block::Tree(nodes));
    }
    page
}

/// Whether it stands as the map is read when nothing else is asked for, and why.
fn standing(study: &Study<'_>, statement: StatementId) -> Runs {
    let trace = study.trace();
    let why = Teller::new(study.map, &trace, None).why(statement);
    capitalized(verdict(study.outcome().of(statement))).with(Mark::Plain, ". ").joined(why)
}

use RelationKind::{Against, Agrees, Despite, Grants, Outweighs, SameFact, Undercuts, Weakens};

fn conclusions(map: &Map, statement: StatementId, stated: bool, trees: &StatementTrees<'_>) -> Vec<Node> {
    let reasons = map.reasons_using(statement).iter().map(|&id| &map.reasons[id]);
    let shown = reasons.filter(|reason| !(stated && reason.inferred));
    shown.map(|reason| trees.leaf_with_place(reason.conclusion, lead(Runs::new(), reason.inferred))).collect()
}

/// The other ends of its relations of these kinds: those that it writes, or those that are written about it.
fn related(
    map: &Map,
    statement: StatementId,
    stated: bool,
    trees: &StatementTrees<'_>,
    kinds: &[RelationKind],
    from: bool,
) -> Vec<Node> {
    let relations = if from { map.relations_from(statement) } else { map.relations_to(statement) };
    let relations = relations.iter().map(|&id| &map.relations[id]);
    let shown = relations.filter(|relation| kinds.contains(&relation.kind) && !(stated && relation.inferred));
    shown
        .map(|relation| {
            let how = match relation.kind {
                Undercuts => denial(map, relation).with(Mark::Plain, "this"),
                Despite => Runs::new().with(Mark::Between, "in spite of it"),
                Grants => Runs::new().with(Mark::Between, "granting it"),
                Agrees => Runs::new().with(Mark::For, "the same"),
                SameFact => Runs::new().with(Mark::Between, "of the same fact"),
                Weakens => Runs::new().with(Mark::Against, "weakening it"),
                Against if relation.turns => Runs::new().with(Mark::Against, "turning it"),
                Outweighs => relation
                    .by
                    .as_ref()
                    .map_or_else(Runs::new, |by| Runs::new().with(Mark::Between, format!("by {}", map.text(**by)))),
                Against => Runs::new(),
            };
            let end = if from { relation.to } else { relation.from };
            trees.leaf_with_place(end, lead(how, relation.inferred))
        })
        .collect()
}

/// Words before a statement of a section: how it belongs there, and whether the mapper reads that into the text.
fn lead(how: Runs, inferred: bool) -> Runs {
    match (how.is_empty(), inferred) {
        (true, false) => how,
        (true, true) => how.with(Mark::Inferred, "(inferred)"),
        (false, false) => how.with(Mark::Plain, ":"),
        (false, true) => how.with(Mark::Inferred, " (inferred)").with(Mark::Plain, ":"),
    }
}
