//! Questions about the status of statements: which searches answer them, and in which order.

mod audiences;
mod distance;
mod export;
mod hypothesis;

use std::cell::Cell;

use framework::iccma::Names;
use framework::strength::Model;
use framework::{Evaluation, Framework, Semantics, Status, Stop, Stopped};

use super::limit::Limit;
use super::names;
use super::{Refusal, called};
use crate::analysis::evaluation::audience::Audience;
use crate::analysis::evaluation::challenge::Challenges;
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::incomplete::{EVALUATION_BUDGET, Incomplete, inferred};
use crate::analysis::evaluation::interpretation::Interpretation;
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::evaluation::quarrel::quarrels;
use crate::analysis::evaluation::repair::{Costs, Edit, Goal, Repair};
use crate::analysis::evaluation::settlement::Settlements;
use crate::analysis::evaluation::trace::Trace;
use crate::model::select::{Filter, Selection};
use crate::model::{Entity, StanceId, StatementId};
use crate::page::{Block, Consumer, Page};
use crate::study::Study;
use crate::view::stand::audiences::Among;
use crate::view::stand::difference::difference;
use crate::view::stand::dispute::{Why, dispute};
use crate::view::stand::extensions::extensions;
use crate::view::stand::incomplete::{incomplete, unverified};
use crate::view::stand::repair::repairs;
use crate::view::stand::{Asked, Shown, stand};
use crate::workspace::Workspace;

/// Question about the status of statements.
#[derive(Debug, Clone)]
pub struct Question {
    /// Subject of the question.
    pub about: About,
    /// The author as whom it is taken: what that author asserts or grants is preferred over what attacks it.
    pub audience: Option<String>,
    /// Statements that are supposed to hold.
    pub suppose: Vec<String>,
    /// Statements that nobody is supposed to make.
    pub suppose_not: Vec<String>,
    /// Authors who are supposed to say nothing.
    pub without: Vec<String>,
    /// The model by which the strength of each statement is told beside its verdict.
    pub strength: Option<Model>,
    /// Whether every statement is to be shown, in full.
    pub full: bool,
    /// How the map is read.
    pub interpretation: Interpretation,
    /// Whether only what the filter keeps takes part.
    pub within: bool,
    /// The rule by which a statement stands. Doubts, repairs and what two quarrel about are asked by the grounded rule alone.
    pub semantics: Semantics,
    /// How long to search.
    pub limit: Limit,
}

/// Subject of a question. Statements and authors are named as somebody calls them.
#[derive(Debug, Clone)]
pub enum About {
    /// Every statement; and where something is supposed, what comes out differently.
    Everything,
    /// The whole dispute about a statement.
    Dispute {
        /// The name of the statement, as it was typed.
        statement: String,
        /// Whether the smallest tree is looked for instead of the shallowest.
        smallest: bool,
    },
    /// The fewest edits that make a statement stand or fall.
    Repair {
        /// The name of the statement, as it was typed.
        statement: String,
        /// Status to be reached: without this, the opposite of the present one.
        goal: Option<Goal>,
        /// Cost of an edit of each kind.
        costs: Costs,
    },
    /// Statements that are certain while quotations are unverified and much is inferred. The quotations have been
    /// looked up before.
    Doubts,
    /// The readings of the map by the rule, at most so many.
    Readings(u16),
    /// Which statements stand for whom.
    Audiences(Among),
    /// Statements that stand for one of two authors and not for the other.
    Distance([String; 2]),
    /// The framework that is evaluated, for programs that know frameworks and not maps.
    Framework,
}

/// Result of a question.
#[derive(Debug)]
pub enum Answer {
    /// A page that answers the question.
    Page(Page),
    /// A page of what is known, where the search ended before all was; and what is not.
    Partial(Page, String),
    /// A framework, with the names of its arguments.
    Framework(Framework, Names),
}

/// The most ways to save a statement that are named below its dispute.
const ANSWERS: usize = 6;
/// So many steps are made to find them.
const ANSWER_STEPS: u64 = 4_000_000;

impl Question {
    /// Searches what has to be searched, and makes the page for whoever reads it.
    ///
    /// # Errors
    ///
    /// A name is not in the map, the question contradicts itself, or the time is up.
    pub fn answer(&self, workspace: &Workspace, selection: &Selection, consumer: Consumer) -> Result<Answer, Refusal> {
        let map = &workspace.map;
        if let About::Dispute { statement, .. } = &self.about
            && let Some(Entity::Issue(issue)) = called::find(map, statement)
        {
            let selection = Selection::new(map, Filter { issues: vec![issue], ..selection.filter.clone() });
            let asked = Question { about: About::Everything, ..self.clone() };
            return asked.answer(workspace, &selection, consumer);
        }
        let asks_by_one_rule = matches!(self.about, About::Doubts | About::Repair { .. } | About::Distance(_));
        if asks_by_one_rule && self.semantics != Semantics::Grounded {
            return Err(Refusal("this is asked by the grounded rule alone\nhelp: leave --semantics out".to_owned()));
        }
        let debate = Debate { map, selection, within: self.within, interpretation: self.interpretation };
        let mut answer = match &self.about {
            About::Audiences(among) => self.for_whom(&debate, *among, consumer).map(Answer::Page),
            About::Distance(two) => self.between(&debate, two, consumer).map(Answer::Page),
            _ => self.for_one(workspace, &debate, consumer),
        }?;
        if let (Answer::Page(page), Some(reason)) = (&mut answer, self.limit.reason()) {
            let text = format!("The search was ended, because {reason}: --time SECONDS gives it longer.");
            page.push(Block::Note(text.into()));
        }
        Ok(answer)
    }

    /// One of several evaluations of a debate: what is searched for one is not searched for the next.
    fn evaluate(
        &self,
        evaluation: &mut Evaluation,
        debate: &Debate<'_>,
        audience: Option<&Audience>,
        hypothesis: &Hypothesis,
    ) -> Result<Outcome, Refusal> {
        self.in_time(|stop| debate.evaluate_again(evaluation, audience, hypothesis, stop))
    }

    /// Asks what may take long.
    fn in_time<T>(&self, ask: impl FnOnce(&Stop<'_>) -> Result<T, Stopped>) -> Result<T, Refusal> {
        ask(&Stop::when(&|steps| self.limit.is_reached(steps))).map_err(|_| {
            let reason = self.limit.reason().unwrap_or("it was stopped");
            Refusal(format!(
                "no answer: {reason}\nhelp: give it more with --time SECONDS, or ask for --semantics grounded, which needs no search"
            ))
        })
    }

    /// The answer for everybody, or as one author takes it.
    fn for_one(&self, workspace: &Workspace, debate: &Debate<'_>, consumer: Consumer) -> Result<Answer, Refusal> {
        let (map, selection) = (debate.map, debate.selection);
        let stated = selection.filter.stated;
        let included = match &self.audience {
            Some(name) => {
                let (speakers, called) = names::speakers(map, name)?;
                Some((speakers.audience(map, stated), called))
            }
            None => None,
        };
        let audience = included.as_ref().map(|(audience, _)| audience);
        let (hypothesis, supposed) = self.hypothesis(debate)?;
        if let About::Framework = self.about {
            let (framework, names) = export::export(map, &debate.compile(audience, &hypothesis));
            return Ok(Answer::Framework(framework, names));
        }
        let is_reached = |steps| self.limit.is_reached(steps);
        let mut evaluation = Evaluation::new(self.semantics);
        let Ok(mut outcome) = debate.evaluate_again(&mut evaluation, audience, &hypothesis, &Stop::when(&is_reached))
        else {
            return self.by_grounded(workspace, debate, consumer);
        };
        let smallest = match &self.about {
            About::Dispute { statement, smallest: true } => {
                let statement = argued(&outcome, debate, statement)?;
                Some(outcome.narrow(statement, &Stop::when(&is_reached)))
            }
            _ => None,
        };
        let strengths = self.strength.map(|model| (debate.strengths(model), model.name()));
        let found = Found {
            audience,
            hypothesis: &hypothesis,
            stop: Stop::when(&is_reached),
            asked: Asked {
                debate,
                outcome: &outcome,
                trace: &Trace::new(map, &outcome),
                audience: included.as_ref().map(|(audience, called)| (audience, called.as_str())),
                strengths: strengths.as_ref().map(|(strengths, name)| (strengths, *name)),
                consumer,
            },
        };
        let page = match &self.about {
            About::Doubts => found.doubts(workspace),
            About::Repair { statement, goal, costs } => found.repair(statement, *goal, *costs)?,
            About::Dispute { statement, .. } => {
                let (statement, answers, more) = found.answers(statement)?;
                let witnesses = outcome.witnesses(statement, &found.stop).unwrap_or_default();
                dispute(map, selection, &found.asked, &Why { statement, answers, more, smallest, witnesses })
            }
            About::Readings(most) => {
                let readings = self.in_time(|stop| outcome.extensions((*most).into(), stop))?;
                extensions(map, selection, &found.asked, &readings)
            }
            _ if hypothesis.is_empty() => self.everything(&found)?,
            _ => {
                let Ok(before) = debate.evaluate_again(&mut evaluation, audience, &Hypothesis::default(), &found.stop)
                else {
                    return self.by_grounded(workspace, debate, consumer);
                };
                difference(map, selection, &before, &found.asked, &supposed)
            }
        };
        Ok(Answer::Page(page))
    }

    /// Page of every statement, or of what there is at a glance; for that the map is read without the mapper's readings, too.
    fn everything(&self, found: &Found<'_>) -> Result<Page, Refusal> {
        let Asked { debate, trace, consumer, .. } = found.asked;
        let (map, selection) = (debate.map, debate.selection);
        let has_readings =
            map.relations.iter().any(|(_, it)| it.inferred) || map.reasons.iter().any(|(_, it)| it.inferred);
        let alone = Selection::new(map, Filter { stated: true, ..selection.filter.clone() });
        let mut stated = None;
        if has_readings && !selection.filter.stated && !self.full && consumer.reads_blocks() {
            let debate = Debate { selection: &alone, ..*debate };
            let audience = match &self.audience {
                Some(name) => Some(names::speakers(map, name)?.0.audience(map, true)),
                None => None,
            };
            let nothing = Hypothesis::default();
            stated = debate.evaluate(audience.as_ref(), &nothing, self.semantics, &found.stop).ok();
        }
        let stated_trace = stated.as_ref().map(|outcome| Trace::new(map, outcome));
        let stated = stated_trace.as_ref().map(|trace| Challenges::new(map, trace));
        let shown = Shown {
            full: self.full,
            challenges: &Challenges::new(map, trace),
            stated: stated.as_ref(),
            quarrels: &quarrels(map, trace),
        };
        Ok(stand(&Study::new(map, selection), &found.asked, &shown))
    }

    /// Answer by the grounded rule, where the search by another was ended: the statuses that are certain all the same.
    fn by_grounded(&self, workspace: &Workspace, debate: &Debate<'_>, consumer: Consumer) -> Result<Answer, Refusal> {
        let reason = self.limit.reason().unwrap_or("it was stopped");
        let asked = Question { semantics: Semantics::Grounded, limit: Limit::after(None), ..self.clone() };
        let rule = self.semantics.name();
        let certain = if self.semantics.holds_grounded() {
            format!("What stands or falls by it does so by the {rule} rule, too; what is open may be otherwise.")
        } else {
            format!("By the {rule} rule, all of that may be otherwise.")
        };
        let Answer::Page(mut page) = asked.for_one(workspace, debate, consumer)? else {
            unreachable!("a page was asked for");
        };
        let text = format!(
            "The search by the {rule} rule was ended, because {reason}, so this is the answer by the grounded one. {certain}"
        );
        page.push(Block::Note(text.into()));
        Ok(Answer::Partial(page, format!("{reason}: the answer by the {rule} rule is not known")))
    }
}

/// Audience, hypothesis and searches of a debate, to go on from.
struct Found<'a> {
    audience: Option<&'a Audience>,
    hypothesis: &'a Hypothesis,
    stop: Stop<'a>,
    asked: Asked<'a>,
}

impl Found<'_> {
    fn doubts(&self, workspace: &Workspace) -> Page {
        let Found { audience, asked: Asked { debate, .. }, .. } = *self;
        let (map, selection) = (debate.map, debate.selection);
        let mut parts = unverified(map, &workspace.quotations);
        if !selection.filter.stated {
            parts.extend(inferred(map));
        }
        let statements: Vec<StatementId> = map.statements.ids().filter(|&id| selection.has_statement(id)).collect();
        let prospects = Incomplete { debate, audience, parts: &parts, budget: EVALUATION_BUDGET };
        let prospects = prospects.find(&statements, &self.stop);
        incomplete(map, selection, &self.asked, &parts, &prospects)
    }

    fn repair(&self, name: &str, goal: Option<Goal>, costs: Costs) -> Result<Page, Refusal> {
        let Asked { debate, outcome, .. } = self.asked;
        let target = argued(outcome, debate, name)?;
        let opposite = if outcome.of(target) == Some(Status::Stands) { Goal::Fall } else { Goal::Stand };
        let repair = self.changed(target, goal.unwrap_or(opposite), costs);
        let sets = repair.find(&self.stop);
        let settlements = self.settlements(target);
        Ok(repairs(debate.map, debate.selection, &self.asked, &repair, &sets, &settlements))
    }

    /// Settlements for the stances of a statement that hang on parts of the map, of those that were searched in time.
    fn settlements(&self, statement: StatementId) -> Vec<Settlements> {
        let Found { audience, hypothesis, asked: Asked { debate, .. }, .. } = *self;
        let map = debate.map;
        let says = |stance: &StanceId| debate.selection.has_stance(*stance);
        let hanging = map.stances_of(statement).iter().copied().filter(says);
        let hanging = hanging.filter(|&stance| map.stances[stance].linked().is_some());
        hanging.map_while(|stance| debate.settlements(audience, hypothesis, stance, &self.stop).ok()).collect()
    }

    /// A statement, with the first ways to save it.
    fn answers(&self, name: &str) -> Result<(StatementId, Vec<Vec<Edit>>, usize), Refusal> {
        let Asked { debate, outcome, .. } = self.asked;
        let statement = argued(outcome, debate, name)?;
        // It is told beside something else, and not waited for.
        let made = Cell::new(0);
        let is_enough = |steps| made.replace(made.get() + steps) > ANSWER_STEPS;
        let found = self.changed(statement, Goal::Stand, Costs::default()).find(&Stop::when(&is_enough));
        let more = found.number.saturating_sub(found.sets.len().min(ANSWERS));
        let mut sets = found.sets;
        sets.truncate(ANSWERS);
        Ok((statement, sets, more))
    }

    fn changed(&self, target: StatementId, goal: Goal, costs: Costs) -> Repair<'_> {
        let Found { audience, hypothesis, asked: Asked { debate, .. }, .. } = *self;
        Repair { debate, audience, hypothesis, target, goal, costs }
    }
}

/// A statement that takes part.
fn argued(outcome: &Outcome, debate: &Debate<'_>, name: &str) -> Result<StatementId, Refusal> {
    let statement = names::statement(debate.map, name)?;
    if outcome.compiled.takes_part(statement) {
        Ok(statement)
    } else {
        Err(Refusal(format!(
            "the filter keeps `{}` out of the argument\nhelp: leave --within out",
            debate.map.statement_name(statement)
        )))
    }
}
