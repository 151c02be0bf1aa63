//! Drafts of a map: entries and clauses that are written down and count for nothing yet.

use crate::file::Span;
use crate::model::{Entity, Map, StatementId};

/// An entry or a clause that is a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The word that its entry or clause begins with.
    pub kind: &'static str,
    /// The name of the entry, or of that which the clause stands under.
    pub name: String,
    /// Its text; of a clause the clause itself. Empty where it has none yet.
    pub text: String,
    /// The place of its name or of the clause.
    pub place: Span,
    /// The thing that it is, or that its clause is about.
    pub thing: Entity,
    /// Whether it is a clause under an entry that is none.
    pub is_clause: bool,
}

/// Every draft of a map, in the order of the text.
pub fn drafts(map: &Map) -> Vec<Draft> {
    let mut drafts = entries(map);
    drafts.extend(clauses(map));
    drafts.sort_by_key(|draft| (draft.place.file, draft.place.start));
    drafts
}

/// Drafts that belong to a thing, or would bear on it if they were accepted; itself left out.
pub fn drafts_of(map: &Map, thing: Entity) -> Vec<Draft> {
    let mut drafts = drafts(map);
    drafts.retain(|draft| match (draft.thing, thing) {
        (draft_of, thing) if draft_of == thing => draft.is_clause,
        (Entity::Statement(statement), thing) => bears_on(map, statement, thing),
        _ => false,
    });
    drafts
}

fn bears_on(map: &Map, statement: StatementId, thing: Entity) -> bool {
    match thing {
        Entity::Author(author) => map.authors_of(statement).contains(&author),
        Entity::Source(source) => map.statements[statement].source == Some(source),
        Entity::Issue(issue) => map.stances_of(statement).iter().any(|&stance| map.stances[stance].issue == issue),
        Entity::Term(term) => map.definitions_of(statement).iter().any(|&id| map.definitions[id].term == term),
        Entity::Side(side) => map.authors_of(statement).iter().any(|author| map.sides[side].authors.contains(author)),
        Entity::Statement(other) => {
            let relates = map.relations_from(statement).iter().any(|&id| map.relations[id].to == other);
            let ends = |one: StatementId, other: StatementId| {
                map.reasons_for(one).iter().any(|&id| map.reasons[id].premises.contains(&other))
            };
            relates || ends(statement, other) || ends(other, statement)
        }
    }
}

fn entries(map: &Map) -> Vec<Draft> {
    let one = |kind, name: Span, text: Span, thing| Draft {
        kind,
        name: map.word(name).to_owned(),
        text: map.text(text).into_owned(),
        place: name,
        thing,
        is_clause: false,
    };
    let authors = map.authors.iter().filter(|(_, it)| it.draft);
    let mut drafts: Vec<Draft> =
        authors.map(|(id, it)| one("author", it.name, it.display, Entity::Author(id))).collect();
    let sources = map.sources.iter().filter(|(_, it)| it.draft);
    drafts.extend(sources.map(|(id, it)| one("source", it.name, it.title, Entity::Source(id))));
    let issues = map.issues.iter().filter(|(_, it)| it.draft);
    drafts.extend(issues.map(|(id, it)| one("issue", it.name, it.question, Entity::Issue(id))));
    let terms = map.terms.iter().filter(|(_, it)| it.draft);
    drafts.extend(terms.map(|(id, it)| one("term", it.name, it.word, Entity::Term(id))));
    let sides = map.sides.iter().filter(|(_, it)| it.draft);
    drafts.extend(sides.map(|(id, it)| one("side", it.name, it.display, Entity::Side(id))));
    let statements = map.statements.iter().filter(|(_, it)| it.draft);
    drafts.extend(statements.map(|(id, it)| Draft {
        kind: it.kind.word(),
        name: map.statement_name(id),
        text: map.text(it.text).into_owned(),
        place: map.head(id),
        thing: Entity::Statement(id),
        is_clause: false,
    }));
    drafts
}

/// Clauses that are drafts under an entry that is none.
fn clauses(map: &Map) -> Vec<Draft> {
    let is_settled = |id: &StatementId| !map.statements[*id].draft;
    let one = |kind, statement, place: Span| {
        let (name, text) = (map.statement_name(statement), map.text(place).into_owned());
        Draft { kind, name, text, place, thing: Entity::Statement(statement), is_clause: true }
    };
    let mut drafts = Vec::new();
    let stances = map.stances.iter().filter(|(_, it)| it.draft && is_settled(&it.statement));
    drafts.extend(stances.map(|(_, it)| one(it.attitude.word(), it.statement, it.span)));
    // Reasons that count for nothing only because of a draft statement are told with that statement.
    let reasons = map.reasons.iter().filter(|(_, it)| it.draft && is_settled(&it.conclusion));
    let reasons = reasons.filter(|(_, it)| it.premises.iter().all(is_settled));
    drafts.extend(reasons.map(|(_, it)| one("because", it.conclusion, it.span)));
    let relations = map.relations.iter().filter(|(_, it)| it.draft && is_settled(&it.from));
    let relations = relations.filter(|(_, it)| is_settled(&it.to) && it.because.iter().all(is_settled));
    drafts.extend(relations.map(|(_, it)| one(it.kind.word(), it.from, it.span)));
    let quotations = map.quotations.iter().filter(|(_, it)| it.draft && is_settled(&it.statement));
    drafts.extend(quotations.map(|(_, it)| one("quote", it.statement, it.words)));
    let definitions = map.definitions.iter().filter(|(_, it)| it.draft && is_settled(&it.statement));
    drafts.extend(definitions.map(|(_, it)| one("defines", it.statement, it.text)));
    drafts
}
