//! A framework made ready for questions: what the grounded labelling decides is decided, and the rest is cut into components.

use super::finder::{Finder, Wanted};
use super::reduct::Reduct;
use super::{preferred, single};
use crate::components::weak;
use crate::flat::Flat;
use crate::grounded::Grounded;
use crate::{Answer, Argument, Certificate, Framework, Label, Semantics, Stop, Stopped};

/// A framework with its grounded labelling and its reduct, made once for all questions.
pub(super) struct Setting<'f> {
    pub(super) flat: Flat<'f>,
    pub(super) semantics: Semantics,
    /// Undecided for what is in the reduct.
    pub(super) labels: Vec<Label>,
    /// The grounded extension, each argument behind those that defend it.
    order: Vec<Argument>,
    pub(super) reduct: Reduct,
}

impl<'f> Setting<'f> {
    pub(super) fn new(framework: &'f Framework, semantics: Semantics) -> Self {
        let flat = Flat::new(framework);
        let Grounded { mut labels, order } = Grounded::new(&flat.framework);
        let open = |it: Argument| labels[it as usize] == Label::Undecided;
        let reduct = match semantics {
            Semantics::Grounded => Reduct::default(),
            // Sets free of conflict need not hold the grounded extension, so components with something undecided stay
            // whole.
            Semantics::Stage => {
                let weak = weak(flat.framework.size(), flat.framework.attacks.iter().copied());
                let mut kept = vec![false; weak.count()];
                flat.framework.arguments().filter(|&it| open(it)).for_each(|it| kept[weak.of(it) as usize] = true);
                let reduct = Reduct::new(&flat, |it| kept[weak.of(it) as usize]);
                reduct.names.iter().for_each(|&it| labels[it as usize] = Label::Undecided);
                reduct
            }
            _ => Reduct::new(&flat, open),
        };
        Setting { flat, semantics, labels, order, reduct }
    }

    /// One extension, helpers among it, in order.
    pub(super) fn one(&self, stop: Stop) -> Result<Option<Vec<Argument>>, Stopped> {
        self.with_part(None, stop)
    }

    /// One extension that holds an argument or does not, helpers among it, in order.
    pub(super) fn with(&self, wanted: Wanted, stop: Stop) -> Result<Option<Vec<Argument>>, Stopped> {
        match self.reduct.names.iter().position(|&name| name == wanted.argument) {
            Some(at) => self.with_part(Some(Wanted { argument: at as Argument, ..wanted }), stop),
            None if (self.labels[wanted.argument as usize] == Label::In) == wanted.held => self.with_part(None, stop),
            None => Ok(None),
        }
    }

    /// One extension, with what is wanted of an argument of the reduct.
    fn with_part(&self, wanted: Option<Wanted>, stop: Stop) -> Result<Option<Vec<Argument>>, Stopped> {
        let mut found = self.decided();
        if self.semantics.is_single() {
            let of_reduct = single::extension(&self.reduct, self.semantics, stop)?;
            if wanted.is_some_and(|wanted| of_reduct.contains(&wanted.argument) != wanted.held) {
                return Ok(None);
            }
            found.extend(of_reduct.into_iter().map(|it| self.reduct.name(it)));
        } else {
            // The part with the wanted argument comes first: mostly it decides the answer.
            let mut parts = self.parts();
            let asked = |part: &std::ops::Range<Argument>| wanted.filter(|wanted| part.contains(&wanted.argument));
            parts.sort_by_key(|part| asked(part).is_none());
            let mut open = Vec::new();
            for part in parts {
                if self.semantics == Semantics::Preferred && asked(&part).is_none() {
                    open.push(part);
                    continue;
                }
                let mut finder = Finder::new(&self.reduct, part.clone(), self.semantics, stop);
                let Some(of_part) = finder.next(asked(&part))? else { return Ok(None) };
                found.extend(of_part.into_iter().map(|it| self.reduct.name(it)));
            }
            found.extend(preferred::one(&self.reduct, open, stop)?.into_iter().map(|it| self.reduct.name(it)));
        }
        // Looked up one after the other, as sorting them would take longer than finding them.
        let mut is_found = vec![false; self.labels.len()];
        for it in found {
            is_found[it as usize] = true;
        }
        let originals = (0..self.flat.size as Argument).filter(|&it| is_found[it as usize]);
        Ok(Some(originals.collect()))
    }

    /// The parts that are searched one by one.
    fn parts(&self) -> Vec<std::ops::Range<Argument>> {
        match self.semantics {
            // The largest range of several components together is the largest of each; and of those for preferred extensions the
            // ones that need a search are told from the others before they are taken together.
            Semantics::SemiStable | Semantics::Stage | Semantics::Cf2 | Semantics::Preferred => {
                self.reduct.weak().collect()
            }
            _ => self.reduct.batches(),
        }
    }

    /// Whether the grounded extension holds an argument, with proof.
    pub(super) fn grounded(&self, argument: Argument) -> Answer {
        let original = |it: &Argument| (*it as usize) < self.flat.size;
        let at = self.order.iter().position(|&it| it == argument);
        let certificate = if let Some(at) = at {
            Certificate::Grounded(self.order[..=at].iter().copied().filter(original).collect())
        } else {
            let mut extension: Vec<Argument> = self.order.iter().copied().filter(original).collect();
            extension.sort_unstable();
            Certificate::Extension(extension)
        };
        Answer { accepted: at.is_some(), certificate: Some(certificate) }
    }

    /// Arguments that are in whatever else is: the grounded extension.
    pub(super) fn decided(&self) -> Vec<Argument> {
        self.order.iter().copied().filter(|&it| self.labels[it as usize] == Label::In).collect()
    }

    /// An extension without its helpers.
    pub(super) fn counted(&self, mut found: Vec<Argument>) -> Vec<Argument> {
        found.retain(|&it| self.flat.counts(it));
        found
    }
}
