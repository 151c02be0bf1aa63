//! Quotations made ready to be looked for: the letters of each of their parts, every needle once.

use std::collections::HashMap;

use crate::quotation::folding::skeleton::skeleton;
use crate::quotation::search::scan::INDEXED;
use crate::quotation::search::wording::Wording;

/// A quotation with the numbers of its needles.
pub(super) struct Query<'q> {
    pub(super) quotation: &'q str,
    pub(super) wording: Wording,
    /// The whole quotation as it stands, brackets and all.
    pub(super) literal: Option<usize>,
    /// Each part, where anything is declared; else the same as the literal.
    pub(super) parts: Vec<usize>,
}

impl Query<'_> {
    /// The longest part, if it is long enough that something near it tells anything.
    pub(super) fn anchor(&self, needles: &[String]) -> Option<usize> {
        let longest = self.parts.iter().copied().rev().max_by_key(|needle| needles[*needle].len());
        longest.filter(|needle| needles[*needle].len() >= INDEXED)
    }
}

/// The queries for quotations, and the needles of all of them.
pub(super) fn prepare<'q>(quotations: &[&'q str]) -> (Vec<Query<'q>>, Vec<String>) {
    let mut needles = Needles::default();
    let mut query = |quotation: &'q str| {
        let wording = Wording::new(quotation);
        let literal = needles.number(quotation);
        let parts = wording.parts.iter().filter_map(|part| needles.number(&part.text)).collect();
        Query { quotation, wording, literal, parts }
    };
    let queries = quotations.iter().map(|quotation| query(quotation)).collect();
    (queries, needles.letters)
}

/// Needles, each once, whoever asks for them.
#[derive(Default)]
struct Needles {
    letters: Vec<String>,
    numbers: HashMap<String, usize, foldhash::fast::FixedState>,
}

impl Needles {
    fn number(&mut self, text: &str) -> Option<usize> {
        let letters = skeleton(text);
        if letters.is_empty() {
            return None;
        }
        if let Some(number) = self.numbers.get(&letters) {
            return Some(*number);
        }
        self.letters.push(letters.clone());
        self.numbers.insert(letters, self.letters.len() - 1);
        Some(self.letters.len() - 1)
    }
}
