//! Two sides as a difference: what only the one says, what only the other says, and what both do, issue by issue.

mod lines;
mod manner;
mod options;
mod record;
mod stat;

use crate::analysis::contrast::{Contrast, OnIssue};
use crate::analysis::table::column::Columns;
use crate::analysis::table::positions::Positions;
use crate::model::select::Selection;
use crate::model::{Map, ShortNames};
use crate::page::{Block, Mark, Page, Runs, Side, Whose};

use self::lines::Lines;
use super::wording::called::column_said;
use super::wording::naming::{Subject, column_key, counted};
use super::wording::{named, omitted, speech};

pub use self::options::ContrastOptions;

/// The issues on which both speak, what divides first; then those on which only one does.
pub fn contrast(
    map: &Map,
    selection: &Selection,
    positions: &Positions,
    found: &Contrast,
    options: &ContrastOptions,
) -> Page {
    let short = ShortNames::new(map);
    let titles = [0, 1].map(|column| column_said(map, &short, &positions.columns, column));
    let lines = Lines { map, short: &short, titles: &titles, options };
    let mut page = Page::new("contrast", format!("{} and {}: who says what", titles[0], titles[1]));
    page.push(Block::Prose(signs(&titles, &positions.columns, found)));
    if options.stat {
        page.push(Block::Table(stat::table(map, found)));
    } else {
        for on in &found.both {
            issue(map, on, &lines, &mut page);
        }
        for (column, alone) in found.alone.iter().enumerate() {
            let speaks = Subject::new(&positions.columns, column, &titles[column]).does("speaks", "speak");
            one_alone(map, alone, &speaks, &lines, &mut page);
        }
        if !options.full {
            let runs = Runs::from("Every position and every reason in full: ").with(Mark::Name, "--full");
            page.push(Block::Note(runs.with(Mark::Plain, ".")));
        }
    }
    page.blocks.extend(attacks(map, &titles, &positions.columns, found).map(Block::Note));
    if page.blocks.iter().any(is_marked) {
        page.push(Block::Note("~ the mapper's reading, not the author's words".into()));
    }
    omitted::note(&mut page, map, selection);
    page.records = options.consumer.reads_records().then(|| record::records(map, &positions.columns, found));
    page
}

/// Whether a line of it is the mapper's reading.
fn is_marked(block: &Block) -> bool {
    let marks = |line: &crate::page::Line| line.runs.pieces.iter().any(|run| run.mark == Mark::Inferred);
    match block {
        Block::Lines(lines) => lines.iter().any(marks),
        Block::Sides(sides) => sides.iter().flat_map(|side| &side.blocks).any(is_marked),
        _ => false,
    }
}

/// Meaning of the signs, and how much there is.
fn signs(titles: &[String; 2], columns: &Columns, found: &Contrast) -> Runs {
    let [one, other] = [0, 1].map(|column| Subject::new(columns, column, &titles[column]).does("says", "say"));
    let runs = Runs::new().with(Mark::Against, "-").with(Mark::Plain, format!(" marks what only {one}, "));
    let runs = runs.with(Mark::For, "+").with(Mark::Plain, format!(" what only {other}; "));
    let mut text = format!("what has no sign, both say. Both speak to {}", counted(found.both.len(), "question"));
    for (alone, title) in found.alone.iter().zip(titles) {
        if !alone.is_empty() {
            text += &format!(", only {title} to {}", alone.len());
        }
    }
    runs.with(Mark::Plain, text + ".")
}

/// That the two attack what the other says, which no line of a difference tells; nothing where they do not.
fn attacks(map: &Map, titles: &[String; 2], columns: &Columns, found: &Contrast) -> Option<Runs> {
    let subject = |column: usize| Subject::new(columns, column, &titles[column]);
    let told = [(0, 1), (1, 0)].into_iter().filter(|(who, _)| found.attacks[*who] > 0).map(|(who, whom)| {
        let (attacks, says) = (subject(who).does("attacks", "attack"), subject(whom).does("says", "say"));
        format!("{attacks} {} what {says}", times(found.attacks[who]))
    });
    let told: Vec<String> = told.collect();
    let runs = Runs::from(format!("Not shown here: {}. See ", told.join(". ")));
    let keys = [0, 1].map(|column| column_key(map, columns, column));
    let runs = runs.with(Mark::Name, format!("counterpoint compare {}", keys.join(" ")));
    (!told.is_empty()).then(|| runs.with(Mark::Plain, "."))
}

fn times(number: usize) -> String {
    if number == 1 { "once".to_owned() } else { format!("{number} times") }
}

/// The question, and the lines below it.
fn issue(map: &Map, on: &OnIssue, of: &Lines<'_>, page: &mut Page) {
    let issue = &map.issues[on.issue];
    let runs = Runs::from(map.text(issue.question).into_owned());
    page.push(Block::Heading { level: 2, runs });
    let (lines, titles) = (of.of(on), of.titles);
    if !of.options.side_by_side {
        page.push(Block::Lines(lines));
        return;
    }
    let side = |whose: Whose, title: &String| {
        let theirs = lines.iter().filter(|line| line.whose == whose || line.whose == Whose::Both).cloned();
        Side { heading: title.as_str().into(), blocks: vec![Block::Lines(theirs.collect())] }
    };
    page.push(Block::Sides(vec![side(Whose::First, &titles[0]), side(Whose::Second, &titles[1])]));
}

/// The questions to which only one speaks: by their names in a sentence, or in full.
fn one_alone(map: &Map, alone: &[OnIssue], speaks: &str, lines: &Lines<'_>, page: &mut Page) {
    if alone.is_empty() {
        return;
    }
    if lines.options.full {
        let text = format!("Only {speaks} to these");
        page.push(Block::Heading { level: 1, runs: text.into() });
        for on in alone {
            issue(map, on, lines, page);
        }
        return;
    }
    let questions = named::joined(alone.iter().map(|on| speech::issue(map, on.issue)), "; ");
    let text = format!("Only {speaks} to {}: ", counted(alone.len(), "question"));
    page.push(Block::Prose(Runs::from(text).joined(questions)));
}
