//! Conclusions that rest on a statement by `because`, and theirs in turn.

use foldhash::{HashMap, HashMapExt};

use crate::model::select::Selection;
use crate::model::{Map, StatementId};

/// Counts what rests on statements, one question after another.
#[derive(Debug)]
pub struct Resting<'m> {
    map: &'m Map,
    selection: &'m Selection,
    /// For each statement the number of the last question that met it.
    met: Vec<u32>,
    question: u32,
    /// Numbers that were counted before.
    known: HashMap<StatementId, usize>,
}

impl<'m> Resting<'m> {
    /// More than these are not counted for one statement, so that asking for all of them stays linear.
    pub const MOST: usize = 1_000;

    /// By all reasons that whoever concludes gives, as far as the filter keeps them.
    pub fn new(map: &'m Map, selection: &'m Selection) -> Self {
        Resting { map, selection, met: vec![0; map.statements.len()], question: 0, known: HashMap::new() }
    }

    /// How many statements rest on one, itself apart; at most [`Resting::MOST`] are counted.
    pub fn on(&mut self, statement: StatementId) -> usize {
        if let Some(&known) = self.known.get(&statement) {
            return known;
        }
        let number = self.count(statement);
        self.known.insert(statement, number);
        number
    }

    fn count(&mut self, statement: StatementId) -> usize {
        self.question += 1;
        self.met[statement.index()] = self.question;
        let mut found = vec![statement];
        let mut next = 0;
        while let Some(&premise) = found.get(next) {
            for reason in self.map.reasons_using(premise).iter().map(|&id| &self.map.reasons[id]) {
                let met = &mut self.met[reason.conclusion.index()];
                if *met != self.question && self.selection.has_reason(reason) && self.map.is_given(reason) {
                    *met = self.question;
                    found.push(reason.conclusion);
                }
                if found.len() > Self::MOST {
                    return Self::MOST;
                }
            }
            next += 1;
        }
        found.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::dispute::resting::*;
    use crate::analysis::example::{map, whole};
    use crate::model::select::Filter;

    #[test]
    fn all_that_follows_is_counted_once() {
        let map = map("claim a: A.\n\nclaim b: B.\n  because: a\n\nclaim c: C.\n  because: a, b\n\n\
             claim d: D.\n  because (inferred): c\n\nclaim e: E.\n");
        let counts = |selection: &Selection| -> Vec<usize> {
            let mut resting = Resting::new(&map, selection);
            map.statements.ids().map(|id| resting.on(id)).collect()
        };
        assert_eq!(counts(&whole(&map)), [3, 2, 1, 0, 0]);
        let stated = Selection::new(&map, Filter { stated: true, ..Filter::default() });
        assert_eq!(counts(&stated), [2, 1, 0, 0, 0]);
    }

    #[test]
    fn of_a_long_chain_no_more_is_counted_than_need_be() {
        let mut text = "claim c0: C0.\n\n".to_owned();
        for index in 1..1_500 {
            text += &format!("claim c{index}: C{index}.\n  because: c{}\n\n", index - 1);
        }
        let map = map(&text);
        let selection = whole(&map);
        let mut resting = Resting::new(&map, &selection);
        let counts: Vec<usize> = map.statements.ids().map(|id| resting.on(id)).collect();
        assert_eq!((counts[0], counts[498], counts[499], counts[1_499]), (1_000, 1_000, 1_000, 0));
    }
}
