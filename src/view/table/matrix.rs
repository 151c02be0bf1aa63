//! Tables with whole answers in their cells: a row for each question, or for each author.

use serde_json::{Value, json};

use crate::analysis::table::group::Grouped;
use crate::analysis::table::spoken::Part;
use crate::model::Attitude;
use crate::page::{Cell, Column, Kind, Look, Mark, Row, Runs, Table};
use crate::view::wording::called::{column_short, issue_short, position_said};
use crate::view::wording::named;
use crate::view::wording::naming::column_key;
use crate::view::wording::stance_word::SILENT;

use super::answer::{answer, asked};
use super::notes::NAMES;
use super::on_issue::OnIssue;
use super::people::group_value;
use super::sheet::{MOST, Rows, Sheet, speaks};

impl Sheet<'_, '_> {
    /// A table with a row for each issue, its positions in the cells.
    pub fn by_issue(&self, grouped: &[Grouped]) -> Table {
        let map = self.notes.map;
        let mut rows = Rows::default();
        for of_group in grouped.chunk_by(|one, other| one.group == other.group) {
            rows.push(Row::group(
                self.title(of_group),
                json!({ "group": group_value(of_group[0].group), "issues": of_group.len() }),
            ));
            for &grouped in of_group {
                let on = OnIssue::new(self.of, grouped, self.options.detail.counts, self.outcome);
                let name = issue_short(map, grouped.issue);
                let value = json!({ "issue": map.word(map.issues[grouped.issue].name), "question": map.text(map.issues[grouped.issue].question), "position": null });
                let cells = self.columns.iter().map(|&column| Cell::new(self.in_one(&on, column, true), Value::Null));
                let mut row = Row { cells: vec![Cell::new(name.as_str(), value.clone())], ..Row::default() };
                row.cells.extend(cells);
                rows.wide.push(row);
                let speaking = on.stands.iter().filter(|(column, _)| self.columns.contains(column));
                let who = speaking.map(|(column, _)| {
                    Runs::from(format!("{}: ", self.notes.name(*column))).joined(self.in_one(&on, *column, false))
                });
                let mut who: Vec<Runs> = who.collect();
                let more = who.len().saturating_sub(NAMES);
                who.truncate(NAMES);
                who.extend((more > 0).then(|| Runs::from(format!("and {more} more"))));
                let cells = vec![Cell::new(name, value), Cell::new(named::joined(who, "; "), Value::Null)];
                rows.narrow.push(Row { cells, ..Row::default() });
            }
        }
        self.assembled(rows, "issue")
    }

    /// A table with a row for each who would be a column, and the questions as columns.
    pub fn by_column(&self, grouped: &[Grouped]) -> Table {
        let map = self.notes.map;
        let mut issues: Vec<Grouped> = grouped.to_vec();
        issues.sort_by_key(|grouped| grouped.issue);
        let on: Vec<OnIssue<'_>> = issues
            .iter()
            .map(|&grouped| OnIssue::new(self.of, grouped, self.options.detail.counts, self.outcome))
            .collect();
        let mut wide = Table { key: "positions".to_owned(), fixed: 1, look: Look::Grouped, ..Table::default() };
        wide.columns.push(Column { kind: Kind::Several, ..Column::new("who", "") });
        wide.columns.extend(on.iter().map(|on| {
            let name = map.word(map.issues[on.grouped.issue].name);
            let key = if name == "who" { "column who".to_owned() } else { name.to_owned() };
            Column { kind: Kind::Several, ..Column::new(key, issue_short(map, on.grouped.issue)) }
        }));
        let mut narrow = Table { columns: wide.columns[..1].to_vec(), ..wide.clone() };
        narrow.columns.push(Column { kind: Kind::Several, ..Column::new("answer", "") });
        wide.rows.push(Row::group("", Value::Null));
        for &column in self.columns {
            let title = column_short(map, self.study.short(), self.of.columns(), column);
            let value = json!({ "column": column_key(map, self.of.columns(), column) });
            let mut row = Row { cells: vec![Cell::new(title.as_str(), value.clone())], ..Row::default() };
            row.cells.extend(on.iter().map(|on| Cell::new(self.in_one(on, column, true), Value::Null)));
            wide.rows.push(row);
            narrow.rows.push(Row::group(title, value.clone()));
            for on in on.iter().filter(|on| speaks(on, column)) {
                let name = Cell::new(issue_short(map, on.grouped.issue), value.clone());
                let cells = vec![name, Cell::new(self.in_one(on, column, false), Value::Null)];
                narrow.rows.push(Row { cells, depth: 1, ..Row::default() });
            }
        }
        if issues.len() > MOST {
            return narrow;
        }
        wide.narrow = Some(Box::new(narrow));
        wide
    }

    /// All that a column answers to one question: `reform, firmly; not engineering alone`.
    fn in_one(&self, on: &OnIssue<'_>, column: usize, in_cell: bool) -> Runs {
        let map = self.notes.map;
        if !speaks(on, column) {
            return Runs::new().with(Mark::Faint, SILENT);
        }
        let mut answers: Vec<Runs> = Vec::new();
        for (position, said) in &on.taken {
            for said in said.iter().filter(|said| said.column == column) {
                let name = position_said(map, *position);
                for spoken in said.spoken.iter().filter(|it| !matches!(it.part, Part::Between | Part::Last)) {
                    let condition = crate::view::wording::stance_word::condition_words(map, spoken);
                    let mut runs = answer(map, self.notes.short, &name, spoken, condition.as_deref());
                    runs.push(Mark::Plain, if said.is_split { " (split)" } else { "" });
                    answers.push(runs);
                }
            }
        }
        let takes_no_side = answers.is_empty();
        let stand = on.stands.iter().find(|(other, _)| *other == column).map(|(_, stand)| stand);
        let asked = |attitude, word| stand.and_then(|stand| asked(map, stand, attitude, word));
        answers.extend(asked(Attitude::Weighs, "sees both sides"));
        if answers.is_empty() && takes_no_side {
            answers.push(asked(Attitude::Raises, "asks").unwrap_or_else(|| "names an objection".into()));
        }
        named::joined(answers, if in_cell { "\n" } else { "; " })
    }
}
