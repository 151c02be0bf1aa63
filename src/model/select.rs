//! The one filter: which statements and stances of a map a reader asks for.

mod derived;

pub use derived::DerivedStance;

use super::{
    AuthorId, EvidenceKind, Id, IssueId, Map, PositionId, Reason, Relation, SideId, SourceId, Stance, StanceId,
    Statement, StatementId, StatementKind,
};
use crate::file::Span;
use crate::text::folding::{composed, folded};

/// Fields to keep. Several values of one field mean *any of these*; several fields mean *all of these*.
#[derive(Debug, Default, Clone)]
pub struct Filter {
    /// Statements of these authors; with `voices` also those that report them.
    pub authors: Vec<AuthorId>,
    /// Statements of these sides, and their stances on the sides' issues; asked for together with authors, of any of both.
    pub sides: Vec<SideId>,
    /// Statements of these sources.
    pub sources: Vec<SourceId>,
    /// Statements that take a stance on these issues, and those stances.
    pub issues: Vec<IssueId>,
    /// Statements that take a stance on these positions, and those stances. A position that is ranked second counts.
    pub positions: Vec<PositionId>,
    /// Statements of these kinds.
    pub kinds: Vec<StatementKind>,
    /// Evidence of these kinds.
    pub evidence: Vec<EvidenceKind>,
    /// Statements, or stances on issues, that have one of these tags.
    pub tags: Vec<String>,
    /// Statements whose date may lie on or after this day (see `Date::first_day`).
    pub since: Option<u32>,
    /// Statements whose date may lie on or before this day.
    pub until: Option<u32>,
    /// Statements that have these words in their text or quotations, in any case.
    pub text: Option<String>,
    /// Leave out what the mapper inferred.
    pub stated: bool,
    /// Bring reported voices in.
    pub voices: bool,
}

/// Part of a map that a filter kept, and how much it left out. Every view reads the map through one.
#[derive(Debug)]
pub struct Selection {
    statements: Vec<bool>,
    stances: Vec<bool>,
    /// The filter that made it.
    pub filter: Filter,
    /// How many statements were left out.
    pub statements_omitted: usize,
    /// How many stances of kept statements were left out.
    pub stances_omitted: usize,
}

impl Selection {
    /// Reads a map through a filter.
    pub fn new(map: &Map, filter: Filter) -> Self {
        let asked = CompiledFilter::new(map, &filter);
        let mut stances: Vec<bool> = map.stances.iter().map(|(_, stance)| asked.keeps_stance(stance)).collect();
        let mut statements = Vec::with_capacity(map.statements.len());
        let (mut statements_omitted, mut stances_omitted) = (0, 0);
        for (id, statement) in map.statements.iter() {
            let own = map.stances_of(id);
            let kept = asked.keeps_statement(id, statement)
                && (!asked.narrows_stances()
                    || own.iter().any(|stance| stances[stance.index()])
                    || asked.is_tagged(statement));
            statements.push(kept);
            statements_omitted += usize::from(!kept);
            for stance in own {
                let stance = &mut stances[stance.index()];
                stances_omitted += usize::from(kept && !*stance);
                *stance &= kept;
            }
        }
        Selection { statements, stances, filter, statements_omitted, stances_omitted }
    }

    /// Keeps nothing of a map: where what the filter asks for is not in it.
    pub fn nothing(map: &Map, filter: Filter) -> Self {
        Selection {
            statements: vec![false; map.statements.len()],
            stances: vec![false; map.stances.len()],
            filter,
            statements_omitted: map.statements.len(),
            stances_omitted: 0,
        }
    }

    /// Whether a statement is kept.
    pub fn has_statement(&self, statement: StatementId) -> bool {
        self.statements[statement.index()]
    }

    /// Whether a stance is kept; its statement then is, too.
    pub fn has_stance(&self, stance: StanceId) -> bool {
        self.stances[stance.index()]
    }

    /// Whether a reason is kept, whichever statements are: what is asked for may rest on what was not.
    pub fn has_reason(&self, reason: &Reason) -> bool {
        !(self.filter.stated && reason.inferred)
    }

    /// Whether a relation is kept, whichever statements are.
    pub fn has_relation(&self, relation: &Relation) -> bool {
        !(self.filter.stated && relation.inferred)
    }
}

/// A filter made ready for many questions.
struct CompiledFilter<'m> {
    map: &'m Map,
    filter: &'m Filter,
    authors: Option<Set>,
    sources: Option<Set>,
    issues: Option<Set>,
    positions: Option<Set>,
    /// The issues that have one of the tags.
    tagged_issues: Set,
    text: Option<String>,
}

/// For each thing of a kind, whether it was asked for.
struct Set(Vec<bool>);

impl Set {
    fn new<T>(count: usize, ids: impl IntoIterator<Item = Id<T>>) -> Set {
        let mut set = vec![false; count];
        for id in ids {
            set[id.index()] = true;
        }
        Set(set)
    }

    /// The set of what was asked for; none if nothing was, so that all is kept.
    fn of<T>(count: usize, ids: &[Id<T>]) -> Option<Set> {
        (!ids.is_empty()).then(|| Set::new(count, ids.iter().copied()))
    }

    fn has<T>(&self, id: Id<T>) -> bool {
        self.0[id.index()]
    }
}

impl<'m> CompiledFilter<'m> {
    fn new(map: &'m Map, filter: &'m Filter) -> Self {
        let tagged = map.issues.iter().filter(|(_, issue)| has_tag(map, &issue.tags, &filter.tags));
        CompiledFilter {
            map,
            filter,
            authors: Set::of(map.authors.len(), &filter.authors),
            sources: Set::of(map.sources.len(), &filter.sources),
            issues: Set::of(map.issues.len(), &filter.issues),
            positions: Set::of(map.positions.len(), &filter.positions),
            tagged_issues: Set::new(map.issues.len(), tagged.map(|(id, _)| id)),
            text: filter.text.as_deref().map(searchable),
        }
    }

    /// Whether a statement needs one of the stances asked for to be kept.
    fn narrows_stances(&self) -> bool {
        self.issues.is_some() || self.positions.is_some() || !self.filter.tags.is_empty()
    }

    /// Whether a statement without a stance asked for is kept because of its own tags.
    fn is_tagged(&self, statement: &Statement) -> bool {
        self.issues.is_none() && self.positions.is_none() && has_tag(self.map, &statement.tags, &self.filter.tags)
    }

    fn keeps_stance(&self, stance: &Stance) -> bool {
        let is_asked = |position| self.positions.as_ref().is_none_or(|set| set.has(position));
        let tagged = || {
            let tags = &self.map.statements[stance.statement].tags;
            self.tagged_issues.has(stance.issue) || has_tag(self.map, tags, &self.filter.tags)
        };
        let left_out = self.filter.stated && stance.inferred || self.is_off_side(stance);
        !left_out
            && self.issues.as_ref().is_none_or(|set| set.has(stance.issue))
            && (self.positions.is_none() || stance.positions().chain(stance.over.iter().copied()).any(is_asked))
            && (self.filter.tags.is_empty() || tagged())
    }

    /// Whether a statement is kept as far as it does not depend on stances.
    fn keeps_statement(&self, id: StatementId, statement: &Statement) -> bool {
        let Filter { kinds, evidence, .. } = self.filter;
        self.sources.as_ref().is_none_or(|set| statement.source.is_some_and(|source| set.has(source)))
            && (kinds.is_empty() || kinds.contains(&statement.kind))
            && (evidence.is_empty() || statement.evidence.is_some_and(|kind| evidence.contains(&kind)))
            && (self.authors.is_none() && self.filter.sides.is_empty()
                || self.authors.as_ref().is_some_and(|set| self.is_of(set, id, statement))
                || self.is_of_side(id, statement))
            && self.is_in_time(id)
            && self.text.as_ref().is_none_or(|words| self.mentions(words, id, statement))
    }

    fn is_of_side(&self, id: StatementId, statement: &Statement) -> bool {
        let reported = statement.reported().filter(|_| self.filter.voices);
        self.filter.sides.iter().map(|&side| &self.map.sides[side]).any(|side| {
            self.map.is_of_side(side, id, self.map.authors_of(id))
                || reported.is_some_and(|who| self.map.is_of_side(side, id, &[who]))
        })
    }

    /// Whether a stance is not asked for because it is on an issue on which a side does not speak.
    fn is_off_side(&self, stance: &Stance) -> bool {
        let statement = &self.map.statements[stance.statement];
        let is_asked = |side: &SideId| {
            let side = &self.map.sides[*side];
            side.is_on(stance.issue)
        };
        let of_author = || self.authors.as_ref().is_some_and(|set| self.is_of(set, stance.statement, statement));
        !self.filter.sides.is_empty() && !self.filter.sides.iter().any(is_asked) && !of_author()
    }

    fn is_of(&self, authors: &Set, id: StatementId, statement: &Statement) -> bool {
        let reported = statement.reported().filter(|_| self.filter.voices);
        self.map.authors_of(id).iter().chain(&reported).any(|&author| authors.has(author))
    }

    /// Whether the date of a statement may lie within the days asked for. What has no date may lie anywhere, but nobody
    /// who asks for a time wants it.
    fn is_in_time(&self, id: StatementId) -> bool {
        let Filter { since, until, .. } = self.filter;
        if since.is_none() && until.is_none() {
            return true;
        }
        self.map.date_of(id).is_some_and(|date| {
            since.is_none_or(|day| date.last_day() >= day) && until.is_none_or(|day| date.first_day() <= day)
        })
    }

    fn mentions(&self, words: &str, id: StatementId, statement: &Statement) -> bool {
        let has = |span: Span| searchable(&self.map.text(span)).contains(words);
        has(statement.text) || self.map.quotations_of(id).iter().any(|&id| has(self.map.quotations[id].words))
    }
}

fn has_tag(map: &Map, tags: &[Span], asked: &[String]) -> bool {
    tags.iter().any(|&tag| asked.iter().any(|asked| composed(asked) == composed(map.word(tag))))
}

/// A text as it is searched: folded, white space as single spaces.
fn searchable(text: &str) -> String {
    let folded = folded(text);
    if folded.contains(['\n', '\t']) || folded.contains("  ") {
        return folded.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::example::sound_map;
    use crate::model::{Date, Entity};

    const MAP: &str = "\
author a: A
author b: B
author c: C
issue i: Q?
  position p: P
  position q: Q
issue j: Q?
  tags: aid
source s: S
  by: a, b
  date: 2017
claim one: The Ministry of\n    Defence
  holds i: p
  raises j (inferred): asks
claim two: x
  by: b
  date: 2015-06
  prefers i (inferred): p over q
  tags: aid
evidence three: x
  kind: law
  quote: ΟΔΟΣ and ministry
source t: T
  by: c
claim four: x
  voice: a
  weighs j: y
counterpoint five: x
  against: four
";

    /// Statements that a filter keeps, by name, with the number of stances kept, and how many statements and stances it
    /// left out.
    fn kept(change: impl FnOnce(&Map, &mut Filter)) -> (Vec<String>, usize, (usize, usize)) {
        let map = sound_map(MAP);
        let mut filter = Filter::default();
        change(&map, &mut filter);
        let selection = Selection::new(&map, filter);
        let names = map.statements.ids().filter(|&id| selection.has_statement(id));
        let names = names.map(|id| map.statement_name(id).split_once('.').expect("in a source").1.to_owned()).collect();
        let stances = map.stances.ids().filter(|&id| selection.has_stance(id)).count();
        (names, stances, (selection.statements_omitted, selection.stances_omitted))
    }

    fn author(map: &Map, name: &str) -> AuthorId {
        match map.find(name) {
            Some(Entity::Author(author)) => author,
            other => panic!("{other:?}"),
        }
    }

    fn issue(map: &Map, name: &str) -> IssueId {
        match map.find(name) {
            Some(Entity::Issue(issue)) => issue,
            other => panic!("{other:?}"),
        }
    }

    fn names<const N: usize>(names: [&str; N]) -> Vec<String> {
        names.map(str::to_owned).to_vec()
    }

    #[test]
    fn an_empty_filter_keeps_all() {
        assert_eq!(kept(|_, _| ()), (names(["one", "two", "three", "four", "five"]), 4, (0, 0)));
    }

    #[test]
    fn authors_are_those_of_the_source_unless_narrowed() {
        assert_eq!(kept(|map, filter| filter.authors = vec![author(map, "a")]).0, names(["one", "three"]));
        assert_eq!(kept(|map, filter| filter.authors = vec![author(map, "b")]).0, names(["one", "two", "three"]));
        let with_voices = kept(|map, filter| (filter.authors, filter.voices) = (vec![author(map, "a")], true));
        assert_eq!(with_voices.0, names(["one", "three", "four"]));
    }

    #[test]
    fn issues_and_positions_keep_statements_and_their_stances() {
        assert_eq!(kept(|map, filter| filter.issues = vec![issue(map, "i")]), (names(["one", "two"]), 2, (3, 1)));
        let second = |map: &Map| map.find_position(issue(map, "i"), "q").expect("a position");
        assert_eq!(kept(|map, filter| filter.positions = vec![second(map)]).0, names(["two"]));
        let stated = kept(|map, filter| (filter.issues, filter.stated) = (vec![issue(map, "i")], true));
        assert_eq!(stated, (names(["one"]), 1, (4, 1)));
    }

    #[test]
    fn tags_are_of_statements_or_of_their_issues() {
        assert_eq!(kept(|_, filter| filter.tags = vec!["aid".to_owned()]), (names(["one", "two", "four"]), 3, (2, 1)));
    }

    #[test]
    fn a_partial_date_is_kept_if_it_may_be_meant() {
        let day = |text: &str| Date::parse(text).expect("a date");
        assert_eq!(kept(|_, filter| filter.since = Some(day("2017-05").first_day())).0, names(["one", "three"]));
        assert_eq!(kept(|_, filter| filter.until = Some(day("2015").last_day())).0, names(["two"]));
        assert_eq!(kept(|_, filter| filter.since = Some(day("2018").first_day())).0, names([]));
    }

    #[test]
    fn words_are_found_in_any_case_and_over_line_ends() {
        assert_eq!(kept(|_, filter| filter.text = Some("ministry  OF defence".to_owned())).0, names(["one"]));
        assert_eq!(kept(|_, filter| filter.text = Some("οδος AND".to_owned())).0, names(["three"]));
    }

    #[test]
    fn kinds_and_kinds_of_evidence() {
        assert_eq!(kept(|_, filter| filter.kinds = vec![StatementKind::Counterpoint]).0, names(["five"]));
        assert_eq!(kept(|_, filter| filter.evidence = vec![EvidenceKind::Law]).0, names(["three"]));
        assert_eq!(kept(|_, filter| filter.evidence = vec![EvidenceKind::History]).0, names([]));
    }
}
