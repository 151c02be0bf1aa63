//! Authors, issues, positions and terms that no statement speaks of.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::file::Span;
use crate::model::{Id, Map};

use super::rule::{Context, Rule};

pub(super) const AUTHOR_RULE: Rule = Rule { code: &UNUSED_AUTHOR, run: authors };
pub(super) const ISSUE_RULE: Rule = Rule { code: &UNUSED_ISSUE, run: issues };
pub(super) const POSITION_RULE: Rule = Rule { code: &UNUSED_POSITION, run: positions };
pub(super) const TERM_RULE: Rule = Rule { code: &UNUSED_TERM, run: terms };

static UNUSED_AUTHOR: Code = Code {
    name: "unused-author",
    severity: Severity::Warning,
    summary: "an author who wrote nothing and is reported nowhere",
    explanation: "Nobody names this author: no `by` of a source or statement, and no `voice`. Either a source lacks its \
        `by`, or the author is left over.\n\nName the author where it belongs, or take the entry out. This is looked \
        for only where nothing of the map was left out because of errors.",
};

static UNUSED_ISSUE: Code = Code {
    name: "unused-issue",
    severity: Severity::Warning,
    summary: "an issue that no statement addresses",
    explanation: "No statement holds, rejects, prefers, weighs or raises anything on this issue, so that its row in the \
        table is empty.\n\nAdd the stances that the sources take, or take the issue out. This is looked for only where \
        nothing of the map was left out because of errors.",
};

static UNUSED_POSITION: Code = Code {
    name: "unused-position",
    severity: Severity::Warning,
    summary: "a position that nobody holds, rejects or ranks",
    explanation: "An answer that no source speaks of may be worth showing, as the one that nobody gives. More often it is \
        left over, or a stance names its neighbour by mistake.\n\nAdd the stances that sources take on it, or take it \
        out; allow this finding if the gap is meant. It is looked for only where nothing of the map was left out \
        because of errors.",
};

static UNUSED_TERM: Code = Code {
    name: "unused-term",
    severity: Severity::Warning,
    summary: "a term that no statement defines",
    explanation: "A term is in the map so that what each source means by it can be compared. No statement says so.\n\nAdd \
        `defines TERM: meaning` to a statement, or take the term out. This is looked for only where nothing of the map \
        was left out because of errors.",
};

/// Which things of a kind are spoken of.
struct Used(Vec<bool>);

impl Used {
    fn new<T>(count: usize, ids: impl Iterator<Item = Id<T>>) -> Used {
        let mut used = vec![false; count];
        ids.for_each(|id| used[id.index()] = true);
        Used(used)
    }

    fn has<T>(&self, id: Id<T>) -> bool {
        self.0[id.index()]
    }
}

/// Whether everything that was written is in the map: else what seems unused may be used by what was left out.
fn is_whole(map: &Map) -> bool {
    map.omitted.is_nothing()
}

fn report(code: &'static Code, map: &Map, name: Span, kind: &str, lack: &str, help: &str, found: &mut Diagnostics) {
    let message = format!("the {kind} `{}` {lack}", map.word(name));
    found.push(Diagnostic::new(code, name, message).label("never used").help(help));
}

fn authors(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    if !is_whole(map) {
        return;
    }
    let of_sources = map.sources.iter().flat_map(|(_, source)| source.authors.iter().copied());
    let of_statements = map.statements.iter().flat_map(|(_, statement)| {
        let by = statement.by.iter().flatten().copied();
        by.chain(statement.reported())
    });
    let used = Used::new(map.authors.len(), of_sources.chain(of_statements));
    for (_, author) in map.authors.iter().filter(|(id, _)| !used.has(*id)) {
        let help = "name it in the `by` of a source or in a `voice`, or take it out";
        report(&UNUSED_AUTHOR, map, author.name, "author", "wrote nothing and is reported nowhere", help, diagnostics);
    }
}

fn issues(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    if !is_whole(map) {
        return;
    }
    for (_, issue) in map.issues.iter().filter(|(id, _)| map.stances_on(*id).is_empty()) {
        let help = "add the stances that sources take on it, or take it out";
        report(&UNUSED_ISSUE, map, issue.name, "issue", "is addressed by no statement", help, diagnostics);
    }
}

fn positions(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    if !is_whole(map) {
        return;
    }
    let named = map.stances.iter().flat_map(|(_, stance)| stance.positions().chain(stance.over.iter().copied()));
    let used = Used::new(map.positions.len(), named);
    for (id, position) in map.positions.iter() {
        // An issue that nobody addresses has been complained of as a whole.
        if let (Some(name), false, false) = (position.name, used.has(id), map.stances_on(position.issue).is_empty()) {
            let help = "add the stances that sources take on it, or take it out";
            report(&UNUSED_POSITION, map, name, "position", "is spoken of by no statement", help, diagnostics);
        }
    }
}

fn terms(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    if !is_whole(map) {
        return;
    }
    let used = Used::new(map.terms.len(), map.definitions.iter().map(|(_, definition)| definition.term));
    for (_, term) in map.terms.iter().filter(|(id, _)| !used.has(*id)) {
        let help = "add `defines TERM: meaning` to a statement, or take it out";
        report(&UNUSED_TERM, map, term.name, "term", "is defined by no statement", help, diagnostics);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    const MAP: &str = "\
author writer: W
author voice: V
author narrowed: N
author idle: I
issue i: Q?
  position held: H
  position second: S
  position idle-position: I
issue idle-issue: Q?
  position p: P
term t: T
term idle-term: T
source s: S
  by: writer
claim c: x
  voice: voice
  prefers i: held over second
  defines t: x
from s
claim d: x
  raises i: x
";

    #[test]
    fn what_nothing_speaks_of_is_found() {
        let map = MAP.replace("from s", "claim loose: x\n  by: writer").replace("author narrowed: N\n", "");
        assert_eq!(found(&AUTHOR_RULE, &map), ["3:8: the author `idle` wrote nothing and is reported nowhere"]);
        assert_eq!(found(&ISSUE_RULE, MAP), ["9:7: the issue `idle-issue` is addressed by no statement"]);
        assert_eq!(found(&POSITION_RULE, MAP), ["8:12: the position `idle-position` is spoken of by no statement"]);
        assert_eq!(found(&TERM_RULE, MAP), ["12:6: the term `idle-term` is defined by no statement"]);
    }

    #[test]
    fn what_was_omitted_may_have_spoken_of_it() {
        for rule in [&AUTHOR_RULE, &ISSUE_RULE, &POSITION_RULE, &TERM_RULE] {
            assert_eq!(found(rule, &format!("{MAP}  hold i: idle-position\n")), [""; 0]);
        }
    }
}
