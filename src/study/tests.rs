//! Facts of a study are computed once.

use crate::analysis::example::{scene, whole};
use crate::analysis::table::column::By;
use crate::study::*;

#[test]
fn what_is_asked_for_again_is_what_was_found_at_first() {
    let map = scene("@ann-2015\n\nclaim a: A.\n  holds act: yes\n\n@bob-2015\n\nclaim b: B.\n  holds act: no\n");
    let selection = whole(&map);
    let study = Study::new(&map, &selection);
    assert!(std::ptr::eq(study.outcome(), study.outcome()));
    assert!(std::ptr::eq(study.grounds(), study.grounds()));
    assert!(std::ptr::eq(study.counts(), study.counts()));
    assert!(std::ptr::eq(study.reported(), study.reported()));
    for (by, word, _) in By::WORDS {
        let table = study.table(*by);
        assert!(std::ptr::eq(table, study.table(*by)), "{word}");
        assert!(std::ptr::eq(table.positions(), table.positions()), "{word}");
        assert!(std::ptr::eq(table.addressed(), table.addressed()), "{word}");
    }
}
