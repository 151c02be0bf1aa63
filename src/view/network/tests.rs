//! How many lines of a network are listed for people.

use crate::analysis::dispute::network::Unit;
use crate::analysis::example::{map, whole};
use crate::analysis::table::column::By;
use crate::page::Consumer;
use crate::study::Study;
use crate::view::wording::plain::plain;

use super::*;
use crate::analysis::comparison::tie::Weight;

/// The network of what so many authors say alike, each of whom holds the same as all others, and the last nothing else.
fn page<T>(authors: usize, see: impl FnOnce(&PageOf<'_>) -> T) -> T {
    let mut text = String::from("issue act: Should we act?\n\nissue more: Should we do more?\n");
    for at in 0..authors {
        let more = if at + 1 < authors { "\n  holds more: yes" } else { "" };
        text += &format!(
            "\nauthor a{at}: A\n\nsource s{at}: S\n  by: a{at}\n  date: 2020\n\nclaim c: C.\n  holds act: yes{more}\n"
        );
    }
    let map = map(&text);
    let of = Network::Pairs(Weight::Congruence);
    let selection = whole(&map);
    let options = NetworkOptions { of, by: By::Author, unit: Unit::Source, consumer: Consumer::Program };
    see(&network(&Study::new(&map, &selection), &options))
}

#[test]
fn of_forty_five_lines_all_are_listed_and_of_more_the_thirty_heaviest() {
    let listed =
        |shown: &str| shown.lines().filter(|line| line.starts_with('a')).map(str::to_owned).collect::<Vec<_>>();
    let few = page(10, plain);
    assert_eq!(listed(&few).len(), 45, "{few}");
    assert!(!few.contains("heaviest"), "{few}");

    let many = page(11, plain);
    let lines = listed(&many);
    assert_eq!(lines.len(), 30, "{many}");
    assert!(lines.iter().all(|line| line.contains(" | 2.000 | 2")), "{many}");
    assert!(many.contains("The 30 heaviest lines are listed; 25 more are not: --format csv has them all."), "{many}");
    assert_eq!(page(11, |page| page.records.as_ref().map(|records| records.rows.len())), Some(55));
    assert_eq!(page(11, |page| page.graph.as_ref().map(|graph| graph.edges.len())), Some(55));
}
