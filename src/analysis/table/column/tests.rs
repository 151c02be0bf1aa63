//! Columns of authors at a time, and of sides.

use crate::analysis::example::scene;
use proptest::prelude::*;

use crate::analysis::table::column::*;
use crate::model::example::{LINES, map_of};
use crate::model::{Entity, Period};

#[test]
fn what_an_author_said_at_a_time_has_a_column_of_its_own() {
    let map = scene(
        "@ann-2015\n\nclaim a: A.\n\nclaim b: B.\n  date: 2016-05\n\n@ann-2017\n\nclaim c: C.\n\n@bob-2015\n\nclaim d: D.\n",
    );
    let Some(Entity::Author(ann)) = map.find("ann") else { panic!("she is in the scene") };
    let periods = ["2015", "..2016", "2016-06..", "2017", "..2016"];
    let dated = |text: &str| Actor::Dated(ann, Period::parse(text).expect("a period"));
    let columns = Columns::chosen(&map, &periods.map(dated), false);
    let mut places = Vec::new();
    let placed = |id| {
        columns.of(&map, id, &mut places);
        let columns = places.iter().map(|(column, _)| periods[*column]);
        format!("{} {}", map.own_name(id), columns.collect::<Vec<_>>().join(" "))
    };
    let placed: Vec<String> = map.statements.ids().map(placed).collect();
    assert_eq!(placed, ["a 2015 ..2016", "b ..2016", "c 2016-06.. 2017", "d "]);
    assert_eq!(columns.owners.len(), 4);
}

proptest! {
    #[test]
    fn a_side_of_one_author_is_that_author(picked in prop::collection::vec(0..LINES.len(), 0..60)) {
        let lines: String = picked.iter().flat_map(|&at| [LINES[at], "\n"]).collect();
        let (map, _) = map_of(&["author a: A\nsource z: Z\n  by: a\nclaim own: x\n", &lines, "side pro: P\n  authors: a\n"]);
        let (Some(Entity::Author(a)), Some(Entity::Side(pro))) = (map.find("a"), map.find("pro")) else { panic!() };
        for voices in [false, true] {
            let columns = Columns::chosen(&map, &[Actor::Author(a), Actor::Side(pro)], voices);
            prop_assert!(columns.is_one_mind(0) && columns.is_one_mind(1));
            let mut places = Vec::new();
            for id in map.statements.ids() {
                columns.of(&map, id, &mut places);
                let reported: Vec<bool> = places.iter().map(|(_, reported)| *reported).collect();
                prop_assert!(reported.is_empty() || reported.len() == 2 && reported[0] == reported[1]);
            }
        }
    }
}
