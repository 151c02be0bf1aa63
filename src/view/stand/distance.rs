//! Quarrels of two authors: what stands for the one and not for the other, each quarrel counted once.

use crate::analysis::evaluation::audience::Audience;
use crate::analysis::evaluation::distance::Distance;
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::evaluation::trace::Trace;
use crate::file::Span;
use crate::model::select::Selection;
use crate::model::{Entity, Map, StatementId};
use crate::page::{Block, Cell, Column, Field, Mark, Node, Page, Row, Runs, Table};
use crate::view::wording::naming::{counted, file, statement_value};
use crate::view::wording::omitted;

use super::asked::Asked;
use super::interpretation;
use super::why::{Teller, verdict, word};
use crate::view::wording::named;

/// One of the two authors, with the map as it is evaluated for them.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The name by which the author was asked for.
    pub key: &'a str,
    /// The words for the author on the page.
    pub name: &'a str,
    /// The statements that the author asserts and grants.
    pub audience: &'a Audience,
    /// The verdicts for the author.
    pub outcome: &'a Outcome,
    /// The steps by which those verdicts follow.
    pub trace: &'a Trace<'a>,
}

/// The page. So many statements were `compared`.
pub fn distance(
    map: &Map,
    selection: &Selection,
    asked: &Asked<'_>,
    sides: [Side<'_>; 2],
    compared: usize,
    found: &Distance,
) -> Page {
    let [one, other] = sides;
    let mut page = Page::new("stand", format!("What {} and {} quarrel about", one.name, other.name));
    page.push(Block::Prose(summary(found, compared).into()));
    page.push(Block::Table(figures(map, sides, compared, found)));
    let tellers = sides.map(|side| Teller::new(map, side.trace, Some((side.audience, side.name))));
    for (index, quarrel) in found.quarrels.iter().enumerate() {
        let statements = quarrel.statements.iter().map(|(statement, _)| *statement);
        let shown = statements.filter(|&statement| selection.has_statement(statement));
        let (differing, same): (Vec<StatementId>, Vec<StatementId>) =
            shown.partition(|&statement| one.outcome.of(statement) != other.outcome.of(statement));
        let title = format!("Quarrel {}: {}", index + 1, counted(differing.len(), "statement"));
        page.push(Block::Heading { level: 1, runs: title.into() });
        page.push(Block::Tree(differing.iter().map(|&statement| line(map, sides, &tellers, statement)).collect()));
        if !same.is_empty() {
            let names = same.iter().map(|&statement| tellers[0].speech.statement(statement));
            let runs = Runs::from("Bound up with it, and the same for both: ");
            page.push(Block::Prose(runs.joined(omitted::named(names)).with(Mark::Plain, ".")));
        }
    }
    notes(&mut page, found);
    interpretation::say(&mut page, asked);
    omitted::note(&mut page, map, selection);
    page.records = asked.consumer.reads_records().then(|| records(map, selection, sides, found));
    page
}

fn summary(found: &Distance, compared: usize) -> String {
    let at_least = if found.complete { "" } else { "At least " };
    match found.differing.len() {
        0 => format!("No quarrel: each of {} comes out the same for both.", counted(compared, "statement")),
        differing => {
            let come = if differing == 1 { "comes" } else { "come" };
            let quarrels = counted(found.quarrels.len(), "quarrel");
            format!("{at_least}{quarrels}: {differing} of {} {come} out differently.", counted(compared, "statement"))
        }
    }
}

/// An author as named on the command line, which may be by several who always write jointly.
fn author(map: &Map, key: &str) -> Runs {
    match map.find(key) {
        Some(Entity::Author(author)) => named::author(map, author),
        _ => Runs::new().with(Mark::Name, key),
    }
}

fn figures(map: &Map, sides: [Side<'_>; 2], compared: usize, found: &Distance) -> Table {
    let mut table = Table { key: "distance".to_owned(), fixed: 2, ..Table::default() };
    table.columns.extend(["a", "b"].map(|key| Column::new(key, key)));
    table.columns.extend(["quarrels", "different", "n"].map(|key| Column::number(key, key)));
    let mut cells = sides.map(|side| Cell::new(author(map, side.key), side.key)).to_vec();
    cells.extend([found.quarrels.len(), found.differing.len(), compared].map(Cell::number));
    table.rows.push(Row { cells, ..Row::default() });
    table
}

/// A statement that comes out differently: how each of the two takes it, and why.
fn line(map: &Map, sides: [Side<'_>; 2], tellers: &[Teller<'_>; 2], statement: StatementId) -> Node {
    let statuses = sides.map(|side| side.outcome.of(statement));
    let mut runs = verdict(statuses[0]).with(Mark::Plain, format!(" for {}, ", sides[0].name));
    runs.append(verdict(statuses[1]));
    runs.push(Mark::Plain, format!(" for {}: ", sides[1].name));
    runs.append(tellers[0].speech.told(statement));
    let mut value = statement_value(map, statement);
    value["standing"] = statuses.map(word).to_vec().into();
    let why = |at: usize| Runs::from(format!("for {}: ", sides[at].name)).joined(tellers[at].why(statement));
    Node { runs, value, details: [0, 1].map(why).to_vec(), children: Vec::new() }
}

fn notes(page: &mut Page, found: &Distance) {
    if !found.complete {
        let text = "Not everything was looked through: what is shown as one quarrel may be several.";
        page.push(Block::Note(text.into()));
    }
    page.push(Block::Note(
        "A quarrel counts once, whatever hangs on it: it is a set of statements that always come out alike, or one always opposite to \
         another, in every complete labelling of the map (the issues of Booth et al. 2012), where what only one of the two hears goes \
         both ways. n: how many statements were compared."
            .into(),
    ));
    page.push(Block::Note(
        "For each of the two, what that author asserts or grants is preferred over whatever attacks it from outside."
            .into(),
    ));
}

/// A statement of a quarrel.
struct Line<'m> {
    map: &'m Map,
    sides: [Side<'m>; 2],
    quarrel: usize,
    statement: StatementId,
    opposite: bool,
}

impl Line<'_> {
    fn standing(&self, side: usize) -> &'static str {
        word(self.sides[side].outcome.of(self.statement))
    }

    fn span(&self) -> Span {
        self.map.statements[self.statement].span
    }
}

fn records(map: &Map, selection: &Selection, sides: [Side<'_>; 2], found: &Distance) -> Table {
    let lines = found.quarrels.iter().enumerate().flat_map(|(index, quarrel)| {
        let kept = quarrel.statements.iter().filter(|(id, _)| selection.has_statement(*id));
        kept.map(move |&(statement, opposite)| Line { map, sides, quarrel: index + 1, statement, opposite })
    });
    let fields = [
        Field::whole("quarrel", |line: &Line<'_>| Some(line.quarrel)),
        Field::text("statement", |line: &Line<'_>| line.map.statement_name(line.statement)),
        Field::text("side", |line: &Line<'_>| if line.opposite { "opposite" } else { "same" }),
        Field::text("a", |line: &Line<'_>| line.sides[0].key.to_owned()),
        Field::text("standing_a", |line: &Line<'_>| line.standing(0)),
        Field::text("b", |line: &Line<'_>| line.sides[1].key.to_owned()),
        Field::text("standing_b", |line: &Line<'_>| line.standing(1)),
        Field::text("text", |line: &Line<'_>| line.map.text(line.map.statements[line.statement].text)),
        Field::text("file", |line: &Line<'_>| file(line.map, line.span())),
        Field::whole("line", |line: &Line<'_>| Some(line.map.files.place(line.span()).line)),
    ];
    Table::of_records("quarrels", &fields, lines)
}
