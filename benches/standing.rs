//! How fast frameworks are evaluated, beside a solver of the competition: `cargo bench --bench standing [-- PART…]`.
//!
//! Every figure is printed beside what it is compared with, measured in the same run: machines differ, ratios less.

mod chance;
mod families;
mod measure;
mod parts;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use framework::iccma::{self, Format};
use framework::{Evaluation, Label, Semantics, Stop, grounded};
use measure::{Cost, process, thread};

use parts::Part;

/// Parts that hold much memory themselves come last: a new process is charged with the most that the one that started it
/// ever held.
const PARTS: &[Part] = &[("peer", peer), ("statuses", statuses), ("edit", edit), ("floor", floor)];

/// The questions that the peer is asked too.
const QUESTIONS: &[(&str, &str, usize)] = &[
    ("SE-GR", "erdos-renyi", 1_000_000),
    ("SE-GR", "debate", 1_000_000),
    ("SE-PR", "debate", 100_000),
    ("SE-PR", "debate", 1_000_000),
    ("SE-PR", "barabasi-albert", 100_000),
    ("SE-PR", "barabasi-albert", 1_000_000),
    ("SE-PR", "many-components", 100_000),
    ("SE-PR", "watts-strogatz", 20_000),
    ("SE-PR", "one-component", 300),
    ("SE-PR", "satisfiability", 10_000),
    ("SE-PR", "satisfiability", 100_000),
    ("SE-ST", "debate", 100_000),
    ("SE-ID", "debate", 100_000),
];

fn main() {
    parts::run(PARTS);
}

/// Time after which a solver without an answer is asked no longer. The peer's script keeps to it, too.
const TIME_BUDGET: Duration = Duration::from_secs(60);

/// One extension, from file to answer, ours and the peer's.
fn peer() {
    assert!(scalop(&["install"]).status().is_ok_and(|status| status.success()), "Scalop cannot be installed");
    println!("question family             arguments   CPU ms   peak MB   Scalop CPU ms   peak MB   CPU of ours");
    for &(question, family, arguments) in QUESTIONS {
        let path = file(family, arguments);
        let path = path.to_string_lossy();
        let ask = || solve(&["--problem", question, "--file", &path]);
        let first = process(1, ask);
        let ours = if first.wall < TIME_BUDGET / 10 { process(5, ask) } else { first };
        let theirs = process(1, || scalop(&[question, &path]));
        let ratio = theirs.cpu.as_secs_f64() / ours.cpu.as_secs_f64();
        let unanswered = |who, cost: &Cost| if cost.wall < TIME_BUDGET { "" } else { who };
        println!(
            "{question:<8} {family:<16} {arguments:>11} {} {:>6} {} {ratio:>11.1} × {}{}",
            row(&ours),
            "",
            row(&theirs),
            unanswered(" no answer of ours", &ours),
            unanswered(" no answer of Scalop's", &theirs)
        );
    }
}

/// The status of every argument, beside the grounded extension of the same file.
fn statuses() {
    println!("preferred, all statuses  arguments   CPU ms   peak MB   grounded CPU ms   peak MB   of grounded");
    for arguments in [100_000, 1_000_000] {
        let path = file("debate", arguments);
        let path = path.to_string_lossy();
        let all = process(5, || solve(&["--all", "preferred", "--file", &path]));
        let grounded = process(5, || solve(&["--problem", "SE-GR", "--file", &path]));
        let ratio = all.cpu.as_secs_f64() / grounded.cpu.as_secs_f64();
        println!("{:<23} {arguments:>10} {} {:>8} {} {ratio:>11.1} ×", "debate", row(&all), "", row(&grounded));
    }
}

/// The status of every argument again, after one attack more.
fn edit() {
    println!("after one edit          arguments   first ms   again ms   searched");
    for (family, arguments) in [("many-components", 100_000), ("debate", 1_000_000)] {
        let bytes = std::fs::read(file(family, arguments)).expect("just made");
        let read = || iccma::read(&bytes, Format::I23).expect("well formed");
        let (before, mut edited) = (read().framework().1, read());
        // Where something is open, for only there is anything searched.
        let open = grounded(&before).iter().position(|&label| label == Label::Undecided).expect("not all is decided");
        edited.attacks.push((open as u32, open as u32 ^ 1));
        let after = edited.framework().1;
        let evaluated = |evaluation: &mut Evaluation, framework| {
            evaluation.statuses(framework, &Stop::never()).expect("nothing stops it");
        };
        let mut evaluation = Evaluation::new(Semantics::Preferred);
        let first = thread(1, || evaluated(&mut evaluation, &before));
        let again = thread(1, || evaluated(&mut evaluation, &after));
        let (first, again) = (milliseconds(first), milliseconds(again));
        println!("{family:<20} {arguments:>12} {first:>10.1} {again:>10.1} {:>10}", evaluation.searched());
    }
}

/// Measures the least that any solver has to do: read the file, understand it, and look at each attack once.
fn floor() {
    println!("grounded, 1,000,000 arguments and 5,000,000 attacks   CPU ms   peak MB");
    let path = file("erdos-renyi", 1_000_000);
    let ours = process(5, || solve(&["--problem", "SE-GR", "--file", &path.to_string_lossy()]));
    println!("{:<50} {}", "from file to answer", row(&ours));
    let floor = thread(5, || {
        let bytes = std::fs::read(&path).expect("just made");
        let attacks = iccma::read(&bytes, Format::I23).expect("well formed").attacks;
        let mut attackers = vec![0_u32; 1_000_000];
        for (_, to) in attacks {
            attackers[to as usize] += 1;
        }
        attackers.iter().filter(|&&attackers| attackers == 0).count()
    });
    println!("{:<50} {:>9.1}", "read, understand, one pass", milliseconds(floor));
    println!("{:<50} {:>9.2} ×", "", ours.cpu.as_secs_f64() / floor.as_secs_f64());
}

fn file(family: &str, arguments: usize) -> PathBuf {
    families::file(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("standing"), family, arguments)
}

fn solve(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    command.args(["solve", "--time", &TIME_BUDGET.as_secs().to_string()]).args(words);
    command
}

fn scalop(words: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/scalop.sh")).args(words);
    command
}

fn row(cost: &Cost) -> String {
    format!("{:>8.1} {:>9.1}", milliseconds(cost.cpu), cost.memory as f64 / 1e6)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
