//! `counterpoint stand`: what survives what is said against it.

mod distance;
mod export;
mod interpretation;
mod names;
mod repair;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use framework::iccma::Format;
use framework::strength::Model;
use framework::{Evaluation, Semantics, Stop, Stopped};

use self::interpretation::InterpretationArgs;
use self::repair::RepairArgs;
use super::framework::{format, put};
use super::map::Loaded;
use super::texts::TextArgs;
use super::view::ViewArgs;
use super::{Failure, Run, Status};
use crate::analysis::evaluation::audience::Audience;
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::{Hypothesis, said_only_by};
use crate::analysis::evaluation::incomplete::{EVALUATION_BUDGET, Incomplete, inferred};
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::evaluation::repair::{Costs, Goal, REPAIR_BUDGET, Repair};
use crate::analysis::evaluation::smallest;
use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::model::StatementId;
use crate::model::select::Selection;
use crate::page::{Consumer, Page, Runs};
use crate::view::stand::audiences::{Among, AudienceColumn, audiences};
use crate::view::stand::difference::{Supposed, difference};
use crate::view::stand::dispute::{Why, dispute};
use crate::view::stand::extensions::extensions;
use crate::view::stand::incomplete::{incomplete, unverified};
use crate::view::stand::repair::{repairs, ways};
use crate::view::stand::{Asked, stand};

/// Show what stands, falls or is open in view of all that is said against it, and why
#[derive(Debug, Args)]
pub struct Stand {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The whole dispute about this statement, as a tree
    #[arg(long, value_name = "NAME")]
    why: Option<String>,
    /// The smallest such tree instead of the shallowest: as few statements as can be have to stand for it
    #[arg(long, requires = "why")]
    smallest: bool,
    /// As this author takes it: what the author asserts or grants is preferred over what attacks it
    #[arg(long = "as", value_name = "AUTHOR")]
    audience: Option<String>,
    /// What stands for all authors, or for some, or how each of them takes every statement
    #[arg(long = "for", id = "ears", value_name = "WHOM", conflicts_with_all = ["audience", "why", "suppose", "suppose_not", "without"])]
    ears: Option<Whom>,
    /// What two authors quarrel about: what stands for one of them and not for the other
    #[arg(long, num_args = 2, value_names = ["AUTHOR", "AUTHOR"],
          conflicts_with_all = ["audience", "ears", "why", "suppose", "suppose_not", "without", "strength", "unsure", "repair"])]
    distance: Option<Vec<String>>,
    /// What follows if this holds, whatever is said against it
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    suppose: Vec<String>,
    /// What follows if nobody says this
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    suppose_not: Vec<String>,
    /// What follows if this author says nothing
    #[arg(long, value_name = "AUTHOR", value_delimiter = ',')]
    without: Vec<String>,
    /// Stop searching after so many seconds; the default rule needs no search
    #[arg(long, value_name = "NUMBER", default_value = "60")]
    seconds: u32,
    /// Beside each verdict, how strong the statement is when all that is for and against it is weighed up
    #[arg(long, value_name = "MODEL", value_parser = model, conflicts_with_all = ["ears", "why", "repair"])]
    strength: Option<Model>,
    /// What is certain while quotations are not verified and attacks and reasons are inferred, and what to look up first
    #[arg(long, conflicts_with_all = ["ears", "why", "repair", "strength", "suppose", "suppose_not", "without"])]
    unsure: bool,
    /// The readings of the map by the rule asked for: what stands in so many of them, and in every one
    #[arg(long, value_name = "NUMBER", num_args = 0..=1, require_equals = true, default_missing_value = "20",
          value_parser = clap::value_parser!(u16).range(1..),
          conflicts_with_all = ["ears", "distance", "why", "repair", "strength", "unsure"])]
    extensions: Option<u16>,
    /// Write what is argued as a framework, for programs that answer about frameworks
    #[arg(long, value_name = "FORMAT", value_parser = format(),
          conflicts_with_all = ["ears", "distance", "why", "repair", "strength", "unsure", "extensions"])]
    write: Option<Format>,
    #[command(flatten)]
    repair: RepairArgs,
    #[command(flatten)]
    interpretation: InterpretationArgs,
    #[command(flatten)]
    texts: TextArgs,
    #[command(flatten)]
    view: ViewArgs,
}

/// For whose ears.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Whom {
    /// What stands for every author
    All,
    /// What stands for some author
    Some,
    /// Every statement, for each author
    Each,
}

/// So many authors are always heard, where there are so many.
const HEARD: usize = 60;
/// So many are heard at most: everybody is held against everybody.
const MOST_HEARD: usize = 400;
/// Beyond those who are always heard, so many statements are looked at in all: what came of each is kept for each.
const LOOKED_AT: usize = 400_000;
/// So many ways to save a statement are named below its dispute.
const ANSWERS: usize = 6;

fn model(word: &str) -> Result<Model, String> {
    Model::named(word).ok_or_else(|| {
        let names = Model::ALL.map(Model::name);
        format!("the models are {}", names.join(", "))
    })
}

impl Run for Stand {
    const NAME: &'static str = "stand";

    fn run(&self) -> Result<Status, Failure> {
        let loaded = match self.unsure {
            true => self.view.map.load_verified(&self.paths, &self.texts)?,
            false => self.view.map.load(&self.paths)?,
        };
        let map = &loaded.workspace.map;
        let selection = self.view.selection(map)?;
        let debate = Debate {
            map,
            selection: &selection,
            within: self.interpretation.within,
            interpretation: self.interpretation.interpretation(),
        };
        match (self.ears, self.distance.as_deref()) {
            (Some(whom), _) => self.for_whom(&loaded, &debate, whom),
            (_, Some([one, other])) => self.between(&loaded, &debate, [one, other]),
            _ => self.for_one(&loaded, &debate),
        }
    }
}

impl Stand {
    /// One of several evaluations of a debate: what is searched for one is not searched for the next.
    fn evaluate(
        &self,
        evaluation: &mut Evaluation,
        debate: &Debate<'_>,
        audience: Option<&Audience>,
        hypothesis: &Hypothesis,
    ) -> Result<Outcome, Failure> {
        self.in_time(|stop| debate.evaluate_again(evaluation, audience, hypothesis, stop))
    }

    /// Asks what may take long.
    fn in_time<T>(&self, ask: impl FnOnce(&Stop<'_>) -> Result<T, Stopped>) -> Result<T, Failure> {
        let end = Instant::now() + Duration::from_secs(self.seconds.into());
        let is_up = || Instant::now() >= end;
        ask(&Stop::when(&is_up)).map_err(|_| {
            Failure(format!(
                "no answer within {} seconds\nhelp: give it more with --seconds, or ask for --semantics grounded, which takes none",
                self.seconds
            ))
        })
    }

    /// The page for everybody, or as one author takes it.
    fn for_one(&self, loaded: &Loaded, debate: &Debate<'_>) -> Result<Status, Failure> {
        let map = debate.map;
        let stated = debate.selection.filter.stated;
        let audience = match &self.audience {
            Some(name) => {
                let (authors, called) = names::authors(map, name)?;
                Some((Audience::new(map, &authors, stated), called))
            }
            None => None,
        };
        let included = audience.as_ref().map(|(audience, called)| (audience, called.as_str()));
        let (hypothesis, supposed) = self.hypothesis(debate)?;
        if let Some(format) = self.write {
            let compiled = debate.compile(included.map(|(audience, _)| audience), &hypothesis);
            let (framework, names) = export::export(map, &compiled);
            put(&framework, &names, format, &self.view.output)?;
            return Ok(loaded.status());
        }
        let mut evaluation = Evaluation::new(self.interpretation.semantics);
        let mut outcome =
            self.evaluate(&mut evaluation, debate, included.map(|(audience, _)| audience), &hypothesis)?;
        let smallest = match &self.why {
            Some(name) if self.smallest => {
                let statement = self.argued(&outcome, debate, name)?;
                Some(outcome.narrow(statement, smallest::DEFENCE_BUDGET))
            }
            _ => None,
        };
        let strengths = self.strength.map(|model| (debate.strengths(model), model.name()));
        let strengths = strengths.as_ref().map(|(strengths, name)| (strengths, *name));
        let asked = |consumer| Asked { debate, outcome: &outcome, audience: included, strengths, consumer };
        let show = |page: &dyn Fn(&Selection, Consumer) -> Page| {
            self.view.show(loaded, |_, selection, consumer| page(selection, consumer))
        };
        let repair = |target, goal, costs, left| Repair {
            debate,
            audience: included.map(|(audience, _)| audience),
            hypothesis: &hypothesis,
            target,
            goal,
            costs,
            left,
        };
        if self.unsure {
            self.by_the_grounded_rule("--unsure")?;
            let mut parts = unverified(map, &loaded.workspace.quotations);
            if !debate.selection.filter.stated {
                parts.extend(inferred(map));
            }
            let statements: Vec<StatementId> =
                map.statements.ids().filter(|&id| debate.selection.has_statement(id)).collect();
            let audience = included.map(|(audience, _)| audience);
            let found = Incomplete { debate, audience, parts: &parts, budget: EVALUATION_BUDGET }.find(&statements);
            return show(&|selection, consumer| incomplete(map, selection, &asked(consumer), &parts, &found));
        }
        if let Some(name) = &self.repair.repair {
            self.by_the_grounded_rule("--repair")?;
            let target = self.argued(&outcome, debate, name)?;
            let repair = repair(target, self.repair.goal(outcome.of(target)), self.repair.costs(), REPAIR_BUDGET);
            let found = repair.find();
            return show(&|selection, consumer| repairs(map, selection, &asked(consumer), &repair, &found));
        }
        if let Some(name) = &self.why {
            let statement = self.argued(&outcome, debate, name)?;
            let found = repair(statement, Goal::Stand, Costs::default(), REPAIR_BUDGET / 20).find();
            let answers: Vec<Runs> = found.sets.iter().take(ANSWERS).map(|set| ways(map, set)).collect();
            let witnesses = self.in_time(|stop| outcome.witnesses(statement, stop))?;
            let why = Why { statement, answers, smallest, witnesses };
            return show(&|selection, consumer| dispute(map, selection, &asked(consumer), &why));
        }
        if let Some(most) = self.extensions {
            let found = self.in_time(|stop| outcome.extensions(most.into(), stop))?;
            return show(&|selection, consumer| extensions(map, selection, &asked(consumer), &found));
        }
        if hypothesis.is_empty() {
            return show(&|selection, consumer| stand(map, selection, &asked(consumer)));
        }
        let audience = included.map(|(audience, _)| audience);
        let before = self.evaluate(&mut evaluation, debate, audience, &Hypothesis::default())?;
        show(&|selection, consumer| difference(map, selection, &before, &asked(consumer), &supposed))
    }

    /// Refuses what asks by the grounded rule alone where another is asked for.
    fn by_the_grounded_rule(&self, option: &str) -> Result<(), Failure> {
        match self.interpretation.semantics {
            Semantics::Grounded => Ok(()),
            _ => Err(Failure(format!("{option} asks by the grounded rule alone\nhelp: leave --semantics out"))),
        }
    }

    /// A statement that takes part.
    fn argued(&self, outcome: &Outcome, debate: &Debate<'_>, name: &str) -> Result<StatementId, Failure> {
        let statement = names::statement(debate.map, name)?;
        match outcome.compiled.takes_part(statement) {
            true => Ok(statement),
            false => Err(Failure(format!(
                "the filter keeps `{}` out of the argument\nhelp: leave --within out",
                debate.map.statement_name(statement)
            ))),
        }
    }

    /// What is supposed, for the framework and in words.
    fn hypothesis(&self, debate: &Debate<'_>) -> Result<(Hypothesis, Supposed), Failure> {
        let map = debate.map;
        let holds = names::statements(map, &self.suppose)?;
        let mut gone = names::statements(map, &self.suppose_not)?;
        if let Some(both) = holds.iter().find(|statement| gone.contains(statement)) {
            return Err(Failure(format!(
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

    fn for_whom(&self, loaded: &Loaded, debate: &Debate<'_>, whom: Whom) -> Result<Status, Failure> {
        let map = debate.map;
        let columns = Columns::new(map, By::Author, false);
        let mut evaluation = Evaluation::new(self.interpretation.semantics);
        let mut included = Vec::new();
        let mut omitted = 0;
        let most = (LOOKED_AT / map.statements.len().max(1)).clamp(HEARD, MOST_HEARD);
        let mut spoken = vec![false; columns.owners.len()];
        let mut of = Vec::new();
        for id in map.statements.ids() {
            columns.of(map, id, &mut of);
            of.iter().for_each(|&(column, _)| spoken[column] = true);
        }
        for (column, who) in columns.owners.iter().enumerate().filter(|(column, _)| spoken[*column]) {
            let ColumnOwner::Authors(authors) = who else { continue };
            if included.len() >= most {
                omitted += 1;
                continue;
            }
            let audience = Audience::new(map, authors, debate.selection.filter.stated);
            let outcome = self.evaluate(&mut evaluation, debate, Some(&audience), &Hypothesis::default())?;
            included.push(AudienceColumn { column, audience, outcome });
        }
        let among = match whom {
            Whom::All => Among::All,
            Whom::Some => Among::Some,
            Whom::Each => Among::Each,
        };
        self.view.show(loaded, |map, selection, consumer| {
            audiences(map, selection, &columns, &included, omitted, among, consumer)
        })
    }
}
