//! Figures: how a measure is written for a person, and for programs.

use serde_json::Value;

use crate::page::{Cell, Mark, Runs};

/// A figure as a person reads it: three decimals, and a point without a zero before it.
pub fn figure(value: f64) -> String {
    let text = format!("{value:.3}").replace('-', "−");
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
    use super::*;

    #[test]
    fn figures_are_short_and_have_a_true_minus() {
        let cases = [
            (0.8500, ".850"),
            (-0.02639, "−.026"),
            (1.0, "1.000"),
            (0.9999, "1.000"),
            (-1.0625, "−1.062"),
            (10.05, "10.050"),
            (0.0, "0"),
            (-0.0001, "0"),
        ];
        for (value, expected) in cases {
            assert_eq!(figure(value), expected);
        }
    }
}
