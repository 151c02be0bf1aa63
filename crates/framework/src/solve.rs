//! Answers to problems: what the engine finds, and what is known where it was stopped.

use crate::iccma::Answer;
use crate::problem::{Problem, Task};
use crate::{
    Argument, Certificate, Count, Framework, Semantics, Status, Stop, Stopped, accepted, all, count, credulous, one,
    skeptical, statuses,
};

/// Partial result: the answer as far as it is known when the search has ended, or was ended.
#[derive(Debug)]
pub struct Known<T> {
    /// The answer, as far as it is known.
    pub answer: Option<T>,
    /// Description of what is not known.
    pub missing: Option<String>,
}

/// Status and acceptance of every argument, as far as they are known.
#[derive(Debug)]
pub struct Standing {
    /// Status of each; `None` where the search was stopped before it was known.
    pub statuses: Vec<Option<Status>>,
    /// Whether some extension has each; empty where that was not asked.
    pub credulous: Vec<Option<bool>>,
}

impl<T> Known<T> {
    fn whole(answer: T) -> Self {
        Known { answer: Some(answer), missing: None }
    }

    fn nothing(missing: &str) -> Self {
        Known { answer: None, missing: Some(missing.to_owned()) }
    }
}

/// The number of members of extensions that fit into a gigabyte.
const MOST_MEMBERS: usize = 1 << 28;

/// The answer to a problem, with `most` of all extensions, or as many as fit into memory; `argument` is the one that the problem is
/// about, if it is about one.
pub fn answer(
    framework: &Framework,
    problem: Problem,
    argument: Option<Argument>,
    most: Option<usize>,
    stop: &Stop,
) -> Known<Answer> {
    let semantics = problem.semantics;
    let found = match problem.task {
        Task::Every => return every(framework, semantics, most, stop),
        Task::Some => one(framework, semantics, stop).map(Answer::Some),
        Task::Count => match count(framework, semantics, stop) {
            Ok(Count { number: Some(number), more: true }) => return Known::nothing(&at_least(number)),
            found => found.map(|count| Answer::Count(count.number)),
        },
        Task::Credulous | Task::Skeptical => accepted_one(framework, problem, argument, stop),
    };
    match found {
        Ok(answer) => Known::whole(answer),
        Err(Stopped) => Known::nothing("the answer is not known"),
    }
}

fn every(framework: &Framework, semantics: Semantics, most: Option<usize>, stop: &Stop) -> Known<Answer> {
    let room = MOST_MEMBERS / (framework.size() + 1);
    match all(framework, semantics, most.unwrap_or(room), stop) {
        Err(Stopped) => Known::nothing("no extension is known"),
        Ok(extensions) => {
            // Whoever asks for a few does not miss the others.
            let number = extensions.found.len();
            let missing = (extensions.more && most != Some(number)).then(|| match number {
                1 => "there may be more than this extension".to_owned(),
                _ => format!("there may be more than these {number} extensions"),
            });
            Known { answer: Some(Answer::Every(extensions)), missing }
        }
    }
}

fn at_least(number: u128) -> String {
    match number {
        1 => "there is at least one extension".to_owned(),
        _ => format!("there are at least {number} extensions"),
    }
}

fn accepted_one(
    framework: &Framework,
    problem: Problem,
    argument: Option<Argument>,
    stop: &Stop,
) -> Result<Answer, Stopped> {
    let Problem { task, semantics } = problem;
    let ask = if task == Task::Credulous { credulous } else { skeptical };
    let answer = ask(framework, semantics, argument.expect("it is about an argument"), stop)?;
    let witness = match answer.certificate {
        // An extension that has an argument shows that some has it; one without it, that not every one has it.
        Some(Certificate::Extension(found)) if answer.accepted == (task == Task::Credulous) => {
            Some(found.into_iter().filter(|&argument| !framework.is_helper(argument)).collect())
        }
        // Only a part of the extension is needed to defend the argument.
        Some(Certificate::Grounded(_)) if task == Task::Credulous => one(framework, semantics, stop)?,
        _ => None,
    };
    Ok(Answer::Accepted(answer.accepted, witness))
}

/// Status of every argument. No answer, and nothing that is not known, where there is no extension.
pub fn standing(framework: &Framework, semantics: Semantics, stop: &Stop) -> Known<Standing> {
    let found = statuses(framework, semantics, stop);
    let found = found.and_then(|statuses| Ok((statuses, accepted(framework, semantics, stop)?)));
    match found {
        Ok((None, _)) => Known { answer: None, missing: None },
        Ok((Some(statuses), credulous)) => {
            let statuses = statuses.into_iter().map(Some).collect();
            Known::whole(Standing { statuses, credulous: credulous.into_iter().map(Some).collect() })
        }
        // Every complete extension accepts and rejects what the grounded one does.
        Err(Stopped) if semantics.holds_grounded() => {
            let grounded = statuses(framework, Semantics::Grounded, &Stop::never());
            let grounded = grounded.ok().flatten().unwrap_or_default();
            let statuses: Vec<_> = grounded.into_iter().map(|it| Some(it).filter(|it| *it != Status::Open)).collect();
            let credulous = statuses.iter().map(|it| it.map(|it| it == Status::Stands)).collect();
            let missing = "of some arguments it is not known what becomes of them".to_owned();
            Known { answer: Some(Standing { statuses, credulous }), missing: Some(missing) }
        }
        Err(Stopped) => {
            let unknown = framework.size();
            let standing = Standing { statuses: vec![None; unknown], credulous: vec![None; unknown] };
            let missing = "it is not known what becomes of the arguments".to_owned();
            Known { answer: Some(standing), missing: Some(missing) }
        }
    }
}
