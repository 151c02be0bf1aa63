//! How far apart the answers to one question are, each figure with what it is counted from.

use measure::answer::{Answer, Question, Side};
use measure::spread::{agreement, diversity, polarization};

/// The spread of the answers to one question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// How many take a side: the n of all figures but the pairs'.
    pub number: usize,
    /// How many pairs of them can be held against each other.
    pub pairs: usize,
    /// Van der Eijk's agreement A, where answers are ordered. None of an open issue as a whole: different answers to it can
    /// stand together, so that to agree on each position is not to stand on one.
    pub agreement: Option<f64>,
    /// The index of diversity 1 − Σp² over the positions held, on choices.
    pub diversity: Option<f64>,
    /// How far apart the pairs are together, in steps of which `whole` are all that two can be apart.
    steps: usize,
    whole: usize,
}

impl Spread {
    /// Of answers on a scale of so many positions. Who has no place of one's own, or changed, is held against each of the others.
    pub fn of_answers(answers: &[Answer], positions: u32) -> Spread {
        let is_placed = |answer: &&Answer| !matches!(answer, Answer::Turned(_)) && answer.place(positions).is_some();
        let (placed, mut moving): (Vec<&Answer>, Vec<&Answer>) = answers.iter().partition(is_placed);
        let half_steps = 2 * positions.max(2) as usize - 1;
        let mut by_place: Vec<Vec<&Answer>> = vec![Vec::new(); half_steps];
        for answer in &placed {
            by_place[answer.place(positions).unwrap_or_default() as usize].push(answer);
        }
        let (mut pairs, mut steps) = apart(&by_place.iter().map(Vec::len).collect::<Vec<_>>());
        moving.sort_unstable();
        let moving: Vec<(&Answer, usize)> = moving.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect();
        let mut add = |a: &Answer, b: &Answer, times: usize| {
            if let Some(distance) = Question::Scale(positions).distance(a, b) {
                pairs += times;
                steps += times * distance.parts as usize;
            }
        };
        for (at, (answer, count)) in moving.iter().enumerate() {
            add(answer, answer, of_two(*count));
            moving[at + 1..].iter().for_each(|(other, times)| add(answer, other, count * times));
            by_place.iter().filter(|here| !here.is_empty()).for_each(|here| add(answer, here[0], count * here.len()));
        }
        let mut counts = vec![0; positions as usize];
        for place in answers.iter().filter_map(|answer| answer.place(positions)) {
            // A middle between two positions counts half for each.
            counts[place as usize / 2] += 1;
            counts[place.div_ceil(2) as usize] += 1;
        }
        let number = answers.len();
        let agreement = agreement_of(&counts).filter(|_| counts.iter().sum::<usize>() > 2);
        Spread { number, pairs, agreement, diversity: None, steps, whole: half_steps - 1 }
    }

    /// Of ordered answers, given how many gave each.
    pub fn on_scale(counts: &[usize]) -> Spread {
        let number: usize = counts.iter().sum();
        let (pairs, steps) = apart(counts);
        let agreement = agreement_of(counts).filter(|_| number > 1);
        Spread { number, pairs, agreement, diversity: None, steps, whole: counts.len().saturating_sub(1).max(1) }
    }

    /// Of answers that exclude each other and have no order.
    pub fn on_choice(answers: &[Answer]) -> Spread {
        let mut answers: Vec<&Answer> = answers.iter().collect();
        answers.sort_unstable();
        let mut codes: Vec<(&Answer, usize)> =
            answers.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect();
        // Answers that reject anything come first, and are held against all others; those that only hold are counted.
        codes.sort_by_key(|(answer, _)| !rejects(answer));
        let rejecting = codes.partition_point(|(answer, _)| rejects(answer));
        let plain: Vec<usize> = codes[rejecting..].iter().map(|(_, count)| *count).collect();
        let (mut pairs, mut steps) = (of_two(plain.iter().sum()), of_two(plain.iter().sum()));
        steps -= plain.iter().map(|&count| of_two(count)).sum::<usize>();
        for (at, (a, count)) in codes[..rejecting].iter().enumerate() {
            pairs += of_two(*count);
            for (b, other) in &codes[at + 1..] {
                if let Some(distance) = Question::Choice.distance(a, b) {
                    pairs += count * other;
                    steps += count * other * usize::from(distance.parts > 0);
                }
            }
        }
        let mut held: Vec<u32> = answers.iter().filter_map(|answer| answer.held()).collect();
        held.sort_unstable();
        let counts: Vec<usize> = held.chunk_by(|a, b| a == b).map(<[u32]>::len).collect();
        Spread {
            number: answers.len(),
            pairs,
            agreement: None,
            diversity: diversity(&counts).filter(|_| held.len() > 1),
            steps,
            whole: 1,
        }
    }

    /// Of several questions of two answers together, to which so many gave any.
    pub fn of_all<'s>(questions: impl Iterator<Item = &'s Spread> + Clone, number: usize) -> Spread {
        Spread {
            number,
            pairs: questions.clone().map(|spread| spread.pairs).sum(),
            agreement: None,
            diversity: None,
            steps: questions.map(|spread| spread.steps).sum(),
            whole: 1,
        }
    }

    /// How many of the pairs are apart; a pair that is half a scale apart counts as a half.
    pub fn apart(&self) -> f64 {
        self.steps as f64 / self.whole as f64
    }

    /// The mean disagreement of two who can be held against each other, from 0 to 1. Undefined where there are no two.
    pub fn disagreement(&self) -> Option<f64> {
        (self.pairs > 0).then(|| self.steps as f64 / (self.whole * self.pairs) as f64)
    }

    /// The same as if one more pair agreed: by this issues are ordered, so that two who quarrel alone do not come before a
    /// split that goes through many.
    pub fn division(&self) -> Option<f64> {
        (self.pairs > 0).then(|| self.steps as f64 / (self.whole * (self.pairs + 1)) as f64)
    }

    /// Polarization (1 − A) / 2.
    pub fn polarization(&self) -> Option<f64> {
        self.agreement.map(polarization)
    }
}

/// How many pairs there are where so many stand at each step, and how many steps they are apart together.
fn apart(counts: &[usize]) -> (usize, usize) {
    let number: usize = counts.iter().sum();
    let (mut steps, mut below) = (0, 0);
    for count in &counts[..counts.len().saturating_sub(1)] {
        below += count;
        // All pairs with one of them at or below this step, and one above.
        steps += below * (number - below);
    }
    (of_two(number), steps)
}

fn agreement_of(counts: &[usize]) -> Option<f64> {
    match *counts {
        // Between two answers lies a middle in which nobody stands.
        [first, last] => agreement(&[first, 0, last]),
        _ => agreement(counts),
    }
}

/// How many pairs there are of so many.
fn of_two(number: usize) -> usize {
    number * number.saturating_sub(1) / 2
}

fn rejects(answer: &Answer) -> bool {
    answer.says().iter().any(|(_, side)| *side == Side::Rejects)
}
