//! Every page of one small debate, as bare text that a person can read.

mod cells;
mod laws;
mod shown;
mod site;
mod targets;

use super::compare::{CompareOptions, Only, compare};
use super::list::{Listed, list};
use super::show::{ShowOptions, Subject, show};
use super::table::{Content, Detail, TableOptions, table};
use super::wording::plain::plain;
use crate::analysis::example::{map, scene, whole};
use crate::analysis::table::column::{Actor, By, joint};
use crate::model::select::{Filter, Selection};
use crate::model::{Entity, Map};
use crate::page::Consumer;
use crate::study::Study;

fn debate() -> Map {
    map(include_str!("tests/debate.arg"))
}

fn author(map: &Map, name: &str) -> Actor {
    match map.find(name) {
        Some(Entity::Author(author)) => Actor::Author(author),
        other => panic!("{name} is no author but {other:?}"),
    }
}

fn shown(map: &Map, name: &str) -> String {
    shown_with(map, name, ShowOptions::default())
}

fn shown_with(map: &Map, name: &str, options: ShowOptions) -> String {
    let subject = Subject::from(map.find(name).expect("it is in the map"));
    let options = ShowOptions { consumer: Consumer::Person, ..options };
    plain(&show(&Study::new(map, &whole(map)), &subject, options))
}

fn compared(names: &[&str], only: Option<Only>) -> String {
    let map = debate();
    let parties = names.iter().map(|name| author(&map, name)).collect();
    plain(&compare(&Study::new(&map, &whole(&map)), &CompareOptions { parties, only, ..CompareOptions::default() }))
}

/// Holds a page against the text beside this file; with `UPDATE_EXPECTED=1` in the environment, writes it there instead.
fn expect(name: &str, found: &str) {
    let path = format!("{}/src/view/tests/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, found).expect("the folder of this test can be written");
    }
    let expected = std::fs::read_to_string(&path).expect("run with UPDATE_EXPECTED=1 once");
    assert_eq!(found, expected, "{name}");
}

#[test]
fn the_table_says_who_stands_where() {
    let map = debate();
    let of = |options: TableOptions, filter: Filter| {
        plain(&table(&Study::new(&map, &Selection::new(&map, filter)), &options))
    };
    let signs = TableOptions::default();
    let text = TableOptions { detail: Detail { full: true, ..Detail::default() }, content: Content::Text, ..signs };
    let quotes = TableOptions { by: By::Organisation, content: Content::Quotes, ..signs };
    let years = TableOptions { by: By::Year, ..signs };
    let bold = Filter { voices: true, stated: true, ..Filter::default() };
    let pages = [
        of(signs, Filter::default()),
        of(text, Filter::default()),
        of(quotes, Filter::default()),
        of(years, bold.clone()),
        of(TableOptions { by: By::Source, ..signs }, bold),
    ];
    expect("table", &pages.join("\n"));
}

#[test]
fn a_table_with_nothing_in_it_says_so() {
    let map = map("issue act: Should we act?\n");
    let page = table(&Study::new(&map, &whole(&map)), &TableOptions::default()).whole();
    assert_eq!(
        plain(&page),
        "= Who stands where\nNobody takes a stand on any issue here.\n\
         (Without a row, because nobody here speaks to it: 1 issue (act).)\n"
    );
}

#[test]
fn a_comparison_shows_what_divides_first() {
    let pages = [
        compared(&["ann", "bob"], None),
        compared(&["ann", "bob", "dee"], None),
        compared(&["ann", "bob"], Some(Only::Opposed)),
        compared(&["ann", "bob"], Some(Only::Shared)),
        compared(&["ann", "eve"], Some(Only::Silent)),
        compared(&["ann", "eve"], Some(Only::Opposed)),
        compared(&["cy", "dee"], None),
    ];
    expect("compare", &pages.join("\n"));
}

const CHANGED: &str = "author ann: Ann\n  of: Club\n\nauthor bob: Bob\n\nauthor club: Club\n\nissue act: Should we act?\n\n\
    source early: Early\n  by: ann\n  date: 2010\n\nclaim yes: We should.\n  holds act: yes\n\n\
    source late: Late\n  by: ann\n  date: 2015-05-01\n\nclaim no: We should not.\n  holds act: no\n\n\
    claim never: We never should.\n  holds act: no\n\n\
    source other: Other\n  by: bob\n\nclaim so: We should indeed.\n  holds act: yes\n";

#[test]
fn a_change_of_mind_is_said_with_its_dates() {
    let map = map(CHANGED);
    let parties = vec![author(&map, "ann"), author(&map, "bob")];
    let page =
        plain(&compare(&Study::new(&map, &whole(&map)), &CompareOptions { parties, ..CompareOptions::default() }));
    assert!(page.contains("1 | Should we act? | yes, until 2010; no, since 2015-05-01 | yes\n"), "{page}");
    assert!(page.contains("* Neither has answered the other in this map.\n"), "{page}");
}

#[test]
fn who_belongs_to_no_organisation_stands_alone() {
    let map = map(CHANGED);
    let page = plain(&table(
        &Study::new(&map, &whole(&map)),
        &TableOptions { by: By::Organisation, ..TableOptions::default() },
    ));
    assert!(page.contains("  yes | until 2010 | holds\n  no | since 2015-05-01 | \n"), "{page}");
}

#[test]
fn all_that_hangs_on_a_thing_is_shown() {
    let map = debate();
    let names = ["main", "ann", "ann-2015", "peace", "ann-2015.roads-first", "ann-2015.jobs", "idle", "eve"];
    let full = |name: &&str| shown_with(&map, name, ShowOptions { full: true, ..ShowOptions::default() });
    let all = names.iter().take(3).map(full);
    expect("show", &names.iter().map(|name| shown(&map, name)).chain(all).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_statement_is_shown_with_what_is_noted_of_it_and_by_whom_it_is_taken_up() {
    let map = scene(
        "term road: road\n\n@ann-2015\n\nclaim a: Roads pay.\n  defines road (inferred): a paved one\n\
         \x20 scheme: example\n  tags: money, roads\n  note: a remark\n  date: 2014-05\n\n\
         @bob-2015\n\nclaim b: Trains pay more.\n  despite: ann-2015.a\n\n\
         claim c: Roads pay a little.\n  grants (inferred): ann-2015.a\n\n\
         reading ann-2015.a\n  note: a remark of another\n",
    );
    let expected = "\
        = Ann's ‘Roads pay’\n\
        - Roads pay.\n\
        \x20   claim · Ann · map.arg:38  ann-2015.a\n\
        \x20   defines ‘road’~: a paved one\n\
        \x20   date: 2014-05\n\
        \x20   scheme: example\n\
        \x20   tags: money, roads\n\
        \x20   note: a remark\n\
        \x20   note of a reading: a remark of another\n\
        Stands. Nothing attacks it.\n\
        # Others grant it, or hold something in spite of it\n\
        - in spite of it: Trains pay more.\n\
        \x20   claim · Bob · map.arg:47  bob-2015.b\n\
        - granting it~: Roads pay a little.\n\
        \x20   claim · Bob · map.arg:50  bob-2015.c\n";
    assert_eq!(shown(&map, "ann-2015.a"), expected);
}

#[test]
fn joint_authors_and_our_own_case_are_called_as_the_table_calls_them() {
    let text = format!("claim ours: Let us act.\n  holds act: yes\n\n{}", include_str!("tests/debate.arg"));
    let map = map(&text);
    let together = joint(&map, "dee+cy").expect("they always write jointly");
    assert_eq!(joint(&map, "ann+bob"), None);
    let subject = Subject::Jointly(together.to_vec());
    let options = ShowOptions { consumer: Consumer::Person, ..ShowOptions::default() };
    let page = plain(&show(&Study::new(&map, &whole(&map)), &subject, options));
    assert!(
        page.starts_with("= Cy Cooper & Dee Dale\nCy Cooper  cy\nDee Dale  dee\n# Sources\n* Courts, by Cy "),
        "{page}"
    );
    assert!(page.contains("- What else helps?  more\n    schools; courts\n"), "{page}");
    let parties = vec![Actor::Author(together[0]), Actor::Own];
    let page =
        plain(&compare(&Study::new(&map, &whole(&map)), &CompareOptions { parties, ..CompareOptions::default() }));
    assert!(page.starts_with("= Cooper and Dale and our own case\n"), "{page}");
    assert!(page.contains("Only one speaks to it.\n | \nCooper and Dale | silent\nour own case | yes\n"), "{page}");
}

#[test]
fn one_undercuts_and_several_do() {
    let map =
        map("author cy: Cy\n\nauthor dee: Dee\n\nsource one: One\n\nclaim it: It.\n  because: so\n\nclaim so: So.\n\n\
         source two: Two\n  by: cy, dee\n\ncounterpoint no: No.\n  undercuts: one.it because so\n\n\
         counterpoint told: Told.\n  voice (endorsed): unnamed\n  undercuts: one.it because so\n");
    let page =
        plain(&list(&Study::new(&map, &whole(&map)), Listed::Statements { unanswered: true }, Consumer::Program));
    assert!(page.contains("- Cy and Dee: ‘No’ undercuts ‘So’ as a reason for ‘It’\n"), "{page}");
    let told = "- Cy and Dee: ‘Told’ undercuts ‘So’ as a reason for ‘It’\n";
    assert!(page.contains(told), "{page}");
}

#[test]
fn joint_authors_have_and_attack() {
    let joint = "author cy: Cy\n\nauthor dee: Dee\n\nsource two: Two\n  by: cy, dee\n\nclaim want: Yes.\n  holds act: yes\n  because: so\n\n\
         claim so: So.\n\nfrom bob-2015\n\nclaim no: No.\n  holds act: no\n  because: not\n\nclaim not: Not so.\n";
    let of = |attack: &str| {
        let map = scene(&format!("{joint}{attack}"));
        let parties = ["cy", "bob"].map(|name| author(&map, name)).to_vec();
        plain(&compare(&Study::new(&map, &whole(&map)), &CompareOptions { parties, ..CompareOptions::default() }))
    };
    let page = of("  against: two.so\n");
    assert!(page.contains("If it fails, Cy and Dee have nothing left for the answer “yes”.\n"), "{page}");
    let page = of("\nfrom two\n\nclaim yet: Yet.\n  undercuts: bob-2015.no because not\n");
    assert!(page.contains("If it fails, Bob has nothing left for the answer “no”.\n"), "{page}");
    assert!(page.contains("* Cy and Dee undercut it: Yet.\n"), "{page}");
}

#[test]
fn everything_of_a_kind_is_listed() {
    let map = debate();
    let kinds = [
        Listed::Authors,
        Listed::Sources,
        Listed::Issues,
        Listed::Terms,
        Listed::Statements { unanswered: false },
        Listed::Statements { unanswered: true },
    ];
    expect(
        "list",
        &kinds.map(|listed| plain(&list(&Study::new(&map, &whole(&map)), listed, Consumer::Program))).join("\n"),
    );
}

#[test]
fn an_answered_attack_is_not_listed() {
    let claims = "claim it: It.\n\ncounterpoint but: But.\n  against: it\n\n";
    let unanswered = |text: &str| {
        let map = map(text);
        plain(&list(&Study::new(&map, &whole(&map)), Listed::Statements { unanswered: true }, Consumer::Program))
    };
    let open = unanswered(claims);
    assert!(open.contains("- Our own case has not answered 1 point\n  - Our own case: ‘But’ attacks ‘It’\n"), "{open}");
    let answered = unanswered(&format!("{claims}counterpoint yet: Yet.\n  against: but\n"));
    assert!(answered.contains("‘Yet’ attacks ‘But’") && !answered.contains("attacks ‘It’"), "{answered}");
}

#[test]
fn the_flat_tables_have_a_cell_for_each_column() {
    let map = debate();
    let selection = whole(&map);
    let study = Study::new(&map, &selection);
    let parties = vec![author(&map, "ann"), author(&map, "bob")];
    let mut pages = vec![
        table(&study, &TableOptions::default()),
        compare(&study, &CompareOptions { parties, ..CompareOptions::default() }),
        list(&study, Listed::Statements { unanswered: true }, Consumer::Program),
    ];
    pages.extend(
        ["main", "ann"]
            .map(|name| show(&study, &Subject::from(map.find(name).expect("it is there")), ShowOptions::default())),
    );
    for page in pages {
        let records = page.records.expect("it has a flat table");
        assert!(records.data().next().is_some(), "{}", page.title.plain());
        assert!(records.rows.iter().all(|row| row.cells.len() == records.columns.len()));
    }
}

#[test]
fn what_its_reader_does_not_look_at_is_not_made() {
    let map = debate();
    let of = |consumer| {
        table(&Study::new(&map, &whole(&map)), &TableOptions { consumer, ..TableOptions::default() }).whole()
    };
    let (page, sheet, all) = (of(Consumer::Person), of(Consumer::Spreadsheet), of(Consumer::Program));
    assert_eq!(plain(&page), plain(&all));
    assert!(page.records.is_none() && all.records.is_some());
    let cells = |page: &crate::page::Page| {
        let records = page.records.as_ref().expect("a spreadsheet reads it");
        records.data().map(|row| format!("{row:?}")).collect::<Vec<_>>()
    };
    assert!(!cells(&sheet).is_empty());
    assert_eq!(cells(&sheet), cells(&all));
}

#[test]
fn a_long_chain_of_reasons_is_cut_and_said_to_be() {
    let mut text = String::new();
    for number in 0..100_000 {
        text += &format!("claim c{number}: Claim {number}.\n  because: c{}\n\n", number + 1);
    }
    let map = map(&format!("{text}claim c100000: The last.\n"));
    let page = shown(&map, "c0");
    assert!(page.contains("  - because Claim 1. – 1 reason\n"), "{page}");
    assert!(
        page.contains("(99999 more statements are not shown here: --full shows all, --depth 3 a step more.)"),
        "{page}"
    );
    let page = shown_with(&map, "c0", ShowOptions { full: true, ..ShowOptions::default() });
    assert!(page.contains("- because Claim 11. – 1 reason\n") && !page.contains("Claim 12"), "{page}");
    let note =
        "(99989 more statements are not shown here, because the tree would be too deep or too large. Show one of";
    assert!(page.contains(note), "{page}");
}

/// A map of a text in which there may be errors.
fn damaged(text: &str) -> Map {
    let mut diagnostics = crate::diagnostic::Diagnostics::default();
    let mut files = crate::file::Files::default();
    let file = files.add(crate::file::File::new("map.arg", text));
    let tree = crate::syntax::parse(file, text).tree;
    crate::model::resolve::resolve(files, vec![tree], &mut diagnostics)
}

#[test]
fn what_errors_kept_out_is_said_on_the_page() {
    let map = damaged(
        "author ann: Ann\n\nauthor bob: Bob\n\nissue act: Should we act?\n\nsource book: A book\n  by: ann\n\n\
         claim yes: We should.\n  holds act: yes\n\nsource letter: A letter\n  by: bob\n\n\
         claim no: We should not.\n  holds act: nay\n",
    );
    let page = plain(&table(&Study::new(&map, &whole(&map)), &TableOptions::default()));
    assert!(
        page.contains("because no position that was understood is theirs: 1 author (Bob with 1 statement)"),
        "{page}"
    );
    let late =
        Filter { since: Some(crate::model::Date::parse("2020").expect("a date").first_day()), ..Filter::default() };
    let filtered = plain(&table(&Study::new(&map, &Selection::new(&map, late)), &TableOptions::default()));
    assert!(filtered.contains("because no position here is theirs: 2 authors (Ann and Bob)"), "{filtered}");
    let note = "(Parts of the map are missing here because of errors: 1 clause; counterpoint check shows where.)";
    assert!(page.contains(note), "{page}");
    for name in ["act", "bob", "letter.no"] {
        assert!(shown(&map, name).contains(note), "{name}");
    }
}

#[test]
fn a_cycle_is_shown_once() {
    let map = damaged("claim a: A.\n  because: b\n\nclaim b: B.\n  because: a\n");
    let page = shown_with(&map, "a", ShowOptions { full: true, ..ShowOptions::default() });
    assert!(page.contains("  - because B.\n      claim · map.arg:4  b\n    - because ‘A’, as above\n"), "{page}");
}
