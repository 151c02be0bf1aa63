//! Sets of changes as a product: one of these, and one of those, instead of every pair of them.

use super::edit::Edit;

/// Changes that have nothing to do with the others: one of these sets has to be made.
pub type Factor = Vec<Vec<Edit>>;

/// More different changes than these are not looked at.
const CHANGES: usize = 500;

/// The finest way to write all of these sets as a product, each in order and none twice; `None` where that is not shorter, or was not found.
///
/// Two changes are tied where not every way to make the one or not goes with every way to make the other. What is tied, directly or through
/// others, belongs to one factor in any product; whether that is enough is counted.
pub fn factors(sets: &[Vec<Edit>]) -> Option<Vec<Factor>> {
    let mut edits: Vec<Edit> = sets.iter().flatten().copied().collect();
    edits.sort_unstable();
    edits.dedup();
    let count = edits.len();
    if count > CHANGES {
        return None;
    }
    let place = |change: &Edit| edits.binary_search(change).expect("every change was collected");
    // How many sets have both.
    let mut both = vec![0usize; count * count];
    for set in sets {
        let places: Vec<usize> = set.iter().map(place).collect();
        for &one in &places {
            for &other in &places {
                both[one * count + other] += 1;
            }
        }
    }
    let mut factor: Vec<usize> = (0..count).collect();
    for one in 0..count {
        for other in 0..one {
            let (with_one, with_other) = (both[one * count + one], both[other * count + other]);
            let together = both[one * count + other];
            let without_both = sets.len() + together - with_one - with_other;
            let seen = [together, with_one - together, with_other - together, without_both];
            let ways = |with: usize| if with == sets.len() { 1 } else { 2 };
            if seen.iter().filter(|number| **number > 0).count() < ways(with_one) * ways(with_other) {
                let (from, to) = (factor[one].max(factor[other]), factor[one].min(factor[other]));
                factor.iter_mut().filter(|it| **it == from).for_each(|it| *it = to);
            }
        }
    }
    let mut first: Vec<usize> = factor.clone();
    first.sort_unstable();
    first.dedup();
    let of = |first: &usize| -> Factor {
        let part = |set: &Vec<Edit>| set.iter().copied().filter(|change| factor[place(change)] == *first).collect();
        let mut parts: Factor = sets.iter().map(part).collect();
        parts.sort();
        parts.dedup();
        parts
    };
    let factors: Vec<Factor> = first.iter().map(of).collect();
    let product = factors.iter().try_fold(1usize, |product, factor| product.checked_mul(factor.len()));
    let lines: usize = factors.iter().map(Vec::len).sum();
    (product == Some(sets.len()) && lines < sets.len()).then_some(factors)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::StatementId;
    use proptest::prelude::*;

    /// Every set that takes one part of each factor.
    fn product(factors: &[Factor]) -> Vec<Vec<Edit>> {
        let mut sets: Vec<Vec<Edit>> = vec![Vec::new()];
        for factor in factors {
            let with = |set: &Vec<Edit>| factor.iter().map(|part| [&set[..], part].concat()).collect::<Vec<_>>();
            sets = sets.iter().flat_map(with).collect();
        }
        for set in &mut sets {
            set.sort_unstable();
        }
        sets.sort();
        sets
    }

    fn change(number: usize) -> Edit {
        Edit::GiveUp(StatementId::new(number))
    }

    proptest! {
        /// Whatever was made of factors is written as factors no coarser than those, and what is written means the same.
        #[test]
        fn a_product_is_found_again(sizes in prop::collection::vec(1usize..5, 1..4), pairs in any::<bool>()) {
            let mut next = 0;
            let factors: Vec<Factor> = sizes.iter().map(|&size| {
                (0..size).map(|_| {
                    let part = (0..if pairs { 2 } else { 1 }).map(|of| change(next + of)).collect::<Vec<_>>();
                    next += part.len();
                    part
                }).collect()
            }).collect();
            let sets = product(&factors);
            match super::factors(&sets) {
                Some(found) => {
                    prop_assert_eq!(product(&found), sets);
                    prop_assert!(found.len() >= factors.len());
                }
                None => prop_assert!(sizes.iter().sum::<usize>() >= sets.len() || pairs),
            }
        }

        #[test]
        fn what_is_written_as_a_product_is_all_of_the_sets_and_no_other(
            sets in prop::collection::btree_set(prop::collection::btree_set(0usize..6, 1..4), 1..16),
        ) {
            let mut sets: Vec<Vec<Edit>> =
                sets.into_iter().map(|set| set.into_iter().map(change).collect()).collect();
            sets.sort();
            if let Some(found) = factors(&sets) {
                prop_assert_eq!(product(&found), sets);
            }
        }
    }
}
