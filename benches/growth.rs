//! How the cost of every command grows with each thing that a map has more of: `cargo bench --bench growth [-- small] [GROWTH…]`.
//!
//! Each command runs on maps of n, 2n and 4n. How a cost grows is the exponent e of nᵉ: the binary logarithm of what the last step added
//! to what the one before it did, so that whatever a run costs on any map falls out. Instructions are counted by valgrind; without it
//! nothing is said. A cost that grows faster than n¹·² is a fault, unless it is said here why it does.

#[path = "growth/counter.rs"]
mod counter;
#[path = "growth/made.rs"]
mod made;
// It measures functions, too.
#[allow(dead_code)]
mod measure;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use counter::{Cost, cost};
use made::{GROWTHS, Growth};

/// Every question, as it is typed in the folder of a map.
const QUESTIONS: &[&str] = &[
    "check",
    "check --format json",
    "table",
    "table --counts --derived --standing",
    "table --format json",
    "compare a0 a1",
    "list authors",
    "list issues",
    "list statements",
    "list statements --format json",
    "list statements --unanswered",
    "show s0.c0",
    "show a0",
    "show i0",
    "stand",
    "stand --format csv",
    "stand --why s0.c0",
    "stand --as a0",
    "stand --for each",
    "stand --distance a0 a1",
    "stand --suppose s0.c0",
    "stand --repair s0.c0",
    "stand --unsure",
    "stand --semantics preferred",
    "stand --strength qe",
    "stand --write apx",
    "quotes",
    "find word of",
    "fmt --diff",
    "diff . .",
    "agree",
    "agree --cluster",
    "divide",
    "terms",
    "network",
    "network --of issues --format dot",
    "network --of statements --format dot",
];

/// Costs that grow faster, and why they may: the growth, how the question begins, the exponent, the reason.
const KNOWN: &[(&str, &str, f64, &str)] = &[
    ("authors", "agree", 2.2, "a figure for each two authors"),
    ("authors", "network", 2.2, "an edge for each two authors"),
    ("authors", "stand --for each", 2.2, "what stands for each author is evaluated anew"),
];

/// Questions that once grew with the cube, or never ended, and what they grew with: these are asked of small maps, too.
const ONCE_FAULTS: &[(&str, &str)] = &[
    ("positions", "table"),
    ("positions", "compare a0 a1"),
    ("positions", "network --of issues --format dot"),
    ("attackers", "stand --repair s0.c0"),
    ("depth", "stand --unsure"),
    ("quotations", "check"),
];

/// The largest exponent that is no fault.
const MOST: f64 = 1.2;
/// Differences up to these many instructions, or this much memory, are chance: the cost does not grow.
const FLAT: Cost = Cost { instructions: 300_000.0, memory: 1_000_000.0 };
/// So many bytes of memory a byte of the map takes at most.
const MOST_BYTES: f64 = 50.0;
/// And so many each statement, or whatever else grows.
const MOST_BYTES_EACH: f64 = 600.0;

/// A question about maps that grow.
struct Case<'g> {
    growth: &'g Growth,
    question: &'static str,
    maps: [Made; 3],
}

/// A map that was made.
#[derive(Clone)]
struct Made {
    folder: PathBuf,
    /// How many there are of what grows.
    size: usize,
    bytes: usize,
}

/// Costs that were found; none where a run did not end well.
struct Found {
    costs: Option<[Cost; 3]>,
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if !counter::is_there() {
        println!("growth: left out, because valgrind is not installed and nothing else here counts instructions");
        return;
    }
    let is_small = words.iter().any(|word| word == "small");
    let first = if is_small { 40 } else { 250 };
    let wanted = |growth: &&Growth| {
        let named = GROWTHS.iter().any(|(name, _)| words.iter().any(|word| word == name));
        !named || words.iter().any(|word| word == growth.0)
    };
    let growths: Vec<&Growth> = GROWTHS.iter().filter(wanted).collect();
    let cases: Vec<Case<'_>> = growths.iter().flat_map(|growth| cases(growth, first, is_small)).collect();
    let found = all(&cases);
    println!("maps of {first}, {} and {} of each; exponents of instructions and of memory\n", 2 * first, 4 * first);
    let faults: usize = cases.iter().zip(&found).map(|(case, found)| usize::from(tell(case, found))).sum();
    println!("\n{} questions about growing maps, {faults} faults", cases.len());
    if faults > 0 {
        std::process::exit(1);
    }
}

/// The questions about one thing that grows; in small each is asked of one of the things, and of those with which it once grew too fast.
fn cases(growth: &Growth, first: usize, is_small: bool) -> Vec<Case<'_>> {
    let maps = [first, 2 * first, 4 * first].map(|size| made(growth, size));
    let at = GROWTHS.iter().position(|it| it.0 == growth.0).unwrap_or_default();
    let asked = QUESTIONS.iter().enumerate().filter(|(number, question)| {
        !is_small || (number + 4 * at) % 9 == 0 || ONCE_FAULTS.contains(&(growth.0, **question))
    });
    asked.map(|(_, &question)| Case { growth, question, maps: maps.clone() }).collect()
}

/// Makes a map of a size.
fn made(growth: &Growth, size: usize) -> Made {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("growth").join(format!("{}-{size}", growth.0));
    std::fs::create_dir_all(&folder).expect("the target folder can be written to");
    let files = growth.1(size);
    for (name, text) in &files {
        std::fs::write(folder.join(name), text).expect("the target folder can be written to");
    }
    Made { folder, size, bytes: files.iter().map(|(_, text)| text.len()).sum() }
}

/// Asks everything, on all cores: instructions are counted the same whatever else runs.
fn all(cases: &[Case<'_>]) -> Vec<Found> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(case) = cases.get(number) else { return done };
            let words: Vec<&str> = case.question.split(' ').collect();
            let ask = |made: &Made| cost(&made.folder, &words);
            let [one, two, four] = case.maps.each_ref().map(ask);
            done.push((number, Found { costs: one.zip(two).zip(four).map(|((one, two), four)| [one, two, four]) }));
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<(usize, Found)> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        running.into_iter().flat_map(|worker| worker.join().expect("no panic")).collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, found)| found).collect()
}

/// Prints a line; whether it is a fault.
fn tell(case: &Case<'_>, found: &Found) -> bool {
    let (name, question) = (case.growth.0, case.question);
    let Some(costs) = found.costs else {
        println!("{name:<11} {question:<40} did not end well: FAULT");
        return true;
    };
    let known = KNOWN.iter().find(|(growth, start, ..)| *growth == name && question.starts_with(start));
    let most = known.map_or(MOST, |(_, _, most, _)| *most);
    let of = |read: fn(&Cost) -> f64| exponent(costs.each_ref().map(read), read(&FLAT));
    let (instructions, memory) = (of(|it| it.instructions), of(|it| it.memory));
    let [least, _, largest] = &case.maps;
    let added = costs[2].memory - costs[0].memory;
    let for_bytes = added / (largest.bytes - least.bytes) as f64;
    let for_things = added / (largest.size - least.size) as f64;
    let is_large = added > FLAT.memory && for_bytes > MOST_BYTES && for_things > MOST_BYTES_EACH && known.is_none();
    let grows = [instructions, memory].iter().flatten().any(|&exponent| exponent > most);
    let figure = |exponent: Option<f64>| exponent.map_or("flat".to_owned(), |exponent| format!("{exponent:.2}"));
    let remark = match (grows, is_large, known) {
        (true, _, _) => "FAULT: grows faster",
        (_, true, _) => "FAULT: takes much memory",
        (_, _, Some((.., why))) => why,
        _ => "",
    };
    println!(
        "{name:<11} {question:<40} {:>6} {:>6} {:>10.1} M {:>6.1} MB {for_bytes:>6.1} B/B  {remark}",
        figure(instructions),
        figure(memory),
        costs[2].instructions / 1e6,
        costs[2].memory / 1e6,
    );
    grows || is_large
}

/// How a cost grows; none where it hardly does.
fn exponent([one, two, four]: [f64; 3], flat: f64) -> Option<f64> {
    let (first, second) = (two - one, four - two);
    (second > flat).then(|| (second / first.max(flat / 4.0)).log2())
}
