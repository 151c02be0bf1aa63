//! Two authors of a site beside each other, as `compare` shows them at first.

use crate::analysis::table::column::{Actor, By, ColumnOwner};
use crate::model::AuthorId;
use crate::page::Runs;
use crate::page::site::{Address, Group, Screen};
use crate::study::Study;
use crate::text::list::and;
use crate::view::compare::in_site;
use crate::view::site::telling::Telling;
use crate::view::wording::called::column_said;
use crate::view::wording::naming::counted;

/// Of more who speak than these, only those who speak to most questions are held against each other.
const MOST: usize = 8;

/// Columns that are held against each other, two by two.
fn columns(study: &Study<'_>) -> Vec<usize> {
    let table = study.table(By::Author);
    let is_somebody = |column: &usize| matches!(table.columns().owners[*column], ColumnOwner::Authors(_));
    let mut most = table.speaking_most(MOST);
    most.retain(is_somebody);
    most
}

fn authors_of<'s>(study: &'s Study<'_>, column: usize) -> &'s [AuthorId] {
    match &study.table(By::Author).columns().owners[column] {
        ColumnOwner::Authors(authors) => authors,
        _ => &[],
    }
}

/// The authors that are held against each other.
pub fn parties(study: &Study<'_>) -> Vec<Actor> {
    columns(study).into_iter().flat_map(|column| authors_of(study, column)).map(|&it| Actor::Author(it)).collect()
}

/// Sentence on those who are left out, where there are many.
pub fn note(study: &Study<'_>) -> Option<Runs> {
    let table = study.table(By::Author);
    let more = table.speaking().len().saturating_sub(columns(study).len());
    let text = format!(
        "Points between two are told of the {MOST} authors who speak to most questions; {} left out.",
        if more == 1 { "1 more is".to_owned() } else { format!("{more} more are") }
    );
    (more > 0 && table.speaking().len() > MOST).then(|| text.into())
}

/// Each two of them.
pub fn groups(telling: &Telling<'_, '_>) -> Vec<Group> {
    let study = telling.study;
    let columns = columns(study);
    let mut screens = Vec::new();
    for (at, &one) in columns.iter().enumerate() {
        screens.extend(columns[at + 1..].iter().map(|&other| screen(study, [one, other])));
    }
    if screens.is_empty() {
        return Vec::new();
    }
    let heading = format!("Two authors beside each other ({})", counted(screens.len(), "pair"));
    vec![Group { heading: heading.into(), blocks: Vec::new(), screens }]
}

fn screen(study: &Study<'_>, pair: [usize; 2]) -> Screen {
    let (map, table) = (study.map, study.table(By::Author));
    let key = |column: usize| {
        let names = authors_of(study, column).iter().map(|&author| map.word(map.authors[author].name));
        names.collect::<Vec<_>>().join("+")
    };
    let said = pair.map(|column| column_said(map, study.short(), table.columns(), column));
    let parties: Vec<Actor> =
        pair.iter().flat_map(|&column| authors_of(study, column)).map(|&author| Actor::Author(author)).collect();
    let mut screen = Screen::new(Address::Pair(pair.map(key)), and(&said));
    screen.blocks = in_site::two(study, &study.compared(&parties));
    screen
}
