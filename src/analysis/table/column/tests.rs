//! Columns: what an author said at one time, beside the rest.

use crate::analysis::example::scene;
use crate::analysis::table::column::*;
use crate::model::Period;

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
