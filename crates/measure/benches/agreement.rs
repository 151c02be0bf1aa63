//! How long it takes to hold every two respondents against each other, and to join them in a tree: `cargo bench --bench agreement`.

use divan::{Bencher, black_box};
use measure::answer::{Answer, Question, Side};
use measure::linkage::average_linkage;
use measure::matrix::{Answered, Matrix, Sum};

fn main() {
    divan::main();
}

/// Respondents who each answered half of fifty questions with yes or no.
fn matrix(respondents: usize) -> Matrix {
    let question = |question: usize| {
        let answered = (0..respondents).filter(|who| (who + question).is_multiple_of(2));
        let side = |who: usize| if who * 7 % (question + 3) < 2 { Side::Holds } else { Side::Rejects };
        let answers = answered.map(|who| (who, Answer::Says(Box::new([(0, side(who))]))));
        Answered::once(Question::Open, answers.collect())
    };
    Matrix::new(respondents, (0..50).map(question).collect())
}

const SIZES: [usize; 2] = [100, 1_000];

#[divan::bench(args = SIZES)]
fn every_two(bencher: Bencher<'_, '_>, respondents: usize) {
    let matrix = matrix(respondents);
    bencher.bench(|| (0..respondents).map(|who| black_box(&matrix).from(who).len()).sum::<usize>());
}

#[divan::bench(args = SIZES)]
fn tree(bencher: Bencher<'_, '_>, respondents: usize) {
    let matrix = matrix(respondents);
    let sums: Vec<Vec<Sum>> = (0..respondents).map(|who| matrix.from(who)).collect();
    let similar = |a: usize, b: usize| sums[a.min(b)][a.max(b) - a.min(b) - 1].similarity();
    bencher.bench(|| average_linkage(respondents, similar));
}
