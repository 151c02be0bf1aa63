//! One respondent, made ready to be held against many others question by question.

use super::answered::{Answered, Part};
use super::sum::Sum;
use crate::answer::{Question, Sides};

/// A respondent, whose answers stand ready by their questions: each other costs a look for each answer, and no search.
#[derive(Debug)]
pub struct Beside<'m> {
    questions: &'m [Answered],
    of: &'m [Vec<(u32, u32, u32)>],
    unit: u64,
    who: usize,
    answers: Vec<Option<OwnAnswer<'m>>>,
}

/// An answer of the respondent, and how far it is from every other answer to the question.
#[derive(Debug, Clone, Copy)]
struct OwnAnswer<'m> {
    code: u32,
    /// One for each code; none where there are so many that each is found when it is asked for.
    parts: Option<&'m [Part]>,
    sides: Option<&'m [Option<Sides>]>,
    is_joint: bool,
}

impl<'m> Beside<'m> {
    /// Of these questions; `of` has for each of the many those that were answered, with the code of the answer behind them.
    pub(super) fn new(questions: &'m [Answered], of: &'m [Vec<(u32, u32, u32)>], unit: u64, who: usize) -> Beside<'m> {
        let mut answers = vec![None; questions.len()];
        for &(question, _, code) in &of[who] {
            let answered = &questions[question as usize];
            let codes = answered.codes.len();
            let row = code as usize * codes..(code as usize + 1) * codes;
            answers[question as usize] = Some(OwnAnswer {
                code,
                parts: answered.table.as_ref().map(|table| &table[row.clone()]),
                sides: answered.sides().map(|sides| &sides[row]),
                is_joint: !answered.joint.is_empty(),
            });
        }
        Beside { questions, of, unit, who, answers }
    }

    /// How far another is on each question that both answered, where that is defined; in the order of the questions.
    pub fn each(&self, other: usize) -> impl Iterator<Item = (usize, Sum)> + '_ {
        let unit = self.unit;
        self.of[other].iter().filter_map(move |&(question, _, code)| {
            let question = question as usize;
            let own = self.answers[question]?;
            let mut part = match own.parts {
                Some(parts) => parts[code as usize],
                None => self.questions[question].part(own.code, code, unit),
            };
            if own.is_joint {
                let joint = self.questions[question].joint_of(self.who, other);
                part = Part { number: part.number - joint.number, parts: part.parts - joint.parts };
            }
            (part.number > 0).then_some((question, Sum { number: part.number, parts: part.parts, unit }))
        })
    }

    /// Whether the answers to a question have an order.
    pub fn is_ordered(&self, question: usize) -> bool {
        matches!(self.questions[question].question, Question::Scale(_))
    }

    /// The sum of how far another is on single questions.
    pub fn sum(&self, other: usize) -> Sum {
        let mut sum = Sum { number: 0, parts: 0, unit: self.unit };
        for (_, one) in self.each(other) {
            (sum.number, sum.parts) = (sum.number + one.number, sum.parts + one.parts);
        }
        sum
    }

    /// On how many of the questions that both answered with one answer each another is on the same side, and on how many on the
    /// opposite side.
    pub fn sides(&self, other: usize) -> [usize; 2] {
        let mut counts = [0, 0];
        for &(question, _, code) in &self.of[other] {
            let Some(own) = self.answers[question as usize] else { continue };
            let sides = match own.sides {
                Some(sides) => sides[code as usize],
                None => self.questions[question as usize].sides_of(own.code, code),
            };
            counts[0] += usize::from(sides == Some(Sides::Same));
            counts[1] += usize::from(sides == Some(Sides::Opposite));
        }
        counts
    }
}
