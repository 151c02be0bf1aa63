//! Every name of a thing of the map that a view prints leads to that thing.

use super::debate;
use crate::analysis::change::standing::Standings;
use crate::analysis::change::{Changes, Versions};
use crate::analysis::comparison::coders::Coders;
use crate::analysis::comparison::tie::Weight;
use crate::analysis::dispute::network::Unit;
use crate::analysis::example::{map, whole};
use crate::analysis::table::column::{Actor, By};
use crate::model::{Entity, Map};
use crate::page::{BlockOf as Block, Consumer, Mark, Node, PageOf, Run, Runs, Target};
use crate::study::Study;
use crate::view::agree::{AgreeOptions, agree};
use crate::view::coders::{Two, coders};
use crate::view::compare::{CompareOptions, compare};
use crate::view::diff::{DiffOptions, diff};
use crate::view::divide::{DivideOptions, divide};
use crate::view::list::{Listed, list};
use crate::view::network::{Network, NetworkOptions, network};
use crate::view::quotes::quotes;
use crate::view::show::{ShowOptions, Subject, show};
use crate::view::table::{Content, TableOptions, table};
use crate::view::terms::terms;

/// Everything that a person reads on a page, in order.
fn texts(page: &PageOf<'_>) -> Vec<Runs> {
    let mut texts = vec![page.title.clone()];
    of_blocks(&page.blocks, &mut texts);
    texts
}

/// Adds everything that a person reads in these blocks.
pub(super) fn of_blocks(blocks: &[Block<'_>], texts: &mut Vec<Runs>) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Prose(runs) | Block::Note(runs) => texts.push(runs.clone()),
            Block::List(items) => texts.extend(items.iter().cloned()),
            Block::Table(table) => {
                texts.extend(table.caption.iter().chain(table.columns.iter().map(|column| &column.heading)).cloned());
                for row in table.shown_rows() {
                    texts.extend(row.cells.iter().map(|cell| Runs::clone(&cell.runs)));
                }
            }
            Block::Tree(nodes) => nodes.iter().for_each(|node| of_node(node, texts)),
            Block::Sides(sides) => {
                for side in sides {
                    texts.push(side.heading.clone());
                    of_blocks(&side.blocks, texts);
                }
            }
            Block::Lines(lines) => texts.extend(lines.iter().map(|line| line.runs.clone())),
            Block::Verbatim(_) => {}
        }
    }
}

fn of_node(node: &Node, texts: &mut Vec<Runs>) {
    texts.push(node.runs.clone());
    texts.extend(node.details.iter().cloned());
    node.children.iter().for_each(|child| of_node(child, texts));
}

/// Target of a name, by the map.
fn wanted(map: &Map, name: &str) -> Option<Target> {
    Some(match map.find(name)? {
        Entity::Statement(id) => Target::Statement(map.statement_name(id)),
        Entity::Issue(_) => Target::Issue(name.to_owned()),
        Entity::Author(_) => Target::Author(name.to_owned()),
        Entity::Source(_) => Target::Source(name.to_owned()),
        Entity::Term(_) => Target::Term(name.to_owned()),
        Entity::Side(_) => return None,
    })
}

/// Fault of a piece: a name without its target, or several names as one.
fn fault(map: &Map, run: &Run) -> Option<String> {
    let text = run.text.as_str();
    match wanted(map, text) {
        Some(wanted) if run.target.as_deref() != Some(&wanted) => {
            Some(format!("`{text}` leads to {:?} and not to {wanted:?}", run.target))
        }
        Some(_) => None,
        None => {
            let parts = text.split([',', ' ', '+']).filter(|part| !part.is_empty());
            let names: Vec<&str> = parts.filter(|part| wanted(map, part).is_some()).collect();
            (!names.is_empty() && run.target.is_none()).then(|| format!("`{text}` has {names:?} in one piece"))
        }
    }
}

/// The pages of all views that one map is enough for.
fn pages<'s>(study: &'s Study<'_>) -> Vec<PageOf<'s>> {
    let map = study.map;
    let consumer = Consumer::Program;
    let actors = |names: &[&str]| -> Vec<Actor> { names.iter().map(|name| super::author(map, name)).collect() };
    let mut pages = Vec::new();
    for by in By::WORDS.iter().map(|(by, ..)| *by) {
        for content in [Content::Words, Content::Quotes] {
            let options =
                TableOptions { by, content, derived: true, standing: true, consumer, ..TableOptions::default() };
            pages.push(table(study, &options));
        }
        pages.push(divide(study, DivideOptions { by, figures: true, consumer }));
        pages.push(agree(study, &AgreeOptions { by, cluster: true, ..AgreeOptions::default() }));
        for of in [Network::Issues, Network::Statements, Network::Pairs(Weight::Subtract)] {
            pages.push(network(study, &NetworkOptions { of, by, unit: Unit::Source, consumer }));
        }
    }
    for parties in [actors(&["ann", "bob"]), actors(&["ann", "bob", "cy"]), actors(&["ann", "bob", "cy", "eve"])] {
        for details in [false, true] {
            let options =
                CompareOptions { parties: parties.clone(), details, derived: details, ..CompareOptions::default() };
            pages.push(compare(study, &options));
        }
    }
    let unanswered = Listed::Statements { unanswered: true };
    let listed = Listed::WORDS.iter().map(|(listed, ..)| *listed).chain([unanswered]);
    pages.extend(listed.map(|listed| list(study, listed, consumer)));
    let all: Vec<_> = map.terms.ids().collect();
    pages.extend([
        terms(study, &[], false, consumer),
        terms(study, &all, true, consumer),
        quotes(study, &[], false, consumer),
    ]);
    let statements = map.statements.ids().map(Entity::Statement).chain(map.issues.ids().map(Entity::Issue));
    let others = map.authors.ids().map(Entity::Author).chain(map.sources.ids().map(Entity::Source));
    pages.extend(
        statements
            .chain(others)
            .chain(map.terms.ids().map(Entity::Term))
            .map(|named| show(study, &Subject::from(named), ShowOptions::default())),
    );
    pages
}

#[test]
fn every_name_leads_to_what_it_names() {
    let map = debate();
    let selection = whole(&map);
    let study = Study::new(&map, &selection);
    let pages = pages(&study);
    let mut names = 0;
    for page in &pages {
        let all = texts(page);
        names += all.iter().flat_map(|runs| &runs.pieces).filter(|run| run.target.is_some()).count();
        for run in all.iter().flat_map(|runs| &runs.pieces).filter(|run| run.mark == Mark::Name) {
            let fault = fault(&map, run);
            assert!(fault.is_none(), "{}: {}", page.title.plain(), fault.unwrap_or_default());
        }
    }
    assert!(names > 500, "only {names} runs lead anywhere");
}

#[test]
fn names_of_two_maps_lead_to_what_they_name() {
    let before = debate();
    let after = map(&include_str!("debate.arg").replace("should be built before", "have to be built before"));
    let selections = [whole(&before), whole(&after)];
    let names = ["before".to_owned(), "after".to_owned()];
    let two = Two { maps: [&before, &after], selections: selections.each_ref(), names: names.clone() };
    let versions = Versions { old: &before, new: &after };
    let changes = Changes::new(versions);
    let standings = Standings::new(versions, &changes.paired, selections.each_ref());
    let options = |stat| DiffOptions {
        names: names.clone(),
        stat,
        unread: Vec::new(),
        drafts: Vec::new(),
        consumer: Consumer::Program,
    };
    let pages = [
        coders(&two, &Coders::new(two.maps, two.selections), Consumer::Program),
        diff(versions, &changes, &standings, selections.each_ref(), &options(false)),
        diff(versions, &changes, &standings, selections.each_ref(), &options(true)),
    ];
    for page in &pages {
        for run in texts(page).iter().flat_map(|runs| &runs.pieces).filter(|run| run.mark == Mark::Name) {
            let fault = fault(&after, run);
            assert!(fault.is_none(), "{}: {}", page.title.plain(), fault.unwrap_or_default());
        }
    }
}
