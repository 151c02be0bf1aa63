//! Questions that divide, with who stands where: names before figures.

use serde_json::json;

use crate::analysis::comparison::division::{Camp, Division};
use crate::model::{Answers, Map};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::study::{PositionTable, Study};
use crate::view::wording::camp::{self, Camps};
use crate::view::wording::naming::counted;
use crate::view::wording::{omitted, speech};

/// Of fewer than so many who take a side little follows: what divides them comes last.
const FEW: u64 = 3;
/// So many marks are drawn for the members of a camp.
const MARKS: usize = 30;
/// So many questions are shown of each kind.
const SHOWN: usize = 30;

/// Blocks of the page: the questions that divide, then those that do not.
pub(super) fn camps(page: &mut Page, study: &Study<'_>, table: &PositionTable<'_>, all: &[&Division], who: &str) {
    let map = study.map;
    let (divided, agreed): (Vec<&Division>, Vec<&Division>) =
        all.iter().copied().partition(|division| division.spread.apart() > 0.0);
    let text = match divided.len() {
        0 => format!("No question of {} divides the {who}.", all.len()),
        number => {
            let divide = if number == 1 { "divides" } else { "divide" };
            format!(
                "{number} of {} {divide} the {who}. One mark stands for each who takes a plain side.",
                counted(all.len(), "question")
            )
        }
    };
    page.push(Block::Prose(text.into()));
    let (many, few): (Vec<&Division>, Vec<&Division>) =
        divided.into_iter().partition(|division| division.spread.number as u64 >= FEW);
    let nodes = |of: &[&Division]| of.iter().take(SHOWN).map(|division| question(study, table, division)).collect();
    let is_alone = many.is_empty();
    if !is_alone {
        page.push(Block::Tree(nodes(&many)));
    }
    if !few.is_empty() {
        if !is_alone {
            page.push(Block::Heading { level: 2, runs: "Where only two take a side".into() });
        }
        page.push(Block::Tree(nodes(&few)));
    }
    let more = many.len().saturating_sub(SHOWN) + few.len().saturating_sub(SHOWN);
    if more > 0 {
        let text = format!("{} that divide: ", counted(more, "more question"));
        page.push(Block::Note(Runs::from(text).with(Mark::Name, "--figures").with(Mark::Plain, ".")));
    }
    page.blocks.extend(undivided(map, &agreed).into_iter().map(Block::Prose));
    let runs = Runs::from("Figures, and how they are made: ").with(Mark::Name, "divide --figures");
    page.push(Block::Note(runs.with(Mark::Plain, ".")));
}

/// A question with its camps, those that hold most first, and those last who take no plain side.
fn question(study: &Study<'_>, table: &PositionTable<'_>, division: &Division) -> Node {
    let map = study.map;
    let issue = &map.issues[division.issue];
    let mut camps: Vec<&Camp> = division.camps.iter().collect();
    let is_ordered = issue.answers == Answers::Scale;
    camps.sort_by_key(|of| {
        let outside = camp::outside(&of.side).is_some();
        (outside, if is_ordered { 0 } else { usize::MAX - of.members.len() })
    });
    let children = camps.into_iter().map(|of| {
        let mut runs = Camps { table, short: study.short() }.line(division.issue, of);
        if camp::outside(&of.side).is_none() {
            let marks = of.members.len().min(MARKS);
            runs.push(Mark::Faint, format!("  {}", "●".repeat(marks)));
        }
        Node { runs, value: json!(null), details: Vec::new(), children: Vec::new() }
    });
    let mut runs = Runs::new().with(Mark::Strong, map.text(issue.question).into_owned());
    runs.push(Mark::Faint, if is_ordered { "  (a scale)" } else { "" });
    let value = json!({ "issue": map.word(issue.name) });
    Node { runs, value, details: Vec::new(), children: children.collect() }
}

/// Questions that divide nobody: those on which all who take a side agree, and those whose answers can stand together.
fn undivided(map: &Map, agreed: &[&Division]) -> Vec<Runs> {
    let (open, same): (Vec<&Division>, Vec<&Division>) =
        agreed.iter().copied().partition(|division| map.issues[division.issue].answers == Answers::Open);
    let told = |of: &[&Division], what: &str| {
        let names = omitted::named(of.iter().map(|division| speech::issue(map, division.issue)));
        let runs = Runs::from(format!("{what} ({}): ", of.len())).joined(names);
        (!of.is_empty()).then_some(runs)
    };
    let same = told(&same, "All who take a side agree");
    same.into_iter().chain(told(&open, "All can be right, as the answers exclude nothing")).collect()
}
