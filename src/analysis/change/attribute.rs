//! Attributes of a thing, which are neither its name nor its relations: its text, its kind, its date.

use std::borrow::Cow;

use crate::file::Span;
use crate::model::{
    Answers, AuthorId, EvidenceKind, IssueId, Map, PositionId, Source, Statement, StatementKind, Voice,
};

use super::Paired;
use super::version::{Thing, Versions};

/// Attribute of a thing in the map. The texts of all kinds of things are one: an author's full name, a source's title, an
/// issue's question, what a position or a statement says, and the word of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The words of the language say it.
pub enum Attribute {
    Text,
    Kind,
    Evidence,
    Answers,
    Order,
    Scope,
    Of,
    By,
    Voice,
    Unstated,
    Anticipated,
    Date,
    At,
    In,
    Url,
    Doi,
    Cite,
    File,
    Scheme,
    Weight,
    Tags,
    Short,
    Tag,
    Says,
    Qualifications,
    Volume,
    Pages,
    Accessed,
    Licence,
    Speech,
}

#[allow(clippy::enum_glob_use, reason = "each of its names is used here, and in nearly every line")]
use Attribute::*;

/// Attributes that a thing of this kind can have.
pub fn all(thing: Thing) -> &'static [Attribute] {
    match thing {
        Thing::Author(_) => &[Text, Of, Short, Qualifications],
        Thing::Source(_) => {
            &[Text, By, Date, Kind, Speech, In, Volume, Pages, Url, Accessed, Doi, Cite, Licence, File, Short]
        }
        Thing::Issue(_) => &[Text, Answers, Order, Scope, Tags, Short],
        Thing::Position(_) => &[Text, Says],
        Thing::Term(_) => &[Text],
        Thing::Statement(_) => {
            &[Text, Kind, Evidence, By, Voice, Unstated, Anticipated, Date, At, Scheme, Weight, Tags, Short, Tag]
        }
    }
}

impl Attribute {
    /// Its word, for programs: that of the language where there is one.
    pub fn word(self) -> &'static str {
        match self {
            Text => "text",
            Kind => "kind",
            Evidence => "evidence",
            Answers => "answers",
            Order => "order",
            Scope => "scope",
            Of => "of",
            By => "by",
            Voice => "voice",
            Unstated => "unstated",
            Anticipated => "anticipated",
            Date => "date",
            At => "at",
            In => "in",
            Url => "url",
            Doi => "doi",
            Cite => "cite",
            File => "file",
            Scheme => "scheme",
            Weight => "weight",
            Tags => "tags",
            Short => "short",
            Tag => "tag",
            Says => "says",
            Qualifications => "qualifications",
            Volume => "volume",
            Pages => "pages",
            Accessed => "accessed",
            Licence => "licence",
            Speech => "speech",
        }
    }

    /// Whether both versions say the same. Who is named is the same author under another name, too.
    pub(super) fn is_same(self, versions: Versions, paired: &Paired, old: Thing, new: Thing) -> bool {
        let Versions { old: before, new: after } = versions;
        let numbers = |authors: &[AuthorId], number: &dyn Fn(AuthorId) -> usize| {
            let mut numbers: Vec<usize> = authors.iter().map(|&author| number(author)).collect();
            numbers.sort_unstable();
            numbers
        };
        let of_old = |author| paired.authors.number_of_old(author);
        let same = |one: &[AuthorId], other: &[AuthorId]| {
            one.is_empty() && other.is_empty() || numbers(one, &of_old) == numbers(other, &|author| author.index())
        };
        match (self, old, new) {
            (Text, Thing::Statement(old), Thing::Statement(new)) => super::statement::says_the_same(versions, old, new),
            (By, Thing::Source(old), Thing::Source(new)) => {
                same(&before.sources[old].authors, &after.sources[new].authors)
            }
            (By, Thing::Statement(old), Thing::Statement(new)) => {
                let (one, other) = (&before.statements[old].by, &after.statements[new].by);
                one.is_some() == other.is_some() && same(one.as_deref().unwrap_or(&[]), other.as_deref().unwrap_or(&[]))
            }
            (Voice, Thing::Statement(old), Thing::Statement(new)) => {
                let number = |voice: Option<Voice>, number: &dyn Fn(AuthorId) -> usize| {
                    voice.map(|voice| (voice.author.map(number), voice.endorsed, voice.disputed))
                };
                number(before.statements[old].voice, &of_old) == number(after.statements[new].voice, &|it| it.index())
            }
            (Order, Thing::Issue(old), Thing::Issue(new)) => {
                let scale = before.issues[old].answers == Answers::Scale && after.issues[new].answers == Answers::Scale;
                !scale || order(versions, paired, old, new)
            }
            _ => self.value(before, old) == self.value(after, new),
        }
    }

    /// Value of the attribute, as a person would read it; `None` where the map has none.
    pub fn value(self, map: &Map, thing: Thing) -> Option<Cow<'_, str>> {
        let text = |span: Option<Span>| span.map(|span| map.text(span));
        match thing {
            Thing::Author(id) => match self {
                Text => text(Some(map.authors[id].display)),
                Short => text(map.authors[id].short),
                Qualifications => text(map.authors[id].qualifications),
                _ => text(map.authors[id].of),
            },
            Thing::Source(id) => self.of_source(map, &map.sources[id]),
            Thing::Issue(id) => self.of_issue(map, id),
            Thing::Position(id) if self == Says => text(map.positions[id].says),
            Thing::Position(id) => text(map.positions[id].text),
            Thing::Term(id) => text(Some(map.terms[id].word)),
            Thing::Statement(id) => self.of_statement(map, &map.statements[id]),
        }
    }

    fn of_source<'m>(self, map: &'m Map, source: &Source) -> Option<Cow<'m, str>> {
        let span = match self {
            By => return names(map, &source.authors),
            Date => return source.date.map(|date| date.to_string().into()),
            Accessed => return source.accessed.map(|date| date.to_string().into()),
            Speech => return source.order.map(|order| order.to_string().into()),
            Short => source.short,
            Volume => source.volume,
            Pages => source.pages,
            Licence => source.licence,
            Text => Some(source.title),
            Kind => source.kind,
            In => source.container,
            Url => source.url,
            Doi => source.doi,
            Cite => source.cite,
            _ => source.text,
        };
        span.map(|span| map.text(span))
    }

    fn of_issue(self, map: &Map, id: IssueId) -> Option<Cow<'_, str>> {
        let issue = &map.issues[id];
        match self {
            Text => Some(map.text(issue.question)),
            Answers => Some(issue.answers.word().into()),
            Order => {
                let names: Vec<&str> = issue.positions().map(|position| map.position_name(position)).collect();
                Some(names.join(", ").into())
            }
            Scope => issue.scope.map(|scope| map.text(scope)),
            Short => issue.short.map(|short| map.text(short)),
            _ => tags(map, &issue.tags),
        }
    }

    fn of_statement<'m>(self, map: &'m Map, statement: &Statement) -> Option<Cow<'m, str>> {
        let set = |is_set: bool| is_set.then(|| self.word().into());
        match self {
            Text => Some(map.text(statement.text)),
            Kind => Some(statement.kind.word().into()),
            Evidence => {
                let kind = statement.evidence.filter(|_| statement.kind == StatementKind::Evidence)?;
                EvidenceKind::WORDS.iter().find(|(known, _)| *known == kind).map(|(_, word)| (*word).into())
            }
            By => statement.by.as_deref().and_then(|by| names(map, by)),
            Voice => statement.voice.map(|voice| spoken(map, voice)),
            Unstated => set(statement.unstated),
            Anticipated => set(statement.anticipated),
            Date => statement.date.map(|date| date.to_string().into()),
            At => statement.at.map(|at| map.text(at)),
            Scheme => statement.scheme.map(|scheme| map.text(scheme)),
            Short => statement.card.as_ref()?.short.map(|short| map.text(short)),
            Tag => statement.card.as_ref()?.tag.map(|tag| map.text(tag)),
            Weight => statement.weight.map(|weight| weight.to_string().into()),
            _ => tags(map, &statement.tags),
        }
    }
}

/// Whether the positions that both versions have stand in the same order.
fn order(versions: Versions, paired: &Paired, old: IssueId, new: IssueId) -> bool {
    let is_kept = |position: &PositionId| paired.positions.old_of(*position).is_some();
    let after = versions.new.issues[new].positions().filter(is_kept);
    let before = versions.old.issues[old].positions().filter_map(|position| paired.positions.new_of(position));
    before.eq(after)
}

fn names<'m>(map: &'m Map, authors: &[AuthorId]) -> Option<Cow<'m, str>> {
    let names: Vec<&str> = authors.iter().map(|&author| map.word(map.authors[author].name)).collect();
    (!names.is_empty()).then(|| names.join(", ").into())
}

/// Tags in an order that does not depend on that of the text.
fn tags<'m>(map: &'m Map, tags: &[Span]) -> Option<Cow<'m, str>> {
    let mut words: Vec<&str> = tags.iter().map(|&tag| map.word(tag)).collect();
    words.sort_unstable();
    words.dedup();
    (!words.is_empty()).then(|| words.join(", ").into())
}

fn spoken(map: &Map, voice: Voice) -> Cow<'_, str> {
    let name = voice.name(map);
    match voice.qualifiers().words().next() {
        Some(side) => format!("{name} ({side})").into(),
        None => name.into(),
    }
}
