//! Sides: who is on them, and on which issues.

use foldhash::HashMap;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::file::Span;
use crate::model::{AuthorId, IssueId, SideId};
use crate::syntax::tree::{Clause, Entry, Tree};
use crate::syntax::vocabulary::{ClauseKind, OWN};

use super::resolver::Resolver;

pub(super) static TWO_SIDES: Code = Code {
    name: "two-sides",
    severity: Severity::Error,
    summary: "an author who is on two sides of one issue",
    explanation: "A side speaks for its authors wherever one of them may stand, so that on each issue everybody is on one side at \
        most. A side without `issues` is one on all of them.\n\nTake the author out of one of the two, or say with `issues` on \
        which questions each of the sides stands together.",
};

pub(super) static ONE_MOTION: Code = Code {
    name: "one-motion",
    severity: Severity::Error,
    summary: "a side with several motions",
    explanation: "The `motion` of a side is the one question that the debate is about; the others on which it stands together are \
        its `issues`.\n\nKeep the question that was put to the vote.",
};

impl Resolver<'_> {
    /// Reads the clauses of a side.
    pub(super) fn resolve_side(&mut self, tree: &Tree, entry: &Entry, side: SideId) {
        let clause = |kind| tree.first_clause(entry, kind);
        self.map.sides[side].short = clause(ClauseKind::Short).and_then(|clause| clause.text);
        if let Some(authors) = clause(ClauseKind::Authors) {
            self.side_authors(tree, authors, side);
        }
        if let Some(issues) = clause(ClauseKind::Issues) {
            let (issues, whole) = self.issues(tree, issues);
            self.map.omitted.clauses += usize::from(!whole);
            self.map.sides[side].issues = issues;
        }
        if let Some(motion) = clause(ClauseKind::Motion) {
            let motion = self.motion(tree, motion);
            self.map.omitted.clauses += usize::from(motion.is_none());
            self.map.sides[side].motion = motion;
        }
    }

    /// Looks for errors in a clause of a side that was left out.
    pub(super) fn check_side(&mut self, tree: &Tree, clause: &Clause) {
        match clause.kind {
            ClauseKind::Authors => _ = self.named_authors(tree, clause),
            ClauseKind::Motion => _ = self.motion(tree, clause),
            _ => _ = self.issues(tree, clause),
        }
    }

    fn side_authors(&mut self, tree: &Tree, clause: &Clause, side: SideId) {
        let (named, own) = self.named_authors(tree, clause);
        let whole = named.len() + usize::from(own) == tree.references(clause).len();
        self.map.omitted.clauses += usize::from(!whole);
        let mut authors: Vec<AuthorId> = Vec::with_capacity(named.len());
        for (author, _) in named {
            if !authors.contains(&author) {
                authors.push(author);
            }
        }
        self.map.sides[side].authors = authors.into();
        self.map.sides[side].own = own;
    }

    /// The authors that a clause of a side names, each with its place, and whether our own case is among them.
    fn named_authors(&mut self, tree: &Tree, clause: &Clause) -> (Vec<(AuthorId, Span)>, bool) {
        let (mut authors, mut own) = (Vec::new(), false);
        for reference in tree.references(clause) {
            let is_author = self.map.names.shared.get(self.files, self.text(reference.span)).is_some();
            if self.text(reference.span) == OWN && !is_author {
                own = true;
            } else {
                authors.extend(self.author(reference.span).map(|author| (author, reference.span)));
            }
        }
        (authors, own)
    }

    /// The issues that a clause names, each once, and whether all are known.
    fn issues(&mut self, tree: &Tree, clause: &Clause) -> (Box<[IssueId]>, bool) {
        let references = tree.references(clause);
        let found: Vec<IssueId> = references.iter().filter_map(|name| self.issue(name.span)).collect();
        let whole = found.len() == references.len();
        let mut issues: Vec<IssueId> = Vec::with_capacity(found.len());
        for issue in found {
            if !issues.contains(&issue) {
                issues.push(issue);
            }
        }
        (issues.into(), whole)
    }

    fn motion(&mut self, tree: &Tree, clause: &Clause) -> Option<IssueId> {
        match tree.references(clause) {
            [name] => self.issue(name.span),
            [_, second, ..] => {
                let diagnostic = Diagnostic::new(&ONE_MOTION, second.span, "a debate is about one motion")
                    .label("a second question");
                self.diagnostics.push(diagnostic.help("keep one, and write the others below `issues`"));
                None
            }
            [] => None,
        }
    }

    /// Says who is on two sides of one issue. Seen only when all sides are known.
    pub(super) fn check_sides(&mut self) {
        let mut sides_of: HashMap<Option<AuthorId>, Vec<SideId>> = HashMap::default();
        let map = &self.map;
        for (id, side) in map.sides.iter() {
            let members = side.authors.iter().copied().map(Some).chain(side.own.then_some(None));
            for member in members {
                let before = sides_of.entry(member).or_default();
                let other = before.iter().find(|&&other| meet(&map.sides[other].issues, &side.issues));
                if let Some(&other) = other {
                    let who = member.map_or(OWN, |author| self.text(map.authors[author].name));
                    let [one, two] = [map.sides[other].name, side.name];
                    let message = format!("`{who}` is on two sides: `{}` and `{}`", self.text(one), self.text(two));
                    let diagnostic = Diagnostic::new(&TWO_SIDES, two, message)
                        .label("the second")
                        .related(one, "the first")
                        .help("leave one of the two, or write below both on which `issues` they stand together");
                    self.diagnostics.push(diagnostic);
                }
                before.push(id);
            }
        }
    }
}

/// Whether two sides meet on an issue; no issues are all.
fn meet(one: &[IssueId], two: &[IssueId]) -> bool {
    one.is_empty() || two.is_empty() || one.iter().any(|issue| two.contains(issue))
}

#[cfg(test)]
mod tests {
    use crate::model::example::{findings, map_of, sound_map};

    const DEBATE: &str = "author a: A\nauthor b: B\nissue i: Q?\nissue j: Q?\n";

    #[test]
    fn a_side_has_authors_issues_and_a_motion() {
        let map = sound_map(&format!("{DEBATE}side pro: Keep it\n  authors: a, own, a\n  issues: i\n  motion: i\n"));
        let (_, side) = map.sides.iter().next().expect("a side");
        assert_eq!((side.authors.len(), side.own, side.issues.len(), side.motion.is_some()), (1, true, 1, true));
    }

    #[test]
    fn nobody_is_on_two_sides_of_one_issue() {
        let both = format!("{DEBATE}side pro: P\n  authors: a, own\n  issues: i\nside con: C\n  authors: a, own\n");
        assert_eq!(
            findings(&[&both]),
            [
                "a.arg:8:6 two-sides: `a` is on two sides: `pro` and `con`",
                "a.arg:8:6 two-sides: `own` is on two sides: `pro` and `con`",
            ]
        );
        sound_map(&format!("{both}  issues: j\n"));
    }

    #[test]
    fn mistakes_below_a_side_are_told() {
        let text = format!("{DEBATE}side pro: P\n  authors: i, z\n  issues: a\n  motion: i, j\n");
        assert_eq!(
            findings(&[&text]),
            [
                "a.arg:6:12 wrong-kind: `i` is an issue, not an author",
                "a.arg:6:15 unknown-name: no author is called `z`",
                "a.arg:7:11 wrong-kind: `a` is an author, not an issue",
                "a.arg:8:14 one-motion: a debate is about one motion",
            ]
        );
        assert_eq!(map_of(&[&text]).0.omitted.clauses, 3);
    }
}
