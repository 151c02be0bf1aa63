//! `counterpoint solve`: questions about a framework that is not a map, as the competition of solvers asks them.

mod known;
mod problem;

use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};

use super::output::Output;
use super::patience::{Limit, Patience};
use super::{Failure, Run, Status, print};
use crate::exchange::iccma::{self, Answer, Format, Instance, Names};
use crate::file::{read_bytes, shown};
use crate::framework::strength::{Model, strengths};
use crate::framework::{Argument, Framework, Semantics, Stop};
use crate::view::solve as view;
use problem::{Problem, Task};

/// Answer questions about argumentation frameworks in files of the solvers' competition (ICCMA)
///
/// A framework is arguments and attacks between them, in a file that knows nothing else. What is asked is a problem such as SE-PR: some
/// preferred extension; DC, DS, SE, EE and CE stand before CO, GR, PR, ST, SST, STG, ID, EA or CF2. Answers are those of the competition,
/// so that solvers can be compared.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("question").required(true).args(["problem", "all", "strength", "write", "problems", "formats"]))]
pub struct Solve {
    /// What to find out: DC, DS, SE, EE or CE with a semantics, such as DS-PR
    #[arg(long, short, value_parser = Problem::parse)]
    problem: Option<Problem>,
    /// Show what becomes of every argument: whether it stands, falls or is open, by this semantics
    #[arg(long, value_name = "SEMANTICS", value_parser = problem::semantics)]
    all: Option<Semantics>,
    /// Show how strong every argument is, by this model
    #[arg(long, value_name = "MODEL", value_parser = problem::model)]
    strength: Option<Model>,
    /// Write the framework in another format
    #[arg(long, value_name = "FORMAT")]
    write: Option<Format>,
    /// List the problems that can be asked
    #[arg(long)]
    problems: bool,
    /// List the formats that can be read
    #[arg(long)]
    formats: bool,
    /// The file; `-` is standard input
    #[arg(long, short, required_unless_present_any = ["problems", "formats"])]
    file: Option<PathBuf>,
    /// The argument that DC and DS ask about
    #[arg(long, short, value_name = "NAME")]
    argument: Option<String>,
    /// The format of the file [default: as its name ends, else as it looks]
    #[arg(long, value_name = "FORMAT")]
    fo: Option<Format>,
    /// Show people at most so many arguments of --all and --strength; programs are given all
    #[arg(long, value_name = "NUMBER", default_value_t = 100)]
    most: usize,
    #[command(flatten)]
    patience: Patience,
    #[command(flatten)]
    output: Output,
}

impl Run for Solve {
    const NAME: &'static str = "solve";

    fn run(&self) -> Result<Status, Failure> {
        if self.problems || self.formats {
            let formats = Format::ALL.iter().map(|format| format.name().to_owned());
            let list: Vec<String> = if self.problems { Problem::all().collect() } else { formats.collect() };
            print(&format!("[{}]\n", list.join(",")))?;
            return Ok(Status::Sound);
        }
        let limit = self.patience.begin()?;
        let path = self.file.as_deref().expect("clap requires a file");
        let (instance, format) = self.read(path)?;
        if let Some(model) = self.strength {
            return self.show_strengths(&instance, model, path);
        }
        let (names, framework) = instance.framework();
        let asked = Asked { names, framework, format, path, limit };
        match (self.problem, self.all, self.write) {
            (Some(problem), ..) => self.solve(&asked, problem),
            (_, Some(semantics), _) => self.show_statuses(&asked, semantics),
            (.., Some(format)) => self.write(&asked, format),
            _ => unreachable!("clap requires a question"),
        }
    }
}

/// A framework that is asked about.
struct Asked<'p> {
    names: Names,
    framework: Framework,
    /// The format that it came in, and in which its solvers answer.
    format: Format,
    path: &'p Path,
    limit: Limit,
}

impl Asked<'_> {
    /// Says what is not known, if anything.
    fn end(&self, missing: Option<String>) -> Result<Status, Failure> {
        missing.map_or(Ok(Status::Sound), |missing| Err(Failure(format!("{}: {missing}", self.limit.reason()))))
    }
}

impl Solve {
    /// What the file says. Its bytes are not needed any more then.
    fn read(&self, path: &Path) -> Result<(Instance, Format), Failure> {
        let bytes = read_bytes(path)?;
        let ending = path.extension().and_then(|ending| Format::of_ending(&ending.to_string_lossy()));
        let format = self.fo.or(ending).unwrap_or_else(|| Format::of_content(&bytes));
        let instance = iccma::read(&bytes, format).map_err(|cause| {
            let name = format.name();
            Failure(format!("{} is not understood as {name}: {cause}", shown(path)))
        })?;
        Ok((instance, format))
    }

    /// The argument that is asked about.
    fn argument(&self, asked: &Asked, problem: Problem) -> Result<Option<Argument>, Failure> {
        match (&self.argument, problem.is_about_one()) {
            (Some(_), false) => Err(Failure("only DC and DS ask about one argument: leave out --argument".to_owned())),
            (None, true) => {
                Err(Failure("say which argument is asked about with --argument NAME, or -a NAME".to_owned()))
            }
            (None, false) => Ok(None),
            (Some(name), true) => match asked.names.find(name) {
                None => Err(Failure(format!("there is no argument `{name}` in {}", shown(asked.path)))),
                found => Ok(found),
            },
        }
    }

    fn solve(&self, asked: &Asked, problem: Problem) -> Result<Status, Failure> {
        let argument = self.argument(asked, problem)?;
        let is_reached = || asked.limit.is_reached();
        let known = known::answer(&asked.framework, problem, argument, &Stop::when(&is_reached));
        if let Some(answer) = &known.answer {
            if self.output.format()? == Default::default() {
                self.output.write(&answer.text(&asked.names, asked.format))?;
            } else {
                let title = format!("{problem} in {}", shown(asked.path));
                let naming = |argument| asked.names.name(argument);
                self.output.show(&view::extensions(
                    &title,
                    &sentence(problem, answer),
                    answer.extensions(),
                    &naming,
                ))?;
            }
        }
        asked.end(known.missing)
    }

    fn show_statuses(&self, asked: &Asked, semantics: Semantics) -> Result<Status, Failure> {
        let is_reached = || asked.limit.is_reached();
        let known = known::standing(&asked.framework, semantics, &Stop::when(&is_reached));
        let title = format!("What stands in {}: {}", shown(asked.path), semantics.name());
        let page = match &known.answer {
            Some(standing) => {
                let reader = self.output.format()?.reader();
                view::statuses(&title, standing, self.most, reader, &|argument| asked.names.name(argument))
            }
            None => view::no_reading(&title),
        };
        self.output.show(&page)?;
        asked.end(known.missing)
    }

    fn show_strengths(&self, instance: &Instance, model: Model, path: &Path) -> Result<Status, Failure> {
        let graph = instance.graph().ok_or_else(|| {
            Failure(format!("in {} several attack or support together, which has no strength", shown(path)))
        })?;
        let title = format!("How strong arguments are in {}: {}", shown(path), model.name());
        let reader = self.output.format()?.reader();
        let found = strengths(&graph, model);
        self.output
            .show(&view::strengths(&title, &found, self.most, reader, &|argument| instance.names.name(argument)))?;
        Ok(Status::Sound)
    }

    fn write(&self, asked: &Asked, format: Format) -> Result<Status, Failure> {
        let text = iccma::write(&asked.framework, &asked.names, format);
        let text = text.ok_or_else(|| {
            let (name, path) = (format.name(), shown(asked.path));
            Failure(format!(
                "{name} cannot say what is in {path}: several attack together, or are needed\nhelp: --write apx"
            ))
        })?;
        self.output.write(&text)?;
        Ok(Status::Sound)
    }
}

/// The answer in words.
fn sentence(problem: Problem, answer: &Answer) -> String {
    let kind = problem.semantics.name();
    match (answer, problem.task) {
        (Answer::Accepted(true, _), Task::Credulous) => format!("Yes: some {kind} extension has the argument."),
        (Answer::Accepted(false, _), Task::Credulous) => format!("No: no {kind} extension has the argument."),
        (Answer::Accepted(true, _), _) => format!("Yes: every {kind} extension has the argument."),
        (Answer::Accepted(false, _), _) => format!("No: not every {kind} extension has the argument."),
        (Answer::Some(None), _) => format!("There is no {kind} extension."),
        (Answer::Some(Some(_)), _) => format!("This is a {kind} extension."),
        (Answer::Every(found), _) => format!("There are {} {kind} extensions.", found.len()),
        (Answer::Count(Some(count)), _) => format!("There are {count} {kind} extensions."),
        (Answer::Count(None), _) => format!("There are more {kind} extensions than can be counted."),
    }
}
