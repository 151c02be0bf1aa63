//! Derived stances on a page: sentences that say what each comes from.

use crate::analysis::table::positions::IssueStance;
use crate::model::Map;
use crate::model::select::DerivedStance;
use crate::page::{Mark, Runs};

use super::named;
use super::naming::Subject;

/// More derived stances than these of one side are counted, not told.
const TOLD: usize = 12;

/// A line for each: `Derived: Ann speaks against a ground for roads: ann.x is against bob.y, which holds it.` The sentence also
/// says where the column holds that position by a stance of its own.
pub fn sentences(map: &Map, derived: &[DerivedStance], who: Subject<'_>, stand: &IssueStance<'_>) -> Vec<Runs> {
    let mut lines = Vec::new();
    for it in derived.iter().take(TOLD) {
        let attack = &map.relations[it.attack];
        let runs = Runs::new().with(Mark::Strong, "Derived:");
        let runs = runs.with(Mark::Plain, format!(" {} at least against a ground for ", who.does("speaks", "speak")));
        let mut runs = runs.joined(named::position(map, it.position)).with(Mark::Plain, ": ");
        runs = runs.joined(named::statement(map, attack.from)).with(Mark::Against, " is against ");
        runs.append(named::statement(map, attack.to));
        runs.push(Mark::Inferred, if attack.inferred { " (inferred)" } else { "" });
        runs.push(Mark::Plain, ", which holds it.");
        if stand.on(it.position).is_some_and(|cell| cell.held) {
            let holds = runs.with(Mark::Plain, format!(" Yet {} for ", who.does("is", "are")));
            runs = holds.joined(named::position(map, it.position)).with(Mark::Plain, ".");
        }
        lines.push(runs);
    }
    if derived.len() > TOLD {
        let more = derived.len() - TOLD;
        lines.push(
            Runs::new().with(Mark::Strong, "Derived:").with(Mark::Plain, format!(" {more} more of {}.", who.title)),
        );
    }
    lines
}
