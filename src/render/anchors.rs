//! Where the things stand on a page that its words lead to: the title, a heading, a row or a node that names a thing first.

use std::cell::RefCell;

use foldhash::{HashMap, HashSet};

use crate::page::{BlockOf as Block, Look, PageOf as Page, Row, Runs, TableOf as Table, Target};

use super::walk::walk;

/// How plainly a part of a page is about the thing that it names, the plainest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The title, or a heading.
    Heading,
    /// A line across a table, above the rows about it.
    Across,
    /// A row of a table.
    Row,
    /// A node of a tree, or an item of a list.
    Node,
    /// The heading of a column.
    Column,
}

/// The places of a page that can be led to. Each thing has one: the first of those that are most plainly about it. Rows that are made
/// when they are looked at have none, since nobody knows them before.
pub(super) struct Anchors<'p> {
    places: HashMap<&'p Target, Rank>,
    /// Things whose place was shown already.
    shown: RefCell<HashSet<&'p Target>>,
}

impl<'p> Anchors<'p> {
    /// The places of this page.
    pub(super) fn of(page: &'p Page<'p>) -> Self {
        let mut anchors = Anchors { places: HashMap::default(), shown: RefCell::default() };
        anchors.add(Rank::Heading, alone(&page.title));
        anchors.add_blocks(&page.blocks);
        anchors
    }

    /// The name of the place, where this part of the page is the one for its thing. Asked once for each part, in order.
    pub(super) fn place(&self, rank: Rank, thing: Option<&Target>) -> Option<String> {
        let (&known, &best) = self.places.get_key_value(thing?)?;
        let is_first = best == rank && self.shown.borrow_mut().insert(known);
        is_first.then(|| name(known)).flatten()
    }

    /// The name of the place to which this leads, where the page has one.
    pub(super) fn lead(&self, target: &Target) -> Option<String> {
        self.places.contains_key(target).then(|| name(target)).flatten()
    }

    fn add(&mut self, rank: Rank, thing: Option<&'p Target>) {
        if let Some(thing) = thing {
            let best = self.places.entry(thing).or_insert(rank);
            *best = rank.min(*best);
        }
    }

    fn add_blocks(&mut self, blocks: &'p [Block<'p>]) {
        for block in blocks {
            match block {
                Block::Heading { runs, .. } => self.add(Rank::Heading, alone(runs)),
                Block::Table(table) => self.add_table(table),
                Block::Tree(roots) => walk(roots).for_each(|step| self.add(Rank::Node, first(&step.node.runs))),
                Block::Sides(sides) => {
                    for side in sides {
                        self.add(Rank::Heading, alone(&side.heading));
                        self.add_blocks(&side.blocks);
                    }
                }
                Block::List(items) => items.iter().for_each(|item| self.add(Rank::Node, first(item))),
                Block::Prose(_) | Block::Note(_) | Block::Lines(_) | Block::Verbatim(_) => {}
            }
        }
    }

    fn add_table(&mut self, table: &'p Table<'p>) {
        let named = usize::from(table.look == Look::Grouped);
        table.columns.iter().skip(named).for_each(|column| self.add(Rank::Column, first(&column.heading)));
        for row in &table.rows {
            let (rank, thing) = about(row);
            self.add(rank, thing);
        }
    }
}

/// The thing that a row is about: the first that it names.
pub(super) fn about(row: &Row) -> (Rank, Option<&Target>) {
    match &row.across {
        Some(across) => (Rank::Across, first(&across.runs).or_else(|| first(&across.aside))),
        None => (Rank::Row, row.cells.first().and_then(|cell| first(&cell.runs))),
    }
}

/// The first thing that is named; a place in a file is none.
pub(super) fn first(runs: &Runs) -> Option<&Target> {
    runs.pieces.iter().filter_map(|run| run.target.as_deref()).find(|target| !matches!(target, Target::Place { .. }))
}

/// The one thing that is named, where there are not several.
pub(super) fn alone(runs: &Runs) -> Option<&Target> {
    let mut targets = runs.targets().into_iter().filter(|target| !matches!(target, Target::Place { .. }));
    targets.next().filter(|_| targets.next().is_none())
}

/// Name of the place of a thing, by its kind and its own name: no character in it means anything in an address or in markup.
fn name(thing: &Target) -> Option<String> {
    let (kind, name) = match thing {
        Target::Statement(name) => ("statement", name),
        Target::Issue(name) => ("issue", name),
        Target::Author(name) => ("author", name),
        Target::Source(name) => ("source", name),
        Target::Term(name) => ("term", name),
        Target::Place { .. } => return None,
    };
    Some(format!("{kind}-{}", spelt(name)))
}

/// A name spelt so that no character in it means anything in an address or in markup; no two names are spelt alike.
pub(super) fn spelt(name: &str) -> String {
    let mut shown = String::new();
    for letter in name.chars() {
        if letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.') {
            shown.push(letter);
        } else {
            shown.push_str(&format!("~{:x}~", u32::from(letter)));
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Mark, Page};

    fn leading(name: &str) -> Runs {
        Runs::leading(Mark::Name, name, &Target::Statement(name.to_owned()))
    }

    #[test]
    fn a_thing_stands_where_the_page_is_most_plainly_about_it() {
        let mut page = Page::new("show", leading("a"));
        page.push(Block::Heading { level: 1, runs: leading("b").joined(leading("c")) });
        page.push(Block::Heading { level: 1, runs: leading("b") });
        let anchors = Anchors::of(&page);
        let of = |name: &str| Target::Statement(name.to_owned());
        assert_eq!(anchors.lead(&of("a")).as_deref(), Some("statement-a"));
        assert_eq!(anchors.lead(&of("c")), None);
        assert_eq!(anchors.place(Rank::Row, Some(&of("b"))), None);
        assert_eq!(anchors.place(Rank::Heading, Some(&of("b"))).as_deref(), Some("statement-b"));
        assert_eq!(anchors.place(Rank::Heading, Some(&of("b"))), None);
    }

    #[test]
    fn two_things_never_have_one_place() {
        let names = ["a b", "a~20~b", "a\"b", "a_b", "日本", "~"];
        let places: Vec<_> = names.iter().filter_map(|it| name(&Target::Issue((*it).to_owned()))).collect();
        assert_eq!(places[0], "issue-a~20~b");
        assert!((1..places.len()).all(|at| !places[..at].contains(&places[at])), "{places:?}");
        assert!(places.iter().all(|place| !place.contains([' ', '"', '<', '%', '#'])));
    }
}
