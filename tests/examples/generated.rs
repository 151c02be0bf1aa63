//! Chapters of the manual that are made of tables in the code, so that they cannot say anything else.

use std::fmt::Write;

use counterpoint::diagnostic::Severity;
use counterpoint::model::SCHEMES;
use counterpoint::syntax::vocabulary::{CLAUSES, ENTRIES, EXCLUSIVE, EntryKind, QUALIFIERS, Qualifiers};
use counterpoint::workspace::code;

use crate::page::root;

/// Their paths, and what they are.
pub fn pages() -> [(&'static str, String); 2] {
    [("grammar/findings.md", findings()), ("grammar/clauses.md", clauses())]
}

/// Writes them, where that is asked for.
pub fn update() {
    if crate::updates() {
        for (path, made) in pages() {
            std::fs::write(root().join(path), made).expect("a chapter can be written");
        }
    }
}

fn findings() -> String {
    let mut page = String::from(
        "# Findings\n\n\
         All that `counterpoint check` can find, with what to do about it. `counterpoint explain CODE` says the same.\n\n\
         An **error** means that the map is not sound there: the place is left out of every table and comparison, and the exit\n\
         status is 1; or that a source does not say what it is quoted with. A **warning** means that a reader would ask. How much a\n\
         warning counts, or an error about a quotation, can be set for one run or for a map: see [commands](commands.md#settings).\n\n\
         This page is made from the program's own table.\n",
    );
    for (severity, title) in [(Severity::Error, "Errors"), (Severity::Warning, "Warnings")] {
        let codes: Vec<_> = code::all().filter(|code| code.severity == severity).collect();
        if codes.is_empty() {
            continue;
        }
        let _ = writeln!(page, "\n## {title}");
        for code in codes {
            let _ = writeln!(page, "\n### {}\n\n*{}.*\n", code.name, upper_first(code.summary));
            let paragraphs: Vec<&str> = code.explanation.split("\n\n").collect();
            page.push_str(&paragraphs.join("\n\n"));
            page.push('\n');
        }
    }
    page
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn clauses() -> String {
    let mut page = String::from(
        "# Entries and clauses in one table\n\n\
         Which entries there are, which clauses may stand under them, how often, and with which qualifiers. The program reads\n\
         the same table, and this page is made from it. [Entries](entries.md) and [statements](statements.md) say what they\n\
         are for.\n\n## Entries\n\n| entry | its qualifiers | what it is |\n|---|---|---|\n",
    );
    for row in ENTRIES {
        let _ = writeln!(page, "| `{}` | {} | {} |", row.form(), words(row.qualifiers), row.meaning);
    }
    page.push_str(
        "\nA name in `[ ]` may be left out.\n\n## Clauses\n\nIn the order in which `counterpoint fmt` writes them; of a \
         source, `kind` follows `date`.\n\n\
         | clause | under | how often | its qualifiers | what it says |\n|---|---|---|---|---|\n",
    );
    for row in CLAUSES {
        let under: Vec<&str> = row.entries.iter().map(|entry| entry.row().keyword).collect();
        let often = if row.many { "any number" } else { "once" };
        let in_readings = row.entries.contains(&EntryKind::Reading);
        let allowed = if in_readings { row.qualifiers } else { row.qualifiers.difference(Qualifiers::STATED) };
        let (clause, qualifiers) = (row.form(), words(allowed));
        let _ = writeln!(page, "| `{clause}` | {} | {often} | {qualifiers} | {} |", under.join(", "), row.meaning);
    }
    page.push_str("\n`stated` may stand under a `reading` only: there everything else counts as inferred.\n");
    let pairs: Vec<String> = EXCLUSIVE.iter().map(|&pair| words(pair).replace(", ", " or ")).collect();
    let _ = writeln!(page, "Of two that exclude each other only one can be meant: {}.", pairs.join("; "));
    page.push_str(
        "\n## Schemes\n\nThe kinds of argument that are known by name, after Walton, Reed and Macagno, *Argumentation Schemes* (2008), and the \
         critical questions\nby which each is attacked: `against: X by expert-opinion.bias`. A `scheme` may have any other name, too.\n\n\
         | scheme | its critical questions |\n|---|---|\n",
    );
    for scheme in SCHEMES {
        let questions: Vec<String> = scheme.questions.iter().map(|(name, asks)| format!("`{name}`: {asks}")).collect();
        let _ = writeln!(page, "| `{}` | {} |", scheme.name, questions.join(" "));
    }
    page
}

fn words(qualifiers: Qualifiers) -> String {
    let words = QUALIFIERS.iter().filter(|(flag, _)| qualifiers.contains(*flag));
    let words: Vec<String> = words.map(|(_, word)| format!("`{word}`")).collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}
