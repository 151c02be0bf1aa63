//! Sums over questions that many answered: a few questions at a time, so that of each two people one number is looked up for
//! all of them.

use super::answered::{Answered, Part};

/// The questions that at least half of the many answered, taken a few together.
#[derive(Debug, Clone, Default)]
pub struct Together {
    number: usize,
    few: Vec<Few>,
    /// For each question whether it is among them.
    has: Vec<bool>,
}

/// Some questions. Each of the many has one code for all that he answers to them, so that these take turns like the hands of
/// a clock: the first question changes with every code, the next when the first has been through.
#[derive(Debug, Clone)]
struct Few {
    codes: Vec<u8>,
    questions: Vec<Distances>,
}

/// How far the answers to one question are apart, packed; the first answer is silence.
#[derive(Debug, Clone)]
struct Distances {
    answers: usize,
    packed: Vec<u64>,
}

/// How many codes there are.
const CODES: usize = 1 << u8::BITS;
/// Above so many bits of a packed number stands how many answers were held against one another; in them, how far apart they are.
const BITS: u32 = 40;

impl Together {
    /// Of all questions that are answered by many, where what is added up can be packed at all. The other questions are left.
    pub fn new(number: usize, questions: &[Answered], unit: u64) -> Together {
        let mut together = Together { number, few: Vec::new(), has: vec![false; questions.len()] };
        let most: u64 = questions.iter().map(Answered::most).sum();
        if most >> (u64::BITS - BITS) > 0 || most.checked_mul(unit).is_none_or(|parts| parts >> BITS > 0) {
            return together;
        }
        let (mut open, mut size) = (Vec::new(), 1);
        for (at, answered) in questions.iter().enumerate() {
            let Some(table) = answered.table.as_ref().filter(|_| 2 * answered.by.len() >= number) else { continue };
            if answered.by.is_empty() || !answered.joint.is_empty() {
                continue;
            }
            together.has[at] = true;
            let distances = Distances::new(answered.codes.len(), table);
            if size * distances.answers > CODES {
                together.few.push(Few::new(number, std::mem::take(&mut open)));
                size = 1;
            }
            size *= distances.answers;
            open.push((answered, distances));
        }
        if !open.is_empty() {
            together.few.push(Few::new(number, open));
        }
        together
    }

    /// Whether a question is among them.
    pub fn has(&self, question: u32) -> bool {
        self.has[question as usize]
    }

    /// How far one is from each of those after him.
    pub fn sums(&self, who: usize) -> Vec<Part> {
        let mut sums = vec![0; self.number - who - 1];
        let mut row = [0; CODES];
        for few in self.few.iter().filter(|few| few.codes[who] > 0) {
            few.fill(few.codes[who] as usize, &mut row);
            for (sum, &code) in sums.iter_mut().zip(&few.codes[who + 1..]) {
                *sum += row[code as usize];
            }
        }
        sums.into_iter().map(|packed| Part { number: packed >> BITS, parts: packed & ((1 << BITS) - 1) }).collect()
    }
}

impl Few {
    fn new(number: usize, questions: Vec<(&Answered, Distances)>) -> Few {
        let (mut codes, mut step) = (vec![0; number], 1);
        for (answered, distances) in &questions {
            answered.by.iter().for_each(|&(who, code)| codes[who as usize] += step * (code as usize + 1));
            step *= distances.answers;
        }
        Few {
            codes: codes.into_iter().map(|code| code as u8).collect(),
            questions: questions.into_iter().map(|(_, distances)| distances).collect(),
        }
    }

    /// How far what has one code is from what has any. Beyond all codes that there are, the row stays as it was.
    fn fill(&self, mut code: usize, row: &mut [u64; CODES]) {
        let mut size = 1;
        row[0] = 0;
        for Distances { answers, packed } in &self.questions {
            let here = &packed[(code % answers) * answers..][..*answers];
            // From behind, so that what is added to has not been overwritten.
            for (at, distance) in here.iter().enumerate().rev() {
                for before in 0..size {
                    row[at * size + before] = row[before] + distance;
                }
            }
            code /= answers;
            size *= answers;
        }
    }
}

impl Distances {
    /// Of a table with a row for each of so many answers.
    fn new(codes: usize, table: &[Part]) -> Distances {
        let answers = codes + 1;
        let mut packed = vec![0; answers * answers];
        for (at, Part { number, parts }) in table.iter().enumerate() {
            packed[(at / codes + 1) * answers + at % codes + 1] = number << BITS | parts;
        }
        Distances { answers, packed }
    }
}
