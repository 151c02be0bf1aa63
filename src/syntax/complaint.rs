//! Findings about text that is not understood: one function for each.

mod character;
mod place;
mod qualifier;
mod tried;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::nearest;
use crate::file::{FileId, Span};

use self::place::{did_you_mean, listed};
use super::code;
use super::grammar::{Expected, is_name};
use super::lines::PieceKind;
use super::vocabulary::{
    AND, BECAUSE, BY, CLAUSES, ClauseKind, ENTRIES, EntryKind, IF, OVER, QUALIFIERS, Shape, UNLESS,
};
use qualifier::unknown_qualifier;

pub(super) use self::character::about_characters;
use self::character::count;
pub(super) use self::place::Place;
pub(super) use qualifier::{Misfit, misplaced_qualifier};

/// White space before a line that is neither 0, 2 nor at least 4 spaces.
pub(super) fn indentation(white: Span, kind: PieceKind, meant: usize, tab: bool) -> Diagnostic {
    let what = match kind {
        PieceKind::Entry => "an entry starts at the left margin",
        PieceKind::Clause => "a clause is indented by two spaces",
        PieceKind::Comment => "a comment starts at the left margin or behind two spaces",
        PieceKind::Stray | PieceKind::Continuation => "text that goes on is indented by four spaces or more",
    };
    let diagnostic = if tab {
        Diagnostic::new(&code::TAB_INDENTATION, white, "this line is indented with something other than spaces")
    } else {
        let number = count(white.len(), "space");
        Diagnostic::new(&code::BAD_INDENTATION, white, format!("this line is indented by {number}"))
    };
    diagnostic.label(what).help(format!("indent it by {}", count(meant, "space"))).fix(white, " ".repeat(meant))
}

/// A clause whose first word stands at the margin.
pub(super) fn clause_at_margin(keyword: Span, word: &str) -> Diagnostic {
    Diagnostic::new(&code::BAD_INDENTATION, keyword, format!("`{word}` is a clause and stands at the margin"))
        .label("a clause is indented by two spaces")
        .help("indent it by 2 spaces")
        .fix(keyword.before(), "  ")
}

/// An entry whose first word is indented.
pub(super) fn entry_indented(keyword: Span, word: &str) -> Diagnostic {
    let white = Span { start: keyword.start.saturating_sub(2), end: keyword.start, ..keyword };
    Diagnostic::new(&code::BAD_INDENTATION, keyword, format!("`{word}` is an entry and is indented like a clause"))
        .label("an entry starts at the left margin")
        .help("take the spaces before it out")
        .fix(white, "")
}

/// Deep text with nothing above it.
pub(super) fn stray_text(span: Span, line: Span) -> Diagnostic {
    debug_assert!(line.start == span.start);
    Diagnostic::new(&code::STRAY_TEXT, line, "this indented text continues nothing")
        .label("no entry or clause stands above it")
        .help("write it below the entry or clause that it belongs to; a comment may not stand between the two")
}

/// A clause before any entry.
pub(super) fn stray_clause(keyword: Span, word: &str) -> Diagnostic {
    Diagnostic::new(&code::STRAY_CLAUSE, keyword, format!("`{word}` belongs to no entry"))
        .label("no entry stands above it")
        .help("a clause stands below the entry that it is about")
}

/// A word at the margin that begins no entry; with what was probably meant.
pub(super) fn unknown_entry(keyword: Span, word: &str, line: &str) -> (Option<EntryKind>, Diagnostic) {
    let guess = nearest(word, ENTRIES.iter().map(|row| row.keyword)).and_then(EntryKind::of);
    let all = listed(ENTRIES.iter().map(|row| row.keyword), "or");
    if word.is_empty() || (guess.is_none() && !line.contains(':')) {
        let span = if word.is_empty() { Span { end: keyword.start + first_letter(line), ..keyword } } else { keyword };
        let diagnostic = Diagnostic::new(&code::UNKNOWN_ENTRY, span, "this line begins no entry")
            .label("an entry begins with its kind")
            .help(format!("to continue the text above, indent the line by four spaces; an entry begins with {all}"));
        return (guess, diagnostic);
    }
    let diagnostic = Diagnostic::new(&code::UNKNOWN_ENTRY, keyword, format!("there is no kind of entry `{word}`"));
    let diagnostic = match guess {
        Some(kind) => did_you_mean(diagnostic, keyword, kind.row().keyword),
        None => diagnostic.label("not a kind of entry").help(format!("an entry begins with {all}")),
    };
    (guess, diagnostic)
}

fn first_letter(text: &str) -> u32 {
    text.chars().next().map_or(0, |letter| letter.len_utf8() as u32)
}

/// A word that begins no clause.
pub(super) fn unknown_clause(keyword: Span, word: &str, under: Option<EntryKind>) -> Diagnostic {
    let fits = |row: &&super::vocabulary::ClauseRow| under.is_none_or(|entry| row.entries.contains(&entry));
    let here = || CLAUSES.iter().filter(fits).map(|row| row.keyword);
    let guess = nearest(word, here()).or_else(|| nearest(word, CLAUSES.iter().map(|row| row.keyword)));
    let whose = under.map_or(String::new(), |entry| format!(" of `{}`", entry.row().keyword));
    let message = match word {
        "" => "this line begins no clause".to_owned(),
        word => format!("there is no clause `{word}`"),
    };
    let diagnostic = Diagnostic::new(&code::UNKNOWN_CLAUSE, keyword, message);
    if let Some(form) = tried::meant_by(word) {
        return diagnostic.label("not a clause").help(format!("write `{form}`"));
    }
    if QUALIFIERS.iter().any(|(_, qualifier)| *qualifier == word) {
        let help = format!("write `({word})` before the colon of what it is about");
        return diagnostic.label("not a clause").help(help);
    }
    if let Some(meant) = guess {
        did_you_mean(diagnostic, keyword, meant)
    } else {
        let help = format!(
            "the clauses{whose} are {}; to continue the text above, indent the line by four spaces",
            listed(here(), "and")
        );
        diagnostic.label("not a clause").help(help)
    }
}

/// A clause under an entry that does not have it.
pub(super) fn misplaced_clause(keyword: Span, kind: ClauseKind, entry: EntryKind) -> Diagnostic {
    let (word, whose) = (kind.row().keyword, entry.row().keyword);
    let owners = listed(kind.row().entries.iter().map(|entry| entry.row().keyword), "and");
    let own = listed(CLAUSES.iter().filter(|row| row.entries.contains(&entry)).map(|row| row.keyword), "and");
    let help = match own.as_str() {
        "" => format!("`{word}` belongs to {owners}; `{whose}` has no clauses"),
        own => format!("`{word}` belongs to {owners}; the clauses of `{whose}` are {own}"),
    };
    Diagnostic::new(&code::MISPLACED_CLAUSE, keyword, format!("`{whose}` has no clause `{word}`"))
        .label(format!("not under `{whose}`"))
        .help(help)
}

/// A clause that says more about the clause above it, where that is another.
pub(super) fn without_leader(keyword: Span, kind: ClauseKind, leader: ClauseKind) -> Diagnostic {
    let (word, leader) = (kind.row().keyword, leader.row().keyword);
    Diagnostic::new(&code::WITHOUT_LEADER, keyword, format!("`{word}` has no `{leader}` directly above it"))
        .label(format!("about which `{leader}`?"))
        .help(format!("write one `{word}` on the line below its `{leader}`"))
}

/// A clause that may stand once and stands twice.
pub(super) fn repeated_clause(keyword: Span, earlier: Span, kind: ClauseKind) -> Diagnostic {
    let word = kind.row().keyword;
    Diagnostic::new(&code::REPEATED_CLAUSE, keyword, format!("`{word}` stands here twice"))
        .label("the second one")
        .related(earlier, "the first one")
        .help("keep one of them")
}

/// A mark of the full-width forms, which Japanese keyboards type, that a head may not have; and the mark that is meant.
pub(super) fn narrow_mark(text: &str) -> Option<(char, char)> {
    let wide = text.chars().next()?;
    let narrow = match wide {
        '：' => ':',
        '（' => '(',
        '）' => ')',
        '，' | '、' => ',',
        '［' => '[',
        '］' => ']',
        '\u{3000}' | '\u{A0}' => ' ',
        _ => return None,
    };
    Some((wide, narrow))
}

/// A full-width mark in a head.
pub(super) fn full_width(mark: Span, wide: char, narrow: char) -> Diagnostic {
    let shown = if wide.is_whitespace() { "a space that is not the plain one".into() } else { format!("`{wide}`") };
    Diagnostic::new(&code::FULL_WIDTH_MARK, mark, format!("{shown} stands where `{narrow}` is wanted"))
        .label("the full-width form")
        .help(format!("type the plain `{narrow}` here; in the text behind the colon any mark is fine"))
        .fix(mark, narrow)
}

/// Finding where a parser stopped: `offset` bytes into `text`, which begins at byte `start` of the file.
pub(super) fn fault(
    place: &Place,
    file: FileId,
    start: usize,
    text: &str,
    offset: usize,
    expected: Expected,
) -> Diagnostic {
    let rest = &text[offset..];
    let length = rest.find(|letter: char| letter.is_whitespace()).unwrap_or(rest.len());
    let word = &rest[..length];
    let span = Span::new(file, start + offset, start + offset + length);
    let kind = place.kind;
    match expected {
        Expected::Colon => no_colon(place, span, &text[..offset], rest),
        Expected::Name if rest.is_empty() || rest.starts_with([':', '(', ',']) => {
            let what = if place.names_itself { "its name" } else { "a name" };
            let (message, label) = (format!("`{kind}` needs {what} here"), format!("{what} is missing"));
            Diagnostic::new(&code::MISSING_NAME, span.before(), message)
                .label(label)
                .help("a name is one word of letters, digits, `-` and `_`, in any script, such as `ssr-leadership`")
        }
        Expected::Name => bad_name(span, word),
        Expected::Text if kind == EntryKind::Include.row().keyword => {
            Diagnostic::new(&code::EMPTY_TEXT, span.before(), "`include` names no file")
                .label("the path of a file is missing")
                .help("write the path as seen from the folder of this file: `include more/authors.arg`")
        }
        Expected::Text => {
            let end = Span::new(file, start + offset, start + offset);
            Diagnostic::new(&code::EMPTY_TEXT, end, format!("`{kind}` has no text"))
                .label("nothing stands behind the colon")
                .help("write the text here, or on the next line, indented by four spaces")
        }
        Expected::Qualifier => unknown_qualifier(place, span, rest),
        Expected::Closing => open_bracket(file, start, text, offset),
        Expected::End => unexpected(place, span, word, rest, &text[..offset]),
        Expected::Words(words) => {
            let found = if word.is_empty() { "nothing".to_owned() } else { format!("`{word}`") };
            Diagnostic::new(&code::BAD_CLAUSE, span, format!("`{kind}` needs {words} here, and finds {found}"))
                .label("it is missing here")
                .help("the position that is preferred stands before `over`, those that come second behind it")
        }
    }
}

fn open_bracket(file: FileId, start: usize, text: &str, offset: usize) -> Diagnostic {
    let opened = text[..offset].rfind(['(', '[']).expect("only behind an open bracket its partner is expected");
    let bracket = Span::new(file, start + opened, start + opened + 1);
    let in_parentheses = text[opened..].starts_with('(');
    let (help, close) = if in_parentheses {
        ("write `)` behind the qualifiers, which are separated by commas", ")")
    } else {
        ("write `]` behind the place of the quotation, before the colon", "]")
    };
    let diagnostic = Diagnostic::new(&code::OPEN_BRACKET, bracket, "this bracket is not closed").label("opened here");
    // The colon that ends the head, if it is on the line, shows where the bracket was meant to end.
    let line = text[opened..].lines().next().unwrap_or_default();
    match line.find(':') {
        Some(colon) if !in_parentheses || text[offset..].starts_with(':') => {
            let end = start + opened + colon;
            diagnostic.help(help).fix(Span::new(file, end, end), close)
        }
        _ => diagnostic.help(help),
    }
}

fn no_colon(place: &Place, span: Span, before: &str, rest: &str) -> Diagnostic {
    let line = rest.lines().next().unwrap_or_default();
    let glued = !before.ends_with([' ', '\n']) && before.ends_with(|letter: char| !letter.is_whitespace());
    let first = rest.chars().next();
    if rest.starts_with('(') {
        return Diagnostic::new(&code::MISPLACED_QUALIFIER, span, format!("`{}` takes no qualifiers here", place.kind))
            .label("not here")
            .help("write the colon here; what stands in brackets behind it is text");
    }
    if let Some(letter) =
        first.filter(|letter| glued && (place.names_itself || !",;".contains(*letter)) && line.contains(':'))
    {
        return bad_letter(Span { end: span.start + letter.len_utf8() as u32, ..span }, letter);
    }
    let head = line.split(':').next().unwrap_or_default().trim();
    let words: Vec<&str> = head.split(' ').filter(|word| !word.is_empty()).collect();
    let is_long_name = line.contains(':') && (1..=4).contains(&words.len()) && words.iter().all(|word| is_name(word));
    if place.names_itself && is_long_name && !before.trim().is_empty() {
        let first = before.trim();
        let start = span.start - (before.len() - (before.len() - before.trim_start().len())) as u32;
        let end = span.start as usize + line.find(head).unwrap_or(0) + head.len();
        let name = Span::new(span.file, start as usize, end);
        return Diagnostic::new(&code::BAD_NAME, name, "a name is one word")
            .label(format!("{} words", words.len() + 1))
            .help("join them with `-`")
            .fix(name, format!("{first}-{}", words.join("-")));
    }
    let at = Span { start: span.start - trailing_space(before), end: span.start - trailing_space(before), ..span };
    if place.kind == "quote"
        && let Some((cited, _)) = line.split_once(':')
        && is_cited_place(cited)
    {
        let cited = cited.trim_end();
        let span = Span { end: span.start + cited.len() as u32, ..span };
        return Diagnostic::new(&code::UNEXPECTED_TEXT, span, "the place of a quotation stands in brackets")
            .label("a place")
            .help("write `quote [p. 7]: …`")
            .fix(span, format!("[{cited}]"));
    }
    let message = format!("`{}` has no colon", place.kind);
    let diagnostic = Diagnostic::new(&code::MISSING_COLON, at, message).label("expected `:` here");
    let diagnostic = diagnostic.help("a colon stands between the head and its text");
    match first {
        None => diagnostic,
        // Another mark was typed for it.
        Some(';' | '.' | '=' | ',') => diagnostic.fix(Span { end: span.start + 1, ..at }, ":"),
        Some(_) => diagnostic.fix(at, ":"),
    }
}

/// Whether words before a colon say where in a source something stands: `p. 7`, `para 2`, `II, para 3`.
fn is_cited_place(words: &str) -> bool {
    const KINDS: [&str; 12] =
        ["p.", "pp.", "p", "page", "pages", "para", "paragraph", "section", "chapter", "line", "lines", "§"];
    let number = |word: &&str| word.trim_end_matches(',').chars().any(char::is_alphanumeric);
    let words: Vec<&str> = words.split_whitespace().collect();
    words.len() <= 6
        && words.windows(2).any(|pair| KINDS.contains(&pair[0].to_lowercase().as_str()) && number(&pair[1]))
}

fn trailing_space(text: &str) -> u32 {
    (text.len() - text.trim_end().len()) as u32
}

fn bad_name(span: Span, word: &str) -> Diagnostic {
    match word.chars().find(|letter| !is_name(&letter.to_string())) {
        Some(letter) => {
            let start = span.start + word.find(letter).unwrap_or(0) as u32;
            bad_letter(Span { start, end: start + letter.len_utf8() as u32, ..span }, letter)
        }
        None => bad_letter(span, ' '),
    }
}

fn bad_letter(span: Span, letter: char) -> Diagnostic {
    Diagnostic::new(&code::BAD_NAME, span, format!("`{letter}` cannot stand in a name"))
        .label("not a letter, digit, `-` or `_`")
        .help("a name is one word of letters, digits, `-` and `_`, in any script, such as `ssr-leadership`")
}

fn unexpected(place: &Place, span: Span, word: &str, rest: &str, before: &str) -> Diagnostic {
    let kind = place.kind;
    if before.contains(':') && [AND, BECAUSE, BY, OVER, IF, UNLESS].contains(&rest.trim_end()) {
        return Diagnostic::new(&code::BAD_CLAUSE, span, format!("nothing follows `{word}`"))
            .label("something is missing behind this")
            .help(format!("write what `{word}` is about, or take the word out"));
    }
    let message = if is_name(word) {
        format!("`{word}` is one word too many for `{kind}`")
    } else {
        format!("`{word}` is too much for `{kind}`")
    };
    let (entry, clause) = (EntryKind::of(kind), ClauseKind::of(kind));
    let help = match (entry, clause.map(|clause| clause.row().shape)) {
        (Some(EntryKind::From | EntryKind::Reading), _) => {
            format!("`{kind}` has a name and nothing else; its clauses stand below it")
        }
        _ if !before.contains(':') => "a colon stands between the head and its text".to_owned(),
        (_, Some(Shape::Stance)) if before.trim_end().ends_with(", if") || before.trim_end().ends_with(", unless") => {
            "no comma stands before `if` or `unless`".to_owned()
        }
        (_, Some(Shape::Stance)) if ["to", "or", "until", "-", "–"].contains(&word) => {
            "a range on a scale names its two ends: `some, whole`".to_owned()
        }
        (_, Some(Shape::Stance)) => {
            "positions are separated by commas; a condition begins with `if` or `unless`".to_owned()
        }
        (_, Some(Shape::Attack)) if rest.starts_with(BY) => {
            "`by SCHEME.QUESTION` is about one statement: write an `against` of its own for each".to_owned()
        }
        (_, Some(Shape::Outweighing)) => {
            "one statement is outweighed, and what by stands behind `by`: `outweighs: X by magnitude`".to_owned()
        }
        (_, Some(Shape::Reasons | Shape::Undercut)) => {
            "reasons are separated by commas, or joined by `and` if they count together only".to_owned()
        }
        _ => "names are separated by commas".to_owned(),
    };
    let diagnostic = Diagnostic::new(&code::UNEXPECTED_TEXT, span, message).label("not expected here");
    let takes_condition = clause.is_some_and(|clause| clause.row().shape == Shape::Stance) && before.contains(':');
    match nearest(word, [IF, UNLESS].into_iter()).filter(|_| takes_condition) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`? A condition begins so")).fix(span, meant),
        None => diagnostic.help(help),
    }
}
