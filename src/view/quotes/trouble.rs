//! Quotations that need a hand, by what is wrong with them; and of the others a line for each paper.

use serde_json::json;

use crate::model::{Map, QuotationId, SourceId};
use crate::page::{Block, Cell, Column, Mark, Node, Page, Row, Runs, Table};
use crate::quotation::{Checked, Fidelity, Severity, State};
use crate::study::Quotations;
use crate::text::list::and;
use crate::view::wording::named;
use crate::view::wording::naming::counted;
use crate::view::wording::speech::{Speech, cut};

use super::words;

/// So many quotations of a kind are shown; the others are counted.
const SHOWN: usize = 8;
/// A text is cut behind so many characters.
const LENGTH: usize = 60;

/// Faults of quotations, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trouble {
    /// A difference changes what is said.
    Changed,
    /// Nothing, or only something like it, stands in the paper.
    NotFound,
    /// Words differ, and what is said does not.
    Reworded,
    /// There are too few words to be looked for.
    TooShort,
    /// The text, or the quotation, has changed since it was locked.
    Outdated,
}

impl Trouble {
    const ALL: [Trouble; 5] =
        [Trouble::Changed, Trouble::NotFound, Trouble::Reworded, Trouble::TooShort, Trouble::Outdated];

    /// Fault of a quotation; nothing where it is faithful, or nobody has looked it up.
    pub(super) fn of(checked: &Checked) -> Option<Trouble> {
        match (checked.state, checked.fidelity) {
            (State::Unverified, _) => None,
            (_, Some(Fidelity::Possible | Fidelity::Absent)) => Some(Trouble::NotFound),
            (_, Some(_)) if checked.severity == Some(Severity::Critical) => Some(Trouble::Changed),
            (_, Some(Fidelity::Edited)) => Some(Trouble::Reworded),
            (_, Some(Fidelity::TooShort)) => Some(Trouble::TooShort),
            (State::Stale | State::SourceChanged, _) => Some(Trouble::Outdated),
            _ => None,
        }
    }

    /// A name and a sentence.
    fn heading(self) -> [&'static str; 2] {
        match self {
            Trouble::Changed => ["Changed", "The meaning is another."],
            Trouble::NotFound => ["Not found", "Nothing in the paper says this in these words."],
            Trouble::Reworded => ["Reworded", "The sense is there, and the words are not the paper's."],
            Trouble::TooShort => ["Too short", "So few words may stand anywhere."],
            Trouble::Outdated => ["Out of date", "The text or the quotation has changed since it was looked up."],
        }
    }

    fn key(self) -> &'static str {
        match self {
            Trouble::Changed => "changed",
            Trouble::NotFound => "not-found",
            Trouble::Reworded => "reworded",
            Trouble::TooShort => "too-short",
            Trouble::Outdated => "out-of-date",
        }
    }
}

/// Fills the page: a sentence, what needs a hand, and the papers.
pub(super) fn overview(page: &mut Page, map: &Map, quotations: &Quotations<'_>) {
    page.push(Block::Prose(lead(map, quotations)));
    let speech = Speech::new(map);
    for trouble in Trouble::ALL {
        let of_it: Vec<&(QuotationId, &Checked)> =
            quotations.known.iter().filter(|(_, checked)| Trouble::of(checked) == Some(trouble)).collect();
        if of_it.is_empty() {
            continue;
        }
        let [name, sentence] = trouble.heading();
        let runs = Runs::new().with(Mark::Error, format!("{name} ({})", of_it.len()));
        page.push(Block::Heading { level: 2, runs: runs.with(Mark::Plain, format!("  {sentence}")) });
        let node = |(id, checked): &&(QuotationId, &Checked)| node(map, &speech, quotations, *id, checked, trouble);
        page.push(Block::Tree(of_it.iter().take(SHOWN).map(node).collect()));
        if of_it.len() > SHOWN {
            let text = format!("{} more: ", of_it.len() - SHOWN);
            page.push(Block::Note(Runs::from(text).with(Mark::Name, "--full").with(Mark::Plain, ".")));
        }
    }
    if let Some(table) = papers(map, &speech, quotations) {
        page.push(Block::Table(table));
    }
    page.blocks.extend(footer(quotations).into_iter().map(Block::Note));
}

/// How many there are, and how many of them need a hand.
fn lead(map: &Map, quotations: &Quotations<'_>) -> Runs {
    let all = quotations.known.len();
    let sources = by_source(map, quotations).len();
    let bad = quotations.known.iter().filter(|(_, checked)| Trouble::of(checked).is_some()).count();
    let unknown = quotations.known.iter().filter(|(_, checked)| checked.state == State::Unverified).count();
    let runs = Runs::from(format!("{} in {}", counted(all, "quotation"), counted(sources, "paper")));
    let needs = |number: usize| if number == 1 { "1 needs a hand".to_owned() } else { format!("{number} need a hand") };
    match (bad, unknown) {
        _ if all == 0 => "The map quotes nothing here.".into(),
        (0, 0) => runs.with(Mark::Plain, ": all found, none needs a hand."),
        (0, _) if unknown == all => runs.with(Mark::Plain, ": nobody has looked any of them up."),
        (0, _) => runs.with(Mark::Plain, format!(": none needs a hand, but {unknown} were not looked up.")),
        (bad, 0) => {
            let fine = match all - bad {
                0 => "none is fine".to_owned(),
                1 => "1 is fine".to_owned(),
                fine => format!("{fine} are fine"),
            };
            runs.with(Mark::Plain, ": ").with(Mark::Error, needs(bad)).with(Mark::Plain, format!(", {fine}."))
        }
        (bad, _) => {
            let runs = runs.with(Mark::Plain, ": ").with(Mark::Error, needs(bad));
            runs.with(Mark::Plain, format!(", and {unknown} were not looked up."))
        }
    }
}

/// A quotation that needs a hand: where it is from and what for, what the map has, what the paper has, and what to do.
fn node(
    map: &Map,
    speech: &Speech<'_>,
    quotations: &Quotations<'_>,
    id: QuotationId,
    checked: &Checked,
    trouble: Trouble,
) -> Node {
    let quotation = &map.quotations[id];
    let statement = quotation.statement;
    let source = map.statements[statement].source;
    let mut runs = Runs::new().with(Mark::Strong, source.map_or("our own", |source| speech.source(source)).to_owned());
    if let Some(place) = quotation.place {
        runs.push(Mark::Place, format!(", {}", map.text(place)));
    }
    runs.push(Mark::Plain, format!(": {}", speech.text(statement, LENGTH)));
    let own = Runs::from("the map has ").with(Mark::Quotation, format!("“{}”", map.text(quotation.words)));
    let mut details = vec![own];
    if let Some(passage) = quotations.verification.passage(map, id).filter(|_| trouble != Trouble::Outdated) {
        let has = if trouble == Trouble::NotFound { "the paper has at best " } else { "the paper has " };
        let mut runs = Runs::from(has).with(Mark::Quotation, format!("“{passage}”"));
        let differs = words::differs(checked);
        if !differs.is_empty() {
            runs.push(Mark::Plain, ": ");
            runs.push(Mark::Error, and(differs));
        }
        details.push(runs);
    }
    let place = named::in_file(map, quotation.words, "");
    details.push(match trouble {
        Trouble::NotFound => {
            let text = map.text(quotation.words);
            let remembered = cut(&text, LENGTH / 2).trim_end_matches(" …").replace('"', "");
            place.with(Mark::Plain, "  look for it: ").with(Mark::Name, format!("counterpoint find \"{remembered}\""))
        }
        Trouble::Changed | Trouble::Reworded if !map.own_name(statement).is_empty() => {
            let name = map.statement_name(statement);
            place
                .with(Mark::Plain, "  put it right: ")
                .with(Mark::Name, format!("counterpoint quotes --suggest {name}"))
        }
        _ => place,
    });
    let value = json!({ "trouble": trouble.key(), "statement": map.statement_name(statement) });
    Node { runs, value, details, children: Vec::new() }
}

/// The sources that are quoted, in the order of the map, each with its quotations.
fn by_source<'q>(map: &Map, quotations: &'q Quotations<'_>) -> Vec<(Option<SourceId>, Vec<&'q Checked>)> {
    let mut found: Vec<(Option<SourceId>, &Checked)> = quotations
        .known
        .iter()
        .map(|(id, checked)| (map.statements[map.quotations[*id].statement].source, *checked))
        .collect();
    found.sort_by_key(|(source, _)| (source.is_none(), *source));
    let of_one = |of: &[(Option<SourceId>, &'q Checked)]| (of[0].0, of.iter().map(|(_, checked)| *checked).collect());
    found.chunk_by(|a, b| a.0 == b.0).map(of_one).collect()
}

/// A line for each paper: how many of its quotations are of which worth, and how that is known.
fn papers(map: &Map, speech: &Speech<'_>, quotations: &Quotations<'_>) -> Option<Table> {
    let mut table = Table { key: "papers".to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(Column::new("paper", "paper"));
    table.columns.push(Column::number("quotations", "quotations"));
    table
        .columns
        .extend([("worth", "in its words"), ("known", "how it is known")].map(|(key, it)| Column::new(key, it)));
    for (source, of) in by_source(map, quotations) {
        let worth = |wanted: &str| of.iter().filter(|checked| words::worth(checked) == Some(wanted)).count();
        let known = |wanted: &str| of.iter().filter(|checked| words::known(checked.state) == wanted).count();
        let told = |names: &[&'static str], number: &dyn Fn(&str) -> usize| {
            let some: Vec<(&str, usize)> =
                names.iter().map(|name| (*name, number(name))).filter(|(_, number)| *number > 0).collect();
            match some.as_slice() {
                [(name, number)] if *number == of.len() && of.len() > 1 => format!("all {name}"),
                [(name, _)] if of.len() == 1 => (*name).to_owned(),
                some => and(some.iter().map(|(name, number)| format!("{number} {name}"))),
            }
        };
        let name = source.map_or_else(|| Runs::from("our own"), |source| Runs::from(speech.source(source).to_owned()));
        let key = source.map_or("", |source| map.word(map.sources[source].name));
        let cells = vec![
            Cell::new(name, key),
            Cell::number(of.len()),
            Cell::text(told(&words::WORTH, &worth)),
            Cell::text(told(&words::KNOWN, &known)),
        ];
        table.rows.push(Row { cells, ..Row::default() });
    }
    (!table.rows.is_empty()).then_some(table)
}

/// Notes on what verbatim rests on, what locked means, and where the rest is.
fn footer(quotations: &Quotations<'_>) -> Vec<Runs> {
    let number = |wanted: State| quotations.known.iter().filter(|(_, checked)| checked.state == wanted).count();
    let of = |wanted: Fidelity| quotations.known.iter().filter(|(_, it)| it.fidelity == Some(wanted)).count();
    let mut notes = Vec::new();
    let (letters, typographic) = (of(Fidelity::Exact), of(Fidelity::Typographic));
    if letters + typographic > 0 {
        notes.push(match typographic {
            _ if letters == 0 => {
                format!("Verbatim: {typographic} but for quotation marks, spaces, line ends or notes.").into()
            }
            0 => format!("Verbatim: {letters} letter for letter.").into(),
            _ => Runs::from(format!(
                "Verbatim: {letters} letter for letter, {typographic} but for quotation marks, spaces, line ends or notes."
            )),
        });
    }
    if number(State::Locked) > 0 {
        let text = "Locked: found before, and not changed since. Those texts are not here; to look them up again, name their folder: ";
        notes.push(Runs::from(text).with(Mark::Name, "--sources FOLDER").with(Mark::Plain, "."));
    }
    if !quotations.known.is_empty() {
        let runs = Runs::from("Every quotation: ").with(Mark::Name, "--full").with(Mark::Plain, ". One paper: ");
        notes.push(runs.with(Mark::Name, "--source NAME").with(Mark::Plain, "."));
    }
    notes
}
