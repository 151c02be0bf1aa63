//! Cells that show the same, made once: most cells of a large table have one stance behind them, or none.

use std::sync::Arc;

use foldhash::HashMap;

use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::positions::IssueStance;
use crate::model::{Answers, Attitude, IssueId, Map, Strength};
use crate::page::{Runs, Words};
use crate::view::wording::sign::Legend;

use super::cell;

/// The cells of issues that were made so far, by all that decides how they look.
#[derive(Debug, Default)]
pub struct CellCache<'m> {
    silent: Option<Words>,
    of_one: HashMap<CellKey<'m>, Words>,
}

/// How a cell looks that has one stance behind it.
#[derive(Debug, PartialEq, Eq, Hash)]
struct CellKey<'m> {
    answers: Answers,
    position: Option<&'m str>,
    to: Option<&'m str>,
    attitude: Attitude,
    strength: Strength,
    /// Whether it is alone, conditional, inferred, unstated, anticipated or reported.
    how: [bool; 6],
}

impl<'m> CellCache<'m> {
    /// The signs of an issue's cell. The legend is told of them when they are first made.
    pub fn issue_signs(&mut self, map: &'m Map, issue: IssueId, stand: &IssueStance<'_>, legend: &mut Legend) -> Words {
        let made = || Words::Shared(Arc::new(cell::issue_signs(map, stand, legend)));
        if !stand.reports.is_empty() {
            return cell::issue_signs(map, stand, legend).into();
        }
        match stand.stances {
            [] => self.silent.get_or_insert_with(made).clone(),
            // A ranking has positions below its first, which decide, too.
            [say] if say.attitude != Attitude::Prefers => {
                self.of_one.entry(CellKey::of(map, issue, say)).or_insert_with(made).clone()
            }
            _ => cell::issue_signs(map, stand, legend).into(),
        }
    }
}

impl<'m> CellKey<'m> {
    fn of(map: &'m Map, issue: IssueId, say: &ColumnStance) -> CellKey<'m> {
        CellKey {
            answers: map.issues[issue].answers,
            position: say.position.map(|position| map.position_name(position)),
            to: say.to.map(|position| map.position_name(position)),
            attitude: say.attitude,
            strength: say.strength,
            how: [say.alone, say.conditional, say.inferred, say.unstated, say.anticipated, say.reported],
        }
    }
}

/// The same with more behind it.
pub fn with(words: Words, more: Vec<Runs>) -> Words {
    if more.is_empty() {
        return words;
    }
    let mut runs = Runs::clone(&words);
    for more in more {
        runs.append(more);
    }
    runs.into()
}
