//! One issue of a comparison: the question, the verdict, and the sides with what stands under each.

use foldhash::{HashMap, HashSet};

use crate::analysis::dispute::agreement::{Comparison, Verdict};
use crate::analysis::table::positions::{IssueStance, Positions};
use crate::model::select::Selection;
use crate::model::{IssueId, Map, Note, RelationId, RelationKind, StanceId, StatementId, StatementKind};
use crate::page::{Block, Mark, Node, Runs, Side};
use crate::view::table::issue_signs_in_line;
use crate::view::wording::naming::{Subject, column_title, denial};
use crate::view::wording::sign::Legend;
use crate::view::wording::statement_tree::{StatementTrees, manner, stance_sign};

use super::difference::difference;
use super::summary::{Held, Pair};
use super::verdict::sentence;
use super::{camps, crux};

/// Of more pairs than these what stands between them is not told.
const PAIRS: usize = 10;
/// More statements than these a side are not held against each other word by word.
const COMPARED: usize = 60;
/// More stances than these of one statement are counted, not told.
const LED_BY: usize = 12;

/// What the issues above on the page have told already: below it is not told in full again.
#[derive(Debug, Default)]
pub struct Above {
    relations: HashSet<RelationId>,
    /// Whose text stands behind one of those relations.
    texts: HashSet<StatementId>,
    /// Whether words are marked in which two statements differ.
    marks_words: bool,
    /// Under which issue each statement stands with its reasons and quotations.
    statements: HashMap<StatementId, IssueId>,
}

impl Above {
    /// What helps to read the issues.
    pub fn notes(&self) -> Vec<Block> {
        let mut notes = Vec::new();
        if self.marks_words {
            let runs = Runs::from("Of two statements that are close, words that only the first has are shown as ");
            let runs = runs.with(Mark::Removed, "these").with(Mark::Plain, ", and words that only the second has as ");
            notes.push(Block::Note(runs.with(Mark::Added, "these").with(Mark::Plain, ".")));
        }
        if !self.statements.is_empty() {
            let runs = Runs::new().with(Mark::Name, "counterpoint show NAME");
            let text = " shows all that stands under a statement, and what speaks against it.";
            notes.push(Block::Note(runs.with(Mark::Plain, text)));
        }
        notes
    }
}

/// The blocks of an issue.
pub fn blocks(
    map: &Map,
    selection: &Selection,
    positions: &Positions,
    held: &Held,
    above: &mut Above,
    legend: &mut Legend,
) -> Vec<Block> {
    let issue = &map.issues[held.issue];
    let titles: Vec<String> =
        (0..positions.columns.owners.len()).map(|column| column_title(map, &positions.columns, column)).collect();
    let subject = |column: usize| Subject::new(&positions.columns, column, &titles[column]);
    let heading = Runs::from(map.text(issue.question).into_owned()).with(Mark::Plain, " ");
    let runs = heading.with(Mark::Name, map.word(issue.name));
    let mut blocks = vec![Block::Heading { level: 1, runs }];
    match held.pairs.as_slice() {
        [Pair { columns: [a, b], found, cruxes }] => {
            let stands = [positions.stance(held.issue, *a), positions.stance(held.issue, *b)];
            let names = [*a, *b].map(subject);
            blocks.push(Block::Prose(sentence(map, found, names, [&stands[0], &stands[1]])));
            blocks.extend(crux::blocks(map, found.verdict, cruxes, names));
        }
        _ => blocks.extend(camps::blocks(map, positions, held, &titles)),
    }
    let mut left = PAIRS;
    let mut untold = 0;
    for Pair { columns: [a, b], found, cruxes } in &held.pairs {
        if left == 0 {
            untold += usize::from(!found.relations.is_empty() || !found.grounds.both.is_empty());
            continue;
        }
        let lines = between(map, found, [&titles[*a], &titles[*b]], above);
        let cruxes = if held.pairs.len() > 1 { cruxes.as_slice() } else { &[] };
        if !lines.is_empty() || !cruxes.is_empty() {
            left -= 1;
            let runs = format!("Between {} and {}", titles[*a], titles[*b]).into();
            blocks.push(Block::Heading { level: 2, runs });
            blocks.extend(crux::blocks(map, found.verdict, cruxes, [*a, *b].map(subject)));
            blocks.extend((!lines.is_empty()).then_some(Block::List(lines)));
        }
    }
    if untold > 0 {
        let text = format!("Something stands between {untold} pairs more. Compare two of them alone to see it.");
        blocks.push(Block::Note(text.into()));
    }
    // What the one says about the other comes first: that is where they clash.
    blocks.push(Block::Sides(sides(map, selection, positions, held, &titles, above, legend)));
    blocks
}

fn sides(
    map: &Map,
    selection: &Selection,
    positions: &Positions,
    held: &Held,
    titles: &[String],
    above: &mut Above,
    legend: &mut Legend,
) -> Vec<Side> {
    let mut trees: Vec<StatementTrees<'_>> =
        titles.iter().map(|_| StatementTrees::new(map, selection.filter.stated, false)).collect();
    let speaking: Vec<(usize, IssueStance<'_>)> = positions.shown_on(held.issue).collect();
    above.marks_words |= mark_differences(map, &speaking, &mut trees);
    let side = |&(column, stand): &(usize, IssueStance<'_>)| {
        let mut heading = Runs::from(titles[column].as_str()).with(Mark::Plain, ": ");
        heading.append(issue_signs_in_line(map, &stand, legend));
        let mut nodes: Vec<Node> = Vec::new();
        let stances = by_statement(map, &stand);
        trees[column].expect(stances.iter().map(|of_one| map.stances[of_one[0].0].statement));
        for of_one in stances {
            let mut lead = Runs::new();
            for (index, &(stance, reported)) in of_one.iter().take(LED_BY).enumerate() {
                lead.push(Mark::Plain, if index > 0 { ", " } else { "" });
                lead.append(stance_sign(map, stance));
                lead.append(manner(map, stance));
                lead.push(Mark::Faint, if reported { " (as others report)" } else { "" });
            }
            if of_one.len() > LED_BY {
                lead.push(Mark::Plain, format!(", and {} more", of_one.len() - LED_BY));
            }
            lead.push(Mark::Plain, ":");
            let statement = map.stances[of_one[0].0].statement;
            let told = *above.statements.entry(statement).or_insert(held.issue);
            if told == held.issue {
                nodes.push(trees[column].grow(statement, lead));
            } else {
                let mut node = trees[column].leaf(statement, lead);
                let runs = Runs::new().with(Mark::Faint, "Its grounds and words stand above, under ");
                node.details.push(runs.with(Mark::Name, map.word(map.issues[told].name)));
                nodes.push(node);
            }
        }
        Side { heading, blocks: vec![Block::Tree(nodes)] }
    };
    speaking.iter().map(side).collect()
}

/// The stances of a side, those of one statement together, in the order of the text.
fn by_statement(map: &Map, stand: &IssueStance<'_>) -> Vec<Vec<(StanceId, bool)>> {
    let mut stances: Vec<(StanceId, bool)> =
        stand.stances.iter().chain(stand.reports).map(|say| (say.stance, say.reported)).collect();
    stances.sort_by_key(|(stance, _)| (map.stances[*stance].statement, *stance));
    stances.chunk_by(|a, b| map.stances[a.0].statement == map.stances[b.0].statement).map(<[_]>::to_vec).collect()
}

/// Marks the words in which statements of different sides differ, where they are close; says whether any are.
fn mark_differences(map: &Map, speaking: &[(usize, IssueStance<'_>)], trees: &mut [StatementTrees<'_>]) -> bool {
    let mut marked = false;
    let statements: Vec<Vec<StatementId>> = speaking
        .iter()
        .map(|(_, stand)| by_statement(map, stand).iter().map(|stances| map.stances[stances[0].0].statement).collect())
        .collect();
    for (later, others) in statements.iter().enumerate() {
        for (earlier, ones) in statements[..later].iter().enumerate() {
            for &one in ones.iter().take(COMPARED) {
                let text = map.text(map.statements[one].text);
                let found = others
                    .iter()
                    .take(COMPARED)
                    .filter(|&&other| other != one)
                    .filter_map(|&other| Some((other, difference(&text, &map.text(map.statements[other].text))?)));
                if let Some((other, nearest)) = found.max_by(|a, b| a.1.nearness.total_cmp(&b.1.nearness)) {
                    trees[speaking[earlier].0].mark_words(one, nearest.one);
                    trees[speaking[later].0].mark_words(other, nearest.other);
                    marked = true;
                }
            }
        }
    }
    marked
}

/// What lies between two sides: the grounds that they share, and what the one says about the other. What was told above is
/// told again only in names, all in one line.
fn between(map: &Map, found: &Comparison, names: [&str; 2], above: &mut Above) -> Vec<Runs> {
    let mut lines = Vec::new();
    let mut again = Runs::new();
    let [one, other] = found.grounds.only.each_ref().map(Vec::len);
    let sided = !matches!(found.verdict, Verdict::BothSilent | Verdict::OneSilent | Verdict::OnlyRaised);
    if sided && one + other + found.grounds.both.len() > 0 {
        let both = found.grounds.both.len();
        let text = format!("Grounds: {one} only from {}, {other} only from {}, {both} from both.", names[0], names[1]);
        lines.push(text.into());
    }
    for (&[one, other], &opposite) in found.grounds.both.iter().zip(&found.opposite_ends) {
        let evidence = map.statements[one].kind == StatementKind::Evidence;
        let what = match (opposite, evidence) {
            (true, true) => "Both cite it, to opposite ends: ",
            (true, false) => "Both give it, to opposite ends: ",
            _ => "Both give it: ",
        };
        let mut runs = Runs::new().with(Mark::Strong, what);
        for (index, &statement) in [one, other].iter().take(if one == other { 1 } else { 2 }).enumerate() {
            runs.push(Mark::Plain, if index > 0 { " · " } else { "" });
            runs.push(Mark::Plain, format!("{} ", map.text(map.statements[statement].text)));
            runs.push(Mark::Name, map.statement_name(statement));
        }
        lines.push(runs);
    }
    for &id in &found.relations {
        let relation = &map.relations[id];
        let ends = [relation.from, relation.to];
        let told = |pair: &[StatementId; 2]| *pair == ends || [pair[1], pair[0]] == ends;
        if matches!(relation.kind, RelationKind::Agrees | RelationKind::SameFact) && found.grounds.both.iter().any(told)
        {
            continue;
        }
        let word = |mark, word: &str| Runs::new().with(mark, word).with(Mark::Plain, " ");
        let stances = match relation.kind {
            RelationKind::Against => word(Mark::Against, "is against"),
            RelationKind::Undercuts => denial(map, relation),
            RelationKind::Despite => word(Mark::Between, "stands in spite of"),
            RelationKind::Grants => word(Mark::For, "grants"),
            RelationKind::Agrees => word(Mark::For, "says the same as"),
            RelationKind::SameFact => word(Mark::Between, "is of the same fact as"),
        };
        let mut runs = Runs::new().with(Mark::Name, map.statement_name(relation.from)).with(Mark::Plain, " ");
        runs.append(stances);
        runs.push(Mark::Name, map.statement_name(relation.to));
        if !above.relations.insert(id) {
            again.push(Mark::Plain, if again.is_empty() { "As above: " } else { "; " });
            again.append(runs);
            continue;
        }
        if relation.inferred {
            runs.push(Mark::Inferred, " (inferred)");
        }
        if above.texts.insert(relation.from) {
            runs.push(Mark::Plain, format!(": {}", map.text(map.statements[relation.from].text)));
        }
        let said = |note: &&Note| note.from_reading && note.entry.covers(relation.span);
        for note in map.notes_of(relation.from).filter(said) {
            runs.push(Mark::Faint, format!(" Note: {}", map.text(note.text)));
        }
        lines.push(runs);
    }
    if !again.is_empty() {
        lines.push(again.with(Mark::Plain, "."));
    }
    lines
}

/// An issue to which one side alone speaks, in a line.
pub fn in_a_line(map: &Map, issue: IssueId, stand: &IssueStance<'_>, legend: &mut Legend) -> Runs {
    let mut runs = Runs::new().with(Mark::Name, map.word(map.issues[issue].name)).with(Mark::Plain, ": ");
    runs.append(issue_signs_in_line(map, stand, legend));
    runs.with(Mark::Plain, " – ").with(Mark::Faint, map.text(map.issues[issue].question))
}
