//! A side: who is on it, on what, and what it answers to each question.

use crate::analysis::table::column::Actor;
use crate::model::{Entity, SideId};
use crate::page::{Block, Mark, Page, Runs};
use crate::study::Study;
use crate::syntax::vocabulary::OWN;
use crate::view::wording::called::issue_short;

use super::about::{about, formerly, text};
use super::questions;
use super::tree::Trees;

/// The page of a side.
pub fn page(study: &Study<'_>, side: SideId, trees: &mut Trees<'_, '_>) -> Page {
    let map = study.map;
    let what = &map.sides[side];
    let mut page = Page::new("show", map.text(what.display).into_owned());
    page.push(Block::Prose(Runs::from("A side of the debate  ").with(Mark::Name, map.word(what.name))));
    let mut members: Vec<String> = what.authors.iter().map(|&id| map.text(map.authors[id].display).into()).collect();
    members.extend(what.own.then(|| OWN.to_owned()));
    let issues: Vec<String> = what.issues.iter().map(|&id| issue_short(map, id)).collect();
    let issues = if issues.is_empty() { "all questions".to_owned() } else { issues.join("; ") };
    let known = [
        ("short", text(map, what.short)),
        ("authors", Some(members.join(", "))),
        ("questions", Some(issues)),
        ("motion", text(map, what.motion.map(|motion| map.issues[motion].question))),
        formerly(map, Entity::Side(side)),
    ];
    about(&mut page, known);
    trees.make_list();
    questions::on_questions(study, &[Actor::Side(side)], trees, &mut page);
    page
}
