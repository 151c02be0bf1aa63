//! Which grounds a column gives for what it says, as a set that can be held against another's.

use crate::model::select::Selection;
use crate::model::{Map, RelationKind, StatementId};

use super::support::SupportClosure;
use crate::analysis::table::class::Classes;
use crate::analysis::table::column::Columns;
use crate::analysis::table::ground::Grounds;

/// For each of these columns the grounds that lie under its statements, in order and none twice. A ground is known by the
/// first of all that say the same in other words or are evidence of the same fact.
pub fn given(map: &Map, selection: &Selection, columns: &Columns, who: &[usize]) -> Vec<Vec<StatementId>> {
    let stated = selection.filter.stated;
    let mut heads = vec![Vec::new(); columns.owners.len()];
    let mut places = Vec::new();
    // An anticipated objection is none of the author's grounds, and neither is what is given for it.
    let spoken = map.statements.iter().filter(|(id, what)| selection.has_statement(*id) && !what.anticipated);
    for (statement, _) in spoken {
        columns.of(map, statement, &mut places);
        places.iter().filter(|(_, reported)| !reported).for_each(|&(column, _)| heads[column].push(statement));
    }
    let grounds = Grounds::new(map, stated);
    let classes = Classes::of_kinds(map, &[RelationKind::Agrees, RelationKind::SameFact], stated);
    let set = |&column: &usize| {
        let support = SupportClosure::new(map, &grounds, columns, &heads[column]).grounds;
        let mut set: Vec<StatementId> = support.into_iter().map(|ground| classes.of(ground)).collect();
        set.sort_unstable();
        set.dedup();
        set
    };
    who.iter().map(set).collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::dispute::column_grounds::*;
    use crate::analysis::example::{scene, whole};
    use crate::analysis::table::column::By;

    #[test]
    fn what_says_the_same_or_shows_the_same_fact_is_one_ground() {
        let map = scene(
            "@ann-2015\n\nclaim a: A.\n  holds act: yes\n  because: cheap, quick\n\nclaim cheap: It is cheap.\n\n\
             claim quick: It is quick.\n\n\
             counterpoint but (anticipated): But.\n  against: a\n  because: dear\n\nclaim dear: It is dear.\n\n\
             @bob-2015\n\nclaim b: B.\n  holds act: no\n  because: low-cost\n\n\
             claim low-cost: It costs little.\n  agrees: ann-2015.cheap\n",
        );
        let columns = Columns::new(&map, By::Author, false);
        let sets = given(&map, &whole(&map), &columns, &[0, 1]);
        let names = |set: &Vec<StatementId>| set.iter().map(|&id| map.statement_name(id)).collect::<Vec<_>>();
        assert_eq!(names(&sets[0]), ["ann-2015.cheap", "ann-2015.quick"]);
        assert_eq!(names(&sets[1]), ["ann-2015.cheap"]);
    }
}
