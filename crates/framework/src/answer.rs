//! Answers of the engine, and the certificates that it offers as proof.

use super::Argument;

/// Yes or no, for one argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The argument is accepted.
    pub accepted: bool,
    /// Proof of the answer; none where it was found by search and nothing short proves it.
    pub certificate: Option<Certificate>,
}

/// A proof that somebody else can check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Certificate {
    /// Arguments of the grounded extension in an order in which each is defended by those before it; the last is the one asked for.
    Grounded(Vec<Argument>),
    /// An extension, its arguments in order, helpers among them: one that holds the argument where some extension does, one that does
    /// not where not every extension does.
    Extension(Vec<Argument>),
}

/// Extensions, without helpers; the arguments of each in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extensions {
    /// Those that were found, in order.
    pub found: Vec<Vec<Argument>>,
    /// There are more, or there may be.
    pub more: bool,
}

/// How many extensions there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The number; `None` where they are more than 128 bits can count.
    pub number: Option<u128>,
    /// There may be more: it was stopped while it counted.
    pub more: bool,
}
