//! Figures: how a measure is written for a person, and for programs.

use serde_json::Value;

use crate::page::{Cell, Mark, Runs};

/// A number to so many decimals. What lies in the middle between two goes away from zero, as people round: .3125 is .313.
///
/// A computer's numbers are fractions of two: few middles are hit exactly, and sums miss them by their last digits. So what is
/// nearer to a middle than the twelfth digit counts as one.
pub fn rounded(value: f64, decimals: usize) -> String {
    let hair = 1e-12 * value.abs().max(1.0);
    format!("{:.decimals$}", value + hair.copysign(value))
}

/// A figure as a person reads it: three decimals, and a point without a zero before it.
pub fn figure(value: f64) -> String {
    let text = rounded(value, 3).replace('-', "−");
    match text.trim_start_matches('−') {
        "0.000" => "0".to_owned(),
        _ => text.replacen("0.", ".", usize::from(value.abs() < 1.0)),
    }
}

/// A cell with a figure, in full for programs; a dash where it is undefined, or says nothing of this row.
pub fn cell(value: Option<f64>) -> Cell {
    match value {
        Some(value) => Cell::new(figure(value), value),
        None => Cell::new(Runs::new().with(Mark::Faint, "–"), Value::Null),
    }
}

/// A line that says what a figure is.
pub fn definition(name: &str, text: &str) -> Runs {
    Runs::new().with(Mark::Strong, name).with(Mark::Plain, format!("  {text}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::view::wording::figure::*;

    #[test]
    fn figures_are_short_and_have_a_true_minus() {
        let cases = [
            (0.8500, ".850"),
            (-0.02639, "−.026"),
            (1.0, "1.000"),
            (0.9999, "1.000"),
            (0.3125, ".313"),
            (-1.0625, "−1.063"),
            (1.0005, "1.001"),
            (1_024.312_5, "1024.313"),
            (10.05, "10.050"),
            (0.0, "0"),
            (-0.0001, "0"),
        ];
        for (value, expected) in cases {
            assert_eq!(figure(value), expected);
        }
    }

    proptest! {
        #[test]
        fn a_fraction_is_rounded_as_by_hand(over in -200_000_i64..200_000, under in 1_i64..2_000, decimals in 0_u32..4) {
            // Twice as many of the last digit's units, and one more: half of that is the nearest, a middle the farther.
            let units = (2 * over.abs() * 10_i64.pow(decimals) + under) / (2 * under);
            let [whole, rest] = [units / 10_i64.pow(decimals), units % 10_i64.pow(decimals)];
            let (sign, places) = (if over < 0 { "-" } else { "" }, decimals as usize);
            let by_hand = if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0places$}") };
            let value = over as f64 / under as f64;
            prop_assert_eq!(rounded(value, places), by_hand.clone());
            // Neither does it matter in how many steps the value was found.
            let in_steps = 1.0 - (under - over) as f64 / under as f64;
            prop_assert_eq!(figure(in_steps), figure(value));
        }
    }
}
