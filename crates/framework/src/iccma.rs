//! The formats in which solvers of argumentation frameworks take their questions (International Competition on Computational Models
//! of Argumentation, ICCMA): `i23`, `apx` and `tgf`.
//!
//! Beyond the competition, `apx` has attacks by several together as ASPARTIX writes them (`att(r,x). mem(r,a). mem(r,b).`), supports
//! (`sup(a,b).`) and weights (`arg(a,0.7).`).

mod answer;
mod apx;
mod i23;
mod instance;
mod malformed;
mod names;
mod tgf;
mod write;

#[cfg(test)]
mod tests;

pub use answer::Answer;
pub use instance::Instance;
pub use malformed::Malformed;
pub use names::Names;
pub use write::{Written, write};

/// One of the formats.
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
    /// All of them.
    pub const ALL: [Format; 3] = [Format::I23, Format::Apx, Format::Tgf];

    /// What it is called.
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

/// What a file in this format says.
///
/// # Errors
///
/// The first thing in it that cannot be understood, with its place.
pub fn read(bytes: &[u8], format: Format) -> Result<Instance, Malformed> {
    match format {
        Format::I23 => i23::read(bytes),
        Format::Apx => apx::read(bytes),
        Format::Tgf => tgf::read(bytes),
    }
}

/// The bytes of a file as text, where names are read.
fn text(bytes: &[u8]) -> Result<&str, Malformed> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        Malformed::new(bytes, at..at + 1, "this is no text: a byte that is not UTF-8")
    })
}
