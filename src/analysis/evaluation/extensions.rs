//! The readings of a map by one rule: all that can stand together, and for one statement a reading that has it and one that has not.

use framework::certificate::{Proof, check};
use framework::{Argument, Certificate, Semantics, Stop, Stopped};

use crate::model::{StanceId, StatementId};

use super::compile::Meaning;
use super::framework_builder::AuxiliaryArgument;
use super::outcome::Outcome;

/// Readings of a map: what stands together in each.
#[derive(Debug)]
pub struct Extensions {
    /// The first of them, each the statements that stand in it, in the order of the text.
    pub found: Vec<Vec<StatementId>>,
    /// For each of them the stances on linked conditions that are held to in it.
    pub stances: Vec<Vec<StanceId>>,
    /// How many there are; `None` where they are too many, or could not be counted in time.
    pub number: Option<u128>,
}

/// A reading that has a statement, or one that has not.
#[derive(Debug)]
pub struct Witness {
    /// Statements that stand in it.
    pub statements: Vec<StatementId>,
    /// Result of its check.
    pub proof: Proof,
}

/// Proof that a statement stands in some reading, and that it does not stand in every one.
#[derive(Debug, Default)]
pub struct Witnesses {
    /// A reading that has it.
    pub with: Option<Witness>,
    /// A reading that has it not.
    pub without: Option<Witness>,
    /// It stands by the grounded rule, and so in every reading, and that has been proved: there is no need of either.
    pub grounded: bool,
}

impl Outcome {
    /// All readings, but no more than `most`.
    ///
    /// # Errors
    /// When it was stopped before any was found.
    pub fn extensions(&self, most: usize, stop: &Stop<'_>) -> Result<Extensions, Stopped> {
        let framework = &self.compiled.framework;
        let found = framework::all(framework, self.semantics, most, stop)?;
        let number = if found.more {
            framework::count(framework, self.semantics, stop)
                .ok()
                .filter(|count| !count.more)
                .and_then(|count| count.number)
        } else {
            Some(found.found.len() as u128)
        };
        let stances = found.found.iter().map(|found| self.stances_of(found)).collect();
        let found = found.found.iter().map(|found| self.statements_of(found)).collect();
        Ok(Extensions { found, stances, number })
    }

    /// A reading that has a statement and one that has not, each checked by what shares nothing with the search. Of the grounded
    /// rule, whose one reading is on the page, there is but the proof of what stands.
    ///
    /// # Errors
    /// When it was stopped.
    pub fn witnesses(&self, statement: StatementId, stop: &Stop<'_>) -> Result<Witnesses, Stopped> {
        let (framework, argument) = (&self.compiled.framework, self.compiled.statement(statement));
        let mut witnesses = Witnesses::default();
        if !self.has_reading() {
            return Ok(witnesses);
        }
        let checked = |accepted, certificate: Option<Certificate>| {
            let certificate = certificate?;
            let proof = check(framework, self.semantics, argument, accepted, &certificate).ok()?;
            Some((certificate, proof))
        };
        if self.depths.of(argument).is_some_and(|verdict| verdict.is_in) {
            let proof = framework::credulous(framework, Semantics::Grounded, argument, stop)?.certificate;
            witnesses.grounded = matches!(checked(true, proof), Some((_, Proof::Whole)));
            if witnesses.grounded {
                return Ok(witnesses);
            }
        }
        if self.semantics == Semantics::Grounded {
            return Ok(witnesses);
        }
        let witness = |found: Option<(Certificate, Proof)>| match found {
            Some((Certificate::Extension(found), proof)) => {
                Some(Witness { statements: self.statements_of(&found), proof })
            }
            _ => None,
        };
        let some = framework::credulous(framework, self.semantics, argument, stop)?;
        if some.accepted {
            witnesses.with = witness(checked(true, some.certificate));
        }
        let every = framework::skeptical(framework, self.semantics, argument, stop)?;
        if !every.accepted {
            witnesses.without = witness(checked(false, every.certificate));
        }
        Ok(witnesses)
    }

    fn stances_of(&self, extension: &[Argument]) -> Vec<StanceId> {
        let held = extension.iter().filter_map(|&argument| match self.compiled.meaning(argument) {
            Meaning::AuxiliaryArgument(AuxiliaryArgument::Stance(stance)) => Some(stance),
            _ => None,
        });
        held.collect()
    }

    fn statements_of(&self, extension: &[Argument]) -> Vec<StatementId> {
        let said = extension.iter().filter_map(|&argument| match self.compiled.meaning(argument) {
            Meaning::Statement(statement) => Some(statement),
            _ => None,
        });
        said.collect()
    }
}
