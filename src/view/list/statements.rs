//! Statements, all of them or those that are attacked and never answered.

use crate::analysis::answer;
use crate::model::select::Selection;
use crate::model::{IssueId, Map, StatementId};
use crate::page::{Cell, Column, Mark, Runs, Table};
use crate::view::naming::{kind, place, statement_value, whose};

use super::{name, row, table};

/// How many steps up the reasons are gone to find the issue that a statement matters for.
const STEPS: usize = 256;

/// Every statement that is kept.
pub fn all(map: &Map, selection: &Selection) -> Table {
    let mut table =
        table("statements", ["statement", "kind", "whose", "text", "place"].map(|key| Column::new(key, key)));
    for id in map.statements.ids().filter(|&id| selection.has_statement(id)) {
        table.rows.push(row(vec![
            Cell::new(Runs::new().with(Mark::Name, map.statement_name(id)), statement_value(map, id)),
            Cell::text(kind(map, id)),
            Cell::text(whose(map, id)),
            Cell::text(map.text(map.statements[id].text)),
            Cell::runs(place(map, id)),
        ]));
    }
    table
}

/// Every attack on a kept statement that nobody answers: by whose statement it meets, then by issue.
pub fn unanswered(map: &Map, selection: &Selection) -> Table {
    let keys = [
        ("author", "whose"),
        ("issue", "issue"),
        ("statement", "statement"),
        ("text", "says"),
        ("by", "attacked by"),
        ("attack", "with"),
        ("attack_text", "which says"),
        ("inferred", "inferred"),
    ];
    let mut table = table("unanswered", keys.map(|(key, word)| Column::new(key, word)));
    let mut found = Vec::new();
    for id in map.statements.ids().filter(|&id| selection.has_statement(id)) {
        let attacks = answer::unanswered(map, id, selection.filter.stated);
        if !attacks.is_empty() {
            let author = map.authors_of(id).first().copied();
            found.push((author.is_none(), author, issue_of(map, id), id, attacks));
        }
    }
    found.sort_by_key(|(no_author, author, issue, id, _)| (*no_author, *author, issue.is_none(), *issue, *id));
    for (_, _, issue, id, attacks) in found {
        for attack in attacks {
            let relation = &map.relations[attack];
            table.rows.push(row(vec![
                Cell::text(whose(map, id)),
                name(issue.map_or("", |issue| map.word(map.issues[issue].name))),
                name(&map.statement_name(id)),
                Cell::text(map.text(map.statements[id].text)),
                Cell::text(whose(map, relation.from)),
                name(&map.statement_name(relation.from)),
                Cell::text(map.text(map.statements[relation.from].text)),
                Cell::new(
                    Runs::new().with(Mark::Inferred, if relation.inferred { "inferred" } else { "" }),
                    relation.inferred,
                ),
            ]));
        }
    }
    table
}

/// The issue that a statement speaks to, or else the first that it matters for by what it is a reason for.
fn issue_of(map: &Map, statement: StatementId) -> Option<IssueId> {
    let mut found = vec![statement];
    let mut next = 0;
    while let Some(&statement) = found.get(next) {
        if let Some(&stance) = map.stances_of(statement).first() {
            return Some(map.stances[stance].issue);
        }
        for &reason in map.reasons_using(statement) {
            let conclusion = map.reasons[reason].conclusion;
            if found.len() < STEPS && !found.contains(&conclusion) {
                found.push(conclusion);
            }
        }
        next += 1;
    }
    None
}
