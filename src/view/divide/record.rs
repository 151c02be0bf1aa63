//! The divisions of all issues as one flat table.

use crate::analysis::comparison::division::{Division, Spread};
use crate::analysis::table::column::Columns;
use crate::model::{Issue, Map, PositionId};
use crate::page::{Field, Table};
use crate::view::wording::camp;

/// An issue, or one position of an open issue, with how far apart those are who speak to it.
struct Line<'m> {
    map: &'m Map,
    columns: &'m Columns,
    division: &'m Division,
    position: Option<PositionId>,
    spread: &'m Spread,
}

/// A row for each issue that anybody speaks to, and below an open one for each of its positions. What is undefined is null.
pub fn records(map: &Map, columns: &Columns, issues: &[Division]) -> Table {
    let lines = issues.iter().flat_map(|division| {
        let line = move |position, spread| Line { map, columns, division, position, spread };
        let of_positions = division.positions.iter().map(move |(at, spread)| line(Some(*at), spread));
        std::iter::once(line(None, &division.spread)).chain(of_positions)
    });
    Table::of_records("divisions", &fields(), lines)
}

fn fields<'m>() -> Vec<Field<Line<'m>>> {
    vec![
        Field::text("issue", |line: &Line<'_>| line.map.word(line.issue().name)),
        Field::text("question", |line: &Line<'_>| line.map.text(line.issue().question)),
        Field::text("answers", |line: &Line<'_>| line.issue().answers.word()),
        Field::text("position", |line: &Line<'_>| line.position.map(|position| line.map.position_name(position))),
        Field::number("division", |line: &Line<'_>| line.spread.division()),
        Field::number("apart", |line: &Line<'_>| Some(line.spread.apart())),
        Field::whole("pairs", |line: &Line<'_>| Some(line.spread.pairs)),
        Field::number("disagreement", |line: &Line<'_>| line.spread.disagreement()),
        Field::whole("n", |line: &Line<'_>| Some(line.spread.number)),
        Field::number("agreement", |line: &Line<'_>| line.spread.agreement),
        Field::number("polarization", |line: &Line<'_>| line.spread.polarization()),
        Field::number("alpha", |line: &Line<'_>| line.division.alpha.filter(|_| line.position.is_none())),
        Field::number("diversity", |line: &Line<'_>| line.spread.diversity),
        Field::texts("camps", |line: &Line<'_>| line.camps()),
    ]
}

impl Line<'_> {
    fn issue(&self) -> &Issue {
        &self.map.issues[self.division.issue]
    }

    /// The camps, one text each; of a position it is told with its issue.
    fn camps(&self) -> Vec<String> {
        if self.position.is_some() {
            return Vec::new();
        }
        self.division.camps.iter().map(|camp| camp::in_words(self.map, self.columns, camp)).collect()
    }
}
