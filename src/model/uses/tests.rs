//! Laws of mentions: each is of the name that it stands for, and renaming through all of them changes nothing else.

use proptest::prelude::*;

use super::{Referent, Role, Use, Uses};
use crate::diagnostic::Diagnostics;
use crate::file::{File, Files};
use crate::model::example::LINES;
use crate::model::resolve::resolve_with_uses;
use crate::model::{Entity, Map};
use crate::syntax::parse;

/// The map of some files with all mentions, and what is wrong with it.
fn map_with_uses(texts: &[String]) -> (Map, Uses, Diagnostics) {
    let mut files = Files::default();
    let mut diagnostics = Diagnostics::default();
    for (text, letter) in texts.iter().zip('a'..) {
        files.add(File::new(format!("{letter}.arg"), text.as_str()));
    }
    let trees: Vec<_> = files.iter().map(|(id, file)| parse(id, &file.text).tree).collect();
    let (map, uses) = resolve_with_uses(files, trees.as_slice(), &mut diagnostics);
    (map, uses, diagnostics)
}

/// The name of a thing as it is written; of a position without one, its word.
fn name(map: &Map, referent: Referent) -> &str {
    match referent {
        Referent::Entity(Entity::Author(id)) => map.word(map.authors[id].name),
        Referent::Entity(Entity::Source(id)) => map.word(map.sources[id].name),
        Referent::Entity(Entity::Issue(id)) => map.word(map.issues[id].name),
        Referent::Entity(Entity::Term(id)) => map.word(map.terms[id].name),
        Referent::Entity(Entity::Side(id)) => map.word(map.sides[id].name),
        Referent::Entity(Entity::Statement(id)) => map.statements[id].name.map_or("", |name| map.word(name)),
        Referent::Position(id) => map.position_name(id),
    }
}

/// Links of a map, without any name or place.
fn structure(map: &Map) -> Vec<String> {
    let mut lines = vec![format!("{:?}", map.omitted)];
    let sources = map.sources.iter().map(|(_, it)| format!("{:?} {:?}", it.authors, it.date));
    lines.extend(sources);
    let issues =
        map.issues.iter().map(|(_, it)| format!("{:?} {:?} {:?}", it.answers, it.first_position, it.position_count));
    lines.extend(issues);
    let statements = map.statements.iter().map(|(_, it)| {
        format!("{:?} {:?} {:?} {:?} {:?} {:?}", it.kind, it.source, it.by, it.voice, it.date, it.incomplete)
    });
    lines.extend(statements);
    let stances = map.stances.iter().map(|(_, it)| {
        format!("{:?} {:?} {:?} {:?} {:?} {:?}", it.statement, it.issue, it.attitude, it.position, it.over, it.inferred)
    });
    lines.extend(stances);
    let reasons = map.reasons.iter();
    lines.extend(
        reasons.map(|(_, it)| format!("{:?} {:?} {:?} {:?}", it.conclusion, it.premises, it.inferred, it.from_reading)),
    );
    let relations = map.relations.iter();
    lines.extend(
        relations.map(|(_, it)| format!("{:?} {:?} {:?} {:?} {:?}", it.from, it.kind, it.to, it.because, it.inferred)),
    );
    lines.extend(map.definitions.iter().map(|(_, it)| format!("{:?} {:?}", it.statement, it.term)));
    lines.extend(map.quotations.iter().map(|(_, it)| format!("{:?}", it.statement)));
    lines
}

/// The texts with a thing called otherwise wherever its name is written.
fn renamed(map: &Map, uses: &Uses, referent: Referent, to: &str) -> Vec<String> {
    let mut texts: Vec<String> = map.files.iter().map(|(_, file)| file.text.clone()).collect();
    let mut written: Vec<&Use> = uses.of(referent).filter(|it| !matches!(it.role, Role::Word | Role::Former)).collect();
    written.reverse();
    for Use { place, .. } in written {
        texts[place.file.index()].replace_range(place.start as usize..place.end as usize, to);
    }
    texts
}

const NEW: &str = "quite-another-name";

/// Renames every thing of a map through its mentions.
fn check_renaming(texts: &[String]) {
    let (map, uses, diagnostics) = map_with_uses(texts);
    let defined = uses.all().iter().filter(|it| it.role == Role::Definition);
    // Where a second thing has the same name, it would be the first to have it.
    let is_doubled =
        |it: &&Use| diagnostics.kept().iter().any(|found| found.related.iter().any(|(place, _)| *place == it.place));
    for definition in defined.filter(|it| !is_doubled(it)) {
        let texts = renamed(&map, &uses, definition.referent, NEW);
        let (other, other_uses, _) = map_with_uses(&texts);
        assert_eq!(structure(&map), structure(&other), "{}", texts.join("\n----\n"));
        let mentioned: Vec<_> = uses.all().iter().map(|it| (it.referent, it.role)).collect();
        let still: Vec<_> = other_uses.all().iter().map(|it| (it.referent, it.role)).collect();
        assert_eq!(mentioned, still, "{}", texts.join("\n----\n"));
        for it in uses.all() {
            let expected = if it.referent == definition.referent { NEW } else { name(&map, it.referent) };
            assert_eq!(name(&other, it.referent), expected);
        }
    }
}

#[test]
fn every_mention_is_known_with_its_place() {
    let text = "author ann: Ann\nissue i: Q?\n  position p: P\nissue j: Q?\nterm t: T\nsource s: S\n  by: ann\n\
                claim c: x\n  holds i: p, q\n  holds j: yes\n  defines t: w\nclaim d: x\n  because: c and s.c, loose\n  \
                voice: ann\nevidence: e\n  supports: above\nfrom s\nreading s.d\n  undercuts: c because d\n  grants: t\n\
                claim loose: x\n";
    let (map, uses, _) = map_with_uses(&[text.to_owned()]);
    let shown = |it: &Use| {
        let place = map.files.place(it.place);
        let role = match it.role {
            Role::Definition => "defines",
            Role::Name => "names",
            Role::Former => "named",
            Role::Word => "means",
        };
        format!("{}:{} {role} {}", place.line, place.column, name(&map, it.referent))
    };
    let all: Vec<String> = uses.all().iter().map(shown).collect();
    let expected = "\
1:8 defines ann
2:7 defines i
3:12 defines p
4:7 defines j
5:6 defines t
6:8 defines s
7:7 names ann
8:7 defines c
9:9 names i
9:12 names p
10:9 names j
10:12 means yes
11:11 names t
12:7 defines d
13:12 names c
13:18 names s
13:20 names c
13:23 names loose
14:10 names ann
16:13 means d
17:6 names s
18:9 names s
18:11 names d
19:14 names c
19:24 names d
20:11 names t
21:7 defines loose";
    assert_eq!(all.join("\n"), expected);
    let at = |offset: usize| uses.at(map.files.iter().next().expect("a file").0, offset as u32);
    let line = text.find("because: c and s.c").expect("it is there");
    assert_eq!(at(line + 9), at(line + 10), "behind a name is at it");
    assert_eq!(at(line + 15).len(), 1);
    assert_eq!(at(line + 3), []);
}

#[test]
fn one_place_can_mention_several_things() {
    let text = "source s: S\nclaim a: x\n  because: b\nclaim b: x\nsource t: T\nclaim a: x\n  because: b\nclaim b: x\n\
                counterpoint u: x\n  undercuts: s.a, a because b\n";
    let (map, uses, diagnostics) = map_with_uses(&[text.to_owned()]);
    assert_eq!(diagnostics.total(), 0);
    let file = map.files.iter().next().expect("a file").0;
    let place = text.rfind('b').expect("it is there");
    let mentioned: Vec<_> = uses.at(file, place as u32).iter().map(|it| it.referent).collect();
    let statement = |name| map.find(name).map(Referent::Entity).expect("it is there");
    assert_eq!(mentioned, [statement("s.b"), statement("t.b")]);
}

/// Sound text in which every kind of mention stands, for renaming.
const SOUND: &[&str] = &[
    "author ann: Ann\nauthor bob: Bob\nissue roads: Q?\n  position more: m\n  position fewer: f\nissue act: Q?\nterm road: R\n\
     claim root: x\n  by: bob\n  holds act: no\n",
    "source s: S\n  by: ann, bob\nclaim a: x\n  by: ann\n  holds roads: more\n  rejects act: yes\n  because: b and c, root\n\
     claim b: x\n  prefers roads: more over fewer\n  defines road: r\nclaim c: x\n  voice: bob\n  against: t.a\n\
     evidence e: x\n  supports: above\n",
    "source t: T\n  by: bob\nclaim a: x\n  because: b\nclaim b: x\ncounterpoint u: x\n  undercuts: s.a because b and c\n  \
     against: b\nreading s.c\n  despite: b, t.a\nevidence f: x\n  same-fact: s.e\n  supports: a\nclaim road-like: x\n  \
     raises roads: r\n  weighs act: w\n",
];

#[test]
fn a_sound_map_is_the_same_with_another_name() {
    let texts: Vec<String> = SOUND.iter().map(|&text| text.to_owned()).collect();
    assert_eq!(map_with_uses(&texts).2.kept(), []);
    check_renaming(&texts);
}

proptest! {
    #[test]
    fn any_map_is_the_same_with_another_name(
        picked in prop::collection::vec(0..LINES.len(), 0..60),
        cut in 0usize..60,
        sound in 0usize..8,
    ) {
        let lines: Vec<String> = picked.iter().map(|&at| format!("{}\n", LINES[at])).collect();
        let (first, second) = lines.split_at(cut.min(lines.len()));
        let mut texts = vec![first.concat(), second.concat()];
        texts.extend(SOUND.iter().enumerate().filter(|(at, _)| sound & (1 << at) != 0).map(|(_, text)| (*text).to_owned()));
        let (map, uses, _) = map_with_uses(&texts);
        for it in uses.all() {
            let written = map.word(it.place);
            match it.role {
                Role::Definition | Role::Name => prop_assert_eq!(written, name(&map, it.referent)),
                Role::Former => prop_assert_ne!(written, name(&map, it.referent)),
                Role::Word => prop_assert!(["above", "yes", "no"].contains(&written)),
            }
            for offset in it.place.start..=it.place.end {
                prop_assert!(uses.at(it.place.file, offset).contains(it));
            }
            prop_assert!(uses.of(it.referent).any(|other| other == it));
        }
        check_renaming(&texts);
    }
}
