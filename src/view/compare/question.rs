//! One question of two in full: what each answers, what it turns on, what they share, and every point of the one against the other.

use foldhash::HashSet;

use crate::analysis::table::derived::Derived;
use crate::analysis::table::positions::IssueStance;
use crate::model::{IssueId, Map, StatementId};
use crate::page::{Block, Cell, Column, Look, Mark, Row, Runs, Table};
use crate::study::Compared;
use crate::view::wording::naming::{Subject, column_title, counted};
use crate::view::wording::{derived, named};

use super::above::Above;
use super::asked::Question;
use super::options::CompareOptions;
use super::said::Length;
use super::turn::{self, Detail};
use super::two::Two;
use super::{points, rest, sides};

/// Statements of one side that are told before `--full` is asked for.
const HEADS: usize = 3;

/// One who speaks to a question, with the answer in words.
pub(super) struct Party<'p> {
    pub(super) name: &'p str,
    pub(super) answer: Runs,
    pub(super) stand: IssueStance<'p>,
}

/// All questions that are shown, each in full; with `details` also what each says there, with its grounds and quotations.
pub fn all(two: &Two<'_, '_>, options: &CompareOptions) -> Vec<Block> {
    let mut above = Above::default();
    let derived = two.compared.table.derived_between(options.derived);
    let mut blocks = Vec::new();
    for question in &two.questions {
        let is_silent = question.stands.iter().all(|stand| stand.stances.is_empty());
        if is_silent && two.links_on(question).next().is_none() && two.questions.len() > 1 {
            continue;
        }
        blocks.extend(one(two, question, if options.details { usize::MAX } else { HEADS }));
        if options.details {
            blocks.extend(whole(two, question, &mut above));
        }
        blocks.extend(derived_on(two.compared, derived, question.issue));
    }
    blocks.extend(rest::under_no_question(two));
    blocks.extend(above.notes());
    blocks
}

fn one(two: &Two<'_, '_>, question: &Question<'_>, heads: usize) -> Vec<Block> {
    let map = two.map();
    let what = &map.issues[question.issue];
    let heading = Runs::from(map.text(what.question).into_owned());
    let runs = heading.with(Mark::Plain, " ").joined(named::issue(map, question.issue));
    let mut blocks = vec![Block::Heading { level: 1, runs }];
    let sentence = if two.is_met(question) {
        "Only one takes a position, and the other attacks what is said there."
    } else {
        question.group.sentence()
    };
    blocks.push(Block::Prose(sentence.into()));
    let parties = [0, 1].map(|side| Party {
        name: &two.names[side],
        answer: two.said(question, side, Length::Full),
        stand: question.stands[side],
    });
    blocks.push(Block::Table(answers(&parties)));
    blocks.extend(two.if_met(question, None).map(Block::Prose));
    let mut told = HashSet::default();
    blocks.extend(words(map, &parties, heads, &mut told));
    blocks.extend(turn::blocks(two, question, Detail::Full, &mut told));
    blocks.extend(points::shared(two, question, &mut told));
    blocks.extend(points::tables(two, question, &mut told));
    blocks
}

/// The statements by which each answers, with its own words; of many the first.
pub(super) fn words(map: &Map, parties: &[Party<'_>], heads: usize, told: &mut HashSet<StatementId>) -> Option<Block> {
    let mut lines = Vec::new();
    for Party { name, stand, .. } in parties.iter().filter(|_| heads > 0) {
        // The last word comes first; an objection that is raised to be answered is nobody's answer.
        let latest = stand.latest();
        let all = latest.stances.iter().chain(stand.stances).filter(|say| !say.anticipated);
        let mut met = HashSet::default();
        let statements: Vec<StatementId> = all.map(|say| say.statement).filter(|id| met.insert(*id)).collect();
        let more = statements.len().saturating_sub(heads);
        for &statement in statements.iter().take(heads) {
            lines.push(turn::text(map, statement, format!("{name}: ").into(), told));
        }
        lines.extend(
            (more > 0).then(|| Runs::from(format!("{name}: {}, with --full.", counted(more, "more statement")))),
        );
    }
    (!lines.is_empty()).then_some(Block::List(lines))
}

/// The answers, a row for each who gives one.
pub(super) fn answers(parties: &[Party<'_>]) -> Table {
    let mut table = Table { key: "answers".to_owned(), fixed: 1, look: Look::List, ..Table::default() };
    table.columns = vec![Column::new("who", ""), Column::new("answer", "")];
    for party in parties {
        let cells = vec![Cell::text(party.name), Cell::runs(party.answer.clone())];
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}

/// The statements of each side with their grounds and quotations, beside each other.
fn whole(two: &Two<'_, '_>, question: &Question<'_>, above: &mut Above) -> Option<Block> {
    let found = sides::sides(two.compared, question.issue, &two.names, above);
    (!found.is_empty()).then_some(Block::Sides(found))
}

/// Attacks on a ground for a position, which decide no verdict.
pub(super) fn derived_on(compared: &Compared<'_>, derived: &Derived, issue: IssueId) -> Vec<Block> {
    let (map, table) = (compared.map(), &compared.table);
    let mut blocks = Vec::new();
    for column in derived.columns_on(issue) {
        let stand = table.positions().stance(issue, column);
        let title = column_title(map, table.columns(), column);
        let who = Subject::new(table.columns(), column, &title);
        blocks.push(Block::List(derived::sentences(map, derived.on(issue, column), who, &stand)));
    }
    blocks
}
