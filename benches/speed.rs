//! How fast Counterpoint is, and how that stands to the limit and to Argdown: `cargo bench --bench speed [-- PART…]`.
//!
//! Every figure is printed beside what it is compared with, measured in the same run: machines differ, ratios less.

mod agreement;
mod argdown;
mod chance;
mod measure;
mod parts;
mod synthetic;
mod versions;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use counterpoint::file::FileId;
use counterpoint::syntax::parse;
use measure::{Cost, process, thread};
use parts::Part;
use synthetic::{Map, files};

/// Parts that hold much memory themselves come last: a new process is charged with the most that the one that started it
/// ever held.
const PARTS: &[Part] = &[
    ("start", start),
    ("check", sizes),
    ("misspelt", misspelt),
    ("threads", threads),
    ("diff", versions::versions),
    ("agree", agreement::agreement),
    ("peer", peer),
    ("parse", parsing),
];

fn main() {
    parts::run(PARTS);
}

/// Text to tree on one thread with all its allocations, beside reading and validating the same bytes.
fn parsing() {
    println!("text to tree, one thread              MB   CPU ms    MB/s");
    for statements in [1_000, 100_000] {
        let folder = made(Map { statements, misspelt: 0 });
        let paths = paths_in(&folder);
        let texts = texts_in(&folder);
        let bytes = texts.iter().map(String::len).sum();
        let row = |what: &str, cpu: Duration| {
            let rate = rate(bytes, cpu);
            println!("{statements:>9} {what:<22} {:>8.1} {:>8.1} {rate:>7.0}", megabytes(bytes), milliseconds(cpu));
        };
        let limit =
            || paths.iter().map(|path| String::from_utf8(bytes_of(path)).map_or(0, |text| text.len())).sum::<usize>();
        row("read and validate", thread(7, limit));
        row("parse", thread(7, || parse_each(&texts)));
        let whole = vec![texts.concat()];
        row("parse, as one file", thread(7, || parse_each(&whole)));
    }
}

fn parse_each(texts: &[String]) -> usize {
    texts.iter().map(|text| parse(FileId::new(0), text).tree.entries.len()).sum()
}

/// `check` of more and more statements: does the cost of one stay the same?
fn sizes() {
    println!("check         CPU ms   wall ms   peak MB   CPU µs/statement   bytes/statement");
    for statements in [1_000, 10_000, 100_000, 1_000_000] {
        let cost = check(Map { statements, misspelt: 0 }, 2);
        let each = cost.cpu.as_secs_f64() * 1e6 / statements as f64;
        let bytes = cost.memory as f64 / statements as f64;
        println!("{statements:>9} {} {each:>18.2} {bytes:>17.0}", row(&cost));
    }
}

/// `check` where more and more names are misspelt.
fn misspelt() {
    println!("misspelt of 1,000,000      CPU ms   wall ms   peak MB");
    for misspelt in [0, 1_000, 10_000, 100_000] {
        let cost = check(Map { statements: 1_000_000, misspelt }, 2);
        println!("{misspelt:>21} {}", row(&cost));
    }
}

/// `check` with one thread and with two.
fn threads() {
    println!("threads         CPU ms   wall ms   peak MB");
    for threads in [1, 2] {
        println!("{threads:>9}   {}", row(&check(Map { statements: 1_000_000, misspelt: 0 }, threads)));
    }
}

/// Measures the cost of a start that does nothing.
fn start() {
    println!("start          CPU ms   wall ms   peak MB");
    let empty = folder("empty");
    write(&empty.join("empty.arg"), "");
    let version = process(21, || program(&["--version"]));
    let check = process(21, || program(&["check", &empty.to_string_lossy()]));
    println!("--version  {}\nempty map  {}", row(&version), row(&check));
}

/// The same content through Argdown's command line and through ours, and through both parsers.
fn peer() {
    assert!(peer_program(&["install"]).status().is_ok_and(|status| status.success()), "Argdown cannot be installed");
    println!("argdown json / check       CPU ms   wall ms   peak MB     CPU of ours   memory of ours");
    let out = folder("argdown-json");
    for statements in [1_000, 10_000, 100_000] {
        let text = argdown_file(statements);
        let theirs = process(1, || peer_program(&["json", &text.to_string_lossy(), &out.to_string_lossy()]));
        let ours = check(Map { statements, misspelt: 0 }, 2);
        let cpu = theirs.cpu.as_secs_f64() / ours.cpu.as_secs_f64();
        let memory = theirs.memory as f64 / ours.memory as f64;
        println!("{statements:>9} argdown     {} {cpu:>12.0} times {memory:>10.1} times", row(&theirs));
        println!("{statements:>9} counterpoint{}", row(&ours));
    }
    libraries();
}

/// Argdown's parser and ours, each on its own text of the same content.
fn libraries() {
    println!("\nparser libraries         MB per CPU second");
    let text = argdown_file(10_000);
    let output = peer_program(&["parse", &text.to_string_lossy()]).output().expect("node can be started");
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut figures = output.split_whitespace().map(|word| word.parse::<f64>().expect("the script prints numbers"));
    let mut next = || figures.next().expect("the script prints three numbers");
    let (bytes, seconds, errors) = (next(), next(), next());
    let texts = texts_in(&made(Map { statements: 10_000, misspelt: 0 }));
    let ours = rate(texts.iter().map(String::len).sum(), thread(15, || parse_each(&texts)));
    let theirs = bytes / 1e6 / seconds;
    println!("argdown      {theirs:>8.1}   ({errors} errors)");
    println!("counterpoint {ours:>8.1}   {:.0} times", ours / theirs);
}

fn peer_program(words: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/argdown.sh")).args(words);
    command
}

/// Cost of `check` of a map with so many threads.
fn check(map: Map, threads: usize) -> Cost {
    let folder = made(map).to_string_lossy().into_owned();
    let runs = if map.statements > 100_000 { 5 } else { 9 };
    process(runs, || {
        let mut command = program(&["check", &folder]);
        command.env("RAYON_NUM_THREADS", threads.to_string());
        command
    })
}

fn program(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    command.args(words);
    command
}

fn row(cost: &Cost) -> String {
    let memory = megabytes(usize::try_from(cost.memory).unwrap_or(usize::MAX));
    format!("{:>9.1} {:>9.1} {memory:>9.1}", milliseconds(cost.cpu), milliseconds(cost.wall))
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn rate(bytes: usize, time: Duration) -> f64 {
    megabytes(bytes) / time.as_secs_f64()
}

/// The folder of a made map; it is written once and used by all runs.
fn made(map: Map) -> PathBuf {
    let folder = folder(&format!("map-{}-{}", map.statements, map.misspelt));
    if paths_in(&folder).is_empty() {
        for (name, text) in files(map) {
            write(&folder.join(name), &text);
        }
    }
    folder
}

fn argdown_file(statements: usize) -> PathBuf {
    let path = folder("argdown").join(format!("{statements}.argdown"));
    if !path.exists() {
        let mut file = std::fs::File::create(&path).expect("the target folder can be written to");
        for section in argdown::sections(statements) {
            file.write_all(section.as_bytes()).expect("the target folder can be written to");
        }
    }
    path
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("speed").join(name);
    std::fs::create_dir_all(&folder).expect("the target folder can be written to");
    folder
}

fn paths_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder was just made");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.sort();
    paths
}

fn write(path: &Path, text: &str) {
    std::fs::write(path, text).expect("the target folder can be written to");
}

fn bytes_of(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("the file was just made")
}

fn texts_in(folder: &Path) -> Vec<String> {
    let read = |path: &PathBuf| String::from_utf8(bytes_of(path)).expect("what was made is UTF-8");
    paths_in(folder).iter().map(read).collect()
}
