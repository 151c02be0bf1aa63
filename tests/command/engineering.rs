//! Engineering or reform of security sectors: what the map of the five papers has to tell of this quarrel, fact by fact.

use serde_json::Value;

use crate::length::page;

/// A page in one line, so that a sentence is found wherever it is wrapped.
fn told(arguments: &[&str]) -> String {
    page(arguments).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn tells(page: &str, facts: &[&str]) {
    for fact in facts {
        assert!(page.contains(fact), "this is not told: {fact}\n{page}");
    }
}

fn first_page() -> String {
    told(&["compare", "sedgwick", "hanatani", "arguments"])
}

fn question() -> String {
    told(&["compare", "sedgwick", "hanatani", "--issue", "main-contribution", "arguments"])
}

#[test]
fn the_two_clash_on_the_main_contribution_and_on_nothing_else() {
    tells(&first_page(), &["clash 1 ·", "THEY CLASH Sedgwick Hanatani 1 Japan's main reform of security engineering"]);
}

#[test]
fn sedgwick_answers_with_reform_and_rejects_engineering_alone() {
    tells(&question(), &["They clash.", "Sedgwick reform of security sectors; not engineering alone"]);
}

#[test]
fn hanatani_answers_with_engineering() {
    tells(&question(), &["Hanatani engineering •"]);
}

#[test]
fn the_clash_turns_on_a_claim_of_hanatani_in_the_words_of_the_paper() {
    let fact =
        "It turns on whether this claim of Hanatani holds: Through infrastructure All- Japan Cooperation can make";
    tells(&first_page(), &[fact, "“the potential to make a unique …” [para 15]"]);
    tells(&question(), &["If it fails, Hanatani has nothing left for the answer “engineering”."]);
}

#[test]
fn each_attacks_the_other_and_that_is_the_mappers_reading() {
    tells(
        &first_page(),
        &["Sedgwick against it~ (each attacks the other~):", "“make troop contributions a less compelling …”"],
    );
}

#[test]
fn every_attack_between_the_two_is_counted() {
    tells(&first_page(), &["5 attacks (3 by Sedgwick, 2 by Hanatani)", "all by the mapper's reading~"]);
}

#[test]
fn south_sudan_depends_on_a_condition_and_if_it_is_met_they_clash() {
    let condition = "Hanatani: well~, if the mandate serves state-building and the country is fairly calm";
    tells(&first_page(), &["depends 1", condition, "If that is met, they clash."]);
}

#[test]
fn hanatani_grants_two_points_and_both_point_to_the_engineers_in_south_sudan() {
    let unit = "Sedgwick says the same as~ Hanatani's “the 350-strong JSDF Engineering Unit”";
    let page = question();
    tells(
        &page,
        &[
            "Hanatani grants~ Sedgwick's “shifted from state building",
            "Hanatani grants~ Sedgwick's “face limitations",
            unit,
        ],
    );
}

#[test]
fn an_attack_that_nobody_answers_is_said_to_be_unanswered() {
    let row =
        told(&["compare", "sedgwick", "hanatani", "--issue", "main-contribution", "arguments", "--format", "markdown"]);
    tells(&row, &["not answered in this map"]);
}

#[test]
fn the_others_are_silent_or_only_ask() {
    let page = page(&["table", "arguments", "--issue", "main-contribution", "--format", "json"]);
    let page: Value = serde_json::from_str(&page).expect("it is JSON");
    let rows = page["records"]["rows"].as_array().expect("there are records");
    let speakers: Vec<&str> = rows.iter().filter_map(|row| row["column"].as_str().or(row["author"].as_str())).collect();
    assert!(speakers.contains(&"sedgwick") && speakers.contains(&"hanatani"), "{rows:#?}");
    assert!(!speakers.contains(&"tokyo-foundation"), "{rows:#?}");
}

#[test]
fn engineering_is_open_and_reform_rests_on_attacked_ground() {
    let page = told(&["stand", "main-contribution", "arguments"]);
    tells(
        &page,
        &[
            "‘engineering’ is open",
            "engineering – open, held by Hanatani",
            "reform of security sectors – contested, held by Sedgwick",
        ],
    );
}

#[test]
fn the_difference_of_the_two_begins_with_what_divides_them() {
    let page = told(&["diff", "sedgwick", "hanatani", "arguments"]);
    let [clash, other] = ["+ engineering Hanatani only", "- poorly Sedgwick only"].map(|line| page.find(line));
    assert!(clash.is_some() && clash < other, "{page}");
    tells(&page, &["- reform of security sectors Sedgwick only", "- not enough alone: engineering Sedgwick only"]);
}
