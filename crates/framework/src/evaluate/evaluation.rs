//! Statuses that are asked for again and again while a framework changes a little each time.

use std::ops::Range;

use super::reduct::Reduct;
use super::setting::Setting;
use super::statuses::{of_reduct, with_decided};
use crate::{Argument, Framework, Semantics, Status, Stop, Stopped};

/// Remembers what was found for each component, and searches only those that have changed.
///
/// The grounded labelling and the cutting into components are done anew, as both are linear; a component is known again where it has the
/// same arguments, by their numbers, and the same attacks between them.
#[derive(Debug)]
pub struct Evaluation {
    semantics: Semantics,
    reduct: Reduct,
    statuses: Vec<Status>,
    searched: usize,
}

impl Evaluation {
    /// Nothing is known yet.
    pub fn new(semantics: Semantics) -> Evaluation {
        Evaluation { semantics, reduct: Reduct::default(), statuses: Vec::new(), searched: 0 }
    }

    /// The semantics by which every framework is evaluated.
    pub fn semantics(&self) -> Semantics {
        self.semantics
    }

    /// The same as [`statuses`](super::statuses()).
    ///
    /// # Errors
    /// When it was stopped; what was known before is still known then.
    pub fn statuses(&mut self, framework: &Framework, stop: &Stop) -> Result<Option<Vec<Status>>, Stopped> {
        let setting = Setting::new(framework, self.semantics);
        let reduct = &setting.reduct;
        let mut statuses = vec![Status::Open; reduct.size()];
        let mut known: Vec<Range<Argument>> = self.reduct.weak().collect();
        known.sort_unstable_by_key(|part| self.reduct.name(part.start));
        let mut changed = Vec::new();
        for part in reduct.weak() {
            let first = reduct.name(part.start);
            let at = known.binary_search_by_key(&first, |part| self.reduct.name(part.start));
            match at.ok().map(|at| &known[at]).filter(|it| self.reduct.has_same((*it).clone(), reduct, part.clone())) {
                Some(before) => {
                    let before = &self.statuses[before.start as usize..before.end as usize];
                    statuses[part.start as usize..part.end as usize].copy_from_slice(before);
                }
                None => changed.extend(part),
            }
        }
        let searched = Reduct::cut(&reduct.targets, &changed, |it| reduct.kinds[it as usize]);
        self.searched = searched.size();
        let Some(found) = of_reduct(&searched, self.semantics, *stop)? else { return Ok(None) };
        for (&argument, status) in searched.names.iter().zip(found) {
            statuses[argument as usize] = status;
        }
        let whole = with_decided(&setting, &statuses);
        (self.reduct, self.statuses) = (setting.reduct, statuses);
        Ok(Some(whole))
    }

    /// How many arguments were in components that had changed, when it was asked last.
    pub fn searched(&self) -> usize {
        self.searched
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Draft, statuses};

    /// Triangles and pairs, side by side, with one more attack.
    fn framework(more: (Argument, Argument)) -> Framework {
        let mut draft = Draft::new(50);
        for start in (0..50).step_by(5) {
            let attacks = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 3), (4, 0)];
            for &(from, to) in &attacks {
                draft.attack(start + from, start + to);
            }
        }
        draft.attack(more.0, more.1);
        draft.build()
    }

    #[test]
    fn only_what_has_changed_is_searched() {
        for semantics in Semantics::all() {
            let mut evaluation = Evaluation::new(semantics);
            for (more, searched) in [((0, 1), 50), ((2, 1), 5), ((2, 1), 0), ((2, 8), 10)] {
                let framework = framework(more);
                let expected = statuses(&framework, semantics, &Stop::never());
                assert_eq!(evaluation.statuses(&framework, &Stop::never()), expected, "{semantics:?}");
                let searches = semantics != Semantics::Grounded && expected != Ok(None);
                assert!(!searches || evaluation.searched() <= searched, "{semantics:?} {more:?}");
            }
        }
    }
}
