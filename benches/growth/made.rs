//! Maps that grow in one thing alone: in authors, in depth, in the attackers of one statement, and so on.

use std::fmt::Write;

/// Name of the growth, with the map of a size: its files by their names. In each there are the authors `a0` and `a1`,
/// the issue `i0` and the statement `s0.c0`, which are asked about.
pub type Growth = (&'static str, fn(usize) -> Vec<(String, String)>);

/// Everything that a map can have more of.
pub const GROWTHS: &[Growth] = &[
    ("statements", statements),
    ("authors", authors),
    ("issues", issues),
    ("positions", positions),
    ("reasons", reasons),
    ("attackers", attackers),
    ("quotations", quotations),
    ("depth", depth),
    ("misspelt", misspelt),
];

/// So many statements are in a source where nothing else is said.
const PER_SOURCE: usize = 50;
/// So many authors and issues there are where they do not grow.
const FEW: usize = 10;

/// A map in one file, which is written from top to bottom.
struct Draft(String);

impl Draft {
    /// Authors, issues of three positions, and a term.
    fn new(authors: usize, issues: usize) -> Draft {
        let mut draft = Draft("term word: word\n".to_owned());
        (0..authors).for_each(|author| {
            draft.line(format_args!("author a{author}: Author {author}\n  of: Club {}", author / 5));
        });
        for issue in 0..issues {
            draft.line(format_args!("issue i{issue}: Which {issue}?"));
            (0..3)
                .for_each(|position| draft.line(format_args!("  position p{position}: answer {position} of {issue}")));
        }
        draft
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        writeln!(self.0, "{line}").expect("memory takes every letter");
    }

    fn source(&mut self, number: usize, author: usize) {
        self.line(format_args!("source s{number}: Source {number}\n  by: a{author}\n  date: {}", 1990 + number % 30));
    }

    fn claim(&mut self, number: usize) {
        self.line(format_args!("claim c{number}: what number {number} says of word {}", number * 7 % 1009));
    }

    fn files(self) -> Vec<(String, String)> {
        vec![("map.arg".to_owned(), self.0)]
    }
}

/// Sources in which each statement takes a stance, has the next for a reason and speaks against one of the source before.
fn statements(size: usize) -> Vec<(String, String)> {
    let mut draft = Draft::new(FEW, FEW);
    for number in 0..size {
        let (source, own) = (number / PER_SOURCE, number % PER_SOURCE);
        if own == 0 {
            draft.source(source, source % FEW);
        }
        draft.claim(own);
        draft.line(format_args!("  holds i{}: p{}", number % FEW, number % 3));
        if own % 5 < 4 && own + 1 < PER_SOURCE && number + 1 < size {
            draft.line(format_args!("  because: c{}", own + 1));
        }
        if source > 0 && own % 10 == 0 {
            draft.line(format_args!("  against: s{}.c{own}", source - 1));
        }
    }
    draft.files()
}

/// Each author has a source and takes three stances.
fn authors(size: usize) -> Vec<(String, String)> {
    let mut draft = Draft::new(size, FEW);
    for author in 0..size {
        draft.source(author, author);
        for own in 0..3 {
            draft.claim(own);
            draft.line(format_args!("  holds i{}: p{}", (author + own) % FEW, (author + own) % 3));
        }
    }
    draft.files()
}

/// Two authors take a stance on each issue.
fn issues(size: usize) -> Vec<(String, String)> {
    let mut draft = Draft::new(2, size);
    for author in 0..2 {
        draft.source(author, author);
        for issue in 0..size {
            draft.claim(issue);
            draft.line(format_args!("  holds i{issue}: p{}", (issue + author) % 3));
        }
    }
    draft.files()
}

/// One issue, each position of which somebody takes.
fn positions(size: usize) -> Vec<(String, String)> {
    let mut draft = Draft::new(4, 1);
    (3..size).for_each(|position| draft.line(format_args!("  position p{position}: answer {position}")));
    for author in 0..4 {
        draft.source(author, author);
        for position in (author..size).step_by(4) {
            draft.claim(position - author);
            draft.line(format_args!("  holds i0: p{position}"));
        }
    }
    draft.files()
}

/// One statement with many reasons.
fn reasons(size: usize) -> Vec<(String, String)> {
    let mut draft = about_one();
    let reasons: Vec<String> = (1..=size).map(|number| format!("c{number}")).collect();
    draft.line(format_args!("  because: {}", reasons.join(", ")));
    (1..=size).for_each(|number| draft.claim(number));
    draft.files()
}

/// One statement that many others are against.
fn attackers(size: usize) -> Vec<(String, String)> {
    let mut draft = about_one();
    draft.source(1, 1);
    for number in 1..=size {
        draft.claim(number);
        draft.line(format_args!("  against: s0.c0"));
    }
    draft.files()
}

fn about_one() -> Draft {
    let mut draft = Draft::new(2, 1);
    draft.source(0, 0);
    draft.claim(0);
    draft.line(format_args!("  holds i0: p0"));
    draft
}

/// Statements that quote one text, word for word, with changes, and with gaps.
fn quotations(size: usize) -> Vec<(String, String)> {
    let mut draft = Draft::new(2, 1);
    draft.source(0, 0);
    draft.line(format_args!("  text: s0.txt"));
    let mut text = String::new();
    for number in 0..size {
        let word = |turn: usize| number * 31 + turn * 17;
        let sentence = format!(
            "The word{} of town{} is said to be word{}, and no word{} is known",
            word(1),
            word(2),
            word(3),
            word(4)
        );
        writeln!(text, "{sentence} to anybody.\n").expect("memory takes every letter");
        let quoted = match number % 5 {
            3 => sentence.replace("is said", "was held"),
            4 => sentence.replace("is said to be ", "[...] "),
            _ => sentence,
        };
        draft.claim(number);
        draft.line(format_args!("  quote: {quoted}"));
    }
    let mut files = draft.files();
    files.push(("s0.txt".to_owned(), text));
    files
}

/// Each statement is a reason for the one before it, and is spoken against by one of another author.
fn depth(size: usize) -> Vec<(String, String)> {
    let mut draft = about_one();
    for number in 1..=size {
        draft.line(format_args!("  because: c{number}"));
        draft.claim(number);
    }
    draft.source(1, 1);
    for number in 0..size {
        draft.claim(number);
        draft.line(format_args!("  against: s0.c{number}"));
        if number > 0 {
            draft.line(format_args!("  against: c{}", number - 1));
        }
    }
    draft.files()
}

/// Each statement misspells the name of another.
fn misspelt(size: usize) -> Vec<(String, String)> {
    let mut draft = about_one();
    for number in 1..=size {
        draft.line(format_args!("claim statement-number-{number}: what {number} says"));
        draft.line(format_args!("  because: statement-numbr-{}", number * 7 % size + 1));
    }
    draft.files()
}
