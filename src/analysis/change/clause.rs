//! Changes of the clauses of a statement: its stances, reasons, relations, quotations, definitions and notes. Their
//! order never counts, nor where they are written.

use std::borrow::Cow;

use crate::file::Span;
use crate::model::{Id, Map, PositionId, QuotationId, RelationId, Stance, StanceId, StatementId};

use super::Paired;
use super::difference::{Change, What};
use super::version::{Both, Thing, Versions};

/// Of clauses of one kind what is left in either version, in the order of the text.
struct Left<T> {
    old: Vec<T>,
    new: Vec<T>,
}

impl<T: Copy> Left<T> {
    /// The clauses of a statement in both versions.
    fn of(old: Vec<T>, new: Vec<T>) -> Self {
        Left { old, new }
    }

    /// Takes out those that have the same key in both versions, each with its partner.
    fn take<K: Ord>(&mut self, old: impl Fn(T) -> K, new: impl Fn(T) -> K) -> Vec<Both<T>> {
        if self.old.is_empty() || self.new.is_empty() {
            return Vec::new();
        }
        let keyed = |side: &[T], key: &dyn Fn(T) -> K| {
            let mut keyed: Vec<(K, usize)> = side.iter().enumerate().map(|(at, &it)| (key(it), at)).collect();
            keyed.sort_unstable();
            keyed
        };
        let (olds, news) = (keyed(&self.old, &old), keyed(&self.new, &new));
        let (mut at, mut beside, mut pairs) = (0, 0, Vec::new());
        while let (Some((one, old)), Some((other, new))) = (olds.get(at), news.get(beside)) {
            let order = one.cmp(other);
            if order.is_eq() {
                pairs.push((*old, *new));
            }
            at += usize::from(order.is_le());
            beside += usize::from(order.is_ge());
        }
        if pairs.is_empty() {
            return Vec::new();
        }
        pairs.sort_unstable_by_key(|&(_, new)| new);
        let taken = pairs.iter().map(|&(old, new)| Both::of(self.old[old], self.new[new])).collect();
        let (mut old_taken, mut new_taken) = (vec![false; self.old.len()], vec![false; self.new.len()]);
        for &(old, new) in &pairs {
            (old_taken[old], new_taken[new]) = (true, true);
        }
        let keep = |side: &mut Vec<T>, taken: Vec<bool>| {
            let mut taken = taken.into_iter();
            side.retain(|_| !taken.next().expect("one for each"));
        };
        keep(&mut self.old, old_taken);
        keep(&mut self.new, new_taken);
        taken
    }

    /// Clauses that are left, each alone.
    fn rest(self) -> impl Iterator<Item = Both<T>> {
        let gone = self.old.into_iter().map(|old| Both { old: Some(old), new: None });
        gone.chain(self.new.into_iter().map(|new| Both { old: None, new: Some(new) }))
    }
}

/// The clauses of a kind that a statement has in both versions.
fn left<T: Copy>(versions: Versions, both: Both<StatementId>, of: impl Fn(&Map, StatementId) -> Vec<T>) -> Left<T> {
    let side = |map: &Map, id: Option<StatementId>| id.map_or_else(Vec::new, |id| of(map, id));
    Left::of(side(versions.old, both.old), side(versions.new, both.new))
}

/// Adds what changed of the clauses of a statement.
pub(super) fn changes(versions: Versions, paired: &Paired, both: Both<StatementId>, into: &mut Vec<Change>) {
    let thing = both.map(Thing::Statement);
    let mut add = |what: What| into.push(Change { thing, what });
    for it in stances(versions, paired, both) {
        add(What::Stance(it));
    }
    reasons(versions, paired, both, &mut add);
    relations(versions, paired, both, &mut add);
    for it in quotations(versions, both) {
        add(What::Quotation(it));
    }
    definitions(versions, paired, both, &mut add);
    let mut notes = left(versions, both, |map, id| map.notes_of(id).map(|note| note.text).collect::<Vec<Span>>());
    notes.take(|text| versions.old.text(text), |text| versions.new.text(text));
    let reworded = notes.take(|_| (), |_| ());
    reworded.into_iter().chain(notes.rest()).for_each(|it| add(What::Note(it)));
}

/// Content of a stance, with positions by a number that both versions share.
type StanceKey<'m> = (PlaceKey, (u8, bool, bool, Option<String>, Option<Cow<'m, str>>));
/// The issue, the attitude, the position or all steps of a range, and what is ranked lower.
type PlaceKey = (usize, u8, Vec<usize>, Vec<usize>);

fn place_key(stance: &Stance, issue: usize, position: impl Fn(PositionId) -> usize) -> PlaceKey {
    let mut over: Vec<usize> = stance.over.iter().map(|&it| position(it)).collect();
    over.sort_unstable();
    (issue, stance.attitude as u8, sorted(stance.positions().map(position)), over)
}

fn stances(versions: Versions, paired: &Paired, both: Both<StatementId>) -> Vec<Both<StanceId>> {
    fn whole(map: &Map, id: StanceId, place: PlaceKey) -> StanceKey<'_> {
        let stance = &map.stances[id];
        let text = |span: Option<Span>| span.map(|span| map.text(span));
        let condition = stance.condition.as_ref().map(|condition| map.condition(condition));
        (place, (stance.strength as u8, stance.alone, stance.inferred, condition, text(stance.text)))
    }
    let Versions { old, new } = versions;
    let mut left = left(versions, both, |map, id| map.stances_of(id).to_vec());
    let issue_old = |id: StanceId| paired.issues.number_of_old(old.stances[id].issue);
    let issue_new = |id: StanceId| new.stances[id].issue.index();
    let place_old =
        |id: StanceId| place_key(&old.stances[id], issue_old(id), |position| paired.positions.number_of_old(position));
    let place_new = |id: StanceId| place_key(&new.stances[id], issue_new(id), |position: PositionId| position.index());
    left.take(|id| whole(old, id, place_old(id)), |id| whole(new, id, place_new(id)));
    let mut found = left.take(place_old, place_new);
    found.extend(left.take(issue_old, issue_new));
    found.extend(left.rest());
    found
}

fn reasons(versions: Versions, paired: &Paired, both: Both<StatementId>, add: &mut impl FnMut(What)) {
    let Versions { old, new } = versions;
    let premises_old =
        |id: Id<_>| sorted(old.reasons[id].premises.iter().map(|&it| paired.statements.number_of_old(it)));
    let premises_new = |id: Id<_>| sorted(new.reasons[id].premises.iter().map(|&it| it.index()));
    let mut left = left(versions, both, |map, id| map.reasons_for(id).to_vec());
    // The same reason, written from both ends, is one.
    once(&mut left.old, |id| (premises_old(id), old.reasons[id].inferred));
    once(&mut left.new, |id| (premises_new(id), new.reasons[id].inferred));
    left.take(|id| (premises_old(id), old.reasons[id].inferred), |id| (premises_new(id), new.reasons[id].inferred));
    let found = left.take(premises_old, premises_new);
    found.into_iter().chain(left.rest()).for_each(|it| add(What::Reason(it)));
}

fn relations(versions: Versions, paired: &Paired, both: Both<StatementId>, add: &mut impl FnMut(What)) {
    let Versions { old, new } = versions;
    let number = |it: StatementId| paired.statements.number_of_old(it);
    let key_old = |id: Id<_>| {
        let relation = &old.relations[id];
        (relation.kind, number(relation.to), sorted(relation.because.iter().map(|&it| number(it))))
    };
    let key_new = |id: Id<_>| {
        let relation = &new.relations[id];
        (relation.kind, relation.to.index(), sorted(relation.because.iter().map(|it| it.index())))
    };
    let mut left = left(versions, both, |map, id| map.relations_from(id).to_vec());
    once(&mut left.old, |id| (key_old(id), manner(old, id)));
    once(&mut left.new, |id| (key_new(id), manner(new, id)));
    left.take(|id| (key_old(id), manner(old, id)), |id| (key_new(id), manner(new, id)));
    let mut found = left.take(key_old, key_new);
    found.extend(left.take(|id| number(old.relations[id].to), |id| new.relations[id].to.index()));
    found.into_iter().chain(left.rest()).for_each(|it| add(What::Relation(it)));
}

/// Quotations: the words, and where they stand. Where both versions leave the place to the statement, it is the statement's that
/// changed.
fn quotations(versions: Versions, both: Both<StatementId>) -> Vec<Both<QuotationId>> {
    fn words(map: &Map, id: QuotationId) -> Cow<'_, str> {
        map.text(map.quotations[id].words)
    }
    fn place(map: &Map, id: QuotationId) -> Option<Cow<'_, str>> {
        map.quotations[id].place.map(|place| map.text(place))
    }
    let Versions { old, new } = versions;
    let mut left = left(versions, both, |map, id| map.quotations_of(id).to_vec());
    let is_own = |map: &Map, id: QuotationId| {
        let quotation = &map.quotations[id];
        quotation.place.is_some() && quotation.place != map.statements[quotation.statement].at
    };
    left.take(|id| (words(old, id), place(old, id)), |id| (words(new, id), place(new, id)));
    let mut found = left.take(|id| words(old, id), |id| words(new, id));
    found.retain(|both| both.old.is_some_and(|id| is_own(old, id)) || both.new.is_some_and(|id| is_own(new, id)));
    found.extend(left.take(|_| (), |_| ()));
    found.extend(left.rest());
    found
}

fn definitions(versions: Versions, paired: &Paired, both: Both<StatementId>, add: &mut impl FnMut(What)) {
    let Versions { old, new } = versions;
    let mut left = left(versions, both, |map, id| map.definitions_of(id).to_vec());
    let term_old = |id: Id<_>| paired.terms.number_of_old(old.definitions[id].term);
    let term_new = |id: Id<_>| new.definitions[id].term.index();
    let said = |map: &Map, id: Id<_>| (map.text(map.definitions[id].text).into_owned(), map.definitions[id].inferred);
    left.take(|id| (term_old(id), said(old, id)), |id| (term_new(id), said(new, id)));
    let found = left.take(term_old, term_new);
    found.into_iter().chain(left.rest()).for_each(|it| add(What::Definition(it)));
}

fn sorted(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    numbers
}

/// Leaves only the first of those with the same key.
fn once<T: Copy, K: Ord>(clauses: &mut Vec<T>, key: impl Fn(T) -> K) {
    if clauses.len() < 2 {
        return;
    }
    let mut keyed: Vec<(K, usize)> = clauses.iter().enumerate().map(|(at, &it)| (key(it), at)).collect();
    keyed.sort_unstable();
    keyed.dedup_by(|later, earlier| later.0 == earlier.0);
    let mut kept = vec![false; clauses.len()];
    for (_, at) in &keyed {
        kept[*at] = true;
    }
    let mut kept = kept.into_iter();
    clauses.retain(|_| kept.next().expect("one for each"));
}

/// Whether a relation is inferred, whether it turns what it attacks, and by which question it attacks.
fn manner(map: &Map, id: RelationId) -> (bool, bool, Option<Cow<'_, str>>) {
    let relation = &map.relations[id];
    (relation.inferred, relation.turns, relation.by.as_ref().map(|by| map.text(**by)))
}
