//! What many answered to many questions, and how far each two of them are apart over all of it.

use foldhash::{HashMap, HashMapExt};

use super::answer::{Answer, Fraction, Question, Sides};

/// What one of many answered to a question: mostly one answer, several where he gave it at several times.
pub type Given = Vec<Answer>;

/// The answers of many to many questions. Who gave none to a question takes no room.
#[derive(Debug, Clone)]
pub struct Matrix {
    questions: Vec<Answered>,
    /// For each of the many the questions answered, each with the place among those who did.
    of: Vec<Vec<(u32, u32)>>,
    /// For each of the many the questions with an order on which he has one place, each with its rank.
    ranks: Vec<Vec<(u32, u32)>>,
    unit: u64,
}

/// A question with all answers to it. What is answered alike has one code.
#[derive(Debug, Clone)]
pub struct Answered {
    question: Question,
    codes: Vec<Given>,
    /// Who answered, in order, and with which code.
    by: Vec<(u32, u32)>,
    /// Each two who gave some of their answers jointly, the first before the second, and how many; in order.
    joint: Vec<(u32, u32, u64)>,
    /// How far the answers of each two codes are apart, while these are few.
    table: Option<Vec<Part>>,
}

/// How far some answers are apart, added up, and how many there were. Whole numbers, so that the order does not matter.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    number: u64,
    parts: u64,
}

/// How far two are apart, added up over questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// How many answers were held against one another: of each two who answered once, the questions.
    pub number: u64,
    parts: u64,
    unit: u64,
}

/// What a similarity would be without one of the questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Without {
    /// The lowest that it would be.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// The questions that move it most; none where none moves it.
    pub most: Vec<usize>,
}

/// So many distinct answers to a question are held against one another once; of more, for every one who gives one.
const TABLED: usize = 64;

impl Matrix {
    /// The answers of so many to these questions.
    pub fn new(number: usize, mut questions: Vec<Answered>) -> Matrix {
        let mut of = vec![Vec::new(); number];
        for (index, answered) in questions.iter().enumerate() {
            for (at, (who, _)) in answered.by.iter().enumerate() {
                of[*who as usize].push((index as u32, at as u32));
            }
        }
        let unit = unit(&questions);
        for answered in &mut questions {
            if answered.codes.len() <= TABLED {
                answered.table = Some(answered.codes.iter().flat_map(|code| answered.row(code, unit)).collect());
            }
        }
        let ranks = ranks(&questions, &of, unit);
        Matrix { questions, of, ranks, unit }
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

    /// How far one is from each of those after him.
    pub fn from(&self, who: usize) -> Vec<Sum> {
        let mut sums = vec![Part::default(); self.len() - who];
        for &(question, at) in &self.of[who] {
            let answered = &self.questions[question as usize];
            let code = answered.by[at as usize].1 as usize;
            let made;
            let row = match &answered.table {
                Some(table) => &table[code * answered.codes.len()..][..answered.codes.len()],
                None => {
                    made = answered.row(&answered.codes[code], self.unit).collect::<Vec<_>>();
                    &made
                }
            };
            for &(other, code) in &answered.by[at as usize + 1..] {
                let (sum, part) = (&mut sums[other as usize - who], row[code as usize]);
                sum.number += part.number;
                sum.parts += part.parts;
            }
            let first = answered.joint.partition_point(|(one, ..)| (*one as usize) < who);
            let joint = answered.joint[first..].iter().take_while(|(one, ..)| *one as usize == who);
            joint.for_each(|&(_, other, number)| sums[other as usize - who].number -= number);
        }
        sums.iter().skip(1).map(|&part| self.made(part)).collect()
    }

    /// How far two are apart on each question that both answered, where that is defined; in the order of the questions.
    pub fn between(&self, a: usize, b: usize) -> Vec<(usize, Sum)> {
        let parts = self.both(a, b).map(|(question, x, y)| {
            let answered = &self.questions[question];
            let Part { number, parts } = answered.part(x, y, self.unit);
            (question, Part { number: number - answered.joint_of(a, b), parts })
        });
        parts.filter(|(_, part)| part.number > 0).map(|(question, part)| (question, self.made(part))).collect()
    }

    /// These, added up.
    pub fn sum(&self, each: &[(usize, Sum)]) -> Sum {
        let add =
            |sum: Part, (_, one): &(usize, Sum)| Part { number: sum.number + one.number, parts: sum.parts + one.parts };
        self.made(each.iter().fold(Part::default(), add))
    }

    /// On how many of the questions that both answered with one answer each two are on the same side, and on how many on
    /// opposite sides.
    pub fn sides(&self, a: usize, b: usize) -> [usize; 2] {
        let mut counts = [0, 0];
        for (question, x, y) in self.both(a, b) {
            let Answered { question, codes, .. } = &self.questions[question];
            let (Some(x), Some(y)) = (codes[x as usize].first(), codes[y as usize].first()) else { continue };
            match question.sides(x, y) {
                Some(Sides::Same) => counts[0] += 1,
                Some(Sides::Opposite) => counts[1] += 1,
                Some(Sides::Neither) | None => {}
            }
        }
        counts
    }

    /// The codes of what two answered to each question that both answered.
    fn both(&self, a: usize, b: usize) -> impl Iterator<Item = (usize, u32, u32)> {
        let mut rest = self.of[b].iter().peekable();
        self.of[a].iter().filter_map(move |&(question, at)| {
            while rest.next_if(|(other, _)| *other < question).is_some() {}
            let &(_, other) = *rest.peek().filter(|(other, _)| *other == question)?;
            let answered = &self.questions[question as usize];
            let code = |at: u32| answered.by[at as usize].1;
            Some((question as usize, code(at), code(other)))
        })
    }

    /// Where two stand on each question with an order that both answered, in the order of the questions: as ranks from 0,
    /// in the order of the places, from the lower end to the upper end of all scales, that occur at all. Who answers several
    /// things is left out.
    pub fn ranks(&self, a: usize, b: usize) -> Vec<[usize; 2]> {
        let [a, b] = [a, b].map(|who| self.ranks[who].as_slice());
        let mut rest = b;
        let both = a.iter().filter_map(|&(question, rank)| {
            while let [(other, _), behind @ ..] = rest
                && *other < question
            {
                rest = behind;
            }
            let &(_, other) = rest.first().filter(|(other, _)| *other == question)?;
            Some([rank as usize, other as usize])
        });
        both.collect()
    }

    fn made(&self, Part { number, parts }: Part) -> Sum {
        Sum { number, parts, unit: self.unit }
    }
}

impl Answered {
    /// A question, and who answered what, in order.
    pub fn new(question: Question, given: Vec<(usize, Given)>) -> Answered {
        let mut known: HashMap<Given, u32> = HashMap::new();
        let (mut codes, mut by) = (Vec::new(), Vec::with_capacity(given.len()));
        for (who, mut answers) in given {
            answers.sort_unstable();
            let code = match known.get(&answers) {
                Some(&code) => code,
                None => {
                    codes.push(answers.clone());
                    known.insert(answers, codes.len() as u32 - 1);
                    codes.len() as u32 - 1
                }
            };
            by.push((who as u32, code));
        }
        Answered { question, codes, by, joint: Vec::new(), table: None }
    }

    /// The same, where each of these two, the first before the second, gave an answer jointly, once for each such answer. It is not held
    /// against itself: it lies nowhere apart, and so is only not counted.
    pub fn with_joint(mut self, mut pairs: Vec<(usize, usize)>) -> Answered {
        pairs.sort_unstable();
        let same = pairs.chunk_by(|a, b| a == b);
        self.joint = same.map(|same| (same[0].0 as u32, same[0].1 as u32, same.len() as u64)).collect();
        self
    }

    /// How many answers two gave jointly.
    fn joint_of(&self, a: usize, b: usize) -> u64 {
        let pair = (a.min(b) as u32, a.max(b) as u32);
        let found = self.joint.binary_search_by_key(&pair, |&(one, other, _)| (one, other));
        found.map_or(0, |at| self.joint[at].2)
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
    fn place(&self, given: &Given, unit: u64) -> Option<u64> {
        match (self.question, given.as_slice()) {
            (Question::Scale(positions), [answer]) => {
                let steps = 2 * u128::from(positions.max(2) - 1);
                Some((u128::from(unit) * u128::from(answer.place(positions)?) / steps) as u64)
            }
            _ => None,
        }
    }

    /// How far the answers of two codes are apart.
    fn part(&self, a: u32, b: u32, unit: u64) -> Part {
        let (a, b) = (a as usize, b as usize);
        match &self.table {
            Some(table) => table[a * self.codes.len() + b],
            None => part(self.question, &self.codes[a], &self.codes[b], unit),
        }
    }

    /// How far these answers are from those of each code.
    fn row(&self, given: &Given, unit: u64) -> impl Iterator<Item = Part> {
        self.codes.iter().map(move |other| part(self.question, given, other, unit))
    }
}

/// Of each of the many the rank of his place on every question where he has one, among all places that occur.
fn ranks(questions: &[Answered], of: &[Vec<(u32, u32)>], unit: u64) -> Vec<Vec<(u32, u32)>> {
    let each = |answered: &Answered| answered.codes.iter().map(|code| answered.place(code, unit)).collect();
    let places: Vec<Vec<Option<u64>>> = questions.iter().map(each).collect();
    let mut known: Vec<u64> = places.iter().flatten().flatten().copied().collect();
    known.sort_unstable();
    known.dedup();
    let rank = |&(question, at): &(u32, u32)| {
        let code = questions[question as usize].by[at as usize].1;
        let place = places[question as usize][code as usize]?;
        Some((question, known.partition_point(|&other| other < place) as u32))
    };
    of.iter().map(|answers| answers.iter().filter_map(rank).collect()).collect()
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
fn unit(questions: &[Answered]) -> u64 {
    let pairs = |answered: &Answered| answered.codes.iter().map(|code| code.len() as u64).max().unwrap_or(0).pow(2);
    let most = (1 << 62) / questions.iter().map(pairs).sum::<u64>().max(1);
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

impl Sum {
    /// 1 − Σd / n. Undefined where nothing could be held against each other.
    pub fn similarity(&self) -> Option<f64> {
        self.whole().map(|whole| (whole - self.parts as f64) / whole)
    }

    /// How far apart they would be if they were opposed in everything.
    fn whole(&self) -> Option<f64> {
        (self.number > 0).then_some((self.unit * self.number) as f64)
    }

    /// Σ(1 − d): how much the two say alike. Undefined where the similarity is.
    pub fn congruence(&self) -> Option<f64> {
        self.whole().map(|whole| (whole - self.parts as f64) / self.unit as f64)
    }

    /// Σd: how much they say against each other.
    pub fn conflict(&self) -> Option<f64> {
        self.whole().map(|_| self.parts as f64 / self.unit as f64)
    }

    /// The first less the second.
    pub fn subtract(&self) -> Option<f64> {
        self.whole().map(|whole| (whole - 2.0 * self.parts as f64) / self.unit as f64)
    }

    /// The similarity without each of the questions that it is made of. Undefined where there is only one.
    pub fn without(&self, each: &[(usize, Sum)]) -> Option<Without> {
        let whole = self.similarity()?;
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut furthest, mut most) = (0.0, Vec::new());
        for &(question, part) in each {
            let rest = Sum { number: self.number - part.number, parts: self.parts - part.parts, unit: self.unit };
            let similarity = rest.similarity()?;
            (low, high) = (low.min(similarity), high.max(similarity));
            let moved = (similarity - whole).abs();
            if moved > furthest + 1e-12 {
                (furthest, most) = (moved, Vec::new());
            }
            if furthest > 0.0 && moved > furthest - 1e-12 {
                most.push(question);
            }
        }
        (!each.is_empty()).then_some(Without { low, high, most })
    }
}

#[cfg(test)]
mod tests;
