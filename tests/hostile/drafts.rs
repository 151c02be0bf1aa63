//! Drafts count for nothing: with any number of them more, every page of figures, verdicts and standings is the same, byte for byte.

use proptest::prelude::*;

use super::program::{folder, run};

const AUTHORS: usize = 3;
const STATEMENTS: usize = 9;
const ISSUES: &[(&str, &[&str])] = &[
    ("ban", &["yes", "no"]),
    ("first", &["buses", "bikes", "trams"]),
    ("age", &["ten", "twelve", "sixteen"]),
    ("gains", &["sleep", "talk"]),
];

/// A clause of a statement as numbers, which are taken for what there is of each kind.
type Drawn = (usize, usize, usize, usize);

fn clause((statement, kind, issue, other): Drawn, draft: bool) -> String {
    let (issue, positions) = ISSUES[issue % ISSUES.len()];
    let position = positions[other % positions.len()];
    let to = (statement + 1 + other % (STATEMENTS - 1)) % STATEMENTS;
    let to = format!("s{}.c{to}", to % AUTHORS);
    let mark = if draft { " (draft)" } else { "" };
    match kind % 8 {
        0 | 1 => format!("  holds {issue}{mark}: {position}\n"),
        2 => format!("  rejects {issue}{mark}: {position}\n"),
        3 => format!("  holds {issue}{mark}: {position} if ban: yes\n"),
        4 => format!("  holds {issue}{mark}: {position} unless {to}\n"),
        5 => format!("  because{mark}: {to}\n"),
        6 => format!("  against{mark}: {to}\n"),
        _ => format!("  agrees{mark}: {to}\n"),
    }
}

/// The map without a draft.
fn settled(clauses: &[Drawn]) -> String {
    let mut text = String::new();
    for author in 0..AUTHORS {
        text += &format!("author a{author}: Author {author}\n");
    }
    for (issue, positions) in ISSUES {
        text += &format!("issue {issue}: Q?\n");
        text += match *issue {
            "age" => "  answers: scale\n",
            "gains" => "  answers: open\n",
            _ => "",
        };
        if *issue != "ban" {
            positions.iter().for_each(|position| text += &format!("  position {position}: P\n"));
        }
    }
    text += "side pro: Pro\n  authors: a0\nside con: Con\n  authors: a1, a2\n";
    for source in 0..AUTHORS {
        text += &format!("source s{source}: S\n  by: a{source}\n  date: 2020\n");
        for statement in (0..STATEMENTS).filter(|statement| statement % AUTHORS == source) {
            text += &format!("claim c{statement}: Text {statement}.\n  quote [1]: words\n");
            let own = clauses.iter().filter(|drawn| drawn.0 % STATEMENTS == statement);
            own.for_each(|&(_, kind, issue, other)| text += &clause((statement, kind, issue, other), false));
        }
    }
    text
}

/// Drafts of every kind, in a file of their own.
fn drafts(drawn: &[Drawn]) -> String {
    let mut text = "author x (draft): X\n  of: Nobody\nissue new (draft): Q?\nside third (draft): T\n  authors: own\n\
                    source y (draft): Y\n  by: a0\n  date: 2021\nclaim z: Z.\n  holds ban: no\n  against: s0.c0\n"
        .to_owned();
    for (number, &(statement, kind, issue, other)) in drawn.iter().enumerate() {
        let statement = statement % STATEMENTS;
        let source = statement % AUTHORS;
        let clause_of = |draft| clause((statement, kind, issue, other), draft);
        text += &match number % 3 {
            0 => format!("reading s{source}.c{statement}\n{}", clause_of(true)),
            1 => format!("reading s{source}.c{statement} (draft)\n{}", clause_of(false)),
            _ => format!("from s{source}\nclaim d{number} (draft): D.\n{}", clause_of(false)),
        };
    }
    text
}

const PAGES: &[&[&str]] = &[
    &["table", "--counts", "--standing", "--derived"],
    &["table", "--by", "side", "--format", "json"],
    &["compare", "a0", "a1", "a2"],
    &["compare", "pro", "con", "--format", "json"],
    &["stand", "--format", "json"],
    &["stand", "--as", "a1"],
    &["stand", "--for", "each"],
    &["agree"],
    &["agree", "--measure", "congruence", "--format", "csv"],
    &["divide", "--format", "json"],
    &["network", "--of", "statements", "--format", "json"],
    &["list", "statements", "--unanswered"],
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_draft_more_changes_no_page(
        clauses in prop::collection::vec((any::<usize>(), any::<usize>(), any::<usize>(), any::<usize>()), 4..30),
        more in prop::collection::vec((any::<usize>(), any::<usize>(), any::<usize>(), any::<usize>()), 1..12),
    ) {
        let less = |(a, b, c, d): Drawn| (a % 1000, b % 1000, c % 1000, d % 1000);
        let clauses: Vec<Drawn> = clauses.into_iter().map(less).collect();
        let more: Vec<Drawn> = more.into_iter().map(less).collect();
        let (text, drafts) = (settled(&clauses), drafts(&more));
        let before = folder([("a.arg", text.as_str()), ("b.arg", "# nothing\n")]);
        let after = folder([("a.arg", text.as_str()), ("b.arg", drafts.as_str())]);
        for words in PAGES {
            let (one, other) = (run(before.path(), words), run(after.path(), words));
            prop_assert!(one.status == 0 && !one.out.is_empty(), "{:?}: {}\n{}", words, one.err, text);
            prop_assert_eq!((one.status, one.out, one.err), (other.status, other.out, other.err), "{:?}\n{}{}", words, text, drafts);
        }
    }
}
