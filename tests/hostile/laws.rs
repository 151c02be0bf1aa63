//! Laws of whatever a command prints, whoever wrote the map.

use super::program::Outcome;
use super::well_formed::{acts, well_formed};

/// The formats that every view has.
pub const FORMATS: [&str; 6] = ["terminal", "markdown", "csv", "json", "html", "latex"];

/// Complains of the first law that the output of a command does not keep.
pub fn held(outcome: &Outcome, format: &str) -> Result<(), String> {
    for text in [&outcome.out, &outcome.err] {
        if let Some(found) = acts(text) {
            return Err(format!("prints {found:?}"));
        }
    }
    match outcome.status {
        2 if outcome.err.trim().is_empty() => Err("ends with 2 and says nothing".to_owned()),
        2 => Ok(()),
        _ => well_formed(&outcome.out, format),
    }
}
