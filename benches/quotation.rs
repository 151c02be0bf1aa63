//! How long it takes to check many quotations in a long text, beside searches that find less.
//!
//! `cargo bench --bench quotation` prints one row a search: seconds on one processor, and how many times one read of the text.
//! With an argument (`-- 10` or `-- 100`) only the text of so many megabytes is made; with `alone`
//! after it the other searches are left out; with `write FOLDER` after it text and quotations are only
//! written there, for the peers that other languages have (`benches/peers/fuzzy.sh`). `-- edits` counts what is found
//! of quotations with one changed word, and `-- gaps` times quotations of which each has thousands of gaps.

use std::hint::black_box;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use counterpoint::quotation::{Fidelity, Format, Text, check};

fn main() {
    let wanted: Option<usize> = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let is_asked = |word: &str| std::env::args().any(|argument| argument == word);
    if is_asked("gaps") {
        return gaps();
    }
    if is_asked("edits") {
        for megabytes in [1, 10, 100] {
            if wanted.is_none_or(|wanted| wanted == megabytes) {
                edits(megabytes);
            }
        }
        return;
    }
    if argument_after("write").is_none() {
        documents();
    }
    for (megabytes, count) in [(10, 1_000), (100, 10_000)] {
        if wanted.is_none_or(|wanted| wanted == megabytes) {
            compare(megabytes, count);
        }
    }
}

/// The documents of the map, where their texts are: every paragraph of each as a quotation.
fn documents() {
    let folder = std::env::var("COUNTERPOINT_SOURCES").unwrap_or_else(|_| "../shared/sources".to_owned());
    let Ok(entries) = std::fs::read_dir(folder) else {
        println!("documents: skipped, their texts are not here");
        return;
    };
    let texts: Vec<String> = entries.flatten().filter_map(|entry| std::fs::read_to_string(entry.path()).ok()).collect();
    let count: usize = texts.iter().map(|text| paragraphs(text).len()).sum();
    println!("{count} quotations in {} documents", texts.len());
    let (_, read_once) = timed("one read of the texts", None, || {
        texts.iter().flat_map(|text| text.bytes()).fold(0u64, |sum, byte| sum + u64::from(byte))
    });
    timed("counterpoint, verdicts and all", Some(read_once), || {
        texts.iter().map(|text| check(&read(text.clone().into_bytes()), &paragraphs(text)).len()).sum::<usize>()
    });
}

/// Quotations of thousands of gaps in a text that has their parts everywhere, each twice as long as the one before.
fn gaps() {
    for parts in [1_800, 3_600, 7_200] {
        let source = read("a b c ".repeat(parts * 10 / 3).into_bytes());
        let quotations = [0, 1, 2].map(|first| vec![["a b", "b c", "c a"][first]; parts].join(" [...] "));
        let name = format!("3 quotations of {parts} parts");
        timed(&name, None, || check(&source, &quotations.iter().map(String::as_str).collect::<Vec<_>>()));
    }
}

/// A thousand quotations of eight to twelve words with one of them changed: how many are called absent.
fn edits(megabytes: usize) {
    let text = text(megabytes * 1_000_000);
    let mut dice = Dice(4_711);
    let quotations: Vec<String> = (0..1_000)
        .map(|number| {
            let mut words = words_at(&text, &mut dice);
            words.truncate(8 + dice.below(5));
            let at = dice.below(words.len());
            match number % 3 {
                0 => words[at] = "otherwise".to_owned(),
                1 => _ = words.remove(at),
                _ => words.insert(at, "otherwise".to_owned()),
            }
            words.join(" ")
        })
        .collect();
    let source = read(text.into_bytes());
    let name = format!("1,000 edited quotations in {megabytes} MB");
    let (findings, _) =
        timed(&name, None, || check(&source, &quotations.iter().map(String::as_str).collect::<Vec<_>>()));
    let absent = findings.iter().filter(|finding| finding.fidelity == Fidelity::Absent).count();
    println!("  called absent: {absent}");
}

/// A text as the program reads it, with what a lock records of it.
fn read(bytes: Vec<u8>) -> Text {
    Text::read(bytes, Format::Plain).expect("the text is UTF-8")
}

fn paragraphs(text: &str) -> Vec<&str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).collect()
}

fn compare(megabytes: usize, count: usize) {
    let text = text(megabytes * 1_000_000);
    let quotations = quotations(&text, count);
    if let Some(folder) = argument_after("write") {
        let write = |name, content| std::fs::write(std::path::Path::new(&folder).join(name), content);
        write("text", text).and_then(|()| write("quotations", quotations.join("\n"))).expect("the folder is there");
        return;
    }
    println!("{count} quotations in {megabytes} MB");
    let (_, read_once) =
        timed("one read of the text", None, || text.bytes().fold(0u64, |sum, byte| sum + u64::from(byte)));
    let baseline = peak_memory();
    let bytes = text.clone().into_bytes();
    let (findings, _) = timed("counterpoint, verdicts and all", Some(read_once), || {
        check(&read(bytes), &quotations.iter().map(String::as_str).collect::<Vec<_>>())
    });
    if let (Some(before), Some(after)) = (baseline, peak_memory()) {
        // The generator keeps the text too; its own copy is not the engine's.
        println!(
            "  {:<34} {:>8.2} times the text",
            "memory at its peak",
            (after - before) as f64 / (text.len() / 1000) as f64
        );
    }
    for fidelity in [
        Fidelity::Exact,
        Fidelity::Typographic,
        Fidelity::Format,
        Fidelity::Gapped,
        Fidelity::Edited,
        Fidelity::Possible,
        Fidelity::Absent,
        Fidelity::TooShort,
    ] {
        print!("  {fidelity} {}", findings.iter().filter(|finding| finding.fidelity == fidelity).count());
    }
    println!();
    if std::env::args().any(|argument| argument == "alone") {
        return;
    }
    timed("aho-corasick, verbatim only", Some(read_once), || {
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&quotations)
            .expect("the automaton is small enough");
        automaton.find_overlapping_iter(&text).count()
    });
    // All searches at 10,000 in 100 MB would take minutes: a tenth is measured.
    let sample = quotations.iter().step_by(if count > 1_000 { 10 } else { 1 });
    let scale = count as f64 / sample.clone().count() as f64;
    let start = processor_time();
    let found =
        sample.filter(|quotation| memchr::memmem::find(text.as_bytes(), quotation.as_bytes()).is_some()).count();
    black_box(found);
    row("memmem, one search each", (processor_time() - start) * scale, Some(read_once));
}

fn argument_after(word: &str) -> Option<String> {
    std::env::args().skip_while(|argument| argument != word).nth(1)
}

/// Measures some work, and prints what it took beside what one read of the text took, where that has been measured before.
fn timed<T>(name: &str, read_once: Option<f64>, work: impl FnOnce() -> T) -> (T, f64) {
    let start = processor_time();
    let result = black_box(work());
    let seconds = processor_time() - start;
    row(name, seconds, read_once);
    (result, seconds)
}

fn row(name: &str, seconds: f64, read_once: Option<f64>) {
    let times = read_once.filter(|read_once| *read_once > 0.0);
    let times = times.map_or(String::new(), |read_once| format!("{:>8.1} ×", seconds / read_once));
    println!("  {name:<34} {seconds:>8.3} s{times}");
}

/// Seconds that this process has had a processor, where the system tells; 0 elsewhere.
fn processor_time() -> f64 {
    let statistics = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = statistics.split_whitespace().next().and_then(|number| number.parse().ok());
    nanoseconds.unwrap_or(0.0) / 1e9
}

/// The most memory in use so far, in kilobytes, where the system tells.
fn peak_memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % bound
    }
}

/// Prose of 8,000 made words, the first of them frequent as in a language, with curly quotes,
/// dashes, note marks and paragraphs.
fn text(length: usize) -> String {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let syllables = [
        "ba", "con", "de", "fer", "gol", "hin", "is", "jor", "ka", "lem", "mo", "nt", "or", "pre", "qui", "ras", "sta",
        "ter", "un", "ver",
    ];
    let words: Vec<String> = (0..8_000)
        .map(|rank| {
            (0..1 + f64::from(rank).log10() as usize % 4 + dice.below(2))
                .map(|_| syllables[dice.below(syllables.len())])
                .collect()
        })
        .collect();
    let mut text = String::with_capacity(length + 64);
    let mut start = true;
    while text.len() < length {
        // The frequency of a word falls with its rank, as in a language.
        let rank = (8_000f64.powf(dice.below(1 << 20) as f64 / f64::from(1 << 20))) as usize - 1;
        let word = &words[rank];
        if start {
            text.extend(word.chars().next().map(|first| first.to_ascii_uppercase()));
            text.push_str(&word[1..]);
        } else {
            text.push_str(word);
        }
        start = false;
        match dice.below(60) {
            0 | 1 => text.push_str(", "),
            2 => text.push_str("’s "),
            3 => text.push_str(" – "),
            4..=6 => {
                start = true;
                text.push_str(match dice.below(12) {
                    0 => ".¹² ",
                    1 => ".\n\n",
                    _ => ". ",
                });
            }
            _ => text.push(' '),
        }
    }
    text
}

/// Of a hundred: 75 as a reader types them, 10 with changed words, 8 with a gap, 5 short, 2 not there.
fn quotations(text: &str, count: usize) -> Vec<String> {
    let mut dice = Dice(77);
    let mut made = Vec::with_capacity(count);
    while made.len() < count {
        let words = words_at(text, &mut dice);
        let length = 8 + dice.below(32);
        let mut quoted = words[..length].to_vec();
        match made.len() % 100 {
            0..75 => {}
            75..85 => {
                "otherwise".clone_into(&mut quoted[length / 2]);
                quoted.remove(length / 4);
            }
            85..93 => {
                quoted.splice(3..length - 3, ["[...]".to_owned()]);
            }
            93..98 => quoted.truncate(2),
            _ => quoted.reverse(),
        }
        made.push(quoted.join(" "));
    }
    made
}

/// Some fifty words from anywhere in a text.
fn words_at(text: &str, dice: &mut Dice) -> Vec<String> {
    let mut at = dice.below(text.len() - 2_000);
    while !text.is_char_boundary(at) || !text[at..].starts_with(' ') {
        at += 1;
    }
    text[at..].split_whitespace().take(50).map(typed).filter(|word| !word.is_empty()).collect()
}

fn typed(word: &str) -> String {
    word.chars()
        .filter(|character| !"¹²".contains(*character))
        .map(|character| match character {
            '’' => '\'',
            '–' => '-',
            other => other,
        })
        .collect()
}
