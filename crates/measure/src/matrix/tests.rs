//! Known answers, laws, and sums held against the definition pair by pair.

use proptest::prelude::*;

use super::*;
use crate::answer::tests::{any_answer, any_question};
use crate::answer::{Answer, Side, Sides};

/// The toy stances of four authors on a scale from −2 to 2.
fn toy() -> Matrix {
    let stances: [[Option<i32>; 6]; 4] = [
        [Some(2), Some(1), Some(-1), Some(0), Some(2), None],
        [Some(1), Some(1), Some(-2), Some(0), Some(1), Some(-1)],
        [Some(-2), Some(-1), Some(2), Some(1), None, Some(2)],
        [Some(2), Some(0), Some(0), None, Some(2), Some(-2)],
    ];
    let answer = |stance: i32| vec![Answer::Says(Box::new([((stance + 2) as u32, Side::Holds)]))];
    let given = |question: usize| {
        let of = |(who, stances): (usize, &[Option<i32>; 6])| stances[question].map(|stance| (who, answer(stance)));
        stances.iter().enumerate().filter_map(of).collect()
    };
    Matrix::new(4, (0..6).map(|question| Answered::new(Question::Scale(5), given(question))).collect())
}

#[test]
fn known_answers() {
    let matrix = toy();
    let pairs = [
        ((0, 1), "0.850000", 5, [4, 0]),
        ((0, 2), "0.375000", 4, [0, 3]),
        ((1, 2), "0.350000", 5, [0, 4]),
        ((1, 3), "0.700000", 5, [3, 0]),
        ((2, 3), "0.312500", 4, [0, 2]),
    ];
    for ((a, b), similarity, number, signs) in pairs {
        let sum = matrix.from(a)[b - a - 1];
        assert_eq!(sum.similarity().map(|value| format!("{value:.6}")).as_deref(), Some(similarity));
        assert_eq!(sum.number, number);
        assert_eq!(matrix.beside(a).sides(b), signs, "{a} {b}");
    }
}

#[test]
fn networks_add_up_what_similarity_takes_the_mean_of() {
    let sum = toy().from(0)[0];
    assert_eq!((sum.congruence(), sum.conflict(), sum.subtract()), (Some(4.25), Some(0.75), Some(3.5)));
}

#[test]
fn without_overlap_there_is_no_figure() {
    let yes = || vec![Answer::Says(Box::new([(1, Side::Holds)]))];
    let of = |who: &[usize]| Answered::new(Question::Scale(2), who.iter().map(|&who| (who, yes())).collect());
    let matrix = Matrix::new(3, vec![of(&[0]), of(&[1, 2])]);
    let sums = matrix.from(0);
    assert_eq!((sums[0].number, sums[0].similarity(), sums[1].conflict()), (0, None, None));
    let one = matrix.from(1)[0];
    assert_eq!((one.similarity(), one.without(matrix.beside(1).each(2))), (Some(1.0), None));
}

/// Answers of some respondents to some questions: a list for each question, with nothing where one is silent.
type Answers = Vec<(Question, Vec<Option<Given>>)>;

fn any_answers(many: usize) -> impl Strategy<Value = Answers> {
    let given = move |question| {
        let some = prop::collection::vec(any_answer(question), 1..3);
        (Just(question), prop::collection::vec(prop::option::of(some), many))
    };
    prop::collection::vec(any_question().prop_flat_map(given), 0..7)
}

fn matrix(answers: &Answers, many: usize) -> Matrix {
    let list = |given: &Vec<Option<Given>>| {
        given.iter().enumerate().filter_map(|(who, given)| Some((who, given.clone()?))).collect()
    };
    Matrix::new(many, answers.iter().map(|(question, given)| Answered::new(*question, list(given))).collect())
}

/// On how many questions two are on the same side, and on how many on opposite sides, by the definition.
fn sides_by_definition(answers: &Answers, a: usize, b: usize) -> [usize; 2] {
    let on = |wanted| {
        let is_on = |(question, given): &&(Question, Vec<Option<Given>>)| {
            let first = |who: usize| given[who].as_ref().and_then(|given| given.iter().min());
            first(a).zip(first(b)).is_some_and(|(x, y)| question.sides(x, y) == Some(wanted))
        };
        answers.iter().filter(is_on).count()
    };
    [on(Sides::Same), on(Sides::Opposite)]
}

/// The sum of all distances of two, and how many there are, by the definition.
fn by_definition(answers: &Answers, a: usize, b: usize) -> (usize, f64) {
    let (mut number, mut sum) = (0, 0.0);
    for (question, given) in answers {
        let (Some(one), Some(other)) = (&given[a], &given[b]) else { continue };
        for fraction in one.iter().flat_map(|x| other.iter().filter_map(|y| question.distance(x, y))) {
            number += 1;
            sum += fraction.parts as f64 / fraction.of as f64;
        }
    }
    (number, sum)
}

proptest! {
    #[test]
    fn sums_are_by_their_definition(answers in any_answers(4)) {
        let found = matrix(&answers, 4);
        for a in 0..4 {
            for (at, sum) in found.from(a).iter().enumerate() {
                let b = a + 1 + at;
                let (number, distance) = by_definition(&answers, a, b);
                prop_assert_eq!(sum.number, number as u64);
                prop_assert!((sum.conflict().unwrap_or(0.0) - distance).abs() < 1e-9);
                prop_assert_eq!(*sum, found.beside(a).sum(b));
                prop_assert_eq!(*sum, found.beside(b).sum(a));
                prop_assert_eq!(found.beside(a).sides(b), sides_by_definition(&answers, a, b));
                let similarity = sum.similarity();
                prop_assert!(similarity.is_none_or(|value| (0.0..=1.0).contains(&value)));
                prop_assert_eq!(similarity.is_some(), number > 0);
                if let Some(without) = sum.without(found.beside(a).each(b)) {
                    let whole = similarity.expect("there is something to leave out");
                    prop_assert!(without.low <= whole + 1e-12 && whole <= without.high + 1e-12);
                }
            }
        }
    }

    #[test]
    fn the_order_of_questions_and_people_changes_nothing(answers in any_answers(3)) {
        let mut turned: Answers = answers.clone();
        turned.reverse();
        for (_, given) in &mut turned {
            given.reverse();
        }
        let (found, other) = (matrix(&answers, 3), matrix(&turned, 3));
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            prop_assert_eq!(found.from(a)[b - a - 1], other.from(2 - b)[b - a - 1]);
        }
    }

    #[test]
    fn what_nobody_answers_changes_nothing(answers in any_answers(3), at in 0..7usize) {
        let mut more = answers.clone();
        more.insert(at.min(more.len()), (Question::Choice, vec![None; 3]));
        for a in 0..3 {
            let figures = |answers| -> Vec<_> {
                matrix(answers, 3).from(a).iter().map(|sum| (sum.number, sum.similarity(), sum.conflict())).collect()
            };
            prop_assert_eq!(figures(&answers), figures(&more));
        }
    }

    #[test]
    fn whoever_answers_the_same_once_is_similar_in_everything(answers in any_answers(1)) {
        let twice = |(question, given): &(Question, Vec<Option<Given>>)| {
            let once = given[0].as_ref().map(|given| given[..1].to_vec());
            (*question, vec![once.clone(), once])
        };
        let twice: Answers = answers.iter().map(twice).collect();
        let sum = matrix(&twice, 2).from(0)[0];
        prop_assert!(sum.similarity().is_none_or(|value| value == 1.0));
    }

    #[test]
    fn leaving_one_out_is_what_it_is_without_it(answers in any_answers(2)) {
        let found = matrix(&answers, 2);
        let Some(without) = found.from(0)[0].without(found.beside(0).each(1)) else { return Ok(()) };
        let beside = found.beside(0);
        let fewer = beside.each(1).map(|(left_out, _)| {
            let mut fewer = answers.clone();
            fewer.remove(left_out);
            matrix(&fewer, 2).from(0)[0].similarity().expect("one more is left")
        });
        let fewer: Vec<f64> = fewer.collect();
        let low = fewer.iter().copied().fold(f64::INFINITY, f64::min);
        let high = fewer.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        prop_assert!((without.low - low).abs() < 1e-12 && (without.high - high).abs() < 1e-12);
    }
}

/// Bounds, questions and their number, as they come of going through every question.
fn without_by_questions(found: &Matrix, a: usize, b: usize) -> Option<(Without, usize)> {
    let beside = found.beside(a);
    let mut without = beside.sum(b).without(beside.each(b))?;
    let number = without.most.len();
    without.most.truncate(5);
    Some((without, number))
}

proptest! {
    #[test]
    fn what_is_read_off_kinds_is_what_every_question_says(
        answers in any_answers(4),
        left in prop::collection::vec(prop::bool::weighted(0.7), 28),
    ) {
        let some: Answers = answers.iter().enumerate().map(|(question, (kind, given))| {
            let kept = |(who, given): (usize, &Option<Given>)| given.clone().filter(|_| left[question * 4 + who]);
            (*kind, given.iter().enumerate().map(kept).collect())
        }).collect();
        let (all, some) = (matrix(&answers, 4), matrix(&some, 4));
        for some in [None, Some(&some)] {
            let kinds = all.kinds(some).expect("there are few");
            for a in 0..4 {
                let mut of_one = kinds.of_one(a);
                for b in (0..4).filter(|b| *b != a) {
                    let (beside, met) = (all.beside(a), of_one.meet(b));
                    let mut missing = [0, 0];
                    for (question, sum) in beside.each(b).filter(|_| some.is_some()) {
                        let kept = some.and_then(|some| some.beside(a).each(b).find(|(it, _)| *it == question).map(|it| it.1.number));
                        let more = sum.number.saturating_sub(kept.unwrap_or(0));
                        missing = [missing[0] + more, missing[1] + if beside.is_ordered(question) { more } else { 0 }];
                    }
                    prop_assert_eq!(met, Met { sum: beside.sum(b), missing, sides: beside.sides(b) });
                    prop_assert_eq!(of_one.without(&met, 5), without_by_questions(&all, a, b));
                }
            }
        }
    }
}
