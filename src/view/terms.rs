//! Terms: what each author means by a word, who uses it and never says, and what hangs on it.

mod definitions;
mod meaning;
mod overview;
mod records;
mod reports;

use crate::analysis::table::column::By;
use crate::analysis::usage::Usage;
use crate::model::TermId;
use crate::page::{Block, Consumer, Page, Runs};
use crate::study::Study;

use self::meaning::Extent;
use self::reports::reports;
use super::wording::naming::counted;
use super::wording::omitted;
use crate::text::list::and;

/// Some terms, each with all that hangs on it; of none, an overview of all.
pub fn terms(study: &Study<'_>, asked: &[TermId], full: bool, consumer: Consumer) -> Page {
    let (map, selection) = (study.map, study.selection);
    let table = study.table(By::Author);
    let usages = table.usages();
    let word = |&term: &TermId| map.text(map.terms[term].word).into_owned();
    let mut page = match asked {
        [] => Page::new("terms", "Words that do not mean the same to all"),
        terms => Page::new("terms", and(terms.iter().map(word))),
    };
    if asked.is_empty() {
        overview::overview(&mut page, study.short(), table, consumer);
    }
    for &term in asked {
        if asked.len() > 1 {
            page.push(Block::Heading { level: 1, runs: word(&term).into() });
        }
        let found = usages.of(term);
        page.push(Block::Prose(in_short(found)));
        let extent = if full || consumer.reads_values() { Extent::All } else { Extent::First };
        meaning::meaning(&mut page, study, table, found, extent);
        let reported = usages.reported(term);
        page.blocks.extend(reports(reported.definitions, reported.mentions.len(), "this word"));
    }
    if !map.terms.is_empty() {
        page.push(Block::Note(
            "A word is looked for whole, in any case. Quotations are the author's own words, and the texts of statements \
             are the map's."
                .into(),
        ));
    }
    omitted::note(&mut page, map, selection);
    if consumer.reads_records() && !asked.is_empty() {
        page.records = Some(records::records(study, table, asked));
    }
    page
}

/// One term as a part of a site: who means what by it, and who uses it and never says.
pub fn in_site(study: &Study<'_>, term: TermId) -> Vec<Block> {
    let table = study.table(By::Author);
    let found = table.usages().of(term);
    let mut page = Page::new("terms", "");
    page.push(Block::Prose(in_short(found)));
    meaning::meaning(&mut page, study, table, found, Extent::InSite);
    page.blocks
}

/// Sentence on a term: how often it is defined, by how many, and how many use it and do not say what they mean.
fn in_short(found: &[Usage]) -> Runs {
    if found.is_empty() {
        return "Nobody defines or uses it here.".into();
    }
    let definitions: usize = found.iter().map(|usage| usage.definitions.len()).sum();
    let defining = found.iter().filter(|usage| !usage.definitions.is_empty()).count();
    let undefined = found.iter().filter(|usage| !usage.is_defined).count();
    let defined = match definitions {
        0 => "Nobody says here what it means".to_owned(),
        1 => "Defined once".to_owned(),
        _ => format!("Defined {definitions} times by {}", counted(defining, "author")),
    };
    let used = match undefined {
        0 => String::new(),
        1 => "; 1 author uses it and never says what it means".to_owned(),
        _ => format!("; {undefined} authors use it and never say what it means"),
    };
    format!("{defined}{used}.").into()
}
