//! Which changes a reader asked for: those of what is selected in the old version or in the new.

use crate::analysis::change::{Both, Change, Thing, Versions, What};
use crate::model::Map;
use crate::model::select::{Filter, Selection};
use crate::view::wording::omitted;

/// Whether a change is kept.
pub fn keeps(versions: Versions, selected: [&Selection; 2], change: &Change) -> bool {
    let sides = [(versions.old, selected[0], 0), (versions.new, selected[1], 1)];
    sides.into_iter().any(|(map, selection, side)| {
        let thing = pick(change.thing, side);
        thing.is_some_and(|thing| keeps_thing(map, selection, thing) && keeps_clause(map, selection, change.what, side))
    })
}

/// Value of one side.
fn pick<T>(both: Both<T>, side: usize) -> Option<T> {
    if side == 0 { both.old } else { both.new }
}

fn keeps_thing(map: &Map, selection: &Selection, thing: Thing) -> bool {
    let Filter { authors, sources, issues, positions, .. } = &selection.filter;
    match thing {
        Thing::Statement(id) => selection.has_statement(id),
        _ if omitted::options(&selection.filter).is_empty() => true,
        // Where something is asked for, what is not a statement is kept if it is that.
        Thing::Author(id) => authors.contains(&id),
        Thing::Source(id) => sources.contains(&id),
        Thing::Issue(id) => issues.contains(&id),
        Thing::Position(id) => positions.contains(&id) || issues.contains(&map.positions[id].issue),
        Thing::Term(_) => false,
    }
}

/// Whether a clause is kept, as far as this side has it.
fn keeps_clause(map: &Map, selection: &Selection, what: What, side: usize) -> bool {
    let stated = selection.filter.stated;
    match what {
        What::Stance(both) => pick(both, side).is_some_and(|id| selection.has_stance(id)),
        What::Reason(both) => pick(both, side).is_some_and(|id| selection.has_reason(&map.reasons[id])),
        What::Relation(both) => pick(both, side).is_some_and(|id| selection.has_relation(&map.relations[id])),
        What::Definition(both) => pick(both, side).is_some_and(|id| !(stated && map.definitions[id].inferred)),
        _ => true,
    }
}
