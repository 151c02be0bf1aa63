//! The facts of one selection of a map: each is computed when it is first asked for, and never twice.
//!
//! A view takes a study and makes words of what it gives. What depends on the columns belongs to a [`PositionTable`], of which a
//! study keeps one for each way to make columns, and makes one for columns that are chosen by name; what comes of holding its
//! columns against each other, to a [`Compared`].

mod author;
mod compared;
mod counts;
mod place;
mod quotations;
mod table;

use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

use framework::{Semantics, Stop};

use crate::analysis::dispute::answer::{Unanswered, unanswered};
use crate::analysis::dispute::hanging::{Hanging, hanging, lies_below};
use crate::analysis::dispute::network::{Arrow, arrows};
use crate::analysis::dispute::resting::Resting;
use crate::analysis::draft::{Draft, drafts};
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::interpretation::Interpretation;
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::evaluation::trace::Trace;
use crate::analysis::table::column::{Actor, By, Columns};
use crate::analysis::table::ground::Grounds;
use crate::analysis::table::voice::{Reported, reported};
use crate::model::select::Selection;
use crate::model::{
    AuthorId, Definition, IssueId, Map, QuotationId, Relation, RelationKind, ShortNames, SourceId, StanceId,
    StatementId, TermId,
};
use crate::quotation::Verification;

pub use author::Theirs;
pub use compared::{Compared, Gap, IssueCompared, PairCompared, Pole};
pub use counts::{AuthorCount, Counts, IssueCount};
pub use place::{Place, PlaceSide};
pub use quotations::Quotations;
pub use table::PositionTable;

/// Results for quotations that nobody looked up.
static NOT_LOOKED_UP: LazyLock<Verification> = LazyLock::new(Verification::default);

/// A map as far as a filter kept it, with all that is known of that part so far.
#[derive(Debug)]
pub struct Study<'m> {
    /// The map of which this is a study.
    pub map: &'m Map,
    /// The part of it that is looked at.
    pub selection: &'m Selection,
    tables: [OnceLock<PositionTable<'m>>; By::WORDS.len()],
    grounds: OnceLock<Grounds<'m>>,
    counts: OnceLock<Counts>,
    reported: OnceLock<Reported>,
    outcome: OnceLock<Outcome>,
    verified: Option<(&'m Verification, &'m [(SourceId, String)])>,
    quotations: OnceLock<Quotations<'m>>,
    unanswered: OnceLock<Vec<Unanswered>>,
    resting: OnceLock<Mutex<Resting<'m>>>,
    short: OnceLock<ShortNames>,
}

impl<'m> Study<'m> {
    /// Of a part of a map, of which nothing is known yet.
    pub fn new(map: &'m Map, selection: &'m Selection) -> Study<'m> {
        Study {
            map,
            selection,
            tables: std::array::from_fn(|_| OnceLock::new()),
            grounds: OnceLock::new(),
            counts: OnceLock::new(),
            reported: OnceLock::new(),
            outcome: OnceLock::new(),
            verified: None,
            quotations: OnceLock::new(),
            unanswered: OnceLock::new(),
            resting: OnceLock::new(),
            short: OnceLock::new(),
        }
    }

    /// The same where the quotations were looked up, in texts but for those of `unread` sources, which come with the reason.
    pub fn with_quotations(mut self, found: &'m Verification, unread: &'m [(SourceId, String)]) -> Study<'m> {
        self.verified = Some((found, unread));
        self
    }

    /// The statements that are kept, in the order of the map.
    pub fn statements(&self) -> impl Iterator<Item = StatementId> + use<'m> {
        let selection = self.selection;
        self.map.statements.ids().filter(move |&id| selection.has_statement(id))
    }

    /// The quotations of those statements.
    pub fn quoted(&self) -> impl Iterator<Item = QuotationId> + use<'m> {
        let (map, selection) = (self.map, self.selection);
        map.quotations.ids().filter(move |&id| selection.has_statement(map.quotations[id].statement))
    }

    /// Short names of authors and sources, no two alike.
    pub fn short(&self) -> &ShortNames {
        self.short.get_or_init(|| ShortNames::new(self.map))
    }

    /// The position table with a column for each author, source, organisation or year.
    pub fn table(&self, by: By) -> &PositionTable<'m> {
        let columns = || Columns::new(self.map, by, self.selection.filter.voices);
        self.tables[by as usize].get_or_init(|| PositionTable::new(self.map, self.selection, columns()))
    }

    /// A position table with a column for each of these.
    pub fn table_of(&self, actors: &[Actor]) -> PositionTable<'m> {
        let columns = Columns::chosen(self.map, actors, self.selection.filter.voices);
        PositionTable::new(self.map, self.selection, columns)
    }

    /// These held against each other, two by two.
    pub fn compared(&self, actors: &[Actor]) -> Compared<'_> {
        Compared::new(self.grounds(), self.table_of(actors))
    }

    /// The kept stances on an issue, in the order of the text.
    pub fn stances_on(&self, issue: IssueId) -> impl Iterator<Item = StanceId> + use<'m> {
        let selection = self.selection;
        self.map.stances_on(issue).iter().copied().filter(move |&stance| selection.has_stance(stance))
    }

    /// How many statements rest on one by `because`, itself apart; at most [`Resting::MOST`] are counted.
    pub fn resting_on(&self, statement: StatementId) -> usize {
        let resting = self.resting.get_or_init(|| Mutex::new(Resting::new(self.map, self.selection)));
        resting.lock().unwrap_or_else(PoisonError::into_inner).on(statement)
    }

    /// Statements that hang directly on another, whoever says them.
    pub fn hanging_on(&self, statement: StatementId) -> Vec<Hanging> {
        hanging(self.map, self.selection, statement)
    }

    /// How many statements hang on these, directly or round about, and are not known already.
    pub fn lies_below(
        &self,
        from: impl IntoIterator<Item = StatementId>,
        is_known: impl Fn(StatementId) -> bool,
    ) -> usize {
        lies_below(self.map, self.selection, from, is_known)
    }

    /// Everything that is kept of an author, or of several who write jointly.
    pub fn theirs(&self, authors: &[AuthorId]) -> Theirs {
        author::theirs(self.map, self.selection, authors)
    }

    /// Every draft of the map, in the order of the text, whatever is kept.
    pub fn drafts(&self) -> Vec<Draft> {
        drafts(self.map)
    }

    /// All reasons and relations between kept statements, in the order of the map.
    pub fn arrows(&self) -> Vec<Arrow> {
        arrows(self.map, self.selection)
    }

    /// Statements that take no stance which is kept.
    pub fn on_no_issue(&self) -> impl Iterator<Item = StatementId> + use<'m> {
        let (map, selection) = (self.map, self.selection);
        self.statements().filter(move |&id| !map.stances_of(id).iter().any(|&it| selection.has_stance(it)))
    }

    /// Relations of these kinds that are kept, between kept statements, in the order of the map.
    pub fn relations_of(&self, kinds: &[RelationKind]) -> Vec<&'m Relation> {
        let (map, selection) = (self.map, self.selection);
        let is_kept = |it: &&Relation| {
            kinds.contains(&it.kind)
                && selection.has_relation(it)
                && selection.has_statement(it.from)
                && selection.has_statement(it.to)
        };
        map.relations.iter().map(|(_, it)| it).filter(is_kept).collect()
    }

    /// The kept statements on an issue by position, each with its side; those that take none last.
    pub fn places(&self, issue: IssueId) -> Vec<Place> {
        place::places(self.map, self.selection, issue)
    }

    /// The kept definitions of a term, in the order of the text.
    pub fn definitions_of(&self, term: TermId) -> impl Iterator<Item = &'m Definition> + use<'m> {
        let selection = self.selection;
        let is_kept =
            |it: &Definition| selection.has_statement(it.statement) && !(selection.filter.stated && it.inferred);
        self.map.definitions.iter().map(|(_, it)| it).filter(move |it| it.term == term && is_kept(it))
    }

    /// The reasons and relations that are kept, and which statements say the same.
    pub fn grounds(&self) -> &Grounds<'m> {
        self.grounds.get_or_init(|| Grounds::new(self.map, self.selection.filter.stated))
    }

    /// Numbers of statements and definitions.
    pub fn counts(&self) -> &Counts {
        self.counts.get_or_init(|| Counts::new(self.map, self.selection))
    }

    /// Results of looking up the quotations; empty where they were not looked up.
    pub fn quotations(&self) -> &Quotations<'m> {
        let (found, unread) = self.verified.unwrap_or_else(|| (&NOT_LOOKED_UP, &[]));
        self.quotations.get_or_init(|| Quotations::new(self.map, found, unread, self.quoted()))
    }

    /// The kept statements that are attacked by what nobody answers, in the order of the map.
    pub fn unanswered(&self) -> &[Unanswered] {
        self.unanswered.get_or_init(|| unanswered(self.map, self.selection, self.outcome()))
    }

    /// The reports of what others hold that count for nobody: none where reported voices are brought in.
    pub fn reported(&self) -> &Reported {
        let voices = self.selection.filter.voices;
        self.reported.get_or_init(|| if voices { Reported::default() } else { reported(self.map) })
    }

    /// Status of all statements, as the map is read when nothing else is asked for.
    pub fn outcome(&self) -> &Outcome {
        self.outcome.get_or_init(|| {
            let (map, selection) = (self.map, self.selection);
            let debate = Debate { map, selection, within: false, interpretation: Interpretation::default() };
            let outcome = debate.evaluate(None, &Hypothesis::default(), Semantics::Grounded, &Stop::never());
            outcome.expect("nothing stops it")
        })
    }

    /// Why each statement stands, falls or is open by that; traced where it is asked.
    pub fn trace(&self) -> Trace<'_> {
        Trace::new(self.map, self.outcome())
    }
}

#[cfg(test)]
mod tests;
