//! The issues of a comparison in their order: those in full, those to which one alone speaks in a line, and those of silence by name.

use crate::analysis::table::derived::Derived;
use crate::page::{Block, Runs};
use crate::study::{Compared, IssueCompared};
use crate::view::wording::derived;
use crate::view::wording::naming::{Subject, counted};
use crate::view::wording::sign::Legend;

use super::above::Above;
use super::issue;
use super::options::{CompareOptions, Only};
use super::records::{self, Line};
use crate::view::wording::named;

/// The issues as they are told, with what the page keeps of them for its end.
pub struct Issues<'c> {
    compared: &'c Compared<'c>,
    options: &'c CompareOptions,
    titles: &'c [String],
    in_detail: bool,
    derived: &'c Derived,
    /// The signs that occur.
    pub legend: Legend,
    /// Relations and texts that were told already.
    pub above: Above,
    /// The rows for programs.
    pub flat: Vec<Line<'c>>,
    /// How many issues are told, and lists of those to which one alone speaks.
    pub shown: usize,
    /// The names of those to which nobody speaks.
    pub silent: Vec<Runs>,
    /// For each column the issues to which it alone speaks.
    lone: Vec<Vec<Runs>>,
}

impl<'c> Issues<'c> {
    /// The issues of a comparison, of which nothing is told yet.
    pub fn new(
        compared: &'c Compared<'c>,
        options: &'c CompareOptions,
        titles: &'c [String],
        in_detail: bool,
    ) -> Issues<'c> {
        Issues {
            compared,
            options,
            titles,
            in_detail,
            derived: compared.table.derived_between(options.derived),
            legend: Legend::default(),
            above: Above::default(),
            flat: Vec::new(),
            shown: 0,
            silent: Vec::new(),
            lone: vec![Vec::new(); compared.number()],
        }
    }

    /// Tells all that are asked for.
    pub fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let compared = self.compared;
        for issue in compared.issues().iter().filter(|issue| self.options.shows(issue)) {
            if self.options.consumer.reads_records() {
                records::add(&mut self.flat, compared, issue);
                records::add_derived(&mut self.flat, compared, self.derived, issue);
            }
            blocks.extend(self.one(issue));
        }
        for (column, lines) in std::mem::take(&mut self.lone).into_iter().enumerate() {
            if !lines.is_empty() {
                let text = format!("Spoken to only by {} ({})", self.titles[column], counted(lines.len(), "issue"));
                blocks.push(Block::Heading { level: 1, runs: text.into() });
                blocks.push(Block::List(lines));
                self.shown += 1;
            }
        }
        blocks
    }

    fn one(&mut self, compared: &'c IssueCompared) -> Vec<Block> {
        let (map, issue) = (self.compared.map(), compared.issue);
        let asks_for_issues = !self.compared.selection().filter.issues.is_empty();
        let whole = self.in_detail && self.options.only == Some(Only::Silent) || asks_for_issues;
        let is_derived_on = self.derived.columns_on(issue).next().is_some();
        let mut speaking = self.compared.table.positions().stances_on(issue);
        match (speaking.next(), speaking.next()) {
            (None, _) if !is_derived_on => self.silent.push(named::issue(map, issue)),
            (Some((column, stand)), None) if !whole && !is_derived_on => {
                self.lone[column].push(issue::in_a_line(map, issue, &stand, &mut self.legend));
            }
            _ if !self.in_detail => self.shown += 1,
            _ => {
                self.shown += 1;
                return self.in_full(compared);
            }
        }
        Vec::new()
    }

    /// An issue in full, with the derived stances on it.
    fn in_full(&mut self, compared: &'c IssueCompared) -> Vec<Block> {
        let (map, table, issue) = (self.compared.map(), &self.compared.table, compared.issue);
        let mut blocks = issue::blocks(self.compared, compared, self.titles, &mut self.above, &mut self.legend);
        for column in self.derived.columns_on(issue) {
            let stand = table.positions().stance(issue, column);
            let who = Subject::new(table.columns(), column, &self.titles[column]);
            blocks.push(Block::List(derived::sentences(map, self.derived.on(issue, column), who, &stand)));
        }
        blocks
    }
}
