//! The worked examples of the paper, the formula of the paper letter for letter, and the laws.

use proptest::prelude::*;

use super::*;

const METRICS: [Metric; 3] = [Metric::Nominal, Metric::Ordinal, Metric::Interval];

/// Units of a table in which each line is an observer and `·` a gap.
fn units(table: &str) -> Vec<Vec<usize>> {
    let rows: Vec<Vec<Option<usize>>> =
        table.split('/').map(|row| row.split_whitespace().map(|word| word.parse().ok()).collect()).collect();
    (0..rows[0].len()).map(|unit| rows.iter().filter_map(|row| row[unit]).collect()).collect()
}

fn six_digits(value: Option<f64>) -> String {
    value.map_or("undefined".to_owned(), |value| format!("{value:.6}"))
}

#[test]
fn the_examples_of_the_paper() {
    let a = units("0 1 0 0 0 0 0 0 1 0 / 1 1 1 0 0 1 0 0 0 0");
    assert_eq!(six_digits(Alpha::new(&a, Metric::Nominal).value()), "0.095238");
    let c =
        units("1 2 3 3 2 1 4 1 2 · · · / 1 2 3 3 2 2 4 1 2 5 · 3 / · 3 3 3 2 3 4 2 2 5 1 · / 1 2 3 3 2 4 4 1 2 5 1 ·");
    let found = METRICS.map(|metric| six_digits(Alpha::new(&c, metric).value()));
    assert_eq!(found, ["0.743421", "0.815388", "0.849107"]);
    let all = Alpha::new(&c, Metric::Nominal);
    assert_eq!((all.units, all.values), (11, 40), "the unit that only one observer saw is left out");
}

#[test]
fn four_authors_on_a_scale() {
    // −2..2 as 0..4.
    let toy = units("4 3 1 2 4 · / 3 3 0 2 3 1 / 0 1 4 3 · 4 / 4 2 2 · 4 0");
    assert_eq!(six_digits(Alpha::new(&toy, Metric::Ordinal).value()), "-0.026390");
}

#[test]
fn without_anything_to_differ_it_is_undefined() {
    let none: [Vec<usize>; 0] = [];
    for metric in METRICS {
        assert_eq!(Alpha::new(&none, metric).value(), None);
        assert_eq!(Alpha::new(&[vec![1], vec![2]], metric).value(), None, "nothing to hold against anything");
        let one = Alpha::new(&[vec![3, 3], vec![3, 3]], metric);
        assert_eq!((one.value(), one.of_unit(&[3, 3])), (None, None), "chance could not have done otherwise");
        assert_eq!(Alpha::new(&[vec![1, 1], vec![2, 2]], metric).value(), Some(1.0));
    }
}

/// The paper's formula: every ordered pair of values, one after the other.
fn by_pairs(units: &[Vec<usize>], metric: Metric) -> Option<f64> {
    let pairable: Vec<&Vec<usize>> = units.iter().filter(|unit| unit.len() > 1).collect();
    let all: Vec<usize> = pairable.iter().flat_map(|unit| unit.iter().copied()).collect();
    let number_of = |category: usize| all.iter().filter(|&&value| value == category).count() as f64;
    let difference = |a: usize, b: usize| match metric {
        Metric::Nominal => f64::from(u8::from(a != b)),
        Metric::Interval => (a as f64 - b as f64).powi(2),
        Metric::Ordinal => {
            let (low, high) = (a.min(b), a.max(b));
            let between: f64 = (low..=high).map(number_of).sum();
            (between - f64::midpoint(number_of(low), number_of(high))).powi(2)
        }
    };
    let among = |values: &[usize]| -> f64 {
        let pairs = (0..values.len()).flat_map(|i| (0..values.len()).map(move |j| (i, j))).filter(|(i, j)| i != j);
        pairs.map(|(i, j)| difference(values[i], values[j])).sum()
    };
    let observed: f64 = pairable.iter().map(|unit| among(unit) / (unit.len() as f64 - 1.0)).sum();
    let expected = among(&all) / (all.len() as f64 - 1.0);
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        _ => a == b,
    }
}

fn some_units() -> impl Strategy<Value = Vec<Vec<usize>>> {
    prop::collection::vec(prop::collection::vec(0usize..5, 0..5), 0..12)
}

proptest! {
    #[test]
    fn it_is_what_the_formula_says(units in some_units()) {
        for metric in METRICS {
            let alpha = Alpha::new(&units, metric);
            prop_assert!(near(alpha.value(), by_pairs(&units, metric)), "{metric:?} {:?}", alpha.value());
        }
    }

    #[test]
    fn it_is_the_mean_of_its_units(units in some_units()) {
        for metric in METRICS {
            let alpha = Alpha::new(&units, metric);
            let parts = units.iter().filter_map(|unit| Some(unit.len() as f64 * alpha.of_unit(unit)?));
            let mean = parts.sum::<f64>() / alpha.values as f64;
            prop_assert!(near(alpha.value(), alpha.value().map(|_| mean)));
        }
    }

    #[test]
    fn neither_order_nor_what_nobody_says_matters(mut units in some_units()) {
        let before = METRICS.map(|metric| Alpha::new(&units, metric).value());
        units.reverse();
        for unit in &mut units {
            unit.reverse();
        }
        units.push(Vec::new());
        units.push(vec![4]);
        let after = METRICS.map(|metric| Alpha::new(&units, metric).value());
        prop_assert!(before.iter().zip(after).all(|(&before, after)| near(before, after)));
        prop_assert!(after.iter().flatten().all(|&alpha| alpha <= 1.0));
    }

    #[test]
    fn of_names_only_sameness_counts_and_of_ranks_only_order(units in some_units()) {
        let renamed: Vec<Vec<usize>> = units.iter().map(|unit| unit.iter().map(|&it| (it * 3 + 1) % 5).collect()).collect();
        prop_assert!(near(
            Alpha::new(&units, Metric::Nominal).value(),
            Alpha::new(&renamed, Metric::Nominal).value(),
        ));
        let stretched: Vec<Vec<usize>> = units.iter().map(|unit| unit.iter().map(|&it| it * it + 7).collect()).collect();
        prop_assert!(near(
            Alpha::new(&units, Metric::Ordinal).value(),
            Alpha::new(&stretched, Metric::Ordinal).value(),
        ));
    }
}
