//! The filter options that every command shares, from words to what the model knows.

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::Failure;
use crate::analysis::change::{Paired, Pairs, Versions};
use crate::diagnostic::nearest::nearest;
use crate::model::select::{Filter, Selection};
use crate::model::{Date, Entity, EvidenceKind, Id, Map, PositionId, StatementKind};

/// Which part of the map to look at. An option given twice, or with commas, means any of its values; different options all have to
/// hold.
#[derive(Debug, Args)]
#[command(next_help_heading = "Filter (any value of an option given twice or with commas; all of several options)")]
pub struct FilterArgs {
    /// Statements of these authors
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    author: Vec<String>,
    /// Statements of these sources
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    source: Vec<String>,
    /// What is said on these issues
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    issue: Vec<String>,
    /// What is said on these positions, as POSITION or ISSUE.POSITION
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    position: Vec<String>,
    /// Statements of these kinds
    #[arg(long, value_delimiter = ',')]
    kind: Vec<Kind>,
    /// Evidence of these kinds
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = evidence_kinds())]
    evidence: Vec<String>,
    /// Statements and issues with these tags
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    tag: Vec<String>,
    /// Statements made on this date or later; a year or month will do
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,
    /// Statements made on this date or earlier; a year or month will do
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,
    /// Statements with these words in their text or quotations
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// Leave out what was read into the texts
    #[arg(long)]
    stated: bool,
    /// Bring reported voices in
    #[arg(long)]
    voices: bool,
}

/// A kind of statement.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Claim,
    Evidence,
    Counterpoint,
}

fn evidence_kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(EvidenceKind::WORDS.iter().map(|(_, word)| *word))
}

fn date(word: &str) -> Result<Date, String> {
    Date::parse(word).ok_or_else(|| "a date is YYYY, YYYY-MM or YYYY-MM-DD".to_owned())
}

impl FilterArgs {
    /// The part of a map that they ask for.
    pub fn select(&self, map: &Map) -> Result<Selection, Failure> {
        let author = |named| if let Entity::Author(id) = named { Some(id) } else { None };
        let source = |named| if let Entity::Source(id) = named { Some(id) } else { None };
        let issue = |named| if let Entity::Issue(id) = named { Some(id) } else { None };
        let mut positions = Vec::new();
        for name in &self.position {
            positions.extend(positions_named(map, name)?);
        }
        let filter = Filter {
            authors: find_all(map, &self.author, "author", names(map, map.authors.iter(), |it| it.name), author)?,
            sources: find_all(map, &self.source, "source", names(map, map.sources.iter(), |it| it.name), source)?,
            issues: find_all(map, &self.issue, "issue", names(map, map.issues.iter(), |it| it.name), issue)?,
            positions,
            ..self.nameless()
        };
        Ok(Selection::new(map, filter))
    }

    /// The parts of two versions of a map that they ask for. A name that one of them has means the same thing in the other, whatever
    /// it is called there.
    pub fn select_versions(&self, versions: Versions, paired: &Paired) -> Result<[Selection; 2], Failure> {
        let Versions { old, new } = versions;
        let authors = in_both(
            versions,
            &self.author,
            "author",
            |named| match named {
                Entity::Author(id) => Some(id),
                _ => None,
            },
            &paired.authors,
            |map| names(map, map.authors.iter(), |it| it.name),
        )?;
        let sources = in_both(
            versions,
            &self.source,
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
            &self.issue,
            "issue",
            |named| match named {
                Entity::Issue(id) => Some(id),
                _ => None,
            },
            &paired.issues,
            |map| names(map, map.issues.iter(), |it| it.name),
        )?;
        let mut positions = [Vec::new(), Vec::new()];
        for name in &self.position {
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
            sources: sources[side].clone(),
            issues: issues[side].clone(),
            positions: positions[side].clone(),
            ..self.nameless()
        });
        let is_unmet = |filter: &Filter| {
            (filter.authors.is_empty() && !self.author.is_empty())
                || (filter.sources.is_empty() && !self.source.is_empty())
                || (filter.issues.is_empty() && !self.issue.is_empty())
                || (filter.positions.is_empty() && !self.position.is_empty())
        };
        // An empty list would mean that nothing was asked for: what only the other version has leaves nothing of this one.
        let select = |map: &Map, filter: Filter| match is_unmet(&filter) {
            true => Selection::nothing(map, filter),
            false => Selection::new(map, filter),
        };
        Ok([select(old, old_filter), select(new, new_filter)])
    }

    /// The filter as far as it does not depend on the names of a map.
    fn nameless(&self) -> Filter {
        let kinds = self.kind.iter().map(|kind| match kind {
            Kind::Claim => StatementKind::Claim,
            Kind::Evidence => StatementKind::Evidence,
            Kind::Counterpoint => StatementKind::Counterpoint,
        });
        let evidence = EvidenceKind::WORDS.iter().filter(|(_, word)| self.evidence.iter().any(|asked| asked == word));
        Filter {
            kinds: kinds.collect(),
            evidence: evidence.map(|(kind, _)| *kind).collect(),
            tags: self.tag.clone(),
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
) -> Result<[Vec<Id<T>>; 2], Failure> {
    let mut found = [Vec::new(), Vec::new()];
    for name in asked {
        let [old, new] = [versions.old, versions.new].map(|map| map.find(name).and_then(&wanted));
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

/// The ids of what was asked for by name.
fn find_all<T>(
    map: &Map,
    asked: &[String],
    kind: &str,
    known: Vec<&str>,
    wanted: impl Fn(Entity) -> Option<Id<T>>,
) -> Result<Vec<Id<T>>, Failure> {
    let find =
        |name: &String| map.find(name).and_then(&wanted).ok_or_else(|| unknown(kind, name, known.iter().copied()));
    asked.iter().map(find).collect()
}

/// The positions called so, of the issue named before the dot or of any.
fn positions_named(map: &Map, name: &str) -> Result<Vec<PositionId>, Failure> {
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

/// How many names a message lists.
const LISTED: usize = 12;

/// What `counterpoint list` has to be asked for, to find something of this kind.
fn what_lists(kind: &str) -> &'static str {
    match kind {
        "author" => "authors",
        "source" => "sources",
        "issue" | "position" => "issues",
        "term" => "terms",
        "author or source" => "authors` or `counterpoint list sources",
        _ => "statements",
    }
}

/// What is said when a name on the command line is not in the map.
pub fn unknown<'n>(kind: &str, name: &str, known: impl Iterator<Item = &'n str> + Clone) -> Failure {
    let help = match nearest(name, known.clone()) {
        Some(meant) => format!("\nhelp: did you mean `{meant}`?"),
        None => {
            let first: Vec<&str> = known.clone().take(LISTED).collect();
            match known.count() - first.len() {
                _ if first.is_empty() => String::new(),
                0 if first.len() == 1 => format!("\nhelp: there is only {}", first[0]),
                0 => format!("\nhelp: there are {}", first.join(", ")),
                more => format!(
                    "\nhelp: there are {} and {more} more: `counterpoint list {}` shows them",
                    first.join(", "),
                    what_lists(kind)
                ),
            }
        }
    };
    Failure(format!("the map has no {kind} `{name}`{help}"))
}
