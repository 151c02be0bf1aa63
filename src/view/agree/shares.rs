//! Agreement by names and counts: of each two on how many of the questions that they share they give the same answer.

use rayon::prelude::*;

use crate::analysis::comparison::similarity::Distance;
use crate::page::{Block, Cell, Column, Mark, PageOf, Row, Runs, Table};
use crate::study::{PositionTable, Study};
use crate::view::wording::called::column_said;
use crate::view::wording::naming::counted;
use crate::view::wording::speech::capitalized;
use crate::view::wording::uncounted;

use super::found::Found;

/// So many pairs are listed.
const LISTED: usize = 45;
/// So many pairs that never differ are told.
const TOLD: usize = 3;

/// Two columns, and how far they agree.
struct Pair {
    who: [usize; 2],
    distance: Distance,
}

/// Fills the page: a row for each two, those who share most first and those who share fewer questions than `least` last.
pub(super) fn shares(
    page: &mut PageOf<'_>,
    study: &Study<'_>,
    table: &PositionTable<'_>,
    who: &[usize],
    found: &Found<'_>,
    least: u64,
) {
    let name = |at: usize| column_said(study.map, study.short(), table.columns(), who[at]);
    let number = who.len();
    found.similarity.make_ready();
    let from = |a: usize| {
        let mut held = found.similarity.held(a);
        (a + 1..number).map(|b| Pair { who: [a, b], distance: held.distance(b) }).collect::<Vec<Pair>>()
    };
    let mut pairs: Vec<Pair> = (0..number).into_par_iter().flat_map_iter(from).collect();
    let all = pairs.len();
    pairs.retain(|pair| pair.distance.sum.number > 0);
    let apart = all - pairs.len();
    let share = |pair: &Pair| pair.distance.same as f64 / pair.distance.sum.number as f64;
    pairs.sort_by(|a, b| {
        let few = |pair: &Pair| pair.distance.sum.number < least;
        let most = b.distance.sum.number.cmp(&a.distance.sum.number);
        few(a).cmp(&few(b)).then(most).then(share(b).total_cmp(&share(a)))
    });
    if pairs.is_empty() {
        page.push(Block::Prose("No two here take a side on the same question.".into()));
    } else {
        let names = |pair: &Pair| {
            let [a, b] = pair.who.map(name);
            capitalized(format!("{a} – {b}").into()).plain()
        };
        page.push(Block::Table(rows(&pairs, &names, least)));
        page.blocks.extend(notes(&pairs, apart, least).into_iter().map(Block::Note));
        let never = pairs.iter().filter(|pair| never_differ(pair, least)).take(TOLD);
        let never: Vec<Runs> = never.map(|pair| told(pair, &names(pair))).collect();
        if !never.is_empty() {
            page.push(Block::List(never));
        }
    }
    page.blocks.extend(uncounted::section(study, table));
    let runs = Runs::from("By the authors' own words alone: ").with(Mark::Name, "agree --stated");
    let runs = runs.with(Mark::Plain, ". Figures, and how they are made: ").with(Mark::Name, "agree --figures");
    page.push(Block::Note(runs.with(Mark::Plain, ".")));
}

fn rows(pairs: &[Pair], names: &dyn Fn(&Pair) -> String, least: u64) -> Table {
    let mut table = Table { key: "shares".to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(Column::new("pair", "pair"));
    let numbers = [("same", "same side"), ("n", "of shared questions"), ("inferred", "by readings~")];
    table.columns.extend(numbers.map(|(key, heading)| Column::number(key, heading)));
    for pair in pairs.iter().take(LISTED) {
        let number = pair.distance.sum.number;
        // Of so few questions nothing follows: they stand back.
        let mark = if number < least { Mark::Faint } else { Mark::Plain };
        let cell = |text: String, value: u64| Cell::new(Runs::new().with(mark, text), value);
        let names = names(pair);
        let cells = vec![
            Cell::new(Runs::new().with(mark, names.as_str()), names),
            cell(pair.distance.same.to_string(), pair.distance.same as u64),
            cell(format!("of {number}"), number),
            cell(pair.distance.inferred.to_string(), pair.distance.inferred),
        ];
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}

/// Sentences on what the rows leave open.
fn notes(pairs: &[Pair], apart: usize, least: u64) -> Vec<Runs> {
    let mut notes: Vec<Runs> = Vec::new();
    if pairs.len() > LISTED {
        let text = format!("{} share fewer: ", counted(pairs.len() - LISTED, "more pair"));
        notes.push(Runs::from(text).with(Mark::Name, "--format csv").with(Mark::Plain, " has them all."));
    }
    let few = pairs.iter().filter(|pair| pair.distance.sum.number < least).count();
    if few > 0 {
        let text = match few {
            1 => format!("1 pair shares fewer than {least} questions and stands last ("),
            _ => format!("{few} pairs share fewer than {least} questions and stand last ("),
        };
        notes.push(Runs::from(text).with(Mark::Name, "--min").with(Mark::Plain, ")."));
    }
    if apart > 0 {
        let share = if apart == 1 { "shares" } else { "share" };
        notes.push(format!("{} {share} no question.", counted(apart, "pair")).into());
    }
    notes.push("Same side: the same answer or, on a scale, the same half of it.".into());
    notes.push(
        "By readings~: so many of the shared questions rest on the mapper's reading, for one of the two or both."
            .into(),
    );
    notes
}

fn never_differ(pair: &Pair, least: u64) -> bool {
    pair.distance.sum.similarity().is_some_and(|figure| figure > 1.0 - 1e-12) && pair.distance.sum.number >= least
}

/// That two never differ, and on how much of that they do so by the mapper's reading.
fn told(pair: &Pair, names: &str) -> Runs {
    let Distance { sum, inferred, .. } = &pair.distance;
    let names = names.replacen(" – ", " and ", 1);
    let text = format!("{names} never differ on the {} questions that they share", sum.number);
    match inferred {
        0 => format!("{text}.").into(),
        1 => format!("{text}; 1 of these rests on the mapper's reading~.").into(),
        _ => format!("{text}; {inferred} of these rest on the mapper's reading~.").into(),
    }
}
