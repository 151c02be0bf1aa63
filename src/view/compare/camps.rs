//! Three and more on one issue: who stands together, and what separates those who do not.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::comparison::division;
use crate::analysis::dispute::agreement::{Clash, Verdict};
use crate::analysis::dispute::crux::Sought;
use crate::analysis::table::positions::{IssueStance, Positions};
use crate::model::{IssueId, Map, PositionId, RelationId, RelationKind, StatementId};
use crate::page::{Block, Mark, Runs};
use crate::text::list::first;
use crate::view::wording::naming::{column_key, counted, holding, range_name};
use crate::view::wording::{camp, omitted};

use super::summary::{Held, Pair};
use super::verdict::{rank, words};

/// So many are named in a line; the others are counted.
const NAMED: usize = 6;
/// Of so many statements it is told how often they are attacked.
const STRUCK: usize = 3;

/// Those who take one side: the position, of a range the first and the last, and whether they are against it.
type Camp = ([PositionId; 2], bool);

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

/// Many on several issues at a glance: those of one sharpest verdict below each other, with who stands where and what is in a crux.
pub fn overview<'h>(map: &Map, positions: &Positions, issues: impl Iterator<Item = &'h Held>) -> Vec<Block> {
    let keys: Vec<String> =
        (0..positions.columns.owners.len()).map(|column| column_key(map, &positions.columns, column)).collect();
    let issues: Vec<&Held> = issues.collect();
    let mut blocks = Vec::new();
    for alike in issues.chunk_by(|one, next| one.sharpest() == next.sharpest()) {
        let text = format!("{}: {}", counted(alike.len(), "issue"), words(rank(alike[0].sharpest())));
        blocks.push(Block::Heading { level: 1, runs: text.into() });
        blocks.push(Block::List(alike.iter().map(|held| in_a_line(map, positions, held, &keys)).collect()));
    }
    blocks
}

/// `trams: for yes: ann and cy (on a condition); for no: bob; the crux: early.quiet`
fn in_a_line(map: &Map, positions: &Positions, held: &Held, keys: &[String]) -> Runs {
    let mut runs = Runs::new().with(Mark::Name, map.word(map.issues[held.issue].name));
    for (index, line) in camps(map, positions, held.issue, keys).into_iter().enumerate() {
        runs.push(Mark::Plain, if index > 0 { "; " } else { "  " });
        runs.append(line);
    }
    let found = held.pairs.iter().flat_map(|pair| contested(&pair.cruxes));
    runs.joined(in_cruxes(map, &found.collect()))
}

/// The statements of these cruxes.
fn contested(sought: &[Sought]) -> impl Iterator<Item = StatementId> {
    let found = sought.iter().filter_map(|sought| match sought {
        Sought::Found(crux) => Some(&crux.contested),
        Sought::None | Sought::BeyondLimit => None,
    });
    found.flatten().map(|contested| contested.statement)
}

/// `; the crux: early.quiet`
fn in_cruxes(map: &Map, statements: &BTreeSet<StatementId>) -> Runs {
    if statements.is_empty() {
        return Runs::new();
    }
    let runs = Runs::from(if statements.len() == 1 { "; the crux: " } else { "; in their cruxes: " });
    let names = statements.iter().map(|&statement| map.statement_name(statement)).collect();
    runs.with(Mark::Name, listed(names, ", "))
}

/// Who stands together, and who says nothing.
fn camps(map: &Map, positions: &Positions, issue: IssueId, titles: &[String]) -> Vec<Runs> {
    let stands: Vec<(usize, IssueStance<'_>)> = positions.stances_on(issue).collect();
    let found = division::camps(map, issue, &stands);
    let mut lines: Vec<Runs> = found.iter().map(|of| camp::line(map, of, |column| titles[column].clone())).collect();
    let is_silent = |column: &usize| stands.iter().all(|(speaking, _)| speaking != column);
    let silent: Vec<String> = (0..titles.len()).filter(is_silent).map(|column| titles[column].clone()).collect();
    if !silent.is_empty() {
        lines
            .push(Runs::new().with(Mark::Between, "silent").with(Mark::Plain, format!(": {}", omitted::names(silent))));
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
                Clash::Rejected { position, holder, .. } => [0, 1].map(|side| ([position; 2], side != holder)),
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
            gap.cruxes.extend(contested(&pair.cruxes));
            gap.past.extend((pair.found.verdict == Verdict::TalkingPast).then_some(pair.columns));
        }
    }
    gaps.into_iter().map(|(camps, gap)| line(map, camps, &gap, titles)).collect()
}

fn line(map: &Map, camps: [Camp; 2], gap: &Gap, titles: &[String]) -> Runs {
    let mut runs = Runs::new();
    for (side, (held, against)) in camps.into_iter().enumerate() {
        runs.push(Mark::Plain, if side > 0 { " – " } else { "" });
        let (mark, word) = if against { (Mark::Against, "against") } else { (Mark::For, holding(held)) };
        runs.push(mark, format!("{word} "));
        runs.push(Mark::Name, range_name(map, held));
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
    runs.append(in_cruxes(map, &gap.cruxes));
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
fn some(names: Vec<String>) -> String {
    first(&names, NAMED)
}

/// The same with something else between them.
fn listed(mut names: Vec<String>, between: &str) -> String {
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    names.extend((more > 0).then(|| format!("and {more} more")));
    names.join(between)
}
