//! The issues of a comparison of many in their order, each in full, with the derived stances on it.

use crate::analysis::table::derived::Derived;
use crate::page::Block;
use crate::study::{Compared, IssueCompared};
use crate::view::wording::derived;
use crate::view::wording::naming::Subject;
use crate::view::wording::sign::Legend;

use super::above::Above;
use super::issue;
use super::options::CompareOptions;

/// Issues as they are told, with what the page keeps of them for its end.
pub struct Issues<'c, 's> {
    compared: &'c Compared<'s>,
    options: &'c CompareOptions,
    titles: &'c [String],
    derived: &'c Derived,
    /// The signs that occur.
    pub legend: Legend,
    /// Whatever has been told already.
    pub above: Above,
}

impl<'c, 's> Issues<'c, 's> {
    /// The issues of a comparison, none of which is told yet.
    pub fn new(compared: &'c Compared<'s>, options: &'c CompareOptions, titles: &'c [String]) -> Issues<'c, 's> {
        let derived = compared.table.derived_between(options.derived);
        Issues { compared, options, titles, derived, legend: Legend::default(), above: Above::default() }
    }

    /// Tells all that are asked for and to which anybody speaks.
    pub fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let compared = self.compared;
        for issue in compared.issues().iter().filter(|issue| self.options.shows(issue)) {
            let is_silent = compared.table.positions().stances_on(issue.issue).next().is_none();
            if !is_silent || self.derived.columns_on(issue.issue).next().is_some() {
                blocks.extend(self.in_full(issue));
            }
        }
        blocks
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
