//! Terms of a site: what each author means by a word, one beside the other.

use crate::model::{Entity, TermId};
use crate::page::site::{Address, Group, Screen};
use crate::page::{Block, Mark, Runs, Target};
use crate::view::site::telling::Telling;
use crate::view::terms;

/// Every term with its definitions.
pub fn groups(telling: &Telling<'_, '_>) -> Vec<Group> {
    let map = telling.study.map;
    let screens: Vec<Screen> = map.terms.ids().map(|term| screen(telling, term)).collect();
    if screens.is_empty() {
        return Vec::new();
    }
    let heading = format!("Words that do not mean the same to all ({})", screens.len());
    vec![Group { heading: heading.into(), blocks: Vec::new(), screens }]
}

fn screen(telling: &Telling<'_, '_>, term: TermId) -> Screen {
    let map = telling.study.map;
    let what = &map.terms[term];
    let target = |name: &str| Target::Term(name.to_owned());
    let mut screen = Screen::new(Address::Thing(target(map.word(what.name))), map.text(what.word).into_owned());
    screen.former = map.former_names(Entity::Term(term)).into_iter().map(target).collect();
    screen.blocks.push(Block::Prose(Runs::new().with(Mark::Name, map.word(what.name))));
    screen.blocks.extend(terms::in_site(telling.study, term));
    screen
}
