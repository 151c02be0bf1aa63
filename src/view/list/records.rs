//! Lists as flat tables, with every field of a thing in a column of its own: for programs, which look at no width.

use crate::file::Span;
use crate::model::{Author, AuthorId, Entity, Issue, IssueId, Map, ShortNames, Side, SideId, Source, SourceId, TermId};
use crate::page::{Field, Table};
use crate::study::Study;
use crate::syntax::vocabulary::OWN;

use super::asked::is_asked;

fn text(map: &Map, span: Option<Span>) -> Option<String> {
    span.map(|span| map.text(span).into_owned())
}

fn author_names(map: &Map, authors: &[AuthorId]) -> Vec<String> {
    authors.iter().map(|&author| map.word(map.authors[author].name).to_owned()).collect()
}

fn former(map: &Map, named: Entity) -> Vec<String> {
    map.former_names(named).into_iter().map(str::to_owned).collect()
}

/// Every author that is asked for.
pub fn authors(study: &Study<'_>) -> Table {
    type Line<'s, 'm> = (&'s Study<'m>, AuthorId, String);
    fn of<'m>((study, id, _): &Line<'_, 'm>) -> &'m Author {
        &study.map.authors[*id]
    }
    let (map, short) = (study.map, ShortNames::new(study.map));
    let fields = [
        Field::text("author", |line: &Line<'_, '_>| line.0.map.word(of(line).name)),
        Field::text("name", |line: &Line<'_, '_>| line.0.map.text(of(line).display).into_owned()),
        Field::text("organisation", |line: &Line<'_, '_>| text(line.0.map, of(line).of)),
        Field::whole("sources", |line: &Line<'_, '_>| Some(line.0.counts().of_author(line.1).sources)),
        Field::whole("statements", |line: &Line<'_, '_>| Some(line.0.counts().of_author(line.1).statements)),
        Field::whole("reported", |line: &Line<'_, '_>| Some(line.0.counts().of_author(line.1).reported)),
        Field::text("short", |line: &Line<'_, '_>| line.2.clone()),
        Field::text("qualifications", |line: &Line<'_, '_>| text(line.0.map, of(line).qualifications)),
        Field::texts("renamed", |line: &Line<'_, '_>| former(line.0.map, Entity::Author(line.1))),
    ];
    let asked = map.authors.ids().filter(|&id| is_asked(map, &study.selection.filter, id));
    Table::of_records("authors", &fields, asked.map(|id| (study, id, short.author(id).to_owned())))
}

/// Every source that is asked for.
pub fn sources(study: &Study<'_>) -> Table {
    type Line<'s, 'm> = (&'s Study<'m>, SourceId, String);
    fn of<'m>((study, id, _): &Line<'_, 'm>) -> &'m Source {
        &study.map.sources[*id]
    }
    let (map, short) = (study.map, ShortNames::new(study.map));
    let own = |key: &'static str, field: fn(&Source) -> Option<Span>| {
        Field::text(key, move |line: &Line<'_, '_>| text(line.0.map, field(of(line))))
    };
    let fields = [
        Field::text("source", |line: &Line<'_, '_>| line.0.map.word(of(line).name)),
        Field::text("title", |line: &Line<'_, '_>| line.0.map.text(of(line).title).into_owned()),
        Field::texts("authors", |line: &Line<'_, '_>| author_names(line.0.map, &of(line).authors)),
        Field::text("date", |line: &Line<'_, '_>| of(line).date.map(|date| date.to_string())),
        own("kind", |source| source.kind),
        Field::whole("statements", |line: &Line<'_, '_>| Some(line.0.counts().of_source(line.1))),
        Field::text("short", |line: &Line<'_, '_>| line.2.clone()),
        Field::whole("order", |line: &Line<'_, '_>| of(line).order),
        own("in", |source| source.container),
        own("volume", |source| source.volume),
        own("pages", |source| source.pages),
        own("url", |source| source.url),
        Field::text("accessed", |line: &Line<'_, '_>| of(line).accessed.map(|date| date.to_string())),
        own("doi", |source| source.doi),
        own("cite", |source| source.cite),
        own("licence", |source| source.licence),
        own("text", |source| source.text),
        Field::texts("renamed", |line: &Line<'_, '_>| former(line.0.map, Entity::Source(line.1))),
    ];
    let sources = &study.selection.filter.sources;
    let asked = map.sources.ids().filter(|id| sources.is_empty() || sources.contains(id));
    Table::of_records("sources", &fields, asked.map(|id| (study, id, short.source(id).to_owned())))
}

/// Every issue that is asked for.
pub fn issues(study: &Study<'_>) -> Table {
    type Line<'s, 'm> = (&'s Study<'m>, IssueId);
    fn of<'m>((study, id): &Line<'_, 'm>) -> &'m Issue {
        &study.map.issues[*id]
    }
    let map = study.map;
    let fields = [
        Field::text("issue", |line: &Line<'_, '_>| line.0.map.word(of(line).name)),
        Field::text("question", |line: &Line<'_, '_>| line.0.map.text(of(line).question).into_owned()),
        Field::text("answers", |line: &Line<'_, '_>| of(line).answers.word()),
        Field::texts("positions", |line: &Line<'_, '_>| {
            of(line).positions().map(|position| line.0.map.position_name(position)).collect::<Vec<_>>()
        }),
        Field::whole("authors", |line: &Line<'_, '_>| Some(line.0.counts().on_issue(line.1).authors)),
        Field::whole("statements", |line: &Line<'_, '_>| Some(line.0.counts().on_issue(line.1).statements)),
        Field::text("short", |line: &Line<'_, '_>| text(line.0.map, of(line).short)),
        // One for each position: the whole of it, else its text, else nothing.
        Field::texts("says", |line: &Line<'_, '_>| {
            let map = line.0.map;
            let whole = |position| map.positions[position].says.or(map.positions[position].text);
            of(line).positions().map(|position| text(map, whole(position)).unwrap_or_default()).collect::<Vec<_>>()
        }),
        Field::text("scope", |line: &Line<'_, '_>| text(line.0.map, of(line).scope)),
        Field::texts("tags", |line: &Line<'_, '_>| {
            of(line).tags.iter().map(|&tag| line.0.map.word(tag)).collect::<Vec<_>>()
        }),
        Field::texts("renamed", |line: &Line<'_, '_>| former(line.0.map, Entity::Issue(line.1))),
    ];
    let issues = &study.selection.filter.issues;
    let asked = map.issues.ids().filter(|id| issues.is_empty() || issues.contains(id));
    Table::of_records("issues", &fields, asked.map(|id| (study, id)))
}

/// Every side of the map.
pub fn sides(study: &Study<'_>) -> Table {
    type Line<'m> = (&'m Map, SideId);
    fn of<'m>(&(map, id): &Line<'m>) -> &'m Side {
        &map.sides[id]
    }
    let map = study.map;
    let fields = [
        Field::text("side", |line: &Line<'_>| line.0.word(of(line).name)),
        Field::text("name", |line: &Line<'_>| line.0.text(of(line).display).into_owned()),
        Field::texts("authors", |line: &Line<'_>| {
            let mut authors = author_names(line.0, &of(line).authors);
            authors.extend(of(line).own.then(|| OWN.to_owned()));
            authors
        }),
        Field::texts("issues", |line: &Line<'_>| {
            of(line).issues.iter().map(|&issue| line.0.word(line.0.issues[issue].name)).collect::<Vec<_>>()
        }),
        Field::text("short", |line: &Line<'_>| text(line.0, of(line).short)),
        Field::text("motion", |line: &Line<'_>| of(line).motion.map(|issue| line.0.word(line.0.issues[issue].name))),
        Field::texts("renamed", |line: &Line<'_>| former(line.0, Entity::Side(line.1))),
    ];
    Table::of_records("sides", &fields, map.sides.ids().map(|id| (map, id)))
}

/// Every term of the map.
pub fn terms(study: &Study<'_>) -> Table {
    type Line<'s, 'm> = (&'s Study<'m>, TermId);
    let fields = [
        Field::text("term", |line: &Line<'_, '_>| line.0.map.word(line.0.map.terms[line.1].name)),
        Field::text("word", |line: &Line<'_, '_>| line.0.map.text(line.0.map.terms[line.1].word).into_owned()),
        Field::whole("definitions", |line: &Line<'_, '_>| Some(line.0.counts().definitions_of(line.1))),
        Field::texts("renamed", |line: &Line<'_, '_>| former(line.0.map, Entity::Term(line.1))),
    ];
    Table::of_records("terms", &fields, study.map.terms.ids().map(|id| (study, id)))
}
