//! What stands in view of all that is said against it: which searches answer a question about it, and in which order.

mod audiences;
mod distance;
mod export;

use std::time::Duration;

use framework::iccma::Names;
use framework::strength::Model;
use framework::{Evaluation, Framework, Semantics, Status, Stop, Stopped};

use super::limit::Limit;
use super::{Refusal, names};
use crate::analysis::evaluation::audience::Audience;
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::{Hypothesis, said_only_by};
use crate::analysis::evaluation::incomplete::{EVALUATION_BUDGET, Incomplete, inferred};
use crate::analysis::evaluation::interpretation::Interpretation;
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::evaluation::repair::{Costs, Goal, REPAIR_BUDGET, Repair};
use crate::analysis::evaluation::smallest;
use crate::model::StatementId;
use crate::model::select::Selection;
use crate::page::{Consumer, Page, Runs};
use crate::view::stand::audiences::Among;
use crate::view::stand::difference::{Supposed, difference};
use crate::view::stand::dispute::{Why, dispute};
use crate::view::stand::extensions::extensions;
use crate::view::stand::incomplete::{incomplete, unverified};
use crate::view::stand::repair::{repairs, ways};
use crate::view::stand::{Asked, stand};
use crate::workspace::Workspace;

/// What is asked of what stands.
#[derive(Debug, Clone)]
pub struct Question {
    /// What the answer is to be about.
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
    /// How the map is read.
    pub interpretation: Interpretation,
    /// Whether only what the filter keeps takes part.
    pub within: bool,
    /// The rule by which a statement stands. Doubts, repairs and what two quarrel about are asked by the grounded rule alone.
    pub semantics: Semantics,
    /// The seconds that each search may take.
    pub seconds: u32,
}

/// What is wanted of what stands. Statements and authors are named as somebody calls them.
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
        /// What is to become of it: without this, the opposite of what is so.
        goal: Option<Goal>,
        /// How much an edit of each kind costs.
        costs: Costs,
    },
    /// What is certain while quotations are unverified and much is inferred. They have been looked up before.
    Doubts,
    /// The readings of the map by the rule, at most so many.
    Readings(u16),
    /// Which statements stand for whom.
    Audiences(Among),
    /// What two authors quarrel about.
    Distance([String; 2]),
    /// The framework that is evaluated, for programs that know frameworks and not maps.
    Framework,
}

/// What a question comes to.
#[derive(Debug)]
pub enum Answer {
    /// A page that answers the question.
    Page(Page),
    /// A framework, with the names of its arguments.
    Framework(Framework, Names),
}

/// The most ways to save a statement that are named below its dispute.
const ANSWERS: usize = 6;

impl Question {
    /// Searches what has to be searched, and makes the page for whoever reads it.
    ///
    /// # Errors
    ///
    /// A name is not in the map, the question contradicts itself, or the time is up.
    pub fn answer(&self, workspace: &Workspace, selection: &Selection, consumer: Consumer) -> Result<Answer, Refusal> {
        let map = &workspace.map;
        let asks_by_one_rule = matches!(self.about, About::Doubts | About::Repair { .. } | About::Distance(_));
        if asks_by_one_rule && self.semantics != Semantics::Grounded {
            return Err(Refusal("this is asked by the grounded rule alone\nhelp: leave --semantics out".to_owned()));
        }
        let debate = Debate { map, selection, within: self.within, interpretation: self.interpretation };
        match &self.about {
            About::Audiences(among) => self.for_whom(&debate, *among, consumer).map(Answer::Page),
            About::Distance(two) => self.between(&debate, two, consumer).map(Answer::Page),
            _ => self.for_one(workspace, &debate, consumer),
        }
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

    fn limit(&self) -> Limit {
        Limit::after(Some(Duration::from_secs(self.seconds.into())))
    }

    /// Asks what may take long.
    fn in_time<T>(&self, ask: impl FnOnce(&Stop<'_>) -> Result<T, Stopped>) -> Result<T, Refusal> {
        let limit = self.limit();
        ask(&Stop::when(&|| limit.is_reached())).map_err(|_| {
            Refusal(format!(
                "no answer within {} seconds\nhelp: give it more with --seconds, or ask for --semantics grounded, which takes none",
                self.seconds
            ))
        })
    }

    /// The answer for everybody, or as one author takes it.
    fn for_one(&self, workspace: &Workspace, debate: &Debate<'_>, consumer: Consumer) -> Result<Answer, Refusal> {
        let (map, selection) = (debate.map, debate.selection);
        let stated = selection.filter.stated;
        let included = match &self.audience {
            Some(name) => {
                let (authors, called) = names::authors(map, name)?;
                Some((Audience::new(map, &authors, stated), called))
            }
            None => None,
        };
        let audience = included.as_ref().map(|(audience, _)| audience);
        let (hypothesis, supposed) = self.hypothesis(debate)?;
        if let About::Framework = self.about {
            let (framework, names) = export::export(map, &debate.compile(audience, &hypothesis));
            return Ok(Answer::Framework(framework, names));
        }
        let mut evaluation = Evaluation::new(self.semantics);
        let mut outcome = self.evaluate(&mut evaluation, debate, audience, &hypothesis)?;
        let smallest = match &self.about {
            About::Dispute { statement, smallest: true } => {
                let statement = argued(&outcome, debate, statement)?;
                Some(outcome.narrow(statement, smallest::DEFENCE_BUDGET))
            }
            _ => None,
        };
        let strengths = self.strength.map(|model| (debate.strengths(model), model.name()));
        let found = Found {
            audience,
            hypothesis: &hypothesis,
            asked: Asked {
                debate,
                outcome: &outcome,
                audience: included.as_ref().map(|(audience, called)| (audience, called.as_str())),
                strengths: strengths.as_ref().map(|(strengths, name)| (strengths, *name)),
                consumer,
            },
        };
        let page = match &self.about {
            About::Doubts => found.doubts(workspace),
            About::Repair { statement, goal, costs } => found.repair(statement, *goal, *costs)?,
            About::Dispute { statement, .. } => {
                let (statement, answers) = found.answers(statement)?;
                let witnesses = self.in_time(|stop| outcome.witnesses(statement, stop))?;
                dispute(map, selection, &found.asked, &Why { statement, answers, smallest, witnesses })
            }
            About::Readings(most) => {
                let readings = self.in_time(|stop| outcome.extensions((*most).into(), stop))?;
                extensions(map, selection, &found.asked, &readings)
            }
            _ if hypothesis.is_empty() => stand(map, selection, &found.asked),
            _ => {
                let before = self.evaluate(&mut evaluation, debate, audience, &Hypothesis::default())?;
                difference(map, selection, &before, &found.asked, &supposed)
            }
        };
        Ok(Answer::Page(page))
    }

    /// What is supposed, for the framework and in words.
    fn hypothesis(&self, debate: &Debate<'_>) -> Result<(Hypothesis, Supposed), Refusal> {
        let map = debate.map;
        let statements = |names: &[String]| -> Result<Vec<StatementId>, Refusal> {
            names.iter().map(|name| names::statement(map, name)).collect()
        };
        let holds = statements(&self.suppose)?;
        let mut gone = statements(&self.suppose_not)?;
        if let Some(both) = holds.iter().find(|statement| gone.contains(statement)) {
            return Err(Refusal(format!(
                "`{}` cannot both hold and not be said\nhelp: take it out of --suppose or out of --suppose-not",
                map.statement_name(*both)
            )));
        }
        let (mut silent, mut without) = (Vec::new(), Vec::new());
        for name in &self.without {
            let (authors, called) = names::authors(map, name)?;
            silent.extend(authors);
            without.push(called);
        }
        let not_said = gone.clone();
        // What is supposed to hold does so, whoever is silent.
        gone.extend(said_only_by(map, &silent).into_iter().filter(|statement| !holds.contains(statement)));
        let hypothesis = Hypothesis { supposed: holds.clone(), gone, ..Hypothesis::default() };
        Ok((hypothesis, Supposed { holds, not_said, without }))
    }
}

/// What was found out about a debate, to go on from.
struct Found<'a> {
    audience: Option<&'a Audience>,
    hypothesis: &'a Hypothesis,
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
        let prospects = Incomplete { debate, audience, parts: &parts, budget: EVALUATION_BUDGET }.find(&statements);
        incomplete(map, selection, &self.asked, &parts, &prospects)
    }

    fn repair(&self, name: &str, goal: Option<Goal>, costs: Costs) -> Result<Page, Refusal> {
        let Asked { debate, outcome, .. } = self.asked;
        let target = argued(outcome, debate, name)?;
        let opposite = if outcome.of(target) == Some(Status::Stands) { Goal::Fall } else { Goal::Stand };
        let repair = self.changed(target, goal.unwrap_or(opposite), costs, REPAIR_BUDGET);
        let sets = repair.find();
        Ok(repairs(debate.map, debate.selection, &self.asked, &repair, &sets))
    }

    /// A statement, with the first ways to save it.
    fn answers(&self, name: &str) -> Result<(StatementId, Vec<Runs>), Refusal> {
        let Asked { debate, outcome, .. } = self.asked;
        let statement = argued(outcome, debate, name)?;
        let found = self.changed(statement, Goal::Stand, Costs::default(), REPAIR_BUDGET / 20).find();
        Ok((statement, found.sets.iter().take(ANSWERS).map(|set| ways(debate.map, set)).collect()))
    }

    fn changed(&self, target: StatementId, goal: Goal, costs: Costs, budget: usize) -> Repair<'_> {
        let Found { audience, hypothesis, asked: Asked { debate, .. } } = *self;
        Repair { debate, audience, hypothesis, target, goal, costs, left: budget }
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
