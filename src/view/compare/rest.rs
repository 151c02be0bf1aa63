//! The rest of the first page: what the clashes turn on, attacks on other questions, who alone takes a side, and where to read on.

use foldhash::HashSet;

use crate::analysis::dispute::between::{Bond, Link, Tie};
use crate::analysis::table::orientation::Orientation;
use crate::page::{Block, Mark, Runs};
use crate::text::list::and;
use crate::view::wording::called::own_words;
use crate::view::wording::named;
use crate::view::wording::naming::counted;
use crate::view::wording::speech;
use crate::view::wording::stance_word::{INFERRED, signs};

use super::asked::Question;
use super::group::Group;
use super::options::CompareOptions;
use super::said::{self, Length};
use super::turn::{self, Detail};
use super::two::Two;

/// So many questions are named in a sentence; more are counted.
const NAMED: usize = 2;

/// For each clash its question, and what it turns on.
pub fn clashes(two: &Two<'_, '_>) -> Vec<Block> {
    let map = two.map();
    let (mut blocks, mut said) = (Vec::new(), HashSet::default());
    for question in &two.questions {
        let told = if is_told(question) { turn::blocks(two, question, Detail::Short, &mut said) } else { Vec::new() };
        if !told.is_empty() {
            let text = map.text(map.issues[question.issue].question);
            let number = question.number.map(|number| format!("{number}  ")).unwrap_or_default();
            blocks.push(Block::Heading { level: 2, runs: format!("{number}{text}").into() });
            blocks.extend(told);
        }
    }
    blocks
}

/// Whether the page says below what a question turns on.
fn is_told(question: &Question<'_>) -> bool {
    matches!(question.group, Group::Clash | Group::Degree | Group::Depends) && !question.pair.cruxes.is_empty()
        || question.group == Group::Clash
}

/// Attacks on the other questions, and who alone takes a side or speaks.
pub fn beyond(two: &Two<'_, '_>) -> Vec<Block> {
    let told = [0, 1].into_iter().filter_map(|side| attacks(two, side)).chain(elsewhere(two));
    let mut told: Vec<Runs> = told.collect();
    for (group, lead) in [(Group::OneSide, "Only one takes a side"), (Group::OneSpeaks, "Only one speaks")] {
        // Whoever attacks what the other says there is no silent one: that is said of the attacks.
        let is_alone = |it: &&Question<'_>, side: usize| it.group == group && takes(it, side) && !two.is_met(it);
        let number = |side: usize| two.questions.iter().filter(|it| is_alone(it, side)).count();
        let sides = [0, 1].into_iter().filter(|&side| number(side) > 0);
        let parts = sides.enumerate().map(|(at, side)| {
            let noun = if at > 0 { number(side).to_string() } else { counted(number(side), "question") };
            format!("on {noun} {}", two.names[side])
        });
        let parts: Vec<String> = parts.collect();
        if !parts.is_empty() {
            told.push(format!("{lead}: {}.", parts.join(", ")).into());
        }
    }
    if told.is_empty() { Vec::new() } else { vec![Block::Prose(named::joined(told, " "))] }
}

/// Whether it is this side that alone takes a side, or speaks.
fn takes(question: &Question<'_>, side: usize) -> bool {
    let wanted = question.stands[side].issue.orientation;
    match question.group {
        Group::OneSide => wanted != Orientation::Raises,
        _ => wanted != Orientation::Silent,
    }
}

/// The attacks of one on the other's reasons under questions on which the page says no more.
fn attacks(two: &Two<'_, '_>, side: usize) -> Option<Runs> {
    let mut inferred = true;
    let (mut on, mut unanswered): (Vec<String>, usize) = (Vec::new(), 0);
    for question in two.questions.iter().filter(|question| !is_told(question)) {
        let links = two.links_on(question).filter(|link| link.bond == Bond::Attacks && link.from == side);
        let links: Vec<&Link> = links.collect();
        inferred &= links.iter().all(|link| link.inferred);
        if !links.is_empty() {
            on.push(speech::issue(two.map(), question.issue).plain());
            unanswered += usize::from(two.is_met(question));
        }
    }
    let [own, other] = [&two.names[side], &two.names[1 - side]];
    let attacks = two.does(side, "attacks", "attack");
    let runs = Runs::from(format!("{own} also {attacks}")).with(Mark::Inferred, if inferred { INFERRED } else { "" });
    (!on.is_empty()).then(|| {
        let takes = two.does(side, "takes", "take");
        let without = match (unanswered, on.len()) {
            (0, _) => String::new(),
            (1, 1) => format!(", and {takes} no position there"),
            (some, _) => format!(", {some} without a position"),
        };
        let on = match on.len() {
            few if few <= NAMED => and(on),
            many => format!("{many} more questions{}", if two.in_site { "" } else { " (--full)" }),
        };
        runs.with(Mark::Plain, format!(" what {other} {} on {on}{without}.", two.does(1 - side, "says", "say")))
    })
}

/// Links between the two under no question, where all are shown; reasons stand with what they are given for.
fn left<'t>(two: &'t Two<'_, '_>) -> Vec<&'t Link> {
    if two.questions.len() < two.map().issues.len() {
        return Vec::new();
    }
    let mut under: HashSet<Tie> = HashSet::default();
    two.questions.iter().for_each(|question| under.extend(two.links_on(question).map(|link| link.tie)));
    two.links.iter().filter(|link| link.bond != Bond::Supports && !under.contains(&link.tie)).collect()
}

/// Their number in a sentence.
fn elsewhere(two: &Two<'_, '_>) -> Option<Runs> {
    let left = left(two);
    let number = |bond: Bond| left.iter().filter(|link| link.bond == bond).count();
    let kinds =
        [(Bond::Attacks, "more attack"), (Bond::Weakens, "more objection"), (Bond::Outweighs, "more comparison")];
    let kinds = kinds.map(|(bond, noun)| (number(bond), noun));
    let all: usize = kinds.iter().map(|(number, _)| number).sum();
    let parts = kinds.into_iter().filter(|(number, _)| *number > 0).map(|(number, noun)| counted(number, noun));
    let verb = if all == 1 { "stands" } else { "stand" };
    let full = if two.in_site { "" } else { " (--full)" };
    let text = format!("{} between them {verb} under no question{full}.", and(parts));
    (all > 0).then(|| text.into())
}

/// The links under no question in full; none where there are none.
pub fn under_no_question(two: &Two<'_, '_>) -> Vec<Block> {
    let map = two.map();
    let line = |link: &&Link| {
        let (one, several) = match link.bond {
            Bond::Attacks => ("attacks", "attack"),
            Bond::Weakens => ("weakens", "weaken"),
            Bond::Outweighs => ("outweighs", "outweigh"),
            Bond::Grants => ("grants", "grant"),
            Bond::Supports => ("supports", "support"),
            Bond::Agrees => ("says the same as", "say the same as"),
        };
        let runs = Runs::from(format!("{} {} ", two.names[link.from], two.does(link.from, one, several)));
        let runs = runs.joined(own_words(map, link.ends[1]));
        let runs = runs.with(Mark::Inferred, if link.inferred { INFERRED } else { "" });
        runs.with(Mark::Plain, format!(": {}", turn::sentence(map, link.ends[0])))
    };
    let lines: Vec<Runs> = left(two).iter().map(line).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading { level: 1, runs: "Under no question".into() }, Block::List(lines)]
}

/// The meaning of the sign, and where to read on.
pub fn notes(two: &Two<'_, '_>, options: &CompareOptions) -> Vec<Block> {
    let mut blocks = Vec::new();
    let says =
        |question: &Question<'_>| [0, 1].iter().any(|&side| said::is_marked(&two.said(question, side, Length::Full)));
    let is_marked = two.questions.iter().any(says) || two.links.iter().any(|link| link.inferred);
    blocks.extend(signs(is_marked, false).map(Block::Note));
    if !options.details && !two.questions.is_empty() {
        let runs = Runs::from("More: ").with(Mark::Name, "--issue NAME").with(Mark::Plain, " for one question, ");
        blocks.push(Block::Note(runs.with(Mark::Name, "--full").with(Mark::Plain, " for every point of all.")));
    }
    blocks
}
