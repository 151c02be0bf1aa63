//! `counterpoint solve`: questions about a framework that is not a map, as the competition of solvers asks them.

use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};
use framework::iccma::{self, Answer, Format, Instance, Names};
use framework::problem::{Problem, Task};
use framework::strength::{Model, strengths};
use framework::{Argument, Framework, Semantics, Stop, solve};

use crate::file::{Disk, read_bytes, shown};
use crate::question::limit::Limit;
use crate::view::solve as view;

use super::conditions::Condition;
use super::example::Example;
use super::framework::{format, put};
use super::outcome::{Failure, Status, print};
use super::output::Output;
use super::run::{RARE, Run};
use super::search_limit::SearchLimit;

/// Answer questions about argumentation frameworks in files of the solvers' competition (ICCMA)
///
/// A framework is arguments and attacks between them, in a file that knows nothing else. What is asked is a problem such as SE-PR: some
/// preferred extension; DC, DS, SE, EE and CE stand before CO, GR, PR, ST, SST, STG, ID, EA or CF2. Answers are those of the competition,
/// so that solvers can be compared.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("question").required(true).args(["problem", "all", "strength", "write", "problems", "formats"]))]
pub struct Solve {
    /// What to find out: DC, DS, SE, EE or CE with a semantics, such as DS-PR
    #[arg(long, short, value_parser = problem)]
    problem: Option<Problem>,
    /// Show what becomes of every argument: whether it stands, falls or is open, by this semantics
    #[arg(long, value_name = "SEMANTICS", value_parser = semantics)]
    all: Option<Semantics>,
    /// Show how strong every argument is, by this model
    #[arg(long, value_name = "MODEL", value_parser = model)]
    strength: Option<Model>,
    /// Write the framework in another format
    #[arg(long, value_name = "FORMAT", value_parser = format())]
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
    #[arg(long, short, value_name = "NAME", requires = "problem")]
    argument: Option<String>,
    /// The format of the file [default: as its name ends, else as it looks]
    #[arg(help_heading = RARE, long, value_name = "FORMAT", value_parser = format())]
    fo: Option<Format>,
    /// Show at most so many extensions of EE; and so many arguments of --all and --strength, 100 unless said, of which programs are
    /// given all
    #[arg(long, value_name = "NUMBER")]
    most: Option<usize>,
    #[command(flatten)]
    search_limit: SearchLimit,
    #[command(flatten)]
    output: Output,
}

impl Run for Solve {
    const NAME: &'static str = "solve";
    const EXAMPLES: &'static [Example] = &[
        Example {
            line: "counterpoint stand --write apx --output map.apx",
            shows: "the argument of a map as a framework",
        },
        Example { line: "counterpoint solve --file map.apx --all grounded", shows: "what becomes of every argument" },
        Example { line: "counterpoint solve --file map.apx --problem SE-PR", shows: "some preferred extension" },
    ];
    const CONDITIONS: &'static [Condition] = &[
        Condition { option: "problem", value: is_about_one, excludes: &[], needs: &["argument"] },
        Condition { option: "problem", value: |problem| !is_about_one(problem), excludes: &["argument"], needs: &[] },
    ];

    fn run(&self) -> Result<Status, Failure> {
        if self.problems || self.formats {
            let formats = Format::ALL.iter().map(|format| format.name().to_owned());
            let list: Vec<String> = if self.problems { Problem::all().collect() } else { formats.collect() };
            print(|out| writeln!(out, "[{}]", list.join(",")))?;
            return Ok(Status::Sound);
        }
        let limit = self.search_limit.begin(None)?;
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
            (.., Some(format)) => put(&asked.framework, &asked.names, format, &self.output),
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
    fn place(&self) -> String {
        place(self.path)
    }

    /// Says what is not known, if anything.
    fn end(&self, missing: Option<String>) -> Result<Status, Failure> {
        let Some(missing) = missing else { return Ok(Status::Sound) };
        Err(Failure(match self.limit.reason() {
            Some(reason) => format!("{reason}: {missing}"),
            None => format!("memory ends here: {missing}"),
        }))
    }
}

impl Solve {
    /// Reads the framework of a file, whose bytes are not needed any more then.
    fn read(&self, path: &Path) -> Result<(Instance, Format), Failure> {
        let bytes = read_bytes(&Disk, path)?;
        let ending = path.extension().and_then(|ending| Format::of_ending(&ending.to_string_lossy()));
        let format = self.fo.or(ending).unwrap_or_else(|| Format::of_content(&bytes));
        let instance = iccma::read(&bytes, format).map_err(|cause| {
            let name = format.name();
            Failure(format!("{} is not understood as {name}: {cause}", place(path)))
        })?;
        Ok((instance, format))
    }

    /// How many arguments people are shown.
    fn rows(&self) -> usize {
        self.most.unwrap_or(100)
    }

    /// The argument that is asked about.
    fn argument(&self, asked: &Asked) -> Result<Option<Argument>, Failure> {
        let Some(name) = &self.argument else { return Ok(None) };
        match asked.names.find(name) {
            None => Err(Failure(format!("there is no argument `{name}` in {}", asked.place()))),
            found => Ok(found),
        }
    }

    fn solve(&self, asked: &Asked, problem: Problem) -> Result<Status, Failure> {
        let argument = self.argument(asked)?;
        let is_reached = |steps| asked.limit.is_reached(steps);
        let known = solve::answer(&asked.framework, problem, argument, self.most, &Stop::when(&is_reached));
        if let Some(answer) = &known.answer {
            if self.output.format()? == crate::render::Format::default() {
                let text = answer.text(&asked.names, asked.format);
                self.output.write(|out| out.write_all(text.as_bytes()))?;
            } else {
                let title = format!("{problem} in {}", asked.place());
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
        let is_reached = |steps| asked.limit.is_reached(steps);
        let known = solve::standing(&asked.framework, semantics, &Stop::when(&is_reached));
        let title = format!("What stands in {}: {}", asked.place(), semantics.name());
        let page = match &known.answer {
            Some(standing) => {
                let consumer = self.output.format()?.consumer();
                view::statuses(&title, standing, self.rows(), consumer, &|argument| asked.names.name(argument))
            }
            None => view::no_reading(&title),
        };
        self.output.show(&page)?;
        asked.end(known.missing)
    }

    fn show_strengths(&self, instance: &Instance, model: Model, path: &Path) -> Result<Status, Failure> {
        let graph = instance.graph().ok_or_else(|| {
            Failure(format!("in {} several attack or support together, which has no strength", place(path)))
        })?;
        let title = format!("How strong arguments are in {}: {}", place(path), model.name());
        let consumer = self.output.format()?.consumer();
        let found = strengths(&graph, model);
        self.output
            .show(&view::strengths(&title, &found, self.rows(), consumer, &|argument| instance.names.name(argument)))?;
        Ok(Status::Sound)
    }
}

/// Whether a problem is about one argument.
fn is_about_one(problem: &str) -> bool {
    Problem::named(problem).is_some_and(Problem::is_about_one)
}

/// Name of the file, in a message.
fn place(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { shown(path) }
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
        (Answer::Every(extensions), _) if extensions.more => match extensions.found.len() {
            1 => format!("This {kind} extension was found; there may be more."),
            number => format!("These {number} {kind} extensions were found; there may be more."),
        },
        (Answer::Every(extensions), _) => there_are(extensions.found.len() as u128, kind),
        (Answer::Count(Some(number)), _) => there_are(*number, kind),
        (Answer::Count(None), _) => format!("There are more than {} {kind} extensions.", u128::MAX),
    }
}

fn there_are(number: u128, kind: &str) -> String {
    match number {
        1 => format!("There is 1 {kind} extension."),
        _ => format!("There are {number} {kind} extensions."),
    }
}

fn problem(word: &str) -> Result<Problem, String> {
    Problem::named(word)
        .ok_or_else(|| "a problem is such as SE-PR; `counterpoint solve --problems` lists them".to_owned())
}

fn semantics(word: &str) -> Result<Semantics, String> {
    Semantics::named(word).ok_or_else(|| {
        let names: Vec<&str> = Semantics::all().map(Semantics::name).collect();
        format!("a semantics is one of {}", names.join(", "))
    })
}

fn model(word: &str) -> Result<Model, String> {
    Model::named(word).ok_or_else(|| format!("a model is one of {}", Model::ALL.map(Model::name).join(", ")))
}
