//! The codes of the findings that the syntax makes.

use crate::diagnostic::{Code, Severity};

/// All of them, in the order in which the manual has them.
pub const CODES: &[&Code] = &[
    &UNKNOWN_ENTRY,
    &UNKNOWN_CLAUSE,
    &UNKNOWN_QUALIFIER,
    &MISPLACED_CLAUSE,
    &MISPLACED_QUALIFIER,
    &REPEATED_CLAUSE,
    &WITHOUT_LEADER,
    &STRAY_CLAUSE,
    &STRAY_TEXT,
    &MISSING_COLON,
    &MISSING_NAME,
    &BAD_NAME,
    &EMPTY_TEXT,
    &UNEXPECTED_TEXT,
    &BAD_CLAUSE,
    &OPEN_BRACKET,
    &FULL_WIDTH_MARK,
    &BAD_INDENTATION,
    &TAB_INDENTATION,
    &NUL_BYTE,
    &CONTROL_CHARACTER,
    &LEFT_BEHIND,
];

const fn error(name: &'static str, summary: &'static str, explanation: &'static str) -> Code {
    Code { name, severity: Severity::Error, summary, explanation }
}

/// A word at the margin that begins no entry.
pub static UNKNOWN_ENTRY: Code = error(
    "unknown-entry",
    "a line at the left margin begins with a word that is no kind of entry",
    "Whatever starts at the left margin begins an entry, and an entry begins with its kind: `claim`, `evidence`, `source` \
     and so on. A line that was meant to continue the text above is indented by four spaces or more. Clauses below such a \
     line are checked, but no view shows them.",
);

/// A word that begins no clause.
pub static UNKNOWN_CLAUSE: Code = error(
    "unknown-clause",
    "a line indented by two begins with a word that is no clause",
    "A line indented by exactly two spaces is a clause, and begins with its kind: `because`, `holds`, `quote` and so on. It is \
     never read as prose, so that a misspelt clause cannot vanish into a text. To continue a text, indent by four spaces.",
);

/// A word in parentheses that is no qualifier.
pub static UNKNOWN_QUALIFIER: Code = error(
    "unknown-qualifier",
    "a word in the parentheses of a head is no qualifier",
    "Parentheses before the colon hold single words from a fixed list, separated by commas: `(strongly, inferred)`. Anything \
     else that you want to say goes behind the colon, where parentheses are text.",
);

/// A clause under an entry that does not have it.
pub static MISPLACED_CLAUSE: Code = error(
    "misplaced-clause",
    "a clause stands under an entry that does not have it",
    "Each kind of entry has its own clauses: an issue has positions, a claim has reasons. The table of all clauses says which \
     may stand where. Often the clause was meant for the entry above or below.",
);

/// A qualifier where it says nothing.
pub static MISPLACED_QUALIFIER: Code = error(
    "misplaced-qualifier",
    "a qualifier stands where it says nothing, or contradicts another",
    "Every clause takes only the qualifiers that mean something for it: a stance can be held `(strongly)`, a reason cannot. \
     `(stated)` is for readings only, where everything else counts as inferred. Two qualifiers that exclude each other, or \
     the same one twice, are a mistake.",
);

/// A clause that may stand once and stands twice.
pub static REPEATED_CLAUSE: Code = error(
    "repeated-clause",
    "a clause that may stand once stands twice",
    "Some clauses can have one value only, such as the `kind` of a piece of evidence. Keep the one that you mean.",
);

/// A clause about the one above, below another.
pub static WITHOUT_LEADER: Code = error(
    "clause-out-of-place",
    "a clause about the one above it stands below another",
    "`says` tells in full what the position directly above it means, and `read` which words of the quotation directly above \
     it are read aloud. Below anything else nobody could say what they are about.\n\nMove the line below the `position` or the \
     `quote` that it belongs to.",
);

/// A clause before any entry.
pub static STRAY_CLAUSE: Code = error(
    "stray-clause",
    "a clause has no entry above it",
    "A clause says something about the entry above it. At the top of a file there is none yet.",
);

/// Deep text with nothing above it.
pub static STRAY_TEXT: Code = error(
    "stray-text",
    "an indented text has nothing above it that it could continue",
    "A line indented by four spaces or more continues the text of the entry or clause above it. At the top of a file, and \
     behind a comment, there is none: move the comment above the entry or clause that it is about.",
);

/// A head without its colon.
pub static MISSING_COLON: Code = error(
    "missing-colon",
    "the colon between a head and its text is missing",
    "The head of an entry or clause ends at its first colon outside brackets, and its text stands behind it.",
);

/// A name that should be there.
pub static MISSING_NAME: Code = error(
    "missing-name",
    "a name is missing",
    "Authors, sources, issues, terms and positions have a name of their own, and many clauses mention one. Evidence, \
     counterpoints and, while drafting, claims may go without.",
);

/// A name that is none.
pub static BAD_NAME: Code = error(
    "bad-name",
    "a name has a space or a mark in it",
    "A name is one word of letters, digits, `-` and `_`, in any script. How a thing is shown to readers is its text, behind the \
     colon, where everything is allowed: `author obrien: Flann O'Brien`.",
);

/// A colon with nothing behind it.
pub static EMPTY_TEXT: Code = error(
    "empty-text",
    "nothing stands behind the colon",
    "An entry or clause that takes a text needs one. It may begin on the next line, indented by four spaces.",
);

/// Something behind the end.
pub static UNEXPECTED_TEXT: Code = error(
    "unexpected-text",
    "an entry or clause goes on where it should end",
    "`from` and `reading` have a name and nothing else. Names in a list are separated by commas, or joined by `and` where they \
     count together only.",
);

/// A clause whose parts are not what they should be.
pub static BAD_CLAUSE: Code = error(
    "bad-clause",
    "a part of a clause is missing",
    "The clause needs the part that the message names. `counterpoint explain` and the manual show an example of each clause.",
);

/// A bracket that is not closed.
pub static OPEN_BRACKET: Code = error(
    "open-bracket",
    "a bracket in a head is not closed",
    "Qualifiers stand in `( )`, the place of a quotation in `[ ]`, on one line. Behind the colon brackets are text and need no \
     partner.",
);

/// A full-width mark in a head.
pub static FULL_WIDTH_MARK: Code = error(
    "full-width-mark",
    "a full-width mark or space stands in a head",
    "Keyboards for Japanese and Chinese type `：（），` and a wide space. A head needs the plain `:`, `(`, `)`, `,` and space; \
     the text behind the colon may have any of them.",
);

/// An indentation of one or three spaces, or that of the other level.
pub static BAD_INDENTATION: Code = error(
    "bad-indentation",
    "a line is indented by neither none, two, nor four or more spaces",
    "Entries start at the left margin, clauses behind two spaces, and text that goes on behind four or more. Nothing else \
     decides where an entry or clause ends, so the number of spaces has to be right.",
);

/// A tab, or another kind of space, in an indentation.
pub static TAB_INDENTATION: Code = error(
    "tab-indentation",
    "a line is indented with a tab or another kind of space",
    "A tab is as wide as each editor pleases, so it cannot say whether a line is a clause or text. Indent with plain spaces: \
     two for a clause, four for text that goes on.",
);

/// A byte that no text has.
pub static NUL_BYTE: Code = error(
    "nul-byte",
    "the file holds a byte that no text has",
    "A NUL byte is a sign that the file is not plain text, or was damaged. Save it as plain text in UTF-8.",
);

/// The code of a control character in a text.
pub static CONTROL_CHARACTER: Code = Code {
    name: "control-character",
    severity: Severity::Warning,
    summary: "the file holds control characters that cannot be seen",
    explanation: "Control characters and marks that turn the direction of writing can make a text look different from what it \
                  says. Counterpoint never writes them to a terminal; take them out of the file all the same.",
};

/// The code of a soft hyphen, a byte-order mark or a noncharacter in a text.
pub static LEFT_BEHIND: Code = Code {
    name: "left-behind",
    severity: Severity::Warning,
    summary: "the file holds signs that are left behind where a text was taken out of its file",
    explanation: "Soft hyphens, byte-order marks in the middle of a file, and U+FFFE, which is no character, are how programs mark \
                  where a line or a page of a PDF ended. They come along when words are copied, nobody sees them, and they keep \
                  those words from being found by others. Take them out.",
};
