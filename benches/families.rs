//! Families of frameworks that nobody argued: as large as wanted, the same every time, written as files for solvers.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::chance::Chance;

/// A framework: so many arguments, and who attacks whom.
pub struct Made {
    pub arguments: usize,
    pub attacks: Vec<(usize, usize)>,
}

/// A family: its name, and how it is made of a number of arguments.
type Family = (&'static str, fn(usize) -> Made);

/// The families, each with what it is called and how it is made of a number of arguments.
pub const FAMILIES: &[Family] = &[
    ("erdos-renyi", |arguments| erdos_renyi(arguments, 5 * arguments)),
    ("one-component", |arguments| erdos_renyi(arguments, 3 * arguments * arguments / 100)),
    ("barabasi-albert", barabasi_albert),
    ("watts-strogatz", watts_strogatz),
    ("many-components", many_components),
    ("satisfiability", satisfiability),
    ("debate", debate),
];

/// Attacks between arguments drawn blindly.
fn erdos_renyi(arguments: usize, attacks: usize) -> Made {
    let mut chance = Chance::of(arguments, 1);
    let attacks = (0..attacks).map(|_| (chance.below(arguments), chance.below(arguments))).collect();
    Made { arguments, attacks }
}

/// Each argument joins two that others have joined before, the more often the likelier; a tenth of the attacks are answered.
fn barabasi_albert(arguments: usize) -> Made {
    let mut chance = Chance::of(arguments, 2);
    let (mut attacks, mut ends) = (Vec::new(), vec![0]);
    for argument in 1..arguments {
        for _ in 0..2 {
            let other = ends[chance.below(ends.len())];
            let (from, to) = if chance.percent(50) { (argument, other) } else { (other, argument) };
            attacks.push((from, to));
            if chance.percent(10) {
                attacks.push((to, from));
            }
            ends.extend([argument, other]);
        }
    }
    Made { arguments, attacks }
}

/// A ring in which each argument is joined to its four nearest, a tenth of the ways led elsewhere.
fn watts_strogatz(arguments: usize) -> Made {
    let mut chance = Chance::of(arguments, 3);
    let mut attacks = Vec::new();
    for argument in 0..arguments {
        for step in 1..=2 {
            let near = (argument + step) % arguments;
            let other = if chance.percent(10) { chance.below(arguments) } else { near };
            attacks.push(if chance.percent(50) { (argument, other) } else { (other, argument) });
        }
    }
    Made { arguments, attacks }
}

/// Components of twenty arguments, each drawn blindly.
fn many_components(arguments: usize) -> Made {
    let mut chance = Chance::of(arguments, 4);
    let mut attacks = Vec::new();
    for start in (0..arguments).step_by(20) {
        let size = 20.min(arguments - start);
        attacks.extend((0..2 * size).map(|_| (start + chance.below(size), start + chance.below(size))));
    }
    Made { arguments, attacks }
}

/// Hard for admissibility: three of a hundred variables to a clause, 4.2 clauses to a variable, where satisfiability is hardest to
/// tell. Literals attack each other and the clauses that they satisfy; clauses attack themselves and the sentence.
fn satisfiability(arguments: usize) -> Made {
    const VARIABLES: usize = 100;
    const CLAUSES: usize = 420;
    const SIZE: usize = 2 * VARIABLES + CLAUSES + 1;
    let mut chance = Chance::of(arguments, 5);
    let mut attacks = Vec::new();
    let sentences = arguments.div_ceil(SIZE);
    for start in (0..sentences).map(|sentence| sentence * SIZE) {
        let sentence = start + SIZE - 1;
        for literal in (start..start + 2 * VARIABLES).step_by(2) {
            attacks.extend([(literal, literal + 1), (literal + 1, literal)]);
        }
        for clause in start + 2 * VARIABLES..sentence {
            attacks.extend([(clause, clause), (clause, sentence)]);
            attacks.extend((0..3).map(|_| (start + chance.below(2 * VARIABLES), clause)));
        }
    }
    Made { arguments: sentences * SIZE, attacks }
}

/// As people debate: each statement answers one before it in its topic, mostly a recent one. One in ten is answered back by what it
/// attacks, one in fifty attacks another of the topic too, one in a hundred another topic.
fn debate(arguments: usize) -> Made {
    let mut chance = Chance::of(arguments, 6);
    let mut attacks = Vec::new();
    let mut start = 0;
    while start < arguments {
        let size = (20 + chance.below(400)).min(arguments - start);
        for number in 1..size {
            let near = if chance.percent(70) { number.min(5) } else { number };
            let back = 1 + chance.below(near);
            let (from, to) = (start + number, start + number - back);
            attacks.push((from, to));
            if chance.percent(10) {
                attacks.push((to, from));
            }
            if chance.percent(2) {
                attacks.push((from, start + chance.below(size)));
            }
            if chance.percent(1) {
                attacks.push((from, chance.below(arguments)));
            }
        }
        start += size;
    }
    Made { arguments, attacks }
}

/// The file of a family with so many arguments, made where it is not there yet.
pub fn file(folder: &Path, family: &str, arguments: usize) -> PathBuf {
    let path = folder.join(format!("{family}-{arguments}.af"));
    if !path.exists() {
        let (_, make) = FAMILIES.iter().find(|(name, _)| *name == family).expect("a family");
        std::fs::create_dir_all(folder).expect("below target");
        let unfinished = path.with_extension("part");
        write(&unfinished, &make(arguments)).and_then(|()| std::fs::rename(&unfinished, &path)).expect("there is room");
    }
    path
}

fn write(path: &Path, made: &Made) -> std::io::Result<()> {
    let mut file = BufWriter::new(std::fs::File::create(path)?);
    writeln!(file, "p af {}", made.arguments)?;
    for (from, to) in &made.attacks {
        writeln!(file, "{} {}", from + 1, to + 1)?;
    }
    file.flush()
}
