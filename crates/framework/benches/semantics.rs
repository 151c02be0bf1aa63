//! How long each question takes on a made debate: `cargo bench --bench semantics`.
//!
//! Time beside a peer, from file to answer, is in `benches/standing.rs` at the root of the repository.

use divan::{Bencher, black_box};
use framework::{Draft, Framework, Semantics, Stop, grounded, one, statuses};

fn main() {
    divan::main();
}

/// Numbers that look random and are the same every time (Knuth's linear congruence).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(end)) as u32
    }
}

/// Topics of a hundred arguments, each of which attacks one of the five before it; one in ten attacks is answered.
fn debate(arguments: u32) -> Framework {
    let (mut draft, mut chance) = (Draft::new(arguments as usize), Chance(1));
    for from in (0..arguments).filter(|from| from % 100 != 0) {
        let to = from - 1 - chance.below((from % 100).min(5));
        draft.attack(from, to);
        if chance.below(10) == 0 {
            draft.attack(to, from);
        }
    }
    draft.build()
}

const SIZES: [u32; 2] = [1_000, 100_000];

#[divan::bench(args = SIZES)]
fn grounded_labelling(bencher: Bencher<'_, '_>, arguments: u32) {
    let framework = debate(arguments);
    bencher.bench(|| grounded(black_box(&framework)));
}

#[divan::bench(args = SIZES)]
fn one_preferred(bencher: Bencher<'_, '_>, arguments: u32) {
    let framework = debate(arguments);
    bencher.bench(|| one(black_box(&framework), Semantics::Preferred, &Stop::never()));
}

#[divan::bench(args = SIZES)]
fn preferred_statuses(bencher: Bencher<'_, '_>, arguments: u32) {
    let framework = debate(arguments);
    bencher.bench(|| statuses(black_box(&framework), Semantics::Preferred, &Stop::never()));
}
