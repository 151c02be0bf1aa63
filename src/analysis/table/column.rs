//! Columns: whose statements are held against whose.

mod joint_authors;
#[cfg(test)]
mod tests;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::file::Span;
use crate::model::{AuthorId, IssueId, Map, Period, Side, SideId, SourceId, StatementId};

use joint_authors::joint_authors;

pub use joint_authors::joint;

/// Kind of owner that a column has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// Each author; joint authors who share all their statements count as one.
    #[default]
    Author,
    /// Each document has a column.
    Source,
    /// Each organisation that authors belong to; authors without `of` get a column of their own.
    Organisation,
    /// Each side; who is on none stands alone.
    Side,
    /// Each year in which something was said.
    Year,
}

impl By {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(By, &str, &str)] = &[
        (By::Author, "author", "Each author; joint authors who share all their statements count as one"),
        (By::Source, "source", "Each document"),
        (
            By::Organisation,
            "organisation",
            "Each organisation that authors belong to; who belongs to none stands alone",
        ),
        (By::Side, "side", "Each side; who is on none stands alone"),
        (By::Year, "year", "Each year in which something was said"),
    ];
}

/// The owner of the statements in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnOwner {
    /// An author, or several who share exactly the same statements.
    Authors(Box<[AuthorId]>),
    /// The same, as far as it was said within a stretch of time.
    Dated(Box<[AuthorId]>, Period),
    /// A document of the map.
    Source(SourceId),
    /// An organisation, as it is first written in the map.
    Organisation(Span),
    /// A side of the debate.
    Side(SideId),
    /// A year in which something was said.
    Year(u16),
    /// Statements for which the map names no author or date.
    Unknown,
    /// The mapper's own statements, which stand outside any source: a debater's own case.
    Own,
}

/// Actor that can be compared by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// An author, with those who always write jointly with that author.
    Author(AuthorId),
    /// The same, as far as it was said within a stretch of time.
    Dated(AuthorId, Period),
    /// A document of the map.
    Source(SourceId),
    /// A side of the debate.
    Side(SideId),
    /// The mapper's own statements.
    Own,
}

/// The columns of a comparison, and which statements belong to each.
#[derive(Debug)]
pub struct Columns {
    /// Kind of owner that each column has.
    pub by: By,
    /// The owner of each column, in the order of the map; years in the order of time.
    pub owners: Vec<ColumnOwner>,
    voices: bool,
    /// Of the column of an organisation or a side: how many who speak belong to it, those who always write jointly counted as one.
    minds: Vec<usize>,
    of_author: Vec<Vec<usize>>,
    of_source: Vec<Vec<usize>>,
    of_year: HashMap<u16, usize>,
    unknown: Option<usize>,
    own: Vec<usize>,
}

impl Columns {
    /// A column for every author, source, organisation or year of the map, whether or not it says anything. With
    /// `voices` what a document reports of others belongs to those others.
    pub fn new(map: &Map, by: By, voices: bool) -> Columns {
        let mut columns = Columns::empty(map, by, voices);
        match by {
            By::Author => {
                for group in joint_authors(map) {
                    columns.add(ColumnOwner::Authors(group));
                }
            }
            By::Source => {
                for source in map.sources.ids() {
                    columns.add(ColumnOwner::Source(source));
                }
            }
            By::Organisation => columns.add_organisations(map),
            By::Side => columns.add_sides(map),
            By::Year => {
                let mut years: Vec<u16> =
                    map.statements.ids().filter_map(|id| map.date_of(id)).map(crate::model::Date::year).collect();
                years.sort_unstable();
                years.dedup();
                for year in years {
                    columns.add(ColumnOwner::Year(year));
                }
            }
        }
        columns.add(ColumnOwner::Unknown);
        columns.add(ColumnOwner::Own);
        columns
    }

    /// A column for each of these, in this order; one for those who always write jointly.
    pub fn chosen(map: &Map, parties: &[Actor], voices: bool) -> Columns {
        let mut columns = Columns::empty(map, By::Author, voices);
        let groups = joint_authors(map);
        let group = |author| {
            let group = groups.iter().find(|group| group.contains(&author));
            group.expect("every author is in a group").clone()
        };
        for &actor in parties {
            let who = match actor {
                Actor::Author(author) => ColumnOwner::Authors(group(author)),
                Actor::Dated(author, period) => ColumnOwner::Dated(group(author), period),
                Actor::Source(source) => ColumnOwner::Source(source),
                Actor::Side(side) => ColumnOwner::Side(side),
                Actor::Own => ColumnOwner::Own,
            };
            if columns.owners.contains(&who) {
                continue;
            }
            match who {
                ColumnOwner::Side(side) => columns.add_side(map, side, &groups),
                who => columns.add(who),
            }
        }
        columns
    }

    fn empty(map: &Map, by: By, voices: bool) -> Columns {
        Columns {
            by,
            owners: Vec::new(),
            voices,
            minds: Vec::new(),
            of_author: vec![Vec::new(); map.authors.len()],
            of_source: vec![Vec::new(); map.sources.len()],
            of_year: HashMap::new(),
            unknown: None,
            own: Vec::new(),
        }
    }

    /// Adds a column, to be found by what makes it. The authors of an organisation or a side are told one by one.
    fn add(&mut self, who: ColumnOwner) {
        let column = self.owners.len();
        match &who {
            ColumnOwner::Authors(group) | ColumnOwner::Dated(group, _) => {
                group.iter().for_each(|author| self.of_author[author.index()].push(column));
            }
            ColumnOwner::Source(source) => self.of_source[source.index()].push(column),
            ColumnOwner::Organisation(_) | ColumnOwner::Side(_) => {}
            ColumnOwner::Year(year) => {
                self.of_year.insert(*year, column);
            }
            ColumnOwner::Unknown => self.unknown = Some(column),
            ColumnOwner::Own => self.own.push(column),
        }
        self.owners.push(who);
    }

    /// The sides; and whoever is on none, or not on every issue, for the issues that are left.
    fn add_sides(&mut self, map: &Map) {
        let groups = joint_authors(map);
        for side in map.sides.ids() {
            self.add_side(map, side, &groups);
        }
        let is_bound = |author: &AuthorId| {
            map.sides.iter().any(|(_, side)| side.issues.is_empty() && side.authors.contains(author))
        };
        for group in groups {
            let free: Vec<AuthorId> = group.iter().copied().filter(|author| !is_bound(author)).collect();
            if !free.is_empty() {
                self.add(ColumnOwner::Authors(free.into_boxed_slice()));
            }
        }
    }

    fn add_side(&mut self, map: &Map, side: SideId, groups: &[Box<[AuthorId]>]) {
        let column = self.owners.len();
        self.add(ColumnOwner::Side(side));
        let side = &map.sides[side];
        side.authors.iter().for_each(|author| self.of_author[author.index()].push(column));
        self.own.extend(side.own.then_some(column));
        let minds = groups.iter().filter(|group| group.iter().any(|author| side.authors.contains(author))).count();
        self.minds.resize(column + 1, 0);
        self.minds[column] = minds + usize::from(side.own);
    }

    /// Columns of organisations. Authors without `of` get a column of their own, unless others belong to them.
    fn add_organisations(&mut self, map: &Map) {
        let joined: HashSet<_> =
            map.authors.iter().filter_map(|(_, author)| author.of).map(|of| map.text(of)).collect();
        let mut speaks = vec![false; map.authors.len()];
        for id in map.statements.ids() {
            map.authors_of(id).iter().for_each(|author| speaks[author.index()] = true);
        }
        let mut known: HashMap<String, usize> = HashMap::new();
        for group in joint_authors(map) {
            let is_mind = group.iter().any(|author| speaks[author.index()]);
            let mut own: Vec<AuthorId> = Vec::new();
            let mut columns: Vec<usize> = Vec::new();
            for author in group {
                let what = &map.authors[author];
                let is_one = || joined.contains(&map.text(what.display)).then_some(what.display);
                let Some(of) = what.of.or_else(is_one) else {
                    own.push(author);
                    continue;
                };
                let column = *known.entry(map.text(of).into_owned()).or_insert_with(|| {
                    self.add(ColumnOwner::Organisation(of));
                    self.owners.len() - 1
                });
                self.of_author[author.index()].push(column);
                columns.push(column);
            }
            columns.sort_unstable();
            columns.dedup();
            self.minds.resize(self.owners.len(), 0);
            for column in columns {
                self.minds[column] += usize::from(is_mind);
            }
            if !own.is_empty() {
                self.add(ColumnOwner::Authors(own.into_boxed_slice()));
            }
        }
    }

    /// The columns that a statement stands in, each with whether it is only reported there; none twice. What another's
    /// voice says belongs to the document's author only where it is endorsed.
    pub fn of(&self, map: &Map, statement: StatementId, into: &mut Vec<(usize, bool)>) {
        into.clear();
        let what = &map.statements[statement];
        if what.is_own() {
            self.of_makers(map, statement, into);
        }
        if self.voices
            && let Some(author) = what.reported()
        {
            into.extend(self.of_author[author.index()].iter().map(|&column| (column, true)));
            let year = map.date_of(statement).and_then(|date| self.of_year.get(&date.year()));
            into.extend(year.map(|&column| (column, true)));
        }
        into.retain(|(column, _)| {
            self.is_in_time(map, *column, statement) && !self.is_elsewhere(map, *column, statement)
        });
        into.sort_unstable();
        into.dedup_by_key(|(column, _)| *column);
    }

    /// Whether a column holds what one author, or several who always write jointly, say.
    pub fn is_one_mind(&self, column: usize) -> bool {
        match self.owners[column] {
            ColumnOwner::Authors(_) | ColumnOwner::Dated(..) | ColumnOwner::Source(_) | ColumnOwner::Own => true,
            ColumnOwner::Organisation(_) => self.minds[column] == 1,
            ColumnOwner::Side(_) => self.minds[column] <= 1,
            ColumnOwner::Year(_) | ColumnOwner::Unknown => false,
        }
    }

    /// The authors of both of two columns, where each holds a part of what the same authors say: what they said at a time, or in a
    /// document.
    pub fn same_makers<'c>(&'c self, map: &'c Map, columns: [usize; 2]) -> Option<&'c [AuthorId]> {
        let [one, other] = columns.map(|column| match &self.owners[column] {
            ColumnOwner::Dated(authors, _) => &**authors,
            ColumnOwner::Source(source) => &*map.sources[*source].authors,
            _ => &[],
        });
        let are_same = one.len() == other.len() && one.iter().all(|author| other.contains(author));
        (are_same && !one.is_empty()).then_some(one)
    }

    /// Whether a column is for what belongs nowhere else.
    pub fn is_catch_all(&self, column: usize) -> bool {
        matches!(self.owners[column], ColumnOwner::Unknown | ColumnOwner::Own)
    }

    /// Whether a statement was made in the time that a column is about; one without a date was not, as far as is known.
    fn is_in_time(&self, map: &Map, column: usize, statement: StatementId) -> bool {
        match self.owners[column] {
            ColumnOwner::Dated(_, period) => map.date_of(statement).is_some_and(|date| period.has(date)),
            _ => true,
        }
    }

    /// Whether what a statement says on an issue belongs to a column in which the statement stands: a side speaks on its issues
    /// alone, and beside sides everybody else on the others.
    pub fn is_about(&self, map: &Map, column: usize, issue: IssueId) -> bool {
        let has_side =
            |is_member: &dyn Fn(&Side) -> bool| map.sides.iter().any(|(_, side)| side.is_on(issue) && is_member(side));
        match &self.owners[column] {
            ColumnOwner::Side(side) => map.sides[*side].is_on(issue),
            ColumnOwner::Authors(authors) if self.by == By::Side => {
                authors.iter().any(|author| !has_side(&|side| side.authors.contains(author)))
            }
            ColumnOwner::Own if self.by == By::Side => !has_side(&|side| side.own),
            _ => true,
        }
    }

    /// Whether a statement says nothing that belongs to the column of a side, or all of it on other issues.
    fn is_elsewhere(&self, map: &Map, column: usize, statement: StatementId) -> bool {
        let stances = map.stances_of(statement);
        matches!(self.owners[column], ColumnOwner::Side(_))
            && !stances.is_empty()
            && !stances.iter().any(|&stance| self.is_about(map, column, map.stances[stance].issue))
    }

    fn of_makers(&self, map: &Map, statement: StatementId, into: &mut Vec<(usize, bool)>) {
        let source = map.statements[statement].source;
        if let Some(source) = source {
            into.extend(self.of_source[source.index()].iter().map(|&column| (column, false)));
        }
        let authors = map.authors_of(statement);
        if source.is_none() && authors.is_empty() {
            into.extend(self.own.iter().map(|&column| (column, false)));
            return;
        }
        let unknown = self.unknown.map(|column| (column, false));
        match self.by {
            By::Source if source.is_none() => into.extend(self.own.iter().map(|&column| (column, false))),
            By::Source => {}
            By::Year => {
                let year = map.date_of(statement).and_then(|date| self.of_year.get(&date.year()));
                into.extend(year.map(|&column| (column, false)).or(unknown));
            }
            By::Author | By::Organisation | By::Side => {
                for author in authors {
                    into.extend(self.of_author[author.index()].iter().map(|&column| (column, false)));
                    if self.of_author[author.index()].is_empty() {
                        into.extend(unknown);
                    }
                }
                if authors.is_empty() {
                    into.extend(unknown);
                }
            }
        }
    }
}
