//! How fast frameworks are evaluated, beside a solver of the competition: `cargo bench --bench standing [-- PART…]`.

mod chance;
mod families;
mod measure;

fn main() {
    for (family, size) in [
        ("erdos-renyi", 1_000_000),
        ("debate", 100_000),
        ("debate", 1_000_000),
        ("barabasi-albert", 100_000),
        ("watts-strogatz", 100_000),
        ("many-components", 100_000),
        ("many-components", 1_000_000),
        ("one-component", 300),
        ("satisfiability", 10_000),
        ("satisfiability", 100_000),
        ("erdos-renyi", 1000),
        ("watts-strogatz", 1000_000),
        ("barabasi-albert", 1000_000),
    ] {
        families::file(std::path::Path::new("target/standing"), family, size);
    }
}
