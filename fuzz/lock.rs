//! Hands whatever libFuzzer thinks of to the reader of `quotes.lock`.
//!
//! Every line that is not understood is told once; what is understood is written as it is read again; and what a lock says of a map
//! is well formed in every format.

#![no_main]

use common::{files, places, shown, views};
use counterpoint::page::Consumer;
use counterpoint::quotation::Lock;
use libfuzzer_sys::fuzz_target;

const MAP: &[u8] = b"source s: S\n  date: 2017\nclaim a: x\n  quote: the words of a text\n  quote: \xE9\x81\x93\n";

fuzz_target!(|input: &[u8]| {
    if let Ok(text) = std::str::from_utf8(input) {
        let (lock, errors) = Lock::parse(text);
        let lines = text.lines().count();
        assert!(errors.iter().all(|error| (1..=lines).contains(&error.line)), "{errors:?}");
        assert!(errors.windows(2).all(|two| two[0].line < two[1].line), "a line is told twice: {errors:?}");
        let written = lock.to_string();
        let (again, none) = Lock::parse(&written);
        assert_eq!((&again, none), (&lock, vec![]), "it is not read as it was written:\n{written}");
    }
    let beside = [("a.arg", MAP), ("quotes.lock", input)];
    let memory = files::memory(&beside.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())));
    let Ok(workspace) = files::load(&memory, "") else { return };
    let found = workspace.diagnostics.kept();
    places::assert_all_inside(found, &workspace.map.files);
    shown::assert_findings_well_formed(&found[..found.len().min(20)], &workspace.map.files, 80);
    let page = views::quotations(&workspace, Consumer::Program);
    shown::assert_well_formed(&page, None, 80);
});
