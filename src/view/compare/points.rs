//! The points of one question: what each says against the other, the answer to it, and the answer to that; and what they share.

use foldhash::HashSet;

use crate::analysis::dispute::between::{Bond, Link, Tie};
use crate::model::{RelationKind, StatementId};
use crate::page::{Block, Cell, Column, Look, Mark, Row, Runs, Table};
use crate::view::wording::called::{own_words, statement_said};
use crate::view::wording::naming::counted;
use crate::view::wording::stance_word::INFERRED;

use super::asked::{Question, is_under};
use super::turn::{is_answered, sentence_leading};
use super::two::Two;

/// Points that each of the two makes for or grants to the other, and reasons that both give.
pub fn shared(two: &Two<'_, '_>, question: &Question<'_>, said: &mut HashSet<StatementId>) -> Vec<Block> {
    let map = two.map();
    let mut lines = Vec::new();
    let bonds = [
        (Bond::Grants, "grants", "grant"),
        (Bond::Supports, "", ""),
        (Bond::Agrees, "says the same as", "say the same as"),
        (Bond::Weakens, "weakens", "weaken"),
        (Bond::Outweighs, "outweighs", "outweigh"),
    ];
    let relations: Vec<&Link> = two.links_on(question).collect();
    let supports = two.links.iter().filter(|link| link.bond == Bond::Supports);
    let links: Vec<&Link> = relations.into_iter().chain(supports.filter(|link| is_under(question, link))).collect();
    for (bond, one, several) in bonds {
        for link in links.iter().filter(|link| link.bond == bond) {
            if bond == Bond::Supports {
                let runs = Runs::from("A reason for ").joined(statement_said(map, two.short, link.ends[1]));
                let runs = runs.with(Mark::Plain, format!(" is {}", possessive(&two.names[link.from])));
                let runs = runs.with(Mark::Inferred, if link.inferred { INFERRED } else { "" }).with(Mark::Plain, ": ");
                lines.push(text(two, link.ends[0], runs, said));
                continue;
            }
            let runs = Runs::from(format!("{} {}", two.names[link.from], two.does(link.from, one, several)));
            let runs = runs.with(Mark::Inferred, if link.inferred { INFERRED } else { "" });
            let runs = runs.with(Mark::Plain, format!(" {} ", possessive(&two.names[1 - link.from])));
            let runs = runs.joined(own_words(map, link.ends[1])).with(Mark::Plain, ": ");
            lines.push(text(two, link.ends[0], runs, said));
        }
    }
    let grounds = &question.found().grounds;
    for (&[one, other], &opposite) in grounds.both.iter().zip(&question.found().opposite_ends) {
        let lead = if opposite {
            "Both give this reason, for answers that exclude each other: "
        } else {
            "Both give this reason: "
        };
        let mut runs = text(two, one, Runs::from(lead), said);
        if one != other {
            runs.push(Mark::Plain, format!(" {}: ", two.names[1]));
            runs = text(two, other, runs, said);
        }
        lines.push(runs);
    }
    let mut blocks = Vec::new();
    if !lines.is_empty() {
        blocks.push(Block::Heading { level: 2, runs: "Granted and shared".into() });
        blocks.push(Block::List(lines));
    }
    let only = [0, 1].map(|side| grounds.only[side].len());
    if only != [0, 0] {
        let of_one = |side: usize| format!("{} only by {}", counted(only[side], "reason"), two.names[side]);
        let mut parts: Vec<String> = [0, 1].into_iter().filter(|&side| only[side] > 0).map(of_one).collect();
        parts.extend((!grounds.both.is_empty()).then(|| format!("{} by both", grounds.both.len())));
        blocks.push(Block::Prose(format!("Given: {}.", parts.join(", ")).into()));
    }
    blocks
}

/// A table for each side that attacks the other: the point, the answer, and the answer to that.
pub fn tables(two: &Two<'_, '_>, question: &Question<'_>, said: &mut HashSet<StatementId>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut answers: HashSet<Tie> = HashSet::default();
    let mut number = 0;
    for side in [0, 1] {
        let attacks = two.links_on(question).filter(|link| link.bond == Bond::Attacks && link.from == side);
        let points: Vec<Link> = attacks.filter(|link| !answers.contains(&link.tie)).copied().collect();
        if points.is_empty() {
            continue;
        }
        let [own, other] = [&two.names[side], &two.names[1 - side]];
        let mut table = Table { key: format!("points_{}", side + 1), fixed: 1, look: Look::List, ..Table::default() };
        table.columns = vec![
            Column::number("number", ""),
            Column::new("point", format!("{own} against {other}")),
            Column::new("answer", format!("{} answer", possessive(other))),
            Column::new("reply", format!("{} answer to that", possessive(own))),
        ];
        for point in &points {
            number += 1;
            let row = Exchange { two, point, said: &mut *said, answers: &mut answers }.row(number);
            table.rows.push(row);
        }
        blocks.push(Block::Table(table));
    }
    blocks
}

/// One attack with what is said to it.
struct Exchange<'p, 'c, 's, 't> {
    two: &'p Two<'c, 's>,
    point: &'p Link,
    said: &'t mut HashSet<StatementId>,
    answers: &'t mut HashSet<Tie>,
}

impl<'p> Exchange<'p, '_, '_, '_> {
    fn row(&mut self, number: usize) -> Row {
        let (map, point) = (self.two.map(), self.point);
        let Tie::Relation(id) = point.tie else { return Row::default() };
        let what = match map.relations[id].kind {
            RelationKind::Undercuts => "What is given for ",
            _ => "On ",
        };
        let lead = Runs::from(what).joined(own_words(map, point.ends[1]));
        let denies = if map.relations[id].kind == RelationKind::Undercuts { " does not show it" } else { "" };
        let lead = lead.with(Mark::Plain, denies).with(Mark::Inferred, if point.inferred { INFERRED } else { "" });
        let mut cells = vec![
            Cell::number(number),
            Cell::runs(text(self.two, point.ends[0], lead.with(Mark::Plain, ": "), self.said)),
        ];
        let answers = self.answers_to(point.ends[0], 1 - point.from);
        let is_mutual = answers.iter().any(|answer| answer.ends == [point.ends[1], point.ends[0]]);
        cells.push(self.cell(&answers, &[point.ends[0]]));
        let replies: Vec<&Link> =
            answers.iter().flat_map(|answer| self.answers_to(answer.ends[0], point.from)).collect();
        cells.push(match (is_mutual, answers.is_empty()) {
            (true, _) => Cell::text("Each attacks the other."),
            (false, true) => Cell::text(""),
            (false, false) => self.cell(&replies, &answers.iter().map(|answer| answer.ends[0]).collect::<Vec<_>>()),
        });
        self.answers.insert(point.tie);
        Row { cells, ..Row::default() }
    }

    /// The attacks of a side on a statement.
    fn answers_to(&self, statement: StatementId, side: usize) -> Vec<&'p Link> {
        let links = self.two.links.iter();
        links.filter(|link| link.bond == Bond::Attacks && link.from == side && link.ends[1] == statement).collect()
    }

    /// The answers to some points, or that there are none.
    fn cell(&mut self, answers: &[&Link], to: &[StatementId]) -> Cell {
        if answers.is_empty() {
            let by_others = to.iter().any(|&point| is_answered(self.two.map(), point));
            let text = if by_others { "answered only by others" } else { "not answered in this map" };
            return Cell::runs(Runs::new().with(Mark::Faint, text));
        }
        let mut runs = Runs::new();
        for answer in answers {
            self.answers.insert(answer.tie);
            runs.push(Mark::Plain, if runs.is_empty() { "" } else { " " });
            runs = text(self.two, answer.ends[0], runs, self.said);
            runs.push(Mark::Inferred, if answer.inferred { INFERRED } else { "" });
        }
        Cell::runs(runs)
    }
}

/// A statement as a sentence with the place of its first quotation; where it stands on the page already, by its own words. In a site
/// these lead to it.
fn text(two: &Two<'_, '_>, statement: StatementId, lead: Runs, said: &mut HashSet<StatementId>) -> Runs {
    let map = two.map();
    if two.in_site {
        return lead.joined(own_words(map, statement));
    }
    if !said.insert(statement) {
        return lead.joined(own_words(map, statement)).with(Mark::Plain, ", as above.");
    }
    let runs = lead.joined(sentence_leading(map, statement));
    let place = map.quotations_of(statement).iter().find_map(|&id| map.quotations[id].place);
    match place {
        Some(place) => runs.with(Mark::Plain, " ").with(Mark::Place, format!("[{}]", map.text(place))),
        None => runs,
    }
}

/// `Sedgwick's`, `Adams'`
fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}'") } else { format!("{name}'s") }
}
