//! Parts: the sections of a benchmark, which run all together or as they are named on the command line.

/// A part, with the word that selects it.
pub type Part = (&'static str, fn());

/// Runs the parts that are named, or all where none is.
pub fn run(parts: &[Part]) {
    // Cargo hands `--bench` on to every bench.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    for (name, part) in parts {
        if wanted.is_empty() || wanted.iter().any(|word| word == name) {
            part();
            println!();
        }
    }
}
