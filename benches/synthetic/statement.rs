//! One statement as it is made up, before it is written in any language.

use super::words::{push_name, push_prose};
use crate::chance::Chance;

/// How many statements a source has.
pub const PER_SOURCE: usize = 200;
/// How many statements there are to an issue and to an author.
pub const PER_ISSUE: usize = 500;

/// Which statement: the number of its source, and its own there.
pub type Place = (usize, usize);

/// Kind of a statement.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Claim,
    Evidence,
    Counterpoint,
}

/// A statement with all that it says.
pub struct Statement {
    pub kind: Kind,
    /// Its text, of 15 to 25 words.
    pub prose: String,
    /// Reasons that it is given, by number in its source; whether all of them are needed together.
    pub reasons: Vec<usize>,
    pub linked: bool,
    /// Statement that it speaks against, in whatever source.
    pub against: Option<Place>,
    /// Statement that it agrees with, in whatever source.
    pub agrees: Option<Place>,
    /// The issue that it takes a position on, and which position.
    pub stance: Option<(usize, usize)>,
    /// Section, paragraph and words.
    pub quotation: Option<(usize, usize, String)>,
}

/// Kind of the statement at a place: mostly claims, and evidence for them.
fn kind((source, number): Place) -> Kind {
    match Chance::of(source, number).below(10) {
        0 if number > 0 => Kind::Counterpoint,
        1..=3 => Kind::Evidence,
        _ => Kind::Claim,
    }
}

/// Writes the name of the statement at a place. The number keeps names apart.
pub fn push_statement_name(text: &mut String, (source, number): Place) {
    push_name(text, &mut Chance::of(source, number + PER_SOURCE));
    text.push('-');
    text.push_str(&number.to_string());
}

/// The statement at a place, in a map of so many sources of `length` statements.
pub fn statement(place: Place, sources: usize, length: usize) -> Statement {
    let (source, number) = place;
    let mut chance = Chance::of(source, number + 2 * PER_SOURCE);
    let kind = kind(place);
    let mut prose = String::new();
    let count = 15 + chance.below(11);
    push_prose(&mut prose, &mut chance, count);
    prose.push('.');
    // Reasons stand below what they are reasons for, so that none goes in a circle.
    let below = (length - number - 1).min(20);
    let count = if kind == Kind::Evidence || below == 0 || chance.percent(20) { 0 } else { 1 + chance.below(2) };
    let mut reasons: Vec<usize> = (0..count).map(|_| number + 1 + chance.below(below)).collect();
    reasons.dedup();
    let elsewhere = |chance: &mut Chance| {
        let place = (chance.below(sources), chance.below(length));
        (place.0 != source).then_some(place)
    };
    let near = (source, chance.below(number.max(1)));
    let against = match kind {
        Kind::Counterpoint => elsewhere(&mut chance).or(Some(near)),
        _ => None,
    };
    let agrees = if chance.percent(5) { elsewhere(&mut chance) } else { None };
    let issues = (sources * length).div_ceil(PER_ISSUE);
    // A source is of one mind: on each issue it holds one position or rejects the last.
    let stance = chance.percent(35).then(|| {
        let issue = chance.below(issues);
        (issue, if chance.percent(20) { 2 } else { Chance::of(source, issue + 3 * PER_SOURCE).below(2) })
    });
    // A claim without a reason has the source's own words.
    let is_bare = reasons.is_empty() && kind == Kind::Claim;
    let quotation = (chance.percent(40) || is_bare).then(|| {
        let (section, paragraph, count) = (1 + chance.below(8), 1 + chance.below(12), 5 + chance.below(8));
        let mut words = String::new();
        push_prose(&mut words, &mut chance, count);
        (section, paragraph, words)
    });
    Statement { kind, prose, reasons, linked: chance.percent(15), against, agrees, stance, quotation }
}

/// How many sources a map of so many statements has, and how many statements each of them.
pub fn sources(statements: usize) -> (usize, usize) {
    let sources = statements.div_ceil(PER_SOURCE);
    (sources, statements.div_ceil(sources))
}
