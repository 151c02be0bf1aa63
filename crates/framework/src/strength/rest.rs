//! Lets the strengths of a circle change, each towards what the others make of it, until they are at rest.
//!
//! Jumping from one guess to the next may swing to and fro for ever; in small steps it comes to rest far more often (Potyka 2018).
//! The steps are those of Bogacki and Shampine (1989), a Runge–Kutta method that knows how far off each step is.

use super::weighing::Weighing;
use crate::Argument;

/// At rest is what would change by no more than this in a unit of time.
const AT_REST: f64 = 1e-11;
/// How far off a step may be, of the way that is made in a unit of time.
const PRECISION: f64 = 1e-3;
/// More steps are not made. What comes to rest at all does so within a few hundred.
const MOST_STEPS: usize = 20_000;

/// Puts the strengths at which these arguments come to rest among those of all; whether they do.
pub(super) fn settle(weighing: &Weighing, circle: &[Argument], of: &mut [f64]) -> bool {
    let mut strengths: Vec<f64> = circle.iter().map(|&argument| of[argument as usize]).collect();
    // Whither each strength is drawn when they stand so.
    let mut pull = |strengths: &[f64]| -> Vec<f64> {
        circle.iter().zip(strengths).for_each(|(&argument, &strength)| of[argument as usize] = strength);
        circle.iter().zip(strengths).map(|(&it, strength)| weighing.strength(it, of) - strength).collect()
    };
    let moved = |strengths: &[f64], step: f64, pulls: &[(&[f64], f64)]| -> Vec<f64> {
        let way = |at: usize| pulls.iter().map(|(pull, part)| pull[at] * part).sum::<f64>();
        strengths.iter().enumerate().map(|(at, strength)| (strength + step * way(at)).clamp(0.0, 1.0)).collect()
    };
    let (mut step, mut first) = (0.5, pull(&strengths));
    for _ in 0..MOST_STEPS {
        let speed = largest(first.iter().copied());
        if speed <= AT_REST {
            pull(&strengths);
            return true;
        }
        let second = pull(&moved(&strengths, step / 2.0, &[(&first, 1.0)]));
        let third = pull(&moved(&strengths, step * 0.75, &[(&second, 1.0)]));
        let ahead = moved(&strengths, step, &[(&first, 2.0 / 9.0), (&second, 1.0 / 3.0), (&third, 4.0 / 9.0)]);
        let fourth = pull(&ahead);
        let off = |at: usize| second[at] / 12.0 + third[at] / 9.0 - first[at] * 5.0 / 72.0 - fourth[at] / 8.0;
        let share = step * largest((0..circle.len()).map(off)) / (PRECISION * speed);
        if share <= 1.0 {
            (strengths, first) = (ahead, fourth);
        }
        step *= (0.9 * share.max(1e-9).powf(-1.0 / 3.0)).clamp(0.2, 4.0);
    }
    pull(&strengths);
    false
}

fn largest(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.fold(0.0, |largest, number| number.abs().max(largest))
}
