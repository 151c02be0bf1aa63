//! Three and more on one issue: who stands together, and what separates those who do not.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::agreement::{Clash, Verdict};
use crate::analysis::crux::Sought;
use crate::analysis::positions::{OnPosition, Positions, Stand};
use crate::model::{IssueId, Map, PositionId, RelationId, RelationKind, StatementId};
use crate::page::{Block, Mark, Runs};
use crate::view::naming::{and, counted};

use super::summary::{Held, Pair};
use super::verdict::{rank, words};

/// So many are named in a line; the others are counted.
const NAMED: usize = 6;
/// Of so many statements it is told how often they are attacked.
const STRUCK: usize = 3;

/// Those who take one side: the position, and whether they are against it.
type Camp = (PositionId, bool);

/// What stands between two camps.
#[derive(Default)]
struct Gap {
    columns: [BTreeSet<usize>; 2],
    attacks: BTreeSet<RelationId>,
    cruxes: BTreeSet<StatementId>,
    /// Pairs that nothing in this map joins.
    past: Vec<[usize; 2]>,
}

/// The camps, the verdicts on their pairs, and what separates them.
pub fn blocks(map: &Map, positions: &Positions, held: &Held, titles: &[String]) -> Vec<Block> {
    let lists = [
        (None, camps(map, positions, held.issue, titles)),
        (None, verdicts(&held.pairs, titles)),
        (Some("What separates them"), gaps(map, &held.pairs, titles)),
    ];
    let mut blocks = Vec::new();
    for (heading, lines) in lists.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        blocks.extend(heading.map(|text| Block::Heading { level: 2, runs: text.into() }));
        blocks.push(Block::List(lines));
    }
    blocks
}

/// Who stands together: for each position those who hold it, those who reject it, and those who find it not enough by
/// itself; then those who do neither.
fn camps(map: &Map, positions: &Positions, issue: IssueId, titles: &[String]) -> Vec<Runs> {
    let camp = |is_in: &dyn Fn(&Stand<'_>) -> bool| {
        let found = (0..titles.len()).filter(|&column| is_in(&positions.stand(issue, column)));
        found.map(|column| titles[column].clone()).collect::<Vec<_>>()
    };
    let mut lines = Vec::new();
    for position in map.issues[issue].positions() {
        let yes_no = map.positions[position].name.is_none();
        let rejects = |cell: &OnPosition| cell.rejected && !cell.held;
        let of = |is_in: &dyn Fn(&OnPosition) -> bool| camp(&|stand| stand.on(position).is_some_and(is_in));
        let camps = [
            (Mark::For, "for ", ": ", of(&|cell| cell.held)),
            (Mark::Against, "against ", ": ", of(&|cell| !yes_no && rejects(cell) && !cell.alone)),
            (Mark::Against, "against ", " as not enough by itself: ", of(&|cell| rejects(cell) && cell.alone)),
        ];
        for (mark, word, how, names) in camps.into_iter().filter(|(.., names)| !names.is_empty()) {
            let runs = Runs::new().with(mark, word).with(Mark::Name, map.position_name(position));
            lines.push(runs.with(Mark::Plain, format!("{how}{}", some(names))));
        }
    }
    let sided = |stand: &Stand<'_>| stand.positions.iter().any(|cell| cell.held || cell.rejected);
    let neither = camp(&|stand| !stand.says.is_empty() && !sided(stand));
    let silent = camp(&|stand| stand.says.is_empty());
    for (word, names) in [("neither for nor against: ", neither), ("silent: ", silent)] {
        if !names.is_empty() {
            lines.push(Runs::new().with(Mark::Between, word).with(Mark::Plain, some(names)));
        }
    }
    lines
}

/// The pairs of those who speak, those of one verdict in a line.
fn verdicts(pairs: &[Pair], titles: &[String]) -> Vec<Runs> {
    let spoken = |pair: &&Pair| !matches!(pair.found.verdict, Verdict::OneSilent | Verdict::BothSilent);
    let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for Pair { columns: [a, b], found: comparison, .. } in pairs.iter().filter(spoken) {
        found.entry(rank(comparison.verdict)).or_default().push(format!("{} and {}", titles[*a], titles[*b]));
    }
    let line = |(rank, pairs): (usize, Vec<String>)| {
        Runs::new().with(Mark::Strong, words(rank)).with(Mark::Plain, format!(": {}", listed(pairs, "; ")))
    };
    found.into_iter().map(line).collect()
}

/// What stands between each two camps that are opposed.
fn gaps(map: &Map, pairs: &[Pair], titles: &[String]) -> Vec<Runs> {
    let mut gaps: BTreeMap<[Camp; 2], Gap> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| matches!(pair.found.verdict, Verdict::Opposed | Verdict::TalkingPast)) {
        for clash in pair.found.oppositions(map) {
            let mut camps = match clash {
                Clash::Exclusive([a, b]) | Clash::Degree([a, b]) => [(a, false), (b, false)],
                Clash::Rejected { position, holder, .. } => [0, 1].map(|side| (position, side != holder)),
            };
            let mut columns = pair.columns;
            if camps[1] < camps[0] {
                camps.reverse();
                columns.reverse();
            }
            let gap = gaps.entry(camps).or_default();
            for (camp, column) in gap.columns.iter_mut().zip(columns) {
                camp.insert(column);
            }
            let is_attack =
                |id: &&RelationId| matches!(map.relations[**id].kind, RelationKind::Against | RelationKind::Undercuts);
            gap.attacks.extend(pair.found.relations.iter().filter(is_attack));
            for sought in &pair.cruxes {
                if let Sought::Found(crux) = sought {
                    gap.cruxes.extend(crux.contested.iter().map(|contested| contested.statement));
                }
            }
            gap.past.extend((pair.found.verdict == Verdict::TalkingPast).then_some(pair.columns));
        }
    }
    gaps.into_iter().map(|(camps, gap)| line(map, camps, &gap, titles)).collect()
}

fn line(map: &Map, camps: [Camp; 2], gap: &Gap, titles: &[String]) -> Runs {
    let mut runs = Runs::new();
    for (side, (position, against)) in camps.into_iter().enumerate() {
        runs.push(Mark::Plain, if side > 0 { " – " } else { "" });
        let (mark, word) = if against { (Mark::Against, "against ") } else { (Mark::For, "for ") };
        runs.push(mark, word);
        runs.push(Mark::Name, map.position_name(position));
        let names = gap.columns[side].iter().map(|&column| titles[column].clone()).collect();
        runs.push(Mark::Plain, format!(" ({})", some(names)));
    }
    let attacks = gap.attacks.len();
    runs.push(
        Mark::Plain,
        if attacks == 0 { ": no attack".to_owned() } else { format!(": {}", counted(attacks, "attack")) },
    );
    for (index, (statement, number)) in most_attacked(map, &gap.attacks).into_iter().enumerate() {
        runs.push(Mark::Plain, if index > 0 { ", " } else { ", most on " });
        runs.push(Mark::Name, map.statement_name(statement));
        runs.push(Mark::Faint, format!(" {number}"));
    }
    if !gap.cruxes.is_empty() {
        runs.push(Mark::Plain, if gap.cruxes.len() == 1 { "; the crux: " } else { "; in their cruxes: " });
        let names = gap.cruxes.iter().map(|&statement| map.statement_name(statement)).collect();
        runs.push(Mark::Name, listed(names, ", "));
    }
    if !gap.past.is_empty() {
        let pairs = gap.past.iter().map(|[a, b]| format!("{} and {}", titles[*a], titles[*b])).collect();
        runs.push(Mark::Plain, format!("; nothing in this map joins {}", listed(pairs, ", nor ")));
    }
    runs.with(Mark::Plain, ".")
}

/// The statements that are attacked more than once, the most attacked first, with how often.
fn most_attacked(map: &Map, attacks: &BTreeSet<RelationId>) -> Vec<(StatementId, usize)> {
    let mut numbers: BTreeMap<StatementId, usize> = BTreeMap::new();
    attacks.iter().for_each(|&id| *numbers.entry(map.relations[id].to).or_default() += 1);
    let mut numbers: Vec<(StatementId, usize)> = numbers.into_iter().filter(|(_, number)| *number > 1).collect();
    numbers.sort_by_key(|&(statement, number)| (std::cmp::Reverse(number), statement));
    numbers.truncate(STRUCK);
    numbers
}

/// Names as in a sentence; of many the first, and how many more.
fn some(mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    names.extend((more > 0).then(|| format!("{more} more")));
    and(names)
}

/// The same with something else between them.
fn listed(mut names: Vec<String>, between: &str) -> String {
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    names.extend((more > 0).then(|| format!("and {more} more")));
    names.join(between)
}
