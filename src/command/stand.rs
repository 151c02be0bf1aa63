//! `counterpoint stand`: what survives what is said against it.

mod interpretation;
mod repair;

use std::path::PathBuf;

use clap::{ArgGroup, Args};
use framework::iccma::Format;
use framework::strength::Model;

use crate::model::Entity;
use crate::page::Consumer;
use crate::question::limit::{Limit, STEPS};
use crate::question::names::thing;
use crate::question::stand::{About, Answer, Question};
use crate::view::stand::audiences::Among;

use self::interpretation::InterpretationArgs;
use self::repair::RepairArgs;
use super::conditions::Condition;
use super::example::Example;
use super::framework::{format, put};
use super::outcome::{Failure, Status};
use super::run::{RARE, Run};
use super::search_limit::SearchLimit;
use super::texts::TextArgs;
use super::view::ViewArgs;
use super::words::one_of;

/// Show what stands, falls or is open in view of all that is said against it, and why
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("asked")
    .args(["why", "ears", "distance", "unsure", "repair", "extensions", "write"]))]
pub struct Stand {
    /// An issue or statement of the map, and files and folders [default: the nearest map]
    #[arg(value_name = "NAME|PATH")]
    paths: Vec<PathBuf>,
    /// The whole dispute about this statement, or about all that is said on this issue
    #[arg(long, value_name = "NAME")]
    why: Option<String>,
    /// Every statement in full, with why it stands, falls or is open
    #[arg(long)]
    full: bool,
    /// The smallest such tree instead of the shallowest: as few statements as can be have to stand for it
    #[arg(help_heading = RARE, long, requires = "why")]
    smallest: bool,
    /// As this author takes it: what the author asserts or grants is preferred over what attacks it
    #[arg(long = "as", value_name = "AUTHOR")]
    audience: Option<String>,
    /// What stands for all authors, or for some, or how each of them takes every statement
    #[arg(long = "for", id = "ears", value_name = "WHOM", value_parser = one_of(Among::WORDS),
          conflicts_with_all = ["audience", "suppose", "suppose_not", "without"])]
    ears: Option<Among>,
    /// What two authors quarrel about: what stands for one of them and not for the other
    #[arg(help_heading = RARE, long, num_args = 2, value_names = ["AUTHOR", "AUTHOR"],
          conflicts_with_all = ["audience", "suppose", "suppose_not", "without"])]
    distance: Option<Vec<String>>,
    /// What follows if this holds, whatever is said against it: a statement, or `ISSUE: POSITION`, on which stances may hang
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    suppose: Vec<String>,
    /// What follows if nobody says this, or `ISSUE: POSITION` does not hold
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    suppose_not: Vec<String>,
    /// What follows if this author says nothing
    #[arg(long, value_name = "AUTHOR", value_delimiter = ',')]
    without: Vec<String>,
    /// Beside each verdict, how strong the statement is when all that is for and against it is weighed up
    #[arg(help_heading = RARE, long, value_name = "MODEL", value_parser = model, conflicts_with = "asked")]
    strength: Option<Model>,
    /// What is certain while quotations are not verified and attacks and reasons are inferred, and what to look up first
    #[arg(help_heading = RARE, long, conflicts_with_all = ["suppose", "suppose_not", "without"])]
    unsure: bool,
    /// The readings of the map by the rule asked for: what stands in so many of them, and in every one
    #[arg(help_heading = RARE, long, value_name = "NUMBER", num_args = 0..=1, require_equals = true, default_missing_value = "20",
          value_parser = clap::value_parser!(u16).range(1..))]
    extensions: Option<u16>,
    /// Write what is argued as a framework, for programs that answer about frameworks
    #[arg(help_heading = RARE, long, value_name = "FORMAT", value_parser = format())]
    write: Option<Format>,
    #[command(flatten)]
    repair: RepairArgs,
    #[command(flatten)]
    interpretation: InterpretationArgs,
    #[command(flatten)]
    search_limit: SearchLimit,
    #[command(flatten)]
    texts: TextArgs,
    #[command(flatten)]
    view: ViewArgs,
}

fn model(word: &str) -> Result<Model, String> {
    Model::named(word).ok_or_else(|| {
        let names = Model::ALL.map(Model::name);
        format!("the models are {}", names.join(", "))
    })
}

impl Run for Stand {
    const NAME: &'static str = "stand";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint stand", shows: "what stands, falls or is open, at a glance" },
        Example { line: "counterpoint stand main-contribution", shows: "every answer to one question" },
        Example {
            line: "counterpoint stand --why hanatani-2017.unique-contribution",
            shows: "the whole dispute about one statement",
        },
    ];
    /// Some questions have an answer by the grounded rule alone.
    const CONDITIONS: &'static [Condition] = &[Condition {
        option: "semantics",
        value: |rule| rule != "grounded",
        excludes: &["repair", "unsure", "distance"],
        needs: &[],
    }];

    fn run(&self) -> Result<Status, Failure> {
        let (name, paths) = self.name_and_paths();
        let loaded =
            if self.unsure { self.view.map.load_verified(paths, &self.texts)? } else { self.view.map.load(paths)? };
        let map = &loaded.workspace.map;
        let mut words = self.view.filter.words();
        let mut question = self.question(self.search_limit.begin(Some(STEPS))?);
        match name.map(|name| thing(map, name).map(|thing| (name, thing))).transpose()? {
            None => {}
            Some((name, Entity::Issue(_))) => words.issues.push(name.to_owned()),
            Some((name, Entity::Statement(_))) if matches!(question.about, About::Everything) => {
                question.about = About::Dispute { statement: name.to_owned(), smallest: false };
            }
            Some((name, who @ (Entity::Author(_) | Entity::Side(_)))) => {
                let kind = if matches!(who, Entity::Side(_)) { "a side" } else { "an author" };
                let typed = if name.contains(char::is_whitespace) { format!("'{name}'") } else { name.to_owned() };
                let text = format!(
                    "`{name}` is {kind}, and what stands is asked of a question or a statement\n\
                     help: what stands as they take it: counterpoint stand --as {typed}\n\
                     help: what they say to each question: counterpoint show {typed}"
                );
                return Err(Failure(text));
            }
            Some((name, _)) => {
                let text =
                    format!("`{name}` is neither an issue nor a statement\nhelp: counterpoint list issues names them");
                return Err(Failure(text));
            }
        }
        let selection = words.select(map)?;
        // A framework goes into a file of its own format.
        let consumer = match self.write {
            Some(_) => Consumer::default(),
            None => self.view.output.format()?.consumer(),
        };
        match question.answer(&loaded.workspace, &selection, consumer)? {
            Answer::Page(page) => self.view.show_page(&loaded, page),
            Answer::Partial(page, missing) => {
                self.view.show_page(&loaded, page)?;
                Err(Failure(missing))
            }
            Answer::Framework(framework, names) => {
                let format = self.write.expect("only --write asks for a framework");
                put(&framework, &names, format, &self.view.output)?;
                Ok(loaded.status())
            }
        }
    }
}

impl Stand {
    /// The name that comes first, where it is no file that is there, and the files and folders.
    fn name_and_paths(&self) -> (Option<&str>, &[PathBuf]) {
        match self.paths.split_first() {
            Some((first, rest)) => match first.to_str() {
                Some(name)
                    if !first.exists()
                        && first.extension().is_none_or(|extension| extension != "arg")
                        && !name.contains(['/', '\\']) =>
                {
                    (Some(name), rest)
                }
                _ => (None, &self.paths),
            },
            None => (None, &self.paths),
        }
    }

    fn question(&self, limit: Limit) -> Question {
        Question {
            about: self.about(),
            audience: self.audience.clone(),
            suppose: self.suppose.clone(),
            suppose_not: self.suppose_not.clone(),
            without: self.without.clone(),
            strength: self.strength,
            interpretation: self.interpretation.interpretation(),
            within: self.interpretation.within,
            semantics: self.interpretation.semantics,
            full: self.full,
            limit,
        }
    }

    /// Subject of the question; clap lets only one of these options through.
    fn about(&self) -> About {
        match (&self.why, self.repair.about(), self.ears, &self.distance, self.extensions) {
            (Some(statement), ..) => About::Dispute { statement: statement.clone(), smallest: self.smallest },
            (_, Some(repair), ..) => repair,
            (_, _, Some(among), ..) => About::Audiences(among),
            (_, _, _, Some(two), _) => About::Distance([two[0].clone(), two[1].clone()]),
            (.., Some(most)) => About::Readings(most),
            _ if self.unsure => About::Doubts,
            _ if self.write.is_some() => About::Framework,
            _ => About::Everything,
        }
    }
}
