//! Which statements stand for whom: one evaluation for each author who says something.

use framework::Evaluation;

use super::{Question, Refusal};
use crate::analysis::evaluation::accepted::Accepted;
use crate::analysis::evaluation::audience::Audience;
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::page::{Consumer, Page};
use crate::view::stand::audiences::{Among, AudienceColumn, audiences};

/// The number of authors up to which all are included.
const HEARD: usize = 60;
/// The most authors that are included: all pairs of them are compared.
const MOST_HEARD: usize = 400;
/// Beyond those who are always included, so many statements are looked at in all: what came of each is kept for each.
const LOOKED_AT: usize = 400_000;

impl Question {
    /// The page on all authors.
    pub(super) fn for_whom(&self, debate: &Debate<'_>, among: Among, consumer: Consumer) -> Result<Page, Refusal> {
        let map = debate.map;
        let columns = Columns::new(map, By::Author, false);
        let mut evaluation = Evaluation::new(self.semantics);
        let mut included = Vec::new();
        let (mut beyond, mut unsearched) = (0, 0);
        let most = (LOOKED_AT / map.statements.len().max(1)).clamp(HEARD, MOST_HEARD);
        let mut spoken = vec![false; columns.owners.len()];
        let mut of = Vec::new();
        for id in map.statements.ids() {
            columns.of(map, id, &mut of);
            for &(column, _) in &of {
                spoken[column] = true;
            }
        }
        for (column, who) in columns.owners.iter().enumerate().filter(|(column, _)| spoken[*column]) {
            let ColumnOwner::Authors(authors) = who else { continue };
            if included.len() >= most {
                beyond += 1;
                continue;
            }
            // One is asked in any case: what stands for nobody says nothing.
            if self.limit.is_reached(map.statements.len() as u64) && !included.is_empty() {
                unsearched += 1;
                continue;
            }
            let audience = Audience::new(map, authors, debate.selection.filter.stated);
            let outcome = match self.evaluate(&mut evaluation, debate, Some(&audience), &Hypothesis::default()) {
                Ok(outcome) => outcome,
                Err(refusal) if included.is_empty() => return Err(refusal),
                // Answers for those before are kept.
                Err(_) => {
                    unsearched += 1;
                    continue;
                }
            };
            let accepted = Accepted::new(map, &audience, &outcome);
            included.push(AudienceColumn { column, audience, outcome, accepted });
        }
        let reason = self.limit.reason().unwrap_or("it was stopped");
        let unasked = [(beyond, "there are too many"), (unsearched, reason)];
        Ok(audiences(map, debate.selection, &columns, &included, &unasked, among, consumer))
    }
}
