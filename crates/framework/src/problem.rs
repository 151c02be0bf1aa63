//! The problems of the competition: what is asked, and of which semantics.

use std::fmt;

use crate::Semantics;

/// Question about a framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Whether some extension has an argument.
    Credulous,
    /// Whether every extension has it.
    Skeptical,
    /// Some extension, whichever is found first.
    Some,
    /// Every extension that there is.
    Every,
    /// How many extensions there are.
    Count,
}

/// Every task with its letters.
const TASKS: &[(Task, &str)] =
    &[(Task::Credulous, "DC"), (Task::Skeptical, "DS"), (Task::Some, "SE"), (Task::Every, "EE"), (Task::Count, "CE")];

/// A problem, such as `DS-PR`: whether every preferred extension has an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    /// The task, whose letters stand before the hyphen.
    pub task: Task,
    /// The semantics of the extensions that it asks about.
    pub semantics: Semantics,
}

impl Problem {
    /// The problem of these letters, if there is one.
    pub fn named(word: &str) -> Option<Problem> {
        let (task, letters) = word.split_once('-')?;
        let (task, _) = TASKS.iter().find(|(_, letters)| *letters == task)?;
        let semantics = Semantics::all().find(|it| it.letters() == letters)?;
        Some(Problem { task: *task, semantics })
    }

    /// The letters of all problems.
    pub fn all() -> impl Iterator<Item = String> {
        TASKS
            .iter()
            .flat_map(|(task, _)| Semantics::all().map(move |semantics| Problem { task: *task, semantics }.to_string()))
    }

    /// Whether it is about one argument.
    pub fn is_about_one(self) -> bool {
        matches!(self.task, Task::Credulous | Task::Skeptical)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, task) = TASKS.iter().find(|(task, _)| *task == self.task).expect("every task has its letters");
        write!(out, "{task}-{}", self.semantics.letters())
    }
}
