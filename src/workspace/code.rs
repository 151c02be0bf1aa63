//! The codes of the findings about files as a whole and about what they include.

use crate::check;
use crate::diagnostic::{Code, Severity};

/// All of them, in the order in which the manual has them.
pub const CODES: &[&Code] = &[
    &NOT_UTF8,
    &TOO_LARGE,
    &INCLUDE_NOT_FOUND,
    &INCLUDE_OUTSIDE,
    &INCLUDE_LOOP,
    &TEXT_OUTSIDE,
    &UNREADABLE_TEXT,
    &BROKEN_LOCK,
    &BROKEN_SETTINGS,
    &UNKNOWN_SETTING,
    &UNUSABLE_SETTING,
    &UNKNOWN_FINDING,
    &FIXED_LEVEL,
];

/// Every kind of finding there is: about files, texts and maps.
pub fn all() -> impl Iterator<Item = &'static Code> + Clone {
    CODES.iter().copied().chain(check::codes())
}

const fn error(name: &'static str, summary: &'static str, explanation: &'static str) -> Code {
    Code { name, severity: Severity::Error, summary, explanation }
}

/// Bytes that are no text in UTF-8.
pub static NOT_UTF8: Code = error(
    "not-utf8",
    "a file is not text in UTF-8",
    "Map files are text in UTF-8, which every editor can save. The message names the first byte that is not. The rest of the file \
     is read all the same, so that one wrong byte costs one finding; `fmt` leaves such a file alone.",
);

/// A file beyond what places can tell.
pub static TOO_LARGE: Code = error(
    "too-large",
    "a file is larger than 256 MiB",
    "No person writes as much, and what it says would take several times its room. A map may have as many files as you like: split this one.",
);

/// An `include` of nothing.
pub static INCLUDE_NOT_FOUND: Code = error(
    "include-not-found",
    "an included file does not exist or cannot be read",
    "`include` names a file by its path from the file that it stands in. A folder is read whole, so that `include` is needed only \
     where a map is given as a single file.",
);

/// An `include` that leaves the folder.
pub static INCLUDE_OUTSIDE: Code = error(
    "include-outside",
    "an included file lies outside the map's folder",
    "A map may include files inside its own folder only, so that opening somebody's map never reads other files of yours; nor may a \
     link in the folder lead out of it. Copy the file into the folder, or give both paths on the command line.",
);

/// Files that include each other.
pub static INCLUDE_LOOP: Code = error(
    "include-loop",
    "files include each other in a circle",
    "A file that is included twice is read once, so nothing is lost by taking one of these `include` lines out.",
);

/// A `text` that leaves the folder.
pub static TEXT_OUTSIDE: Code = error(
    "text-outside",
    "the text of a source lies outside the map's folder",
    "`text` names a file by its path from the folder that `--sources` names, or else from the file that it stands in. It has to lie \
     inside that folder or the map's, and no link may lead out of it, so that checking somebody's map never reads other files of \
     yours. `--allow-outside` reads it all the same.",
);

/// A `text` that is there and gives none.
pub static UNREADABLE_TEXT: Code = Code {
    name: "unreadable-text",
    severity: Severity::Warning,
    summary: "the text of a source is there and cannot be read",
    explanation: "A text is plain text, Markdown, HTML or a PDF, by the ending of its name, in UTF-8 or UTF-16. The label says why this one was not read. Its quotations are taken for what `quotes.lock` says of them, if it says \
        anything.\n\nSave the text in UTF-8, or put a text file made of it beside it and name that; one of a word processor can be saved as HTML. That a text is not there at \
        all is no mistake.",
};

/// A line of a lock that is none.
pub static BROKEN_LOCK: Code = error(
    "broken-lock",
    "a line of `quotes.lock` is not understood",
    "`quotes.lock` is written by `counterpoint quotes --lock` and not by hand. A line that is not understood is left out, and the \
     quotation that it spoke of is unverified. After a merge, take the lines of both sides: they are sorted, and none depends on \
     another. Or write the lock again where the texts are.",
);

/// Settings that are no TOML.
pub static BROKEN_SETTINGS: Code = error(
    "broken-settings",
    "`counterpoint.toml` is not in the form of TOML",
    "Settings are lines such as `quotation-words = 15`, and below a line `[levels]` lines such as `lone-issue = \"allow\"`: a name, `=`, \
     and a value, of which text stands in quotation marks. While a line is broken, none of the settings is taken, so that the map is \
     checked as if there were no `counterpoint.toml`.",
);

/// A setting that there is not.
pub static UNKNOWN_SETTING: Code = error(
    "unknown-setting",
    "`counterpoint.toml` sets something that there is not",
    "There are `quotation-words`, `sources`, and `[levels]` with a line for each finding. A setting that is not known changes nothing, \
     and whoever wrote it expected something: write the name that was meant, or take the line out.",
);

/// A setting with a value that is none.
pub static UNUSABLE_SETTING: Code = error(
    "unusable-setting",
    "a setting has a value that it cannot have",
    "`quotation-words` is a whole number, `sources` a folder in quotation marks, and a level is \"allow\", \"warn\" or \"deny\". The \
     setting is taken as if it were not there.",
);

/// A level of a finding that there is not.
pub static UNKNOWN_FINDING: Code = error(
    "unknown-finding",
    "`[levels]` names a finding that there is not",
    "Each line below `[levels]` begins with the name of a finding, as it stands in brackets behind `error` or `warning`, or with \
     `warnings`, which means all warnings that are not named. `counterpoint explain` lists them all.",
);

/// A level that a finding cannot have.
pub static FIXED_LEVEL: Code = error(
    "fixed-level",
    "`[levels]` allows an error that leaves something out of the map",
    "What is not understood is left out of the map, and every table and comparison is then of a part of it. So such an error cannot be \
     allowed or made a warning. Errors about quotations can: what they speak of is in the map all the same. Mend what is wrong, or \
     take the line out.",
);

#[cfg(test)]
mod tests {
    use super::all;

    #[test]
    fn every_code_has_a_name_of_its_own_and_says_what_to_do() {
        let names: Vec<_> = all().map(|code| code.name).collect();
        for (index, code) in all().enumerate() {
            assert!(!names[..index].contains(&code.name), "{} twice", code.name);
            let is_word = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
            assert!(code.name.chars().all(is_word), "{}", code.name);
            assert!(!code.summary.ends_with('.') && code.explanation.ends_with('.'), "{}", code.name);
            assert!(!code.explanation.contains("  "), "{}: {}", code.name, code.explanation);
        }
    }
}
