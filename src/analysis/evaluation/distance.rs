//! How far apart two authors are: what stands for the one and not for the other, counted in quarrels.
//!
//! A quarrel is what Booth, Caminada, Podlaszewski and Rahwan (2012) call an issue: statements that come out alike, or one always opposite
//! to the other, in every complete labelling. They compare labellings of one framework; here each author has another. So quarrels are
//! those of a framework that both share: an attack that counts for both is in it, and one that counts for only one of them goes both ways. Nothing on
//! which the two differ is decided there.

use framework::{Argument, Stop};

use crate::model::StatementId;

use super::audience::Audience;
use super::compile::{Debate, Meaning};
use super::hypothesis::Hypothesis;
use super::outcome::Outcome;

/// Statements that come out differently for two authors, and the quarrels that they belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distance {
    /// The statements that come out differently for them, of those that were compared.
    pub differing: Vec<StatementId>,
    /// The quarrels that any of these belong to, in the order of the text.
    pub quarrels: Vec<Quarrel>,
    /// Whether all was searched; else what is told as one quarrel may be several.
    pub complete: bool,
}

/// Statements that are decided by one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarrel {
    /// In the order of the text; each with whether it always comes out opposite to the first.
    pub statements: Vec<(StatementId, bool)>,
}

impl Debate<'_> {
    /// Compares what became of these statements for two authors.
    pub fn distance(
        &self,
        audiences: [&Audience; 2],
        outcomes: [&Outcome; 2],
        statements: &[StatementId],
        stop: &Stop<'_>,
    ) -> Distance {
        let [one, other] = outcomes;
        let differs = |statement: &StatementId| one.of(*statement) != other.of(*statement);
        let differing: Vec<StatementId> = statements.iter().copied().filter(differs).collect();
        let shared = self.compile_for(&audiences, &Hypothesis::default());
        let asked: Vec<Argument> = differing.iter().map(|&statement| shared.statement(statement)).collect();
        let found = framework::quarrels(&shared.framework, &asked, stop);
        let statement = |argument| match shared.meaning(argument) {
            Meaning::Statement(statement) => Some(statement),
            Meaning::Reason(_) | Meaning::AuxiliaryArgument(_) => None,
        };
        let quarrels = found.found.into_iter().map(|quarrel| {
            let members = quarrel.members.into_iter();
            Quarrel { statements: members.filter_map(|(it, opposite)| Some((statement(it)?, opposite))).collect() }
        });
        Distance { differing, quarrels: quarrels.collect(), complete: found.complete }
    }
}

#[cfg(test)]
mod tests;
