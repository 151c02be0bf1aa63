//! Addresses within a site: short, made of the names of things, and the same as long as these are called so.

use foldhash::HashMap;

use crate::page::Target;
use crate::page::site::{Address, Screen, Site};
use crate::render::anchors::spelt;

/// The addresses of all screens, and those that things had before under names that nothing has now.
pub struct Known {
    things: HashMap<Target, String>,
    former: HashMap<String, String>,
    /// Numbers of statements, in the order in which they stand in the site.
    numbers: HashMap<Target, usize>,
}

impl Known {
    /// Of every screen of a site.
    pub fn new(site: &Site) -> Known {
        let screens = || site.parts.iter().flat_map(|part| &part.groups).flat_map(|group| &group.screens);
        let all: Vec<&Screen> = screens().flat_map(|screen| std::iter::once(screen).chain(&screen.below)).collect();
        let mut known = Known { things: HashMap::default(), former: HashMap::default(), numbers: HashMap::default() };
        for screen in &all {
            if let Address::Thing(target) = &screen.address {
                known.things.insert(target.clone(), of(&screen.address));
                if matches!(target, Target::Statement(_)) {
                    known.numbers.insert(target.clone(), known.numbers.len());
                }
            }
        }
        for screen in all {
            for former in screen.former.iter().filter(|former| !known.things.contains_key(*former)) {
                known.former.entry(of_thing(former)).or_insert_with(|| of(&screen.address));
            }
        }
        known
    }

    /// The address of a thing that has a screen.
    pub fn address(&self, target: &Target) -> Option<&str> {
        self.things.get(target).map(String::as_str)
    }

    /// The number of a statement, from 0, in the order of the site.
    pub fn number(&self, target: &Target) -> Option<usize> {
        self.numbers.get(target).copied()
    }

    /// Addresses that lead to a screen because its thing had another name; each leads to one screen alone.
    pub fn former(&self, screen: &Screen) -> Vec<String> {
        let own = of(&screen.address);
        let former = screen.former.iter().map(of_thing);
        former.filter(|former| self.former.get(former) == Some(&own)).collect()
    }
}

/// The address of a screen: `s/adler-2024.keep-out`, `c/ann/bob`.
pub fn of(address: &Address) -> String {
    match address {
        Address::Thing(target) => of_thing(target),
        Address::Pair([one, other]) => format!("c/{}/{}", spelt(one), spelt(other)),
    }
}

fn of_thing(target: &Target) -> String {
    let (kind, name) = match target {
        Target::Statement(name) => ("s", name),
        Target::Issue(name) => ("i", name),
        Target::Author(name) => ("a", name),
        Target::Source(name) => ("d", name),
        Target::Term(name) => ("w", name),
        Target::Place { path, .. } => ("f", path),
    };
    format!("{kind}/{}", spelt(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::site::{Group, Part};

    fn statement(name: &str) -> Target {
        Target::Statement(name.to_owned())
    }

    #[test]
    fn a_former_name_leads_to_the_thing_unless_another_has_it_now() {
        let screen = |name: &str, former: &[&str]| Screen {
            former: former.iter().map(|name| statement(name)).collect(),
            ..Screen::new(Address::Thing(statement(name)), name)
        };
        let screens = vec![screen("p.b", &["p.a", "p.z"]), screen("p.c", &["p.b", "p.a"])];
        let group = Group { heading: "All".into(), blocks: Vec::new(), screens };
        let part = Part { address: "sources", name: "Sources", groups: vec![group] };
        let site = Site { parts: vec![part], ..Site::default() };
        let known = Known::new(&site);
        let screens = &site.parts[0].groups[0].screens;
        assert_eq!(known.former(&screens[0]), ["s/p.a", "s/p.z"]);
        assert!(known.former(&screens[1]).is_empty());
        assert_eq!(known.address(&statement("p.b")), Some("s/p.b"));
        assert_eq!(known.address(&statement("p.a")), None);
        assert_eq!(of(&Address::Pair(["a+b".to_owned(), "c".to_owned()])), "c/a~2b~b/c");
    }
}
