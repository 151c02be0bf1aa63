//! Clauses of random maps on one issue, and the map that they are written in.

use std::collections::BTreeSet;

use super::scene::text;

/// Clause of a random map: what it holds, what it rejects, and whether outright.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    pub(super) by: Vec<usize>,
    pub(super) year: Option<u32>,
    pub(super) held: BTreeSet<usize>,
    pub(super) rejected: BTreeSet<usize>,
    pub(super) alone: bool,
    /// On which of some conditions it is said.
    pub(super) condition: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    YesNo,
    Choice,
    Scale,
    Open,
}

pub(super) const STEPS: usize = 4;

pub(super) fn steps(kind: Kind) -> usize {
    if kind == Kind::YesNo { 2 } else { STEPS }
}

/// Whether it can be said on an issue of this kind.
pub(super) fn fits(kind: Kind, said: &Said) -> bool {
    let is_there = |at: &usize| *at < steps(kind);
    said.held.iter().chain(&said.rejected).all(is_there) && (kind == Kind::Scale || said.held.len() < 2)
}

fn names(kind: Kind, positions: &BTreeSet<usize>) -> String {
    let name = |&at: &usize| if kind == Kind::YesNo { ["no", "yes"][at].to_owned() } else { format!("p{at}") };
    positions.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The words of a condition.
pub(super) fn condition(at: usize) -> &'static str {
    ["it rains", "it snows"][at]
}

pub(super) fn written(kind: Kind, all: &[Said]) -> String {
    let answers = match kind {
        Kind::YesNo => String::new(),
        Kind::Choice => "  answers: choice\n".to_owned(),
        Kind::Scale => "  answers: scale\n".to_owned(),
        Kind::Open => "  answers: open\n".to_owned(),
    };
    let positions = (0..STEPS).filter(|_| kind != Kind::YesNo).map(|at| format!("  position p{at}: P\n"));
    let issue = format!("issue e: What?\n{answers}{}\n", positions.collect::<String>());
    let rows: Vec<(String, String, String)> = all
        .iter()
        .map(|said| {
            let by: Vec<&str> = said.by.iter().map(|&at| ["ann", "kim", "wes"][at]).collect();
            let condition = said.condition.map(|at| format!(" if {}", condition(at))).unwrap_or_default();
            let clause = match (said.held.is_empty(), said.rejected.is_empty()) {
                (false, _) => format!("holds e: {}{condition}", names(kind, &said.held)),
                (_, false) if said.alone => format!("rejects e (alone): {}{condition}", names(kind, &said.rejected)),
                (_, false) => format!("rejects e: {}{condition}", names(kind, &said.rejected)),
                _ => "raises e: asked".to_owned(),
            };
            (by.join(", "), said.year.map(|year| year.to_string()).unwrap_or_default(), clause)
        })
        .collect();
    let rows: Vec<(&str, &str, &str)> = rows.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    text(&issue, &rows)
}
