//! Terms: what each author means by a word, who uses it and never says, and what hangs on it.

mod definitions;
mod overview;
mod records;
mod reports;

use serde_json::json;

use crate::analysis::dispute::resting::Resting;
use crate::analysis::table::column::{By, Columns};
use crate::analysis::usage::{Mention, Usage};
use crate::model::{Map, TermId};
use crate::page::{Block, Consumer, Mark, Node, Page, Runs};
use crate::study::Study;

use self::reports::reports;
use super::wording::naming::{column_key, column_title, counted, statement_value};
use super::wording::omitted;
use crate::text::list::and;
use crate::view::wording::named;

/// Some terms, each with all that hangs on it; of none, an overview of all.
pub fn terms(study: &Study<'_>, asked: &[TermId], consumer: Consumer) -> Page {
    let (map, selection) = (study.map, study.selection);
    let table = study.table(By::Author);
    let (columns, usages) = (table.columns(), table.usages());
    let word = |&term: &TermId| map.text(map.terms[term].word).into_owned();
    let mut page = match asked {
        [] => Page::new("terms", "Words that do not mean the same to all"),
        terms => Page::new("terms", and(terms.iter().map(word))),
    };
    if asked.is_empty() {
        overview::overview(&mut page, table, consumer);
    }
    let mut marks_words = false;
    for &term in asked {
        if asked.len() > 1 {
            page.push(Block::Heading { level: 1, runs: word(&term).into() });
        }
        let found = usages.of(term);
        page.push(Block::Prose(in_short(map, term, found)));
        let (sides, marked) = definitions::sides(map, columns, found);
        marks_words |= marked;
        if !sides.is_empty() {
            page.push(Block::Sides(sides));
        }
        page.blocks.extend(uses(study, columns, found));
        let reported = usages.reported(term);
        page.blocks.extend(reports(reported.definitions, reported.mentions.len(), "this word"));
    }
    if marks_words {
        let runs = Runs::from("Of two definitions that are close, words that only the first has are shown as ");
        let runs = runs.with(Mark::Removed, "these").with(Mark::Plain, ", and words that only the second has as ");
        page.push(Block::Note(runs.with(Mark::Added, "these").with(Mark::Plain, ".")));
    }
    if !map.terms.is_empty() {
        page.push(Block::Note(
            "A word is looked for whole, in any case, in quotations, which are the author's own words, and in the texts of \
             statements, which are the map's."
                .into(),
        ));
    }
    omitted::note(&mut page, map, selection);
    if consumer.reads_records() && !asked.is_empty() {
        page.records = Some(records::records(study, table, asked));
    }
    page
}

/// A term in a sentence.
fn in_short(map: &Map, term: TermId, found: &[Usage]) -> Runs {
    let runs = Runs::from("term ").joined(named::term(map, term));
    if found.is_empty() {
        return runs.with(Mark::Plain, ": nobody defines or uses it here.");
    }
    let definitions: usize = found.iter().map(|usage| usage.definitions.len()).sum();
    let defining = found.iter().filter(|usage| !usage.definitions.is_empty()).count();
    let undefined = found.iter().filter(|usage| !usage.is_defined).count();
    let defined = match definitions {
        0 => "nobody says here what it means".to_owned(),
        _ => format!("{} by {}", counted(definitions, "definition"), counted(defining, "author")),
    };
    let used = match undefined {
        0 => String::new(),
        1 => "; 1 author uses it and does not say what it means".to_owned(),
        _ => format!("; {undefined} authors use it and do not say what it means"),
    };
    runs.with(Mark::Plain, format!(": {defined}{used}."))
}

/// The statements with the word, under whose they are: first of those who never say what it means. Of each those come first on
/// which most rests.
fn uses(study: &Study<'_>, columns: &Columns, found: &[Usage]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (defined, heading) in
        [(false, "Used, and never said what it means"), (true, "Used by those who say what it means")]
    {
        let using = found.iter().filter(|usage| usage.is_defined == defined && !usage.mentions.is_empty());
        let nodes: Vec<Node> = using.map(|usage| user(study, columns, usage)).collect();
        if !nodes.is_empty() {
            blocks.push(Block::Heading { level: 2, runs: heading.into() });
            blocks.push(Block::Tree(nodes));
        }
    }
    blocks
}

/// The columns that use a word, with every statement in which it stands.
fn user(study: &Study<'_>, columns: &Columns, usage: &Usage) -> Node {
    let map = study.map;
    let mut mentions: Vec<(usize, Mention)> =
        usage.mentions.iter().map(|&mention| (study.resting_on(mention.statement), mention)).collect();
    mentions.sort_by_key(|(rests, _)| std::cmp::Reverse(*rests));
    let children = mentions.into_iter().map(|(rests, mention)| {
        let mut runs = Runs::from(map.text(map.statements[mention.statement].text).into_owned());
        runs.push(Mark::Plain, " ");
        runs.append(named::statement(map, mention.statement));
        let rest = match rests {
            0 => "nothing rests on it".to_owned(),
            1 => "1 statement rests on it".to_owned(),
            Resting::MOST => format!("{rests} statements or more rest on it"),
            _ => format!("{rests} statements rest on it"),
        };
        let stands = match (mention.in_text, mention.in_quotation) {
            (true, true) => "in text and quotation",
            (false, true) => "in the quotation",
            _ => "in the text",
        };
        let mut value = statement_value(map, mention.statement);
        value["in_text"] = mention.in_text.into();
        value["in_quotation"] = mention.in_quotation.into();
        value["resting"] = rests.into();
        Node {
            runs,
            value,
            details: vec![Runs::new().with(Mark::Faint, format!("{rest} · {stands}"))],
            children: Vec::new(),
        }
    });
    let quoted = usage.mentions.iter().filter(|mention| mention.in_quotation).count();
    let quoted = if quoted > 0 { format!(", {quoted} of them with it in a quotation") } else { String::new() };
    let runs = Runs::new().with(Mark::Strong, column_title(map, columns, usage.column));
    let runs = runs.with(Mark::Plain, format!(": {}{quoted}", counted(usage.mentions.len(), "statement")));
    let value = json!({ "side": column_key(map, columns, usage.column), "defined": usage.is_defined });
    Node { runs, value, details: Vec::new(), children: children.collect() }
}
