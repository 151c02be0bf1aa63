//! Answers of many respondents to many questions, and how far each two of them are apart over all of it.

mod answered;
mod beside;
mod kinds;
mod packed;
mod ranks;
mod sum;

use std::sync::OnceLock;

pub use answered::{Answered, Given};
use answered::{Part, unit};
pub use beside::Beside;
pub use kinds::{Kinds, Met, OfOne};
use packed::PackedQuestions;
use ranks::Ranks;
pub use sum::{Sum, Without};

use super::answer::Question;
use super::crossed::Crossed;

/// The answers of many to many questions. Who gave none to a question takes no room.
#[derive(Debug, Clone)]
pub struct Matrix {
    questions: Vec<Answered>,
    /// For each of the many the questions answered, each with the place among those who did, and the code of the answer.
    of: Vec<Vec<(u32, u32, u32)>>,
    /// The questions that most answered, several in a byte.
    packed: PackedQuestions,
    unit: u64,
    ranks: OnceLock<Ranks>,
}

impl Matrix {
    /// The answers of so many to these questions.
    pub fn new(number: usize, mut questions: Vec<Answered>) -> Matrix {
        let mut of = vec![Vec::new(); number];
        for (index, answered) in questions.iter().enumerate() {
            for (at, &(who, code)) in answered.by.iter().enumerate() {
                of[who as usize].push((index as u32, at as u32, code));
            }
        }
        let unit = unit(&questions);
        for answered in &mut questions {
            answered.compare(unit);
        }
        let packed = PackedQuestions::new(number, &questions, unit);
        Matrix { questions, of, packed, unit, ranks: OnceLock::new() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.of.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// One of the questions.
    pub fn question(&self, question: usize) -> Question {
        self.questions[question].question
    }

    /// The distances of one respondent from each of those behind.
    pub fn from(&self, who: usize) -> Vec<Sum> {
        let mut sums = self.packed.sums(who);
        for &(question, at, code) in &self.of[who] {
            let answered = &self.questions[question as usize];
            if self.packed.has(question) {
                continue;
            }
            let code = code as usize;
            let made;
            let row = if let Some(table) = &answered.table {
                &table[code * answered.codes.len()..][..answered.codes.len()]
            } else {
                made = answered.row(&answered.codes[code], self.unit).collect::<Vec<_>>();
                &made
            };
            for &(other, code) in &answered.by[at as usize + 1..] {
                let (sum, part) = (&mut sums[other as usize - who - 1], row[code as usize]);
                sum.number += part.number;
                sum.parts += part.parts;
            }
            let first = answered.joint.partition_point(|(one, ..)| (*one as usize) < who);
            let joint = answered.joint[first..].iter().take_while(|(one, ..)| *one as usize == who);
            for &(_, other, at) in joint {
                let (sum, Part { number, parts }) =
                    (&mut sums[other as usize - who - 1], answered.shared[at as usize].1);
                sum.number -= number;
                sum.parts -= parts;
            }
        }
        sums.into_iter().map(|part| self.made(part)).collect()
    }

    /// Pairs by the kinds of their answers, beside the answers of another matrix, which are some of these: the same respondents and
    /// questions. None where there are too many kinds, or where any two answered jointly.
    pub fn kinds(&self, some: Option<&Matrix>) -> Option<Kinds> {
        let units = [self.unit, some.map_or(1, |some| some.unit)];
        Kinds::new(&self.questions, some.map(|some| &some.questions[..]), self.len(), units)
    }

    /// One respondent, made ready to be held against many others question by question.
    pub fn beside(&self, who: usize) -> Beside<'_> {
        Beside::new(&self.questions, &self.of, self.unit, who)
    }

    /// Where two stand on each question with an order that both answered: as ranks from 0, in the order of the places, from
    /// the lower end to the upper end of all scales, that occur at all. Who answers several things is left out.
    pub fn ranked(&self, a: usize, b: usize) -> Crossed {
        self.ranks.get_or_init(|| Ranks::new(&self.questions, &self.of, self.unit)).crossed(a, b)
    }

    fn made(&self, Part { number, parts }: Part) -> Sum {
        Sum { number, parts, unit: self.unit }
    }
}

#[cfg(test)]
mod tests;
