//! Lanes of a question, one for each answer, and in them chips that open what somebody says, with the words of the source.

use foldhash::HashSet;

use crate::analysis::table::column::{ColumnOwner, Columns};
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::positions::IssueStance;
use crate::model::{Attitude, Map, QuotationId, StatementId};
use crate::page::site::{Chip, Lane};
use crate::page::{Mark, Runs};
use crate::view::site::telling::Telling;
use crate::view::table::notes::Notes;
use crate::view::table::on_issue::OnIssue;
use crate::view::wording::called::{own_words, position_in_full, position_said};
use crate::view::wording::naming::{counted, quotation};
use crate::view::wording::speech::text_leading;
use crate::view::wording::stance_said::{manner, stance_said};
use crate::view::wording::stance_word::INFERRED;

/// The answers that anybody speaks of, in the order of the map; last those who take no side.
pub fn lanes(telling: &Telling<'_, '_>, notes: &Notes<'_>, on: &OnIssue<'_>) -> Vec<Lane> {
    let map = telling.study.map;
    let mut lanes = Vec::new();
    for (&position, said) in &on.taken {
        let chips = said.iter().map(|said| {
            let stances: Vec<&ColumnStance> = said.spoken.iter().flat_map(|spoken| &spoken.stances).collect();
            Chip {
                label: notes.named(on, said),
                authors: authors(map, notes.columns, said.column),
                is_inferred: said.spoken.iter().all(|spoken| spoken.inferred),
                says: says(map, &stances),
            }
        });
        let name = position_said(map, position).into();
        lanes.push(Lane { name, meaning: position_in_full(map, position), chips: chips.collect() });
    }
    let chips: Vec<Chip> =
        on.stands.iter().flat_map(|(column, stand)| without_side(map, notes, *column, stand)).collect();
    if !chips.is_empty() {
        lanes.push(Lane { name: "takes no side".into(), meaning: None, chips });
    }
    lanes
}

/// Chips of one who asks, sees both sides, or raises an objection to be answered.
fn without_side(map: &Map, notes: &Notes<'_>, column: usize, stand: &IssueStance<'_>) -> Vec<Chip> {
    let are_several = notes.are_several(column);
    let words = |one: &'static str, several: &'static str| if are_several { several } else { one };
    let kinds = [
        (Some(Attitude::Weighs), words("sees both sides", "see both sides")),
        (Some(Attitude::Raises), words("asks", "ask")),
        (None, words("names an objection", "name an objection")),
    ];
    let mut chips = Vec::new();
    for (attitude, words) in kinds {
        let is_so = |say: &&ColumnStance| match attitude {
            Some(attitude) => say.attitude == attitude && !say.anticipated,
            None => say.anticipated,
        };
        let stances: Vec<&ColumnStance> = stand.stances.iter().filter(is_so).collect();
        if stances.is_empty() {
            continue;
        }
        let is_inferred = stances.iter().all(|say| say.inferred);
        let label = Runs::from(format!("{} {words}", notes.name(column)));
        chips.push(Chip {
            label: label.with(Mark::Inferred, if is_inferred { INFERRED } else { "" }),
            authors: authors(map, notes.columns, column),
            is_inferred,
            says: says(map, &stances),
        });
    }
    chips
}

/// Authors of a column, by their names in the map.
fn authors(map: &Map, columns: &Columns, column: usize) -> Vec<String> {
    match &columns.owners[column] {
        ColumnOwner::Authors(authors) => {
            authors.iter().map(|&author| map.word(map.authors[author].name).to_owned()).collect()
        }
        _ => Vec::new(),
    }
}

/// A paragraph for each statement behind a chip: how it stands, what it says, and its first quotation.
fn says(map: &Map, stances: &[&ColumnStance]) -> Vec<Runs> {
    let mut told: HashSet<StatementId> = HashSet::default();
    let each = stances.iter().filter(|say| told.insert(say.statement)).enumerate();
    let paragraph = |(number, say): (usize, &&ColumnStance)| {
        // The lane says already that something is plainly held.
        let (manner, _) = manner(map, &map.stances[say.stance]);
        let is_plain = say.attitude == Attitude::Holds && say.to.is_none() && manner.is_empty();
        let stance = if is_plain { Runs::new() } else { stance_said(map, say.stance).with(Mark::Plain, ": ") };
        let runs = match map.quotations_of(say.statement) {
            // One is told in full; of the others their source's words lead to the rest.
            [first, ..] if number > 0 => {
                return stance
                    .joined(own_words(map, say.statement))
                    .with(Mark::Plain, " ")
                    .joined(place_of(map, *first));
            }
            _ => stance.joined(text_leading(map, say.statement)),
        };
        match map.quotations_of(say.statement) {
            [] => runs,
            [first, more @ ..] => {
                let runs = runs.with(Mark::Plain, " ").joined(quotation(map, *first));
                runs.with(
                    Mark::Faint,
                    if more.is_empty() { String::new() } else { format!(", {}", counted_more(more.len())) },
                )
            }
        }
    };
    each.map(paragraph).collect()
}

/// The place of a quotation in its source, where it has one.
fn place_of(map: &Map, id: QuotationId) -> Runs {
    let place = map.quotations[id].place.map(|place| format!("[{}]", map.text(place)));
    Runs::new().with(Mark::Place, place.unwrap_or_default())
}

/// `1 more quotation`, `2 more quotations`.
fn counted_more(number: usize) -> String {
    counted(number, "more quotation")
}
