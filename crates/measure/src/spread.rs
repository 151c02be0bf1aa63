//! Spread: how far apart the answers to one question lie, from counts of who gave which.

/// Van der Eijk's agreement A over the answers of an ordered scale, given how many gave each: 1 where all gave one
/// answer, 0 where every answer is given as often as any other, −1 where half stand at either end (*Measuring Agreement in
/// Ordered Rating Scales*, Quality & Quantity 35, 2001). Undefined where nobody gave an answer, and on fewer than three
/// answers, between which there is no middle that could be empty.
pub fn agreement(counts: &[usize]) -> Option<f64> {
    let number: usize = counts.iter().sum();
    if counts.len() < 3 || number == 0 {
        return None;
    }
    // The counts are taken apart into layers: as often as the rarest answer was given, so often all that are left were.
    let mut layers: Vec<usize> = counts.iter().copied().filter(|&count| count > 0).collect();
    layers.sort_unstable();
    layers.dedup();
    let mut below = 0;
    let mut sum = 0.0;
    for layer in layers {
        let pattern: Vec<bool> = counts.iter().map(|&count| count >= layer).collect();
        let given = pattern.iter().filter(|&&is_given| is_given).count();
        sum += ((layer - below) * given) as f64 * of_pattern(&pattern, given);
        below = layer;
    }
    Some(sum / number as f64)
}

/// The agreement of a layer, in which each answer is either `given` or not: its unimodality U, made smaller by how many
/// answers it spreads over.
fn of_pattern(pattern: &[bool], given: usize) -> f64 {
    let answers = pattern.len() as f64;
    if given <= 1 {
        return 1.0;
    }
    // Of three answers in order, two of them given: the empty one lies beside them (one peak), or between them (two).
    let (mut beside, mut between) = (0.0, 0.0);
    let (mut ones, mut zeros) = (0.0, 0.0);
    let empty = (pattern.len() - given) as f64;
    for &is_given in pattern {
        if is_given {
            let (ones_right, zeros_right) = (given as f64 - ones - 1.0, empty - zeros);
            beside += ones * zeros_right + zeros * ones_right;
            ones += 1.0;
        } else {
            between += ones * (given as f64 - ones);
            zeros += 1.0;
        }
    }
    if beside + between == 0.0 {
        // All answers are given: it spreads over all there is.
        return 0.0;
    }
    let unimodality = ((answers - 2.0) * beside - (answers - 1.0) * between) / ((answers - 2.0) * (beside + between));
    unimodality * (1.0 - (given as f64 - 1.0) / (answers - 1.0))
}

/// Polarization: (1 − A) / 2, from 0, all gave one answer, to 1, half stand at either end.
pub fn polarization(agreement: f64) -> f64 {
    (1.0 - agreement) / 2.0
}

/// The index of diversity 1 − Σp²: how likely two who answered, taken by chance with repetition, gave different answers.
/// Undefined where nobody did.
pub fn diversity(counts: &[usize]) -> Option<f64> {
    let number = counts.iter().sum::<usize>() as f64;
    let same: f64 = counts.iter().map(|&count| (count as f64 / number).powi(2)).sum();
    (number > 0.0).then_some(1.0 - same)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_answers() {
        let found = agreement(&[30, 40, 210, 130, 530, 50, 10]).expect("it is defined");
        assert_eq!(format!("{found:.7} {:.7}", polarization(found)), "0.6113333 0.1943333");
    }

    #[test]
    fn ends_of_the_measure() {
        assert_eq!(agreement(&[0, 7, 0, 0]), Some(1.0));
        assert_eq!(agreement(&[3, 3, 3, 3]), Some(0.0));
        assert_eq!(agreement(&[5, 0, 0, 0, 5]), Some(-1.0));
        assert_eq!(agreement(&[5, 0, 5]), Some(-1.0));
        assert_eq!(
            (agreement(&[0, 0, 0]), agreement(&[5, 5]), agreement(&[5]), agreement(&[])),
            (None, None, None, None)
        );
        assert_eq!(polarization(-1.0), 1.0);
        assert_eq!(
            (diversity(&[4, 0]), diversity(&[2, 2]), diversity(&[0, 0]), diversity(&[])),
            (Some(0.0), Some(0.5), None, None)
        );
    }

    /// Van der Eijk's words letter for letter: layer after layer is taken off, and every triple of answers is looked at.
    fn by_layers(counts: &[usize]) -> f64 {
        let mut left = counts.to_vec();
        let (number, answers) = (counts.iter().sum::<usize>() as f64, counts.len() as f64);
        let mut agreement = 0.0;
        while let Some(least) = left.iter().copied().filter(|&count| count > 0).min() {
            let layer: Vec<bool> = left.iter().map(|&count| count > 0).collect();
            let given = layer.iter().filter(|&&is| is).count() as f64;
            let (mut peak, mut dip) = (0.0, 0.0);
            for i in 0..layer.len() {
                for j in i + 1..layer.len() {
                    for k in j + 1..layer.len() {
                        match [layer[i], layer[j], layer[k]] {
                            [true, true, false] | [false, true, true] => peak += 1.0,
                            [true, false, true] => dip += 1.0,
                            _ => {}
                        }
                    }
                }
            }
            let of_layer = match () {
                () if given == 1.0 => 1.0,
                () if given == answers => 0.0,
                () => {
                    let shape = ((answers - 2.0) * peak - (answers - 1.0) * dip) / ((answers - 2.0) * (peak + dip));
                    shape * (1.0 - (given - 1.0) / (answers - 1.0))
                }
            };
            agreement += of_layer * given * least as f64 / number;
            left.iter_mut().filter(|count| **count > 0).for_each(|count| *count -= least);
        }
        agreement
    }

    proptest! {
        #[test]
        fn laws(counts in prop::collection::vec(0usize..9, 3..9), times in 2usize..5) {
            let Some(found) = agreement(&counts) else { return Ok(()) };
            prop_assert!((found - by_layers(&counts)).abs() < 1e-9);
            prop_assert!((-1.0 - 1e-9..=1.0).contains(&found), "{found}");
            let backwards: Vec<usize> = counts.iter().rev().copied().collect();
            prop_assert!((found - agreement(&backwards).expect("as before")).abs() < 1e-9, "either end may come first");
            let more: Vec<usize> = counts.iter().map(|count| count * times).collect();
            prop_assert!((found - agreement(&more).expect("as before")).abs() < 1e-9, "only shares count");
        }

        #[test]
        fn diversity_is_what_two_draws_differ_by(counts in prop::collection::vec(0usize..9, 0..6)) {
            let answers: Vec<usize> = counts.iter().enumerate().flat_map(|(answer, &count)| vec![answer; count]).collect();
            let Some(found) = diversity(&counts) else { return Ok(()) };
            let pairs = answers.iter().flat_map(|a| answers.iter().map(move |b| (a, b)));
            let differ = pairs.filter(|(a, b)| a != b).count() as f64 / (answers.len() * answers.len()) as f64;
            prop_assert!((found - differ).abs() < 1e-9);
            prop_assert!((0.0..1.0).contains(&found));
        }
    }
}
