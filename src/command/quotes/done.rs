//! Words about what was done to quotations, beside the output.

use crate::command::outcome::say;

/// Says what was done, beside the output.
pub(super) fn done(parts: &[String]) {
    say(parts.join(", "));
}
