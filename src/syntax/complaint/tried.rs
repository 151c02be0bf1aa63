//! Words that people try first, and how the language says the same.

/// Each word with the clause that is meant, in its form.
const TRIED: &[(&str, &str)] = &[
    ("refutes", "against: X"),
    ("rebuts", "against: X"),
    ("denies", "against: X"),
    ("attacks", "against: X"),
    ("turns", "against (turns): X"),
    ("weakens", "against (weakens): X"),
    ("answers", "against: X"),
    ("same-as", "agrees: X"),
    ("says", "quote: WORDS"),
    ("concedes", "grants: X"),
    ("admits", "despite: X"),
    ("party", "authors: A, B"),
    ("members", "authors: A, B"),
    ("formerly", "renamed: OLD"),
];

/// Each word that people put in parentheses first, with the qualifier that is meant.
const TRIED_QUALIFIERS: &[(&str, &str)] = &[
    ("firmly", "strongly"),
    ("firm", "strongly"),
    ("leans", "tentatively"),
    ("maybe", "tentatively"),
    ("objection", "anticipated"),
    ("reading", "inferred"),
    ("premise", "unstated"),
    ("assumed", "unstated"),
];

/// How the language says what somebody tried to say in parentheses with this word.
pub fn qualifier_meant_by(word: &str) -> Option<&'static str> {
    TRIED_QUALIFIERS.iter().find(|(tried, _)| *tried == word).map(|(_, meant)| *meant)
}

/// How the language says what somebody tried to say with this word.
pub fn meant_by(word: &str) -> Option<&'static str> {
    TRIED.iter().find(|(tried, _)| *tried == word).map(|(_, form)| *form)
}
