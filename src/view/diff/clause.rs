//! A clause as it would be written in a map, to be held against what it was.

use crate::model::{
    Attitude, Definition, Id, Map, QuotationId, ReasonId, RelationId, RelationKind, StanceId, StatementId, Strength,
};

/// `holds trams (strongly): yes if it is cheap`.
pub fn stance(map: &Map, id: StanceId) -> String {
    taken(map, id, &format!(" {}", map.word(map.issues[map.stances[id].issue].name)))
}

/// The same below its issue, which need not be named again: `holds (strongly): yes if it is cheap`.
pub fn stance_below_issue(map: &Map, id: StanceId) -> String {
    taken(map, id, "")
}

fn taken(map: &Map, id: StanceId, issue: &str) -> String {
    let stance = &map.stances[id];
    let verb = match stance.attitude {
        Attitude::Holds => "holds",
        Attitude::Rejects => "rejects",
        Attitude::Prefers => "prefers",
        Attitude::Weighs => "weighs",
        Attitude::Raises => "raises",
    };
    let strength = match stance.strength {
        Strength::Strongly => Some("strongly"),
        Strength::Plainly => None,
        Strength::Tentatively => Some("tentatively"),
    };
    let alone = stance.alone.then_some("alone");
    let inferred = stance.inferred.then_some("inferred");
    let qualifiers: Vec<&str> = [strength, alone, inferred].into_iter().flatten().collect();
    let qualifiers = if qualifiers.is_empty() { String::new() } else { format!(" ({})", qualifiers.join(", ")) };
    let mut text = format!("{verb}{issue}{qualifiers}");
    if let Some(position) = stance.position {
        text += &format!(": {}", map.position_name(position));
    }
    if !stance.over.is_empty() {
        let over: Vec<&str> = stance.over.iter().map(|&position| map.position_name(position)).collect();
        text += &format!(" over {}", over.join(", "));
    }
    text += &stance.condition.map(|condition| format!(" if {}", map.text(condition))).unwrap_or_default();
    text + &stance.text.map(|text| format!(": {}", map.text(text))).unwrap_or_default()
}

/// `because: a and b`.
pub fn reason(map: &Map, id: ReasonId) -> String {
    let reason = &map.reasons[id];
    format!("because{}: {}", qualified(reason.inferred), names(map, &reason.premises))
}

/// `against: a`, `undercuts: a because b`.
pub fn relation(map: &Map, id: RelationId) -> String {
    let relation = &map.relations[id];
    let verb = match relation.kind {
        RelationKind::Against => "against",
        RelationKind::Undercuts => "undercuts",
        RelationKind::Despite => "despite",
        RelationKind::Grants => "grants",
        RelationKind::Agrees => "agrees",
        RelationKind::SameFact => "same-fact",
    };
    let because = match &*relation.because {
        [] => String::new(),
        premises => format!(" because {}", names(map, premises)),
    };
    format!("{verb}{}: {}{because}", qualified(relation.inferred), map.statement_name(relation.to))
}

/// `quote [p. 3]: words`.
pub fn quotation(map: &Map, id: QuotationId) -> String {
    let quotation = &map.quotations[id];
    let place = quotation.place.map(|place| format!(" [{}]", map.text(place))).unwrap_or_default();
    format!("quote{place}: {}", map.text(quotation.words))
}

/// `defines term: text`.
pub fn definition(map: &Map, id: Id<Definition>) -> String {
    let definition = &map.definitions[id];
    let term = map.word(map.terms[definition.term].name);
    format!("defines {term}{}: {}", qualified(definition.inferred), map.text(definition.text))
}

fn qualified(inferred: bool) -> &'static str {
    if inferred { " (inferred)" } else { "" }
}

fn names(map: &Map, statements: &[StatementId]) -> String {
    let names: Vec<String> = statements.iter().map(|&id| map.statement_name(id)).collect();
    names.join(" and ")
}
