//! People who take a position, in the words of the table: `Hanatani; Sedgwick not alone`.

use crate::analysis::table::column::{By, ColumnOwner};
use crate::analysis::table::spoken::{Spoken, Way};
use crate::model::PositionId;
use crate::page::{Mark, Runs};
use crate::study::Study;
use crate::view::wording::called::column_said;
use crate::view::wording::named;
use crate::view::wording::stance_word::{Place, condition_words, stance_words};

/// Everybody who speaks of a position, each with how; those who hold it first. None where nobody does.
pub fn takers(study: &Study<'_>, position: PositionId) -> Option<Runs> {
    let map = study.map;
    let table = study.table(By::Author);
    let mut all: Vec<(bool, Way, Runs)> = Vec::new();
    for (column, stand) in table.positions().shown_on(map.positions[position].issue) {
        let spoken = stand.spoken(map, position);
        let Some(first) = spoken.first() else { continue };
        let several = matches!(&table.columns().owners[column], ColumnOwner::Authors(authors) if authors.len() > 1);
        let place = if several { Place::Names } else { Place::Name };
        let words = |spoken: &Spoken| stance_words(spoken, short_condition(study, spoken).as_deref(), false, place);
        let words = named::joined(spoken.iter().map(words), ", ");
        let mut runs = Runs::new().with(Mark::Strong, column_said(map, study.short(), table.columns(), column));
        let says_more = words.pieces.iter().any(|run| run.mark != Mark::Inferred && !run.text.is_empty());
        runs.push(Mark::Plain, if says_more { " " } else { "" });
        all.push((first.reported, first.way, runs.joined(words)));
    }
    all.sort_by_key(|(reported, way, _)| (*reported, *way));
    (!all.is_empty()).then(|| named::joined(all.into_iter().map(|(.., runs)| runs), "; "))
}

/// The same; where nobody does, others may report that somebody holds it, or raise it as an objection to be answered.
pub fn takers_or_nobody(study: &Study<'_>, position: PositionId) -> Runs {
    takers(study, position).unwrap_or_else(|| Runs::new().with(Mark::Faint, "nobody here holds it as their own"))
}

/// `if …`: its words stand with the statement.
fn short_condition(study: &Study<'_>, spoken: &Spoken) -> Option<String> {
    let words = condition_words(study.map, spoken)?;
    Some(format!("{} …", words.split(' ').next().unwrap_or_default()))
}
