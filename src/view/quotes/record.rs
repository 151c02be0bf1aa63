//! What a program reads of a quotation: a flat record, and everything that was found, with the selectors of the W3C Web
//! Annotation model.

use std::ops::Range;

use serde_json::{Value, json};

use crate::model::{Map, QuotationId, SourceId};
use crate::page::{Cell, Column, Row, Table};
use crate::quotation::{
    Checked, Fidelity, Occurrence, Text, Verification, place_in, position_selector, quote_selector, text_fragment,
};
use crate::view::wording::naming::place_value;

/// The keys of a record: promises to programs.
const KEYS: [&str; 12] = [
    "statement",
    "source",
    "quotation",
    "verdict",
    "severity",
    "state",
    "denied",
    "found",
    "places",
    "passage",
    "where",
    "place",
];

/// The quotations as one flat table.
pub fn table(map: &Map, verification: &Verification, shown: &[(QuotationId, &Checked)]) -> Table {
    let columns = KEYS.map(|key| Column::new(key, key)).to_vec();
    let rows = shown.iter().map(|(id, checked)| row(map, verification, *id, checked)).collect();
    Table { key: "quotations".to_owned(), columns, fixed: 1, rows, ..Table::default() }
}

fn row(map: &Map, verification: &Verification, id: QuotationId, checked: &Checked) -> Row {
    let quotation = &map.quotations[id];
    let source = map.statements[quotation.statement].source;
    let places = checked.finding.as_ref().map(|finding| finding.occurrences.len() + finding.unlisted);
    let cells = vec![
        Cell::text(map.statement_name(quotation.statement)),
        Cell::text(source.map_or("", |source| map.word(map.sources[source].name))),
        Cell::text(map.text(quotation.words)),
        Cell::text(checked.fidelity.map_or("", Fidelity::name)),
        Cell::text(checked.severity.map_or("", severity_name)),
        Cell::text(checked.state.name()),
        Cell::new(if checked.is_denied() { "yes" } else { "no" }, checked.is_denied()),
        Cell::text(verification.place(map, id).unwrap_or_default()),
        places.map_or_else(Cell::default, Cell::number),
        Cell::text(verification.passage(map, id).unwrap_or_default()),
        Cell::text(quotation.place.map_or(String::new(), |place| map.text(place).into_owned())),
        Cell::text(map.files.path_and_line(quotation.words)),
    ];
    Row { cells, ..Row::default() }
}

/// A severity as every output writes it.
pub fn severity_name(severity: crate::quotation::Severity) -> &'static str {
    match severity {
        crate::quotation::Severity::Minor => "minor",
        crate::quotation::Severity::Critical => "critical",
    }
}

/// Everything that is known of a quotation.
pub fn value(map: &Map, verification: &Verification, id: QuotationId, checked: &Checked) -> Value {
    let quotation = &map.quotations[id];
    let source = map.statements[quotation.statement].source;
    let text = source.and_then(|source| Some((source, verification.text(source)?)));
    let finding = checked.finding.as_ref();
    let places = finding.map_or(&[][..], |finding| &finding.occurrences);
    let places: Vec<Value> =
        text.map_or(Vec::new(), |(source, text)| places.iter().map(|it| occurrence(map, source, text, it)).collect());
    json!({
        "words": map.text(quotation.words),
        "statement": map.statement_name(quotation.statement),
        "source": source.map(|source| map.word(map.sources[source].name)),
        "where": quotation.place.map(|place| map.text(place)),
        "place": place_value(map, quotation.words),
        "state": checked.state,
        "verdict": checked.fidelity,
        "severity": checked.severity,
        "denied": checked.is_denied(),
        "position": checked.position,
        "passage": verification.passage(map, id),
        "occurrences": places,
        "unlisted": finding.map_or(0, |finding| finding.unlisted),
        "exhaustive": finding.map(|finding| finding.exhaustive),
    })
}

/// A place in a source with everything that was found there.
pub fn occurrence(map: &Map, source: SourceId, text: &Text, occurrence: &Occurrence) -> Value {
    let mut value = serde_json::to_value(occurrence).expect("it is plain data");
    let range = || occurrence.range.clone();
    let url = map.sources[source].url.map(|url| map.text(url));
    let named = map.text(map.sources[source].text.unwrap_or(map.sources[source].name));
    value["found"] = place_in(map, source, occurrence.position).into();
    let Range { start, end } = text.source.bytes_in_file(range());
    value["range"] = json!({ "start": start, "end": end });
    value["where"] = text.reader_place(occurrence.range.start).into();
    value["target"] = json!({
        "source": url.as_deref().unwrap_or(&named),
        "selector": [quote_selector(&text.source, range()), position_selector(&text.source, range())],
    });
    if let Some(url) = url.filter(|url| url.starts_with("http://") || url.starts_with("https://")) {
        let fragment = text_fragment(&text.source, range());
        let fragment = if url.contains('#') { &fragment[1..] } else { &fragment };
        value["url"] = format!("{url}{fragment}").into();
    }
    value
}
