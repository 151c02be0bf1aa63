//! Which author, source, issue, position or term of the old version is which of the new: by name, also by one that it had before, else
//! by what it says and by what hangs on it.

use crate::file::Span;
use crate::model::{Arena, Author, Entity, Id, Issue, Map, Position, PositionId, Source, StanceId, Statement, Term};
use crate::text::folding::composed;

use super::fingerprint::Fingerprint;
use super::likeness::Words;
use super::pairs::Pairs;
use super::statement;
use super::version::Versions;

fn none<T>(old: &Arena<T>, new: &Arena<T>) -> Pairs<T> {
    Pairs::none(old.len(), new.len())
}

fn name_key(map: &Map, name: Span) -> u64 {
    Fingerprint::new().text(&composed(map.word(name))).value()
}

fn text_key(map: &Map, text: Span) -> u64 {
    Fingerprint::new().text(&map.text(text)).value()
}

/// Sources: by name, by title, by what else tells a document, then by the statements that stand in them.
pub(super) fn sources(versions: Versions) -> Pairs<Source> {
    let Versions { old, new } = versions;
    let mut pairs = none(&old.sources, &new.sources);
    pairs.by_key(|id| Some(name_key(old, old.sources[id].name)), |id| Some(name_key(new, new.sources[id].name)));
    let name = |map: &Map, id: Id<Source>| Some(map.word(map.sources[id].name).to_owned());
    pairs.by_former_name(versions, name, |map, name| match map.find(name) {
        Some(Entity::Source(source)) => Some(source),
        _ => None,
    });
    let mut by = |key: fn(&Map, &Source) -> Option<u64>, unique: bool| {
        let (one, other) = (|id| key(old, &old.sources[id]), |id| key(new, &new.sources[id]));
        if unique { pairs.by_unique_key(one, other) } else { pairs.by_key(one, other) }
    };
    by(
        |map, source| {
            let date = source.date.map_or(0, |date| u64::from(date.first_day()));
            Some(Fingerprint::new().text(&map.text(source.title)).number(date).value())
        },
        false,
    );
    by(|map, source| Some(text_key(map, source.title)), true);
    let fields: [fn(&Source) -> Option<Span>; 3] = [|source| source.doi, |source| source.url, |source| source.text];
    for field in fields {
        let key = |map: &Map, source: &Source| field(source).map(|text| text_key(map, text));
        pairs.by_unique_key(|id| key(old, &old.sources[id]), |id| key(new, &new.sources[id]));
    }
    // A statement that stands word for word in one open source of either version speaks for their being the same.
    let mut texts: Pairs<Statement> = none(&old.statements, &new.statements);
    let is_open_old = |id: Id<Source>| pairs.new_of(id).is_none();
    let is_open_new = |id: Id<Source>| pairs.old_of(id).is_none();
    texts.by_unique_key(
        |id| {
            old.statements[id]
                .source
                .filter(|&source| is_open_old(source))
                .map(|_| text_key(old, old.statements[id].text))
        },
        |id| {
            new.statements[id]
                .source
                .filter(|&source| is_open_new(source))
                .map(|_| text_key(new, new.statements[id].text))
        },
    );
    let votes =
        texts.all().filter_map(|both| Some((old.statements[both.old?].source?, new.statements[both.new?].source?)));
    let half = |one, other| old.statements_of(one).len().min(new.statements_of(other).len()).div_ceil(2).max(1);
    pairs.by_votes(votes.collect::<Vec<_>>(), half);
    pairs
}

/// Authors: by name, by how they are shown, then by what they wrote.
pub(super) fn authors(versions: Versions, sources: &Pairs<Source>) -> Pairs<Author> {
    let Versions { old, new } = versions;
    let mut pairs = none(&old.authors, &new.authors);
    pairs.by_key(|id| Some(name_key(old, old.authors[id].name)), |id| Some(name_key(new, new.authors[id].name)));
    let name = |map: &Map, id: Id<Author>| Some(map.word(map.authors[id].name).to_owned());
    pairs.by_former_name(versions, name, |map, name| match map.find(name) {
        Some(Entity::Author(author)) => Some(author),
        _ => None,
    });
    pairs.by_key(|id| Some(text_key(old, old.authors[id].display)), |id| Some(text_key(new, new.authors[id].display)));
    let words = |map: &Map, id: Id<Author>| Words::new(&map.text(map.authors[id].display), 0);
    pairs.by_likeness(2, |id| words(old, id), |id| words(new, id), |_, _| Some(0));
    // Of one document the only author that is open in either version.
    let only = |authors: &[Id<Author>], is_open: &dyn Fn(Id<Author>) -> bool| {
        let mut open = authors.iter().copied().filter(|&author| is_open(author));
        open.next().filter(|_| open.next().is_none())
    };
    let votes = sources.all().filter_map(|both| {
        let (one, other) = (&old.sources[both.old?].authors, &new.sources[both.new?].authors);
        let same_number = one.len() == other.len();
        let one = only(one, &|author| pairs.new_of(author).is_none()).filter(|_| same_number)?;
        Some((one, only(other, &|author| pairs.old_of(author).is_none())?))
    });
    let votes: Vec<_> = votes.collect();
    let counted = |map: &Map, author| map.sources.iter().filter(|(_, source)| source.authors.contains(&author)).count();
    if !votes.is_empty() {
        let most = |one, other| counted(old, one).max(counted(new, other)).div_ceil(2).max(2);
        pairs.by_votes(votes, most);
    }
    pairs
}

/// Terms: by name, then by the word.
pub(super) fn terms(versions: Versions) -> Pairs<Term> {
    let Versions { old, new } = versions;
    let mut pairs = none(&old.terms, &new.terms);
    pairs.by_key(|id| Some(name_key(old, old.terms[id].name)), |id| Some(name_key(new, new.terms[id].name)));
    let name = |map: &Map, id: Id<Term>| Some(map.word(map.terms[id].name).to_owned());
    pairs.by_former_name(versions, name, |map, name| match map.find(name) {
        Some(Entity::Term(term)) => Some(term),
        _ => None,
    });
    pairs.by_key(|id| Some(text_key(old, old.terms[id].word)), |id| Some(text_key(new, new.terms[id].word)));
    pairs
}

/// Issues: by name, by their question, by a question that is near and is answered by the same statements, then by those statements
/// alone.
pub(super) fn issues(versions: Versions, statements: &Pairs<Statement>) -> Pairs<Issue> {
    let Versions { old, new } = versions;
    let mut pairs = none(&old.issues, &new.issues);
    pairs.by_key(|id| Some(name_key(old, old.issues[id].name)), |id| Some(name_key(new, new.issues[id].name)));
    let name = |map: &Map, id: Id<Issue>| Some(map.word(map.issues[id].name).to_owned());
    pairs.by_former_name(versions, name, |map, name| match map.find(name) {
        Some(Entity::Issue(issue)) => Some(issue),
        _ => None,
    });
    pairs.by_key(|id| Some(text_key(old, old.issues[id].question)), |id| Some(text_key(new, new.issues[id].question)));
    let words = |map: &Map, id: Id<Issue>| Words::new(&map.text(map.issues[id].question), 0);
    let votes = Votes::new(versions, statements, |map, stance| Some(map.stances[stance].issue));
    // One question may be near to another and mean the opposite: whoever answered the one has to answer the other.
    let spoken = |one: Id<Issue>, other: Id<Issue>| old.stances_on(one).len().max(new.stances_on(other).len());
    let more = |one, other| (2 * votes.of(one, other) >= spoken(one, other)).then_some(0);
    pairs.by_likeness(2, |id| words(old, id), |id| words(new, id), more);
    pairs.by_votes(votes.alone, |one, other| enough(spoken(one, other)));
    pairs
}

/// The positions of issues that are the same: by name, by text, by a text that is near and is taken by the same statements, then
/// by those statements alone.
pub(super) fn positions(versions: Versions, issues: &Pairs<Issue>, statements: &Pairs<Statement>) -> Pairs<Position> {
    let Versions { old, new } = versions;
    let mut pairs = none(&old.positions, &new.positions);
    // A number for the issue that both versions have; else there is nothing to pair.
    let of_old = |id: PositionId| issues.new_of(old.positions[id].issue).map(|issue| issue.index() as u64);
    let of_new = |id: PositionId| Some(new.positions[id].issue.index() as u64);
    let named =
        |map: &Map, id, issue: u64| Fingerprint::new().number(issue).text(&composed(map.position_name(id))).value();
    pairs.by_key(|id| Some(named(old, id, of_old(id)?)), |id| Some(named(new, id, of_new(id)?)));
    let said = |map: &Map, id: PositionId, issue: u64| {
        Some(Fingerprint::new().number(issue).text(&map.text(map.positions[id].text?)).value())
    };
    pairs.by_key(|id| said(old, id, of_old(id)?), |id| said(new, id, of_new(id)?));
    let words = |map: &Map, id: PositionId, issue: Option<u64>| {
        let text = map.positions[id].text.map(|text| map.text(text)).unwrap_or_default();
        Words::new(&text, issue.unwrap_or(u64::MAX))
    };
    let votes = Votes::new(versions, statements, |map, stance| {
        let stance = &map.stances[stance];
        stance.position.filter(|_| stance.to.is_none())
    });
    let (taken_old, taken_new) = (taken(old), taken(new));
    let spoken = |one: PositionId, other: PositionId| taken_old[one.index()].max(taken_new[other.index()]);
    let same_issue = |one, other| of_old(one) == of_new(other);
    let more = |one, other| (same_issue(one, other) && 2 * votes.of(one, other) >= spoken(one, other)).then_some(0);
    pairs.by_likeness(2, |id| words(old, id, of_old(id)), |id| words(new, id, of_new(id)), more);
    let alone = votes.alone.into_iter().filter(|&(one, other)| same_issue(one, other));
    pairs.by_votes(alone.collect::<Vec<_>>(), |one, other| enough(spoken(one, other)));
    pairs
}

/// How often each position is taken.
fn taken(map: &Map) -> Vec<usize> {
    let mut taken = vec![0; map.positions.len()];
    for position in map.stances.iter().filter_map(|(_, stance)| stance.position) {
        taken[position.index()] += 1;
    }
    taken
}

/// How many stances have to go from one to the other, for a new name to be one where nothing else speaks for it: most of them, and
/// not a single one, which may as well have turned.
fn enough(spoken: usize) -> usize {
    (spoken / 2 + 1).max(2)
}

/// How many statements of both versions go from one thing to another.
struct Votes<T> {
    /// Of all statements, sorted.
    all: Vec<(Id<T>, Id<T>)>,
    /// Of statements that take one stance, and say the same in both versions.
    alone: Vec<(Id<T>, Id<T>)>,
}

/// A statement with more stances has no vote.
const MOST_STANCES: usize = 8;

impl<T> Votes<T> {
    fn new(
        versions: Versions,
        statements: &Pairs<Statement>,
        goes_to: impl Fn(&Map, StanceId) -> Option<Id<T>>,
    ) -> Self {
        let Versions { old, new } = versions;
        let mut votes = Votes { all: Vec::new(), alone: Vec::new() };
        for both in statements.all() {
            let (Some(one), Some(other)) = (both.old, both.new) else { continue };
            let (befores, afters) = (old.stances_of(one), new.stances_of(other));
            if befores.len().max(afters.len()) > MOST_STANCES {
                continue;
            }
            for before in befores.iter().filter_map(|&stance| goes_to(old, stance)) {
                votes.all.extend(afters.iter().filter_map(|&stance| Some((before, goes_to(new, stance)?))));
            }
            if let ([before], [after]) = (befores, afters)
                && let (Some(before), Some(after)) = (goes_to(old, *before), goes_to(new, *after))
                && statement::says_the_same(versions, one, other)
            {
                votes.alone.push((before, after));
            }
        }
        votes.all.sort_unstable();
        votes
    }

    fn of(&self, old: Id<T>, new: Id<T>) -> usize {
        let from = self.all.partition_point(|vote| *vote < (old, new));
        self.all[from..].partition_point(|vote| *vote == (old, new))
    }
}
