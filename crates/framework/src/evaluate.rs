//! The questions: which arguments stand, one extension, all of them, how many, and whether one argument is accepted.

mod accepted;
mod cf2;
mod evaluation;
mod every;
mod finder;
mod preferred;
mod quarrels;
mod range;
mod reduct;
mod search;
mod setting;
mod single;
mod statuses;
mod tally;
mod two_sides;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

use super::{Answer, Argument, Certificate, Count, Extensions, Framework, Semantics, Status, Stop, Stopped};
pub use evaluation::Evaluation;
use finder::Wanted;
pub use quarrels::{Quarrel, Quarrels};
use setting::Setting;

/// Status of every argument, helpers among them. None where there is no extension at all: then nothing can be said.
///
/// # Errors
/// When it was stopped.
pub fn statuses(framework: &Framework, semantics: Semantics, stop: &Stop) -> Result<Option<Vec<Status>>, Stopped> {
    statuses::statuses(&Setting::new(framework, semantics), *stop)
}

/// For every argument, helpers among them, whether some extension holds it: the credulous answer for all at once.
///
/// # Errors
/// When it was stopped.
pub fn accepted(framework: &Framework, semantics: Semantics, stop: &Stop) -> Result<Vec<bool>, Stopped> {
    accepted::accepted(&Setting::new(framework, semantics), *stop)
}

/// One extension, its arguments in order, without helpers. None where there is no extension.
///
/// # Errors
/// When it was stopped.
pub fn one(framework: &Framework, semantics: Semantics, stop: &Stop) -> Result<Option<Vec<Argument>>, Stopped> {
    let setting = Setting::new(framework, semantics);
    Ok(setting.one(*stop)?.map(|found| setting.counted(found)))
}

/// All extensions, but not more than `most`. What was found before it was stopped is given back, and that there may be more.
///
/// # Errors
/// When it was stopped before it found any.
pub fn all(framework: &Framework, semantics: Semantics, most: usize, stop: &Stop) -> Result<Extensions, Stopped> {
    Setting::new(framework, semantics).all(most, *stop)
}

/// How many extensions there are. As many as it had counted when it was stopped are given back, and that there may be more.
///
/// # Errors
/// When it was stopped before it found any.
pub fn count(framework: &Framework, semantics: Semantics, stop: &Stop) -> Result<Count, Stopped> {
    Setting::new(framework, semantics).count(*stop)
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
    let setting = Setting::new(framework, semantics);
    if semantics == Semantics::Grounded {
        return Ok(setting.grounded(argument));
    }
    let found = setting.with(Wanted { argument, held: true }, *stop)?;
    Ok(Answer { accepted: found.is_some(), certificate: found.map(Certificate::Extension) })
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
    let setting = Setting::new(framework, semantics);
    if matches!(semantics, Semantics::Grounded | Semantics::Complete) {
        return Ok(setting.grounded(argument));
    }
    let missing = setting.with(Wanted { argument, held: false }, *stop)?;
    Ok(Answer { accepted: missing.is_none(), certificate: missing.map(Certificate::Extension) })
}

/// The arguments that always come out alike or opposite to one of these, in sets. When it is stopped, what is not told apart by then is
/// given back together.
pub fn quarrels(framework: &Framework, asked: &[Argument], stop: &Stop) -> Quarrels {
    quarrels::quarrels(&Setting::new(framework, Semantics::Complete), asked, *stop)
}
