//! One term: who means what by it, who uses it and never says, who does not use it, and what follows from that in the map.

use foldhash::HashMap;
use serde_json::json;

use crate::analysis::dispute::resting::Resting;
use crate::analysis::table::column::{ColumnOwner, Columns};
use crate::analysis::usage::{Mention, Usage};
use crate::model::{Attitude, Definition, Id, IssueId, Map, RelationKind, StatementId};
use crate::page::{Block, Mark, Node, Page, Runs, Target};
use crate::study::{PositionTable, Study};
use crate::text::list::first;
use crate::view::wording::called::column_said;
use crate::view::wording::named;
use crate::view::wording::naming::{column_key, counted, quotation, statement_value};
use crate::view::wording::speech::{Speech, capitalized, manner, position, sentence, text_leading};

use super::definitions::reworded;

/// So many who do not use it are named.
const NAMED: usize = 8;
/// So many questions and attacks are told of what follows.
const FOLLOWING: usize = 5;

/// Extent to which it is told who uses a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// The statement on which most rests; an option shows the others.
    First,
    /// The same in a site, which has no options.
    InSite,
    /// Every statement with the word.
    All,
}

/// Fills a page with one term.
pub(super) fn meaning(page: &mut Page, study: &Study<'_>, table: &PositionTable<'_>, found: &[Usage], extent: Extent) {
    let columns = table.columns();
    let speech = Speech::new(study.map);
    let marked = reworded(study.map, found);
    let mut nodes: Vec<Node> = Vec::new();
    for usage in found.iter().filter(|usage| !usage.definitions.is_empty()) {
        nodes.push(defining(study, columns, usage, &marked));
    }
    for usage in found.iter().filter(|usage| !usage.is_defined && !usage.mentions.is_empty()) {
        nodes.push(user(study, columns, usage, extent));
    }
    if extent == Extent::All {
        let using = found.iter().filter(|usage| usage.is_defined && !usage.mentions.is_empty());
        nodes.extend(using.map(|usage| user(study, columns, usage, extent)));
    }
    if !nodes.is_empty() {
        page.push(Block::Tree(nodes));
    }
    page.blocks.extend(silent(study, table, found).map(Block::Prose));
    follows(page, study, columns, &speech, found);
}

/// A column with all that it says the term means, each with its quotations.
fn defining(study: &Study<'_>, columns: &Columns, usage: &Usage, marked: &HashMap<Id<Definition>, Runs>) -> Node {
    let map = study.map;
    let children = usage.definitions.iter().map(|&id| {
        let definition = &map.definitions[id];
        let mut runs = match marked.get(&id) {
            Some(marked) => marked.clone(),
            None => map.text(definition.text).into_owned().into(),
        };
        runs.push(Mark::Inferred, if definition.inferred { "~" } else { "" });
        let target = Box::new(Target::Statement(map.statement_name(definition.statement)));
        runs.pieces.iter_mut().for_each(|run| run.target = Some(target.clone()));
        let mut value = statement_value(map, definition.statement);
        value["defines"] = map.word(map.terms[definition.term].name).into();
        value["meaning"] = map.text(definition.text).into();
        value["inferred"] = definition.inferred.into();
        let details = map.quotations_of(definition.statement).iter().map(|&id| quotation(map, id)).collect();
        Node { runs, value, details, children: Vec::new() }
    });
    let name = capitalized(column_said(map, study.short(), columns, usage.column).into()).plain();
    let runs = Runs::new().with(Mark::Strong, name);
    let says = if are_several(columns, usage.column) { " say what it means" } else { " says what it means" };
    let runs = runs.with(Mark::Plain, says);
    let value = json!({ "side": column_key(map, columns, usage.column), "defined": true });
    Node { runs, value, details: Vec::new(), children: children.collect() }
}

/// A column that uses the term, with the statement on which most rests, or with all in full.
fn user(study: &Study<'_>, columns: &Columns, usage: &Usage, extent: Extent) -> Node {
    let map = study.map;
    let mut mentions: Vec<(usize, Mention)> =
        usage.mentions.iter().map(|&mention| (study.resting_on(mention.statement), mention)).collect();
    mentions.sort_by_key(|(rests, _)| std::cmp::Reverse(*rests));
    let most = if extent == Extent::All { mentions.len() } else { 1 };
    let children = mentions.iter().take(most).map(|&(rests, mention)| {
        let rest = match rests {
            0 => "Nothing rests on it".to_owned(),
            1 => "1 statement rests on it".to_owned(),
            Resting::MOST => format!("{rests} statements or more rest on it"),
            _ => format!("{rests} statements rest on it"),
        };
        let stands = match (mention.in_text, mention.in_quotation) {
            (true, true) => "; the word is in the quotation, too",
            (false, true) => "; the word is in the quotation alone",
            _ => "",
        };
        let mut value = statement_value(map, mention.statement);
        value["in_text"] = mention.in_text.into();
        value["in_quotation"] = mention.in_quotation.into();
        value["resting"] = rests.into();
        let mut details: Vec<Runs> = Vec::new();
        if mention.in_quotation {
            details.extend(map.quotations_of(mention.statement).iter().take(1).map(|&id| quotation(map, id)));
        }
        details.push(Runs::new().with(Mark::Faint, format!("{rest}{stands}.")));
        Node { runs: text_leading(map, mention.statement), value, details, children: Vec::new() }
    });
    let mut children: Vec<Node> = children.collect();
    if mentions.len() > most {
        let hint = if extent == Extent::InSite { "" } else { " (--full)" };
        let text = format!("and {} more with the word{hint}", counted(mentions.len() - most, "statement"));
        let runs = Runs::new().with(Mark::Faint, text);
        children.push(Node {
            runs,
            value: json!({ "more": mentions.len() - most }),
            details: Vec::new(),
            children: Vec::new(),
        });
    }
    let name = capitalized(column_said(map, study.short(), columns, usage.column).into()).plain();
    let what = match (usage.is_defined, are_several(columns, usage.column)) {
        (true, false) => " uses it",
        (true, true) => " use it",
        (false, false) => " uses it and never says what it means",
        (false, true) => " use it and never say what it means",
    };
    let runs = Runs::new().with(Mark::Strong, name).with(Mark::Plain, what);
    let value = json!({ "side": column_key(map, columns, usage.column), "defined": usage.is_defined });
    Node { runs, value, details: Vec::new(), children }
}

/// Whether a column is of several who speak as one.
fn are_several(columns: &Columns, column: usize) -> bool {
    matches!(&columns.owners[column], ColumnOwner::Authors(authors) if authors.len() > 1)
}

/// That some who speak here do not use the term.
fn silent(study: &Study<'_>, table: &PositionTable<'_>, found: &[Usage]) -> Option<Runs> {
    let map = study.map;
    let uses = |column: usize| found.iter().any(|usage| usage.column == column);
    let others = table.speaking().into_iter().filter(|&column| !uses(column));
    let names: Vec<String> = others.map(|column| column_said(map, study.short(), table.columns(), column)).collect();
    let does = if names.len() == 1 { "does" } else { "do" };
    (!found.is_empty() && !names.is_empty())
        .then(|| capitalized(format!("{} {does} not use it in this map.", first(&names, NAMED)).into()))
}

/// Answers that those who use the term give by statements with it, and which of these statements attack each other.
fn follows(page: &mut Page, study: &Study<'_>, columns: &Columns, speech: &Speech<'_>, found: &[Usage]) {
    let map = study.map;
    let of = |usage: &Usage| -> Vec<StatementId> {
        let defining = usage.definitions.iter().map(|&id| map.definitions[id].statement);
        let mut all: Vec<StatementId> =
            usage.mentions.iter().map(|mention| mention.statement).chain(defining).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let by_column: Vec<(usize, Vec<StatementId>)> = found.iter().map(|usage| (usage.column, of(usage))).collect();
    let mut told: Vec<Runs> = map.issues.ids().filter_map(|issue| answers(study, columns, issue, &by_column)).collect();
    told.truncate(FOLLOWING);
    let is_theirs = |id: StatementId| by_column.iter().any(|(_, all)| all.binary_search(&id).is_ok());
    let attacks = study.relations_of(&[RelationKind::Against, RelationKind::Undercuts]).into_iter();
    let attacks = attacks.filter(|it| is_theirs(it.to) && map.authors_of(it.from) != map.authors_of(it.to));
    told.extend(attacks.take(FOLLOWING).map(|relation| {
        let verb = if relation.kind == RelationKind::Undercuts { " undercuts" } else { " attacks" };
        let runs = speech.statement(relation.from).with(Mark::Plain, verb);
        let runs = runs.with(Mark::Inferred, if relation.inferred { "~" } else { "" }).with(Mark::Plain, " ");
        sentence(runs.joined(speech.statement(relation.to)))
    }));
    if !told.is_empty() {
        page.push(Block::Heading { level: 2, runs: "What follows".into() });
        page.push(Block::List(told));
    }
}

/// An issue that two or more of those who use the term answer by statements with it, with each answer.
fn answers(
    study: &Study<'_>,
    columns: &Columns,
    issue: IssueId,
    by_column: &[(usize, Vec<StatementId>)],
) -> Option<Runs> {
    let map: &Map = study.map;
    let mut told: Vec<Runs> = Vec::new();
    for (column, statements) in by_column {
        let holds = study.stances_on(issue).filter(|&id| {
            let stance = &map.stances[id];
            stance.attitude == Attitude::Holds && statements.binary_search(&stance.statement).is_ok()
        });
        let mut said: Vec<Runs> = holds
            .filter_map(|id| map.stances[id].position.map(|held| position(map, held).joined(manner(map, id))))
            .collect();
        said.dedup();
        if let Some(first) = said.into_iter().next() {
            let name = column_said(map, study.short(), columns, *column);
            told.push(capitalized(format!("{name}: ").into()).joined(first));
        }
    }
    if told.len() < 2 {
        return None;
    }
    let question = map.text(map.issues[issue].question).into_owned();
    Some(Runs::from(format!("{question} ")).joined(named::joined(told, "; ")))
}
