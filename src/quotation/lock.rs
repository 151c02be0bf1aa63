//! `quotes.lock`: what was found when the texts were there, for readers who do not have them.
//!
//! It records and does not prove. Nothing of a text is in it but sizes, hashes and places.

mod blake3;
mod format;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::judge::difference::Severity;
use super::judge::finding::{Fidelity, Finding};
use super::position::Position;
use super::source::source_text::NORMALISER_VERSION;
use crate::text::folding::composed;

pub use format::LockError;

/// Everything a lock file says, in the order in which it says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// The sources by name.
    pub sources: BTreeMap<String, LockedSource>,
    /// The quotations by source and key.
    pub quotations: BTreeMap<(String, Key), LockedQuotation>,
}

/// The text that a source had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LockedSource {
    /// Bytes of the file.
    pub bytes: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The version of the normaliser.
    pub normaliser: u32,
    /// Program that took the text out of the file, with its version.
    pub extractor: String,
}

/// Verdict on a quotation, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LockedQuotation {
    /// How faithful the quotation was when it was recorded.
    pub fidelity: Fidelity,
    /// How grave its changes are.
    pub severity: Option<Severity>,
    /// Where it stands, if anywhere.
    pub position: Option<Position>,
}

/// A quotation known by BLAKE3 of its text, cut to 128 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; 16]);

/// Basis of a verdict on a quotation, with or without its source's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The text is here and was searched.
    Verified,
    /// The text is here, was searched, and is not the one that was locked.
    SourceChanged,
    /// The text is not here; the lock says what was found.
    Locked,
    /// The quotation, or the way texts are read, has changed since it was locked.
    Stale,
    /// Neither text nor lock says anything.
    Unverified,
}

impl State {
    /// Every state, the surest first.
    pub const ALL: [Self; 5] = [Self::Verified, Self::SourceChanged, Self::Locked, Self::Stale, Self::Unverified];

    /// Its name, as every output writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::SourceChanged => "source-changed",
            Self::Locked => "locked",
            Self::Stale => "stale",
            Self::Unverified => "unverified",
        }
    }
}

impl Key {
    /// The key of a quotation: NFC and white space folded, nothing else.
    pub fn new(quotation: &str) -> Self {
        let folded = composed(quotation).split_whitespace().collect::<Vec<_>>().join(" ");
        Self(blake3::hash(folded.as_bytes()))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl FromStr for Key {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.as_bytes();
        let mut key = [0; 16];
        if digits.len() != 2 * key.len() || digits.iter().any(u8::is_ascii_uppercase) {
            return Err(());
        }
        for (byte, pair) in key.iter_mut().zip(digits.chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| ())?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| ())?;
        }
        Ok(Self(key))
    }
}

impl LockedSource {
    /// Record of a file before any text has been read from it.
    pub(super) fn of_file(file: &[u8]) -> Self {
        let hash = Sha256::digest(file);
        Self {
            bytes: file.len() as u64,
            sha256: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
            normaliser: NORMALISER_VERSION,
            extractor: String::new(),
        }
    }
}

impl LockedQuotation {
    /// Record of a finding.
    pub fn new(finding: &Finding) -> Self {
        Self {
            fidelity: finding.fidelity,
            severity: finding.severity,
            position: finding.occurrences.first().map(|place| place.position),
        }
    }
}

impl Lock {
    /// The state of each of a source's quotations, all of which are given, with its text if it is here.
    pub fn states(&self, source: &str, keys: &[Key], text: Option<&LockedSource>) -> Vec<State> {
        let locked = self.sources.get(source);
        if let Some(text) = text {
            let changed = locked.is_some_and(|locked| locked.sha256 != text.sha256);
            return vec![if changed { State::SourceChanged } else { State::Verified }; keys.len()];
        }
        let current = locked.is_some_and(|locked| locked.normaliser == NORMALISER_VERSION);
        let known: BTreeSet<&Key> = keys.iter().collect();
        // A record that no quotation has any more belongs to one that was edited since.
        let orphaned = self.of_source(source).any(|(key, _)| !known.contains(key));
        keys.iter()
            .map(|key| match self.quotations.contains_key(&(source.to_owned(), *key)) {
                true if current => State::Locked,
                true => State::Stale,
                false if orphaned => State::Stale,
                false => State::Unverified,
            })
            .collect()
    }

    /// The records of one source.
    pub fn of_source(&self, source: &str) -> impl Iterator<Item = (&Key, &LockedQuotation)> {
        self.quotations
            .range((source.to_owned(), Key([0; 16]))..)
            .take_while(move |((name, _), _)| name == source)
            .map(|((_, key), record)| (key, record))
    }
}
