//! Contrasts as text: `-` is Ann's alone, `+` is Bob's alone, and what both say has no sign.

use super::*;
use crate::analysis::example::{scene, whole};
use crate::analysis::table::column::{Actor, Columns};

/// The contrast of Ann and Bob as lines.
fn contrast(statements: &str) -> String {
    let map = scene(statements);
    let selection = whole(&map);
    let parties: Vec<Actor> = map.authors.ids().map(Actor::Author).collect();
    let positions = Positions::new(&map, &selection, Columns::chosen(&map, &parties, false));
    let issues: Vec<IssueId> = map.issues.ids().collect();
    let found = Contrast::new(&map, &selection, &positions, &issues);
    let mut text = String::new();
    for on in &found.both {
        text += &lines(&map, on);
    }
    for (number, who) in found.attacks.into_iter().zip(["Ann", "Bob"]).filter(|(number, _)| *number > 0) {
        text += &format!("{who} attacks {number}\n");
    }
    for (sign, alone) in ["-", "+"].into_iter().zip(&found.alone) {
        for on in alone {
            text += &format!("only {sign} {}", lines(&map, on));
        }
    }
    text
}

fn lines(map: &Map, on: &OnIssue) -> String {
    let own =
        |statements: &[StatementId]| statements.iter().map(|&id| map.own_name(id)).collect::<Vec<_>>().join(" & ");
    let mut text = format!("{}\n", map.word(map.issues[on.issue].name));
    for part in &on.parts {
        let sign = match part.stances.each_ref().map(|stances| !stances.is_empty()) {
            [true, false] => '-',
            [false, true] => '+',
            _ => ' ',
        };
        let position = part.position.map_or("", |position| map.position_name(position));
        let condition = part.condition.as_ref().map_or(String::new(), |condition| format!(", {condition}"));
        text += &format!("{sign} {:?} {position}{condition}\n", part.way);
        for (side, sign) in ['-', '+'].into_iter().enumerate() {
            for (at, ground) in part.grounds[side].iter().enumerate() {
                let near = part.near.iter().find(|pair| pair[side] == at);
                let near = near.map_or(String::new(), |pair| format!(" (near {})", pair[1 - side]));
                text += &format!("{sign}   because {}{near}\n", own(&ground.premises));
            }
        }
    }
    on.shared.iter().for_each(|pair| text += &format!("    because {}\n", own(&pair.statements)));
    text
}

#[test]
fn a_position_of_one_stands_with_its_grounds_and_a_ground_of_both_stands_once() {
    let found = contrast(
        "@ann-2015\n\nclaim a: Build roads.\n  holds choice: roads\n  because: cheap\n  because: jobs\n\n\
         claim cheap: Roads are cheap.\n\nclaim jobs: Roads give work.\n  because: count\n\nevidence count: Of ten men nine worked.\n\n\
         @bob-2015\n\nclaim b: Train the police.\n  holds choice: police\n  rejects choice (alone): roads\n  because: safe\n  because: tally\n\n\
         claim safe: People want to be safe.\n\nevidence tally: Nine in ten men had work.\n  same-fact: ann-2015.count\n",
    );
    let expected = "choice\n- Holds roads\n-   because cheap\n-   because jobs\n+ NotAlone roads\n+   because safe\n\
                    + Holds police\n+   because safe\n    because count & tally\n";
    assert_eq!(found, expected);
}

#[test]
fn who_rejects_yes_holds_no_and_is_told_once() {
    let found = contrast(
        "@ann-2015\n\nclaim a: No.\n  rejects act: yes\n\n@bob-2015\n\nclaim b: Not by this alone.\n  rejects act (alone): yes\n",
    );
    assert_eq!(found, "act\n+ NotAlone yes\n- Holds no\n");
}

#[test]
fn statements_that_say_the_same_are_no_grounds_of_each_other() {
    let found = contrast(
        "@ann-2015\n\nclaim a: We should act.\n  holds act: yes\n  because: again\n\nclaim again: Act.\n  holds act: yes\n  because: peace\n\n\
         claim peace: Peace needs it.\n\n@bob-2015\n\nclaim b: Should we?\n  raises act: it is asked\n",
    );
    assert_eq!(found, "act\n- Holds yes\n-   because peace\n+ Raises \n");
}

#[test]
fn grounds_are_near_by_what_they_quote_or_by_rare_words() {
    let found = contrast(
        "@ann-2015\n\nclaim a: We should act.\n  holds act: yes\n  because: one\n  because: two\n  because: three\n\n\
         claim one: The treaty of Bern binds us to help.\n\nclaim two: The neighbours are afraid.\n\n\
         claim three: The sea is rising.\n  quote: the tide waits for nobody\n\n\
         @bob-2015\n\nclaim b: We should act.\n  holds act: yes\n  because: four\n  because: five\n  because: six\n\n\
         claim four: The winter will be long.\n\nclaim five: Water is at the door.\n  quote: the tide waits for nobody\n\n\
         claim six: We are bound to help by Bern and its treaty.\n",
    );
    let expected = "act\n  Holds yes\n-   because one (near 2)\n-   because two\n-   because three (near 1)\n\
                    +   because four\n+   because five (near 2)\n+   because six (near 0)\n";
    assert_eq!(found, expected);
}

#[test]
fn what_divides_comes_first_and_what_only_one_speaks_of_last() {
    let found = contrast(
        "@ann-2015\n\nclaim a: Roads.\n  holds choice: roads\n  holds act: yes\n  holds open: roads\n\n\
         @bob-2015\n\nclaim b: Roads.\n  holds choice: roads\n  rejects act: yes\n  holds worth: little\n",
    );
    assert_eq!(
        found,
        "act\n- Holds yes\n+ Holds no\nchoice\n  Holds roads\nonly - open\n- Holds roads\nonly + worth\n+ Holds little\n"
    );
}

#[test]
fn who_says_it_on_a_condition_does_not_say_what_is_said_outright() {
    let found = contrast(
        "@ann-2015\n\nclaim a: Yes, if it rains.\n  holds act: yes if it rains\n\nclaim c: Yes, if it snows.\n  holds act: yes if it snows\n\n\
         @bob-2015\n\nclaim b: Yes.\n  holds act: yes\n\nclaim d: Yes, if it rains.\n  holds act: yes if it rains\n",
    );
    assert_eq!(found, "act\n+ Holds yes\n  Holds yes, if it rains\n- Holds yes, if it snows\n");
}

#[test]
fn an_attack_is_counted_whatever_it_is_about_and_what_both_say_attacks_neither() {
    let found = contrast(
        "source both: Of both\n  by: ann, bob\n\nclaim we: We say so.\n  against: ann-2015.x\n\n\
         @ann-2015\n\nclaim a: Yes.\n  holds act: yes\n  because: x\n\nclaim x: It helps.\n\n\
         @bob-2015\n\nclaim b: It helps nobody.\n  against: ann-2015.x\n\nclaim c: Nor does it follow.\n  undercuts: ann-2015.a because ann-2015.x\n",
    );
    assert_eq!(found, "Bob attacks 2\nonly - act\n- Holds yes\n-   because x\n");
}
