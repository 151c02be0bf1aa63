//! Distances summed over questions that most respondents answered: several questions are packed into one byte, so that each pair of
//! respondents costs one look-up for all of them.

use super::answered::{Answered, Part};

/// The questions that at least half of the many answered, in groups that are looked up at once.
#[derive(Debug, Clone, Default)]
pub struct PackedQuestions {
    number: usize,
    groups: Vec<QuestionGroup>,
    /// For each question whether it is among them.
    has: Vec<bool>,
}

/// Questions packed into one byte per respondent: a mixed-radix number, first question least significant, whose digit 0 is silence.
#[derive(Debug, Clone)]
struct QuestionGroup {
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

impl PackedQuestions {
    /// Packs all questions that at least half answered, where what is added up fits into the packed numbers. The other questions are left out.
    pub fn new(number: usize, questions: &[Answered], unit: u64) -> PackedQuestions {
        let mut packed = PackedQuestions { number, groups: Vec::new(), has: vec![false; questions.len()] };
        let most: u64 = questions.iter().map(Answered::most).sum();
        if most >> (u64::BITS - BITS) > 0 || most.checked_mul(unit).is_none_or(|parts| parts >> BITS > 0) {
            return packed;
        }
        let (mut open, mut size) = (Vec::new(), 1);
        for (at, answered) in questions.iter().enumerate() {
            let Some(table) = answered.table.as_ref().filter(|_| 2 * answered.by.len() >= number) else { continue };
            if answered.by.is_empty() || !answered.joint.is_empty() {
                continue;
            }
            packed.has[at] = true;
            let distances = Distances::new(answered.codes.len(), table);
            if size * distances.answers > CODES {
                packed.groups.push(QuestionGroup::new(number, std::mem::take(&mut open)));
                size = 1;
            }
            size *= distances.answers;
            open.push((answered, distances));
        }
        if !open.is_empty() {
            packed.groups.push(QuestionGroup::new(number, open));
        }
        packed
    }

    /// Whether a question is packed.
    pub fn has(&self, question: u32) -> bool {
        self.has[question as usize]
    }

    /// The distances of one respondent from each of those behind.
    pub fn sums(&self, who: usize) -> Vec<Part> {
        let mut sums = vec![0; self.number - who - 1];
        let mut row = [0; CODES];
        for group in self.groups.iter().filter(|group| group.codes[who] > 0) {
            group.fill(group.codes[who] as usize, &mut row);
            for (sum, &code) in sums.iter_mut().zip(&group.codes[who + 1..]) {
                *sum += row[code as usize];
            }
        }
        sums.into_iter().map(|packed| Part { number: packed >> BITS, parts: packed & ((1 << BITS) - 1) }).collect()
    }
}

impl QuestionGroup {
    fn new(number: usize, questions: Vec<(&Answered, Distances)>) -> QuestionGroup {
        let (mut codes, mut step) = (vec![0; number], 1);
        for (answered, distances) in &questions {
            answered.by.iter().for_each(|&(who, code)| codes[who as usize] += step * (code as usize + 1));
            step *= distances.answers;
        }
        QuestionGroup {
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
