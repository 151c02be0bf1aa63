//! Levels of findings: each kind is allowed, a warning, or denied.

use std::fmt;

use crate::check;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// Treatment of a kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Do not speak of it.
    Allow,
    /// Say it, and go on.
    Warn,
    /// Count it as an error.
    Deny,
}

impl Level {
    /// Every level with its word.
    pub const WORDS: [(Level, &str); 3] = [(Level::Allow, "allow"), (Level::Warn, "warn"), (Level::Deny, "deny")];

    /// The level of a word.
    pub fn of_word(word: &str) -> Option<Level> {
        Level::WORDS.iter().find(|(_, known)| *known == word).map(|(level, _)| *level)
    }
}

/// The levels that were set, the later ones winning. A code that is named wins over `warnings`; one that is not has its own.
#[derive(Debug, Default, Clone)]
pub struct Levels {
    set: Vec<(&'static Code, Level)>,
    warnings: Option<Level>,
}

/// The word that stands for all warnings at once.
pub const WARNINGS: &str = "warnings";

/// Why a finding cannot have a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LevelError {
    /// No finding is called so.
    Unknown {
        /// The word that names no finding.
        name: String,
        /// Name that was perhaps meant.
        meant: Option<&'static str>,
    },
    /// It is an error that leaves something out of the map, and is one always.
    Fixed {
        /// The name of the finding.
        name: String,
    },
}

impl fmt::Display for LevelError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LevelError::Unknown { name, meant: Some(meant) } => {
                write!(out, "there is no finding called `{name}`; did you mean `{meant}`?")
            }
            LevelError::Unknown { name, meant: None } => {
                write!(out, "there is no finding called `{name}`; `counterpoint explain` lists them all")
            }
            LevelError::Fixed { name } => {
                write!(out, "`{name}` is an error: a map that has it is not sound, and it cannot be allowed")
            }
        }
    }
}

impl std::error::Error for LevelError {}

/// The code of a name, if it may have this level; nothing of all warnings at once.
pub fn named(name: &str, level: Level) -> Result<Option<&'static Code>, LevelError> {
    if name == WARNINGS {
        return Ok(None);
    }
    let Some(code) = super::code::all().find(|code| code.name == name) else {
        let names = super::code::all().map(|code| code.name).chain([WARNINGS]);
        return Err(LevelError::Unknown { name: name.to_owned(), meant: nearest(name, names) });
    };
    // Findings of a rule leave the map whole, however grave they are.
    let is_rule = check::RULES.iter().any(|rule| rule.code == code);
    if code.severity == Severity::Error && level != Level::Deny && !is_rule {
        Err(LevelError::Fixed { name: name.to_owned() })
    } else {
        Ok(Some(code))
    }
}

impl Levels {
    /// Sets the level of a code, or of all warnings.
    ///
    /// # Errors
    ///
    /// The word names nothing, or something that cannot have this level.
    pub fn set(&mut self, name: &str, level: Level) -> Result<(), LevelError> {
        match named(name, level)? {
            Some(code) => self.set.push((code, level)),
            None => self.warnings = Some(level),
        }
        Ok(())
    }

    /// Sets one level for each of several words.
    ///
    /// # Errors
    ///
    /// As for one.
    pub fn set_all(&mut self, names: &[String], level: Level) -> Result<(), LevelError> {
        names.iter().try_for_each(|name| self.set(name, level))
    }

    /// Adds levels that win over these.
    pub fn append(&mut self, other: &Levels) {
        self.set.extend(&other.set);
        self.warnings = other.warnings.or(self.warnings);
    }

    /// Severity of a finding of this code; `None` where it is allowed, and so not shown.
    pub fn severity(&self, code: &'static Code) -> Option<Severity> {
        let named = self.set.iter().rev().find(|(known, _)| *known == code).map(|(_, level)| *level);
        let as_warning = self.warnings.filter(|_| code.severity == Severity::Warning);
        match named.or(as_warning) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_can_be_allowed_where_it_leaves_nothing_out() {
        let mut levels = Levels::default();
        assert!(levels.set("unknown-name", Level::Allow).is_err());
        assert_eq!(levels.set("absent-quotation", Level::Warn), Ok(()));
    }

    #[test]
    fn a_code_that_is_named_wins_over_warnings_whichever_comes_first() {
        let lone = super::super::code::all().find(|code| code.name == "lone-issue").expect("there is such a code");
        let mut levels = Levels::default();
        levels.set("lone-issue", Level::Allow).expect("a warning can be allowed");
        levels.set(WARNINGS, Level::Deny).expect("all can be denied");
        assert_eq!(levels.severity(lone), None);
        let mut later = Levels::default();
        later.set("lone-issue", Level::Warn).expect("known");
        levels.append(&later);
        assert_eq!(levels.severity(lone), Some(Severity::Warning));
    }
}
