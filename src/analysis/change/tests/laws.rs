//! Laws between any two versions: nothing changes by itself, all that was edited is found and nothing else, and read backwards it
//! is the same.

use proptest::prelude::*;

use super::made::{Draw, Model};
use super::{both_ways, sound};
use crate::model::Map;

/// A map of a model, laid out as the draw has it.
fn map(model: &Model, draw: &mut Draw) -> Map {
    let [first, second] = model.files(draw);
    sound(&[&first, &second])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// However it is laid out, ordered and cut into files, it is the same map.
    #[test]
    fn another_layout_changes_nothing(seed in any::<u64>(), statements in 0usize..30) {
        let mut draw = Draw(seed);
        let model = Model::new(&mut draw, statements);
        let (old, new) = (map(&model, &mut draw), map(&model, &mut draw));
        prop_assert_eq!(both_ways(&old, &new), Vec::<String>::new());
    }

    /// Every edit is reported, and nothing else is.
    #[test]
    fn what_was_edited_is_what_changed(seed in any::<u64>(), statements in 4usize..30, edits in 0usize..12) {
        let mut draw = Draw(seed);
        let old = Model::new(&mut draw, statements);
        let mut new = old.clone();
        for _ in 0..edits {
            // Of several edits of one statement some may undo each other: it is the outcome that counts.
            let at = draw.below(statements);
            new.edit(&mut draw, at);
        }
        if draw.below(2) == 0 {
            new.add(&mut draw);
        }
        let (before, after) = (map(&old, &mut draw), map(&new, &mut draw));
        let mut found = both_ways(&before, &after);
        found.sort();
        prop_assert_eq!(found, old.changed(&new));
    }
}
