//! Options of a network: what it is of, and how it is asked for.

use crate::analysis::comparison::tie::Weight;
use crate::analysis::dispute::network::Unit;
use crate::analysis::table::column::By;
use crate::page::Consumer;
use crate::page::Mark;

/// Kind of network, by its points and lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// Authors, joined by what they say alike, or against each other.
    Pairs(Weight),
    /// Authors and issues: who speaks to what.
    Issues,
    /// Statements: reasons, attacks and the like.
    Statements,
}

impl Network {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(Network, &str, &str)] = &[
        (Network::Pairs(Weight::Congruence), "congruence", "Authors, by how much they say alike"),
        (Network::Pairs(Weight::Conflict), "conflict", "Authors, by how much they say against each other"),
        (Network::Pairs(Weight::Subtract), "subtract", "Authors, by the first less the second"),
        (Network::Issues, "issues", "Authors and the issues to which they speak"),
        (Network::Statements, "statements", "Statements, by reasons, attacks and what else joins them"),
    ];
}

/// How a network is asked for.
#[derive(Debug, Clone, Copy)]
pub struct NetworkOptions {
    /// The things that are vertices, and what joins them.
    pub of: Network,
    /// The kind of column that is one vertex.
    pub by: By,
    /// Unit of counting for an author and an issue.
    pub unit: Unit,
    /// The reader of the page, which decides what it has to hold.
    pub consumer: Consumer,
}

impl Weight {
    /// Title of the network, for columns of this name.
    pub(super) fn title(self, things: &str) -> String {
        match self {
            Weight::Congruence => format!("What {things} say alike"),
            Weight::Conflict => format!("What {things} say against each other"),
            Weight::Subtract => format!("What {things} say alike, less what they say against each other"),
        }
    }

    pub(super) fn about(self, unit: Unit) -> String {
        let sum = match self {
            Weight::Congruence => "congruence of two: Σ(1 − d)",
            Weight::Conflict => "conflict of two: Σd",
            Weight::Subtract => "congruence of two less their conflict: Σ(1 − 2d)",
        };
        let counts = match unit {
            Unit::Source => "Each source counts once for an issue",
            Unit::Statement => "Each statement counts",
        };
        format!(
            "The weight of a line is the {sum} over the issues on which both take a side, where d is how far apart they stand, \
             from 0 to 1. {counts}, and is held against each of the other's."
        )
    }

    /// Mark of a line of this weight.
    pub(super) fn mark(self, weight: f64) -> Mark {
        match self {
            Weight::Congruence => Mark::For,
            Weight::Conflict => Mark::Against,
            Weight::Subtract if weight > 0.0 => Mark::For,
            Weight::Subtract if weight < 0.0 => Mark::Against,
            Weight::Subtract => Mark::Between,
        }
    }
}
