//! Licences: under which the passages of a source may be shown.

/// The parts of a name in the series `CC BY…`, in the order in which they are written.
const TERMS: &[&[&str]] =
    &[&["BY"], &["BY", "SA"], &["BY", "NC"], &["BY", "ND"], &["BY", "NC", "SA"], &["BY", "NC", "ND"]];

/// A licence in a known form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Licence {
    /// The document is the mapper's own.
    Own,
    /// One of Creative Commons, among them the waiver `CC0`: whoever names the source may pass it on.
    CreativeCommons,
}

impl Licence {
    /// The licence that is written so: `own`, `CC0`, `CC BY 4.0`, `cc-by-nc-sa-3.0`. Capitals and joints do not matter, the version may
    /// be missing, and the country of an older version may follow it.
    pub fn parse(text: &str) -> Option<Licence> {
        if text == "own" {
            return Some(Licence::Own);
        }
        let upper = text.to_ascii_uppercase();
        let mut parts: Vec<&str> = upper.split([' ', '-']).filter(|part| !part.is_empty()).collect();
        let is_country =
            |part: &&str| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_version = |part: &str| matches!(part, "1.0" | "2.0" | "2.1" | "2.5" | "3.0" | "4.0");
        if parts.len() > 3 && is_version(parts[parts.len() - 2]) && parts.last().is_some_and(is_country) {
            parts.pop();
        }
        if parts.len() > 1 && parts.last().is_some_and(|part| is_version(part)) {
            parts.pop();
        }
        match parts.as_slice() {
            ["CC0"] => Some(Licence::CreativeCommons),
            ["CC", terms @ ..] if TERMS.contains(&terms) => Some(Licence::CreativeCommons),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_has_a_known_form() {
        let known =
            ["CC0", "CC0 1.0", "CC BY", "CC BY 4.0", "cc-by-sa-4.0", "CC BY-NC-ND 3.0 DE", "CC BY-NC-SA 3.0 IGO"];
        for text in known {
            assert_eq!(Licence::parse(text), Some(Licence::CreativeCommons), "{text}");
        }
        assert_eq!(Licence::parse("own"), Some(Licence::Own));
        for text in [
            "CC",
            "BY 4.0",
            "CC BY 5.0",
            "CC SA",
            "CC BY-ND-NC",
            "CC BY BY",
            "Own",
            "all rights reserved",
            "CC BY DE",
            "4.0",
            "-",
        ] {
            assert_eq!(Licence::parse(text), None, "{text}");
        }
    }
}
