//! The position table as records: a row for each issue, position and column that speaks of it, with values of fixed lists.

use crate::analysis::table::derived::Derived;
use crate::analysis::table::group::Grouped;
use crate::analysis::table::spoken::{Part, Spoken, Turned};
use crate::model::select::DerivedStance;
use crate::model::{Attitude, AuthorId, IssueId, Map, PositionId};
use crate::page::{Field, TableOf};
use crate::study::{PositionTable, Study};
use crate::view::wording::called::{position_in_full, position_said};
use crate::view::wording::naming::{column_key, column_title};
use crate::view::wording::stance_word::{condition_words, way_value};

use super::on_issue::OnIssue;
use super::options::TableOptions;
use super::people::group_value;
use super::value::strength;

/// One thing that a column says: of a position, or of the issue as a whole.
struct Line<'m> {
    map: &'m Map,
    grouped: Grouped,
    key: String,
    name: String,
    position: Option<PositionId>,
    spoken: Option<Spoken>,
    /// The word for what is said of the issue as a whole.
    stance: &'static str,
    is_split: bool,
    /// The authors of a column who say it, where only some of those who share it do.
    said_by: Vec<String>,
    inferred: bool,
    statements: Vec<String>,
    status: Option<&'static str>,
}

impl<'m> Line<'m> {
    /// Of a column, with nothing said yet.
    fn new(of: &PositionTable<'m>, grouped: Grouped, column: usize) -> Self {
        Line {
            map: of.map,
            grouped,
            key: column_key(of.map, of.columns(), column),
            name: column_title(of.map, of.columns(), column),
            position: None,
            spoken: None,
            stance: "raises",
            is_split: false,
            said_by: Vec::new(),
            inferred: false,
            statements: Vec::new(),
            status: None,
        }
    }

    fn issue(&self) -> IssueId {
        self.grouped.issue
    }
}

/// The records of these issues and columns, those of an issue made when somebody looks at them; silence has none.
pub fn records<'s>(
    study: &'s Study<'_>,
    of: &'s PositionTable<'s>,
    derived: &'s Derived,
    grouped: Vec<Grouped>,
    columns: Vec<usize>,
    options: &TableOptions,
) -> TableOf<'s> {
    let outcome = options.standing.then(|| study.outcome());
    let mut is_shown = vec![false; of.columns().owners.len()];
    for &column in &columns {
        is_shown[column] = true;
    }
    TableOf::of_grouped_records("positions", fields(options), grouped.len(), move |at| {
        let on = OnIssue::new(of, grouped[at], false, outcome);
        let mut lines = lines(of, &on);
        for &column in &columns {
            lines.extend(self::derived(of, grouped[at], column, derived.on(grouped[at].issue, column)));
        }
        lines.retain(|(column, _)| is_shown[*column]);
        lines.into_iter().map(|(_, line)| line).collect()
    })
}

fn fields<'m>(options: &TableOptions) -> Vec<Field<Line<'m>>> {
    let by =
        crate::analysis::table::column::By::WORDS.iter().find(|(by, ..)| *by == options.by).map_or("author", |it| it.1);
    let spoken = |line: &Line<'_>| line.spoken.clone();
    let date = |line: &Line<'_>, wanted: fn(Turned) -> Option<crate::model::Date>| {
        line.spoken.as_ref().and_then(|it| it.turned).and_then(wanted).map(|date| date.to_string())
    };
    let mut fields = vec![
        Field::text("issue", |line: &Line<'_>| line.map.word(line.map.issues[line.issue()].name).to_owned()),
        Field::text("question", |line: &Line<'_>| line.map.text(line.map.issues[line.issue()].question).into_owned()),
        Field::text("group", |line: &Line<'_>| group_value(line.grouped.group)),
        Field::text("position", |line: &Line<'_>| {
            line.position.map(|position| line.map.position_name(position).to_owned())
        }),
        Field::text("position_text", |line: &Line<'_>| {
            line.position.map(|it| position_in_full(line.map, it).unwrap_or_else(|| position_said(line.map, it)))
        }),
        Field::text(by, |line: &Line<'_>| line.key.clone()),
        Field::text("name", |line: &Line<'_>| line.name.clone()),
        Field::text("stance", |line: &Line<'_>| line.stance),
        Field::text("part", |line: &Line<'_>| {
            line.spoken.as_ref().map(|it| match it.part {
                Part::Whole => "whole",
                Part::First => "first",
                Part::Between => "between",
                Part::Last => "last",
            })
        }),
        Field::text("strength", move |line: &Line<'_>| spoken(line).map(|it| strength(it.strength))),
        Field::text("condition", |line: &Line<'_>| line.spoken.as_ref().and_then(|it| condition_words(line.map, it))),
        Field::truth("inferred", |line: &Line<'_>| Some(line.inferred)),
        Field::truth("reported", |line: &Line<'_>| line.spoken.as_ref().map(|it| it.reported)),
        Field::texts("said_by", |line: &Line<'_>| line.said_by.clone()),
        Field::truth("split", |line: &Line<'_>| Some(line.is_split)),
        Field::text("since", move |line: &Line<'_>| {
            date(line, |it| if let Turned::Since(date) = it { Some(date) } else { None })
        }),
        Field::text("until", move |line: &Line<'_>| {
            date(line, |it| if let Turned::Until(date) = it { Some(date) } else { None })
        }),
        Field::texts("statements", |line: &Line<'_>| line.statements.clone()),
    ];
    if options.standing {
        fields.push(Field::text("standing", |line: &Line<'_>| line.status));
    }
    fields
}

/// Attacks of a column on reasons for positions, a line for each attack; it is no stance.
fn derived<'m>(
    of: &PositionTable<'m>,
    grouped: Grouped,
    column: usize,
    derived: &[DerivedStance],
) -> Vec<(usize, Line<'m>)> {
    let map = of.map;
    let line = |derived: &DerivedStance| {
        let attack = &map.relations[derived.attack];
        let line = Line {
            position: Some(derived.position),
            stance: "derived_against",
            inferred: attack.inferred,
            statements: vec![map.statement_name(attack.from)],
            ..Line::new(of, grouped, column)
        };
        (column, line)
    };
    derived.iter().map(line).collect()
}

/// The authors who say it by their names in the map, where only some of those who share a column do.
fn said_by(map: &Map, spoken: &Spoken) -> Vec<String> {
    let of_some = spoken.stances.iter().filter(|_| spoken.of_some);
    let mut authors: Vec<AuthorId> = of_some.flat_map(|say| map.authors_of(say.statement)).copied().collect();
    authors.sort_unstable();
    authors.dedup();
    authors.into_iter().map(|author| map.word(map.authors[author].name).to_owned()).collect()
}

/// The lines of an issue, each with its column: positions in their order, then what names none.
fn lines<'m>(of: &PositionTable<'m>, on: &OnIssue<'_>) -> Vec<(usize, Line<'m>)> {
    let map = of.map;
    let line = |column: usize| Line::new(of, on.grouped, column);
    let mut lines = Vec::new();
    for (position, said) in &on.taken {
        for said in said {
            for spoken in &said.spoken {
                let mut statements: Vec<String> =
                    spoken.stances.iter().map(|say| map.statement_name(say.statement)).collect();
                statements.dedup();
                lines.push((
                    said.column,
                    Line {
                        position: Some(*position),
                        stance: way_value(spoken.way),
                        is_split: said.is_split,
                        said_by: said_by(map, spoken),
                        inferred: spoken.inferred,
                        statements,
                        status: said.status.map(|status| crate::view::stand::why::word(Some(status))),
                        spoken: Some(spoken.clone()),
                        ..line(said.column)
                    },
                ));
            }
        }
    }
    for (column, stand) in &on.stands {
        let kinds = [("weighs", Attitude::Weighs), ("raises", Attitude::Raises)];
        let anticipated: Vec<_> = stand.stances.iter().filter(|say| say.anticipated).collect();
        let of_kind =
            |attitude: Attitude| stand.stances.iter().filter(move |say| say.attitude == attitude && !say.anticipated);
        let mut found: Vec<(&'static str, Vec<_>)> =
            kinds.iter().map(|(word, attitude)| (*word, of_kind(*attitude).collect())).collect();
        found.push(("anticipates", anticipated));
        for (stance, stances) in found.into_iter().filter(|(_, stances)| !stances.is_empty()) {
            let mut statements: Vec<String> = stances.iter().map(|say| map.statement_name(say.statement)).collect();
            statements.dedup();
            let inferred = stances.iter().all(|say| say.inferred);
            lines.push((*column, Line { stance, inferred, statements, ..line(*column) }));
        }
    }
    lines
}
