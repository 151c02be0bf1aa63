//! Drafts: entries and clauses that are in the map and count for nothing yet.

use crate::file::Span;
use crate::model::Map;
use crate::page::{Cell, Column, Mark, Runs, Table};
use crate::view::wording::naming::file;

use super::cells::{row, table as empty};

/// Placeholder of a draft that has no words yet.
const NO_WORDS: &str = "to be put into your own words";

/// A draft: what it is, of what, in which words, and where.
struct Draft {
    kind: &'static str,
    name: String,
    text: String,
    place: Span,
}

/// Every draft, in the order of the text.
pub fn table(map: &Map) -> Table {
    let mut drafts = entries(map);
    drafts.extend(clauses(map));
    drafts.sort_by_key(|draft| (draft.place.file, draft.place.start));
    let columns = [("draft", "draft"), ("name", "name"), ("text", "text"), ("file", "file")];
    let mut table = empty("drafts", columns.map(|(key, word)| Column::new(key, word)));
    table.columns.push(Column::number("line", "line"));
    for Draft { kind, name, text, place } in drafts {
        let text =
            if text.is_empty() { Cell::new(Runs::new().with(Mark::Faint, NO_WORDS), "") } else { Cell::text(text) };
        let line = map.files.place(place).line;
        let name = Cell::new(Runs::new().with(Mark::Name, name.clone()), name);
        table.rows.push(row(vec![Cell::text(kind), name, text, Cell::text(file(map, place)), Cell::number(line)]));
    }
    table
}

fn entries(map: &Map) -> Vec<Draft> {
    let one = |kind, name: Span, text: Span| Draft {
        kind,
        name: map.word(name).to_owned(),
        text: map.text(text).into_owned(),
        place: name,
    };
    let mut drafts = Vec::new();
    drafts.extend(map.authors.iter().filter(|(_, it)| it.draft).map(|(_, it)| one("author", it.name, it.display)));
    drafts.extend(map.sources.iter().filter(|(_, it)| it.draft).map(|(_, it)| one("source", it.name, it.title)));
    drafts.extend(map.issues.iter().filter(|(_, it)| it.draft).map(|(_, it)| one("issue", it.name, it.question)));
    drafts.extend(map.terms.iter().filter(|(_, it)| it.draft).map(|(_, it)| one("term", it.name, it.word)));
    drafts.extend(map.sides.iter().filter(|(_, it)| it.draft).map(|(_, it)| one("side", it.name, it.display)));
    drafts.extend(map.statements.iter().filter(|(_, it)| it.draft).map(|(id, it)| Draft {
        kind: it.kind.word(),
        name: map.statement_name(id),
        text: map.text(it.text).into_owned(),
        place: map.head(id),
    }));
    drafts
}

/// Clauses that are drafts under an entry that is none.
fn clauses(map: &Map) -> Vec<Draft> {
    let is_settled = |id: &crate::model::StatementId| !map.statements[*id].draft;
    let one = |kind, statement, place: Span| {
        let (name, text) = (map.statement_name(statement), map.text(place).into_owned());
        Draft { kind, name, text, place }
    };
    let mut drafts = Vec::new();
    let stances = map.stances.iter().filter(|(_, it)| it.draft && is_settled(&it.statement));
    drafts.extend(stances.map(|(_, it)| one(it.attitude.word(), it.statement, it.span)));
    let reasons = map.reasons.iter().filter(|(_, it)| it.draft && is_settled(&it.conclusion));
    drafts.extend(reasons.map(|(_, it)| one("because", it.conclusion, it.span)));
    let relations = map.relations.iter().filter(|(_, it)| it.draft && is_settled(&it.from));
    drafts.extend(relations.map(|(_, it)| one(it.kind.word(), it.from, it.span)));
    let quotations = map.quotations.iter().filter(|(_, it)| it.draft && is_settled(&it.statement));
    drafts.extend(quotations.map(|(_, it)| one("quote", it.statement, it.words)));
    let definitions = map.definitions.iter().filter(|(_, it)| it.draft && is_settled(&it.statement));
    drafts.extend(definitions.map(|(_, it)| one("defines", it.statement, it.text)));
    drafts
}
