//! The formats of solvers, and how a file tells its own: by its ending or by its content.

/// A format in which a solver is given its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Numbers, behind a line that says how many there are.
    I23,
    /// Facts such as `arg(a).` and `att(a,b).`
    Apx,
    /// Names, a line `#`, and pairs of names.
    Tgf,
}

impl Format {
    /// The formats, in the order in which they are listed to people.
    pub const ALL: [Format; 3] = [Format::I23, Format::Apx, Format::Tgf];

    /// The word by which a person asks for the format.
    pub fn name(self) -> &'static str {
        match self {
            Format::I23 => "i23",
            Format::Apx => "apx",
            Format::Tgf => "tgf",
        }
    }

    /// The format of this name.
    pub fn named(word: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == word)
    }

    /// The format that the ending of a file's name tells, if any does.
    pub fn of_ending(ending: &str) -> Option<Format> {
        match ending {
            "i23" | "af" => Some(Format::I23),
            "apx" => Some(Format::Apx),
            "tgf" => Some(Format::Tgf),
            _ => None,
        }
    }

    /// The format that a file seems to be in: `i23` begins with `p`, `apx` has brackets, and else it is `tgf`.
    pub fn of_content(bytes: &[u8]) -> Format {
        // `#` alone is a line of `tgf`.
        let is_comment = |line: &[u8]| line.starts_with(b"%") || line.starts_with(b"#") && line.len() > 1;
        let mut lines = bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
        let said = lines.find(|line| !line.is_empty() && !is_comment(line));
        match said.unwrap_or_default() {
            [b'p', rest @ ..] if rest.first().is_none_or(u8::is_ascii_whitespace) => Format::I23,
            line if line.contains(&b'(') => Format::Apx,
            _ => Format::Tgf,
        }
    }
}
