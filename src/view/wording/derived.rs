//! Derived stances on a page: sentences that say what each comes from.

use crate::analysis::table::positions::IssueStance;
use crate::model::Map;
use crate::model::select::DerivedStance;
use crate::page::{Mark, Runs};

use super::naming::Subject;
use super::speech::{self, Speech};
use super::stance_word::INFERRED;

/// More derived stances than these of one side are counted, not told.
const TOLD: usize = 12;

/// A line for each: `Derived: Ann speaks against a ground for roads: Ann's “x” attacks Bob's “y”, which holds it.` The sentence also
/// says where the column holds that position by a stance of its own.
pub fn sentences(map: &Map, derived: &[DerivedStance], who: Subject<'_>, stand: &IssueStance<'_>) -> Vec<Runs> {
    let (mut lines, speech) = (Vec::new(), Speech::new(map));
    for it in derived.iter().take(TOLD) {
        let attack = &map.relations[it.attack];
        let runs = Runs::new().with(Mark::Strong, "Derived:");
        let runs = runs.with(Mark::Plain, format!(" {} at least against a ground for ", who.does("speaks", "speak")));
        let mut runs = runs.joined(speech::position(map, it.position)).with(Mark::Plain, ": ");
        runs = runs.joined(speech.statement(attack.from)).with(Mark::Against, " attacks");
        runs.push(Mark::Inferred, if attack.inferred { INFERRED } else { "" });
        runs = runs.with(Mark::Plain, " ").joined(speech.statement(attack.to)).with(Mark::Plain, ", which holds it.");
        if stand.on(it.position).is_some_and(|cell| cell.held) {
            let holds = runs.with(Mark::Plain, format!(" Yet {} for ", who.does("is", "are")));
            runs = holds.joined(speech::position(map, it.position)).with(Mark::Plain, ".");
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
