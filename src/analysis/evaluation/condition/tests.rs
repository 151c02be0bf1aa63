//! Conditions of stances: the cases that were worked out by hand, and laws.

mod by_definition;
mod drawn;

use std::collections::BTreeSet;

use framework::{Semantics, Status, Stop};
use proptest::prelude::*;

use self::by_definition::Definition;
use self::drawn::drawn;
use super::taken::{Taken, is_by_parts};
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::interpretation::Interpretation;
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::example::{map, whole};
use crate::analysis::table::bearing::{Bearing, bearings};
use crate::model::select::Selection;
use crate::model::{ConditionLink, Entity, Map, PositionId, StanceId};

const ISSUES: &str = "issue ban: Ban it?\nissue works: Does it work?\nissue first: What first?\n  position buses: buses\n  \
                      position bikes: bikes\n\n";

fn evaluate(map: &Map, selection: &Selection, semantics: Semantics) -> Outcome {
    let debate = Debate { map, selection, within: true, interpretation: Interpretation::default() };
    debate.evaluate(None, &Hypothesis::default(), semantics, &Stop::never()).expect("nothing stops it")
}

/// Each stance by the name of its statement: `+` stands, `~` stands if what it says is so, `?` is open, `-` falls.
fn shown(map: &Map, outcome: &Outcome) -> String {
    let sign = |taken| match taken {
        Some(Taken::Stands) => '+',
        Some(Taken::If) => '~',
        Some(Taken::Open) => '?',
        Some(Taken::Falls) => '-',
        None => '.',
    };
    let stances = map.stances.iter();
    let line = |(id, stance): (_, &crate::model::Stance)| {
        format!("{}{}", sign(outcome.of_stance(map, id)), map.own_name(stance.statement))
    };
    stances.map(line).collect::<Vec<_>>().join(" ")
}

/// Statuses of stances: each line is the name of a statement and a clause, with what it is against behind a bar.
fn taken_by(semantics: Semantics, lines: &[&str]) -> String {
    let mut text = ISSUES.to_owned();
    for line in lines {
        let (name, clause) = line.split_once(' ').expect("a name and a clause");
        let (clause, against) = clause.split_once(" | ").unwrap_or((clause, ""));
        let against = if against.is_empty() { String::new() } else { format!("  against: {against}\n") };
        let clause = if clause == "-" { String::new() } else { format!("  {clause}\n") };
        text += &format!("claim {name}: {name}.\n{clause}{against}\n");
    }
    let map = map(&text);
    shown(&map, &evaluate(&map, &whole(&map), semantics))
}

fn taken(lines: &[&str]) -> String {
    taken_by(Semantics::Grounded, lines)
}

#[test]
fn a_stance_hangs_on_a_position_that_somebody_holds() {
    let ban = "a holds ban: yes if works: yes";
    assert_eq!(taken(&[ban, "b holds works: yes"]), "+a +b");
    assert_eq!(taken(&[ban, "b holds works: yes", "c - | b"]), "-a -b");
    assert_eq!(taken(&[ban, "b holds works: yes", "c - | b, d", "d - | c"]), "?a ?b");
    // Nobody holds it: open, and it falls where what excludes it stands.
    assert_eq!(taken(&[ban]), "?a");
    assert_eq!(taken(&[ban, "b holds works: no"]), "-a +b");
    assert_eq!(taken(&[ban, "b rejects works: yes"]), "-a +b");
    assert_eq!(taken(&[ban, "b holds works: no", "c - | b"]), "?a -b");
    assert_eq!(taken(&["a holds ban: yes if first: buses", "b holds first: bikes"]), "-a +b");
    assert_eq!(taken(&["a holds ban: yes if first: buses", "b rejects first: buses"]), "-a +b");
    assert_eq!(taken(&["a holds ban: yes if first: buses", "b rejects first (alone): buses"]), "?a +b");
    // The statement falls, whatever becomes of the condition.
    assert_eq!(taken(&[ban, "b holds works: yes", "c - | a"]), "-a +b");
}

#[test]
fn a_disputed_condition_is_open() {
    let lines = ["a holds ban: yes if works: yes", "b holds works: yes", "c holds works: no"];
    assert_eq!(taken(&lines), "?a +b +c");
    assert_eq!(taken(&["a holds ban: yes if works: yes", "b holds works: yes", "c holds works: no | b"]), "-a -b +c");
    assert_eq!(
        taken(&["a holds ban: yes if first: buses", "b holds first: buses", "c rejects first: buses"]),
        "?a +b +c"
    );
    assert_eq!(taken(&["a holds ban: yes unless works: yes", "b holds works: yes", "c holds works: no"]), "?a +b +c");
    // In each preferred reading one of the two is held.
    assert_eq!(taken_by(Semantics::Preferred, &lines), "?a +b +c");
}

#[test]
fn a_stance_follows_the_statement_that_it_hangs_on() {
    assert_eq!(taken(&["a holds ban: yes if b", "b -"]), "+a");
    assert_eq!(taken(&["a holds ban: yes if b", "b -", "c - | b"]), "-a");
    assert_eq!(taken(&["a holds ban: yes if b", "b - | c", "c - | b"]), "?a");
    assert_eq!(taken(&["a holds ban: yes if b and works: yes", "b -", "c holds works: yes"]), "+a +c");
    assert_eq!(taken(&["a holds ban: yes if b and works: yes", "b -"]), "?a");
    assert_eq!(taken(&["a holds ban: yes if b and works: yes", "b -", "c - | b"]), "-a");
}

#[test]
fn unless_stands_until_its_condition_does() {
    let ban = "a holds ban: yes unless works: yes";
    assert_eq!(taken(&[ban]), "+a");
    assert_eq!(taken(&[ban, "b holds works: no"]), "+a +b");
    assert_eq!(taken(&[ban, "b holds works: yes"]), "-a +b");
    assert_eq!(taken(&[ban, "b holds works: yes", "c - | b"]), "+a -b");
    assert_eq!(taken(&[ban, "b holds works: yes | c", "c - | b"]), "?a ?b");
    // All of it has to stand.
    assert_eq!(taken(&["a holds ban: yes unless works: yes and b", "b holds works: yes"]), "-a +b");
    assert_eq!(taken(&["a holds ban: yes unless works: yes and b", "b holds works: yes", "c - | b"]), "+a -b");
    assert_eq!(taken(&["a holds ban: yes unless first: buses and b", "b -"]), "+a");
}

#[test]
fn words_are_told_and_not_answered() {
    assert_eq!(taken(&["a holds ban: yes if it is enforced"]), "~a");
    assert_eq!(taken(&["a holds ban: yes if it is enforced", "b - | a"]), "-a");
    assert_eq!(taken(&["a holds ban: yes unless it is enforced"]), "+a");
    // A stance that hangs on a provisional one comes to no more than open.
    assert_eq!(taken(&["a holds ban: yes if works: yes", "b holds works: yes if it rains"]), "?a ~b");
    assert_eq!(taken(&["a holds ban: yes unless works: yes", "b holds works: yes if it rains"]), "?a ~b");
}

#[test]
fn what_hangs_on_each_other_is_open_until_something_else_carries_it() {
    let circle = ["a holds ban: yes if works: yes", "b holds works: yes if ban: yes"];
    assert_eq!(taken(&circle), "?a ?b");
    assert_eq!(taken(&[circle[0], circle[1], "c holds works: yes"]), "+a +b +c");
    assert_eq!(taken_by(Semantics::Preferred, &circle), "?a ?b");
    assert_eq!(taken(&["a holds ban: yes if ban: yes"]), "?a");
    assert_eq!(taken(&["a holds ban: yes unless ban: yes"]), "?a");
    let either = ["a holds ban: yes unless works: yes", "b holds works: yes unless ban: yes"];
    assert_eq!(taken(&either), "?a ?b");
    assert_eq!(taken_by(Semantics::Preferred, &either), "?a ?b");
    assert_eq!(taken(&[either[0], either[1], "c holds works: yes"]), "-a +b +c");
}

#[test]
fn two_that_exclude_each_other_unless_have_two_readings() {
    let text = format!(
        "{ISSUES}claim a: a.\n  holds ban: yes unless works: yes\n\nclaim b: b.\n  holds works: yes unless ban: yes\n"
    );
    let map = map(&text);
    let outcome = evaluate(&map, &whole(&map), Semantics::Preferred);
    let readings = outcome.extensions(10, &Stop::never()).expect("nothing stops it");
    assert_eq!(readings.number, Some(2));
}

#[test]
fn what_others_report_or_expect_answers_for_nothing() {
    let text = |how: &str| {
        format!(
            "author me: M\nauthor you: Y\n{ISSUES}source s: S\n  by: me\n\nclaim a: a.\n  holds ban: yes if works: yes\n\n\
             claim b{how}  holds works: yes\n"
        )
    };
    let of = |how| {
        let map = map(&text(how));
        shown(&map, &evaluate(&map, &whole(&map), Semantics::Grounded))
    };
    assert_eq!(of(": b.\n"), "+a +b");
    assert_eq!(of(": b.\n  voice: you\n"), "?a +b");
    assert_eq!(of(": b.\n  voice (endorsed): you\n"), "+a +b");
    assert_eq!(of(" (anticipated): b.\n"), "?a +b");
}

/// Status of a position: the best of those of the stances that hold it.
fn held(map: &Map, position: PositionId) -> Option<Taken> {
    let outcome = evaluate(map, &whole(map), Semantics::Grounded);
    let holds = |id: &StanceId| bearings(map, *id).any(|it| it == (position, Bearing::Holds));
    map.stances.ids().filter(holds).filter_map(|id| outcome.of_stance(map, id)).max()
}

/// The first stance of a map, where positions are settled: what becomes of it.
fn settled(lines: &[&str], settled: &[(&str, &str, bool)]) -> Option<Taken> {
    let lines = lines.iter().zip('a'..).map(|(clause, name)| format!("claim {name}: {name}.\n  {clause}\n"));
    let map = map(&format!("{ISSUES}{}", lines.collect::<String>()));
    let selection = whole(&map);
    let debate = Debate { map: &map, selection: &selection, within: true, interpretation: Interpretation::default() };
    let settled = settled.iter().map(|(issue, name, holds)| match map.find(issue) {
        Some(Entity::Issue(issue)) => (map.find_position(issue, name).expect("it is there"), *holds),
        other => panic!("{other:?}"),
    });
    let hypothesis = Hypothesis { settled: settled.collect(), ..Hypothesis::default() };
    let outcome = debate.evaluate(None, &hypothesis, Semantics::Grounded, &Stop::never()).expect("nothing stops it");
    outcome.of_stance(&map, map.stances.ids().next().expect("a stance"))
}

#[test]
fn what_is_settled_holds_whoever_holds_it() {
    let disputed = ["holds ban: yes if works: yes", "holds works: yes", "holds works: no"];
    assert_eq!(settled(&disputed, &[]), Some(Taken::Open));
    assert_eq!(settled(&disputed, &[("works", "yes", true)]), Some(Taken::Stands));
    assert_eq!(settled(&disputed, &[("works", "yes", false)]), Some(Taken::Falls));
    assert_eq!(settled(&disputed, &[("works", "no", true)]), Some(Taken::Falls));
    assert_eq!(settled(&disputed, &[("works", "no", false)]), Some(Taken::Stands));
    // Nobody holds it.
    assert_eq!(settled(&disputed[..1], &[("works", "yes", true)]), Some(Taken::Stands));
    assert_eq!(settled(&disputed[..1], &[("works", "yes", false)]), Some(Taken::Falls));
    assert_eq!(settled(&["holds ban: yes unless works: yes"], &[("works", "yes", true)]), Some(Taken::Falls));
    let rejected = ["holds ban: yes if first: buses", "holds first: buses", "rejects first: buses"];
    assert_eq!(settled(&rejected, &[("first", "buses", true)]), Some(Taken::Stands));
}

/// Parts of the map on which a stance may come to hang: those that its condition names, and those that the conditions of all stances on those issues name.
fn reached(map: &Map, stance: StanceId) -> Vec<ConditionLink> {
    let named = |stance: StanceId| {
        let condition = map.stances[stance].linked();
        condition.map_or(Vec::new(), |condition| condition.links.iter().copied().collect::<Vec<_>>())
    };
    let mut reached: BTreeSet<ConditionLink> = named(stance).into_iter().collect();
    for _ in map.stances.ids() {
        let positions: Vec<PositionId> =
            map.positions.ids().filter(|it| reached.contains(&ConditionLink::Position(*it))).collect();
        let on_them = |id: &StanceId| positions.iter().any(|it| map.positions[*it].issue == map.stances[*id].issue);
        reached.extend(map.stances.ids().filter(on_them).flat_map(named));
    }
    let own = ConditionLink::Statement(map.stances[stance].statement);
    reached.into_iter().filter(|link| *link != own).collect()
}

/// How few settlements the definition needs for a stance to stand: none, one or two; no number where two are not enough.
fn by_brute_force(map: &Map, stance: StanceId) -> Option<usize> {
    let choices = reached(map, stance).into_iter().flat_map(|link| [(link, true), (link, false)]);
    let choices: Vec<(ConditionLink, bool)> = choices.collect();
    let stands = |set: &[(ConditionLink, bool)]| {
        let (mut positions, mut statements) = (Vec::new(), vec![(map.stances[stance].statement, true)]);
        for (link, holds) in set {
            match *link {
                ConditionLink::Position(position) => positions.push((position, *holds)),
                ConditionLink::Statement(statement) => statements.push((statement, *holds)),
            }
        }
        let definition = Definition::supposing(map, &positions, &statements);
        definition.grounded(&definition.statements())[stance.index()] == Taken::Stands
    };
    let is_possible = |one: &(ConditionLink, bool), other: &(ConditionLink, bool)| match (one, other) {
        ((ConditionLink::Position(a), true), (ConditionLink::Position(b), true)) => {
            map.positions[*a].issue != map.positions[*b].issue || !map.issues[map.positions[*a].issue].is_exclusive()
        }
        ((a, _), (b, _)) => a != b,
    };
    let pairs = |one: &(ConditionLink, bool)| {
        let one = *one;
        choices.iter().any(|other| is_possible(&one, other) && stands(&[one, *other]))
    };
    match () {
        () if stands(&[]) => Some(0),
        () if choices.iter().any(|one| stands(&[*one])) => Some(1),
        () if choices.iter().any(pairs) => Some(2),
        () => None,
    }
}

/// Statuses of all stances as they are evaluated, and by the definition.
fn differences(text: &str, semantics: Semantics) -> (String, String) {
    let map = map(text);
    let selection = whole(&map);
    let outcome = evaluate(&map, &selection, semantics);
    let definition = Definition::of(&map);
    let stances: Vec<Option<Taken>> = map.stances.ids().map(|id| outcome.of_stance(&map, id)).collect();
    let expected = match semantics {
        Semantics::Preferred => definition.preferred(),
        _ if is_by_parts(semantics) => Some(definition.grounded(&definition.statements())),
        _ => {
            let label = |id| {
                outcome.of(id).map(|status| match status {
                    Status::Stands => 1,
                    Status::Open => 0,
                    Status::Falls => -1,
                })
            };
            let labels: Option<Vec<i8>> = map.statements.ids().map(label).collect();
            labels.map(|labels| definition.grounded(&labels))
        }
    };
    let expected = expected.map(|expected| format!("{expected:?}"));
    let found = stances.into_iter().collect::<Option<Vec<Taken>>>().filter(|_| outcome.has_reading());
    let found = found.map(|found| format!("{found:?}"));
    (found.unwrap_or_default(), expected.unwrap_or_default())
}

proptest! {
    /// How many maps, `PROPTEST_CASES` says.
    #[test]
    fn random_maps_come_out_as_the_definition_says(map in drawn()) {
        let text = map.text();
        for semantics in [Semantics::Grounded, Semantics::Preferred, Semantics::Stable, Semantics::SemiStable, Semantics::Cf2] {
            let (found, expected) = differences(&text, semantics);
            prop_assert_eq!(found, expected, "{:?}\n{}", semantics, text);
        }
    }

    /// Whatever is settled, what follows is what the definition says.
    #[test]
    fn settled_positions_come_out_as_the_definition_says(drawn in drawn(), picked in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..3)) {
        let map = map(&drawn.text());
        let positions: Vec<PositionId> = map.positions.ids().collect();
        let mut settled: Vec<(PositionId, bool)> = picked.iter().map(|(at, holds)| (positions[at.index(positions.len())], *holds)).collect();
        settled.dedup_by_key(|(position, _)| *position);
        let selection = whole(&map);
        let debate = Debate { map: &map, selection: &selection, within: true, interpretation: Interpretation::default() };
        let definition = Definition::supposing(&map, &settled, &[]);
        let hypothesis = Hypothesis { settled: settled.clone(), ..Hypothesis::default() };
        let outcome = debate.evaluate(None, &hypothesis, Semantics::Grounded, &Stop::never()).expect("nothing stops it");
        let found: Vec<Option<Taken>> = map.stances.ids().map(|id| outcome.of_stance(&map, id)).collect();
        let expected: Vec<Option<Taken>> = definition.grounded(&definition.statements()).into_iter().map(Some).collect();
        prop_assert_eq!(found, expected, "{:?}\n{}", settled, drawn.text());
    }

    /// Nothing that is smaller than what was found makes a stance stand, and what was found does.
    #[test]
    fn the_fewest_settlements_are_the_fewest(drawn in drawn()) {
        let map = map(&drawn.text());
        let selection = whole(&map);
        let debate = Debate { map: &map, selection: &selection, within: true, interpretation: Interpretation::default() };
        for (id, _) in map.stances.iter().filter(|(_, stance)| stance.linked().is_some()) {
            let found = debate.settlements(None, &Hypothesis::default(), id, &Stop::never()).expect("nothing stops it");
            let mut sizes: Vec<usize> = found.sets.iter().map(Vec::len).collect();
            sizes.dedup();
            let fewest: Vec<usize> = by_brute_force(&map, id).into_iter().collect();
            prop_assert_eq!(sizes, fewest, "{:?}\n{}", found, drawn.text());
        }
    }

    /// The condition of a stance is no condition of its statement.
    #[test]
    fn no_condition_touches_a_statement(drawn in drawn()) {
        let (with, without) = (map(&drawn.text()), map(&drawn.without_conditions().text()));
        for semantics in [Semantics::Grounded, Semantics::Preferred, Semantics::Stable, Semantics::SemiStable, Semantics::Ideal, Semantics::Stage] {
            let (one, other) = (evaluate(&with, &whole(&with), semantics), evaluate(&without, &whole(&without), semantics));
            for statement in with.statements.ids() {
                prop_assert_eq!(one.of(statement), other.of(statement), "{:?}\n{}", semantics, drawn.text());
            }
        }
    }

    /// Whoever says plainly what was said on a condition makes the position no weaker.
    #[test]
    fn an_unconditional_copy_never_weakens(drawn in drawn(), which in any::<prop::sample::Index>()) {
        if drawn.stances.is_empty() {
            return Ok(());
        }
        let at = which.index(drawn.stances.len());
        let (before, after) = (map(&drawn.text()), map(&drawn.with_unconditional_copy(at).text()));
        let Some((issue, position)) = drawn.holds(at) else { return Ok(()) };
        let position = |map: &Map| match map.find(issue) {
            Some(Entity::Issue(issue)) => map.find_position(issue, position).expect("it was written"),
            other => panic!("{other:?}"),
        };
        let (one, other) = (held(&before, position(&before)), held(&after, position(&after)));
        prop_assert!(one <= other, "{one:?} {other:?}\n{}", drawn.text());
    }

    /// A stance that holds unless something does which nobody holds is unconditional.
    #[test]
    fn unless_of_what_nobody_holds_changes_nothing(drawn in drawn()) {
        let (before, after) = (map(&drawn.text()), map(&drawn.with_idle_exceptions().text()));
        let (one, other) = (evaluate(&before, &whole(&before), Semantics::Grounded), evaluate(&after, &whole(&after), Semantics::Grounded));
        prop_assert_eq!(shown(&before, &one), shown(&after, &other), "{}", drawn.text());
    }
}
