//! Issues on which only one author speaks, so that there is nothing to compare.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{AuthorId, Issue, IssueId, Map, Stance};
use crate::text::list::and;

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &LONE_ISSUE, run };

static LONE_ISSUE: Code = Code {
    name: "lone-issue",
    severity: Severity::Warning,
    summary: "an issue that only one author addresses",
    explanation: "The map compares authors, and here there is nobody to compare with. Often another author does answer \
        the question, in other words or below another issue. Joint authors count as one; an author whose words are only \
        reported does not count, unless the source takes that side.\n\nLook for the others' answers, join the issue \
        with a wider one, or allow this finding if the others' silence is the point. It is looked for only where \
        nothing of the map was left out because of errors.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.settled;
    if !map.omitted.is_nothing() {
        return;
    }
    // For each author the last issue, counted from 1, on which the largest group has it.
    let mut marks = vec![0; map.authors.len()];
    for (id, issue) in map.issues.iter() {
        if let Some(group) = lone_group(map, id, &mut marks) {
            report(map, issue, group, diagnostics);
        }
    }
}

/// The author, or the joint authors, who alone address an issue.
fn lone_group<'m>(map: &'m Map, issue: IssueId, marks: &mut [usize]) -> Option<&'m [AuthorId]> {
    let mut groups = map.stances_on(issue).iter().filter_map(|&stance| own_authors(map, &map.stances[stance]));
    let mut largest = groups.next()?;
    let mark = issue.index() + 1;
    for author in largest {
        marks[author.index()] = mark;
    }
    for group in groups {
        if group.iter().all(|author| marks[author.index()] == mark) {
            continue;
        }
        if group.len() < largest.len() || !largest.iter().all(|author| group.contains(author)) {
            return None;
        }
        largest = group;
        for author in group {
            marks[author.index()] = mark;
        }
    }
    Some(largest)
}

/// The authors of a stance, unless the statement only reports it or nobody made it.
fn own_authors<'m>(map: &'m Map, stance: &Stance) -> Option<&'m [AuthorId]> {
    Some(map.own_authors_of(stance.statement)).filter(|authors| !authors.is_empty())
}

fn report(map: &Map, issue: &Issue, group: &[AuthorId], diagnostics: &mut Diagnostics) {
    let names: Vec<_> = group.iter().map(|&author| format!("`{}`", map.word(map.authors[author].name))).collect();
    let who = match names.as_slice() {
        [one] => format!("only {one} addresses"),
        [] => return,
        several => format!("only {}, jointly, address", and(several)),
    };
    let message = format!("{who} the issue `{}`", map.word(issue.name));
    let diagnostic = Diagnostic::new(&LONE_ISSUE, issue.name, message).label("nobody to compare with");
    diagnostics.push(diagnostic.help("look for what the others say to it, or join it with a wider issue"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    const MAP: &str = "\
author a: A
author b: B
author c: C
issue alone: Q?
issue joint: Q?
issue two: Q?
issue reported: Q?
source s: S
  by: a
claim s1: x
  holds alone: yes
  holds two: yes
  holds reported: no
claim s2: x
  voice: b
  holds alone: no
claim s3: x
  voice (endorsed): c
  holds two: no
source t: T
  by: b, c
claim t1: x
  holds joint: yes
  weighs two: x
claim t2: x
  by: c
  raises joint: x
claim t3: x
  voice: a
  raises reported: x
";

    #[test]
    fn one_author_or_one_joint_group_is_alone() {
        assert_eq!(
            found(&RULE, MAP),
            [
                "4:7: only `a` addresses the issue `alone`",
                "5:7: only `b` and `c`, jointly, address the issue `joint`",
                "7:7: only `a` addresses the issue `reported`",
            ]
        );
    }
}
