//! Weights: how much somebody gives a statement before anything speaks for or against it.

use std::fmt;

/// A number from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight(f64);

impl Weight {
    /// Reads a decimal number such as `.85`, `0.85` or `1`; `None` where it is none, or none from 0 to 1.
    pub fn parse(text: &str) -> Option<Weight> {
        let is_decimal = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && !text.ends_with('.');
        let value: f64 = text.parse().ok().filter(|_| is_decimal)?;
        (0.0..=1.0).contains(&value).then_some(Weight(value))
    }

    /// The weight as a number from 0 to 1.
    pub fn value(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        formatter.write_str(if text.len() > 1 { text.trim_start_matches('0') } else { &text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_is_a_decimal_number_from_0_to_1() {
        for (text, shown) in
            [("0", "0"), ("1", "1"), ("1.0", "1"), (".85", ".85"), ("0.850", ".85"), ("00.5", ".5"), ("0.0", "0")]
        {
            assert_eq!(Weight::parse(text).map(|weight| weight.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in [
            "", ".", "1.", "1.01", "2", "-1", "-0", "+.5", "1e-1", "nan", "inf", ".5.", "0,5", "50%", "½", "．5", ". 5",
        ] {
            assert_eq!(Weight::parse(text), None, "{text}");
        }
    }
}
