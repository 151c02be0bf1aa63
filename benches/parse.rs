//! The steps of parsing, each for itself: `cargo bench --bench parse`.

#[allow(dead_code, unused_imports)] // The maps for a peer are not needed here.
mod chance;
mod synthetic;

use counterpoint::file::FileId;
use counterpoint::syntax::{lines, parse};
use divan::Bencher;
use divan::counter::BytesCount;
use synthetic::{Map, files};

fn main() {
    divan::main();
}

fn text() -> String {
    files(Map { statements: 10_000, misspelt: 0 }).map(|(_, text)| text).collect()
}

/// The limit: is it UTF-8 at all?
#[divan::bench]
fn validate(bencher: Bencher<'_, '_>) {
    let text = text();
    bencher.counter(BytesCount::of_str(&text)).bench(|| std::str::from_utf8(divan::black_box(text.as_bytes())).is_ok());
}

/// Cutting at the margin.
#[divan::bench]
fn cut(bencher: Bencher<'_, '_>) {
    let text = text();
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let mut pieces = 0;
        lines::cut(divan::black_box(&text), |_| pieces += 1);
        pieces
    });
}

/// Text to tree.
#[divan::bench]
fn tree(bencher: Bencher<'_, '_>) {
    let text = text();
    bencher.counter(BytesCount::of_str(&text)).bench(|| parse(FileId::new(0), divan::black_box(&text)));
}
