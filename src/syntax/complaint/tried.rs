//! Words that people try first, and how the language says the same.

/// Each word with the clause that is meant, in its form.
const TRIED: &[(&str, &str)] = &[
    ("refutes", "against: X"),
    ("rebuts", "against: X"),
    ("denies", "against: X"),
    ("attacks", "against: X"),
    ("turns", "against (turns): X"),
    ("weakens", "against (weakens): X"),
    ("same-as", "agrees: X"),
    ("concedes", "grants: X"),
    ("admits", "despite: X"),
    ("party", "authors: A, B"),
    ("formerly", "renamed: OLD"),
];

/// How the language says what somebody tried to say with this word.
pub fn meant_by(word: &str) -> Option<&'static str> {
    TRIED.iter().find(|(tried, _)| *tried == word).map(|(_, form)| *form)
}
