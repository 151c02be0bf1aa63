//! A clause as it would be written in a map, to be held against what it was.

use crate::file::Span;
use crate::model::{
    Definition, Id, Map, QuotationId, ReasonId, RelationId, RelationKind, Stance, StanceId, StatementId,
};
use crate::syntax::vocabulary::{ClauseKind, Link, Qualifiers};
use crate::syntax::writer::Clause;

/// `holds trams (strongly): yes if it is cheap`.
pub fn stance(map: &Map, id: StanceId) -> String {
    taken(map, &map.stances[id]).argument(map.word(map.issues[map.stances[id].issue].name)).to_line()
}

/// The same below its issue, which need not be named again: `holds (strongly): yes if it is cheap`.
pub fn stance_below_issue(map: &Map, id: StanceId) -> String {
    taken(map, &map.stances[id]).to_line()
}

fn taken<'m>(map: &'m Map, stance: &Stance) -> Clause<'m> {
    let mut qualifiers = stance.strength.qualifier();
    qualifiers.set(Qualifiers::ALONE, stance.alone);
    let mut clause = clause(stance.attitude.clause(), stance.inferred).qualified(qualifiers);
    clause = clause.each(stance.positions().map(|position| map.position_name(position)));
    for &position in &stance.over {
        clause = clause.joined(Link::Over, map.position_name(position));
    }
    match (&stance.condition, stance.text) {
        (Some(condition), _) => clause.condition(condition.word, map.text(condition.words)),
        (None, Some(text)) => clause.text(map.text(text)),
        (None, None) => clause,
    }
}

/// `because: a and b`.
pub fn reason(map: &Map, id: ReasonId) -> String {
    let reason = &map.reasons[id];
    clause(ClauseKind::Because, reason.inferred).together(names(map, &reason.premises)).to_line()
}

/// `against: a`, `undercuts: a because b`.
pub fn relation(map: &Map, id: RelationId) -> String {
    let relation = &map.relations[id];
    let mut clause = clause(relation.kind.clause(), relation.inferred).each([map.statement_name(relation.to)]);
    for name in names(map, &relation.because) {
        clause = clause.joined(Link::Because, name);
    }
    let weakens = relation.kind == RelationKind::Weakens;
    for (said, word) in [(relation.turns, Qualifiers::TURNS), (weakens, Qualifiers::WEAKENS)] {
        clause = if said { clause.qualified(word) } else { clause };
    }
    if let Some(by) = &relation.by {
        clause = clause.text(map.text(**by));
    }
    clause.to_line()
}

/// `quote [p. 3]: words`.
pub fn quotation(map: &Map, id: QuotationId) -> String {
    let quotation = &map.quotations[id];
    let mut clause = clause(ClauseKind::Quote, false).text(map.text(quotation.words));
    if let Some(place) = quotation.place {
        clause = clause.argument(map.text(place));
    }
    clause.to_line()
}

/// The clause that defines a term, as a person would write it.
pub fn definition(map: &Map, id: Id<Definition>) -> String {
    let definition = &map.definitions[id];
    let term = map.word(map.terms[definition.term].name);
    clause(ClauseKind::Defines, definition.inferred).argument(term).text(map.text(definition.text)).to_line()
}

/// The clause of a note, as a person would write it.
pub fn note(map: &Map, text: Span) -> String {
    clause(ClauseKind::Note, false).text(map.text(text)).to_line()
}

fn clause<'m>(kind: ClauseKind, inferred: bool) -> Clause<'m> {
    Clause::new(kind).qualified(if inferred { Qualifiers::INFERRED } else { Qualifiers::empty() })
}

fn names(map: &Map, statements: &[StatementId]) -> impl Iterator<Item = String> {
    statements.iter().map(|&id| map.statement_name(id))
}
