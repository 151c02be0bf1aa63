//! Sentences below a question, of all that no row of it tells: who asks, who sees both sides, who is split, who is silent.

use crate::analysis::table::column::Columns;
use crate::analysis::table::orientation::Orientation;
use crate::analysis::table::positions::IssueStance;
use crate::model::{Attitude, Map, ShortNames, StatementId};
use crate::page::{Mark, Runs};
use crate::text::list::{and, with_rest};
use crate::view::wording::called::{column_short, position_said, speaker_said};
use crate::view::wording::naming::Subject;
use crate::view::wording::speech::capitalized;
use crate::view::wording::stance_word::{INFERRED, Place, stance_words};

use super::on_issue::OnIssue;

/// So many names are told of many.
pub const NAMES: usize = 12;

/// Names for the sentences of a table.
pub struct Notes<'g> {
    /// The map that is looked at.
    pub map: &'g Map,
    /// The short names of its authors and sources.
    pub short: &'g ShortNames,
    /// The columns of the table.
    pub columns: &'g Columns,
}

impl Notes<'_> {
    /// A column in a sentence.
    pub fn name(&self, column: usize) -> String {
        column_short(self.map, self.short, self.columns, column)
    }

    /// Whether it takes the verb of several.
    pub fn are_several(&self, column: usize) -> bool {
        Subject::new(self.columns, column, "").are_several()
    }

    /// The sentences of an issue, one after the other; nothing where its rows tell all.
    pub fn sentences(&self, on: &OnIssue<'_>) -> Runs {
        let with = |wanted: Orientation| on.stands.iter().filter(move |(_, stand)| stand.issue.orientation == wanted);
        let weighs = on.stands.iter().filter(|(_, stand)| stances(stand, Attitude::Weighs).next().is_some());
        let weighs = weighs.map(|(column, stand)| (*column, stances(stand, Attitude::Weighs).all(|say| say.inferred)));
        let asks = with(Orientation::Raises).filter(|(_, stand)| stances(stand, Attitude::Raises).next().is_some());
        let asks = asks.map(|(column, stand)| (*column, stances(stand, Attitude::Raises).all(|say| say.inferred)));
        let objects = with(Orientation::Raises)
            .filter(|(_, stand)| !stand.stances.is_empty() && stand.stances.iter().all(|say| say.anticipated))
            .map(|(column, stand)| (*column, stand.stances.iter().all(|say| say.inferred)));
        let mut sentences = vec![
            self.sentence(&weighs.collect::<Vec<_>>(), ["sees both sides", "see both sides"]),
            self.sentence(&asks.collect::<Vec<_>>(), ["asks", "ask"]),
            self.sentence(
                &objects.collect::<Vec<_>>(),
                ["names an objection and takes no side", "name an objection and take no side"],
            ),
        ];
        sentences.extend(self.both_ways(on));
        let mut runs = Runs::new();
        for sentence in sentences.into_iter().filter(|sentence| !sentence.is_empty()) {
            runs.push(Mark::Plain, if runs.is_empty() { "" } else { " " });
            runs.append(capitalized(sentence));
        }
        runs
    }

    /// `Ann~ and Bob ask.`
    fn sentence(&self, who: &[(usize, bool)], [one, several]: [&str; 2]) -> Runs {
        let Some(&(first, _)) = who.first() else { return Runs::new() };
        let verb = if who.len() > 1 || self.are_several(first) { several } else { one };
        let names = who.iter().map(|(column, inferred)| {
            Runs::from(self.name(*column)).with(Mark::Inferred, if *inferred { INFERRED } else { "" })
        });
        let mut runs = Runs::new();
        let more = who.len().saturating_sub(NAMES);
        let shown = who.len() - more;
        for (number, name) in names.take(shown).enumerate() {
            let joint = match number {
                0 => "",
                _ if number + 1 == shown && more == 0 => " and ",
                _ => ", ",
            };
            runs.push(Mark::Plain, joint);
            runs.append(name);
        }
        runs.push(Mark::Plain, if more > 0 { format!(" and {more} more") } else { String::new() });
        runs.with(Mark::Plain, format!(" {verb}."))
    }

    /// Sentences about those who say what excludes each other: one author with the places, several people by their names.
    fn both_ways(&self, on: &OnIssue<'_>) -> Vec<Runs> {
        let mut sentences = Vec::new();
        for (column, stand) in &on.stands {
            let is_both = |orientation: Orientation| orientation == Orientation::Ambivalent;
            let is_open = !self.map.issues[on.grouped.issue].is_exclusive();
            let now = stand.latest();
            let said =
                is_both(now.issue.orientation) && (!is_open || now.positions.iter().any(|it| is_both(it.orientation)));
            let sided: Vec<StatementId> = stand
                .stances
                .iter()
                .filter(|say| matches!(say.attitude, Attitude::Holds | Attitude::Rejects) && !say.anticipated)
                .map(|say| say.statement)
                .collect();
            if !said || sided.len() < 2 {
                continue;
            }
            let name = self.name(*column);
            if !self.columns.is_one_mind(*column) {
                sentences.push(Runs::from(format!("{name} is split: {}.", self.parts(on, *column))));
                continue;
            }
            let mut places: Vec<String> = sided
                .iter()
                .filter_map(|&statement| {
                    let what = &self.map.statements[statement];
                    let quoted = self.map.quotations_of(statement).first();
                    let place = quoted.and_then(|&quotation| self.map.quotations[quotation].place).or(what.at);
                    place.map(|place| self.map.text(place).into_owned())
                })
                .collect();
            places.dedup();
            let verb = if self.are_several(*column) { "say both" } else { "says both" };
            let places = if places.is_empty() { String::new() } else { format!(" ({})", places.join(", ")) };
            sentences.push(Runs::from(format!("{name} {verb}{places}.")));
        }
        sentences
    }

    /// Of a column of several people who says what: `Ann yes; Bob no`.
    fn parts(&self, on: &OnIssue<'_>, column: usize) -> String {
        let mut parts: Vec<(String, Vec<String>)> = Vec::new();
        for (position, said) in &on.taken {
            let of_column = said.iter().filter(|said| said.column == column).flat_map(|said| &said.spoken);
            for spoken in of_column {
                for say in &spoken.stances {
                    let who = speaker_said(self.map, self.short, say.statement);
                    let words = stance_words(spoken, None, false, Place::Name).plain();
                    let words = words.split(", ").next().unwrap_or_default().trim_end_matches(INFERRED).to_owned();
                    let words = if words == "firmly" || words == "leans" { String::new() } else { words };
                    let answer = format!("{words} {}", position_said(self.map, *position));
                    let answer = answer.trim().to_owned();
                    match parts.iter_mut().find(|(name, _)| *name == who) {
                        Some((_, answers)) if answers.contains(&answer) => {}
                        Some((_, answers)) => answers.push(answer),
                        None => parts.push((who, vec![answer])),
                    }
                }
            }
        }
        let parts: Vec<String> = parts.into_iter().map(|(who, answers)| format!("{who} {}", and(answers))).collect();
        let more = parts.len().saturating_sub(NAMES);
        if more > 0 { with_rest(&parts[..NAMES], more) } else { parts.join("; ") }
    }

    /// The sentence about those who say nothing: `Silent: Ann and Bob.`
    pub fn silent(&self, silent: &[usize]) -> Option<Runs> {
        let names: Vec<String> = silent.iter().map(|&column| self.name(column)).collect();
        let more = names.len().saturating_sub(NAMES);
        let told = if more > 0 { with_rest(&names[..NAMES], more) } else { names.join(", ") };
        (!names.is_empty()).then(|| Runs::from(format!("Silent: {told}.")))
    }
}

fn stances<'s>(
    stand: &'s IssueStance<'_>,
    attitude: Attitude,
) -> impl Iterator<Item = &'s crate::analysis::table::column_stance::ColumnStance> {
    stand.stances.iter().filter(move |say| say.attitude == attitude && !say.anticipated)
}
