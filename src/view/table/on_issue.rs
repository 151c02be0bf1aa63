//! Stances of all columns on one issue, by position: who says it in which words, and on which numbered condition.

use std::collections::BTreeMap;

use framework::Status;

use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::table::group::{Group, Grouped};
use crate::analysis::table::orientation::Orientation;
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::spoken::Spoken;
use crate::model::{Answers, Map, PositionId, ShortNames};
use crate::page::{Mark, Runs};
use crate::study::PositionTable;
use crate::view::wording::stance_word::{Place, by_some, condition_words, stance_words};

use super::standing;

/// Stances of one column on a position.
pub struct Said<'g> {
    /// The column, by its number in the table.
    pub column: usize,
    /// All that it says on the issue.
    pub stand: IssueStance<'g>,
    /// Each thing that it says of the position.
    pub spoken: Vec<Spoken>,
    /// Whether several people speak in the column, some for and some against.
    pub is_split: bool,
    /// Whether any of it stands, where that is asked for.
    pub status: Option<Status>,
}

/// The positions that a column speaks of, and those of which others report that it does.
fn spoken_of(map: &Map, stand: &IssueStance<'_>) -> Vec<PositionId> {
    let mut positions: Vec<PositionId> = stand.positions.iter().map(|cell| cell.position).collect();
    if !stand.reports.is_empty() {
        positions.extend(stand.reports.iter().flat_map(|say| say.bearings(map)).map(|(position, _)| position));
        positions.sort_unstable();
        positions.dedup();
    }
    positions
}

/// Stances of all columns on one issue.
pub struct OnIssue<'g> {
    map: &'g Map,
    /// The issue with its group.
    pub grouped: Grouped,
    /// The columns that say anything, in order.
    pub stands: Vec<(usize, IssueStance<'g>)>,
    /// Of each position that is spoken of, who says what.
    pub taken: BTreeMap<PositionId, Vec<Said<'g>>>,
    /// The conditions, in the order of their numbers; each with whether the mapper alone reads it into the text.
    pub conditions: Vec<String>,
    /// Whether words tell how many statements are behind them.
    pub counts: bool,
}

impl<'g> OnIssue<'g> {
    /// Reads an issue of a table.
    pub fn new(of: &'g PositionTable<'_>, grouped: Grouped, counts: bool, outcome: Option<&Outcome>) -> OnIssue<'g> {
        let map = of.map;
        let stands: Vec<(usize, IssueStance<'g>)> = of.positions().shown_on(grouped.issue).collect();
        let mut taken: BTreeMap<PositionId, Vec<Said<'g>>> = BTreeMap::new();
        for (column, stand) in &stands {
            let of_many = !of.columns().is_one_mind(*column);
            for position in spoken_of(map, stand) {
                let spoken = stand.spoken(map, position);
                if spoken.is_empty() {
                    continue;
                }
                let cell = stand.on(position);
                let now = stand.latest();
                let both = now.on(position).is_some_and(|cell| cell.orientation == Orientation::Ambivalent)
                    || map.issues[grouped.issue].is_exclusive() && now.issue.orientation == Orientation::Ambivalent;
                let status = outcome.and_then(|outcome| standing::of_cell(outcome, stand, Some(position)));
                let is_split = of_many && both && cell.is_some_and(|cell| cell.held || cell.rejected);
                let said = Said { column: *column, stand: *stand, spoken, is_split, status };
                taken.entry(position).or_default().push(said);
            }
        }
        let mut on_issue = OnIssue { map, grouped, stands, taken, conditions: Vec::new(), counts };
        on_issue.number_conditions();
        on_issue
    }

    fn number_conditions(&mut self) {
        let mut found: Vec<String> = Vec::new();
        for spoken in self.taken.values().flatten().flat_map(|said| &said.spoken) {
            found.extend(condition_words(self.map, spoken).filter(|words| !found.contains(words)));
        }
        self.conditions = found;
    }

    /// A condition by its number, with its word: `if 1`.
    pub fn numbered(&self, spoken: &Spoken) -> Option<String> {
        let words = condition_words(self.map, spoken)?;
        let number = self.conditions.iter().position(|known| *known == words)? + 1;
        let word = self.map.stances[spoken.condition?].condition.as_deref()?.word.word();
        Some(format!("{word} {number}"))
    }

    /// All that one says of a position, in words: lines of a cell, or behind a name.
    pub fn words(&self, short: &ShortNames, said: &Said<'_>, place: Place) -> Runs {
        let between = if place == Place::Cell { "\n" } else { ", " };
        let spoken = if said.is_split { &said.spoken[..1] } else { &said.spoken };
        let mut runs = Runs::new();
        for (number, spoken) in spoken.iter().enumerate() {
            let mut words =
                stance_words(spoken, self.numbered(spoken).as_deref().filter(|_| !said.is_split), said.is_split, place);
            let times = spoken.statements();
            if self.counts && times > 1 {
                words.push(Mark::Plain, if words.is_empty() { "" } else { between });
                words.push(Mark::Plain, format!("{times} times"));
            }
            let is_bare = words.pieces.first().is_none_or(|run| run.mark == Mark::Inferred);
            // Answers of all in a column are named where more follows that only some of them give.
            if is_bare && if number > 0 { !words.is_empty() } else { said.spoken.iter().any(|it| it.of_some) } {
                words = Runs::from("holds").joined(words);
            }
            words.push(Mark::Plain, if said.is_split { String::new() } else { by_some(self.map, short, spoken) });
            runs.push(Mark::Plain, if runs.is_empty() || words.is_empty() { "" } else { between });
            runs.append(words);
        }
        let status = match said.status {
            Some(Status::Falls) => "falls",
            Some(Status::Open) => "open",
            _ => return runs,
        };
        if runs.pieces.first().is_none_or(|run| run.mark == Mark::Inferred) {
            runs = Runs::from("holds").joined(runs);
        }
        runs.with(Mark::Plain, between).with(Mark::Plain, status)
    }

    /// The positions that have a row, and those that one column alone takes and that share a line. Where columns clash, on a scale and
    /// between yes and no, each has a row; on a scale also what nobody takes between two that are taken.
    pub fn rows(&self, all: bool) -> (Vec<PositionId>, Vec<PositionId>) {
        let issue = &self.map.issues[self.grouped.issue];
        let taken = || self.taken.keys().copied();
        if all {
            return (issue.positions().collect(), Vec::new());
        }
        let between =
            |position: &PositionId| Some(*position) >= taken().next() && Some(*position) <= taken().next_back();
        match issue.answers {
            Answers::Scale => (issue.positions().filter(between).collect(), Vec::new()),
            Answers::YesNo => (taken().collect(), Vec::new()),
            _ if self.grouped.group < Group::Agree => (taken().collect(), Vec::new()),
            _ => taken().partition(|position| self.taken[position].len() > 1),
        }
    }
}
