//! One issue: which answers to it can still be held, and under each position the statements that speak to it, with why they stand or not.

use serde_json::json;

use crate::analysis::evaluation::challenge::Verdict;
use crate::analysis::evaluation::condition::taken::Taken;
use crate::model::{IssueId, PositionId, StanceId, StatementId};
use crate::page::{Block, Mark, Node, Page, Runs, Target};
use crate::study::{Place, PlaceSide, Study};
use crate::text::list::and;
use crate::view::wording::called::{position_in_full, position_said};
use crate::view::wording::figure::figure;
use crate::view::wording::named;
use crate::view::wording::naming::{counted, quotation, statement_value};
use crate::view::wording::speech::{capitalized, manner};

use super::answers::{Answer, by_position, verdict_runs};
use super::asked::{Asked, Shown};
use super::condition::{Conditional, taken_word};
use super::why::{Teller, word};

/// So many statements that nobody attacked are shown for a position; the others are counted.
const UNCHALLENGED: usize = 1;
/// So many of the others are.
const OTHERS: usize = 3;
/// A text is cut behind so many characters.
const LENGTH: usize = 56;
/// A line about a statement on which there is nothing to say has so many characters, its lead included; its text at least so many.
const LINE: usize = 74;
const LEAST: usize = 32;
/// So many answers that nobody attacked are named in the sentence; more are counted.
const NAMED: usize = 3;

/// Puts issues on a page.
pub(super) struct Issues<'a, 'm> {
    pub(super) study: &'a Study<'m>,
    pub(super) asked: &'a Asked<'a>,
    pub(super) shown: &'a Shown<'a>,
    pub(super) teller: Teller<'a>,
    /// The stances that their authors gave up later, on the issue that is being told.
    pub(super) given_up: Vec<StanceId>,
}

impl Issues<'_, '_> {
    /// The question, a sentence, and its positions as a tree; nothing of an issue to which nobody speaks here.
    pub(super) fn issue(&mut self, page: &mut Page, issue: IssueId) {
        let map = self.study.map;
        let places = self.study.places(issue);
        if places.is_empty() {
            return;
        }
        self.given_up = self.study.given_up(issue);
        let question = Runs::from(map.text(map.issues[issue].question).into_owned());
        page.push(Block::Heading { level: 1, runs: question.with(Mark::Plain, "  ").joined(named::issue(map, issue)) });
        let answers = by_position(self.study, self.asked, self.shown, issue);
        page.push(Block::Prose(capitalized(self.summary(&answers))));
        let nodes = places.chunk_by(|a, b| a.position == b.position).map(|of_one| self.position(of_one, &answers));
        page.push(Block::Tree(nodes.collect()));
    }

    /// Which of the answers can still be held, and what of that merely nobody attacked.
    fn summary(&self, answers: &[Answer]) -> Runs {
        let name = |answer: &Answer| format!("‘{}’", answer.named(self.study).plain());
        let of = |wanted: &dyn Fn(&Answer) -> bool| -> Vec<String> {
            answers.iter().filter(|answer| wanted(answer)).map(name).collect()
        };
        let held = of(&Answer::can_be_held);
        let open = of(&|answer| matches!(answer.taken, Some(Taken::Open)));
        let is_unmet = |answer: &Answer| answer.hangs_on_condition(self.study, self.asked);
        let fallen = of(&|answer| matches!(answer.taken, Some(Taken::Falls)) && !is_unmet(answer));
        let unmet = of(&|answer| matches!(answer.taken, Some(Taken::Falls)) && is_unmet(answer));
        let free = of(&Answer::is_untouched);
        let on_condition = |answer: &Answer| format!("{} only {}", name(answer), answer.conditions(self.study).plain());
        let conditional = answers.iter().filter(|answer| answer.taken == Some(Taken::If)).map(on_condition);
        let conditional: Vec<String> = conditional.collect();
        let mut text = match (answers.len(), held.len()) {
            (0, _) => return "nobody gives an answer of their own to this here.".into(),
            (1, 1) if !conditional.is_empty() => {
                format!("the one answer can be held in this map: {}", and(&conditional))
            }
            (1, 1) => format!("the one answer, {}, can be held in this map", held[0]),
            (1, _) => "the one answer cannot be held in this map as it stands".to_owned(),
            (2, 2) => "both answers can be held in this map".to_owned(),
            (all, held) if all == held => format!("all {all} answers can be held in this map"),
            (all, 0) => format!("none of the {all} answers can be held in this map as it stands"),
            (all, held) => format!("{held} of the {all} answers can be held in this map"),
        };
        if answers.len() > 1 && !conditional.is_empty() {
            text += &format!(", {}", and(&conditional));
        }
        let is = |names: &[String]| if names.len() == 1 { "is" } else { "are" };
        let mut rest = Vec::new();
        if !open.is_empty() {
            rest.push(format!("{} {} open", and(&open), is(&open)));
        }
        if !fallen.is_empty() {
            rest.push(format!("{} fall{}", and(&fallen), if fallen.len() == 1 { "s" } else { "" }));
        }
        if !unmet.is_empty() {
            let (falls, its) = if unmet.len() == 1 { ("falls", "its") } else { ("fall", "their") };
            rest.push(format!("{} {falls} because {its} condition is not met", and(&unmet)));
        }
        text += &if rest.is_empty() { ".".to_owned() } else { format!("; {}.", and(rest)) };
        if !free.is_empty() {
            let proves = if free.len() == 1 { "it" } else { "them" };
            let what = match free.len() {
                1 if answers.len() == 1 => "it".to_owned(),
                all if all == answers.len() => "any of them".to_owned(),
                few if few <= NAMED => and(&free),
                many => format!("{many} of them"),
            };
            text += &format!(" Nobody in this map has attacked {what}: that does not prove {proves}.");
        }
        text.into()
    }

    /// A position by what its stances come to, with who holds it, and the statements on it.
    fn position(&self, places: &[Place], answers: &[Answer]) -> Node {
        let map = self.study.map;
        let Some(position) = places[0].position else {
            let value = json!({ "position": null });
            return Node {
                runs: "takes no side".into(),
                value,
                details: Vec::new(),
                children: self.statements(places),
            };
        };
        let mut runs = full_name(self.study, position);
        runs.push(Mark::Plain, " – ");
        let answer = answers.iter().find(|answer| answer.position == position);
        match answer {
            Some(answer) => {
                runs.append(answer.told(self.study));
                runs.push(Mark::Plain, ", held by ");
                runs.append(answer.who(&self.teller.speech));
                runs.push(Mark::Inferred, if answer.inferred { "~" } else { "" });
            }
            None if places.iter().any(|place| place.side == PlaceSide::For) => {
                runs.push(Mark::Faint, "nobody here holds it as their own");
            }
            None => runs.push(Mark::Faint, "nobody holds it"),
        }
        let standing = answer.map(|answer| taken_word(answer.taken));
        let verdict = answer.and_then(|answer| answer.verdict).map(Verdict::word);
        let value = json!({ "position": map.position_name(position), "standing": standing, "verdict": verdict });
        Node { runs, value, details: Vec::new(), children: self.statements(places) }
    }

    /// The statements in one place: first those on which there is something to say.
    fn statements(&self, places: &[Place]) -> Vec<Node> {
        let of_statements: Vec<&[Place]> = places.chunk_by(|a, b| a.statement == b.statement).collect();
        let is_free = |of: &&[Place]| self.shown.challenges.verdict(of[0].statement) == Some(Verdict::Unchallenged);
        let (free, others): (Vec<&[Place]>, Vec<&[Place]>) = of_statements.into_iter().partition(is_free);
        let all = self.shown.full || self.asked.strengths.is_some() || self.asked.consumer.reads_values();
        let takes_no_side = places.first().is_some_and(|place| place.position.is_none());
        let [most, most_others] = match (all, takes_no_side) {
            (true, _) => [usize::MAX; 2],
            (false, true) => [0, OTHERS],
            (false, false) => [UNCHALLENGED, OTHERS],
        };
        let shown = others.iter().take(most_others).chain(free.iter().take(most));
        let mut nodes: Vec<Node> = shown.map(|of| self.line(of[0].statement, of)).collect();
        let mut more = |number: usize, what: &str| {
            if number > 0 {
                let lead = if nodes.is_empty() { counted(number, "statement") } else { format!("and {number} more") };
                let runs = Runs::new().with(Mark::Faint, format!("{lead} {what} (--full)"));
                nodes.push(Node { runs, value: json!({ "more": number }), details: Vec::new(), children: Vec::new() });
            }
        };
        more(others.len().saturating_sub(most_others), "that are not simply unchallenged");
        more(free.len().saturating_sub(most), "that nobody attacked");
        nodes
    }

    /// A statement: its verdict, whose it is, what it says, and why it stands or not, where there is anything to say.
    pub(super) fn line(&self, statement: StatementId, places: &[Place]) -> Node {
        let map = self.study.map;
        let verdict = self.shown.challenges.verdict(statement);
        let mut runs = verdict_runs(verdict);
        let strength = self.asked.strengths.map(|(strengths, _)| strengths.of[statement.index()]);
        if let Some(strength) = strength {
            runs.push(Mark::Strong, format!(" {}", figure(strength)));
        }
        let relevance = self.asked.audience.map(|(audience, _)| audience.of(statement).word());
        if let Some(relevance) = relevance {
            runs.push(Mark::Faint, format!(" ({relevance})"));
        }
        runs.append(self.said(statement, places));
        let conditional = Conditional::new(map, self.asked.outcome);
        let conditions = conditional.lines(places.iter().map(|place| place.stance));
        let why = self.teller.why(statement);
        let mut value = serde_json::Value::Null;
        if self.asked.consumer.reads_values() {
            value = statement_value(map, statement);
            value["standing"] = word(self.asked.outcome.of(statement)).into();
            value["verdict"] = verdict.map(Verdict::word).into();
            value["why"] = why.plain().into();
            if let Some(relevance) = relevance {
                value["relevance"] = relevance.into();
            }
            if let Some(strength) = strength {
                value["strength"] = strength.into();
            }
            if !conditions.is_empty() {
                value["conditions"] = conditions.iter().map(|(stance, _)| conditional.value(*stance)).collect();
            }
        }
        let mut details = Vec::new();
        if self.shown.full {
            details.extend(map.quotations_of(statement).iter().map(|&id| quotation(map, id)));
        }
        if self.shown.full || verdict != Some(Verdict::Unchallenged) {
            details.push(why_with_ground(&self.teller, self.shown, statement));
        }
        details.extend(conditions.into_iter().map(|(_, line)| line));
        Node { runs, value, details, children: Vec::new() }
    }

    /// `, against: Ann: The trams are slow “trams are slow” (firmly)`
    fn said(&self, statement: StatementId, places: &[Place]) -> Runs {
        let map = self.study.map;
        let mut runs = Runs::new();
        let mut sides: Vec<&str> = places.iter().filter_map(|place| side(place.side)).collect();
        sides.dedup();
        if !sides.is_empty() {
            runs.push(Mark::Plain, format!(", {}", and(sides)));
        }
        runs.push(Mark::Plain, format!(": {}: ", speaker_before_colon(&self.teller, statement)));
        let is_free = self.shown.challenges.verdict(statement) == Some(Verdict::Unchallenged);
        let lead = Verdict::Unchallenged.word().len() + runs.plain().chars().count();
        let text = match (self.shown.full, is_free) {
            (true, _) => map.text(map.statements[statement].text).into_owned(),
            (false, true) => self.teller.speech.text(statement, LINE.saturating_sub(lead).max(LEAST)),
            (false, false) => self.teller.speech.text(statement, LENGTH),
        };
        let target = Target::Statement(map.statement_name(statement));
        runs.append(Runs::leading(Mark::Plain, text, &target));
        let words = self.teller.speech.words(statement);
        // Where no words of the author are there, the text has been said; and no sentence refers to what nobody attacks.
        let has_words = words.plain().starts_with('“') || map.statements[statement].card.is_some();
        if has_words && (self.shown.full || !is_free) {
            runs.push(Mark::Plain, " ");
            runs.append(words);
        }
        let mut manners: Vec<Runs> = places.iter().map(|place| manner(map, place.stance)).collect();
        manners.dedup();
        for manner in manners {
            runs.append(manner);
        }
        if places.iter().any(|place| self.given_up.contains(&place.stance)) {
            runs.push(Mark::Between, " (given up since)");
        }
        runs
    }
}

/// Why a statement stands or not; of one that stands on attacked ground also on which.
pub(super) fn why_with_ground(teller: &Teller<'_>, shown: &Shown<'_>, statement: StatementId) -> Runs {
    let why = teller.why(statement);
    let ground = shown.challenges.ground(statement);
    let ground = ground.filter(|_| shown.challenges.verdict(statement) == Some(Verdict::Contested));
    let Some((reason, premise)) = ground else { return why };
    let fares = match shown.challenges.verdict(premise) {
        Some(Verdict::Contested) => "rests on attacked ground itself",
        Some(Verdict::Open) => "is open",
        Some(Verdict::Falls) => "falls",
        _ => "is attacked and stands",
    };
    let told = teller.rests_on_what(premise, reason).with(Mark::Plain, format!(", which {fares}."));
    // That nothing attacks it directly is no comfort where its ground is attacked.
    if why.plain() == "Nothing attacks it." { told } else { why.with(Mark::Plain, " ").joined(told) }
}

/// Speaker of a statement, as stands before a colon.
fn speaker_before_colon(teller: &Teller<'_>, statement: StatementId) -> String {
    let objection = teller.trace.outcome.compiled.takes_part(statement) && teller.is_objection(statement);
    let speaker = capitalized(teller.speech.speaker(statement).into()).plain();
    if objection { format!("{speaker}, an objection to be answered") } else { speaker }
}

/// Position by what it is called and, where that is more, by what it means in full.
fn full_name(study: &Study<'_>, position: PositionId) -> Runs {
    let runs = Runs::new().with(Mark::Strong, position_said(study.map, position));
    match position_in_full(study.map, position) {
        Some(full) => runs.with(Mark::Plain, format!(" ({full})")),
        None => runs,
    }
}

/// How a statement stands to its position, where it does not simply hold it.
fn side(side: PlaceSide) -> Option<&'static str> {
    match side {
        PlaceSide::For => None,
        PlaceSide::Against => Some("against it"),
        PlaceSide::Prefers => Some("ranks it first"),
        PlaceSide::Weighs => Some("weighs both sides"),
        PlaceSide::Raises => Some("asks"),
    }
}
