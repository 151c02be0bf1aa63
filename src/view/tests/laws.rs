//! Laws of the position table over random maps: no mark is lost, and each heading is true of all that stands below it.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::analysis::example::scene;
use crate::model::select::{Filter, Selection};
use crate::model::{Attitude, Map};
use crate::page::{Block, Page};
use crate::study::Study;
use crate::view::table::{TableOptions, table};

const CLAUSES: [(&str, &str); 14] = [
    ("holds choice", "roads"),
    ("holds choice", "police"),
    ("rejects choice", "roads"),
    ("rejects choice", "nothing"),
    ("holds open", "roads"),
    ("rejects open", "roads"),
    ("holds open", "police"),
    ("holds worth", "nothing"),
    ("holds worth", "much"),
    ("rejects worth", "little"),
    ("holds act", "yes"),
    ("holds act", "no"),
    ("raises act", "asked"),
    ("weighs choice", "two sides"),
];

/// A statement of Ann or Bob: whose, which clause, whether inferred, and on which condition.
type Said = (bool, usize, bool, Option<bool>);

fn written(said: &[Said]) -> String {
    let mut texts = ["@ann-2015\n\n".to_owned(), "@bob-2015\n\n".to_owned()];
    for (number, (of_bob, clause, inferred, condition)) in said.iter().enumerate() {
        let (what, position) = CLAUSES[*clause];
        let sided = what.starts_with("holds") || what.starts_with("rejects");
        let condition = match condition.filter(|_| sided) {
            Some(true) => " if it rains",
            Some(false) => " unless it snows",
            None => "",
        };
        let inferred = if *inferred { " (inferred)" } else { "" };
        texts[usize::from(*of_bob)] +=
            &format!("claim c{number}: C{number}.\n  {what}{inferred}: {position}{condition}\n\n");
    }
    texts.concat()
}

fn any_said() -> impl Strategy<Value = Vec<Said>> {
    let one = (any::<bool>(), 0..CLAUSES.len(), any::<bool>(), prop::option::weighted(0.4, any::<bool>()));
    prop::collection::vec(one, 1..9)
}

fn page(map: &Map, filter: Filter) -> Page {
    table(&Study::new(map, &Selection::new(map, filter)), &TableOptions::default()).whole()
}

/// Each issue of the page with the heading that it stands below.
fn headings(page: &Page) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut heading = String::new();
    for table in page.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
    {
        for row in &table.rows {
            match &row.across {
                Some(across) if across.is_group => heading = across.runs.plain(),
                Some(_) if row.depth == 0 => {
                    let issue = row.cells[0].value["issue"].as_str().unwrap_or_default().to_owned();
                    found.push((issue, heading.split(" (").next().unwrap_or_default().to_owned()));
                }
                _ => {}
            }
        }
    }
    found
}

/// Positions that Ann (false) or Bob holds and rejects on an issue: on no condition, or only on one.
fn sides(map: &Map, issue: &str, of_bob: bool, conditional: bool) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut held, mut rejected) = (BTreeSet::new(), BTreeSet::new());
    for (_, stance) in map.stances.iter() {
        let author = map.word(map.authors[map.authors_of(stance.statement)[0]].name);
        if map.word(map.issues[stance.issue].name) != issue
            || (author == "bob") != of_bob
            || stance.condition.is_some() != conditional
        {
            continue;
        }
        let Some(position) = stance.position else { continue };
        let name = map.position_name(position).to_owned();
        match (stance.attitude, name.as_str()) {
            (Attitude::Holds, _) => held.insert(name),
            (Attitude::Rejects, "yes") => held.insert("no".to_owned()),
            (Attitude::Rejects, "no") => held.insert("yes".to_owned()),
            _ => rejected.insert(name),
        };
    }
    (held, rejected)
}

/// Whether one mind cannot say all of it: it sees both sides, or holds what it rejects, or two things where one can be held.
fn is_torn(map: &Map, issue: &str, of_bob: bool) -> bool {
    let (held, rejected) = sides(map, issue, of_bob, false);
    // Of what can be held together nothing is an exception; and on one condition nobody can say both.
    let (mut held_if, mut rejected_if) = sides(map, issue, of_bob, true);
    let is_torn_if = issue != "open" && held_if.len() > 1 || held_if.intersection(&rejected_if).next().is_some();
    held_if.extend(held.iter().cloned());
    rejected_if.extend(rejected.iter().cloned());
    let is_torn_if = is_torn_if || issue == "open" && held_if.intersection(&rejected_if).next().is_some();
    let weighs = map.stances.iter().any(|(_, stance)| {
        let author = map.word(map.authors[map.authors_of(stance.statement)[0]].name);
        stance.attitude == Attitude::Weighs
            && map.word(map.issues[stance.issue].name) == issue
            && (author == "bob") == of_bob
    });
    weighs || is_torn_if || held.intersection(&rejected).next().is_some() || issue != "open" && held.len() > 1
}

fn exclude(
    one: &(BTreeSet<String>, BTreeSet<String>),
    other: &(BTreeSet<String>, BTreeSet<String>),
    exclusive: bool,
) -> bool {
    let apart = exclusive && one.0.iter().any(|a| other.0.iter().any(|b| a != b));
    apart || one.0.intersection(&other.1).next().is_some() || other.0.intersection(&one.1).next().is_some()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_heading_is_true_of_all_below_it(said in any_said()) {
        let map = scene(&written(&said));
        for (issue, heading) in headings(&page(&map, Filter::default())) {
            let plain = [false, true].map(|of_bob| sides(&map, &issue, of_bob, false));
            let conditional = [false, true].map(|of_bob| sides(&map, &issue, of_bob, true));
            let takes = |at: usize, sides: &[(BTreeSet<String>, BTreeSet<String>); 2]| !sides[at].0.is_empty() || !sides[at].1.is_empty();
            let both = [0, 1].map(|at| takes(at, &plain) || takes(at, &conditional));
            let text = written(&said);
            match heading.as_str() {
                "WHERE THEY CLASH" => prop_assert!(exclude(&plain[0], &plain[1], issue != "open"), "{issue} of\n{text}"),
                "ON CONDITIONS" => prop_assert!(takes(0, &conditional) || takes(1, &conditional), "{issue} of\n{text}"),
                "WHERE THEY AGREE, OR CAN BOTH BE RIGHT" => {
                    let is_torn = [false, true].iter().any(|&of_bob| is_torn(&map, &issue, of_bob));
                    let clash = exclude(&plain[0], &plain[1], issue != "open");
                    prop_assert!(both[0] && both[1] && (!clash || is_torn), "{issue} of\n{text}");
                }
                "ONLY ONE TAKES A SIDE" | "WHERE THEY TAKE A SIDE" => {
                    let torn = [false, true].map(|of_bob| is_torn(&map, &issue, of_bob));
                    prop_assert!(!(both[0] && both[1]) || torn[0] || torn[1], "{issue} of\n{text}");
                }
                "NOBODY TAKES A SIDE" => {
                    let torn = [false, true].map(|of_bob| is_torn(&map, &issue, of_bob));
                    prop_assert!((!both[0] || torn[0]) && (!both[1] || torn[1]), "{issue} of\n{text}");
                }
                other => prop_assert!(false, "{other} of\n{text}"),
            }
            let are_whole = ![false, true].iter().any(|&of_bob| is_torn(&map, &issue, of_bob));
            if are_whole && exclude(&plain[0], &plain[1], issue != "open") {
                prop_assert_eq!(&heading, "WHERE THEY CLASH", "{} of\n{}", issue, text);
            }
        }
    }

    #[test]
    fn no_condition_and_no_reading_is_lost(said in any_said()) {
        let map = scene(&written(&said));
        let page = page(&map, Filter::default());
        let records = page.records.as_ref().expect("a program reads it");
        let values = |key: &str| records.values(key);
        let columns = [values("issue"), values("position"), values("author"), values("stance"), values("condition"), values("inferred")];
        let text = crate::view::wording::plain::plain(&page);
        let rows = columns[0].len();
        let read = |row: usize| columns.each_ref().map(|values| &values[row]);
        for (row, [issue, position, author, stance, condition, inferred]) in (0..rows).map(read).enumerate() {
            let behind: Vec<_> = map.stances.iter().map(|(_, stance)| stance).filter(|it| {
                let held = it.position.map(|position| map.position_name(position));
                let of_it = held == position.as_str() || issue == "act" && held.is_some() && position.is_string();
                map.word(map.authors[map.authors_of(it.statement)[0]].name) == author && of_it
                    && map.word(map.issues[it.issue].name) == issue
                    && matches!((stance.as_str(), it.attitude), (Some("for"), Attitude::Holds) | (Some("against"), Attitude::Rejects))
            }).collect();
            if stance == "for" || stance == "against" {
                let same = behind.iter().filter(|it| it.condition.as_deref().map(|it| map.condition(it)).as_deref() == condition.as_str() || condition.is_null() && it.condition.is_none());
                if issue != "act" {
                    prop_assert_eq!(inferred.as_bool(), Some(same.clone().all(|it| it.inferred)), "row {} of\n{}", row, written(&said));
                    prop_assert!(same.count() > 0);
                }
                if let Some(words) = condition.as_str() {
                    prop_assert!(text.contains(words), "{words} in\n{text}");
                }
            }
        }
        // A condition is left out only where the same is said without one, in so many words.
        for (_, stance) in map.stances.iter().filter(|(_, stance)| stance.condition.is_some()) {
            let words = map.condition(stance.condition.as_deref().expect("it has one"));
            let is_said_without = map.stances.iter().any(|(_, other)| {
                other.condition.is_none() && !other.inferred && (other.issue, other.position, other.attitude) == (stance.issue, stance.position, stance.attitude)
                    && map.authors_of(other.statement) == map.authors_of(stance.statement)
            });
            prop_assert!(is_said_without || text.contains(&words), "{words} in\n{text}");
        }
    }

    #[test]
    fn a_filter_by_issue_keeps_the_columns(said in any_said()) {
        let map = scene(&written(&said));
        let headings = |page: &Page| -> Vec<String> {
            let tables = page.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
            tables.flat_map(|table| &table.columns).map(|column| column.heading.plain()).collect()
        };
        let all = headings(&page(&map, Filter::default()));
        for issue in map.issues.ids() {
            let some = headings(&page(&map, Filter { issues: vec![issue], ..Filter::default() }));
            prop_assert!(some.is_empty() || some == all, "{some:?} of {all:?}");
        }
    }
}
