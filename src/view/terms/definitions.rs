//! Definitions of a term, side by side, with the words in which two that are close differ.

use foldhash::HashMap;

use crate::analysis::table::column::Columns;
use crate::analysis::usage::Usage;
use crate::model::{Definition, Id, Map};
use crate::page::{Block, Mark, Node, Runs, Side};
use crate::view::compare::difference::difference;
use crate::view::wording::named;
use crate::view::wording::named::place;
use crate::view::wording::naming::{column_title, quotation, statement_value};

/// More definitions than these are not held against each other word by word.
const COMPARED: usize = 60;

/// A side for each column that defines the term, and whether words are marked anywhere.
pub fn sides(map: &Map, columns: &Columns, found: &[Usage]) -> (Vec<Side>, bool) {
    let reworded = reworded(map, found);
    let side = |usage: &Usage| {
        let nodes = usage.definitions.iter().map(|&id| node(map, id, reworded.get(&id))).collect();
        Side { heading: column_title(map, columns, usage.column).into(), blocks: vec![Block::Tree(nodes)] }
    };
    let sides = found.iter().filter(|usage| !usage.definitions.is_empty()).map(side).collect();
    (sides, !reworded.is_empty())
}

/// The definitions that are close to another, with the words marked that only one of the two has. Each is held against the
/// nearest before it, which is marked where it is not yet.
fn reworded(map: &Map, found: &[Usage]) -> HashMap<Id<Definition>, Runs> {
    let mut reworded = HashMap::default();
    let all: Vec<Id<Definition>> =
        found.iter().flat_map(|usage| usage.definitions.iter().copied()).take(COMPARED).collect();
    let text = |id: Id<Definition>| map.text(map.definitions[id].text);
    for (index, &later) in all.iter().enumerate() {
        let close = all[..index].iter().filter_map(|&id| Some((id, difference(&text(id), &text(later))?)));
        if let Some((earlier, found)) = close.max_by(|a, b| a.1.nearness.total_cmp(&b.1.nearness)) {
            reworded.entry(earlier).or_insert(found.one);
            reworded.insert(later, found.other);
        }
    }
    reworded
}

fn node(map: &Map, id: Id<Definition>, reworded: Option<&Runs>) -> Node {
    let definition = &map.definitions[id];
    let mut runs = match reworded {
        Some(marked) => marked.clone(),
        None => map.text(definition.text).into_owned().into(),
    };
    runs.push(Mark::Plain, " ");
    runs.append(named::statement(map, definition.statement));
    runs.push(Mark::Inferred, if definition.inferred { " (inferred)" } else { "" });
    let mut value = statement_value(map, definition.statement);
    value["defines"] = map.word(map.terms[definition.term].name).into();
    value["meaning"] = map.text(definition.text).into();
    value["inferred"] = definition.inferred.into();
    let mut details: Vec<Runs> = map.quotations_of(definition.statement).iter().map(|&id| quotation(map, id)).collect();
    details.push(place(map, definition.statement));
    Node { runs, value, details, children: Vec::new() }
}
