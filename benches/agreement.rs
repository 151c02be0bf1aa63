//! The position table and what is computed from it, of a thousand authors on a thousand issues, beside the same similarities
//! by pandas and numpy.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;

use crate::chance::Chance;
use crate::measure::process;
use crate::{folder, program, row, write};

/// How many authors there are, and how many issues.
const MANY: usize = 1_000;

/// How many stances a statement has.
const STANCES: usize = 4;

/// Commands that are run on each map.
const RUNS: [&[&str]; 10] = [
    &["check"],
    &["table"],
    &["agree"],
    &["agree", "--cluster"],
    &["agree", "--measure", "congruence"],
    &["agree", "--measure", "jaccard"],
    &["agree", "--measure", "tau"],
    &["agree", "--measure", "kappa"],
    &["divide"],
    &["network"],
];

/// All of it on more and more stances.
pub fn agreement() {
    println!("of {MANY} authors on {MANY} issues    CPU ms   wall ms   peak MB");
    for stances in [100_000, 250_000, 500_000, 1_000_000] {
        let map = made(stances);
        println!("{stances:>9} stances");
        let ours = |words: &[&str]| {
            let cost = process(5, || {
                let mut command = program(words);
                command.arg(format!("--map={}", map.display()));
                command
            });
            println!("  {:<28} {}", words.join(" "), row(&cost));
        };
        for words in RUNS {
            ours(words);
        }
        ours(&["compare", "author-0", "author-1"]);
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/similarity.py");
        let table = map.with_extension("csv");
        if python().args(["-c", "import numpy, pandas"]).output().is_ok_and(|output| output.status.success()) {
            let cost = process(3, || {
                let mut command = python();
                command.arg(script).arg(&table);
                command
            });
            println!("  {:<28} {}", "pandas and numpy, Gower", row(&cost));
        } else {
            println!("  no pandas here: PYTHON names a Python that has it");
        }
    }
}

fn python() -> Command {
    Command::new(std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into()))
}

/// The folder of the map, with a file for each source; it is written once and used by all runs. Beside it stands a table of
/// the same stances, from 0 to 1.
fn made(stances: usize) -> PathBuf {
    let map = folder("agreement").join(stances.to_string());
    let csv = map.with_extension("csv");
    if csv.exists() {
        return map;
    }
    let (mut head, mut table) = (String::new(), String::from("author,issue,value\n"));
    for author in 0..MANY {
        let _ = write!(head, "author author-{author}: Author {author}\n\n");
    }
    for issue in 0..MANY {
        let _ = writeln!(head, "issue issue-{issue}: What should become of matter {issue}?");
        if positions(issue) > 2 {
            head.push_str("  answers: scale\n");
            (0..positions(issue)).for_each(|step| {
                let _ = writeln!(head, "  position step-{step}: Step {step}");
            });
        }
        head.push('\n');
    }
    std::fs::create_dir_all(&map).expect("the target folder can be written to");
    write(&map.join("map.arg"), &head);
    for author in 0..MANY {
        let mut text = format!("source source-{author}: Source {author}\n  by: author-{author}\n  date: 2020\n");
        for number in 0..stances / MANY {
            if number % STANCES == 0 {
                let _ = writeln!(text, "\nclaim claim-{}: Statement {number} of author {author}.", number / STANCES);
            }
            // Seven and a thousand have no common divisor: no issue comes twice.
            let issue = (number * 7 + author) % MANY;
            let steps = positions(issue);
            let step = Chance::of(author, issue).below(steps);
            let name = if steps > 2 { format!("step-{step}") } else { ["no", "yes"][step].to_owned() };
            let _ = writeln!(text, "  holds issue-{issue}: {name}");
            let _ = writeln!(table, "{author},{issue},{}", step as f64 / (steps - 1) as f64);
        }
        write(&map.join(format!("source-{author}.arg")), &text);
    }
    write(&csv, &table);
    map
}

/// Half of the issues are scales of five positions, the others ask for yes or no.
fn positions(issue: usize) -> usize {
    if issue.is_multiple_of(2) { 5 } else { 2 }
}
