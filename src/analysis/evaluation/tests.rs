//! The table from map to framework, row by row, as small maps.

use framework::{Semantics, Status, Stop};

use super::accepted::Accepted;
use super::audience::Audience;
use super::compile::Debate;
use super::hypothesis::{Hypothesis, said_only_by};
use super::interpretation::{Agreement, Despite, Interpretation, Support};
use super::outcome::Outcome;
use crate::analysis::example::{scene, whole};
use crate::model::select::{Filter, Selection};
use crate::model::{Entity, Map, StatementId};

fn sign(status: Option<Status>) -> char {
    match status {
        Some(Status::Stands) => '+',
        Some(Status::Falls) => '-',
        Some(Status::Open) => '?',
        None => '.',
    }
}

/// The statement of this own name.
pub(super) fn named(map: &Map, name: &str) -> StatementId {
    map.statements.ids().find(|&id| map.own_name(id) == name).unwrap_or_else(|| panic!("no statement {name}"))
}

/// A map of some statements, with clauses between them.
pub(super) fn drawn(count: usize, clauses: &[(usize, u8, usize, usize)]) -> String {
    let mut of: Vec<Vec<String>> = vec![Vec::new(); count];
    let mut reasons: Vec<Vec<usize>> = vec![Vec::new(); count];
    for &(from, kind, to, with) in clauses {
        let (from, to, with) = (from % count, to % count, with % count);
        if from == to {
            continue;
        }
        match kind {
            0..3 => of[from].push(format!("  against: s{to}\n")),
            3 if with != from && with != to => {
                of[from].push(format!("  because: s{to} and s{with}\n"));
                reasons[from].push(to);
            }
            3 | 4 => {
                of[from].push(format!("  because: s{to}\n"));
                reasons[from].push(to);
            }
            5 => of[from].push(format!("  agrees: s{to}\n")),
            _ => of[from].push(format!("  despite: s{to}\n")),
        }
    }
    for &(from, kind, to, _) in clauses {
        let (from, to) = (from % count, to % count);
        if let (true, Some(&premise)) = (kind == 7 && from != to, reasons[to].first()) {
            of[from].push(format!("  undercuts: s{to} because s{premise}\n"));
        }
    }
    let mut text = String::new();
    for (at, clauses) in of.iter_mut().enumerate() {
        clauses.dedup();
        text.push_str(&format!("claim s{at}: S{at}.\n{}\n", clauses.concat()));
    }
    text
}

fn shown(map: &Map, outcome: &Outcome) -> String {
    let lines = map.statements.ids().map(|id| format!("{}{}", sign(outcome.of(id)), map.own_name(id)));
    lines.collect::<Vec<_>>().join(" ")
}

fn evaluated(
    map: &Map,
    interpretation: Interpretation,
    selection: &Selection,
    audience: Option<&Audience>,
    hypothesis: &Hypothesis,
) -> String {
    let debate = Debate { map, selection, within: true, interpretation };
    let outcome = debate.evaluate(audience, hypothesis, Semantics::Grounded, &Stop::never());
    shown(map, &outcome.expect("nothing stops it"))
}

/// Statuses in the scene with these statements of Ann's: stands (`+`), falls (`-`), open (`?`).
fn standing(statements: &str) -> String {
    read_as(Interpretation::default(), statements)
}

fn read_as(interpretation: Interpretation, statements: &str) -> String {
    let map = scene(&format!("@ann-2015\n\n{statements}"));
    evaluated(&map, interpretation, &whole(&map), None, &Hypothesis::default())
}

fn changed(statements: &str, change: impl FnOnce(&Map) -> Hypothesis) -> String {
    let map = scene(&format!("@ann-2015\n\n{statements}"));
    evaluated(&map, Interpretation::default(), &whole(&map), None, &change(&map))
}

#[test]
fn against_is_an_attack() {
    assert_eq!(standing("claim a: A.\n\nclaim b: B.\n  against: a\n"), "-a +b");
    assert_eq!(standing("claim a: A.\n\nclaim b: B.\n  against: a\n\nclaim c: C.\n  against: b\n"), "+a -b +c");
    assert_eq!(standing("claim a: A.\n  against: b\n\nclaim b: B.\n  against: a\n"), "?a ?b");
}

const REASONS: &str = "claim x: X.\n  because: a and b, c\n\nclaim a: A.\n\nclaim b: B.\n\nclaim c: C.\n\n";

#[test]
fn a_statement_that_gave_reasons_falls_when_all_of_them_fall() {
    assert_eq!(standing(&format!("{REASONS}claim n: N.\n  against: a\n")), "+x -a +b +c +n");
    assert_eq!(standing(&format!("{REASONS}claim n: N.\n  against: c\n")), "+x +a +b -c +n");
    assert_eq!(standing(&format!("{REASONS}claim n: N.\n  against: b, c\n")), "-x +a -b -c +n");
    // Its reasons stand, and it falls all the same.
    assert_eq!(standing(&format!("{REASONS}claim n: N.\n  against: x\n")), "-x +a +b +c +n");
}

#[test]
fn a_reason_that_another_document_brings_can_save_and_is_not_missed() {
    let bob = "@bob-2015\n\nclaim b: B.\n  supports: ann-2015.x\n\n";
    let without = "claim x: X.\n\n";
    let with = "claim x: X.\n  because: a\n\nclaim a: A.\n\n";
    let against = |what| format!("claim n: N.\n  against: {what}\n");
    assert_eq!(standing(&format!("{without}{bob}{}", against("b"))), "+x -b +n");
    assert_eq!(standing(&format!("{with}{bob}{}", against("ann-2015.a"))), "+x -a +b +n");
    assert_eq!(standing(&format!("{with}{bob}{}", against("ann-2015.a, b"))), "-x -a -b +n");
}

#[test]
fn an_undercut_strikes_the_reasons_that_it_names_or_all() {
    assert_eq!(standing(&format!("{REASONS}claim n: N.\n  undercuts: x because a\n")), "+x +a +b +c +n");
    assert_eq!(
        standing(&format!("{REASONS}claim n: N.\n  undercuts: x because a\n  undercuts: x because c\n")),
        "-x +a +b +c +n"
    );
    assert_eq!(standing(&format!("{REASONS}claim n: N.\n  undercuts: x\n")), "-x +a +b +c +n");
    assert_eq!(
        standing(&format!("{REASONS}claim n: N.\n  undercuts: x\n\nclaim m: M.\n  against: n\n")),
        "+x +a +b +c -n +m"
    );
    // A reason that is named whole is denied, and no other of which it is a part.
    let parts = "claim x: X.\n  because: a, a and b\n\nclaim a: A.\n\nclaim b: B.\n\n";
    assert_eq!(standing(&format!("{parts}claim n: N.\n  undercuts: x because a\n")), "+x +a +b +n");
    assert_eq!(standing(&format!("{parts}claim n: N.\n  undercuts: x because a and b\n")), "+x +a +b +n");
    assert_eq!(
        standing(&format!("{parts}claim n: N.\n  undercuts: x because b\n  undercuts: x because a\n")),
        "-x +a +b +n"
    );
    let two = "claim n: N.\n  undercuts: x\n\nclaim o: O.\n  undercuts: x\n\nclaim m: M.\n  against: n\n";
    assert_eq!(standing(&format!("{REASONS}{two}")), "-x +a +b +c -n +o +m");
}

const AGREE: &str = "claim a: A.\n  because: r\n\nclaim b: B.\n  agrees: a\n\nclaim r: R.\n\n";

#[test]
fn what_agrees_is_one_proposition() {
    // An objection to one is an objection to all.
    assert_eq!(standing(&format!("{AGREE}claim n: N.\n  against: b\n")), "-a -b +r +n");
    let separate = Interpretation { agreement: Agreement::Separate, ..Interpretation::default() };
    assert_eq!(read_as(separate, &format!("{AGREE}claim n: N.\n  against: b\n")), "+a -b +r +n");
    // A failing reason stays with the one that gave it, and the proposition stands and is still a reason.
    let user = "claim u: U.\n  because: a\n\nclaim n: N.\n  against: r\n";
    assert_eq!(standing(&format!("{AGREE}{user}")), "-a +b -r +u +n");
    assert_eq!(read_as(separate, &format!("{AGREE}{user}")), "-a +b -r -u +n");
    // It attacks while one of its statements stands.
    let attacked = "claim u: U.\n\nclaim n: N.\n  against: r\n\nreading a\n  against: u\n";
    assert_eq!(standing(&format!("{AGREE}{attacked}")), "-a +b -r -u +n");
    // Many against many.
    let many = "claim u: U.\n\nclaim v: V.\n  agrees: u\n\nclaim n: N.\n  against: a\n\nclaim m: M.\n  against: b, n\n\n\
                reading u\n  against: m\n";
    assert_eq!(standing(&format!("{AGREE}{many}")), "-a -b +r +u +v +n -m");
}

#[test]
fn a_circle_of_reasons_formed_by_agreement_is_open() {
    let circle = "claim a: A.\n  because: b\n\nclaim b: B.\n\nclaim c: C.\n  because: a\n  agrees: b\n\n";
    assert_eq!(standing(circle), "+a +b +c");
    let struck = format!("{circle}claim d: D.\n\nclaim n: N.\n  undercuts: b\n");
    assert_eq!(standing(&struck.replace("claim b: B.\n", "claim b: B.\n  because: d\n")), "?a -b ?c +d +n");
}

#[test]
fn what_is_granted_admitted_or_of_one_fact_attacks_nothing() {
    assert_eq!(standing("claim a: A.\n  despite: b\n  grants: b\n\nclaim b: B.\n"), "+a +b");
    assert_eq!(standing("evidence a: A.\n  same-fact: b\n\nevidence b: B.\n\nclaim n: N.\n  against: b\n"), "+a -b +n");
    let attacks = Interpretation { despite: Despite::Attacks, ..Interpretation::default() };
    assert_eq!(read_as(attacks, "claim a: A.\n  despite: b\n\nclaim b: B.\n"), "-a +b");
}

#[test]
fn stances_attack_nothing_unless_they_are_to_clash() {
    let clash = Interpretation { clash: true, ..Interpretation::default() };
    let two = "claim a: A.\n  holds choice: roads\n\nclaim b: B.\n  holds choice: police\n\nclaim c: C.\n  weighs choice: both\n";
    assert_eq!(standing(two), "+a +b +c");
    assert_eq!(read_as(clash, two), "?a ?b +c");
    assert_eq!(read_as(clash, &format!("{two}\nclaim n: N.\n  against: b\n")), "+a -b +c +n");
    let three = format!("{two}\nclaim d: D.\n  holds choice: nothing\n\nclaim n: N.\n  against: b, d\n");
    assert_eq!(read_as(clash, &three), "+a -b +c -d +n");
    let rejects =
        "claim a: A.\n  holds open: roads\n\nclaim b: B.\n  rejects open: roads\n\nclaim c: C.\n  holds open: police\n";
    assert_eq!(read_as(clash, rejects), "?a ?b +c");
    assert_eq!(read_as(clash, &rejects.replace("rejects open", "rejects open (alone)")), "+a +b +c");
    assert_eq!(read_as(clash, "claim a: A.\n  holds act: yes\n\nclaim b: B.\n  rejects act: yes\n"), "?a ?b");
    assert_eq!(
        read_as(clash, "claim a: A.\n  prefers choice: roads over police\n\nclaim b: B.\n  holds choice: police\n"),
        "+a +b"
    );
}

#[test]
fn ranges_clash_only_where_they_share_no_step() {
    let clash = Interpretation { clash: true, ..Interpretation::default() };
    let range = "claim a: A.\n  holds worth: nothing, little\n\n";
    assert_eq!(read_as(clash, range), "+a");
    assert_eq!(read_as(clash, &format!("{range}claim b: B.\n  holds worth: little, much\n")), "+a +b");
    assert_eq!(read_as(clash, &format!("{range}claim b: B.\n  holds worth: much\n")), "?a ?b");
    assert_eq!(read_as(clash, &format!("{range}claim b: B.\n  rejects worth: little\n")), "?a ?b");
    assert_eq!(read_as(clash, &format!("{range}claim b: B.\n  rejects worth: much\n")), "+a +b");
}

#[test]
fn support_can_be_read_in_other_ways() {
    let text = format!("{REASONS}claim n: N.\n  against: x\n");
    let with = |support| Interpretation { support, ..Interpretation::default() };
    // A speaker who gives c is bound to x: as x falls, so does c, and of a and b not both can stand.
    assert_eq!(read_as(with(Support::Deductive), &text), "-x ?a ?b -c +n");
    let excused = format!("{text}\nclaim u: U.\n  undercuts: x\n");
    assert_eq!(read_as(with(Support::Deductive), &excused), "-x +a +b +c +n +u");
    assert_eq!(read_as(with(Support::Evidential), REASONS), "-x -a -b -c");
    assert_eq!(read_as(with(Support::Evidential), &REASONS.replace("claim c", "evidence c")), "+x -a -b +c");
    let fallen = format!("{REASONS}claim n: N.\n  against: a, c\n  undercuts: x\n");
    assert_eq!(read_as(with(Support::None), &fallen), "+x -a +b -c +n");
}

#[test]
fn a_filter_leaves_out_and_counts() {
    let map = scene(
        "@ann-2015\n\nclaim a: A.\n  because: bob-2015.b\n\n@bob-2015\n\nclaim b: B.\n\nclaim n: N.\n  against (inferred): ann-2015.a\n",
    );
    let ann = match map.find("ann") {
        Some(Entity::Author(author)) => author,
        other => panic!("{other:?}"),
    };
    let selection = Selection::new(&map, Filter { authors: vec![ann], ..Filter::default() });
    assert_eq!(evaluated(&map, Interpretation::default(), &selection, None, &Hypothesis::default()), "+a .b .n");
    let debate = Debate { map: &map, selection: &selection, within: true, interpretation: Interpretation::default() };
    let unargued = debate.compile(None, &Hypothesis::default()).unargued;
    assert_eq!((unargued.statements, unargued.attacks, unargued.reasons), (2, 1, 1));
    let stated = Selection::new(&map, Filter { stated: true, ..Filter::default() });
    assert_eq!(evaluated(&map, Interpretation::default(), &stated, None, &Hypothesis::default()), "+a +b +n");
}

#[test]
fn nothing_counts_for_an_author_against_what_that_author_asserts_or_grants() {
    let map = scene(
        "@ann-2015\n\nclaim a: A.\n  because: r\n\nclaim r: R.\n\nclaim g: G.\n  grants: bob-2015.b\n\n\
         claim s (anticipated): S.\n  against: g\n\n\
         @bob-2015\n\nclaim b: B.\n  against: ann-2015.r\n\nclaim c: C.\n  against: ann-2015.a, ann-2015.s\n\nclaim u: U.\n  undercuts: ann-2015.a\n",
    );
    let selection = whole(&map);
    let audience = |name: &str| match map.find(name) {
        Some(Entity::Author(author)) => Audience::new(&map, &[author], false),
        other => panic!("{other:?}"),
    };
    let of =
        |name| evaluated(&map, Interpretation::default(), &selection, Some(&audience(name)), &Hypothesis::default());
    // Ann grants b, so that it strikes r, on which a rests; c and u do not count for her.
    assert_eq!(of("ann"), "-a -r +g -s +b +c +u");
    assert_eq!(of("bob"), "-a -r +g -s +b +c +u");
}

#[test]
fn what_an_author_agrees_with_is_guarded_and_what_is_granted_needs_no_reason() {
    let map = scene(
        "@ann-2015\n\nclaim a: A.\n  agrees: bob-2015.b\n\nclaim o: O.\n  grants: bob-2015.g\n\n\
         @bob-2015\n\nclaim b: B.\n  against: ann-2015.o\n\nclaim c: C.\n  against: b\n\n\
         claim g: G.\n  because: r\n\nclaim r: R.\n\nclaim n: N.\n  against: r\n",
    );
    let selection = whole(&map);
    let Some(Entity::Author(ann)) = map.find("ann") else { panic!("Ann is in the scene") };
    let audience = Audience::new(&map, &[ann], false);
    let found = evaluated(&map, Interpretation::default(), &selection, Some(&audience), &Hypothesis::default());
    // Ann says what b says, and does not turn it against o as Bob does; g she grants without Bob's reason.
    assert_eq!(found, "+a +o +b +c +g -r +n");
}

#[test]
fn changes_are_tried_without_touching_the_map() {
    const TEXT: &str =
        "claim a: A.\n  because: r\n\nclaim r: R.\n\nclaim n: N.\n  against: r\n\nclaim m: M.\n  against: a\n";
    let set = |change: fn(&mut Hypothesis, StatementId), name: &'static str| {
        changed(TEXT, move |map| {
            let mut hypothesis = Hypothesis::default();
            change(&mut hypothesis, named(map, name));
            hypothesis
        })
    };
    assert_eq!(standing(TEXT), "-a -r +n +m");
    assert_eq!(set(|hypothesis, it| hypothesis.supposed.push(it), "a"), "+a -r +n +m");
    assert_eq!(set(|hypothesis, it| hypothesis.gone.push(it), "m"), "-a -r +n -m");
    assert_eq!(set(|hypothesis, it| hypothesis.answered.push(it), "n"), "-a +r -n +m");
    assert_eq!(set(|hypothesis, it| hypothesis.backed.push(it), "a"), "-a -r +n +m");
    let both = changed(TEXT, |map| Hypothesis {
        answered: vec![named(map, "m")],
        backed: vec![named(map, "a")],
        ..Hypothesis::default()
    });
    assert_eq!(both, "+a -r +n -m");
    let withdrawn =
        changed(TEXT, |map| Hypothesis { withdrawn: map.relations.ids().collect(), ..Hypothesis::default() });
    assert_eq!(withdrawn, "+a +r +n +m");
    let brought =
        changed(TEXT, |map| Hypothesis { brought: vec![(named(map, "m"), named(map, "n"))], ..Hypothesis::default() });
    assert_eq!(brought, "-a +r -n +m");
}

#[test]
fn a_voice_is_heard_as_long_as_somebody_says_it() {
    let map = scene(
        "@ann-2015\n\nclaim a: A.\n\nclaim b: B.\n  voice: bob\n\nclaim c: C.\n  voice (endorsed): bob\n\n@bob-2015\n\nclaim d: D.\n",
    );
    let of = |name: &str| match map.find(name) {
        Some(Entity::Author(author)) => said_only_by(&map, &[author]),
        other => panic!("{other:?}"),
    };
    let names = |ids: Vec<StatementId>| ids.iter().map(|&id| map.own_name(id)).collect::<Vec<_>>().join(" ");
    assert_eq!(names(of("ann")), "a c");
    assert_eq!(names(of("bob")), "b d");
}

#[test]
fn what_an_author_holds_in_spite_of_something_is_not_felled_by_it_for_that_author() {
    let map = scene(
        "@ann-2015\n\nclaim a: A.\n  despite: bob-2015.b\n\nclaim c: C.\n\n@bob-2015\n\nclaim b: B.\n  against: ann-2015.a, ann-2015.c\n",
    );
    let selection = whole(&map);
    let Some(Entity::Author(ann)) = map.find("ann") else { panic!("Ann is in the scene") };
    let audience = Audience::new(&map, &[ann], false);
    let found = evaluated(&map, Interpretation::default(), &selection, Some(&audience), &Hypothesis::default());
    // Ann grants b, which so strikes c; of a she says that it is so all the same. Others do not say that.
    assert_eq!(found, "+a -c +b");
    let opponent = Interpretation { despite: Despite::Attacks, ..Interpretation::default() };
    assert_eq!(evaluated(&map, opponent, &selection, Some(&audience), &Hypothesis::default()), "-a -c +b");
    assert_eq!(evaluated(&map, Interpretation::default(), &selection, None, &Hypothesis::default()), "-a -c +b");
}

#[test]
fn an_author_accepts_nothing_that_speaks_against_an_own_assertion_nor_what_rests_on_that() {
    let map = scene(
        "@ann-2015\n\nclaim a: A.\n\n@bob-2015\n\nclaim b: B.\n  against: ann-2015.a\n\nclaim c: C.\n  because: b\n\n\
         claim d: D.\n  because: b, e\n\nclaim e: E.\n\nclaim f: F.\n  because: b and e\n",
    );
    let selection = whole(&map);
    let Some(Entity::Author(ann)) = map.find("ann") else { panic!("Ann is in the scene") };
    let audience = Audience::new(&map, &[ann], false);
    let debate = Debate { map: &map, selection: &selection, within: false, interpretation: Interpretation::default() };
    let outcome = debate.evaluate(Some(&audience), &Hypothesis::default(), Semantics::Grounded, &Stop::never());
    let outcome = outcome.expect("nothing stops it");
    // All of it stands for her; b does not count, and c and f rest on it alone.
    assert_eq!(shown(&map, &outcome), "+a +b +c +d +e +f");
    let accepted = Accepted::new(&map, &audience, &outcome);
    let accepted = map.statements.ids().filter(|&id| accepted.has(id)).map(|id| map.own_name(id));
    assert_eq!(accepted.collect::<Vec<_>>().join(" "), "a d e");
}
