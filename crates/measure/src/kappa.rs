//! Cohen's κ: how much more two observers agree than chance would have it, each keeping to their own habits.

use super::crossed::Crossed;

/// Of so many things that two observers put into a category each, how many they put into the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kappa {
    /// All of them: the n.
    pub number: usize,
    /// Those of one category.
    pub same: usize,
    /// How many pairs of any two of them would be of one category, out of n².
    by_chance: u128,
}

impl Kappa {
    /// Of the two categories of each thing.
    pub fn new(crossed: &Crossed) -> Kappa {
        let mut given = vec![[0u128; 2]; crossed.side()];
        let mut same = 0;
        for &([a, b], number) in &crossed.cells {
            given[a][0] += u128::from(number);
            given[b][1] += u128::from(number);
            same += if a == b { number } else { 0 };
        }
        Kappa {
            number: crossed.number() as usize,
            same: same as usize,
            by_chance: given.iter().map(|[a, b]| a * b).sum(),
        }
    }

    /// The share that is of one category, from 0 to 1. Undefined where there is nothing.
    pub fn share(&self) -> Option<f64> {
        (self.number > 0).then(|| self.same as f64 / self.number as f64)
    }

    /// (Po − Pe) / (1 − Pe): Po is the share that is the same, Pe the sum over the categories of the product of the shares
    /// in which each observer uses them (Cohen 1960). Undefined where both put everything into one category.
    pub fn value(&self) -> Option<f64> {
        let (number, same) = (self.number as u128, self.same as u128);
        let possible = number * number - self.by_chance;
        (possible > 0).then(|| (same as f64 * number as f64 - self.by_chance as f64) / possible as f64)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(pairs: &[[usize; 2]]) -> Kappa {
        Kappa::new(&Crossed::new(pairs))
    }

    fn table(cells: &[(usize, usize, usize)]) -> Vec<[usize; 2]> {
        cells.iter().flat_map(|&(a, b, times)| vec![[a, b]; times]).collect()
    }

    #[test]
    fn known_answers() {
        let kappa = of(&table(&[(0, 0, 20), (0, 1, 5), (1, 0, 10), (1, 1, 15)]));
        assert_eq!((kappa.number, kappa.same, kappa.share()), (50, 35, Some(0.7)));
        assert_eq!(kappa.value().map(|value| format!("{value:.6}")).as_deref(), Some("0.400000"));
        assert_eq!(of(&table(&[(0, 1, 3), (1, 0, 3)])).value(), Some(-1.0));
        assert_eq!(of(&table(&[(0, 0, 3), (1, 1, 2)])).value(), Some(1.0));
    }

    #[test]
    fn it_is_undefined_where_chance_could_not_have_done_otherwise() {
        assert_eq!((of(&[]).value(), of(&[]).share()), (None, None));
        assert_eq!(of(&table(&[(2, 2, 7)])).value(), None);
        assert_eq!(of(&table(&[(0, 1, 7)])).value(), Some(0.0));
    }

    /// Cohen's formula letter for letter.
    fn by_formula(pairs: &[[usize; 2]]) -> Option<f64> {
        let number = pairs.len() as f64;
        let share =
            |holds: &dyn Fn(&[usize; 2]) -> bool| pairs.iter().filter(|pair| holds(pair)).count() as f64 / number;
        let observed = share(&|[a, b]| a == b);
        let expected: f64 = (0..9).map(|of| share(&|[a, _]| *a == of) * share(&|[_, b]| *b == of)).sum();
        (number > 0.0 && expected < 1.0 - 1e-12).then(|| (observed - expected) / (1.0 - expected))
    }

    proptest! {
        #[test]
        fn laws(mut pairs in prop::collection::vec(prop::array::uniform2(0usize..4), 0..20)) {
            let value = of(&pairs).value();
            prop_assert_eq!(value.is_some(), by_formula(&pairs).is_some());
            if let (Some(value), Some(formula)) = (value, by_formula(&pairs)) {
                prop_assert!((value - formula).abs() < 1e-9);
                prop_assert!((-1.0..=1.0).contains(&value));
            }
            pairs.reverse();
            for pair in &mut pairs {
                pair.reverse();
            }
            prop_assert_eq!(of(&pairs).value(), value, "who is first and in which order does not matter");
        }
    }
}
