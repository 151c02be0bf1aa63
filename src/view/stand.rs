//! Outcome of a map: by issue and position every statement, whether it stands, falls or is open, and why.

mod asked;
pub mod audiences;
mod condition;
pub mod difference;
pub mod dispute;
pub mod distance;
pub mod extensions;
pub mod incomplete;
mod interpretation;
pub mod repair;
mod tree;
pub mod why;

use framework::Status;
use serde_json::json;

use crate::analysis::evaluation::audience::Relevance;
use crate::analysis::evaluation::outcome::Outcome;
use crate::model::{IssueId, Map, PositionId, StanceId, StatementId};
use crate::page::{Block, Field, Mark, Node, Page, Runs, Table};
use crate::study::{Place, PlaceSide, Study};

use self::condition::{Conditional, taken_runs, taken_word};
use self::why::{Teller, verdict, word};
use super::wording::figure::figure;
use super::wording::named::position_text;
use super::wording::naming::{author_keys, counted, file, statement_value, whose};
use super::wording::omitted;
use super::wording::statement_tree::manner;
use crate::text::list::and;
use crate::view::wording::named;

pub use self::asked::Asked;

/// The page of all statements.
pub fn stand(study: &Study<'_>, asked: &Asked<'_>) -> Page {
    let (map, selection) = (study.map, study.selection);
    let title = match asked.audience {
        Some((_, name)) => format!("What stands for {name}"),
        None => "What stands".to_owned(),
    };
    let mut page = Page::new("stand", title);
    let shown: Vec<StatementId> = study.statements().collect();
    page.push(Block::Prose(summary(asked.outcome, &shown).into()));
    let mut lines = Lines::new(map, asked);
    for issue in map.issues.ids() {
        lines.issue(&mut page, study, issue);
    }
    let rest = shown.iter().copied().filter(|&id| !map.stances_of(id).iter().any(|&it| selection.has_stance(it)));
    let rest: Vec<Node> = rest.filter_map(|statement| lines.line(statement, &[])).collect();
    if !rest.is_empty() {
        page.push(Block::Heading { level: 1, runs: "On no issue".into() });
        page.push(Block::Tree(rest));
    }
    interpretation::say(&mut page, asked);
    omitted::note(&mut page, map, selection);
    page.records = asked
        .consumer
        .reads_records()
        .then(|| Table::of_records("standing", &fields(!asked.outcome.conditions().is_empty()), lines.flat));
    page
}

/// How many statements stand, fall and are open.
pub fn summary(outcome: &Outcome, statements: &[StatementId]) -> String {
    if !outcome.has_reading() {
        return format!(
            "{}, and no {} reading of the map.",
            counted(statements.len(), "statement"),
            outcome.semantics.name()
        );
    }
    let number = |wanted| statements.iter().filter(|&&id| outcome.of(id) == Some(wanted)).count();
    let [stand, fall, open] = [Status::Stands, Status::Falls, Status::Open].map(number);
    let is = |number: usize, one: &str, many: &str| match number {
        0 => format!("none {one}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    };
    let (stand, fall, open) =
        (is(stand, "stands", "stand"), is(fall, "falls", "fall"), is(open, "is open", "are open"));
    format!("{}: {stand}, {fall} and {open}.", counted(statements.len(), "statement"))
}

struct Lines<'a> {
    map: &'a Map,
    asked: &'a Asked<'a>,
    teller: Teller<'a>,
    flat: Vec<Line<'a>>,
}

/// A line of the flat table: a statement, and what it says in one place.
struct Line<'a> {
    map: &'a Map,
    statement: StatementId,
    issue: Option<IssueId>,
    position: Option<PositionId>,
    side: Option<&'static str>,
    stance: Option<StanceId>,
    standing: &'static str,
    taken: Option<&'static str>,
    strength: Option<f64>,
    relevance: Option<&'static str>,
    why: String,
}

impl<'a> Lines<'a> {
    fn new(map: &'a Map, asked: &'a Asked<'a>) -> Self {
        let teller = Teller::new(map, asked.trace, asked.audience);
        Lines { map, asked, teller, flat: Vec::new() }
    }

    fn issue(&mut self, page: &mut Page, study: &Study<'_>, issue: IssueId) {
        let map = self.map;
        let what = &map.issues[issue];
        let places = study.places(issue);
        if places.is_empty() {
            return;
        }
        let name = named::issue(map, issue).with(Mark::Plain, "  ");
        page.push(Block::Heading { level: 1, runs: name.with(Mark::Plain, map.text(what.question)) });
        let mut nodes = Vec::new();
        for of_one in places.chunk_by(|a, b| a.position == b.position) {
            let of_statements = of_one.chunk_by(|a, b| a.statement == b.statement);
            let children = of_statements.filter_map(|places| self.line(places[0].statement, places)).collect();
            nodes.push(self.position(of_one, children));
        }
        page.push(Block::Tree(nodes));
    }

    /// A position, which stands if a statement does that holds it.
    fn position(&self, places: &[Place], children: Vec<Node>) -> Node {
        let map = self.map;
        let Some(position) = places[0].position else {
            let value = json!({ "position": null });
            return Node { runs: "takes no side".into(), value, details: Vec::new(), children };
        };
        let mut runs = position_text(map, position);
        // A position that is only reported has no heading.
        let is_own = |place: &&Place| map.statements[place.statement].is_own();
        let holders: Vec<StanceId> = places
            .iter()
            .filter(|place| place.side == PlaceSide::For)
            .filter(is_own)
            .map(|place| place.stance)
            .collect();
        let outcome = self.asked.outcome;
        let taken = holders.iter().filter_map(|&stance| outcome.of_stance(map, stance)).max();
        let best: Vec<StanceId> =
            holders.iter().copied().filter(|&stance| outcome.of_stance(map, stance) == taken).collect();
        runs.push(Mark::Plain, " – ");
        if holders.is_empty() {
            runs.push(Mark::Faint, "nobody holds it");
        } else {
            runs.append(taken_runs(map, taken, &best));
        }
        let standing = (!holders.is_empty()).then(|| taken_word(taken));
        let value = json!({ "position": map.position_name(position), "standing": standing });
        Node { runs, value, details: Vec::new(), children }
    }

    /// The line of a statement, in the tree and in the flat table, as far as somebody reads them. All that it says in one place stands
    /// in one line of the tree, and each for itself in the table.
    fn line(&mut self, statement: StatementId, places: &[Place]) -> Option<Node> {
        let why = self.teller.why(statement);
        if self.asked.consumer.reads_records() {
            match places {
                [] => self.record(statement, None, &why),
                _ => places.iter().for_each(|place| self.record(statement, Some(place), &why)),
            }
        }
        self.asked.consumer.reads_blocks().then(|| self.node(statement, places, why))
    }

    fn node(&self, statement: StatementId, places: &[Place], why: Runs) -> Node {
        let map = self.map;
        let status = self.asked.outcome.of(statement);
        let mut runs = verdict(status);
        if places.iter().any(|place| place.side != PlaceSide::For) {
            runs.push(Mark::Plain, format!(", {}", and(places.iter().map(|place| word_of(place.side)))));
        }
        let strength = self.asked.strengths.map(|(strengths, _)| strengths.of[statement.index()]);
        if let Some(strength) = strength {
            runs.push(Mark::Strong, format!(" {}", figure(strength)));
        }
        let relevance = self.asked.audience.map(|(audience, _)| relevance(audience.of(statement)));
        if let Some(relevance) = relevance {
            runs.push(Mark::Faint, format!(" ({relevance})"));
        }
        runs.push(Mark::Plain, ": ");
        runs.push(Mark::Plain, map.text(map.statements[statement].text));
        runs.push(Mark::Plain, " ");
        runs.append(named::statement(map, statement));
        let mut manners: Vec<Runs> = places.iter().map(|place| manner(map, place.stance)).collect();
        manners.dedup();
        for manner in manners {
            runs.append(manner);
        }
        let conditional = Conditional::new(map, self.asked.outcome);
        let conditions = conditional.lines(places.iter().map(|place| place.stance));
        let mut value = serde_json::Value::Null;
        if self.asked.consumer.reads_values() {
            value = statement_value(map, statement);
            value["standing"] = word(status).into();
            value["why"] = why.plain().into();
            if let Some(relevance) = relevance {
                value["relevance"] = relevance.into();
            }
            if let Some(strength) = strength {
                value["strength"] = strength.into();
            }
            if !conditions.is_empty() {
                value["conditions"] = conditions.iter().map(|(stance, _)| conditional.value(*stance)).collect();
            }
        }
        let mut detail = Runs::new().with(Mark::Strong, whose(map, statement)).with(Mark::Plain, " · ");
        detail.append(why);
        let mut details = vec![detail.with(Mark::Plain, ".")];
        details.extend(conditions.into_iter().map(|(_, line)| line));
        Node { runs, value, details, children: Vec::new() }
    }

    fn record(&mut self, statement: StatementId, place: Option<&Place>, why: &Runs) {
        self.flat.push(Line {
            map: self.map,
            statement,
            issue: place.map(|place| place.issue),
            position: place.and_then(|place| place.position),
            side: place.map(|place| word_of(place.side)),
            stance: place.map(|place| place.stance),
            standing: word(self.asked.outcome.of(statement)),
            taken: place.map(|place| taken_word(self.asked.outcome.of_stance(self.map, place.stance))),
            strength: self.asked.strengths.map(|(strengths, _)| strengths.of[statement.index()]),
            relevance: self.asked.audience.map(|(audience, _)| relevance(audience.of(statement))),
            why: why.plain(),
        });
    }
}

/// The columns; what becomes of each stance is told where any hangs on a part of the map.
fn fields<'a>(with_conditions: bool) -> Vec<Field<Line<'a>>> {
    let taken = Field::text("stance", |line: &Line<'_>| line.taken);
    let mut fields = plain_fields();
    if with_conditions {
        fields.push(taken);
    }
    fields
}

fn plain_fields<'a>() -> Vec<Field<Line<'a>>> {
    vec![
        Field::text("issue", |line: &Line<'_>| line.issue.map(|issue| line.map.word(line.map.issues[issue].name))),
        Field::text("position", |line: &Line<'_>| line.position.map(|position| line.map.position_name(position))),
        Field::text("side", |line: &Line<'_>| line.side),
        Field::text("statement", |line: &Line<'_>| line.map.statement_name(line.statement)),
        Field::text("standing", |line: &Line<'_>| line.standing),
        Field::number("strength", |line: &Line<'_>| line.strength),
        Field::text("relevance", |line: &Line<'_>| line.relevance),
        Field::text("why", |line: &Line<'_>| line.why.clone()),
        Field::texts("authors", |line: &Line<'_>| author_keys(line.map, line.statement)),
        Field::text("text", |line: &Line<'_>| line.map.text(line.map.statements[line.statement].text)),
        Field::text("condition", |line: &Line<'_>| {
            let manner = line.stance.map(|stance| manner(line.map, stance).plain().trim().to_owned());
            manner.filter(|manner| !manner.is_empty())
        }),
        Field::text("file", |line: &Line<'_>| file(line.map, line.map.statements[line.statement].span)),
        Field::whole("line", |line: &Line<'_>| {
            Some(line.map.files.place(line.map.statements[line.statement].span).line)
        }),
    ]
}

/// The relevance of a statement to the audience, as programs read it.
fn relevance(relevance: Relevance) -> &'static str {
    match relevance {
        Relevance::Own => "own",
        Relevance::Granted => "granted",
        Relevance::Outside => "outside",
    }
}

/// The word for a side.
fn word_of(side: PlaceSide) -> &'static str {
    match side {
        PlaceSide::For => "for",
        PlaceSide::Against => "against",
        PlaceSide::Prefers => "prefers",
        PlaceSide::Weighs => "weighs",
        PlaceSide::Raises => "raises",
    }
}
