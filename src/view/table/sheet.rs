//! Rows of the position table: groups of issues, a question each, below it a row for each position; in columns, or by names in one.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde_json::{Value, json};

use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::table::derived::Derived;
use crate::analysis::table::group::{Group, Grouped};
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::spoken::{Part, Way};
use crate::model::{IssueId, PositionId};
use crate::page::{Cell, Column, Kind, Look, Mark, Row, Runs, Table};
use crate::study::{PositionTable, Study};
use crate::view::wording::called::{column_short, position_in_full, position_said};
use crate::view::wording::group_said::group_said;
use crate::view::wording::named;
use crate::view::wording::naming::column_key;
use crate::view::wording::stance_word::{Place, SILENT};

use super::answer::answer;
use super::notes::{NAMES, Notes};
use super::on_issue::OnIssue;
use super::options::TableOptions;
use super::people::{group_value, holders, who};
use super::{passage, value};

/// With more columns than this, names stand in the rows: nobody could read so many beside each other.
pub(super) const MOST: usize = 12;
/// So many issues are looked at by one core before it looks for more.
const ISSUES_AT_ONCE: usize = 16;

/// Facts and options of which rows are made.
pub struct Sheet<'g, 'm> {
    /// The study of which it is.
    pub(super) study: &'g Study<'m>,
    /// The stances of its columns.
    pub(super) of: &'g PositionTable<'m>,
    /// Derived stances, where they are asked for.
    pub(super) derived: &'g Derived,
    /// The columns that are shown.
    pub(super) columns: &'g [usize],
    /// The options of the table.
    pub(super) options: &'g TableOptions,
    /// The statuses of statements, where they are asked for.
    pub(super) outcome: Option<&'g Outcome>,
    /// Names for its sentences.
    pub(super) notes: Notes<'g>,
}

/// Rows in both forms: with a column for each who speaks, as far as there are few, and with names.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) wide: Vec<Row>,
    pub(super) narrow: Vec<Row>,
}

impl Rows {
    pub(super) fn push(&mut self, row: Row) {
        self.wide.push(row.clone());
        self.narrow.push(row);
    }
}

impl<'g, 'm> Sheet<'g, 'm> {
    /// Of some columns of a table.
    pub fn new(
        study: &'g Study<'m>,
        of: &'g PositionTable<'m>,
        derived: &'g Derived,
        columns: &'g [usize],
        options: &'g TableOptions,
    ) -> Self {
        let outcome = options.standing.then(|| study.outcome());
        let notes = Notes { map: study.map, short: study.short(), columns: of.columns() };
        Sheet { study, of, derived, columns, options, outcome, notes }
    }

    /// The table of these issues.
    pub fn table(&self, grouped: &[Grouped]) -> Table {
        let mut rows = Rows::default();
        for of_group in grouped.chunk_by(|one, other| one.group == other.group) {
            let (group, title) = (of_group[0].group, self.title(of_group));
            rows.push(Row::group(title, json!({ "group": group_value(group), "issues": of_group.len() })));
            // Where words are quoted, none is twice on the page; so each issue has to know those before it.
            let parts: Vec<Vec<Rows>> = of_group
                .par_chunks(ISSUES_AT_ONCE)
                .map(|issues| issues.iter().map(|&grouped| self.issue(grouped)).collect())
                .collect();
            for part in parts.into_iter().flatten() {
                rows.wide.extend(part.wide);
                rows.narrow.extend(part.narrow);
            }
        }
        self.once(&mut rows);
        self.assembled(rows, "position")
    }

    /// A table of both forms, or of names alone where there are many columns.
    pub(super) fn assembled(&self, rows: Rows, first: &str) -> Table {
        let mut narrow = Table { key: "positions".to_owned(), fixed: 1, look: Look::Grouped, ..Table::default() };
        narrow.columns = ["", first].map(|_| Column::new(first, "")).to_vec();
        narrow.columns[1].key = "who".to_owned();
        narrow.columns.iter_mut().for_each(|column| column.kind = Kind::Several);
        if self.columns.len() > MOST {
            narrow.rows = rows.narrow;
            return narrow;
        }
        let mut table = Table { rows: rows.wide, ..narrow.clone() };
        table.columns.truncate(1);
        let (map, columns) = (self.study.map, self.of.columns());
        table.columns.extend(self.columns.iter().map(|&column| {
            let heading = column_short(map, self.study.short(), columns, column);
            Column { kind: Kind::Several, ..Column::new(column_key(map, columns, column), heading) }
        }));
        narrow.rows = rows.narrow;
        table.narrow = Some(Box::new(narrow));
        table
    }

    pub(super) fn title(&self, of_group: &[Grouped]) -> String {
        let title = group_said(of_group[0].group, self.columns.len() == 1);
        format!("{} ({})", title.to_uppercase(), of_group.len())
    }

    fn issue(&self, grouped: Grouped) -> Rows {
        let on = OnIssue::new(self.of, grouped, self.options.detail.counts, self.outcome);
        let mut rows = Rows::default();
        let is_sentence = grouped.group >= Group::OneSide && !self.options.detail.full;
        let mut question =
            Runs::new().with(Mark::Strong, self.notes.map.text(self.notes.map.issues[grouped.issue].question));
        if is_sentence {
            question.append(self.answers(&on));
        }
        rows.push(self.question(grouped.issue, question));
        let silent = if is_sentence { [None, None] } else { self.positions(&on, &mut rows) };
        for (number, condition) in on.conditions.iter().enumerate().filter(|_| !is_sentence) {
            rows.push(note(Runs::from(format!("{} {condition}", number + 1))));
        }
        let sentences = self.notes.sentences(&on);
        if !sentences.is_empty() && !is_sentence {
            rows.push(note(sentences));
        }
        let [wide, narrow] = silent;
        rows.wide.extend(wide);
        rows.narrow.extend(narrow);
        self.derived(&on, &mut rows);
        rows
    }

    fn question(&self, issue: IssueId, question: Runs) -> Row {
        let map = self.notes.map;
        let name = map.word(map.issues[issue].name);
        let value = json!({ "issue": name, "question": map.text(map.issues[issue].question), "position": null });
        if self.options.detail.keys {
            let key = Runs::from("  ").joined(named::issue(map, issue));
            return Row::across(0, question.joined(key), value);
        }
        let mut key = named::issue(map, issue);
        key.pieces.iter_mut().for_each(|run| run.mark = Mark::Faint);
        Row::across(0, question, value).with_aside(key)
    }

    /// Answers behind a question that at most one takes a side on: `Ann: yes, firmly. Bob asks.`
    fn answers(&self, on: &OnIssue<'_>) -> Runs {
        let map = self.notes.map;
        let mut runs = Runs::new();
        for (column, _) in on.stands.iter().filter(|(column, _)| self.columns.contains(column)) {
            let mut answers: Vec<Runs> = Vec::new();
            for (position, said) in &on.taken {
                let name = position_said(map, *position);
                for spoken in said.iter().filter(|said| said.column == *column).flat_map(|said| &said.spoken) {
                    let condition = crate::view::wording::stance_word::condition_words(map, spoken);
                    let is_told = matches!(spoken.part, Part::Between | Part::Last)
                        || spoken.way == Way::Second && answers.len() + 1 < on.taken.len();
                    if !is_told || spoken.condition.is_some() && spoken.part == Part::Whole {
                        answers.push(answer(map, self.notes.short, &name, spoken, condition.as_deref()));
                    }
                }
            }
            if answers.is_empty() {
                continue;
            }
            runs.push(Mark::Plain, " ");
            if self.columns.len() > 1 {
                runs.push(Mark::Plain, format!("{}: ", self.notes.name(*column)));
            }
            runs.append(named::joined(answers, "; "));
            runs.push(Mark::Plain, ".");
        }
        let sentences = self.notes.sentences(on);
        runs.push(Mark::Plain, if sentences.is_empty() { "" } else { " " });
        runs.joined(sentences)
    }

    /// The rows of an issue; and in each form of the table the sentence that says who is silent, where no row does.
    fn positions(&self, on: &OnIssue<'_>, rows: &mut Rows) -> [Option<Row>; 2] {
        let map = self.notes.map;
        let all = self.options.detail.full || self.options.detail.counts || self.study.selection.filter.voices;
        let (alone_or_shared, alone) = if self.options.detail.full {
            on.rows(true)
        } else {
            let (mut shared, alone) = on.rows(false);
            if all {
                shared.extend(&alone);
                shared.sort_unstable();
                (shared, Vec::new())
            } else {
                (shared, alone)
            }
        };
        let silent: Vec<usize> = self.columns.iter().copied().filter(|column| !speaks(on, *column)).collect();
        for (number, &position) in alone_or_shared.iter().enumerate() {
            self.position(on, position, if number == 0 { &silent } else { &[] }, rows);
            if self.options.detail.full
                && let Some(full) = position_in_full(map, position)
            {
                rows.push(Row::across(
                    2,
                    Runs::new().with(Mark::Faint, full),
                    json!({ "position": map.position_name(position) }),
                ));
            }
            for line in self.passages(on, position) {
                rows.push(Row::across(2, line, json!({ "position": map.position_name(position) })));
            }
        }
        if !alone.is_empty() {
            let by_one = alone.iter().map(|position| self.by_one(on, *position));
            rows.push(note(Runs::from("each by one: ").joined(named::joined(by_one, ", "))));
        }
        let sentence = self.notes.silent(&silent).map(note);
        [sentence.clone().filter(|_| alone_or_shared.is_empty()), sentence]
    }

    /// `the police (Ann firmly)`
    fn by_one(&self, on: &OnIssue<'_>, position: PositionId) -> Runs {
        let runs = Runs::from(format!("{} (", position_said(self.notes.map, position)));
        let said = on.taken[&position].iter().map(|said| self.notes.named(on, said));
        runs.joined(named::joined(said, "; ")).with(Mark::Plain, ")")
    }

    fn position(&self, on: &OnIssue<'_>, position: PositionId, silent: &[usize], rows: &mut Rows) {
        let map = self.notes.map;
        let issue = on.grouped.issue;
        let none = Vec::new();
        let said = on.taken.get(&position).unwrap_or(&none);
        let name = position_said(map, position);
        let value = json!({
            "issue": map.word(map.issues[issue].name),
            "question": map.text(map.issues[issue].question),
            "position": map.position_name(position),
        });
        let reads_values = self.options.consumer.reads_values();
        if self.columns.len() <= MOST {
            let cell = |&column: &usize| {
                let said = said.iter().find(|said| said.column == column);
                let words = match said {
                    Some(said) => on.words(self.notes.short, said, Place::Cell),
                    None if silent.contains(&column) => Runs::new().with(Mark::Faint, SILENT),
                    None => Runs::new(),
                };
                let stand = said.map_or(IssueStance::SILENT, |said| said.stand);
                let mut value = if reads_values { value::position_value(map, &stand, position) } else { Value::Null };
                if reads_values && self.outcome.is_some() {
                    value["standing"] = said
                        .and_then(|said| said.status)
                        .map(|status| crate::view::stand::why::word(Some(status)))
                        .into();
                }
                Cell::new(words, value)
            };
            let mut cells = vec![Cell::new(name.as_str(), value.clone())];
            cells.extend(self.columns.iter().map(cell));
            rows.wide.push(Row { cells, depth: 1, ..Row::default() });
        }
        let who = who(said.iter().map(|said| self.notes.named(on, said)).collect(), said);
        let cells = vec![Cell::new(format!("{name}{}", holders(said)), value), Cell::new(who, Value::Null)];
        rows.narrow.push(Row { cells, depth: 1, ..Row::default() });
    }

    /// Quotations of each who speaks of a position, where that is asked for.
    fn passages(&self, on: &OnIssue<'_>, position: PositionId) -> Vec<Runs> {
        let map = self.notes.map;
        let mut lines = Vec::new();
        for said in on.taken.get(&position).into_iter().flatten().take(NAMES) {
            for passage in passage::passages(map, &said.stand, Some(position), self.options.content) {
                lines.push(Runs::from(format!("{}: ", self.notes.name(said.column))).joined(passage));
            }
        }
        lines
    }

    /// Leaves out what is quoted a second time.
    fn once(&self, rows: &mut Rows) {
        if self.options.content == super::Content::Words {
            return;
        }
        for rows in [&mut rows.wide, &mut rows.narrow] {
            let mut known: BTreeSet<String> = BTreeSet::new();
            rows.retain(|row| match &row.across {
                Some(across) if row.depth == 2 => known.insert(across.runs.plain()),
                _ => true,
            });
        }
    }

    /// Sentences about who speaks against a reason for a position, which is no stance.
    fn derived(&self, on: &OnIssue<'_>, rows: &mut Rows) {
        let map = self.notes.map;
        for &column in self.columns {
            let mut told: BTreeSet<PositionId> = BTreeSet::new();
            for derived in self.derived.on(on.grouped.issue, column) {
                if !told.insert(derived.position) {
                    continue;
                }
                let of_it =
                    self.derived.on(on.grouped.issue, column).iter().filter(|it| it.position == derived.position);
                let inferred = of_it.clone().all(|it| map.relations[it.attack].inferred);
                let times =
                    if of_it.clone().count() > 1 { format!(", {} times", of_it.count()) } else { String::new() };
                let mut runs = Runs::from(format!("Derived: {} is", self.notes.name(column)));
                runs.push(
                    Mark::Plain,
                    format!(" against a reason for {}{times}", position_said(map, derived.position)),
                );
                runs.push(Mark::Inferred, if inferred { "~" } else { "" });
                rows.push(note(runs.with(Mark::Plain, ".")));
            }
        }
    }
}

pub(super) fn speaks(on: &OnIssue<'_>, column: usize) -> bool {
    let at = on.stands.binary_search_by_key(&column, |(column, _)| *column);
    at.is_ok_and(|at| !on.stands[at].1.stances.is_empty())
}

fn note(runs: Runs) -> Row {
    let value = json!({ "note": runs.plain() });
    Row::across(1, runs, value)
}
