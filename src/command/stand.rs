//! `counterpoint stand`: what survives what is said against it.

mod distance;
mod export;
mod names;
mod reading;
mod repair;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use framework::iccma::Format;
use framework::strength::Model;
use framework::{Evaluation, Semantics, Stop, Stopped};

use self::reading::ReadingArgs;
use self::repair::RepairArgs;
use super::framework::{format, put};
use super::map::Loaded;
use super::texts::TextArgs;
use super::view::ViewArgs;
use super::{Failure, Run, Status};
use crate::analysis::column::{By, Columns, Who};
use crate::analysis::evaluation::audience::Audience;
use crate::analysis::evaluation::changes::{Changes, said_only_by};
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::evaluation::repair::{Costs, Goal, PATIENCE, Repair};
use crate::analysis::evaluation::smallest;
use crate::analysis::evaluation::unsure::{LOOKS, Unsure, inferred};
use crate::model::StatementId;
use crate::model::select::Selection;
use crate::page::{Page, Reader, Runs};
use crate::view::stand::difference::{Supposed, difference};
use crate::view::stand::dispute::{Why, dispute};
use crate::view::stand::ears::{Among, Ear, ears};
use crate::view::stand::extensions::extensions;
use crate::view::stand::repair::{repairs, ways};
use crate::view::stand::unsure::{unsure, unverified};
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
    reading: ReadingArgs,
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
        let debate =
            Debate { map, selection: &selection, within: self.reading.within, reading: self.reading.reading() };
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
        changes: &Changes,
    ) -> Result<Outcome, Failure> {
        self.in_time(|stop| debate.evaluate_again(evaluation, audience, changes, stop))
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
        let heard = audience.as_ref().map(|(audience, called)| (audience, called.as_str()));
        let (changes, supposed) = self.changes(debate)?;
        if let Some(format) = self.write {
            let compiled = debate.compile(heard.map(|(audience, _)| audience), &changes);
            let (framework, names) = export::export(map, &compiled);
            put(&framework, &names, format, &self.view.output)?;
            return Ok(loaded.status());
        }
        let mut evaluation = Evaluation::new(self.reading.semantics);
        let mut outcome = self.evaluate(&mut evaluation, debate, heard.map(|(audience, _)| audience), &changes)?;
        let smallest = match &self.why {
            Some(name) if self.smallest => {
                let statement = self.argued(&outcome, debate, name)?;
                Some(outcome.narrow(statement, smallest::PATIENCE))
            }
            _ => None,
        };
        let strengths = self.strength.map(|model| (debate.strengths(model), model.name()));
        let strengths = strengths.as_ref().map(|(strengths, name)| (strengths, *name));
        let asked = |reader| Asked { debate, outcome: &outcome, audience: heard, strengths, reader };
        let show = |page: &dyn Fn(&Selection, Reader) -> Page| {
            self.view.show(loaded, |_, selection, reader| page(selection, reader))
        };
        let repair = |target, goal, costs, patience| Repair {
            debate,
            audience: heard.map(|(audience, _)| audience),
            changes: &changes,
            target,
            goal,
            costs,
            patience,
        };
        if self.unsure {
            self.by_the_grounded_rule("--unsure")?;
            let mut parts = unverified(map, &loaded.workspace.quotations);
            if !debate.selection.filter.stated {
                parts.extend(inferred(map));
            }
            let statements: Vec<StatementId> =
                map.statements.ids().filter(|&id| debate.selection.has_statement(id)).collect();
            let audience = heard.map(|(audience, _)| audience);
            let found = Unsure { debate, audience, parts: &parts, looks: LOOKS }.find(&statements);
            return show(&|selection, reader| unsure(map, selection, &asked(reader), &parts, &found));
        }
        if let Some(name) = &self.repair.repair {
            self.by_the_grounded_rule("--repair")?;
            let target = self.argued(&outcome, debate, name)?;
            let repair = repair(target, self.repair.goal(outcome.of(target)), self.repair.costs(), PATIENCE);
            let found = repair.find();
            return show(&|selection, reader| repairs(map, selection, &asked(reader), &repair, &found));
        }
        if let Some(name) = &self.why {
            let statement = self.argued(&outcome, debate, name)?;
            let found = repair(statement, Goal::Stand, Costs::default(), PATIENCE / 20).find();
            let answers: Vec<Runs> = found.sets.iter().take(ANSWERS).map(|set| ways(map, set)).collect();
            let witnesses = self.in_time(|stop| outcome.witnesses(statement, stop))?;
            let why = Why { statement, answers, smallest, witnesses };
            return show(&|selection, reader| dispute(map, selection, &asked(reader), &why));
        }
        if let Some(most) = self.extensions {
            let found = self.in_time(|stop| outcome.extensions(most.into(), stop))?;
            return show(&|selection, reader| extensions(map, selection, &asked(reader), &found));
        }
        if changes.is_empty() {
            return show(&|selection, reader| stand(map, selection, &asked(reader)));
        }
        let audience = heard.map(|(audience, _)| audience);
        let before = self.evaluate(&mut evaluation, debate, audience, &Changes::default())?;
        show(&|selection, reader| difference(map, selection, &before, &asked(reader), &supposed))
    }

    /// Refuses what asks by the grounded rule alone where another is asked for.
    fn by_the_grounded_rule(&self, option: &str) -> Result<(), Failure> {
        match self.reading.semantics {
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
    fn changes(&self, debate: &Debate<'_>) -> Result<(Changes, Supposed), Failure> {
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
        let changes = Changes { supposed: holds.clone(), gone, ..Changes::default() };
        Ok((changes, Supposed { holds, not_said, without }))
    }

    fn for_whom(&self, loaded: &Loaded, debate: &Debate<'_>, whom: Whom) -> Result<Status, Failure> {
        let map = debate.map;
        let columns = Columns::new(map, By::Author, false);
        let mut evaluation = Evaluation::new(self.reading.semantics);
        let mut heard = Vec::new();
        let mut unheard = 0;
        let most = (LOOKED_AT / map.statements.len().max(1)).clamp(HEARD, MOST_HEARD);
        let mut spoken = vec![false; columns.who.len()];
        let mut of = Vec::new();
        for id in map.statements.ids() {
            columns.of(map, id, &mut of);
            of.iter().for_each(|&(column, _)| spoken[column] = true);
        }
        for (column, who) in columns.who.iter().enumerate().filter(|(column, _)| spoken[*column]) {
            let Who::Authors(authors) = who else { continue };
            if heard.len() >= most {
                unheard += 1;
                continue;
            }
            let audience = Audience::new(map, authors, debate.selection.filter.stated);
            let outcome = self.evaluate(&mut evaluation, debate, Some(&audience), &Changes::default())?;
            heard.push(Ear { column, audience, outcome });
        }
        let among = match whom {
            Whom::All => Among::All,
            Whom::Some => Among::Some,
            Whom::Each => Among::Each,
        };
        self.view.show(loaded, |map, selection, reader| ears(map, selection, &columns, &heard, unheard, among, reader))
    }
}
