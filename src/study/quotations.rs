//! Quotations of a selection: the result of looking up each, and how many there are of each kind.

use std::collections::BTreeSet;

use crate::model::{Map, QuotationId, SourceId};
use crate::quotation::{Checked, Fidelity, State, Verification};

/// The quotations of the statements that are kept, as far as they were looked up.
#[derive(Debug)]
pub struct Quotations<'m> {
    map: &'m Map,
    /// Results for all quotations of the map.
    pub verification: &'m Verification,
    /// Those that are kept, in the order of the map.
    pub known: Vec<(QuotationId, &'m Checked)>,
    unread: &'m [(SourceId, String)],
}

impl<'m> Quotations<'m> {
    pub(super) fn new(
        map: &'m Map,
        verification: &'m Verification,
        unread: &'m [(SourceId, String)],
        kept: impl Iterator<Item = QuotationId>,
    ) -> Quotations<'m> {
        let known = kept.filter_map(|id| verification.of(id).map(|checked| (id, checked))).collect();
        Quotations { map, verification, known, unread }
    }

    /// How many there are of each fidelity.
    pub fn of_fidelity(&self) -> impl Iterator<Item = (Fidelity, usize)> {
        let number = |fidelity| self.known.iter().filter(|(_, it)| it.fidelity == Some(fidelity)).count();
        Fidelity::ALL.iter().map(move |&fidelity| (fidelity, number(fidelity)))
    }

    /// How many of them are known in each way.
    pub fn of_state(&self) -> impl Iterator<Item = (State, usize)> {
        let number = |state| self.known.iter().filter(|(_, it)| it.state == state).count();
        let states = [State::Verified, State::SourceChanged, State::Locked, State::Stale, State::Unverified];
        states.into_iter().map(move |state| (state, number(state)))
    }

    /// How many are refused.
    pub fn denied(&self) -> usize {
        self.known.iter().filter(|(_, it)| it.is_denied()).count()
    }

    /// The sources of some of them whose text is there and was not read, and why.
    pub fn unread(&self) -> impl Iterator<Item = &'m (SourceId, String)> {
        let is_quoted = |source| self.known.iter().any(|(id, _)| self.source_of(*id) == Some(source));
        self.unread.iter().filter(move |(source, _)| is_quoted(*source))
    }

    /// The other sources of those that nobody could look up, in the order of the map: those for which the map names a text, and those
    /// for which it names none.
    pub fn without_text(&self) -> [Vec<SourceId>; 2] {
        let open = self.known.iter().filter(|(_, checked)| checked.state == State::Unverified);
        let open = open.filter_map(|(id, _)| self.source_of(*id));
        let open = open.filter(|open| self.unread.iter().all(|(source, _)| source != open));
        let open: BTreeSet<SourceId> = open.collect();
        let (named, nameless) = open.into_iter().partition(|&source| self.map.sources[source].text.is_some());
        [named, nameless]
    }

    fn source_of(&self, id: QuotationId) -> Option<SourceId> {
        self.map.statements[self.map.quotations[id].statement].source
    }
}
