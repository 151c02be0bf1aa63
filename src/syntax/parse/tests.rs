//! Parsing whole files: what is found in broken ones, and what their neighbours keep.

use super::*;
use crate::text::{LineIndex, Unit};

/// `line:column code: message [fix]` of each finding.
fn findings(text: &str) -> Vec<String> {
    let parsed = parse(FileId::new(0), text);
    let index = LineIndex::new(text);
    let line = |diagnostic: &Diagnostic| {
        let place = index.place(text, diagnostic.span.start as usize, Unit::Character);
        let fix = diagnostic.fix.as_ref().map_or(String::new(), |fix| format!(" [{}]", fix.replacement));
        format!("{}:{} {}: {}{fix}", place.line, place.column, diagnostic.code.name, diagnostic.message)
    };
    parsed.diagnostics.kept().iter().map(line).collect()
}

#[test]
fn a_sound_file_has_no_findings() {
    let text = "author a: A\n  of: B\n\nsource s: Title\n  by: a\n\nclaim c (unstated): Text: with \"all\" (marks) # // in it.\n    \
                # not a comment\n  holds i (strongly, inferred): x if y\n  because: d, e and f\n  quote [III: 2]: words\n\nfrom s\n\n\
                reading s.c\n  against (stated): d\n\ninclude other file.arg\nevidence: nameless\n  supports: above\n";
    assert_eq!(findings(text), [""; 0]);
    let parsed = parse(FileId::new(0), text);
    assert_eq!((parsed.tree.entries.len(), parsed.tree.clauses.len(), parsed.tree.references.len()), (7, 7, 7));
}

#[test]
fn every_mistake_is_found_in_one_run_and_none_spoils_its_neighbours() {
    let text = "\
cliam a: text
  becuase: b
author O'Brien: Flann
author: Flann
issue i
term two words: x
claim b text
claim c:
claim d (strongly): x
claim e (unstatd): x
claim f (unstated: x
  holds i strongly: yes
  prefers i: a
  by: a b
  quote [III: words
  because: (
from s t
  of: x
because: x
  position p: x
claim g： x
evidence h: x
  kind: law
  kind: law
";
    assert_eq!(
        findings(text),
        [
            "1:1 unknown-entry: there is no kind of entry `cliam` [claim]",
            "2:3 unknown-clause: there is no clause `becuase` [because]",
            "3:9 bad-name: `'` cannot stand in a name",
            "4:7 missing-name: `author` needs its name here",
            "5:8 missing-colon: `issue` has no colon",
            "6:6 bad-name: a name is one word [two-words]",
            "7:8 missing-colon: `claim` has no colon [:]",
            "8:9 empty-text: `claim` has no text",
            "9:10 misplaced-qualifier: `claim` takes no qualifier `strongly`",
            "10:10 unknown-qualifier: there is no qualifier `unstatd` [unstated]",
            "11:9 open-bracket: this bracket is not closed [)]",
            "12:10 missing-colon: `holds` has no colon [:]",
            "13:15 bad-clause: `prefers` needs `over` and the position that comes second here, and finds nothing",
            "14:9 unexpected-text: `b` is one word too many for `by`",
            "15:9 open-bracket: this bracket is not closed []]",
            "16:12 missing-name: `because` needs a name here",
            "17:8 unexpected-text: `t` is one word too many for `from`",
            "18:3 misplaced-clause: `from` has no clause `of`",
            "19:1 bad-indentation: `because` is a clause and stands at the margin [  ]",
            "19:1 misplaced-clause: `from` has no clause `because`",
            "20:3 misplaced-clause: `from` has no clause `position`",
            "21:8 full-width-mark: `：` stands where `:` is wanted [:]",
            "24:3 repeated-clause: `kind` stands here twice",
        ]
    );
}
