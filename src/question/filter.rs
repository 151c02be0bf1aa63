//! Which part of a map is asked about, from the words of a person to what the model knows.

use super::names::unknown;
use super::{Refusal, called};
use crate::analysis::change::{Paired, Pairs, Versions};
use crate::model::select::{Filter, Selection};
use crate::model::{AuthorId, Date, Entity, EvidenceKind, Id, Map, PositionId, SideId, StatementKind};

/// A part of a map by what somebody calls it. Several names in one list mean any of them; different lists all have to hold.
#[derive(Debug, Clone, Default)]
pub struct FilterWords {
    /// Statements of these authors.
    pub authors: Vec<String>,
    /// Statements of these sources.
    pub sources: Vec<String>,
    /// Issues that statements and stances are on.
    pub issues: Vec<String>,
    /// Positions that statements and stances are on, each as `POSITION` or `ISSUE.POSITION`.
    pub positions: Vec<String>,
    /// Statements of these kinds.
    pub kinds: Vec<StatementKind>,
    /// Evidence of these kinds.
    pub evidence: Vec<EvidenceKind>,
    /// Statements and issues with these tags.
    pub tags: Vec<String>,
    /// Statements made on this date or later.
    pub since: Option<Date>,
    /// Statements made on this date or earlier.
    pub until: Option<Date>,
    /// Statements with these words in their text or quotations.
    pub text: Option<String>,
    /// Whether what was read into the texts is left out.
    pub stated: bool,
    /// Whether reported voices are brought in.
    pub voices: bool,
}

impl FilterWords {
    /// The part of a map that they ask for.
    ///
    /// # Errors
    ///
    /// A name is not in the map.
    pub fn select(&self, map: &Map) -> Result<Selection, Refusal> {
        let source = |named| if let Entity::Source(id) = named { Some(id) } else { None };
        let issue = |named| if let Entity::Issue(id) = named { Some(id) } else { None };
        let mut positions = Vec::new();
        for name in &self.positions {
            positions.extend(positions_named(map, name)?);
        }
        let (authors, sides) = self.speakers(map)?;
        let filter = Filter {
            authors,
            sides,
            sources: find_all(map, &self.sources, "source", &names(map, map.sources.iter(), |it| it.name), source)?,
            issues: find_all(map, &self.issues, "issue", &names(map, map.issues.iter(), |it| it.name), issue)?,
            positions,
            ..self.nameless()
        };
        Ok(Selection::new(map, filter))
    }

    /// The parts of two versions of a map that they ask for. A name that one of them has means the same thing in the other, whatever
    /// it is called there.
    ///
    /// # Errors
    ///
    /// A name is in neither.
    pub fn select_versions(&self, versions: Versions, paired: &Paired) -> Result<[Selection; 2], Refusal> {
        let Versions { old, new } = versions;
        let is_side =
            |name: &&String| [old, new].iter().any(|map| matches!(called::find(map, name), Some(Entity::Side(_))));
        let (sides, alone): (Vec<String>, Vec<String>) = self.authors.iter().cloned().partition(|name| is_side(&name));
        let authors = in_both(
            versions,
            &alone,
            "author",
            |named| match named {
                Entity::Author(id) => Some(id),
                _ => None,
            },
            &paired.authors,
            speaker_names,
        )?;
        let sides = [old, new].map(|map| {
            let found = sides.iter().filter_map(|name| called::find(map, name));
            found.filter_map(|named| if let Entity::Side(side) = named { Some(side) } else { None }).collect::<Vec<_>>()
        });
        let sources = in_both(
            versions,
            &self.sources,
            "source",
            |named| match named {
                Entity::Source(id) => Some(id),
                _ => None,
            },
            &paired.sources,
            |map| names(map, map.sources.iter(), |it| it.name),
        )?;
        let issues = in_both(
            versions,
            &self.issues,
            "issue",
            |named| match named {
                Entity::Issue(id) => Some(id),
                _ => None,
            },
            &paired.issues,
            |map| names(map, map.issues.iter(), |it| it.name),
        )?;
        let mut positions = [Vec::new(), Vec::new()];
        for name in &self.positions {
            let (one, other) = (positions_named(old, name), positions_named(new, name));
            if one.is_err() {
                positions[1].extend(other?);
            } else {
                positions[0].extend(one?);
                positions[1].extend(other.unwrap_or_default());
            }
        }
        let positions = translated(positions, &paired.positions);
        let [old_filter, new_filter] = [0, 1].map(|side| Filter {
            authors: authors[side].clone(),
            sides: sides[side].clone(),
            sources: sources[side].clone(),
            issues: issues[side].clone(),
            positions: positions[side].clone(),
            ..self.nameless()
        });
        let is_unmet = |filter: &Filter| {
            (filter.authors.is_empty() && filter.sides.is_empty() && !self.authors.is_empty())
                || (filter.sources.is_empty() && !self.sources.is_empty())
                || (filter.issues.is_empty() && !self.issues.is_empty())
                || (filter.positions.is_empty() && !self.positions.is_empty())
        };
        // An empty list would mean that nothing was asked for: what only the other version has leaves nothing of this one.
        let select = |map: &Map, filter: Filter| {
            if is_unmet(&filter) { Selection::nothing(map, filter) } else { Selection::new(map, filter) }
        };
        Ok([select(old, old_filter), select(new, new_filter)])
    }

    /// The authors and sides that are asked for.
    fn speakers(&self, map: &Map) -> Result<(Vec<AuthorId>, Vec<SideId>), Refusal> {
        let (mut authors, mut sides) = (Vec::new(), Vec::new());
        for name in &self.authors {
            match called::find(map, name) {
                Some(Entity::Author(author)) => authors.push(author),
                Some(Entity::Side(side)) => sides.push(side),
                _ => return Err(unknown("author", name, speaker_names(map).into_iter())),
            }
        }
        Ok((authors, sides))
    }

    /// The filter as far as it does not depend on the names of a map.
    fn nameless(&self) -> Filter {
        Filter {
            kinds: self.kinds.clone(),
            evidence: self.evidence.clone(),
            tags: self.tags.clone(),
            since: self.since.map(Date::first_day),
            until: self.until.map(Date::last_day),
            text: self.text.clone(),
            stated: self.stated,
            voices: self.voices,
            ..Filter::default()
        }
    }
}

/// The ids of what was asked for by name in either of two versions; a name that neither has is a mistake.
fn in_both<T>(
    versions: Versions,
    asked: &[String],
    kind: &str,
    wanted: impl Fn(Entity) -> Option<Id<T>>,
    pairs: &Pairs<T>,
    known: impl for<'m> Fn(&'m Map) -> Vec<&'m str>,
) -> Result<[Vec<Id<T>>; 2], Refusal> {
    let mut found = [Vec::new(), Vec::new()];
    for name in asked {
        let [old, new] = [versions.old, versions.new].map(|map| called::find(map, name).and_then(&wanted));
        if old.is_none() && new.is_none() {
            let mut all: Vec<&str> = known(versions.new);
            all.extend(known(versions.old));
            all.sort_unstable();
            all.dedup();
            return Err(unknown(kind, name, all.into_iter()));
        }
        found[0].extend(old);
        found[1].extend(new);
    }
    Ok(translated(found, pairs))
}

/// The same things in both versions, where both have them.
fn translated<T>([mut old, mut new]: [Vec<Id<T>>; 2], pairs: &Pairs<T>) -> [Vec<Id<T>>; 2] {
    let there: Vec<Id<T>> = old.iter().filter_map(|&id| pairs.new_of(id)).collect();
    old.extend(new.iter().filter_map(|&id| pairs.old_of(id)));
    new.extend(there);
    for side in [&mut old, &mut new] {
        side.sort_unstable();
        side.dedup();
    }
    [old, new]
}

/// The names of all things of a kind.
fn names<'m, T: 'm>(
    map: &'m Map,
    things: impl Iterator<Item = (Id<T>, &'m T)>,
    name: impl Fn(&T) -> crate::file::Span,
) -> Vec<&'m str> {
    things.map(|(_, thing)| map.word(name(thing))).collect()
}

/// The names of all authors and sides.
fn speaker_names(map: &Map) -> Vec<&str> {
    let mut found = names(map, map.authors.iter(), |it| it.name);
    found.extend(names(map, map.sides.iter(), |it| it.name));
    found
}

/// The ids of what was asked for by name.
fn find_all<T>(
    map: &Map,
    asked: &[String],
    kind: &str,
    known: &[&str],
    wanted: impl Fn(Entity) -> Option<Id<T>>,
) -> Result<Vec<Id<T>>, Refusal> {
    let find = |name: &String| {
        called::find(map, name).and_then(&wanted).ok_or_else(|| unknown(kind, name, known.iter().copied()))
    };
    asked.iter().map(find).collect()
}

/// The positions called so, of the issue named before the dot or of any.
fn positions_named(map: &Map, name: &str) -> Result<Vec<PositionId>, Refusal> {
    let (issue, own) = name.split_once('.').map_or((None, name), |(issue, own)| (Some(issue), own));
    let fits = |id: &PositionId| {
        let of = map.word(map.issues[map.positions[*id].issue].name);
        map.position_name(*id) == own && issue.is_none_or(|issue| issue == of)
    };
    let found: Vec<PositionId> = map.positions.ids().filter(fits).collect();
    if found.is_empty() {
        let issues = || names(map, map.issues.iter(), |it| it.name).into_iter();
        if let Some(issue) = issue.filter(|issue| issues().all(|known| known != *issue)) {
            return Err(unknown("issue", issue, issues().collect::<Vec<_>>().into_iter()));
        }
        let known: Vec<&str> = map.positions.ids().map(|id| map.position_name(id)).collect();
        return Err(unknown("position", own, known.into_iter()));
    }
    Ok(found)
}
