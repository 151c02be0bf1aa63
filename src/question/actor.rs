//! Actors of a comparison, by the names that somebody gives: an author, perhaps at a time, a source, or our own case.

use super::names::unknown;
use super::{Refusal, called};
use crate::analysis::table::column::{Actor, joint};
use crate::model::{AuthorId, Date, Entity, Map, Period};
use crate::text::list::with_rest;

/// Actors to be compared, two or more of them, each by a name that [`actor`] understands.
///
/// # Errors
///
/// A name means nothing, or two are not named.
pub fn parties(map: &Map, names: &[String], voices: bool) -> Result<Vec<Actor>, Refusal> {
    if let Some((_, twice)) = names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)) {
        return Err(Refusal(format!("`{twice}` is named twice: it has to be compared with another")));
    }
    let parties: Vec<Actor> = names.iter().map(|name| actor(map, name, voices)).collect::<Result<_, _>>()?;
    if parties.len() < 2 {
        return Err(Refusal(
            "a comparison needs at least two authors or sources\n\
             help: `counterpoint list authors` and `counterpoint list sources` name them"
                .to_owned(),
        ));
    }
    Ok(parties)
}

/// Actor of a name in a comparison; also of the key of a column, such as `a+b` of joint authors or `own`. Behind a name
/// of authors, `@2014` or `@..2014` means only their statements of that time.
///
/// # Errors
///
/// Nobody is called so, or nothing was said at that time.
pub fn actor(map: &Map, name: &str, voices: bool) -> Result<Actor, Refusal> {
    if let Some((name, time)) = name.split_once('@') {
        return dated(map, name, time, voices);
    }
    match called::find(map, name) {
        Some(Entity::Author(author)) => Ok(Actor::Author(author)),
        Some(Entity::Source(source)) => Ok(Actor::Source(source)),
        Some(Entity::Side(side)) => Ok(Actor::Side(side)),
        Some(_) => Err(Refusal(format!("`{name}` is neither an author nor a source, so it cannot be compared"))),
        None if matches!(name, "own" | "(own)") && has_own(map) => Ok(Actor::Own),
        None => first_of_joint(map, name).map(Actor::Author).ok_or_else(|| {
            let authors = map.authors.iter().map(|(_, author)| map.word(author.name));
            let known = authors.chain(map.sources.iter().map(|(_, source)| map.word(source.name)));
            let known = known.chain(map.sides.iter().map(|(_, side)| map.word(side.name)));
            unknown("author or source", name, known)
        }),
    }
}

/// Statements of an author at a time.
fn dated(map: &Map, name: &str, time: &str, voices: bool) -> Result<Actor, Refusal> {
    let author = match called::find(map, name) {
        Some(Entity::Author(author)) => author,
        Some(_) => {
            return Err(Refusal(format!(
                "`{name}` is no author, and only of an author can be asked what was said at a time\nhelp: `counterpoint \
                 list authors` names them"
            )));
        }
        None => first_of_joint(map, name)
            .ok_or_else(|| unknown("author", name, map.authors.iter().map(|(_, author)| map.word(author.name))))?,
    };
    let Some(period) = Period::parse(time) else {
        return Err(Refusal(format!(
            "`{time}` behind `{name}@` is no time\nhelp: write a year, a month or a day, such as 2014, 2014-05 or \
             2014-05-01, or a stretch from an earlier to a later: 2014..2016, ..2014, 2014.."
        )));
    };
    let dates = dates(map, author, voices);
    if dates.iter().any(|&date| period.has(date)) {
        return Ok(Actor::Dated(author, period));
    }
    let help = match dates.as_slice() {
        [] => "nothing of theirs has a date: `date: 2014` below a source says when it appeared".to_owned(),
        dates => format!("there are {}", listed(dates)),
    };
    Err(Refusal(format!(
        "nothing that `{name}` says is dated so that all of its date lies in `{period}`\nhelp: {help}"
    )))
}

/// When an author said anything, in the order of time.
fn dates(map: &Map, author: AuthorId, voices: bool) -> Vec<Date> {
    let says = |(id, statement): &(_, &crate::model::Statement)| {
        map.own_authors_of(*id).contains(&author) || voices && statement.reported() == Some(author)
    };
    let mut dates: Vec<Date> = map.statements.iter().filter(says).filter_map(|(id, _)| map.date_of(id)).collect();
    dates.sort_by_key(|date| (date.first_day(), date.last_day()));
    dates.dedup();
    dates
}

/// How many dates a message lists.
const LISTED: usize = 12;

fn listed(dates: &[Date]) -> String {
    let first: Vec<String> = dates.iter().take(LISTED).map(ToString::to_string).collect();
    match dates.len() - first.len() {
        0 => with_rest(&first, 0),
        more => format!("{}, the last {}", with_rest(&first, more), dates[dates.len() - 1]),
    }
}

/// The first of several who always write jointly.
fn first_of_joint(map: &Map, name: &str) -> Option<AuthorId> {
    joint(map, name).and_then(|authors| authors.first().copied())
}

/// Whether statements stand outside any source, and are nobody else's.
fn has_own(map: &Map) -> bool {
    map.statements.iter().any(|(id, statement)| statement.source.is_none() && map.authors_of(id).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    const MAP: &str =
        "author ann: Ann\n\nsource s: S\n  by: ann\n  date: 2014-05\n\nclaim a: x\n\nsource t: T\n\nclaim b: y\n";

    /// Kind of actor that a name stands for, or the refusal.
    fn found(name: &str) -> String {
        let workspace = Workspace::of_texts([("map.arg", MAP)]);
        match actor(&workspace.map, name, false) {
            Ok(Actor::Author(_)) => "an author".to_owned(),
            Ok(Actor::Dated(_, period)) => format!("an author in {period}"),
            Ok(Actor::Source(_)) => "a source".to_owned(),
            Ok(Actor::Side(_)) => "a side".to_owned(),
            Ok(Actor::Own) => "our own case".to_owned(),
            Err(Refusal(why)) => why.lines().next().unwrap_or_default().to_owned(),
        }
    }

    #[test]
    fn behind_an_author_stands_a_time() {
        assert_eq!(found("ann"), "an author");
        assert_eq!(found("ann@2014"), "an author in 2014");
        assert_eq!(found("ann@..2014-06"), "an author in ..2014-06");
        assert_eq!(found("ann@2015"), "nothing that `ann` says is dated so that all of its date lies in `2015`");
        assert_eq!(found("ann@once"), "`once` behind `ann@` is no time");
        assert_eq!(found("s"), "a source");
        assert_eq!(found("s@2014"), "`s` is no author, and only of an author can be asked what was said at a time");
        assert_eq!(found("own"), "the map has no author or source `own`");
    }
}
