//! A statement with all that hangs on it, and what it hangs on itself.

use crate::model::{Map, Relation, RelationKind, StatementId};
use crate::page::{Block, Mark, Page, Runs};
use crate::study::Study;
use crate::view::stand::why::{Teller, verdict};
use crate::view::wording::named;
use crate::view::wording::speech::{Speech, capitalized};
use crate::view::wording::stance_word::INFERRED;

use super::about::{about, formerly};
use super::room::Room;
use super::tree::Trees;
use crate::model::Entity;

/// The page of a statement.
pub fn page(study: &Study<'_>, statement: StatementId, trees: &mut Trees<'_, '_>) -> Page {
    let map = study.map;
    let mut page = Page::new("show", capitalized(trees.speech.statement(statement)));
    trees.make_room(Room::STATEMENT);
    page.push(Block::Tree(vec![trees.grow(statement, Runs::new())]));
    about(&mut page, [formerly(map, Entity::Statement(statement))]);
    page.push(Block::Prose(if map.statements[statement].draft {
        Runs::from("A draft: it counts for nothing yet.")
    } else {
        standing(study, statement)
    }));
    for (title, others) in bearings(study, statement, &trees.speech) {
        page.push(Block::Heading { level: 1, runs: title.into() });
        page.push(Block::Tree(others.into_iter().map(|(lead, other)| trees.leaf(other, lead)).collect()));
    }
    page
}

/// Words above those statements for which one is given as a reason.
pub const REASON_FOR: &str = "It is a reason for";

/// Other statement, and the words that say how the first bears on it.
pub type Borne = (Runs, StatementId);

/// Statements on which one bears, or that name it, in groups below a heading each; a group in which there is none is left out.
pub fn bearings(study: &Study<'_>, statement: StatementId, speech: &Speech<'_>) -> Vec<(&'static str, Vec<Borne>)> {
    let stated = study.selection.filter.stated;
    let related = |kinds: &[RelationKind], from: bool| related(study.map, statement, stated, speech, kinds, from);
    let mut alike = related(&[Agrees, SameFact], true);
    alike.extend(related(&[Agrees, SameFact], false));
    let groups = [
        (REASON_FOR, conclusions(study.map, statement, stated)),
        ("It speaks against", related(&[Against, Weakens, Undercuts], true)),
        ("It outweighs", related(&[Outweighs], true)),
        ("Others grant it, or hold something in spite of it", related(&[Despite, Grants], false)),
        ("It says the same as, or is of the same fact as", alike),
    ];
    groups.into_iter().filter(|(_, others)| !others.is_empty()).collect()
}

/// Whether it stands as the map is read when nothing else is asked for, and why.
fn standing(study: &Study<'_>, statement: StatementId) -> Runs {
    let trace = study.trace();
    standing_told(study, &Teller::new(study.map, &trace, None), statement)
}

/// The same, as a teller of that outcome has it.
pub fn standing_told(study: &Study<'_>, teller: &Teller<'_>, statement: StatementId) -> Runs {
    let verdict = capitalized(verdict(study.outcome().of(statement)));
    verdict.with(Mark::Plain, ". ").joined(teller.why(statement))
}

use RelationKind::{Against, Agrees, Despite, Grants, Outweighs, SameFact, Undercuts, Weakens};

fn conclusions(map: &Map, statement: StatementId, stated: bool) -> Vec<Borne> {
    let reasons = map.reasons_using(statement).iter().map(|&id| &map.reasons[id]);
    let shown = reasons.filter(|reason| !(stated && reason.inferred));
    shown
        .map(|reason| {
            let lead = if reason.inferred { Runs::from(READ_IN).with(Mark::Inferred, INFERRED) } else { Runs::new() };
            (with_colon(lead), reason.conclusion)
        })
        .collect()
}

/// Lead of what would have none, where the mapper reads it into the text.
pub const READ_IN: &str = "by the mapper's reading";

fn with_colon(lead: Runs) -> Runs {
    if lead.is_empty() { lead } else { lead.with(Mark::Plain, ":") }
}

/// The other ends of its relations of these kinds: those that it writes, or those that are written about it.
fn related(
    map: &Map,
    statement: StatementId,
    stated: bool,
    speech: &Speech<'_>,
    kinds: &[RelationKind],
    from: bool,
) -> Vec<Borne> {
    let relations = if from { map.relations_from(statement) } else { map.relations_to(statement) };
    let relations = relations.iter().map(|&id| &map.relations[id]);
    let shown = relations.filter(|relation| kinds.contains(&relation.kind) && !(stated && relation.inferred));
    shown
        .map(|relation| {
            let lead = how(map, speech, relation);
            let lead = match (lead.is_empty(), relation.inferred) {
                (true, true) => Runs::from(READ_IN).with(Mark::Inferred, INFERRED),
                (false, true) => lead.with(Mark::Inferred, INFERRED),
                (_, false) => lead,
            };
            (with_colon(lead), if from { relation.to } else { relation.from })
        })
        .collect()
}

/// How one of two statements bears on the other, before the other.
fn how(map: &Map, speech: &Speech<'_>, relation: &Relation) -> Runs {
    let by = |word: &str| relation.by.as_ref().map(|by| format!("{word}{}", map.text(**by)));
    let (mark, words) = match relation.kind {
        Undercuts if relation.because.is_empty() => (Mark::Against, "denying that its reasons show it".to_owned()),
        Undercuts => {
            let names = named::and(relation.because.iter().map(|&premise| speech.statement(premise)));
            return Runs::new()
                .with(Mark::Against, "denying that ")
                .joined(names)
                .with(Mark::Plain, if relation.because.len() == 1 { " shows it" } else { " together show it" });
        }
        Despite => (Mark::Between, "in spite of it".to_owned()),
        Grants => (Mark::Between, "granting it".to_owned()),
        Agrees => (Mark::For, "the same".to_owned()),
        SameFact => (Mark::Between, "of the same fact".to_owned()),
        Weakens => (Mark::Against, "weakening it".to_owned()),
        Against if relation.turns => (Mark::Against, "turning it to the other side".to_owned()),
        Against => (Mark::Against, by("asking ").unwrap_or_default()),
        Outweighs => (Mark::Between, by("by ").unwrap_or_default()),
    };
    Runs::new().with(mark, words)
}
