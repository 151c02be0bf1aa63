//! The points that a clash turns on, in a few sentences: the claim that is contested, the attack on it, and the answer.

use foldhash::HashSet;

use crate::analysis::dispute::agreement::Verdict;
use crate::analysis::dispute::between::{Bond, Link, Tie};
use crate::analysis::dispute::crux::{Contested, Crux, MOST, Sought};
use crate::model::{Map, RelationId, RelationKind, StatementId};
use crate::page::{Block, Mark, Runs, Target};
use crate::text::list::and;
use crate::view::wording::called::{own_words, quoted, range_said};
use crate::view::wording::naming::{counted, quotation};
use crate::view::wording::stance_word::INFERRED;

use super::asked::Question;
use super::two::Two;

/// Attacks on one claim that are told on the first page.
const TOLD: usize = 2;

/// Whether all attacks on a claim are told, or the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The first attacks, on a page of many questions.
    Short,
    /// Every attack, on a page of one.
    Full,
}

/// The sentences on one question; nothing where the two do not clash on it.
pub fn blocks(
    two: &Two<'_, '_>,
    question: &Question<'_>,
    detail: Detail,
    said: &mut HashSet<StatementId>,
) -> Vec<Block> {
    let mut lines = Telling { two, detail, told: HashSet::default(), said, lines: Vec::new() };
    for sought in &question.pair.cruxes {
        match sought {
            Sought::Found(crux) => lines.crux(crux, question.pair.cruxes.len() > 1),
            Sought::None => {
                lines.plain("No one claim decides it in this map: each has something else to go by.");
            }
            Sought::BeyondLimit => lines.plain(&format!(
                "What it turns on was not found: it takes more than {MOST} claims, or a longer search."
            )),
        }
    }
    if question.found().verdict == Verdict::TalkingPast {
        // Whoever attacks the other elsewhere has answered something.
        lines.plain(if two.links.is_empty() {
            "Neither has answered the other in this map."
        } else {
            "Nothing in this map joins the two on this question."
        });
    }
    lines.rest(question);
    if lines.lines.is_empty() { Vec::new() } else { vec![Block::List(lines.lines)] }
}

struct Telling<'t, 'c, 's> {
    two: &'t Two<'c, 's>,
    detail: Detail,
    /// The attacks that were told.
    told: HashSet<RelationId>,
    /// The statements whose text stands on the page.
    said: &'t mut HashSet<StatementId>,
    lines: Vec<Runs>,
}

impl Telling<'_, '_, '_> {
    fn plain(&mut self, text: &str) {
        self.lines.push(text.into());
    }

    /// A crux: whose claims it turns on, and for each what is said against it.
    fn crux(&mut self, crux: &Crux, several_cruxes: bool) {
        let map = self.two.map();
        let side = &self.two.names[crux.side];
        let all_granted = crux.contested.iter().all(|contested| is_granted(map, contested));
        let (one, several) =
            if all_granted { ("shows what it is given for", "shows what it is given for") } else { ("holds", "holds") };
        match crux.contested.as_slice() {
            [contested] => {
                let lead = format!("It turns on whether this claim of {side} {one}: ");
                let runs = self.text(contested.statement, Runs::from(lead));
                self.lines.push(runs);
                self.without(crux, several_cruxes);
                self.attacks(crux.side, contested);
            }
            all => {
                self.plain(&format!(
                    "It turns on {} claims of {side}: whether at least one of them {several}.",
                    all.len()
                ));
                self.without(crux, several_cruxes);
                for (index, contested) in all.iter().enumerate() {
                    let runs = self.text(contested.statement, format!("Claim {}: ", index + 1).into());
                    self.lines.push(runs);
                    self.attacks(crux.side, contested);
                }
            }
        }
    }

    /// The answer that its side loses with all claims of a crux, where that is not plain from the page.
    fn without(&mut self, crux: &Crux, several_cruxes: bool) {
        if self.detail == Detail::Short && !several_cruxes {
            return;
        }
        let side = &self.two.names[crux.side];
        let has = self.two.does(crux.side, "has", "have");
        let position = range_said(self.two.map(), crux.held);
        let against = if crux.is_for { "" } else { "against " };
        let (they, verb) = match crux.contested.len() {
            1 => ("it", "fails"),
            2 => ("both", "fail"),
            _ => ("all of them", "fail"),
        };
        self.plain(&format!("If {they} {verb}, {side} {has} nothing left for the answer “{against}{position}”."));
    }

    fn attacks(&mut self, side: usize, contested: &Contested) {
        let most = if self.detail == Detail::Short { TOLD } else { usize::MAX };
        for &id in contested.attacks.iter().take(most) {
            if self.told.insert(id) {
                self.attack(side, id, contested.statement);
            }
        }
    }

    /// An attack on a claim, and the answer to it in a line of its own.
    fn attack(&mut self, side: usize, id: RelationId, claim: StatementId) {
        let map = self.two.map();
        let relation = &map.relations[id];
        let [own, other] = [&self.two.names[side], &self.two.names[1 - side]];
        let how = match relation.kind {
            RelationKind::Undercuts => format!("{other} {} it", self.two.does(1 - side, "undercuts", "undercut")),
            _ => format!("{other} against it"),
        };
        let answers: Vec<&Link> = self
            .two
            .links
            .iter()
            .filter(|link| link.bond == Bond::Attacks && link.from == side && link.ends[1] == relation.from)
            .collect();
        let (back, answers): (Vec<&Link>, Vec<&Link>) = answers.into_iter().partition(|link| link.ends[0] == claim);
        let mut runs = Runs::from(how).with(Mark::Inferred, if relation.inferred { INFERRED } else { "" });
        if let Some(first) = back.first() {
            runs.push(Mark::Plain, " (each attacks the other");
            runs.push(Mark::Inferred, if first.inferred { INFERRED } else { "" });
            runs.push(Mark::Plain, ")");
        }
        runs.push(Mark::Plain, ": ");
        let runs = self.text(relation.from, runs);
        self.lines.push(runs);
        for answer in back.iter().chain(&answers) {
            if let Tie::Relation(answer) = answer.tie {
                self.told.insert(answer);
            }
        }
        match answers.as_slice() {
            [] if !back.is_empty() => {}
            [] if is_answered(map, relation.from) => {
                self.plain(&format!("{own}: no answer to this; others answer it."));
            }
            [] => self.plain(&format!("{own}: no answer to this in this map.")),
            [first, rest @ ..] => {
                let runs = Runs::from(format!("{own} {}", self.two.does(side, "answers", "answer")))
                    .with(Mark::Inferred, if first.inferred { INFERRED } else { "" });
                let mut runs = self.text(first.ends[0], runs.with(Mark::Plain, ": "));
                let more = rest.len();
                runs.push(
                    Mark::Faint,
                    if more == 0 { String::new() } else { format!(" And {}.", counted(more, "more answer")) },
                );
                self.lines.push(runs);
            }
        }
    }

    fn text(&mut self, statement: StatementId, lead: Runs) -> Runs {
        let map = self.two.map();
        if self.detail == Detail::Full || !self.said.insert(statement) {
            return text(map, statement, lead, self.said);
        }
        // On the first page a few words of a quotation have to do.
        let runs = lead.joined(sentence_leading(map, statement));
        match map.quotations_of(statement).first() {
            Some(&first) => {
                let runs = runs.with(Mark::Plain, " ").joined(quoted(map, first));
                let place = map.quotations[first].place.map(|place| format!(" [{}]", map.text(place)));
                runs.with(Mark::Place, place.unwrap_or_default())
            }
            None => runs,
        }
    }

    /// The number of attacks under the question that were not told.
    fn rest(&mut self, question: &Question<'_>) {
        let two = self.two;
        let untold = |side: usize| {
            let attacks = two.links_on(question).filter(|link| link.bond == Bond::Attacks && link.from == side);
            attacks.filter(|link| matches!(link.tie, Tie::Relation(id) if !self.told.contains(&id))).count()
        };
        let parts: Vec<String> = [0, 1]
            .into_iter()
            .filter(|&side| untold(side) > 0)
            .map(|side| {
                let [own, other] = [&two.names[side], &two.names[1 - side]];
                format!("{} of {own} against {other}", counted(untold(side), "more point"))
            })
            .collect();
        if self.detail == Detail::Short && !parts.is_empty() {
            let is_one = untold(0) + untold(1) == 1;
            let name = two.map().word(two.map().issues[question.issue].name);
            if two.in_site {
                let here = Runs::leading(Mark::Plain, "under this question", &Target::Issue(name.to_owned()));
                let runs = Runs::from(format!("{} ", parts.join(", "))).joined(here);
                self.lines.push(runs.with(Mark::Plain, "."));
                return;
            }
            let runs = Runs::from(format!("Not told here: {}. ", and(&parts)));
            let runs = runs.with(Mark::Name, format!("--issue {name}"));
            self.lines.push(runs.with(Mark::Plain, if is_one { " shows it." } else { " shows them." }));
        }
    }
}

/// Whether nobody attacks the statement itself: who only denies what it shows may grant it.
fn is_granted(map: &Map, contested: &Contested) -> bool {
    contested.attacks.iter().all(|&id| map.relations[id].kind == RelationKind::Undercuts)
}

/// A statement as a sentence of its own.
pub(super) fn sentence(map: &Map, statement: StatementId) -> String {
    let text = map.text(map.statements[statement].text);
    if text.ends_with(|last: char| last.is_alphanumeric()) { format!("{text}.") } else { text.into_owned() }
}

/// The same, which leads to it.
pub(super) fn sentence_leading(map: &Map, statement: StatementId) -> Runs {
    Runs::leading(Mark::Plain, sentence(map, statement), &Target::Statement(map.statement_name(statement)))
}

/// A statement as a sentence with its first quotation; where it stands on the page already, by its own words.
pub(super) fn text(map: &Map, statement: StatementId, lead: Runs, said: &mut HashSet<StatementId>) -> Runs {
    if !said.insert(statement) {
        return lead.joined(own_words(map, statement)).with(Mark::Plain, ", as above.");
    }
    let runs = lead.joined(sentence_leading(map, statement));
    match map.quotations_of(statement).first() {
        Some(&first) => runs.with(Mark::Plain, " ").joined(quotation(map, first)),
        None => runs,
    }
}

/// Whether anybody attacks a statement.
pub(super) fn is_answered(map: &Map, statement: StatementId) -> bool {
    map.attacks_on(statement, false).next().is_some()
}
