//! One difference between two coders: the two codes, with the statements and passages that each is taken from.

use crate::analysis::comparison::coders::{Coders, Unit};
use crate::page::{Block, Mark, Node, Runs, Side};
use crate::view::table::value::note_value;
use crate::view::wording::named::place;
use crate::view::wording::naming::quotation;
use crate::view::wording::speech;
use crate::view::wording::stance_said::stance_said;

use super::two::{Two, code, title};

/// A heading, and both sides below it.
pub fn blocks(two: &Two<'_>, coders: &Coders, unit: &Unit) -> [Block; 2] {
    let heading = Block::Heading { level: 2, runs: title(two, coders, unit) };
    [heading, Block::Sides([0, 1].map(|side| of_side(two, coders, unit, side)).into())]
}

fn of_side(two: &Two<'_>, coders: &Coders, unit: &Unit, side: usize) -> Side {
    let map = two.maps[side];
    let stances = coders.stances(unit, side);
    let node = |say: &crate::analysis::table::column_stance::ColumnStance| {
        let stance = &map.stances[say.stance];
        let runs = stance_said(map, say.stance).with(Mark::Plain, ": ");
        let runs = runs.joined(speech::text_leading(map, stance.statement));
        let mut details: Vec<Runs> = map.quotations_of(stance.statement).iter().map(|&id| quotation(map, id)).collect();
        details.push(place(map, stance.statement));
        Node { runs, value: note_value(map, say), details, children: Vec::new() }
    };
    let heading = Runs::from(format!("{}: ", two.names[side])).with(Mark::Strong, code(unit.codes[side]));
    let block = if stances.is_empty() {
        Block::Prose(Runs::new().with(Mark::Faint, "Nothing on this."))
    } else {
        Block::Tree(stances.iter().map(node).collect())
    };
    Side { heading, blocks: vec![block] }
}

/// The statements behind a coder's code, for programs: their names, and the passages that they quote.
pub fn in_words(two: &Two<'_>, coders: &Coders, unit: &Unit, side: usize) -> (Vec<String>, Vec<String>) {
    let map = two.maps[side];
    let mut statements: Vec<_> =
        coders.stances(unit, side).iter().map(|say| map.stances[say.stance].statement).collect();
    statements.dedup();
    let names = statements.iter().map(|&statement| map.statement_name(statement)).collect();
    let passages = statements.iter().flat_map(|&statement| map.quotations_of(statement));
    (names, passages.map(|&id| quotation(map, id).plain()).collect())
}
