//! Locks, and places as readers count them.

use counterpoint::quotation::{Key, Lock, LockedQuotation, LockedSource, NORMALISER_VERSION, State, check};
use proptest::prelude::*;

const TEXT: &str = "A first sentence about peace. A second one does not say more.";

fn lock(quotations: &[&str]) -> (Lock, LockedSource) {
    let source = crate::plain(TEXT);
    let record = source.record.clone();
    let mut lock = Lock::default();
    lock.sources.insert("made-2020".to_owned(), record.clone());
    for (quotation, finding) in quotations.iter().zip(check(&source, quotations)) {
        let place = ("made-2020".to_owned(), Key::new(quotation));
        lock.quotations.insert(place, LockedQuotation::new(&finding));
    }
    (lock, record)
}

#[test]
fn a_lock_is_read_as_it_was_written() {
    let (lock, _) = lock(&["A first sentence", "A second one does say more", "nothing like this"]);
    let written = lock.to_string();
    assert_eq!(Lock::parse(&written), (lock, Vec::new()));
    let lines: Vec<&str> = written.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.is_sorted_by_key(|line| !line.starts_with("source")));
    assert!(lines[1..].is_sorted(), "{written}");
    assert!(!written.contains("peace"), "a lock says nothing of the text");
}

#[test]
fn what_cannot_be_read_is_said_with_its_line() {
    let text = "# head\nsource a bytes=1\n\nquote a 12 verdict=exact\nnonsense here\n<<<<<<< ours\n\
        quote a 00000000000000000000000000000000 verdict=perfect\nsource";
    let (lock, errors) = Lock::parse(text);
    assert_eq!(lock, Lock::default());
    let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "line 2: `sha256` is missing",
            "line 4: `12` is not a key",
            "line 5: expected `source` or `quote`, found `nonsense`",
            "line 6: a merge conflict is not resolved",
            "line 7: `perfect` is no verdict",
            "line 8: the name of a source is missing",
        ]
    );
}

#[test]
fn states_tell_what_is_known() {
    let (lock, record) = lock(&["A first sentence", "about peace. A second"]);
    let first = Key::new("A first sentence");
    let edited = Key::new("about war. A second");
    assert_eq!(lock.states("made-2020", &[first], Some(&record)), [State::Verified]);
    let other = LockedSource { sha256: "0".repeat(64), ..record };
    assert_eq!(lock.states("made-2020", &[first], Some(&other)), [State::SourceChanged]);
    assert_eq!(lock.states("made-2020", &[first, edited], None), [State::Locked, State::Stale]);
    let both = [first, Key::new("about peace. A second"), edited];
    assert_eq!(lock.states("made-2020", &both, None), [State::Locked, State::Locked, State::Unverified]);
    assert_eq!(lock.states("other-2020", &[first], None), [State::Unverified]);
    let mut old = lock;
    if let Some(source) = old.sources.get_mut("made-2020") {
        source.normaliser = NORMALISER_VERSION + 1;
    }
    assert_eq!(old.states("made-2020", &[first], None)[0], State::Stale);
}

#[test]
fn locks_of_older_normalisers_are_read_and_called_stale() {
    let (lock, _) = lock(&["A first sentence"]);
    let now = format!("normaliser={NORMALISER_VERSION}");
    for version in 1..NORMALISER_VERSION {
        let (old, errors) = Lock::parse(&lock.to_string().replace(&now, &format!("normaliser={version}")));
        assert!(errors.is_empty() && old.quotations == lock.quotations, "{version}: {errors:?}");
        assert_eq!(old.states("made-2020", &[Key::new("A first sentence")], None), [State::Stale]);
    }
}

proptest! {
    #[test]
    fn reading_a_lock_never_panics(text in "(source|quote|[a-z ]|bytes=|at=1:|=|[0-9a-f]{32}|\n){0,60}") {
        Lock::parse(&text);
    }
}

/// The place of the first occurrence of some words.
fn place(text: &str, words: &str) -> Option<String> {
    let at = text.find(words).expect("the words are there");
    crate::plain(text).reader_place(at)
}

#[test]
fn places_are_counted_as_a_reader_counts() {
    let numbered = "A Title\n\nA. Writer\n\nI. The Beginning\n\nThe first paragraph says a thing.\n\n\
        The second is broken by a note¹\n\n¹ A note of some length here.\n\nin its middle.\n\n\
        II. The End\n\nA Subheading\nThe last paragraph stands alone, and is long enough to be one by itself in any text.";
    assert_eq!(place(numbered, "first paragraph").as_deref(), Some("I, para 1"));
    assert_eq!(place(numbered, "broken by").as_deref(), Some("I, para 2"));
    assert_eq!(place(numbered, "in its middle").as_deref(), Some("I, para 2"));
    assert_eq!(place(numbered, "last paragraph").as_deref(), Some("II, para 1"));
    assert_eq!(place(numbered, "A note of"), None);
    assert_eq!(place(numbered, "A. Writer"), None);
    let pulled = "The mission built many roads and bridges in the north of the country.\n\n\
        The mission built many roads and bridges in the north\n\nIt left after three years of work.";
    assert_eq!(place(pulled, "It left").as_deref(), Some("para 2"));
    let markdown = "## Report\n\nIt begins here.\n\n### Findings\n\nIt goes on here.\n\nIt ends here.";
    assert_eq!(place(markdown, "It ends").as_deref(), Some("Findings, para 2"));
    let set_off = "In the spring of that year the charter of the new union said of this:\n\nPeace comes first.\n\nThen comes work.¹\n\nTable 1. A table of aims\n\n\
        It says no more.";
    assert_eq!(place(set_off, "comes work").as_deref(), Some("para 1"));
    assert_eq!(place(set_off, "no more").as_deref(), Some("para 2"));
    assert_eq!(place(set_off, "table of aims"), None);
    let before = "About this paper\n\nIt was written in spring.\n\n1. Aims\n\nThe first aim is peace.\n\n2. Ways\n\nIn 2014\n\
        2015. But so far none is known.";
    assert_eq!(place(before, "in spring").as_deref(), Some("About this paper, para 1"));
    assert_eq!(place(before, "first aim").as_deref(), Some("1, para 1"));
    assert_eq!(place(before, "none is known").as_deref(), Some("2, para 1"));
}
