//! The questions: which arguments stand, one extension, all of them, how many, and whether one argument is accepted.

use super::flat::Flat;
use super::grounded::Grounded;
use super::{Answer, Argument, Certificate, Extensions, Framework, Label, Semantics, Status, Stop, Stopped};

/// What becomes of every argument, helpers among them. None where there is no extension at all: then nothing can be said.
///
/// # Errors
/// When it was stopped.
pub fn statuses(framework: &Framework, semantics: Semantics, stop: &Stop) -> Result<Option<Vec<Status>>, Stopped> {
    todo!("{:?}", (framework, semantics, stop))
}

/// One extension, its arguments in order, without helpers. None where there is no extension.
///
/// # Errors
/// When it was stopped.
pub fn one(framework: &Framework, semantics: Semantics, stop: &Stop) -> Result<Option<Vec<Argument>>, Stopped> {
    todo!("{:?}", (framework, semantics, stop))
}

/// All extensions, but not more than `most`. What was found before it was stopped is given back, and that there may be more.
///
/// # Errors
/// When it was stopped before it found any.
pub fn all(framework: &Framework, semantics: Semantics, most: usize, stop: &Stop) -> Result<Extensions, Stopped> {
    todo!("{:?}", (framework, semantics, stop, most))
}

/// How many extensions there are. None where they are more than 128 bits can count.
///
/// # Errors
/// When it was stopped.
pub fn count(framework: &Framework, semantics: Semantics, stop: &Stop) -> Result<Option<u128>, Stopped> {
    todo!("{:?}", (framework, semantics, stop))
}

/// Whether some extension holds the argument.
///
/// # Errors
/// When it was stopped.
pub fn credulous(
    framework: &Framework,
    semantics: Semantics,
    argument: Argument,
    stop: &Stop,
) -> Result<Answer, Stopped> {
    todo!("{:?}", (framework, semantics, stop, argument))
}

/// Whether every extension holds the argument. Where there is none, every one does.
///
/// # Errors
/// When it was stopped.
pub fn skeptical(
    framework: &Framework,
    semantics: Semantics,
    argument: Argument,
    stop: &Stop,
) -> Result<Answer, Stopped> {
    todo!("{:?}", (framework, semantics, stop, argument))
}
