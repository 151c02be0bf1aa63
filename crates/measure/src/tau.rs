//! Kendall's τ-b: whether two put the same things higher and lower.

use super::crossed::Crossed;

/// τ-b over what two gave a rank each, after Kendall, *The Treatment of Ties in Ranking Problems* (1945): of all pairs of
/// things, those that both order alike less those that they order oppositely, divided by the geometric mean of how many
/// each orders at all. From −1 to 1; undefined where one orders nothing.
pub fn tau_b(crossed: &Crossed) -> Option<f64> {
    let cells = &crossed.cells;
    let of_two = |number: u64| number * number.saturating_sub(1) / 2;
    let all = of_two(crossed.number());
    let alike = cells.iter().map(|(_, number)| of_two(*number)).sum::<u64>();

    // How many come behind something that the second puts higher: the number of pairs ordered oppositely.
    let highest = cells.iter().map(|(pair, _)| pair[1]).max().map_or(0, |most| most + 1);
    let mut before = vec![0u64; highest + 1];
    let mut of_second = vec![0u64; highest];
    let (mut opposite, mut first) = (0, all);
    for tie in cells.chunk_by(|(a, _), (b, _)| a[0] == b[0]) {
        for ([_, rank], number) in tie {
            opposite += number * higher(&before, 1 + rank);
        }
        for ([_, rank], number) in tie {
            add(&mut before, 1 + rank, *number);
            of_second[*rank] += number;
        }
        first -= of_two(tie.iter().map(|(_, number)| number).sum());
    }
    let second = all - of_second.into_iter().map(of_two).sum::<u64>();
    let ordered_by_both = first + second + alike - all;
    let score = ordered_by_both as f64 - 2.0 * opposite as f64;
    (first > 0 && second > 0).then(|| score / (first as f64 * second as f64).sqrt())
}

/// Counts so many things at a rank, from 1, in a Fenwick tree; its first element counts everything.
fn add(tree: &mut [u64], mut rank: usize, number: u64) {
    tree[0] += number;
    while rank < tree.len() {
        tree[rank] += number;
        rank += rank & rank.wrapping_neg();
    }
}

/// How many stand at higher ranks.
fn higher(tree: &[u64], mut rank: usize) -> u64 {
    let mut number = tree[0];
    while rank > 0 {
        number -= tree[rank];
        rank -= rank & rank.wrapping_neg();
    }
    number
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tau_b(pairs: &[[usize; 2]]) -> Option<f64> {
        super::tau_b(&Crossed::new(pairs))
    }

    /// The definition, pair by pair.
    fn by_definition(pairs: &[[usize; 2]]) -> Option<f64> {
        let (mut score, mut ordered) = (0.0, [0.0f64; 2]);
        for (index, a) in pairs.iter().enumerate() {
            for b in &pairs[index + 1..] {
                let [x, y] = [0, 1].map(|side| (a[side] as i64 - b[side] as i64).signum());
                score += (x * y) as f64;
                ordered[0] += x.abs() as f64;
                ordered[1] += y.abs() as f64;
            }
        }
        (ordered[0] > 0.0 && ordered[1] > 0.0).then(|| score / (ordered[0] * ordered[1]).sqrt())
    }

    #[test]
    fn known_answers() {
        let toy = [[4, 3], [3, 3], [1, 0], [2, 2], [4, 3]];
        assert_eq!(tau_b(&toy).map(|value| format!("{value:.6}")).as_deref(), Some("0.881917"));
        assert_eq!(tau_b(&[[0, 5], [1, 3], [2, 1]]), Some(-1.0));
        assert_eq!(tau_b(&[]), None);
        assert_eq!(tau_b(&[[1, 1]]), None);
        assert_eq!(tau_b(&[[1, 1], [1, 2]]), None);
    }

    proptest! {
        #[test]
        fn it_is_its_definition(pairs in prop::collection::vec(prop_oneof![[0..5usize, 0..7usize], [0..50usize, 0..70usize]], 0..40)) {
            let (found, expected) = (tau_b(&pairs), by_definition(&pairs));
            prop_assert_eq!(found.is_some(), expected.is_some());
            if let (Some(found), Some(expected)) = (found, expected) {
                prop_assert!((found - expected).abs() < 1e-12);
                prop_assert!((-1.0 - 1e-12..=1.0 + 1e-12).contains(&found));
            }
            let turned: Vec<[usize; 2]> = pairs.iter().rev().map(|&[a, b]| [b, a]).collect();
            let other = tau_b(&turned);
            prop_assert!(found == other || (found.unwrap_or(2.0) - other.unwrap_or(2.0)).abs() < 1e-12);
            let itself: Vec<[usize; 2]> = pairs.iter().map(|&[a, _]| [a, a]).collect();
            prop_assert!(tau_b(&itself).is_none_or(|value| (value - 1.0).abs() < 1e-12));
        }
    }
}
