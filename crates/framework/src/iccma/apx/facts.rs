//! Cuts a file into facts: a word and one or two names in brackets, and a full stop.

use super::{Malformed, quoted};

/// Kind of a fact, by its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Argument,
    Attack,
    Support,
    Member,
}

/// A fact, with each name and its place.
#[derive(Debug)]
pub(super) struct Fact<'t> {
    pub kind: Kind,
    pub first: (&'t str, usize),
    /// The second name; of an argument, its weight.
    pub second: Option<(&'t str, usize)>,
}

/// The facts of a file.
pub(super) struct Facts<'t> {
    pub text: &'t str,
    pub at: usize,
}

const FACTS: &str = "facts are such as `arg(a).` and `att(a,b).`; `mem(r,a).` and `sup(a,b).` are understood, too";

impl<'t> Iterator for Facts<'t> {
    type Item = Result<Fact<'t>, Malformed>;

    fn next(&mut self) -> Option<Self::Item> {
        self.skip();
        (self.at < self.text.len()).then(|| self.fact())
    }
}

impl<'t> Facts<'t> {
    fn fact(&mut self) -> Result<Fact<'t>, Malformed> {
        let (word, place) = self.word();
        let kind = match word {
            "arg" => Kind::Argument,
            "att" => Kind::Attack,
            "sup" => Kind::Support,
            "mem" => Kind::Member,
            "" => return Err(self.expected("a fact").help(FACTS)),
            _ => return Err(self.wrong((word, place), format!("there is no fact {}", quoted(word))).help(FACTS)),
        };
        self.sign(b'(')?;
        let first = self.name()?;
        let is_single = kind == Kind::Argument && self.peek() != Some(b',');
        let second = if is_single {
            None
        } else {
            self.sign(b',')?;
            Some(self.name()?)
        };
        self.sign(b')')?;
        self.sign(b'.')?;
        Ok(Fact { kind, first, second })
    }

    fn name(&mut self) -> Result<(&'t str, usize), Malformed> {
        self.skip();
        match self.word() {
            ("", _) => Err(self.expected("a name")),
            name => Ok(name),
        }
    }

    fn sign(&mut self, sign: u8) -> Result<(), Malformed> {
        if self.peek() != Some(sign) {
            return Err(self.expected(&format!("`{}`", char::from(sign))));
        }
        self.at += 1;
        Ok(())
    }

    /// Next byte past spaces, not taken.
    fn peek(&mut self) -> Option<u8> {
        self.skip();
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes past spaces, line ends and comments.
    fn skip(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b'%' => {
                    let rest = &bytes[self.at..];
                    self.at += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                }
                byte if byte.is_ascii_whitespace() => self.at += 1,
                _ => break,
            }
        }
    }

    /// Everything up to the next sign, with its place.
    fn word(&mut self) -> (&'t str, usize) {
        let (start, rest) = (self.at, &self.text[self.at..]);
        let ends = |byte: &u8| matches!(byte, b'(' | b')' | b',' | b'%') || byte.is_ascii_whitespace();
        let length = rest.as_bytes().iter().position(ends).unwrap_or(rest.len());
        self.at += length;
        (&rest[..length], start)
    }

    fn wrong(&self, (word, place): (&str, usize), message: String) -> Malformed {
        Malformed::new(self.text.as_bytes(), place..place + word.len(), message)
    }

    /// Mistake where something else stands than should.
    fn expected(&self, what: &str) -> Malformed {
        let next = self.text[self.at..].chars().next();
        let message = match next {
            None => format!("the file ends where {what} should stand"),
            Some(next) => format!("{what} should stand here, not `{}`", next.escape_debug()),
        };
        Malformed::new(self.text.as_bytes(), self.at..self.at + next.map_or(0, char::len_utf8), message)
    }
}
