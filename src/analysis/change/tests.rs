//! Changes between two small maps, a change a line; and the laws that hold between any two.

mod laws;
mod made;

use super::attribute::Attribute;
use super::{Both, Change, Changes, Thing, Versions, What};
use crate::model::Map;
use crate::model::example::map_of;

/// Changes, in short; and the same read backwards has to be the same with its sides swapped.
fn changes(old: &str, new: &str) -> Vec<String> {
    let (before, after) = (sound(&[old]), sound(&[new]));
    both_ways(&before, &after)
}

fn sound(texts: &[&str]) -> Map {
    let (map, diagnostics) = map_of(texts);
    assert!(map.omitted.is_nothing(), "{:?}", crate::model::example::shown(&map, &diagnostics));
    map
}

/// Changes, in short and in order; they are held against the same read backwards.
fn both_ways(old: &Map, new: &Map) -> Vec<String> {
    let mut there = lines(Versions { old, new }, false);
    let mut back = lines(Versions { old: new, new: old }, true);
    let found = there.clone();
    there.sort();
    back.sort();
    assert_eq!(there, back, "read backwards it is the same");
    found
}

/// Each change on a line; with its sides swapped where it is read `backwards`.
fn lines(versions: Versions, backwards: bool) -> Vec<String> {
    let changes = Changes::new(versions);
    changes.list.iter().map(|change| line(versions, change, backwards)).collect()
}

fn line(versions: Versions, change: &Change, backwards: bool) -> String {
    fn has<T>(both: &Both<T>) -> [bool; 2] {
        [both.old.is_some(), both.new.is_some()]
    }
    let name = |map: &Map, thing: Thing| match thing {
        Thing::Statement(id) => map.statement_name(id),
        Thing::Position(id) => {
            format!("{}.{}", map.word(map.issues[map.positions[id].issue].name), map.position_name(id))
        }
        thing => thing.own_name(map).into_owned(),
    };
    let mut names = Both {
        old: change.thing.old.map(|thing| name(versions.old, thing)),
        new: change.thing.new.map(|thing| name(versions.new, thing)),
    };
    if backwards {
        names = Both { old: names.new, new: names.old };
    }
    let sides = |[old, new]: [bool; 2]| match if backwards { [new, old] } else { [old, new] } {
        [false, _] => "+",
        [_, false] => "-",
        _ => "~",
    };
    let what = match &change.what {
        What::Existence => sides(has(&change.thing)).to_owned(),
        What::Name => "name".to_owned(),
        What::Source => "source".to_owned(),
        What::Attribute(attribute) => attribute.word().to_owned(),
        What::Stance(both) => format!("{}stance", sides(has(both))),
        What::Reason(both) => format!("{}reason", sides(has(both))),
        What::Relation(both) => format!("{}relation", sides(has(both))),
        What::Quotation(both) => format!("{}quote", sides(has(both))),
        What::Definition(both) => format!("{}definition", sides(has(both))),
        What::Note(both) => format!("{}note", sides(has(both))),
    };
    let name = match (names.old, names.new) {
        (Some(old), Some(new)) if old != new => format!("{old}>{new}"),
        (old, new) => new.or(old).unwrap_or_default(),
    };
    format!("{name} {what}")
}

const TOWN: &str = "\
author ann: Ann
author bob: Bob

issue trams: Should the town build trams?

issue where: Where should they run?
  answers: scale
  position west: in the west
  position east: in the east

term quiet: quiet

source plan: A plan for the town
  by: ann
  date: 2015

claim build: The town should build trams and nothing else in the coming years.
  holds trams: yes
  holds where: west
  because: silent, cheap
  quote [p. 1]: trams before all else

claim silent: Trams make hardly any noise at all, compared with the buses of today.
  defines quiet: as good as silent

evidence cheap: A tram costs half of what a bus costs over the thirty years that it runs.
  kind: statistic

claim: Whoever has no name is known by what is said.
  holds where: east

source letter: A letter to the editor
  by: bob

claim wait: Let the town wait until it has the money that it needs for this.
  rejects trams: yes
  against: plan.build
";

#[test]
fn nothing_changes_by_order_or_layout() {
    assert_eq!(changes(TOWN, TOWN), [""; 0]);
    let (head, letter) = TOWN.split_at(TOWN.find("source letter").expect("it is there"));
    let wrapped = head
        .replace(" and nothing", "\n    and nothing")
        .replace("  holds trams: yes\n  holds where: west\n", "  holds where: west\n  holds trams: yes\n");
    let other = wrapped.replace("because: silent, cheap", "because: cheap\n  because: silent");
    assert_eq!(changes(TOWN, &format!("{letter}\n{other}")), [""; 0]);
    // The same reason from its other end, in another file, and in a reading.
    let apart = TOWN.replace("  because: silent, cheap\n", "  because: silent\n");
    let more = "from plan\nreading cheap\n  supports (stated): build\n";
    assert_eq!(both_ways(&sound(&[TOWN]), &sound(&[&apart, more])), [""; 0]);
}

/// Changes where these words of the town are replaced by those.
fn replaced(pairs: &[(&str, &str)]) -> Vec<String> {
    let mut new = TOWN.to_owned();
    for (from, to) in pairs {
        assert!(new.contains(from), "{from}");
        new = new.replace(from, to);
    }
    changes(TOWN, &new)
}

#[test]
fn statements_are_found_by_name_then_by_what_they_say() {
    assert_eq!(replaced(&[("hardly any noise", "no noise")]), ["plan.silent text"]);
    assert_eq!(
        replaced(&[("claim silent", "claim hushed"), ("because: silent", "because: hushed")]),
        ["plan.silent>plan.hushed name"]
    );
    let both = [("claim silent: Trams", "claim hushed: The trams"), ("because: silent", "because: hushed")];
    assert_eq!(replaced(&both), ["plan.silent>plan.hushed name", "plan.silent>plan.hushed text"]);
    // A name stays a name, whatever it now says.
    assert_eq!(
        replaced(&[("Trams make hardly any noise at all, compared with the buses of today.", "Nobody asks.")]),
        ["plan.silent text"]
    );
    let quoting = [
        ("claim build: The town should build trams and nothing else in the coming years.", "claim lay: Rails!"),
        ("against: plan.build", "against: plan.lay"),
    ];
    assert_eq!(replaced(&quoting), ["plan.build>plan.lay name", "plan.build>plan.lay text"]);
}

#[test]
fn statements_without_a_name_are_found_and_can_be_given_one() {
    assert_eq!(
        replaced(&[("Whoever has no name is", "Who has no name is")]),
        ["plan.whoever-has-no-name-is-known>plan.who-has-no-name-is-known text"]
    );
    assert_eq!(
        replaced(&[("claim: Whoever", "claim nameless: Whoever")]),
        ["plan.whoever-has-no-name-is-known>plan.nameless name"]
    );
    let twice = "source s: S\nclaim: Twice the same.\n  note: one\nclaim: Twice the same.\n  note: two\n";
    let swapped = "source s: S\nclaim: Twice the same.\n  note: two\nclaim: Twice the same.\n  note: one\n";
    assert_eq!(changes(twice, swapped), [""; 0]);
}

#[test]
fn a_statement_is_moved_with_all_that_it_says() {
    let evidence = "evidence cheap: A tram costs half of what a bus costs over the thirty years that it runs.\n  kind: statistic\n";
    let moved = TOWN.replace(evidence, "").replace("silent, cheap", "silent, letter.cheap") + evidence;
    assert_eq!(changes(TOWN, &moved), ["plan.cheap>letter.cheap source"]);
    let renamed = moved.replace("letter.cheap", "letter.half").replace("evidence cheap", "evidence half");
    assert_eq!(changes(TOWN, &renamed), ["plan.cheap>letter.half source", "plan.cheap>letter.half name"]);
}

#[test]
fn what_is_new_or_gone_is_so_with_its_clauses() {
    let more = format!("{TOWN}\nclaim more: More.\n  holds trams: yes\n  because: wait\n  quote: more\n  note: x\n");
    assert_eq!(
        changes(TOWN, &more),
        ["letter.more +", "letter.more +stance", "letter.more +reason", "letter.more +quote", "letter.more +note"]
    );
}

#[test]
fn clauses_are_held_against_each_other() {
    for (from, to, change) in [
        ("holds trams: yes", "holds trams (strongly): yes", "plan.build ~stance"),
        ("holds trams: yes", "holds trams: yes if it is cheap", "plan.build ~stance"),
        ("holds trams: yes", "holds trams: no", "plan.build ~stance"),
        ("holds where: west", "weighs where: both", "plan.build ~stance"),
        ("  rejects trams: yes\n", "", "letter.wait -stance"),
        ("against: plan.build", "despite: plan.build", "letter.wait ~relation"),
        ("against: plan.build", "against (inferred): plan.build", "letter.wait ~relation"),
        ("against: plan.build", "against: plan.silent", "letter.wait -relation"),
        ("because: silent, cheap", "because: silent and cheap", "plan.build -reason"),
        ("[p. 1]", "[p. 2]", "plan.build ~quote"),
        ("before all else", "before everything", "plan.build ~quote"),
        ("as good as silent", "silent", "plan.silent ~definition"),
        ("kind: statistic", "kind: example", "plan.cheap evidence"),
        ("claim silent", "evidence silent", "plan.silent kind"),
    ] {
        assert_eq!(replaced(&[(from, to)]).first().map(String::as_str), Some(change), "{from} > {to}");
    }
}

#[test]
fn the_place_of_a_statement_is_not_told_again_of_its_quotations() {
    let at = |place: &str| format!("source s: S\nclaim a: A.\n  at: {place}\n  quote: words\n");
    assert_eq!(changes(&at("1"), &at("2")), ["s.a at"]);
    assert_eq!(changes(&at("1"), "source s: S\nclaim a: A.\n  at: 1\n  quote [1]: words\n"), [""; 0]);
}

#[test]
fn what_says_its_former_name_is_the_same_whatever_else_it_says_now() {
    let old = "author a: Ann Alder\nissue i: Should it be built?\nterm t: tram\nsource s: The plan\n  by: a\nclaim c: It is cheap and quick.\n  \
               holds i: yes\n  defines t: rails\n";
    let new = "author b: The Walkers\n  renamed: a\nissue j: Who shall pay?\n  renamed: i\nterm u: rail\n  renamed: t\nsource r: Something else\n  by: b\n  \
               renamed: s\nclaim d: Nobody wants any of this.\n  renamed: c\n  holds j: yes\n  defines u: rails\n";
    let expected = [
        "a>b name",
        "a>b text",
        "s>r name",
        "s>r text",
        "i>j name",
        "i>j text",
        "t>u name",
        "t>u text",
        "s.c>r.d name",
        "s.c>r.d text",
    ];
    let mut expected: Vec<&str> = expected.to_vec();
    let mut found = changes(old, new);
    expected.sort_unstable();
    found.sort();
    assert_eq!(found, expected);
    assert_eq!(changes(new, old).len(), expected.len());
}

#[test]
fn what_is_renamed_does_not_change_what_hangs_on_it() {
    assert_eq!(
        replaced(&[("plan:", "scheme:"), ("plan.", "scheme.")]).first().map(String::as_str),
        Some("plan>scheme name")
    );
    let all = replaced(&[("source plan:", "source scheme:"), ("plan.build", "scheme.build")]);
    assert_eq!(all, ["plan>scheme name"]);
    assert_eq!(
        replaced(&[("issue trams", "issue rails"), ("holds trams", "holds rails"), ("rejects trams", "rejects rails")]),
        ["trams>rails name"]
    );
    assert_eq!(
        replaced(&[("position west", "position sunset"), ("holds where: west", "holds where: sunset")]),
        ["where.west>where.sunset name"]
    );
    assert_eq!(replaced(&[("term quiet", "term calm"), ("defines quiet", "defines calm")]), ["quiet>calm name"]);
}

#[test]
fn a_source_with_another_name_and_title_is_known_by_its_statements() {
    let all = replaced(&[
        ("source plan: A plan for the town", "source rails: Rails, rails, rails"),
        ("plan.build", "rails.build"),
    ]);
    assert_eq!(all, ["plan>rails name", "plan>rails text"]);
}

#[test]
fn an_author_is_known_by_a_name_that_is_near_or_by_all_that_they_wrote() {
    let map = |author: &str, shown: &str| {
        format!(
            "author {author}: {shown}\nsource s: S\n  by: {author}\nclaim a: A.\nsource t: T\n  by: {author}\nclaim b: B.\n"
        )
    };
    let old = map("berg", "Ann Berg");
    assert_eq!(changes(&old, &map("a-berg", "Ann Berg")), ["berg>a-berg name"]);
    assert_eq!(changes(&old, &map("a-berg", "Ann M. Berg")), ["berg>a-berg name", "berg>a-berg text"]);
    assert_eq!(changes(&old, &map("hill", "A. Hill-Berg")), ["berg>hill name", "berg>hill text"]);
    // One document may as well have been given to somebody else.
    let one = |text: String| text.split("source t").next().map(str::to_owned).unwrap_or_default();
    assert_eq!(changes(&one(old), &one(map("hill", "Bob Hill"))), ["hill +", "berg -", "s by"]);
}

#[test]
fn a_position_with_another_name_and_text_is_known_by_those_who_take_it() {
    let map = |position: &str, second: &str| {
        format!(
            "issue i: Q?\n  position {position}: {position}\n  position other: other\nsource s: S\n\
             claim a: One.\n  holds i: {position}\nclaim b: Two.\n  holds i: {second}\n"
        )
    };
    assert_eq!(changes(&map("old", "old"), &map("new", "new")), ["i.old>i.new name", "i.old>i.new text"]);
    // A single statement may as well have turned.
    assert_eq!(changes(&map("old", "other"), &map("new", "other")), ["i.new +", "i.old -", "s.a ~stance"]);
}

#[test]
fn a_question_that_is_near_is_another_unless_the_same_statements_answer_it() {
    let map = |name: &str, what: &str, claim: &str| {
        format!("issue {name}: Should the town build {what}?\nsource s: S\nclaim {claim}\n  holds {name}: yes\n")
    };
    let old = map("trams", "trams", "a: We want them.");
    assert_eq!(
        changes(&old, &map("lines", "tram lines", "a: We want them.")),
        ["trams>lines name", "trams>lines text"]
    );
    let other = changes(&old, &map("roads", "roads", "b: Cars need room."));
    assert_eq!(other, ["roads +", "trams -", "s.b +", "s.b +stance", "s.a -", "s.a -stance"]);
}

#[test]
fn things_are_described_otherwise() {
    for (from, to, change) in [
        ("author bob: Bob", "author bob: Robert", "bob text"),
        ("author bob: Bob", "author bob: Bob\n  of: Town hall", "bob of"),
        ("date: 2015", "date: 2016", "plan date"),
        ("  by: bob", "  by: ann", "letter by"),
        ("Should the town", "Must the town", "trams text"),
        ("answers: scale", "answers: open", "where answers"),
        ("in the west", "westward", "where.west text"),
        ("term quiet: quiet", "term quiet: silence", "quiet text"),
        (
            "  position west: in the west\n  position east: in the east",
            "  position east: in the east\n  position west: in the west",
            "where order",
        ),
    ] {
        assert_eq!(replaced(&[(from, to)]), [change], "{from} > {to}");
    }
    assert_eq!(Attribute::Order.word(), "order");
}
