//! Quotations that take furniture along: pasted over a page's end, or a whole text.

use crate::quotation::folding::skeleton::Skeleton;
use crate::quotation::judge::finding::{Fidelity, Occurrence};
use crate::quotation::judge::likeness::{Likeness, compare_as};
use crate::quotation::search::scan::INDEXED;
use crate::quotation::source::passage::{Passage, is_bounded};

use super::Checker;
use super::query::Query;

impl Checker<'_> {
    /// Where a quotation stands in the text with all its furniture.
    pub(super) fn furnished(&mut self, query: &Query<'_>) -> Option<Occurrence> {
        let letters = &self.needles[query.literal?];
        let text = self.source.text();
        if letters.len() < INDEXED || self.source.furniture().is_empty() {
            return None;
        }
        self.furnished_budget = self.furnished_budget.checked_sub(text.len())?;
        let skeleton = self.furnished.get_or_init(|| Skeleton::new(text, std::slice::from_ref(&(0..text.len())), &[]));
        let at = memchr::memmem::find(skeleton.letters().as_bytes(), letters.as_bytes())?;
        let core = skeleton.locate(text, at..at + letters.len());
        if !is_bounded(text, &core, false, false) {
            return None;
        }
        let (range, likeness) = compare_as(self.source, core, query.quotation, Passage::with_furniture);
        let (fidelity, formatting) = match likeness {
            Likeness::Exact => (Fidelity::Exact, Vec::new()),
            Likeness::Same(formatting) if formatting.is_empty() => (Fidelity::Typographic, formatting),
            Likeness::Same(formatting) => (Fidelity::Format, formatting),
            Likeness::Other => return None,
        };
        let crossed = Passage::read(self.source, range.clone()).crossed;
        Some(Occurrence { formatting, crossed, ..self.occurrence(fidelity, range) })
    }
}
