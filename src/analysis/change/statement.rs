//! Which statement of the old version is which of the new: by name, by what it says and quotes, then by what it is near to.

use crate::model::{Entity, Map, Relation, Source, Statement, StatementId};
use crate::text::folding::composed;

use super::fingerprint::Fingerprint;
use super::likeness::Words;
use super::pairs::Pairs;
use super::version::Versions;

/// How many words two statements need to have in common, to be near: of short ones a word or two tells nothing.
const LEAST: u64 = 4;
/// Bonus of the same name on the nearness of two texts, of a thousand.
const SAME_NAME: u64 = 200;
/// Bonus of the same source.
const SAME_SOURCE: u64 = 100;

/// Pairs the statements. What has a name in its source is what has this name there; only the rest is looked for.
pub(super) fn pairs(versions: Versions, sources: &Pairs<Source>) -> Pairs<Statement> {
    let Versions { old, new } = versions;
    let mut pairs = Pairs::none(old.statements.len(), new.statements.len());
    // A number for where a statement stands: the same for a source that both versions have, and for no source.
    let of_old = |id: StatementId| old.statements[id].source.map_or(u64::MAX, |it| sources.number_of_old(it) as u64);
    let of_new = |id: StatementId| new.statements[id].source.map_or(u64::MAX, |it| it.index() as u64);
    let mut by = |key: &dyn Fn(&Map, StatementId, u64) -> Option<u64>| {
        pairs.by_key(|id| key(old, id, of_old(id)), |id| key(new, id, of_new(id)));
    };
    let name = |map: &Map, id: StatementId, place: u64| {
        let name = map.statements[id].name?;
        Some(Fingerprint::new().number(place).text(&composed(map.word(name))).value())
    };
    by(&name);
    let written = |map: &Map, id: StatementId| map.statements[id].name.map(|_| map.statement_name(id));
    pairs.by_former_name(versions, written, |map, name| match map.find(name) {
        Some(Entity::Statement(statement)) => Some(statement),
        _ => None,
    });
    let mut by = |key: &dyn Fn(&Map, StatementId, u64) -> Option<u64>| {
        pairs.by_key(|id| key(old, id, of_old(id)), |id| key(new, id, of_new(id)));
    };
    by(&|map, id, place| map.statements[id].name.is_none().then(|| whole(map, id, place)));
    by(&|map, id, place| Some(said(map, id).number(place).set(quoted(map, id)).value()));
    by(&|map, id, _| Some(said(map, id).number(name(map, id, 0)?).value()));
    by(&|map, id, place| Some(said(map, id).number(place).value()));
    by(&|map, id, _| Some(said(map, id).set(quoted(map, id)).value()));
    by(&|map, id, _| Some(said(map, id).value()));
    let quotes = |map: &Map, id, place: u64| {
        let quotes = !map.quotations_of(id).is_empty();
        quotes.then(|| Fingerprint::new().number(place).set(quoted(map, id)).value())
    };
    pairs.by_unique_key(|id| quotes(old, id, of_old(id)), |id| quotes(new, id, of_new(id)));
    let is_called = |one: StatementId, other: StatementId| {
        let name = name(old, one, 0);
        name.is_some() && name == self::name_of(new, other)
    };
    let more = |one: StatementId, other: StatementId| {
        Some(SAME_NAME * u64::from(is_called(one, other)) + SAME_SOURCE * u64::from(of_old(one) == of_new(other)))
    };
    let words = |map: &Map, id: StatementId, place: u64| Words::new(&map.text(map.statements[id].text), place);
    pairs.by_likeness(LEAST, |id| words(old, id, of_old(id)), |id| words(new, id, of_new(id)), more);
    pairs
}

fn name_of(map: &Map, id: StatementId) -> Option<u64> {
    let name = map.statements[id].name?;
    Some(Fingerprint::new().number(0).text(&composed(map.word(name))).value())
}

/// Whether two statements have the same text.
pub(super) fn says_the_same(versions: Versions, old: StatementId, new: StatementId) -> bool {
    let (one, other) = (versions.old.statements[old].text, versions.new.statements[new].text);
    versions.old.word(one) == versions.new.word(other) || versions.old.text(one) == versions.new.text(other)
}

/// Whether two statements stand in what is the same source, or both in none.
pub(super) fn is_in_same_source(
    versions: Versions,
    paired: &super::Paired,
    old: StatementId,
    new: StatementId,
) -> bool {
    match (versions.old.statements[old].source, versions.new.statements[new].source) {
        (Some(old), Some(new)) => paired.sources.new_of(old) == Some(new),
        (None, None) => true,
        _ => false,
    }
}

fn said(map: &Map, id: StatementId) -> Fingerprint {
    Fingerprint::new().text(&map.text(map.statements[id].text))
}

/// A number for each quotation.
fn quoted(map: &Map, id: StatementId) -> impl Iterator<Item = u64> {
    let words = map.quotations_of(id).iter().map(|&id| map.quotations[id].words);
    words.map(|words| Fingerprint::new().text(&map.text(words)).value())
}

/// A number for all that a nameless statement says, so that of several with the same words the right ones are paired.
fn whole(map: &Map, id: StatementId, place: u64) -> u64 {
    let stances = map.stances_of(id).iter().map(|&id| {
        let stance = &map.stances[id];
        let number = Fingerprint::new().text(map.word(map.issues[stance.issue].name)).number(stance.attitude as u64);
        let positions: Vec<&str> = stance.positions().map(|position| map.position_name(position)).collect();
        let condition = stance.condition.as_ref().map(|condition| map.condition(condition));
        let number = number.text(&positions.join(",")).text(&condition.unwrap_or_default());
        number.number(stance.strength as u64).number(u64::from(stance.inferred)).value()
    });
    let reasons = map.reasons_for(id).iter().map(|&id| {
        let premises = map.reasons[id].premises.iter().map(|&premise| called(map, premise));
        Fingerprint::new().set(premises).value()
    });
    let uses = map.reasons_using(id).iter().map(|&id| called(map, map.reasons[id].conclusion));
    let related =
        |relation: &Relation, end| Fingerprint::new().number(relation.kind as u64).number(called(map, end)).value();
    let from = map.relations_from(id).iter().map(|&id| related(&map.relations[id], map.relations[id].to));
    let to = map.relations_to(id).iter().map(|&id| related(&map.relations[id], map.relations[id].from));
    let notes = map.notes_of(id).map(|note| Fingerprint::new().text(&map.text(note.text)).value());
    let tags = map.statements[id].tags.iter().map(|&tag| Fingerprint::new().text(map.word(tag)).value());
    let statement = &map.statements[id];
    let number = said(map, id).number(place).number(statement.kind as u64).set(quoted(map, id)).set(stances);
    number.set(reasons).set(uses).set(from).set(to).set(notes).set(tags).value()
}

/// A number for a statement as another mentions it: its name, or else its words.
fn called(map: &Map, id: StatementId) -> u64 {
    name_of(map, id).unwrap_or_else(|| said(map, id).value())
}
