//! A solver as the competition (ICCMA) calls it: a problem, a file and perhaps an argument in, the answer out.

use std::fmt::Display;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use framework::iccma::{self, Format, Instance};
use framework::problem::Problem;
use framework::strength::{Model, strengths};
use framework::{Argument, Semantics, Status, Stop, solve};

const USAGE: &str = "\
counterpoint-solve: questions about argumentation frameworks, as the competition of solvers asks them

    counterpoint-solve -p PROBLEM -f FILE [-a ARGUMENT]   answer a problem such as SE-PR or DC-ST
    counterpoint-solve --all SEMANTICS -f FILE            what becomes of every argument
    counterpoint-solve --strength MODEL -f FILE           how strong every argument is: qe, df-quad or h-categoriser
    counterpoint-solve --problems                         the problems that can be asked
    counterpoint-solve --formats                          the formats that can be read

    -fo FORMAT       the format of the file, where neither its name nor its beginning tells
    --most NUMBER    at most so many extensions of EE
    --time SECONDS   stop by then, and answer with what is known
";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(missing) => match missing {
            None => ExitCode::SUCCESS,
            Some(missing) => fail(missing),
        },
        Err(trouble) => fail(trouble),
    }
}

fn fail(message: impl Display) -> ExitCode {
    eprintln!("error: {message}");
    ExitCode::from(2)
}

/// Arguments of the command line: a question, and the file that it is about.
#[derive(Default)]
struct Options {
    problem: Option<Problem>,
    all: Option<Semantics>,
    strength: Option<Model>,
    file: Option<PathBuf>,
    argument: Option<String>,
    format: Option<Format>,
    most: Option<usize>,
    time: Option<Duration>,
}

/// Answers, and says what is not known, if anything.
fn run(mut words: impl Iterator<Item = String>) -> Result<Option<String>, String> {
    let mut options = Options::default();
    let mut is_asked = false;
    while let Some(option) = words.next() {
        is_asked = true;
        let mut value = || words.next().ok_or_else(|| format!("{option} needs a value"));
        let unknown = |value: String| format!("{option} does not know `{value}`");
        match option.as_str() {
            "--help" | "-h" => return write(USAGE),
            "--problems" => return write(&format!("[{}]\n", Problem::all().collect::<Vec<_>>().join(","))),
            "--formats" => return write(&format!("[{}]\n", Format::ALL.map(Format::name).join(","))),
            "-p" | "--problem" => options.problem = Some(known_word(value()?, Problem::named, unknown)?),
            "--all" => options.all = Some(known_word(value()?, Semantics::named, unknown)?),
            "--strength" => options.strength = Some(known_word(value()?, Model::named, unknown)?),
            "-fo" | "--fo" => options.format = Some(known_word(value()?, Format::named, unknown)?),
            "-f" | "--file" => options.file = Some(value()?.into()),
            "-a" | "--argument" => options.argument = Some(value()?),
            "--most" => options.most = Some(known_word(value()?, |word| word.parse().ok(), unknown)?),
            "--time" => options.time = Some(known_word(value()?, seconds, unknown)?),
            _ => return Err(format!("there is no option `{option}`\n\n{USAGE}")),
        }
    }
    if is_asked { options.answer() } else { write(USAGE) }
}

fn known_word<T>(
    word: String,
    known: impl Fn(&str) -> Option<T>,
    unknown: impl Fn(String) -> String,
) -> Result<T, String> {
    known(&word).ok_or_else(|| unknown(word))
}

fn seconds(word: &str) -> Option<Duration> {
    Duration::try_from_secs_f64(word.parse().ok()?).ok()
}

impl Options {
    fn answer(&self) -> Result<Option<String>, String> {
        let end = self.time.and_then(|time| Instant::now().checked_add(time));
        let is_reached = |_| end.is_some_and(|end| Instant::now() >= end);
        let stop = Stop::when(&is_reached);
        let (instance, format) = self.read()?;
        if let Some(model) = self.strength {
            return show_strengths(&instance, model);
        }
        let (names, framework) = instance.framework();
        if let Some(semantics) = self.all {
            let known = solve::standing(&framework, semantics, &stop);
            let statuses = known.answer.map(|standing| standing.statuses).unwrap_or_default();
            let line = |(argument, status): (usize, &Option<Status>)| {
                format!("{}\t{}\n", names.name(argument as Argument), status_name(*status))
            };
            write(&statuses.iter().enumerate().map(line).collect::<String>())?;
            return Ok(known.missing);
        }
        let problem = self.problem.ok_or("say what is asked with -p, --all or --strength")?;
        let argument = match (&self.argument, problem.is_about_one()) {
            (Some(_), false) => return Err("only DC and DS ask about one argument: leave out -a".to_owned()),
            (None, true) => return Err("say which argument is asked about with -a NAME".to_owned()),
            (None, false) => None,
            (Some(name), true) => Some(names.find(name).ok_or_else(|| format!("there is no argument `{name}`"))?),
        };
        let known = solve::answer(&framework, problem, argument, self.most, &stop);
        write(&known.answer.map(|answer| answer.text(&names, format)).unwrap_or_default())?;
        Ok(known.missing)
    }

    /// Reads the file; with it, the format in which it is answered.
    fn read(&self) -> Result<(Instance, Format), String> {
        let path = self.file.as_deref().ok_or("name the file with -f FILE, or -f - for standard input")?;
        let mut bytes = Vec::new();
        let opened = if path.as_os_str() == "-" {
            io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
        } else {
            std::fs::read(path).map(|read| bytes = read)
        };
        opened.map_err(|cause| format!("{}: {cause}", path.display()))?;
        let ending = path.extension().and_then(|ending| Format::of_ending(&ending.to_string_lossy()));
        let format = self.format.or(ending).unwrap_or_else(|| Format::of_content(&bytes));
        let instance = iccma::read(&bytes, format)
            .map_err(|cause| format!("{} is not understood as {}: {cause}", path.display(), format.name()))?;
        Ok((instance, format))
    }
}

fn show_strengths(instance: &Instance, model: Model) -> Result<Option<String>, String> {
    let graph = instance.graph().ok_or("several attack or support together, which has no strength")?;
    let found = strengths(&graph, model);
    let line =
        |(argument, strength): (usize, &f64)| format!("{}\t{strength:.3}\n", instance.names.name(argument as Argument));
    write(&found.of.iter().enumerate().map(line).collect::<String>())?;
    let restless = found.restless.len();
    Ok((restless > 0).then(|| format!("{restless} arguments in circles did not come to rest")))
}

fn status_name(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Stands) => "stands",
        Some(Status::Falls) => "falls",
        Some(Status::Open) => "open",
        None => "unknown",
    }
}

fn write(text: &str) -> Result<Option<String>, String> {
    io::stdout().lock().write_all(text.as_bytes()).map_err(|cause| cause.to_string())?;
    Ok(None)
}
