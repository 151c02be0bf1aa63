//! The pairing of two versions: sources and statements first, then what is known by them.

use super::pairs::Paired;
use super::version::Versions;
use super::{named, statement};

impl Paired {
    /// Finds out. What is the same by name is the same; the rest by what it says, then by what it is near to.
    pub(super) fn new(versions: Versions) -> Paired {
        let sources = named::sources(versions);
        let statements = statement::pairs(versions, &sources);
        let authors = named::authors(versions, &sources);
        let issues = named::issues(versions, &statements);
        let positions = named::positions(versions, &issues, &statements);
        Paired { authors, sources, issues, positions, terms: named::terms(versions), statements }
    }
}
