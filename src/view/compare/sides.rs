//! Sides of an issue: the statements of each with what hangs on them, and the words marked in which two of them differ.

use foldhash::{HashMap, HashSet};

use crate::analysis::table::positions::IssueStance;
use crate::model::{IssueId, Map, StanceId, StatementId};
use crate::page::{Block, Mark, Node, Runs, Side};
use crate::study::Compared;
use crate::view::wording::called::{issue_short, own_words};
use crate::view::wording::naming::{counted, quotation, statement_value};
use crate::view::wording::stance_said::stance_said;
use crate::view::wording::stance_word::INFERRED;

use super::above::Above;
use super::difference::{Bag, difference};
use super::turn::sentence;

/// More statements than these a side are not held against each other word by word.
const COMPARED: usize = 60;
/// More stances than these of one statement are counted, not told.
const LED_BY: usize = 12;

/// A side for each who speaks to the issue: the statements by which it does, each with its quotations and its reasons.
pub fn sides(compared: &Compared<'_>, issue: IssueId, names: &[String], above: &mut Above) -> Vec<Side> {
    let (map, selection) = (compared.map(), compared.selection());
    let mut trees: Vec<Grounds<'_>> = names.iter().map(|_| Grounds::new(map, selection.filter.stated)).collect();
    let speaking: Vec<(usize, IssueStance<'_>)> = compared.table.positions().shown_on(issue).collect();
    above.marks_words |= mark_differences(map, &speaking, &mut trees);
    let side = |&(column, stand): &(usize, IssueStance<'_>)| {
        let mut nodes: Vec<Node> = Vec::new();
        let stances = by_statement(map, &stand);
        trees[column].roots.extend(stances.iter().map(|of_one| map.stances[of_one[0].0].statement));
        for of_one in stances {
            let mut lead = Runs::new();
            for (index, &(stance, reported)) in of_one.iter().take(LED_BY).enumerate() {
                lead.push(Mark::Plain, if index > 0 { "; " } else { "" });
                lead.append(stance_said(map, stance));
                lead.push(Mark::Faint, if reported { " (as others report)" } else { "" });
            }
            if of_one.len() > LED_BY {
                lead.push(Mark::Plain, format!("; and {} more", of_one.len() - LED_BY));
            }
            lead.push(Mark::Plain, ": ");
            let statement = map.stances[of_one[0].0].statement;
            let told = *above.statements.entry(statement).or_insert(issue);
            nodes.push(if told == issue {
                trees[column].root(statement, lead)
            } else {
                let runs = lead.joined(own_words(map, statement));
                let text = format!(", told above with its grounds, on {}", issue_short(map, told));
                let value = statement_value(map, statement);
                let runs = runs.with(Mark::Faint, text);
                Node { runs, value, details: Vec::new(), children: Vec::new() }
            });
        }
        let heading = Runs::new().with(Mark::Strong, names[column].as_str());
        Side { heading, blocks: vec![Block::Tree(nodes)] }
    };
    speaking.iter().map(side).collect()
}

/// Statements of one side with what they rest on, each spelt out once.
struct Grounds<'m> {
    map: &'m Map,
    /// Whether the mapper's readings are left out.
    stated: bool,
    told: HashSet<StatementId>,
    /// Those that stand on the page with their own grounds.
    roots: HashSet<StatementId>,
    reworded: HashMap<StatementId, Runs>,
}

impl<'m> Grounds<'m> {
    fn new(map: &'m Map, stated: bool) -> Self {
        let (told, roots, reworded) = (HashSet::default(), HashSet::default(), HashMap::default());
        Grounds { map, stated, told, roots, reworded }
    }

    /// A statement with its quotations, and below it the reasons that are given for it.
    fn root(&mut self, statement: StatementId, lead: Runs) -> Node {
        let map = self.map;
        self.told.insert(statement);
        let text = self.text(statement);
        let details = map.quotations_of(statement).iter().map(|&id| quotation(map, id)).collect();
        let children = self.reasons(statement);
        let children = children.into_iter().map(|(premise, lead)| self.premise(premise, lead)).collect();
        Node { runs: lead.joined(text), value: statement_value(map, statement), details, children }
    }

    /// A reason in a line, with the number of those that are given for it.
    fn premise(&mut self, statement: StatementId, lead: Runs) -> Node {
        let map = self.map;
        let value = statement_value(map, statement);
        if self.roots.contains(&statement) || !self.told.insert(statement) {
            let runs = lead.joined(own_words(map, statement));
            return Node { runs, value, details: Vec::new(), children: Vec::new() };
        }
        let mut runs = lead.joined(self.text(statement));
        let below = self.reasons(statement).len();
        if below > 0 {
            runs.push(Mark::Faint, format!(" ({} below)", counted(below, "reason")));
        }
        Node { runs, value, details: Vec::new(), children: Vec::new() }
    }

    /// Premises of the reasons for a statement, each with the words that lead to it.
    fn reasons(&self, statement: StatementId) -> Vec<(StatementId, Runs)> {
        let map = self.map;
        let reasons = map.reasons_for(statement).iter().map(|&id| &map.reasons[id]);
        let given = reasons.filter(|reason| map.is_given(reason) && !(self.stated && reason.inferred));
        let lead = |index: usize, inferred: bool| {
            let word = if index == 0 { "because" } else { "together with" };
            let runs = Runs::new().with(Mark::For, word).with(Mark::Inferred, if inferred { INFERRED } else { "" });
            runs.with(Mark::Plain, " ")
        };
        let premises = given.flat_map(|reason| {
            reason.premises.iter().enumerate().map(move |(index, &premise)| (premise, lead(index, reason.inferred)))
        });
        premises.collect()
    }

    fn text(&self, statement: StatementId) -> Runs {
        let what = &self.map.statements[statement];
        let text = self.reworded.get(&statement).cloned();
        let text = text.unwrap_or_else(|| Runs::from(sentence(self.map, statement)));
        let text = text.with(Mark::Inferred, if what.unstated { " (relied on, not said)" } else { "" });
        text.with(Mark::Faint, if what.anticipated { " (an objection raised against oneself)" } else { "" })
    }
}

/// The stances of a side, those of one statement together, in the order of the text.
fn by_statement(map: &Map, stand: &IssueStance<'_>) -> Vec<Vec<(StanceId, bool)>> {
    let mut stances: Vec<(StanceId, bool)> =
        stand.stances.iter().chain(stand.reports).map(|say| (say.stance, say.reported)).collect();
    stances.sort_by_key(|(stance, _)| (map.stances[*stance].statement, *stance));
    stances.chunk_by(|a, b| map.stances[a.0].statement == map.stances[b.0].statement).map(<[_]>::to_vec).collect()
}

/// Marks the words in which statements of different sides differ, where they are close; says whether any are.
fn mark_differences(map: &Map, speaking: &[(usize, IssueStance<'_>)], trees: &mut [Grounds<'_>]) -> bool {
    let mut marked = false;
    let statements: Vec<Vec<StatementId>> = speaking
        .iter()
        .map(|(_, stand)| by_statement(map, stand).iter().map(|stances| map.stances[stances[0].0].statement).collect())
        .collect();
    let bag = |&statement: &StatementId| (statement, Bag::new(&map.text(map.statements[statement].text)));
    let bags: Vec<Vec<(StatementId, Bag)>> =
        statements.iter().map(|of_side| of_side.iter().take(COMPARED).map(bag).collect()).collect();
    for (later, others) in bags.iter().enumerate() {
        for (earlier, ones) in bags[..later].iter().enumerate() {
            for (one, words) in ones {
                let one = *one;
                let text = map.text(map.statements[one].text);
                let found = others.iter().filter(|(other, bag)| *other != one && words.may_be_close(bag)).filter_map(
                    |(other, _)| Some((*other, difference(&text, &map.text(map.statements[*other].text))?)),
                );
                if let Some((other, nearest)) = found.max_by(|a, b| a.1.nearness.total_cmp(&b.1.nearness)) {
                    trees[speaking[earlier].0].reworded.entry(one).or_insert(nearest.one);
                    trees[speaking[later].0].reworded.entry(other).or_insert(nearest.other);
                    marked = true;
                }
            }
        }
    }
    marked
}
