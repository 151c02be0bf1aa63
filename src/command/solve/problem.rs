//! The problems of the competition: what is asked, and of which semantics.

use std::fmt;

use framework::Semantics;
use framework::strength::Model;

/// What is asked of a framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Whether some extension has an argument.
    Credulous,
    /// Whether every extension has it.
    Skeptical,
    /// Some extension.
    Some,
    /// Every extension.
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
    /// What is asked.
    pub task: Task,
    /// Of which extensions.
    pub semantics: Semantics,
}

impl Problem {
    /// The problem of these letters.
    pub fn parse(word: &str) -> Result<Problem, String> {
        let known = |letters: &str| Semantics::all().find(|it| it.letters() == letters);
        let parsed = word.split_once('-').and_then(|(task, letters)| {
            let (task, _) = TASKS.iter().find(|(_, letters)| *letters == task)?;
            Some(Problem { task: *task, semantics: known(letters)? })
        });
        parsed.ok_or_else(|| "a problem is such as SE-PR; `counterpoint solve --problems` lists them".to_owned())
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

/// A semantics by its letters or by its name.
pub fn semantics(word: &str) -> Result<Semantics, String> {
    let named = |it: &Semantics| it.name() == word || it.letters() == word;
    Semantics::all().find(named).ok_or_else(|| {
        let names: Vec<&str> = Semantics::all().map(Semantics::name).collect();
        format!("a semantics is one of {}", names.join(", "))
    })
}

/// A model of strength by its name.
pub fn model(word: &str) -> Result<Model, String> {
    Model::ALL.into_iter().find(|it| it.name() == word).ok_or_else(|| {
        let names = Model::ALL.map(Model::name);
        format!("a model is one of {}", names.join(", "))
    })
}
