//! Kendall's τ-b: whether two put the same things higher and lower.

/// τ-b over what two gave a rank each, after Kendall, *The Treatment of Ties in Ranking Problems* (1945): of all pairs of
/// things, those that both order alike less those that they order oppositely, divided by the geometric mean of how many
/// each orders at all. From −1 to 1; undefined where one orders nothing.
pub fn tau_b(pairs: &[[usize; 2]]) -> Option<f64> {
    let mut pairs = pairs.to_vec();
    pairs.sort_unstable();
    let of_two = |number: usize| (number as u64) * (number as u64).saturating_sub(1) / 2;
    let tied = |sorted: &[[usize; 2]], side: usize| -> u64 {
        sorted.chunk_by(|a, b| a[side] == b[side]).map(|tie| of_two(tie.len())).sum()
    };
    let all = of_two(pairs.len());
    let first = all - tied(&pairs, 0);
    let alike = pairs.chunk_by(|a, b| a == b).map(|tie| of_two(tie.len())).sum::<u64>();

    // How many come behind something that the second puts higher: the number of pairs ordered oppositely.
    let mut ranks: Vec<usize> = pairs.iter().map(|pair| pair[1]).collect();
    ranks.sort_unstable();
    let second = all - ranks.chunk_by(|a, b| a == b).map(|tie| of_two(tie.len())).sum::<u64>();
    ranks.dedup();
    let mut before = vec![0u64; ranks.len() + 1];
    let mut opposite = 0;
    for tie in pairs.chunk_by(|a, b| a[0] == b[0]) {
        for pair in tie {
            opposite += higher(&before, 1 + ranks.partition_point(|&rank| rank < pair[1]));
        }
        for pair in tie {
            add(&mut before, 1 + ranks.partition_point(|&rank| rank < pair[1]));
        }
    }
    let ordered_by_both = first + second + alike - all;
    let score = ordered_by_both as f64 - 2.0 * opposite as f64;
    (first > 0 && second > 0).then(|| score / (first as f64 * second as f64).sqrt())
}

/// Counts one thing at a rank, from 1, in a Fenwick tree; its first element counts everything.
fn add(tree: &mut [u64], mut rank: usize) {
    tree[0] += 1;
    while rank < tree.len() {
        tree[rank] += 1;
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
        fn it_is_its_definition(pairs in prop::collection::vec([0..5usize, 0..7usize], 0..40)) {
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
