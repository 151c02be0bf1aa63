//! A question with all answers to it, and how far these are apart.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};

use super::super::answer::{Answer, Fraction, Question, Sides};

/// Answers of one respondent to a question: mostly one, several where it was answered at several times.
pub type Given = Vec<Answer>;

/// A question with all answers to it. What is answered alike has one code.
#[derive(Debug, Clone)]
pub struct Answered {
    pub(super) question: Question,
    pub(super) codes: Vec<Given>,
    /// Respondents in order, each with the code of the answer.
    pub(super) by: Vec<(u32, u32)>,
    /// Each two who gave some of their answers jointly, the first before the second, in order, and which of `shared`.
    pub(super) joint: Vec<(u32, u32, u32)>,
    /// Answers that two gave jointly, each as it is theirs, and how far apart these are.
    pub(super) shared: Vec<([Given; 2], Part)>,
    /// How far the answers of each two codes are apart, while these are few.
    pub(super) table: Option<Vec<Part>>,
    /// On which sides the answers of each two codes are, likewise; found when first asked for.
    sides: OnceLock<Vec<Option<Sides>>>,
}

/// How far some answers are apart, added up, and how many there were. Whole numbers, so that the order does not matter.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Part {
    pub(super) number: u64,
    pub(super) parts: u64,
}

/// The number of distinct answers up to which all pairs are compared once; above it they are compared for each respondent.
const TABLED: usize = 64;

impl Answered {
    /// A question, and who answered what, in order.
    pub fn new(question: Question, given: Vec<(usize, Given)>) -> Answered {
        let mut known: HashMap<Given, u32> = HashMap::new();
        let (mut codes, mut by) = (Vec::new(), Vec::with_capacity(given.len()));
        for (who, mut answers) in given {
            answers.sort_unstable();
            let code = if let Some(&code) = known.get(&answers) {
                code
            } else {
                codes.push(answers.clone());
                known.insert(answers, codes.len() as u32 - 1);
                codes.len() as u32 - 1
            };
            by.push((who as u32, code));
        }
        Answered { question, codes, by, joint: Vec::new(), shared: Vec::new(), table: None, sides: OnceLock::new() }
    }

    /// A question that each answered once.
    pub fn once(question: Question, answers: Vec<(usize, Answer)>) -> Answered {
        let mut known: HashMap<Answer, u32> = HashMap::new();
        let code = |(who, answer)| {
            let next = known.len() as u32;
            (who as u32, *known.entry(answer).or_insert(next))
        };
        let by = answers.into_iter().map(code).collect();
        let mut codes: Vec<Given> = vec![Given::new(); known.len()];
        for (answer, code) in known {
            codes[code as usize].push(answer);
        }
        Answered { question, codes, by, joint: Vec::new(), shared: Vec::new(), table: None, sides: OnceLock::new() }
    }

    /// Holds each two answers against one another, while these are few.
    pub(super) fn compare(&mut self, unit: u64) {
        if self.codes.len() <= TABLED {
            self.table = Some(self.codes.iter().flat_map(|code| self.row(code, unit)).collect());
        }
        let question = self.question;
        self.shared.iter_mut().for_each(|([one, other], apart)| *apart = part(question, one, other, unit));
    }

    /// The same, where each of these two, the first before the second, gave some of their answers jointly: of what the one gave
    /// those that are the other's, too, and the other way round. They are not held against each other.
    pub fn with_joint(mut self, pairs: Vec<(usize, usize, [Given; 2])>) -> Answered {
        let mut known: HashMap<[Given; 2], u32> = HashMap::new();
        for (one, other, given) in pairs {
            let next = self.shared.len() as u32;
            let at = *known.entry(given.clone()).or_insert(next);
            if at == next {
                self.shared.push((given, Part::default()));
            }
            self.joint.push((one as u32, other as u32, at));
        }
        self.joint.sort_unstable();
        self
    }

    /// How many answers of two can be held against one another at most.
    pub(super) fn most(&self) -> u64 {
        self.codes.iter().map(|code| code.len() as u64).max().unwrap_or(0).pow(2)
    }

    /// Part of two that is not held against each other, because they gave it jointly.
    pub(super) fn joint_of(&self, a: usize, b: usize) -> Part {
        let pair = (a.min(b) as u32, a.max(b) as u32);
        let found = self.joint.binary_search_by_key(&pair, |&(one, other, _)| (one, other));
        found.map_or(Part::default(), |at| self.shared[self.joint[at].2 as usize].1)
    }

    /// Of how many parts a distance may consist.
    fn fractions(&self) -> Box<dyn Iterator<Item = u64>> {
        match self.question {
            Question::Scale(positions) => Box::new(std::iter::once(2 * u64::from(positions.max(2) - 1))),
            Question::Choice => Box::new(std::iter::once(2)),
            // Of its positions any number may be common to two.
            Question::Open => {
                let most = self.codes.iter().flatten().map(Answer::length).max().unwrap_or(0) as u64;
                Box::new((1..=most).map(|common| 2 * common))
            }
        }
    }

    /// Where these answers stand on a question with an order: from 0, the lower end, to some number at the upper end that is
    /// the same for all such questions.
    pub(super) fn place(&self, given: &Given, unit: u64) -> Option<u64> {
        match (self.question, given.as_slice()) {
            (Question::Scale(positions), [answer]) => {
                let steps = 2 * u128::from(positions.max(2) - 1);
                Some((u128::from(unit) * u128::from(answer.place(positions)?) / steps) as u64)
            }
            _ => None,
        }
    }

    /// How far the answers of two codes are apart.
    pub(super) fn part(&self, a: u32, b: u32, unit: u64) -> Part {
        let (a, b) = (a as usize, b as usize);
        match &self.table {
            Some(table) => table[a * self.codes.len() + b],
            None => part(self.question, &self.codes[a], &self.codes[b], unit),
        }
    }

    /// On which sides the answers of two codes are, each of which is one answer.
    pub(super) fn sides_of(&self, a: u32, b: u32) -> Option<Sides> {
        let (one, other) = (self.codes[a as usize].first()?, self.codes[b as usize].first()?);
        self.question.sides(one, other)
    }

    /// On which sides the answers of each two codes are, a row for each code; none where there are many.
    pub(super) fn sides(&self) -> Option<&[Option<Sides>]> {
        self.table.as_ref()?;
        let codes = || 0..self.codes.len() as u32;
        let all = || codes().flat_map(|a| codes().map(move |b| (a, b))).map(|(a, b)| self.sides_of(a, b)).collect();
        Some(self.sides.get_or_init(all))
    }

    /// How far these answers are from those of each code.
    pub(super) fn row(&self, given: &Given, unit: u64) -> impl Iterator<Item = Part> {
        self.codes.iter().map(move |other| part(self.question, given, other, unit))
    }
}

/// How far the answers of two are apart: each of the one is held against each of the other.
fn part(question: Question, a: &Given, b: &Given, unit: u64) -> Part {
    let mut sum = Part::default();
    for (x, y) in a.iter().flat_map(|x| b.iter().map(move |y| (x, y))) {
        if let Some(Fraction { parts, of }) = question.distance(x, y) {
            sum.number += 1;
            sum.parts += (u128::from(unit) * u128::from(parts) / u128::from(of)) as u64;
        }
    }
    sum
}

/// A number that all distances can be counted in without remainder. Where there is none so small that their sum cannot
/// overflow, the largest that is: what is rounded then is beyond anything that is shown.
pub(super) fn unit(questions: &[Answered]) -> u64 {
    let most = (1 << 62) / questions.iter().map(Answered::most).sum::<u64>().max(1);
    let mut unit = 1;
    for of in questions.iter().flat_map(Answered::fractions) {
        if unit % of > 0 {
            unit *= of / common_divisor(unit, of);
        }
        if unit > most {
            return most;
        }
    }
    unit
}

fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}
