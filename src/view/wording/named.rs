//! Names of things of the map, each with what it leads to.

use crate::analysis::table::column::{ColumnOwner, Columns};
use crate::file::Span;
use crate::model::{AuthorId, IssueId, Map, PositionId, Relation, SourceId, StatementId, TermId};
use crate::page::{Mark, Runs, Target};
use crate::text::list::joint;

use super::naming::{column_key, holding, range_name};

/// The whole name of a statement, such as `adler-2024.keep-out`.
pub fn statement(map: &Map, statement: StatementId) -> Runs {
    let name = map.statement_name(statement);
    Runs::leading(Mark::Name, name.clone(), &Target::Statement(name))
}

/// The name of an issue.
pub fn issue(map: &Map, issue: IssueId) -> Runs {
    let name = map.word(map.issues[issue].name);
    Runs::leading(Mark::Name, name, &to_issue(map, issue))
}

/// The name of a position, which leads to its issue.
pub fn position(map: &Map, position: PositionId) -> Runs {
    Runs::leading(Mark::Name, map.position_name(position), &to_issue(map, map.positions[position].issue))
}

/// Range that is held, from a first position to a last: `none to some`.
pub fn range(map: &Map, held: [PositionId; 2]) -> Runs {
    Runs::leading(Mark::Name, range_name(map, held), &to_issue(map, map.positions[held[0]].issue))
}

/// Ranges that are held, each with the word that wants it behind: `for roads and police`, `from none to some and for
/// much`.
pub fn all_held(map: &Map, held: &[[PositionId; 2]]) -> Runs {
    if held.iter().all(|[first, last]| first == last) {
        return Runs::from("for ").joined(and(held.iter().map(|[position, _]| self::position(map, *position))));
    }
    let one = |held: &[PositionId; 2]| Runs::from(format!("{} ", holding(*held))).joined(range(map, *held));
    and(held.iter().map(one))
}

fn to_issue(map: &Map, issue: IssueId) -> Target {
    Target::Issue(map.word(map.issues[issue].name).to_owned())
}

/// The name of an author.
pub fn author(map: &Map, author: AuthorId) -> Runs {
    let name = map.word(map.authors[author].name);
    Runs::leading(Mark::Name, name, &Target::Author(name.to_owned()))
}

/// The name of a source.
pub fn source(map: &Map, source: SourceId) -> Runs {
    let name = map.word(map.sources[source].name);
    Runs::leading(Mark::Name, name, &Target::Source(name.to_owned()))
}

/// The name of a term.
pub fn term(map: &Map, term: TermId) -> Runs {
    let name = map.word(map.terms[term].name);
    Runs::leading(Mark::Name, name, &Target::Term(name.to_owned()))
}

/// The key of a column: of joint authors each name leads to its author. A side, an organisation and a year lead nowhere.
pub fn column(map: &Map, columns: &Columns, column: usize) -> Runs {
    let key = column_key(map, columns, column);
    let mut targets: Vec<Target> = match &columns.owners[column] {
        ColumnOwner::Authors(authors) | ColumnOwner::Dated(authors, _) => {
            authors.iter().map(|&author| Target::Author(map.word(map.authors[author].name).to_owned())).collect()
        }
        ColumnOwner::Source(source) => vec![Target::Source(map.word(map.sources[*source].name).to_owned())],
        ColumnOwner::Side(_)
        | ColumnOwner::Organisation(_)
        | ColumnOwner::Year(_)
        | ColumnOwner::Unknown
        | ColumnOwner::Own => Vec::new(),
    };
    if targets.len() < 2 {
        return match targets.pop() {
            Some(target) => Runs::leading(Mark::Name, key, &target),
            None => Runs::new().with(Mark::Name, key),
        };
    }
    let mut runs = Runs::new();
    for (index, (name, target)) in key.split('+').zip(targets).enumerate() {
        runs.push(Mark::Plain, if index > 0 { "+" } else { "" });
        runs.append(Runs::leading(Mark::Name, name, &target));
    }
    runs
}

/// Where a statement stands: in its source, and in the map, which is where it leads.
pub fn place(map: &Map, statement: StatementId) -> Runs {
    let what = &map.statements[statement];
    let at = what.at.map(|at| format!("§ {} · ", map.text(at))).unwrap_or_default();
    in_file(map, what.span, &at)
}

/// Where something stands in a file of the map, such as `town.arg:13`, behind these words.
pub fn in_file(map: &Map, span: Span, before: &str) -> Runs {
    let at = map.files.place(span);
    let path = map.files.get(span.file).path.clone();
    let target = Target::Place { path, line: at.line, column: Some(at.column) };
    Runs::leading(Mark::Place, format!("{before}{}", map.files.path_and_line(span)), &target)
}

/// Denial of an undercut, in words that want their target behind them: `denies that dull.rain shows `; where it names
/// no premise, it denies so of all reasons that are given.
pub fn denial(map: &Map, undercut: &Relation) -> Runs {
    let mut runs = Runs::new().with(Mark::Against, "denies");
    runs.append(denied(map, undercut));
    runs
}

/// The same without the verb: ` that dull.rain shows `.
pub fn denied(map: &Map, undercut: &Relation) -> Runs {
    let runs = Runs::from(" that ");
    let names = and(undercut.because.iter().map(|&premise| statement(map, premise)));
    match undercut.because.len() {
        0 => runs.with(Mark::Plain, "what is given for it shows "),
        1 => runs.joined(names).with(Mark::Plain, " shows "),
        _ => runs.joined(names).with(Mark::Plain, " together show "),
    }
}

/// Names in a sentence: `a, b and c`.
pub fn and(names: impl IntoIterator<Item = Runs>) -> Runs {
    let names: Vec<Runs> = names.into_iter().collect();
    let count = names.len();
    let mut runs = Runs::new();
    for (index, name) in names.into_iter().enumerate() {
        runs.push(Mark::Plain, joint(index, count));
        runs.append(name);
    }
    runs
}

/// Names one behind the other, with this between them.
pub fn joined(names: impl IntoIterator<Item = Runs>, between: &str) -> Runs {
    let mut runs = Runs::new();
    for name in names {
        runs.push(Mark::Plain, if runs.is_empty() { "" } else { between });
        runs.append(name);
    }
    runs
}

/// Names in a sentence; of more than `most` only the first, and the number of the rest: `a, b and 3 more`.
pub fn first(names: impl IntoIterator<Item = Runs>, most: usize) -> Runs {
    let mut names: Vec<Runs> = names.into_iter().collect();
    let more = names.len().saturating_sub(most);
    if more == 0 {
        return and(names);
    }
    names.truncate(most);
    joined(names, ", ").with(Mark::Plain, format!(" and {more} more"))
}
