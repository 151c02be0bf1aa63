//! A term with what each author means by it.

use crate::model::{Entity, TermId};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::study::Study;
use crate::view::wording::named;
use crate::view::wording::named::place;
use crate::view::wording::naming::{quotation, statement_value, whose};
use crate::view::wording::stance_word::INFERRED;

use super::about::{about, formerly};

/// The page of a term: every definition, in the order of the text.
pub fn page(study: &Study<'_>, term: TermId) -> Page {
    let map = study.map;
    let what = &map.terms[term];
    let mut page = Page::new("show", map.text(what.word).into_owned());
    page.push(Block::Prose(Runs::from("A term in dispute  ").joined(named::term(map, term))));
    about(&mut page, [formerly(map, Entity::Term(term))]);
    let mut nodes: Vec<Node> = Vec::new();
    for definition in study.definitions_of(term) {
        let by = whose(map, definition.statement);
        let mut runs = Runs::new().with(Mark::Strong, by).with(Mark::Plain, ": ");
        runs.push(Mark::Plain, map.text(definition.text));
        runs.push(Mark::Inferred, if definition.inferred { INFERRED } else { "" });
        let mut value = statement_value(map, definition.statement);
        value["defines"] = map.word(what.name).into();
        value["meaning"] = map.text(definition.text).into();
        value["inferred"] = definition.inferred.into();
        let mut details: Vec<Runs> =
            map.quotations_of(definition.statement).iter().map(|&id| quotation(map, id)).collect();
        let key = named::statement(map, definition.statement).with(Mark::Plain, " · ");
        details.push(key.joined(place(map, definition.statement)));
        nodes.push(Node { runs, value, details, children: Vec::new() });
    }
    page.push(if nodes.is_empty() {
        Block::Prose("Nobody says here what it means.".into())
    } else {
        Block::Tree(nodes)
    });
    page
}
