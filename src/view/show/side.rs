//! A side: who is on it, and on what.

use crate::model::{Map, SideId};
use crate::page::{Block, Mark, Page, Runs};
use crate::syntax::vocabulary::OWN;

/// The page of a side.
pub fn page(map: &Map, side: SideId) -> Page {
    let what = &map.sides[side];
    let mut page = Page::new("show", map.text(what.display).into_owned());
    page.push(Block::Prose(Runs::from("side ").with(Mark::Name, map.word(what.name))));
    let mut members: Vec<String> = what.authors.iter().map(|&id| map.text(map.authors[id].display).into()).collect();
    members.extend(what.own.then(|| OWN.to_owned()));
    let issues: Vec<&str> = what.issues.iter().map(|&id| map.word(map.issues[id].name)).collect();
    let issues = if issues.is_empty() { "all issues".to_owned() } else { issues.join(", ") };
    let motion = what.motion.map(|motion| map.text(map.issues[motion].question).into_owned());
    let short = what.short.map(|short| map.text(short).into_owned());
    let about = [("short", short), ("authors", Some(members.join(", "))), ("issues", Some(issues)), ("motion", motion)];
    let lines = about.into_iter().filter_map(|(word, text)| Some((word, text?)));
    let line =
        |(word, text): (&str, String)| Runs::new().with(Mark::Faint, format!("{word}: ")).with(Mark::Plain, text);
    page.push(Block::List(lines.map(line).collect()));
    page
}
