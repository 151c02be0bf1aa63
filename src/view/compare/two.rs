//! Two at a glance: how often they come to what, who says what where both take a side, and what lies between them.

use crate::analysis::dispute::agreement::{Clash, Comparison, Footing, Meeting, Verdict};
use crate::analysis::dispute::between::{Bond, Link, Tie};
use crate::analysis::table::positions::IssueStance;
use crate::model::{Condition, IssueId, Map, PositionId, RelationId, ShortNames};
use crate::page::{Block, Cell, Column, Look, Mark, Row, Runs, Table, Target};
use crate::study::{Compared, IssueCompared, PairCompared};
use crate::syntax::vocabulary::ConditionWord;
use crate::text::list::and;
use crate::view::wording::called::{column_said, column_short, issue_short, position_said, range_said};
use crate::view::wording::named;
use crate::view::wording::naming::{Subject, counted};
use crate::view::wording::stance_word::INFERRED;

use super::group::Group;
use super::said::{self, Length};

/// Positions in common that a line has room for.
const SHOWN: usize = 2;
/// With more questions in lists than these, a list of questions that divide nobody is cut behind so many rows.
const LONG: usize = 10;
const ROWS: usize = 3;

/// Two columns that are held against each other, with what people call them.
pub struct Two<'c, 's> {
    pub(super) compared: &'c Compared<'s>,
    /// The two, among all columns that are compared.
    pub(super) columns: [usize; 2],
    /// All that lies between them in the whole map.
    pub(super) links: &'c [Link],
    pub(super) short: &'c ShortNames,
    /// Their names in a sentence.
    pub(super) names: [String; 2],
    /// The questions that are asked for, with their groups; the order is that of the page.
    pub(super) questions: Vec<Question<'c>>,
}

/// A question on which two are compared.
pub struct Question<'c> {
    pub(super) issue: IssueId,
    pub(super) group: Group,
    pub(super) pair: PairCompared,
    pub(super) stands: [IssueStance<'c>; 2],
    /// Its number on the page, where it stands in a list.
    pub(super) number: Option<usize>,
}

impl Question<'_> {
    /// The comparison of the two on it.
    pub(super) fn found(&self) -> &Comparison {
        &self.pair.found
    }
}

impl<'c, 's> Two<'c, 's> {
    /// The two columns of a comparison, on the questions that are shown.
    pub fn new(
        compared: &'c Compared<'s>,
        short: &'c ShortNames,
        shows: impl Fn(&IssueCompared) -> bool,
    ) -> Two<'c, 's> {
        let of_two = |issue: &IssueCompared| (issue.issue, compared.details(issue)[0].clone());
        let pairs = compared.issues().iter().filter(|&issue| shows(issue)).map(of_two);
        let mut two = Two::on(compared, short, [0, 1], pairs);
        two.questions.sort_by_key(|question| (question.group, question.found().verdict.rank()));
        for (index, question) in two.questions.iter_mut().enumerate() {
            question.number = question.group.heading().map(|_| index + 1);
        }
        two
    }

    /// Two of the columns that are compared, on some questions.
    pub fn on(
        compared: &'c Compared<'s>,
        short: &'c ShortNames,
        columns: [usize; 2],
        pairs: impl IntoIterator<Item = (IssueId, PairCompared)>,
    ) -> Two<'c, 's> {
        let (map, table) = (compared.map(), &compared.table);
        let question = |(issue, pair): (IssueId, PairCompared)| {
            let stands = columns.map(|column| table.positions().stance(issue, column));
            let is_excepted = pair.found.on_conditions.iter().any(|on| on.meeting == Meeting::Opposed);
            let group = match Group::of(pair.found.verdict, stands.map(|stand| stand.latest().issue.orientation)) {
                // Whoever would clash in an exception neither plainly agrees nor can both be right.
                Group::Agree | Group::BothRight if is_excepted => Group::Depends,
                group => group,
            };
            Question { issue, group, pair, stands, number: None }
        };
        let questions = pairs.into_iter().map(question).collect();
        let names = columns.map(|column| column_said(map, short, table.columns(), column));
        Two { compared, columns, links: compared.links(columns), short, names, questions }
    }

    pub(super) fn map(&self) -> &'s Map {
        self.compared.map()
    }

    /// The answers of one side to a question.
    pub(super) fn said(&self, question: &Question<'_>, side: usize, length: Length) -> Runs {
        said::said(self.map(), &question.stands[side], self.are_several(side), length)
    }

    /// Whether a side is several who always write jointly.
    pub(super) fn are_several(&self, side: usize) -> bool {
        Subject::new(self.compared.table.columns(), self.columns[side], &self.names[side]).are_several()
    }

    /// The verb of a side, for one or for several: `holds`, `hold`.
    pub(super) fn does(&self, side: usize, one: &'static str, several: &'static str) -> &'static str {
        if self.are_several(side) { several } else { one }
    }

    /// The links between the two by relations that stand under a question.
    pub(super) fn links_on(&self, question: &Question<'_>) -> impl Iterator<Item = &Link> {
        let relations = &question.pair.found.relations;
        let is_there = |id: &RelationId| relations.binary_search(id).is_ok();
        let bears = move |link: &Link| match link.bond {
            // No verdict hangs on these, so the comparison of the question does not have them.
            Bond::Weakens | Bond::Outweighs => is_under(question, link),
            _ => false,
        };
        self.links.iter().filter(move |link| bears(link) || matches!(&link.tie, Tie::Relation(id) if is_there(id)))
    }

    /// The line of counts: every group that occurs, and all of them together make up the questions.
    pub fn counts(&self) -> Runs {
        let count = |group: Group| self.questions.iter().filter(|question| question.group == group).count();
        let mut runs = Runs::from(counted(self.questions.len(), "question"));
        for (index, group) in Group::ALL.into_iter().filter(|&group| count(group) > 0).enumerate() {
            runs.push(Mark::Plain, if index == 0 { ": " } else { " · " });
            runs.push(Mark::Plain, format!("{} ", group.counted()));
            runs.push(Mark::Strong, count(group).to_string());
        }
        runs
    }

    /// All that lies between the two in the whole map, counted; nothing where there is nothing.
    pub fn between(&self) -> Option<Runs> {
        let links = self.links;
        let number = |bond: Bond| links.iter().filter(|link| link.bond == bond).count();
        let of_side = |side: usize| links.iter().filter(|link| link.bond == Bond::Attacks && link.from == side).count();
        let kinds = [
            (Bond::Attacks, "attack", "attacks"),
            (Bond::Weakens, "objection that only weakens", "objections that only weaken"),
            (Bond::Outweighs, "point that outweighs another", "points that outweigh others"),
            (Bond::Grants, "point granted", "points granted"),
            (Bond::Supports, "reason of one for the other", "reasons of one for the other"),
            (Bond::Agrees, "point on which they say the same", "points on which they say the same"),
        ];
        let mut parts: Vec<String> = Vec::new();
        for (bond, one, several) in kinds.into_iter().filter(|(bond, ..)| number(*bond) > 0) {
            let mut part = format!("{} {}", number(bond), if number(bond) == 1 { one } else { several });
            if bond == Bond::Attacks {
                let by = |side: usize| format!("{} by {}", of_side(side), self.names[side]);
                let by = [0, 1].into_iter().filter(|&side| of_side(side) > 0).map(by);
                part += &format!(" ({})", by.collect::<Vec<_>>().join(", "));
            }
            parts.push(part);
        }
        let inferred = links.iter().filter(|link| link.inferred).count();
        let reading = match inferred {
            0 => String::new(),
            _ if inferred == links.len() => ", all by the mapper's reading".to_owned(),
            _ => format!(", {inferred} of them by the mapper's reading"),
        };
        let runs = Runs::from(format!("Between them: {}{reading}", and(parts)));
        (!links.is_empty()).then(|| runs.with(Mark::Inferred, if inferred > 0 { INFERRED } else { "" }))
    }

    /// A table for each group in which both take sides, and below what hangs on conditions these in full.
    pub fn groups(&self, full: bool) -> Vec<Block> {
        let mut blocks = Vec::new();
        for group in Group::ALL {
            let Some(heading) = group.heading() else { continue };
            let questions: Vec<&Question<'_>> = self.questions.iter().filter(|it| it.group == group).collect();
            if questions.is_empty() {
                continue;
            }
            let shown = match group {
                Group::Agree if self.is_long(full) => &questions[..questions.len().min(ROWS)],
                Group::BothRight if self.is_long(full) => &[],
                _ => &questions[..],
            };
            if shown.is_empty() {
                let names = and(questions.iter().map(|question| issue_short(self.map(), question.issue)));
                let runs = Runs::new().with(Mark::Strong, heading).with(Mark::Plain, format!("   {names}."));
                blocks.push(Block::Prose(runs));
                continue;
            }
            blocks.push(Block::Table(match group {
                Group::Agree => self.agreed(heading, shown),
                _ => self.both(group, heading, shown),
            }));
            let conditions =
                named::joined(shown.iter().filter_map(|question| self.if_met(question, question.number)), "\n");
            blocks.extend((!conditions.is_empty()).then_some(Block::Prose(conditions)));
            blocks.extend(self.unshown(&questions[shown.len()..]).map(Block::Prose));
        }
        blocks
    }

    /// Whether there are more questions with lists than one screen has room for.
    fn is_long(&self, full: bool) -> bool {
        !full && self.questions.iter().filter(|question| question.number.is_some()).count() > LONG
    }

    /// The names of questions for which a list has no room.
    fn unshown(&self, questions: &[&Question<'_>]) -> Option<Runs> {
        let name = |question: &&Question<'_>| {
            let number = question.number.map(|number| format!("{number} ")).unwrap_or_default();
            format!("{number}{}", issue_short(self.map(), question.issue))
        };
        let names: Vec<String> = questions.iter().map(name).collect();
        (!names.is_empty()).then(|| format!("And {} more: {}.", names.len(), names.join(", ")).into())
    }

    fn table(key: String, heading: &str, columns: impl IntoIterator<Item = (&'static str, String)>) -> Table {
        let head = Runs::new().with(Mark::Strong, heading);
        let mut table = Table { key, fixed: 1, look: Look::List, ..Table::default() };
        table.columns = vec![Column::number("number", ""), Column::new("question", head)];
        table.columns.extend(columns.into_iter().map(|(key, heading)| Column::new(key, heading)));
        table
    }

    /// A row for each question, with what each of the two says.
    fn both(&self, group: Group, heading: &str, questions: &[&Question<'_>]) -> Table {
        let columns = self.compared.table.columns();
        let short = |side: usize| column_short(self.map(), self.short, columns, self.columns[side]);
        let key = group.key().to_owned();
        let mut table = Two::table(key, heading, [("one", short(0)), ("other", short(1))]);
        for question in questions {
            let mut cells = self.lead(question);
            cells.extend([0, 1].map(|side| Cell::runs(self.said(question, side, Length::Short))));
            table.rows.push(Row { cells, ..Row::default() });
        }
        table
    }

    /// A row for each question, with what both say, and whether for the same reasons.
    fn agreed(&self, heading: &str, questions: &[&Question<'_>]) -> Table {
        let mut table = Two::table("agree".to_owned(), heading, [("both", "both say".to_owned())]);
        for question in questions {
            let mut cells = self.lead(question);
            let said = self.in_common(question).with(Mark::Plain, format!("; {}", self.footing(question)));
            cells.push(Cell::runs(said));
            table.rows.push(Row { cells, ..Row::default() });
        }
        table
    }

    fn lead(&self, question: &Question<'_>) -> Vec<Cell> {
        let number = question.number.unwrap_or_default();
        vec![
            Cell::number(number),
            Cell::runs(Runs::leading(
                Mark::Plain,
                issue_short(self.map(), question.issue),
                &Target::Issue(self.map().word(self.map().issues[question.issue].name).to_owned()),
            )),
        ]
    }

    /// Answers of both, with the manner of each: `no, Hanatani leans~`.
    pub(super) fn in_common(&self, question: &Question<'_>) -> Runs {
        let common = &question.found().common;
        let shown = common.iter().take(SHOWN).map(|&position| self.one_in_common(question, position));
        let runs = named::joined(shown, "; ");
        let more = common.len().saturating_sub(SHOWN);
        let runs = if more == 0 { runs } else { runs.with(Mark::Plain, format!(", and {more} more")) };
        let adds = |side: usize| {
            let held = question.stands[side].positions.iter().filter(|cell| cell.held);
            let added = held.filter(|cell| !common.contains(&cell.position)).count();
            (added > 0).then(|| format!("{} {added} more", self.names[side]))
        };
        let added: Vec<String> = [0, 1].into_iter().filter_map(adds).collect();
        if added.is_empty() { runs } else { runs.with(Mark::Plain, format!(" ({})", and(added))) }
    }

    fn one_in_common(&self, question: &Question<'_>, position: PositionId) -> Runs {
        let map = self.map();
        let held = question.stands[0].on(position).is_some_and(|cell| cell.held);
        let against = if held { "" } else { "not " };
        let range = question.stands[0].issue.held.filter(|[first, last]| first != last && *first == position);
        let name =
            range.map_or_else(|| position_said(map, position), |range| format!("from {}", range_said(map, range)));
        let runs = Runs::from(format!("{against}{name}"));
        let manners = [0, 1].map(|side| {
            let spoken = question.stands[side].spoken(map, position).into_iter().find(|spoken| !spoken.reported);
            spoken.map_or_else(Runs::new, |spoken| said::manner(map, &spoken, self.are_several(side), Length::Short))
        });
        if manners[0] == manners[1] {
            return runs.joined(manners[0].clone());
        }
        let mut runs = runs;
        for (side, manner) in manners.into_iter().enumerate().filter(|(_, manner)| !manner.is_empty()) {
            let words: String =
                manner.pieces.iter().filter(|run| run.mark != Mark::Inferred).map(|run| &*run.text).collect();
            runs.push(Mark::Plain, format!(", {}", self.names[side]));
            let words = words.trim_start_matches(", ");
            runs.push(Mark::Plain, if words.is_empty() { String::new() } else { format!(" {words}") });
            runs.push(Mark::Inferred, if said::is_marked(&manner) { INFERRED } else { "" });
        }
        runs
    }

    /// Whether both give the same reasons, and who gives any.
    fn footing(&self, question: &Question<'_>) -> String {
        let grounds = &question.found().grounds;
        let gives = |side: usize| !grounds.only[side].is_empty() || !grounds.both.is_empty();
        match question.found().verdict {
            Verdict::Same(Footing::Shared) => "the same reasons".to_owned(),
            Verdict::Same(Footing::PartlyShared) => "some reasons shared".to_owned(),
            Verdict::Same(Footing::Different) => "different reasons".to_owned(),
            _ => match [0, 1].into_iter().find(|&side| gives(side)) {
                Some(side) => format!("only {} {} reasons", self.names[side], self.does(side, "gives", "give")),
                None => "no reasons given".to_owned(),
            },
        }
    }

    /// The conditions of a question in full, with what the two come to if they are met; `number` leads to the question.
    pub(super) fn if_met(&self, question: &Question<'_>, number: Option<usize>) -> Option<Runs> {
        let mut runs = Runs::new();
        for side in [0, 1] {
            for (condition, answers) in said::on_conditions(self.map(), &question.stands[side].latest()) {
                runs.push(Mark::Plain, if runs.is_empty() { "" } else { " " });
                runs.push(Mark::Plain, format!("{}: ", self.names[side]));
                runs.append(answers);
                runs.push(Mark::Plain, format!(", {condition}."));
            }
        }
        if runs.is_empty() {
            return None;
        }
        let runs = match number {
            Some(number) => Runs::from(format!("{number}  ")).joined(runs),
            None => runs,
        };
        Some(runs.with(Mark::Plain, self.then(question).unwrap_or_default()))
    }

    /// The relation of the two where the one condition of a question is met. Nothing of several: each leads elsewhere.
    fn then(&self, question: &Question<'_>) -> Option<String> {
        let found = question.found();
        let word = match self.conditions(question).as_slice() {
            [condition] => condition.word,
            _ => return None,
        };
        let meets = |meeting: Meeting| found.on_conditions.iter().any(|on| on.meeting == meeting);
        let comes_to = if !found.on_conditions.is_empty() {
            // An exception, or one condition of both.
            match (meets(Meeting::Opposed), meets(Meeting::Same)) {
                (true, false) => "they clash",
                (false, true) => "they agree",
                _ => return None,
            }
        } else if question.group != Group::Depends {
            return None;
        } else if found.clashes.iter().any(|clash| clash.is_opposition()) {
            "they clash"
        } else if found.clashes.iter().any(|clash| matches!(clash, Clash::Degree(_))) {
            "they differ by degree"
        } else if !found.common.is_empty() {
            "they agree"
        } else {
            return None;
        };
        Some(match word {
            ConditionWord::If => format!(" If that is met, {comes_to}."),
            ConditionWord::Unless => format!(" Unless that is so, {comes_to}."),
        })
    }

    /// The conditions on which either takes a side on a question, each once.
    fn conditions(&self, question: &Question<'_>) -> Vec<&Condition> {
        let map = self.map();
        let mut found: Vec<&Condition> = Vec::new();
        for stand in &question.stands {
            let taken = stand.latest().stances.iter().map(|say| &map.stances[say.stance]);
            for condition in taken.filter_map(|stance| stance.condition.as_deref()) {
                if found.iter().all(|known| map.condition(known) != map.condition(condition)) {
                    found.push(condition);
                }
            }
        }
        found
    }
}

/// Whether what a link bears on stands under the question.
pub(super) fn is_under(question: &Question<'_>, link: &Link) -> bool {
    let grounds = &question.found().grounds;
    grounds.only.iter().flatten().chain(grounds.both.iter().flatten()).any(|&ground| ground == link.ends[1])
        || question.stands.iter().flat_map(|stand| stand.stances).any(|say| say.statement == link.ends[1])
}
