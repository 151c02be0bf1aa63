//! Three and more on one issue: who stands together, and what separates those who do not.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::dispute::agreement::Verdict;
use crate::model::{IssueId, Map, StatementId};
use crate::page::{Block, Mark, Runs};
use crate::study::{Compared, Gap, PairCompared, Pole};
use crate::text::list::first;
use crate::view::wording::naming::{counted, holding};
use crate::view::wording::{camp, omitted};

use super::verdict::words;
use crate::view::wording::named;

/// The most names in a line; the others are counted.
const NAMED: usize = 6;
/// Of so many statements it is told how often they are attacked.
const STRUCK: usize = 3;

/// The camps, the verdicts on their pairs, and what separates them.
pub fn blocks(compared: &Compared<'_>, issue: IssueId, pairs: &[PairCompared], titles: &[String]) -> Vec<Block> {
    let map = compared.map();
    let gaps = Gap::all(map, pairs);
    let lists = [
        (None, camps(compared, issue, titles)),
        (None, verdicts(pairs, titles)),
        (Some("What separates them"), gaps.into_iter().map(|(camps, gap)| line(map, camps, &gap, titles)).collect()),
    ];
    let mut blocks = Vec::new();
    for (heading, lines) in lists.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        blocks.extend(heading.map(|text| Block::Heading { level: 2, runs: text.into() }));
        blocks.push(Block::List(lines));
    }
    blocks
}

/// `; the crux: early.quiet`
fn in_cruxes(map: &Map, statements: &BTreeSet<StatementId>) -> Runs {
    if statements.is_empty() {
        return Runs::new();
    }
    let runs = Runs::from(if statements.len() == 1 { "; the crux: " } else { "; in their cruxes: " });
    let names = statements.iter().take(NAMED).map(|&statement| named::statement(map, statement));
    let more = statements.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| Runs::from(format!("and {more} more")));
    runs.joined(named::joined(names.chain(more), ", "))
}

/// Columns that stand together, and those that say nothing.
fn camps(compared: &Compared<'_>, issue: IssueId, titles: &[String]) -> Vec<Runs> {
    let map = compared.map();
    let title = |column: usize| titles[column].clone();
    let camps = compared.table.camps(issue);
    let mut lines: Vec<Runs> = camps.iter().map(|camp| camp::line(map, camp, title)).collect();
    let silent: Vec<String> = compared.table.silent_on(issue).into_iter().map(title).collect();
    if !silent.is_empty() {
        let names = format!(": {}", omitted::names(silent));
        lines.push(Runs::new().with(Mark::Between, "silent").with(Mark::Plain, names));
    }
    lines
}

/// The pairs of those who speak, those of one verdict in a line.
fn verdicts(pairs: &[PairCompared], titles: &[String]) -> Vec<Runs> {
    let spoken = |pair: &&PairCompared| !matches!(pair.found.verdict, Verdict::OneSilent | Verdict::BothSilent);
    let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for PairCompared { columns: [a, b], found: comparison, .. } in pairs.iter().filter(spoken) {
        found.entry(comparison.verdict.rank()).or_default().push(format!("{} and {}", titles[*a], titles[*b]));
    }
    let line = |(rank, pairs): (usize, Vec<String>)| {
        Runs::new().with(Mark::Strong, words(rank)).with(Mark::Plain, format!(": {}", listed(pairs, "; ")))
    };
    found.into_iter().map(line).collect()
}

fn line(map: &Map, camps: [Pole; 2], gap: &Gap, titles: &[String]) -> Runs {
    let mut runs = Runs::new();
    for (side, (held, against)) in camps.into_iter().enumerate() {
        runs.push(Mark::Plain, if side > 0 { " – " } else { "" });
        let (mark, word) = if against { (Mark::Against, "against") } else { (Mark::For, holding(held)) };
        runs.push(mark, format!("{word} "));
        runs.append(named::range(map, held));
        let names: Vec<String> = gap.columns[side].iter().map(|&column| titles[column].clone()).collect();
        runs.push(Mark::Plain, format!(" ({})", first(&names, NAMED)));
    }
    let attacks = gap.attacks.len();
    runs.push(
        Mark::Plain,
        if attacks == 0 { ": no attack".to_owned() } else { format!(": {}", counted(attacks, "attack")) },
    );
    for (index, (statement, number)) in gap.most_attacked(map).into_iter().take(STRUCK).enumerate() {
        runs.push(Mark::Plain, if index > 0 { ", " } else { ", most on " });
        runs.append(named::statement(map, statement));
        runs.push(Mark::Faint, format!(" {number}"));
    }
    runs.append(in_cruxes(map, &gap.cruxes));
    if !gap.past.is_empty() {
        let pairs = gap.past.iter().map(|[a, b]| format!("{} and {}", titles[*a], titles[*b])).collect();
        runs.push(Mark::Plain, format!("; nothing in this map joins {}", listed(pairs, ", nor ")));
    }
    runs.with(Mark::Plain, ".")
}

/// Names with something between them; of many the first, and how many more.
fn listed(mut names: Vec<String>, between: &str) -> String {
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    names.extend((more > 0).then(|| format!("and {more} more")));
    names.join(between)
}
