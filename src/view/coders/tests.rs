//! Differences of two coders, as they are shown to them.

use super::*;
use crate::analysis::example::{map, whole};
use crate::view::wording::plain::plain;

const DOCUMENTS: &str = "author ann: Ann\n\nissue act: Should we act?\n\n\
    issue first: What comes first?\n  position roads: r\n  position police: p\n\n\
    source paper: A paper\n  by: ann\n  date: 2020\n\n";

fn page(first: &str, second: &str) -> Page {
    let maps = [first, second].map(|text| map(&format!("{DOCUMENTS}{text}")));
    let selections = [whole(&maps[0]), whole(&maps[1])];
    let names = ["one".to_owned(), "two".to_owned()];
    let two = Two { maps: [&maps[0], &maps[1]], selections: [&selections[0], &selections[1]], names };
    coders(&two, &Coders::new(two.maps, two.selections), Consumer::Program)
}

const FIRST: &str = "claim now: We should act now.\n  holds act (strongly): yes\n  quote [p. 1]: act now\n\n\
    claim roads: Roads come first.\n  holds first: roads\n\n\
    issue mine: Mine?\n\nclaim it: It.\n  holds mine: yes\n";
const SECOND: &str = "claim maybe: We might act.\n  holds act (tentatively): yes if it rains\n  quote [p. 2]: perhaps act\n\n\
    claim first: Roads first.\n  holds first: roads\n\nclaim then: Then police.\n  prefers first: roads over police\n";

#[test]
fn every_difference_is_shown_with_both_passages() {
    let page = page(FIRST, SECOND);
    let text = plain(&page);
    let figures = "positions | n | same | % | κ | α nom. | α ord. | n\n\
        that either codes | 3 | 1 | 33.3 | .143 | .167 | 0 | 2\n\
        that both code | 2 | 1 | 50.0 | 0 | 0 | 0 | 2\n\
        issue | n | same | % | κ | α nom. | α ord. | n\n\
        first | 2 | 1 | 50.0 | .333 | .400 | – | 1\n";
    assert!(text.contains(figures), "{text}");
    let difference = "## paper · act: yes\n\
        [one: for]\n  - for yes, firmly: We should act now.\n      “act now” [p. 1]\n      map.arg:13\n\
        [two: for on a condition]\n  - for yes, tentatively, if it rains: We might act.\n      “perhaps act” [p. 2]\n      map.arg:13\n\
        ## paper · first: police\n\
        [one: silent]\n  Nothing on this.\n\
        [two: ranked lower]\n  - ranks r before p: Then police.\n      map.arg:20\n\
        (Only one has 1 issue (mine); not compared for that: 1 stance.)\n";
    assert!(text.ends_with(difference), "{text}");
    let records = page.records.expect("a program reads it");
    let first = ["first", "second", "same"].map(|key| records.values(key)[0].to_string());
    assert_eq!(first, ["\"for\"", "\"for on a condition\"", "false"]);
    assert_eq!(records.data().count(), 3);
}

#[test]
fn where_there_is_nothing_to_compare_that_is_said() {
    let text = plain(&page("", ""));
    assert_eq!(
        text,
        "= How one and two code the same documents\nThere is no position of which either says anything in a document that both have.\n"
    );
}
