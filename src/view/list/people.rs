//! Lists as people read them: what a thing is called, and beside that what there is to know of it, with the name that one types last.

use crate::file::Span;
use crate::model::{AuthorId, IssueId, Map, SideId, SourceId, StanceId, StatementId, TermId};
use crate::page::{Cell, Column, Look, Made, Mark, Row, Runs, Table, TableOf};
use crate::study::Study;
use crate::syntax::vocabulary::OWN;
use crate::text::list::and;
use crate::view::wording::called::{issue_short, position_said};
use crate::view::wording::named;
use crate::view::wording::naming::{author_names, counted};
use crate::view::wording::speech::{Speech, capitalized, cut};
use crate::view::wording::stance_said::stance_with_issue;

use super::asked::is_asked;
use super::cells::row;

/// Columns that the text of a statement takes in a list; `show` has all of it.
const LENGTH: usize = 112;

/// A table of two columns without lines.
fn open<'m>(key: &str) -> TableOf<'m> {
    let columns = vec![Column::new(key, ""), Column::new("about", "")];
    TableOf { key: format!("{key}s"), columns, fixed: 1, look: Look::List, ..TableOf::default() }
}

/// A name beside what there is to know; the name to be typed stands last.
fn line(name: impl Into<Runs>, about: Vec<String>, key: Runs) -> Row {
    let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
    let runs = Runs::from(about.join("; "));
    let runs = if runs.is_empty() { runs } else { runs.with(Mark::Plain, "  ") };
    row(vec![Cell::runs(name.into()), Cell::runs(runs.joined(key))])
}

fn text(map: &Map, span: Option<Span>) -> String {
    span.map(|span| map.text(span).into_owned()).unwrap_or_default()
}

/// Authors by their full names, with where they belong and how much is theirs.
pub fn authors(study: &Study<'_>) -> Table {
    let (map, filter) = (study.map, &study.selection.filter);
    let mut table = open("author");
    let about = |id: AuthorId| {
        let (author, count) = (&map.authors[id], study.counts().of_author(id));
        let said = match (count.statements, count.sources) {
            (0, 0) => String::new(),
            (statements, 0) => counted(statements, "statement"),
            (statements, sources) => {
                format!("{} in {}", counted(statements, "statement"), counted(sources, "source"))
            }
        };
        let reported = match count.reported {
            0 => String::new(),
            number => format!("reported in {}", counted(number, "statement")),
        };
        let name = Runs::from(map.text(author.display).into_owned());
        line(name, vec![text(map, author.of), said, reported], named::author(map, id))
    };
    table.rows = map.authors.ids().filter(|&id| is_asked(map, filter, id)).map(about).collect();
    table
}

/// Sources by their short names, with their titles.
pub fn sources(study: &Study<'_>) -> Table {
    let (map, wanted) = (study.map, &study.selection.filter.sources);
    let mut table = open("source");
    let about = |id: SourceId| {
        let source = &map.sources[id];
        let authors = author_names(map, &source.authors);
        let by = if authors.is_empty() { authors } else { format!(", by {authors}") };
        let date = source.date.map(|date| date.to_string()).unwrap_or_default();
        let about = vec![
            format!("{}{by}", map.text(source.title)),
            date,
            text(map, source.kind),
            counted(study.counts().of_source(id), "statement"),
        ];
        line(study.short().source(id), about, named::source(map, id))
    };
    table.rows = map.sources.ids().filter(|id| wanted.is_empty() || wanted.contains(id)).map(about).collect();
    table
}

/// Questions by their short names, with their answers.
pub fn issues(study: &Study<'_>) -> Table {
    let (map, wanted) = (study.map, &study.selection.filter.issues);
    let mut table = open("issue");
    let about = |id: IssueId| {
        let (issue, count) = (&map.issues[id], study.counts().on_issue(id));
        let answers: Vec<String> = issue.positions().map(|position| position_said(map, position)).collect();
        let who = format!("{}, {}", counted(count.authors, "author"), counted(count.statements, "statement"));
        // Where nobody wrote a short name, the question is the name.
        let question = issue.short.map(|_| format!("{}\n", map.text(issue.question))).unwrap_or_default();
        line(issue_short(map, id), vec![format!("{question}{}", answers.join(", ")), who], named::issue(map, id))
    };
    table.rows = map.issues.ids().filter(|id| wanted.is_empty() || wanted.contains(id)).map(about).collect();
    table
}

/// Terms by their words.
pub fn terms(study: &Study<'_>) -> Table {
    let map = study.map;
    let mut table = open("term");
    let about = |id: TermId| {
        let word = map.text(map.terms[id].word).into_owned();
        line(word, vec![counted(study.counts().definitions_of(id), "definition")], named::term(map, id))
    };
    table.rows = map.terms.ids().map(about).collect();
    table
}

/// Sides with who is on them, and on which questions.
pub fn sides(study: &Study<'_>) -> Table {
    let map = study.map;
    let mut table = open("side");
    let about = |id: SideId| {
        let side = &map.sides[id];
        let authors = side.authors.iter().map(|&author| map.text(map.authors[author].display).into_owned());
        let authors: Vec<String> = authors.chain(side.own.then(|| OWN.to_owned())).collect();
        let issues: Vec<String> = side.issues.iter().map(|&issue| issue_short(map, issue)).collect();
        let on = if issues.is_empty() { "on all questions".to_owned() } else { format!("on {}", and(&issues)) };
        let key = Runs::new().with(Mark::Name, map.word(side.name));
        line(map.text(side.display).into_owned(), vec![and(&authors), on], key)
    };
    table.rows = map.sides.ids().map(about).collect();
    table
}

/// Every statement that is kept, by whose it is, with the stances that it takes.
pub fn statements<'s>(study: &'s Study<'_>) -> TableOf<'s> {
    let map = study.map;
    let speech = Speech::new(map);
    let mut table = open("statement");
    let kept: Vec<StatementId> = study.statements().collect();
    table.made = Made::new(kept.len(), move |at| {
        let id = kept[at];
        let what = &map.statements[id];
        let makers = capitalized(speech.makers(id).into());
        let mut runs = match what.voice {
            Some(_) => Runs::from(format!("{}: ", capitalized(speech.voiced(id).into()).plain())),
            None => Runs::new(),
        };
        runs.push(Mark::Plain, cut(&map.text(what.text), LENGTH));
        runs.push(Mark::Faint, if what.anticipated { " (an objection to be answered)" } else { "" });
        runs.push(Mark::Inferred, if what.unstated { " (relied on, not said)" } else { "" });
        let stances = map.stances_of(id).iter().copied().filter(|&it| study.selection.has_stance(it));
        for stance in stances.collect::<Vec<StanceId>>() {
            runs = runs.with(Mark::Plain, "\n").joined(stance_with_issue(map, stance));
        }
        row(vec![Cell::runs(makers), Cell::runs(runs.with(Mark::Plain, "\n").joined(named::statement(map, id)))])
    });
    table
}
