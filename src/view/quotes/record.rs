//! Quotations for programs: a flat record, and everything that was found, with the selectors of the W3C Web Annotation
//! model.

use std::ops::Range;

use serde_json::{Value, json};

use crate::model::{Map, Quotation, QuotationId, SourceId};
use crate::page::{Field, Table};
use crate::quotation::{
    Checked, Fidelity, Occurrence, Text, Verification, place_in, position_selector, quote_selector, text_fragment,
};
use crate::view::wording::naming::{file, place_value};

/// A quotation, and what is known of it.
struct Line<'m> {
    map: &'m Map,
    verification: &'m Verification,
    id: QuotationId,
    checked: &'m Checked,
}

/// The quotations as one flat table.
pub fn table(map: &Map, verification: &Verification, shown: &[(QuotationId, &Checked)]) -> Table {
    let line = |&(id, checked): &(QuotationId, _)| Line { map, verification, id, checked };
    Table::of_records("quotations", &fields(), shown.iter().map(line))
}

fn fields<'m>() -> Vec<Field<Line<'m>>> {
    vec![
        Field::text("statement", |line: &Line<'_>| line.map.statement_name(line.quotation().statement)),
        Field::text("source", |line: &Line<'_>| line.source()),
        Field::text("quotation", |line: &Line<'_>| line.map.text(line.quotation().words)),
        Field::text("fidelity", |line: &Line<'_>| line.checked.fidelity.map(Fidelity::name)),
        Field::text("severity", |line: &Line<'_>| line.checked.severity.map(severity_name)),
        Field::text("state", |line: &Line<'_>| line.checked.state.name()),
        Field::truth("denied", |line: &Line<'_>| Some(line.checked.is_denied())),
        Field::text("found", |line: &Line<'_>| line.verification.place(line.map, line.id)),
        Field::whole("places", |line: &Line<'_>| {
            line.checked.finding.as_ref().map(|finding| finding.occurrences.len() + finding.unlisted)
        }),
        Field::text("passage", |line: &Line<'_>| line.verification.passage(line.map, line.id)),
        Field::text("where", |line: &Line<'_>| line.quotation().place.map(|place| line.map.text(place).into_owned())),
        Field::text("file", |line: &Line<'_>| file(line.map, line.quotation().words)),
        Field::whole("line", |line: &Line<'_>| Some(line.map.files.place(line.quotation().words).line)),
        Field::texts("read", |line: &Line<'_>| read(line.map, line.quotation())),
        Field::truth("draft", |line: &Line<'_>| Some(line.quotation().draft)),
    ]
}

/// The words of a quotation that are read aloud.
fn read(map: &Map, quotation: &Quotation) -> Vec<String> {
    quotation.read.iter().map(|&read| map.text(read).into_owned()).collect()
}

impl<'m> Line<'m> {
    fn quotation(&self) -> &'m Quotation {
        &self.map.quotations[self.id]
    }

    fn source(&self) -> Option<&'m str> {
        self.map.statements[self.quotation().statement]
            .source
            .map(|source| self.map.word(self.map.sources[source].name))
    }
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
        "read": read(map, quotation),
        "draft": quotation.draft,
        "state": checked.state,
        "fidelity": checked.fidelity,
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
    value["found"] = place_in(map, source, Some(text), occurrence.position).into();
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
