//! Cells of the position table, each with the clauses that it says.

use crate::analysis::example::{scene, whole};
use crate::analysis::table::column::By;
use crate::model::Map;
use crate::model::select::{Filter, Selection};
use crate::study::Study;
use crate::view::table::{Content, Detail, TableOptions, table};
use crate::view::wording::plain::plain;

/// The page of a map without its title and its last notes.
fn page(map: &Map, options: TableOptions, filter: Filter) -> String {
    let page = plain(&table(&Study::new(map, &Selection::new(map, filter)), &options));
    let kept = page.lines().skip(1).filter(|line| !line.starts_with('('));
    kept.collect::<Vec<_>>().join("\n")
}

fn of(statements: &str) -> String {
    page(&scene(statements), TableOptions::default(), Filter::default())
}

/// Ann says this, Bob that.
fn two(ann: &str, bob: &str) -> String {
    of(&format!("@ann-2015\n\nclaim a: A.\n  {ann}\n\n@bob-2015\n\nclaim b: B.\n  {bob}\n"))
}

#[test]
fn the_same_row_is_the_same_camp() {
    let expected =
        " | Ann | Bob\nWHERE THEY CLASH (1)\nWhat should be done?  choice\n  roads | firmly | \n  police |  | leans~";
    let found = two("holds choice (strongly): roads", "holds choice (tentatively, inferred): police");
    assert_eq!(found, expected.replace("  roads |", "  build roads |").replace("  police |", "  train police |"));
    let act = two("rejects act: yes", "holds act: yes");
    assert_eq!(act, " | Ann | Bob\nWHERE THEY CLASH (1)\nShould we act?  act\n  yes |  | holds\n  no | holds | ");
}

#[test]
fn a_condition_stands_in_its_cell_by_its_number_and_below_in_full() {
    let found = two("holds choice: roads if it rains", "holds choice: police");
    let expected = "ON CONDITIONS (1)\nWhat should be done?  choice\n  build roads | if 1 | \n  train police |  | holds\n  1 if it rains";
    assert!(found.ends_with(expected), "{found}");
    let exception =
        of("@ann-2015\n\nclaim a: A.\n  holds act: yes\n\nclaim c: C.\n  holds act: no unless it rains\n\n\
         @bob-2015\n\nclaim b: B.\n  holds act: yes\n");
    assert!(exception.contains("  yes | holds | holds\n  no | unless 1 | \n  1 unless it rains"), "{exception}");
}

#[test]
fn a_scale_shows_each_step_between_the_outermost_and_one_alone_shares_a_line() {
    let scale = two("holds worth: nothing", "holds worth: much");
    assert!(scale.contains("  nothing | holds | \n  a little |  | \n  very much |  | holds"), "{scale}");
    let open = two("holds open: roads", "rejects open (inferred): police");
    assert!(open.ends_with("What helps?  open\n  each by one: roads (Ann), police (Bob against~)"), "{open}");
}

#[test]
fn what_has_no_row_is_a_sentence() {
    let found = of(
        "@ann-2015\n\nclaim a: A.\n  weighs act: two sides\n\n@bob-2015\n\nclaim b: B.\n  raises act (inferred): asked\n\n\
         claim c: C.\n  holds choice: roads\n",
    );
    assert!(found.contains("ONLY ONE TAKES A SIDE (1)\nWhat should be done? Bob: build roads.  choice\n"), "{found}");
    assert!(
        found.ends_with(
            "NOBODY TAKES A SIDE (1)\nShould we act? Ann sees both sides: two sides. Bob asks~: asked.  act"
        ),
        "{found}"
    );
    let both =
        of("@ann-2015\n\nclaim a: A.\n  holds act: yes\n  at: p. 1\n\nclaim b: B.\n  holds act: no\n  at: p. 9\n\n\
         @bob-2015\n\nclaim c: C.\n  holds choice: roads\n");
    assert!(both.contains("Ann: yes; no. Ann says both (p. 1, p. 9)."), "{both}");
}

#[test]
fn an_objection_that_is_anticipated_never_stands_for_its_author() {
    let found = two("holds choice: roads", "holds act: no");
    let objection =
        of("@ann-2015\n\nclaim a: A.\n  holds choice: roads\n\nclaim o (anticipated): O.\n  rejects choice: roads\n\n\
         @bob-2015\n\nclaim b: B.\n  holds act: no\n");
    assert_eq!(found, objection);
    let alone =
        of("@ann-2015\n\nclaim o (anticipated): O.\n  holds act: yes\n\n@bob-2015\n\nclaim b: B.\n  holds act: no\n");
    assert!(alone.contains("Bob: no. Ann names an objection and takes no side."), "{alone}");
}

#[test]
fn several_people_in_a_column_are_split_and_named() {
    let map =
        scene("@ann-2015\n\nclaim a: A.\n  holds act (strongly): yes\n\n@bob-2015\n\nclaim b: B.\n  holds act: no\n");
    let found = page(&map, TableOptions { by: By::Year, ..TableOptions::default() }, Filter::default());
    assert!(
        found.ends_with("Should we act? yes, firmly (Ann); no. 2015 is split: Ann yes, firmly; Bob no.  act"),
        "{found}"
    );
}

#[test]
fn a_condition_and_a_firmness_of_one_are_never_those_of_a_column_of_several() {
    let by_year = |ann: &str, bob: &str| {
        let map = scene(&format!("@ann-2015\n\nclaim a: A.\n  {ann}\n\n@bob-2015\n\nclaim b: B.\n  {bob}\n"));
        page(&map, TableOptions { by: By::Year, ..TableOptions::default() }, Filter::default())
    };
    let on = |ann: &str, bob: &str| {
        let found = by_year(ann, bob);
        let told = found.lines().find_map(|line| line.strip_prefix("Should we act? ")).unwrap_or_default().to_owned();
        told.trim_end_matches("  act").to_owned()
    };
    assert_eq!(on("holds act: yes", "holds act: yes if it rains"), "yes; yes, if it rains (Bob).");
    assert_eq!(on("holds act: yes if it rains", "holds act: yes if it rains"), "yes, if it rains.");
    assert_eq!(on("holds act (strongly): yes", "holds act: yes"), "yes; yes, firmly (Ann).");
    assert_eq!(on("holds act (strongly): yes", "holds act (strongly): yes"), "yes, firmly.");
    assert_eq!(
        on("holds act (strongly): yes", "holds act: yes if it rains"),
        "yes, firmly (Ann); yes, if it rains (Bob)."
    );
    assert_eq!(on("holds act: no", "holds act: yes if it rains"), "yes, if it rains (Bob); no.");
    assert_eq!(on("holds act (inferred): yes", "holds act: yes if it rains"), "yes~ (Ann); yes, if it rains (Bob).");
}

#[test]
fn who_is_silent_on_what_is_asked_for_keeps_a_column() {
    let map = scene("@ann-2015\n\nclaim a: A.\n  holds act: yes\n\n@bob-2015\n\nclaim b: B.\n  holds choice: roads\n");
    let issues = map.issues.ids().filter(|&issue| map.word(map.issues[issue].name) == "act").collect();
    let options = TableOptions { detail: Detail { full: true, ..Detail::default() }, ..TableOptions::default() };
    let found = page(&map, options, Filter { issues, ..Filter::default() });
    assert!(found.contains(" | Ann | Bob\n") && found.contains("  yes | holds | ·\n"), "{found}");
}

#[test]
fn what_is_quoted_stands_once_below_its_row() {
    let map = scene(
        "@ann-2015\n\nclaim a: A.\n  holds choice: roads\n  holds open: roads\n  quote: roads it is\n\n\
         @bob-2015\n\nclaim b: B.\n  holds choice: police\n  holds open: roads\n",
    );
    let quoted = page(&map, TableOptions { content: Content::Quotes, ..TableOptions::default() }, Filter::default());
    assert_eq!(quoted.matches("Ann: “roads it is”").count(), 1, "{quoted}");
    let counted = TableOptions { detail: Detail { counts: true, ..Detail::default() }, ..TableOptions::default() };
    let twice = scene(
        "@ann-2015\n\nclaim a: A.\n  holds act: yes\n\nclaim b: B.\n  holds act: yes\n\n@bob-2015\n\nclaim c: C.\n  holds act: yes\n",
    );
    let counted = page(&twice, counted, Filter::default());
    assert!(counted.contains("  yes | holds / 2 times | holds"), "{counted}");
    assert_eq!(whole(&map).statements_omitted, 0);
}

#[test]
fn a_range_is_read_down_and_reports_stand_beside_own_words() {
    let scale = two("holds worth (strongly): nothing, little", "holds worth: much");
    assert!(scale.contains("WHERE THEY CLASH (1)"), "{scale}");
    assert!(
        scale.contains("  nothing | from / firmly | \n  a little | to / firmly | \n  very much |  | holds"),
        "{scale}"
    );
    let shared = two("holds worth: nothing, little", "holds worth: little, much");
    assert!(shared.contains("CAN BOTH BE RIGHT (1)") && shared.contains("  a little | to | from\n"), "{shared}");
    let alone = of(
        "@ann-2015\n\nclaim a: A.\n  holds worth: nothing, little, much if it rains\n\n@bob-2015\n\nclaim b: B.\n  raises worth: asked\n",
    );
    assert!(alone.contains("Ann: from nothing to very much, if it rains. Bob asks: asked."), "{alone}");
    let map = scene(
        "@ann-2015\n\nclaim a: A.\n  holds act: yes\n\nclaim r: R.\n  holds act: yes\n  voice: bob\n\n@bob-2015\n\nclaim b: B.\n  holds act: no\n",
    );
    let found = page(&map, TableOptions::default(), Filter { voices: true, ..Filter::default() });
    assert!(found.contains("  yes | holds | “holds”\n  no |  | holds"), "{found}");
    let silent = page(&map, TableOptions::default(), Filter::default());
    assert!(silent.contains("  yes | holds | \n  no |  | holds"), "{silent}");
}
