//! The crux of a quarrel in words that a debater can use, with the passages on both sides.

use serde_json::{Value, json};

use crate::analysis::dispute::agreement::Verdict;
use crate::analysis::dispute::crux::{Contested, Crux, MOST, Sought};
use crate::model::{Map, RelationId, RelationKind, StatementId};
use crate::page::{Block, Mark, Node, Runs};
use crate::view::wording::named;
use crate::view::wording::named::denial;
use crate::view::wording::naming::{Subject, holding, range_name};
use crate::view::wording::passage::passage;

/// More attacks than these on one statement are counted, not told.
const TOLD: usize = 5;

/// Cruxes of one pair: a sentence for each, and below it the passages.
pub fn blocks(map: &Map, verdict: Verdict, sought: &[Sought], names: [Subject<'_>; 2]) -> Vec<Block> {
    let lead = if verdict == Verdict::Conditional { "Crux, the condition apart:" } else { "Crux:" };
    sought.iter().flat_map(|sought| one(map, sought, lead, names)).collect()
}

fn one(map: &Map, sought: &Sought, lead: &str, names: [Subject<'_>; 2]) -> Vec<Block> {
    let none = |what: &str, why: &str| vec![Block::Prose(Runs::new().with(Mark::Strong, what).with(Mark::Plain, why))];
    match sought {
        Sought::Found(crux) => {
            let is_one = crux.contested.len() == 1;
            let mut nodes: Vec<Node> =
                crux.contested.iter().map(|contested| passages(map, contested, !is_one)).collect();
            let side = names[crux.side].title;
            for node in &mut nodes {
                let position = range_name(map, crux.held);
                node.value["crux"] = json!({ "side": side, "for": crux.is_for, "position": position });
            }
            vec![Block::Prose(sentence(map, crux, lead, names)), Block::Tree(nodes)]
        }
        Sought::None => {
            none("No crux in this map:", " whatever falls of what they contest, each keeps something for its position.")
        }
        Sought::BeyondLimit => none(
            "Crux not found within the limit:",
            &format!(" it takes more than {MOST} statements, or more search than is done here."),
        ),
    }
}

/// `Crux: whether this stands: X. If it falls, Ann has nothing left for roads; Bob attacks it by: Y.`
fn sentence(map: &Map, crux: &Crux, lead: &str, names: [Subject<'_>; 2]) -> Runs {
    let mut runs = Runs::new().with(Mark::Strong, lead);
    match crux.contested.as_slice() {
        [Contested { statement, attacks }] => {
            let (how, otherwise) = if is_granted(map, attacks) { (" as a reason", "does not") } else { ("", "falls") };
            runs.push(Mark::Plain, format!(" whether this stands{how}: {}", text(map, *statement)));
            runs.push(Mark::Plain, format!(" If it {otherwise}, "));
        }
        all => runs.push(Mark::Plain, several(map, all)),
    }
    runs.push(Mark::Plain, format!("{} nothing left ", names[crux.side].does("has", "have")));
    if crux.is_for {
        runs.push(Mark::For, format!("{} ", holding(crux.held)));
    } else {
        runs.push(Mark::Against, "against ");
    }
    runs.append(named::range(map, crux.held));
    if let [Contested { attacks, .. }] = crux.contested.as_slice() {
        let other = names[1 - crux.side];
        let attacks_it =
            if is_granted(map, attacks) { other.does("denies", "deny") } else { other.does("attacks", "attack") };
        runs.push(Mark::Plain, format!("; {attacks_it} it by: "));
        for (index, attack) in attacks.iter().take(TOLD).enumerate() {
            runs.push(Mark::Plain, if index > 0 { " And by: " } else { "" });
            runs.push(Mark::Plain, text(map, map.relations[*attack].from));
        }
        let more = attacks.len().saturating_sub(TOLD);
        runs.push(Mark::Plain, if more > 0 { format!(" And by {more} more.") } else { String::new() });
        return runs;
    }
    runs.with(Mark::Plain, ".")
}

/// ` whether these two stand, one of them as a reason. If neither does, `
fn several(map: &Map, all: &[Contested]) -> String {
    let granted = all.iter().filter(|contested| is_granted(map, &contested.attacks)).count();
    let how = match granted {
        0 => String::new(),
        _ if granted == all.len() => " as reasons".to_owned(),
        1 => ", one of them as a reason".to_owned(),
        _ => format!(", {granted} of them as reasons"),
    };
    let (number, fall, fail) = match all.len() {
        2 => ("two".to_owned(), "both fall", "neither does"),
        number => (number.to_string(), "all of them fall", "none of them does"),
    };
    format!(" whether these {number} stand{how}. If {}, ", if granted == 0 { fall } else { fail })
}

/// Whether nobody attacks the statement itself: who only denies a step grants it.
fn is_granted(map: &Map, attacks: &[RelationId]) -> bool {
    attacks.iter().all(|&id| map.relations[id].kind == RelationKind::Undercuts)
}

/// A statement as a sentence of its own.
fn text(map: &Map, statement: StatementId) -> String {
    let text = map.text(map.statements[statement].text);
    if text.ends_with(|last: char| last.is_alphanumeric()) { format!("{text}.") } else { text.into_owned() }
}

/// A contested statement with its passages, and below it those of its attacks.
fn passages(map: &Map, contested: &Contested, with_text: bool) -> Node {
    let mut node = passage(map, contested.statement, Runs::new(), with_text);
    let told = contested.attacks.iter().take(TOLD);
    node.children.extend(told.map(|&id| attack(map, id, contested.statement, with_text)));
    let more = contested.attacks.len().saturating_sub(TOLD);
    if more > 0 {
        node.children.push(Node {
            runs: Runs::new().with(Mark::Faint, format!("… and {more} more")),
            value: Value::Null,
            details: Vec::new(),
            children: Vec::new(),
        });
    }
    node
}

/// `NAME is against it`, with the words of who says so.
fn attack(map: &Map, id: RelationId, on: StatementId, with_text: bool) -> Node {
    let relation = &map.relations[id];
    let how = match relation.kind {
        RelationKind::Undercuts => denial(map, relation).joined(named::statement(map, relation.to)),
        _ if relation.to == on => Runs::new().with(Mark::Against, "is against it"),
        _ => Runs::new().with(Mark::Against, "is against ").joined(named::statement(map, relation.to)),
    };
    let how = how.with(Mark::Inferred, if relation.inferred { " (inferred)" } else { "" });
    let mut node = passage(map, relation.from, how, with_text);
    node.value["attack"] = json!({
        "kind": if relation.kind == RelationKind::Undercuts { "undercuts" } else { "against" },
        "on": map.statement_name(relation.to),
        "inferred": relation.inferred,
    });
    node
}
