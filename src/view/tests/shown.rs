//! Laws of `show` over random maps: nothing of an author is missing, no text stands twice, and every mark is kept.

use proptest::prelude::*;

use super::{plain, shown_with};
use crate::analysis::example::{scene, whole};
use crate::model::{Answers, Attitude, Entity, Map, PositionId, StanceId};
use crate::page::Consumer;
use crate::study::Study;
use crate::view::show::{ShowOptions, Subject, show};
use crate::view::wording::called::position_said;

/// Stances that a statement may take, with the words that an author's page has for each.
const STANCES: [(&str, &str); 11] = [
    ("holds choice: roads", "build roads"),
    ("holds choice (tentatively): police", "train police, leans"),
    ("holds choice (inferred): roads", "build roads~"),
    ("holds worth: nothing, little", "from nothing to a little"),
    ("holds act: yes if it rains", "yes, if it rains"),
    ("holds act (inferred): no unless it snows", "no, unless it snows~"),
    ("rejects choice (alone): roads", "not build roads alone"),
    ("rejects open: roads", "against roads"),
    ("prefers choice: police over nothing", "train police, 1st"),
    ("weighs choice: two sides", "sees both sides: two sides"),
    ("raises act: asked", "asks: asked"),
];

/// How a statement is made: plainly, by both authors, by another's voice, unsaid, or as an objection to be answered.
const MAKING: [&str; 6] = [
    "",
    "  by: ann, bob\n",
    "  voice: cy\n",
    "  voice (endorsed): cy\n",
    "  voice (disputed): unnamed\n",
    "  by: bob\n",
];

/// Relations to an earlier statement.
const RELATIONS: [&str; 9] = [
    "because",
    "because (inferred)",
    "against",
    "against (inferred)",
    "against (weakens)",
    "undercuts",
    "despite",
    "grants",
    "agrees",
];

/// A statement: its stance, how it is made, and its relations to earlier ones.
type Made = (Option<usize>, usize, Vec<(usize, prop::sample::Index)>);

fn any_made() -> impl Strategy<Value = Vec<Made>> {
    let relations = prop::collection::vec((0..RELATIONS.len(), any::<prop::sample::Index>()), 0..3);
    prop::collection::vec((prop::option::weighted(0.6, 0..STANCES.len()), 0..MAKING.len(), relations), 1..12)
}

/// A text of a statement that no few words could name in full.
fn text(number: usize) -> String {
    format!("Statement number {number} says in rather many words what its author wants to be read.")
}

fn written(made: &[Made]) -> String {
    let mut all =
        "author cy: Cy\n\n@ann-2015\n\nclaim base: What is undercut.\n  because: ground\n\nclaim ground: Why.\n\n"
            .to_owned();
    for (source, parity) in [("ann-2015", 0), ("joint", 1)] {
        all += if source == "joint" { "source joint: Both\n  by: ann, bob\n\n" } else { "@ann-2015\n\n" };
        for (number, (stance, making, relations)) in made.iter().enumerate().filter(|(number, _)| number % 2 == parity)
        {
            all += &format!("claim c{number}: {}\n", text(number));
            all += if source == "joint" || !MAKING[*making].contains("by") { MAKING[*making] } else { "" };
            if let Some(stance) = stance {
                all += &format!("  {}\n", STANCES[*stance].0);
            }
            let mut seen = Vec::new();
            for (relation, to) in relations.iter().filter(|_| number > 0) {
                let to = to.index(number);
                let word = RELATIONS[*relation].split(' ').next();
                let to = if word == Some("undercuts") { 0 } else { to };
                if !seen.contains(&(word, to)) {
                    seen.push((word, to));
                    let to = match word {
                        Some("undercuts") => "ann-2015.base because ann-2015.ground".to_owned(),
                        _ => format!("{}.c{to}", ["ann-2015", "joint"][to % 2]),
                    };
                    all += &format!("  {}: {to}\n", RELATIONS[*relation]);
                }
            }
            all.push('\n');
        }
    }
    all
}

/// Whether a stance names a position; of a question with two answers, to reject one is to hold the other.
fn is_about(map: &Map, stance: StanceId, position: PositionId) -> bool {
    let stance = &map.stances[stance];
    let rejects_other = stance.attitude == Attitude::Rejects && map.issues[stance.issue].answers == Answers::YesNo;
    let is_named = stance.positions().chain(stance.over.iter().copied()).any(|named| named == position);
    stance.position.is_some() && is_named != rejects_other
}

fn subjects(map: &Map) -> Vec<Subject> {
    let authors = map.authors.ids().map(Entity::Author);
    let issues = map.issues.ids().map(Entity::Issue);
    let sources = map.sources.ids().map(Entity::Source);
    let statements = map.statements.ids().map(Entity::Statement);
    let entities = authors.chain(issues).chain(sources).chain(statements).map(Subject::from);
    entities.chain(map.positions.ids().map(Subject::Position)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_of_an_author_is_on_their_page(made in any_made()) {
        let map = scene(&written(&made));
        for name in ["ann", "bob", "cy"] {
            let page = shown_with(&map, name, ShowOptions { full: true, ..ShowOptions::default() });
            let Some(Entity::Author(author)) = map.find(name) else { panic!("{name}") };
            for (id, statement) in map.statements.iter() {
                let is_theirs = map.authors_of(id).contains(&author) || statement.reported() == Some(author);
                let text = map.text(statement.text);
                prop_assert_eq!(page.contains(&*text), is_theirs, "{} of {}\n{}", text, name, page);
            }
        }
    }

    #[test]
    fn no_text_stands_twice_on_a_page(made in any_made(), full in any::<bool>()) {
        let map = scene(&written(&made));
        let (selection, options) = (whole(&map), ShowOptions { full, consumer: Consumer::Person, depth: None });
        let study = Study::new(&map, &selection);
        for subject in subjects(&map) {
            let page = plain(&show(&study, &subject, options));
            for number in 0..made.len() {
                prop_assert!(page.matches(&text(number)).count() < 2, "{} in\n{}", text(number), page);
            }
        }
    }

    #[test]
    fn a_position_is_headed_by_all_who_speak_of_it(made in any_made()) {
        let map = scene(&written(&made));
        for issue in map.issues.ids() {
            let name = map.word(map.issues[issue].name).to_owned();
            let page = shown_with(&map, &name, ShowOptions { full: true, ..ShowOptions::default() });
            for position in map.issues[issue].positions() {
                let head = page.lines().find_map(|line| line.strip_prefix(&format!("- {} – ", position_said(&map, position))));
                for author in ["ann", "bob", "cy"] {
                    let Some(Entity::Author(id)) = map.find(author) else { panic!("{author}") };
                    let speaks = map.stances_on(issue).iter().any(|&stance| {
                        map.own_authors_of(map.stances[stance].statement).contains(&id) && is_about(&map, stance, position)
                    });
                    let told = head.is_some_and(|head| head.contains(&*map.text(map.authors[id].display)));
                    prop_assert_eq!(told, speaks, "{} on {} in\n{}", author, position_said(&map, position), page);
                }
            }
        }
    }

    #[test]
    fn the_answers_of_an_author_keep_their_marks(stance in 0..STANCES.len()) {
        let (clause, words) = STANCES[stance];
        let map = scene(&format!("@ann-2015\n\nclaim c: C.\n  {clause}\n"));
        for full in [false, true] {
            let page = shown_with(&map, "ann", ShowOptions { full, ..ShowOptions::default() });
            let told = page.lines().any(|line| line.trim().split("; ").any(|part| part == words));
            prop_assert!(told, "{words} in\n{page}");
        }
    }

    #[test]
    fn a_page_says_how_many_statements_it_leaves_out(made in any_made()) {
        let map = scene(&written(&made));
        let selection = whole(&map);
        let study = Study::new(&map, &selection);
        for author in map.authors.ids() {
            let subject = Subject::from(Entity::Author(author));
            let page = plain(&show(&study, &subject, ShowOptions { consumer: Consumer::Person, ..ShowOptions::default() }));
            let theirs = study.theirs(&[author]);
            let number = theirs.own.len() + theirs.reports.len() + theirs.reported.len();
            let note = match number {
                0 => "only named or counted".to_owned(),
                1 => "(1 statement is only named or counted here: --full shows all.)".to_owned(),
                _ => format!("({number} statements are only named or counted here: --full shows all.)"),
            };
            prop_assert_eq!(page.contains(&note), number > 0, "{} in\n{}", note, page);
        }
    }
}
