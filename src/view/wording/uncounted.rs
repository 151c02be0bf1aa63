//! Whatever leaves a figure, by name: who speaks to a question and takes no plain side, and who enters though some set a condition.

use super::called::{column_said, issue_short};
use super::camp;
use super::stance_word::some_on_condition;
use crate::page::{Block, Mark, Runs};
use crate::study::{PositionTable, Study};
use crate::text::list::and;

/// So many are named for each cause.
const NAMED: usize = 6;

/// The names under a heading, by cause; nothing where everybody who speaks is counted, and nobody sets a condition.
pub fn section(study: &Study<'_>, table: &PositionTable<'_>) -> Vec<Block> {
    let [outside, partly] = causes(study, table);
    let mut blocks = Vec::new();
    for (title, causes) in [
        ("Not counted, because they take no plain side", outside),
        ("Counted by what the others of a column say", partly),
    ] {
        if !causes.is_empty() {
            blocks.push(Block::Heading { level: 2, runs: title.into() });
            blocks.push(Block::List(causes.into_iter().map(sentence).collect()));
        }
    }
    blocks
}

/// Cause with all who have it.
type Cause = (&'static str, Vec<String>);

/// Those who speak to a question and are not counted; and those who are, though some of the people in their column set a condition.
fn causes(study: &Study<'_>, table: &PositionTable<'_>) -> [Vec<Cause>; 2] {
    let map = study.map;
    let mut causes: [Vec<Cause>; 2] = [Vec::new(), Vec::new()];
    let mut add = |kind: usize, cause: &'static str, told: String| match causes[kind]
        .iter_mut()
        .find(|(known, _)| *known == cause)
    {
        Some((_, all)) if all.contains(&told) => {}
        Some((_, all)) => all.push(told),
        None => causes[kind].push((cause, vec![told])),
    };
    let name = |column: usize| column_said(map, study.short(), table.columns(), column);
    for division in &table.divisions().issues {
        let issue = issue_short(map, division.issue);
        for of in &division.camps {
            if let Some(cause) = camp::outside(&of.side) {
                add(0, cause, format!("{} on {issue}", and(of.members.iter().map(|member| name(member.column)))));
                continue;
            }
            for member in &of.members {
                let stand = table.positions().stance(division.issue, member.column);
                if let Some(some) = some_on_condition(map, study.short(), &stand.latest()) {
                    add(1, "Some only on a condition", format!("{some} of {} on {issue}", name(member.column)));
                }
            }
        }
    }
    causes
}

fn sentence((cause, mut all): Cause) -> Runs {
    let more = all.len().saturating_sub(NAMED);
    all.truncate(NAMED);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    Runs::new().with(Mark::Strong, cause).with(Mark::Plain, format!(": {}{more}", all.join("; ")))
}
