//! Names that nothing is called by: told all together, each with the nearest name that may be meant.

mod message;
mod wanted;

use foldhash::HashMap;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::nearest::nearest_of_each;
use crate::file::Span;
use crate::model::SourceId;
use crate::model::name::NameTable;
use crate::text::script::is_unspaced;

use self::wanted::{Candidate, Namesakes};
use super::resolver::Resolver;
use super::scope::Scope;

pub(super) use self::message::{AMBIGUOUS_NAME, UNKNOWN_NAME, UNLINKED_CONDITION};
pub(super) use self::wanted::{Missing, Place, Wanted};

/// How many `SOURCE.NAME`s a message lists.
const LISTED: usize = 4;
/// A name of another source is less likely to be meant than one nearby: this is what its distance counts for.
const ELSEWHERE: u32 = 2;

impl<'t> Resolver<'t> {
    /// Says which names were not found, and what may be meant.
    pub(super) fn report_missing(&mut self) {
        let missing = std::mem::take(&mut self.missing);
        if missing.is_empty() {
            return;
        }
        // The same name is often missed many times; and more findings than are kept need no suggestion.
        let mut numbers = HashMap::default();
        let mut questions: Vec<Missing> = Vec::new();
        for it in missing.iter().take(Diagnostics::LIMIT) {
            numbers.entry((self.text(it.name), it.wanted, it.place)).or_insert_with(|| {
                questions.push(*it);
                questions.len() - 1
            });
        }
        let namesakes = self.namesakes(&questions);
        let nearest = self.nearest_names(&questions);
        for it in &missing {
            let number = numbers.get(&(self.text(it.name), it.wanted, it.place));
            let diagnostic = match number {
                None => self.unknown(it, None),
                Some(&number) => match (&namesakes[number], nearest[number]) {
                    // Of a script without spaces, whole sentences look like names.
                    (Namesakes { count: 0, .. }, None) if it.wanted.is_condition() && self.is_unspaced(it.name) => {
                        continue;
                    }
                    (Namesakes { count: 0, .. }, nearest) => self.unknown(it, nearest),
                    (Namesakes { listed, count: 1 }, _) => self.one_namesake(it, listed[0]),
                    (several, _) => self.ambiguous(it, several),
                },
            };
            self.diagnostics.push(diagnostic);
        }
    }

    fn is_unspaced(&self, name: Span) -> bool {
        self.text(name).chars().any(is_unspaced)
    }

    /// For each missing name of a statement, the statements of any source that are called exactly so.
    fn namesakes(&self, questions: &[Missing]) -> Vec<Namesakes> {
        let mut groups: Vec<Namesakes> = Vec::new();
        let mut group_of: NameTable<usize> = NameTable::default();
        let bare = |it: &Missing| matches!(it.place, Place::Beside(_));
        for it in questions.iter().filter(|it| bare(it)) {
            if group_of.insert(self.files, it.name, groups.len()).is_ok() {
                groups.push(Namesakes::default());
            }
        }
        if groups.is_empty() {
            return vec![Namesakes::default(); questions.len()];
        }
        for (id, statement) in self.map.statements.iter() {
            let (Some(name), Some(_)) = (statement.name, statement.source) else { continue };
            if let Some(group) = group_of.get(self.files, self.text(name)) {
                let group = &mut groups[group];
                group.count += 1;
                if group.listed.len() < LISTED {
                    group.listed.push(id);
                }
            }
        }
        let of = |it: &Missing| {
            if bare(it) {
                group_of.get(self.files, self.text(it.name)).map(|group| groups[group].clone())
            } else {
                None
            }
        };
        questions.iter().map(|it| of(it).unwrap_or_default()).collect()
    }

    /// For each missing name the nearest one that would be sound in its place.
    fn nearest_names(&self, questions: &[Missing]) -> Vec<Option<(&'t str, Candidate)>> {
        let words: Vec<&str> = questions.iter().map(|it| self.text(it.name)).collect();
        nearest_of_each(&words, &self.candidates(questions), |number, candidate: Candidate| {
            let Missing { wanted, place, .. } = questions[number];
            if !wanted.includes(candidate.wanted) {
                return None;
            }
            match (place, candidate.source) {
                (Place::In(source), its) => (its == Some(source)).then_some(0),
                (_, None) => Some(0),
                (Place::Beside(Scope::Source(source)), Some(its)) if its == source => Some(0),
                (_, Some(_)) => Some(ELSEWHERE),
            }
        })
    }

    /// Every name of a kind that is wanted, in the order of the text.
    fn candidates(&self, questions: &[Missing]) -> Vec<(&'t str, Candidate)> {
        let mut candidates = Vec::new();
        let map = &self.map;
        let mut add = |wanted, names: &mut dyn Iterator<Item = (Span, Option<SourceId>)>| {
            if questions.iter().any(|it| it.wanted.includes(wanted)) {
                candidates.extend(names.map(|(name, source)| (self.text(name), Candidate { wanted, source })));
            }
        };
        add(Wanted::Author, &mut map.authors.iter().map(|(_, author)| (author.name, None)));
        add(Wanted::Source, &mut map.sources.iter().map(|(_, source)| (source.name, None)));
        add(Wanted::Issue, &mut map.issues.iter().map(|(_, issue)| (issue.name, None)));
        add(Wanted::Term, &mut map.terms.iter().map(|(_, term)| (term.name, None)));
        add(Wanted::Statement, &mut map.statements.iter().filter_map(|(_, it)| Some((it.name?, it.source))));
        candidates
    }
}

#[cfg(test)]
mod tests {
    use crate::model::example::findings;

    #[test]
    fn the_nearest_name_of_the_right_kind_is_offered() {
        assert_eq!(
            findings(&[
                "author hanatani: H\nissue reform: Q?\nterm security: T\nsource hanatani-2017: S\n  by: hanatni\n\
                        claim engineering: x\n  because: enginering-fits\n  holds reforms: yes\n  defines securty: x\n  \
                        despite: hanatani-2017.engineerng, hanatani-2016.engineering, zebra\nclaim engineering-fits: x\n"
            ]),
            [
                "a.arg:5:7 unknown-name: no author is called `hanatni` [hanatani]",
                "a.arg:7:12 unknown-name: no statement is called `enginering-fits` [engineering-fits]",
                "a.arg:8:9 unknown-name: no issue is called `reforms` [reform]",
                "a.arg:9:11 unknown-name: no term is called `securty` [security]",
                "a.arg:10:26 unknown-name: `hanatani-2017` has no statement called `engineerng` [engineering]",
                "a.arg:10:38 unknown-name: no source is called `hanatani-2016` [hanatani-2017]",
                "a.arg:10:65 unknown-name: no statement is called `zebra`",
            ]
        );
    }

    #[test]
    fn a_name_of_other_sources_has_to_say_which() {
        let sources = "source s: S\nclaim one: x\nclaim both: x\nsource t: T\nclaim both: x\nclaim near-by: x\n";
        assert_eq!(
            findings(&[sources, "source u: U\nclaim a: x\n  because: one, both, near-bye\n"]),
            [
                "b.arg:3:12 unknown-name: no statement is called `one` [s.one]",
                "b.arg:3:17 ambiguous-name: 2 other sources have a statement called `both`, and this one has none",
                "b.arg:3:23 unknown-name: no statement is called `near-bye` [t.near-by]",
            ]
        );
    }

    #[test]
    fn one_cause_has_one_finding() {
        let text = "\
sorce s: S
claim a: x
  because: nowhere
claim b: x
  because: a
issue i
  position p: P
from t
claim c: x
  supports: a-of-t
source u: U
clam d: x
claim e: x
  because: d, s.a, t.x
  holds i: p
  holds j: zzz
issue j: Q?
  positon zzz: text
";
        assert_eq!(
            findings(&[text]),
            [
                "a.arg:1:1 unknown-entry: there is no kind of entry `sorce` [source]",
                "a.arg:6:8 missing-colon: `issue` has no colon",
                "a.arg:8:6 unknown-name: no source is called `t`",
                "a.arg:12:1 unknown-entry: there is no kind of entry `clam` [claim]",
                "a.arg:18:3 unknown-clause: there is no clause `positon` [position]",
            ]
        );
    }
}
