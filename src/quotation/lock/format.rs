//! The lines of a lock file: one a source and one a quotation, sorted, so that merging is easy.

use std::fmt;
use std::str::FromStr;

use crate::quotation::{Position, Severity};

use super::{Key, Lock, LockedQuotation, LockedSource};

const HEAD: &str = "# What was found when the texts were read. Written by `counterpoint quotes --lock`.\n\
                    # It records and does not prove.\n";

/// The marks that a merge leaves where both sides wrote.
const CONFLICT: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// A line of a lock file that says nothing a lock can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockError {
    /// The line, from one.
    pub line: usize,
    /// Description of the mistake.
    pub message: String,
    /// Words at its place.
    pub label: &'static str,
}

impl fmt::Display for LockError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for LockError {}

impl fmt::Display for Lock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(HEAD)?;
        for (name, source) in &self.sources {
            let LockedSource { bytes, sha256, normaliser, extractor } = source;
            writeln!(
                formatter,
                "source {name} bytes={bytes} sha256={sha256} normaliser={normaliser} extractor={extractor}"
            )?;
        }
        for ((source, key), quotation) in &self.quotations {
            write!(formatter, "quote {source} {key} verdict={}", quotation.fidelity)?;
            if let Some(severity) = quotation.severity {
                write!(formatter, " severity={}", severity_name(severity))?;
            }
            if let Some(Position { line, column, page }) = quotation.position {
                write!(formatter, " at={line}:{column}")?;
                if let Some(page) = page {
                    write!(formatter, " page={page}")?;
                }
            }
            writeln!(formatter)?;
        }
        Ok(())
    }
}

impl Lock {
    /// Reads a lock; what cannot be read is left out and said, line by line.
    pub fn parse(text: &str) -> (Self, Vec<LockError>) {
        let mut lock = Self::default();
        let mut errors = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut complain = |message, label| errors.push(LockError { line: index + 1, message, label });
            if CONFLICT.iter().any(|mark| line.starts_with(mark)) {
                complain(
                    "a merge conflict is not resolved".to_owned(),
                    "take the lines of both sides, and this one out",
                );
                continue;
            }
            match lock.read_line(line) {
                Ok(None) => {}
                Ok(Some(twice)) => {
                    complain(format!("{twice} is recorded twice"), "an earlier line speaks of it already");
                }
                Err(message) => complain(message, "says nothing that a lock can say"),
            }
        }
        (lock, errors)
    }

    /// Takes in what a line says; tells of what another line has spoken already.
    fn read_line(&mut self, line: &str) -> Result<Option<String>, String> {
        let mut words = line.split_whitespace();
        let kind = words.next().unwrap_or_default();
        let name = words.next().ok_or("the name of a source is missing")?.to_owned();
        match kind {
            "source" => {
                let fields = Fields::read(words, &["bytes", "sha256", "normaliser", "extractor"])?;
                let sha256: String = fields.required("sha256")?;
                if sha256.len() != 64 || !sha256.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
                    return Err("`sha256` is not 64 hexadecimal digits".to_owned());
                }
                let source = LockedSource {
                    bytes: fields.required("bytes")?,
                    sha256,
                    normaliser: fields.required("normaliser")?,
                    extractor: fields.required("extractor")?,
                };
                Ok(self.sources.insert(name.clone(), source).map(|_| format!("the source `{name}`")))
            }
            "quote" => {
                let key = words.next().ok_or("the key of a quotation is missing")?;
                let key = key.parse::<Key>().map_err(|()| format!("`{key}` is not a key"))?;
                let fields = Fields::read(words, &["verdict", "severity", "at", "page"])?;
                let quotation = LockedQuotation {
                    fidelity: fields.required("verdict")?,
                    severity: fields.get("severity").map(severity).transpose()?,
                    position: position(&fields)?,
                };
                Ok(self.quotations.insert((name, key), quotation).map(|_| format!("the quotation `{key}`")))
            }
            _ => Err(format!("expected `source` or `quote`, found `{kind}`")),
        }
    }
}

/// The `name=value` words of a line.
struct Fields<'l>(Vec<(&'l str, &'l str)>);

impl<'l> Fields<'l> {
    fn read(words: impl Iterator<Item = &'l str>, known: &[&str]) -> Result<Self, String> {
        let mut fields = Vec::new();
        for word in words {
            let (name, value) = word.split_once('=').ok_or_else(|| format!("`{word}` is not `name=value`"))?;
            if !known.contains(&name) || fields.iter().any(|(other, _)| *other == name) {
                return Err(format!("`{name}` does not belong here"));
            }
            fields.push((name, value));
        }
        Ok(Self(fields))
    }

    fn get(&self, name: &str) -> Option<&'l str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }

    fn required<T: FromStr>(&self, name: &str) -> Result<T, String> {
        let value = self.get(name).ok_or_else(|| format!("`{name}` is missing"))?;
        value.parse().map_err(|_| format!("`{value}` is no {name}"))
    }
}

fn position(fields: &Fields<'_>) -> Result<Option<Position>, String> {
    let Some(place) = fields.get("at") else {
        return Ok(None);
    };
    let wrong = || format!("`{place}` is not `line:column`");
    let (line, column) = place.split_once(':').ok_or_else(wrong)?;
    Ok(Some(Position {
        line: line.parse().map_err(|_| wrong())?,
        column: column.parse().map_err(|_| wrong())?,
        page: fields.get("page").map(|_| fields.required("page")).transpose()?,
    }))
}

fn severity(name: &str) -> Result<Severity, String> {
    match name {
        "minor" => Ok(Severity::Minor),
        "critical" => Ok(Severity::Critical),
        _ => Err(format!("`{name}` is no severity")),
    }
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Minor => "minor",
        Severity::Critical => "critical",
    }
}
