//! Jaccard's overlap: how much of what either of two has, both have.

/// Of two sets, how much they have in common (Jaccard 1901).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jaccard {
    /// How many things are in both.
    pub both: usize,
    /// How many are in either: the n.
    pub either: usize,
}

impl Jaccard {
    /// Of two sets, each in order and without repetition.
    pub fn new<T: Ord>(a: &[T], b: &[T]) -> Jaccard {
        let (mut both, mut rest) = (0, b.iter().peekable());
        for thing in a {
            while rest.next_if(|other| *other < thing).is_some() {}
            both += usize::from(rest.peek() == Some(&thing));
        }
        Jaccard { both, either: a.len() + b.len() - both }
    }

    /// Of two sets of numbers below some bound, with a bit for each number.
    pub fn of_bits(a: &[u64], b: &[u64]) -> Jaccard {
        let count = |of: fn(u64, u64) -> u64| a.iter().zip(b).map(|(&x, &y)| of(x, y).count_ones() as usize).sum();
        Jaccard { both: count(|x, y| x & y), either: count(|x, y| x | y) }
    }

    /// From 0, nothing in common, to 1, the same. Undefined where both are empty.
    pub fn value(self) -> Option<f64> {
        (self.either > 0).then(|| self.both as f64 / self.either as f64)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_of_nothing_is_undefined() {
        assert_eq!(Jaccard::new::<u8>(&[], &[]).value(), None);
        assert_eq!(Jaccard::new(&[1], &[]).value(), Some(0.0));
        assert_eq!(Jaccard::new(&[1, 2, 5], &[2, 3, 5, 7]), Jaccard { both: 2, either: 5 });
    }

    proptest! {
        #[test]
        fn it_is_what_sets_say(a: BTreeSet<u8>, b: BTreeSet<u8>) {
            let [left, right]: [Vec<u8>; 2] = [&a, &b].map(|set| set.iter().copied().collect());
            let found = Jaccard::new(&left, &right);
            let expected = Jaccard { both: a.intersection(&b).count(), either: a.union(&b).count() };
            prop_assert_eq!(found, expected);
            prop_assert_eq!(found, Jaccard::new(&right, &left));
            let [one, other] = [&a, &b].map(|set| {
                let mut bits = [0u64; 4];
                for &thing in set {
                    bits[usize::from(thing / 64)] |= 1 << (thing % 64);
                }
                bits
            });
            prop_assert_eq!(found, Jaccard::of_bits(&one, &other));
            prop_assert!(Jaccard::new(&left, &left).value().is_none_or(|value| value == 1.0));
        }
    }
}
