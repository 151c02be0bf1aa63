//! Derived stances on a page: a line in a cell, a value for programs, and sentences that say what each comes from.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::analysis::table::positions::IssueStance;
use crate::model::select::DerivedStance;
use crate::model::{Map, PositionId, RelationId};
use crate::page::{Mark, Runs};

use super::named;
use super::naming::Subject;
use super::sign::{Legend, Sign};

/// More derived stances than these of one side are counted, not told.
const TOLD: usize = 12;

/// The attacks on grounds for each position, in the order of the map.
fn by_position(derived: &[DerivedStance]) -> BTreeMap<PositionId, Vec<RelationId>> {
    let mut found: BTreeMap<PositionId, Vec<RelationId>> = BTreeMap::new();
    for it in derived {
        found.entry(it.position).or_default().push(it.attack);
    }
    found
}

/// A line for each position whose grounds are attacked: `⊣ roads 2`; marked where all of it is inferred.
pub fn signs(map: &Map, derived: &[DerivedStance], only: Option<PositionId>, legend: &mut Legend) -> Vec<Runs> {
    let found = by_position(derived).into_iter().filter(|(position, _)| only.is_none_or(|only| only == *position));
    let line = |(position, attacks): (PositionId, Vec<RelationId>)| {
        legend.uses(Sign::Derived);
        let mut runs = Runs::new();
        if attacks.iter().all(|&attack| map.relations[attack].inferred) {
            legend.uses(Sign::Inferred);
            runs.push(Mark::Inferred, "~");
        }
        runs.push(Mark::Against, "⊣");
        if only.is_none() {
            runs = runs.with(Mark::Plain, " ").joined(named::position(map, position));
        }
        if attacks.len() > 1 {
            runs.push(Mark::Faint, format!(" {}", attacks.len()));
        }
        runs
    };
    found.map(line).collect()
}

/// The same in words: `derived: against a ground for roads (2)`.
pub fn words(map: &Map, derived: &[DerivedStance], only: Option<PositionId>) -> Option<String> {
    let found = by_position(derived).into_iter().filter(|(position, _)| only.is_none_or(|only| only == *position));
    let word = |(position, attacks): (PositionId, Vec<RelationId>)| {
        format!("derived: against a ground for {} ({})", map.position_name(position), attacks.len())
    };
    let words: Vec<String> = found.map(word).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// Each with what it comes from, for programs.
pub fn values(map: &Map, derived: &[DerivedStance], only: Option<PositionId>) -> Value {
    let asked = derived.iter().filter(|it| only.is_none_or(|only| only == it.position));
    let value = |it: &DerivedStance| {
        let attack = &map.relations[it.attack];
        json!({
            "position": map.position_name(it.position),
            "statement": map.statement_name(attack.from),
            "against": map.statement_name(attack.to),
            "inferred": attack.inferred,
        })
    };
    asked.map(value).collect()
}

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
