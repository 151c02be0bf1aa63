//! Maps of one issue and three authors.

const AUTHORS: &str = "author ann: Ann\nauthor kim: Kim\nauthor wes: Wes\n\n";
pub(super) const CHOICE: &str =
    "issue e: What happened?\n  position fell: F\n  position none: N\n  position rose: R\n\n";
pub(super) const SCALE: &str =
    "issue e: What happened?\n  answers: scale\n  position fell: F\n  position none: N\n  position rose: R\n\n";

/// A map of these sources: who wrote it, when, and its clause.
pub(super) fn text(issue: &str, sources: &[(&str, &str, &str)]) -> String {
    let mut text = format!("{AUTHORS}{issue}");
    for (number, (by, date, clause)) in sources.iter().enumerate() {
        text += &format!("source s{number}: S\n  by: {by}\n");
        text += &if date.is_empty() { String::new() } else { format!("  date: {date}\n") };
        text += &format!("\nclaim c: Claim {number}.\n  {clause}\n\n");
    }
    text
}
