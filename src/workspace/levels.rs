//! How much each kind of finding counts: allowed, a warning, or denied.

use crate::diagnostic::{Code, Diagnostics, Severity};

/// What to make of a kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Do not speak of it.
    Allow,
    /// Say it, and go on.
    Warn,
    /// Count it as an error.
    Deny,
}

/// The levels that were set, the later ones winning; a code that is not named has its own.
#[derive(Debug, Default, Clone)]
pub struct Levels {
    set: Vec<(&'static Code, Level)>,
}

/// The word that stands for all warnings at once.
pub const WARNINGS: &str = "warnings";

impl Levels {
    /// Sets the level of a code, or of all warnings. The error says what is wrong with the word.
    pub fn set(&mut self, name: &str, level: Level) -> Result<(), String> {
        let codes = super::code::all();
        if name == WARNINGS {
            self.set.extend(codes.filter(|code| code.severity == Severity::Warning).map(|code| (code, level)));
            return Ok(());
        }
        let names = || super::code::all().map(|code| code.name).chain([WARNINGS]);
        let Some(code) = super::code::all().find(|code| code.name == name) else {
            let meant = crate::diagnostic::nearest::nearest(name, names());
            let meant = meant
                .map_or("`counterpoint explain` lists them all".into(), |meant| format!("did you mean `{meant}`?"));
            return Err(format!("there is no finding called `{name}`; {meant}"));
        };
        if code.severity == Severity::Error && level != Level::Deny {
            return Err(format!("`{name}` is an error: a map that has it is not sound, and it cannot be allowed"));
        }
        self.set.push((code, level));
        Ok(())
    }

    /// Adds levels that win over these.
    pub fn append(&mut self, other: &Levels) {
        self.set.extend(&other.set);
    }

    /// What a finding of this code counts as; `None` if nobody wants to hear of it.
    pub fn severity(&self, code: &'static Code) -> Option<Severity> {
        match self.set.iter().rev().find(|(known, _)| *known == code).map(|(_, level)| level) {
            None => Some(code.severity),
            Some(Level::Allow) => None,
            Some(Level::Warn) => Some(Severity::Warning),
            Some(Level::Deny) => Some(Severity::Error),
        }
    }

    /// How many errors and how many warnings there are at these levels.
    pub fn count(&self, diagnostics: &Diagnostics) -> (usize, usize) {
        let count = |severity| {
            let counted = diagnostics.counts().iter().filter(|(code, _)| self.severity(code) == Some(severity));
            counted.map(|(_, number)| number).sum()
        };
        (count(Severity::Error), count(Severity::Warning))
    }
}
