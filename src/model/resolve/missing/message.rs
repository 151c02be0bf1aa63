//! Findings about names that stand for nothing.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::resolve::resolver::Resolver;
use crate::model::resolve::scope::Scope;
use crate::model::{SourceId, StatementId};
use crate::text::folding::composed;
use crate::text::list::with_rest;

use super::wanted::{Candidate, Missing, Namesakes, Place, Wanted};

pub(in crate::model::resolve) static UNKNOWN_NAME: Code = Code {
    name: "unknown-name",
    severity: Severity::Error,
    summary: "a name that nothing is called by",
    explanation: "Every author, source, issue, term and statement that is mentioned has to be defined somewhere in the \
        map. Names count letter by letter, and upper and lower case differ. A statement is looked up in its own source \
        first, then among the names that all files share; one of another source is written `SOURCE.NAME`.\n\nCorrect \
        the name, or define what it stands for.",
};

pub(in crate::model::resolve) static AMBIGUOUS_NAME: Code = Code {
    name: "ambiguous-name",
    severity: Severity::Error,
    summary: "a name that several other sources use, and this one does not",
    explanation: "The name is not defined in this source, and more than one other source has a statement called so. \
        Which one is meant only the writer knows.\n\nWrite the source before the name: `SOURCE.NAME`.",
};

pub(in crate::model::resolve) static UNLINKED_CONDITION: Code = Code {
    name: "unlinked-condition",
    severity: Severity::Warning,
    summary: "a condition that looks like a name and names nothing",
    explanation: "A condition that is the name of a statement, or of an issue with one of its positions, is met or not as \
        the map says: `holds ban: yes if works: yes`. This one looks like such a name, but nothing in the map is called so. \
        It is taken as words, which no map can answer.\n\nCorrect the name; or, if words are meant, say them in more than \
        one: `if there is peace`.",
};

impl Resolver<'_> {
    pub(super) fn unknown(&self, it: &Missing, nearest: Option<(&str, Candidate)>) -> Diagnostic {
        let (text, word) = (self.text(it.name), it.wanted.word());
        let message = match it.place {
            Place::In(source) => {
                format!("`{}` has no statement called `{text}`", self.text(self.map.sources[source].name))
            }
            Place::Shared | Place::Beside(_) => format!("no {word} is called `{text}`"),
        };
        let diagnostic = if it.wanted.is_condition() {
            let message = format!("{message}: the condition is taken as words");
            Diagnostic::new(&UNLINKED_CONDITION, it.name, message).label("looks like a name")
        } else {
            Diagnostic::new(&UNKNOWN_NAME, it.name, message).label(format!("unknown {word}"))
        };
        match nearest {
            Some((meant, candidate)) => {
                let meant = self.as_written_from(it.place, meant, candidate.source);
                diagnostic.help(format!("did you mean `{meant}`?")).fix(it.name, meant)
            }
            None => diagnostic.help(match it.wanted {
                Wanted::Statement => "correct the name, or write the statement".to_owned(),
                wanted if wanted.is_condition() => {
                    "name a statement or `ISSUE: POSITION`, or say it in more than one word".to_owned()
                }
                _ => format!("correct the name, or define the {word}: `{word} {}: …`", composed(text)),
            }),
        }
    }

    pub(super) fn one_namesake(&self, it: &Missing, statement: StatementId) -> Diagnostic {
        let meant = self.with_source(statement);
        self.unknown(it, None).help(format!("did you mean `{meant}`, which is in another source?")).fix(it.name, meant)
    }

    pub(super) fn ambiguous(&self, it: &Missing, namesakes: &Namesakes) -> Diagnostic {
        let text = self.text(it.name);
        let message =
            format!("{} other sources have a statement called `{text}`, and this one has none", namesakes.count);
        let names: Vec<_> = namesakes.listed.iter().map(|&id| format!("`{}`", self.with_source(id))).collect();
        let names = with_rest(&names, namesakes.count - names.len());
        let code = if it.wanted.is_condition() { &UNLINKED_CONDITION } else { &AMBIGUOUS_NAME };
        let mut diagnostic = Diagnostic::new(code, it.name, message).label("which one?");
        for &id in &namesakes.listed {
            let name = self.map.statements[id].name.unwrap_or(self.map.statements[id].span);
            diagnostic = diagnostic.related(name, "one that is called so");
        }
        diagnostic.help(format!("write the source before the name: {names}"))
    }

    /// A name as it has to be written in this place.
    fn as_written_from(&self, place: Place, name: &str, source: Option<SourceId>) -> String {
        match (place, source) {
            (Place::Beside(scope), Some(source)) if scope != Scope::Source(source) => {
                format!("{}.{name}", self.text(self.map.sources[source].name))
            }
            _ => name.to_owned(),
        }
    }

    fn with_source(&self, statement: StatementId) -> String {
        let statement = &self.map.statements[statement];
        let name = statement.name.map_or("", |name| self.text(name));
        match statement.source {
            Some(source) => format!("{}.{name}", self.text(self.map.sources[source].name)),
            None => name.to_owned(),
        }
    }
}
