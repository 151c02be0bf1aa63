//! One question of three and more in full: what each answers, in which words, and all that lies between each two.

use foldhash::HashSet;

use crate::model::{ShortNames, StatementId};
use crate::page::{Block, Mark, Runs};
use crate::study::{Compared, IssueCompared, PairCompared};
use crate::view::wording::named;
use crate::view::wording::naming::{Subject, counted};

use super::above::Above;
use super::many::Many;
use super::options::CompareOptions;
use super::question::{self, Party};
use super::said::{self, Length};
use super::turn::{self, Detail};
use super::two::Two;
use super::{points, sides};

/// Of more pairs than these what lies between them is not told.
const PAIRS: usize = 10;
/// Of more who speak than these the own words are told only where that is asked for.
const WORDY: usize = 6;

/// All questions to which anybody speaks, each in full; with `details` also what each says there, with its grounds and quotations.
pub fn all(many: &Many<'_, '_>, short: &ShortNames, options: &CompareOptions) -> Vec<Block> {
    let mut above = Above::default();
    let compared = many.compared;
    let derived = compared.table.derived_between(options.derived);
    let mut blocks = Vec::new();
    for (group, issue) in &many.questions {
        let parties = parties(many, issue);
        if parties.is_empty() && derived.columns_on(issue.issue).next().is_none() {
            continue;
        }
        let map = compared.map();
        let heading = Runs::from(map.text(map.issues[issue.issue].question).into_owned());
        blocks.push(Block::Heading {
            level: 1,
            runs: heading.with(Mark::Plain, " ").joined(named::issue(map, issue.issue)),
        });
        blocks.push(Block::Prose(group.sentence().into()));
        blocks.push(Block::Table(question::answers(&parties)));
        let mut told = HashSet::default();
        let heads = match parties.len() {
            _ if options.details => usize::MAX,
            few if few <= WORDY => 1,
            _ => 0,
        };
        blocks.extend(question::words(map, &parties, heads, &mut told));
        blocks.extend(pairs(compared, short, issue, &mut told, false));
        if options.details {
            let found = sides::sides(compared, issue.issue, &many.names, &mut above);
            blocks.extend((!found.is_empty()).then_some(Block::Sides(found)));
        }
        blocks.extend(question::derived_on(compared, derived, issue.issue));
    }
    blocks.extend(above.notes());
    blocks
}

/// Those who speak to a question, with what they say.
fn parties<'m>(many: &'m Many<'_, '_>, issue: &IssueCompared) -> Vec<Party<'m>> {
    let (map, table) = (many.compared.map(), &many.compared.table);
    let party = |column: usize, stand| {
        let name = many.names[column].as_str();
        let are_several = Subject::new(table.columns(), column, name).are_several();
        Party { name, answer: said::said(map, many.short, &stand, are_several, Length::Full), stand }
    };
    table.positions().stances_on(issue.issue).map(|(column, stand)| party(column, stand)).collect()
}

/// Points between each two on a question, under their names; none of those who have nothing to do with each other.
pub fn pairs(
    compared: &Compared<'_>,
    short: &ShortNames,
    issue: &IssueCompared,
    told: &mut HashSet<StatementId>,
    in_site: bool,
) -> Vec<Block> {
    let (mut blocks, mut left, mut untold) = (Vec::new(), PAIRS, 0);
    let pairs = compared.details(issue);
    let joined = |pair: &&PairCompared| !pair.found.relations.is_empty() || !pair.found.grounds.both.is_empty();
    for pair in pairs.iter().filter(joined) {
        if left == 0 {
            untold += 1;
            continue;
        }
        let two = Two { in_site, ..Two::on(compared, short, pair.columns, [(issue.issue, pair.clone())]) };
        let Some(question) = two.questions.first() else { continue };
        let mut found = turn::blocks(&two, question, Detail::Full, told);
        found.extend(points::shared(&two, question, told));
        found.extend(points::tables(&two, question, told));
        if !found.is_empty() {
            left -= 1;
            let runs = format!("Between {} and {}", two.names[0], two.names[1]).into();
            blocks.push(Block::Heading { level: 2, runs });
            blocks.extend(found);
        }
    }
    if untold > 0 {
        let more = format!("Something lies between {} more too: compare two of them alone.", counted(untold, "pair"));
        blocks.push(Block::Note(more.into()));
    }
    blocks
}
