//! The passages that edited and possible quotations may have meant, as clauses to be pasted.

use crate::model::{Map, QuotationId, StatementId};
use crate::page::{Block, Field, Mark, Page, Runs, Table};
use crate::quotation::{Fidelity, Verification};
use crate::study::Study;
use crate::view::wording::clause::quote_clause;

use super::words::{best, difference};
use crate::view::wording::named;

/// For each quotation of some statements that is not in the words of its source: what differs, and the passage as a clause.
pub fn suggest(study: &Study<'_>, statements: &[StatementId], limit: &dyn Fn(&str) -> Option<String>) -> Page {
    let (map, verification) = (study.map, study.quotations().verification);
    let names = statements.iter().map(|&statement| named::statement(map, statement));
    let mut page = Page::new("quotes", Runs::from("Passages for ").joined(named::joined(names, ", ")));
    let mut records = Vec::new();
    for &id in statements.iter().flat_map(|&statement| map.quotations_of(statement)) {
        let Some(suggestion) = one(map, verification, id) else { continue };
        let Suggestion { difference, passage, place, clause } = suggestion;
        page.push(Block::Prose(difference));
        page.push(Block::Verbatim(clause.clone()));
        if let Some(remark) = limit(&passage) {
            page.push(Block::Note(remark.into()));
        }
        records.push((id, Suggestion { difference: Runs::new(), passage, place, clause }));
    }
    if records.is_empty() {
        let text =
            "Nothing here is edited: the quotations are in the words of their source, absent, or without a text.";
        page.push(Block::Prose(text.into()));
    }
    let words = |id: QuotationId| {
        let quotation = &map.quotations[id];
        (map.statement_name(quotation.statement), map.text(quotation.words).into_owned())
    };
    let records = records.into_iter().map(|(id, suggestion)| (words(id), suggestion));
    page.records = Some(Table::of_records("suggestions", &fields(), records));
    page
}

/// The fields of a suggestion behind the name of its statement and the words of the quotation.
fn fields() -> Vec<Field<((String, String), Suggestion)>> {
    vec![
        Field::text("statement", |((statement, _), _): &((String, String), Suggestion)| statement.clone()),
        Field::text("quotation", |((_, words), _): &((String, String), Suggestion)| words.clone()),
        Field::text("passage", |(_, it): &((String, String), Suggestion)| it.passage.clone()),
        Field::text("found", |(_, it): &((String, String), Suggestion)| it.place.clone()),
        Field::text("clause", |(_, it): &((String, String), Suggestion)| it.clause.clone()),
    ]
}

struct Suggestion {
    difference: Runs,
    passage: String,
    place: String,
    clause: String,
}

fn one(map: &Map, verification: &Verification, id: QuotationId) -> Option<Suggestion> {
    let checked = verification.of(id)?;
    if !matches!(checked.fidelity, Some(Fidelity::Format | Fidelity::Edited | Fidelity::Possible)) {
        return None;
    }
    let best = best(checked)?;
    let quotation = &map.quotations[id];
    let source = map.statements[quotation.statement].source?;
    let passage = verification.passage(map, id)?;
    let place = verification.place(map, id)?;
    let found = verification.text(source)?.reader_place(best.range.start);
    let found = found.or_else(|| quotation.place.map(|place| map.text(place).into_owned()));
    let difference = if best.changes.is_empty() {
        Runs::new().with(Mark::Quotation, format!("“{}”", map.text(quotation.words)))
    } else {
        difference(&best.changes)
    };
    let difference = difference.with(Mark::Plain, " ").with(Mark::Place, format!("[{place}]"));
    let clause = quote_clause(found.as_deref(), &passage)?;
    Some(Suggestion { difference, passage, place, clause })
}
