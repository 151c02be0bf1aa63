//! Note marks: the small signs in a running text that point to a footnote.

/// Where a note mark that begins at `at` ends, if one does.
///
/// Superscript digits and bracketed numbers count, and a list of them is one mark (`¹,²`, `[1]–[3]`). Stars and daggers are no
/// letters and need no care here. An exponent (10⁶, km²) belongs to its number and is no note mark.
pub(crate) fn end(text: &str, at: usize) -> Option<usize> {
    let mut end = single_end(text, at)?;
    let opens: fn(char) -> bool = if text[at..].starts_with('[') { |c| c == '[' } else { is_superscript };
    // A mark that begins as this one does, behind the sign of a list, goes on with it.
    while let Some(next) = listed(&text[end..]).map(|sign| end + sign)
        && text[next..].starts_with(opens)
        && let Some(further) = single_end(text, next)
    {
        end = further;
    }
    Some(end)
}

/// The length of a comma or dash that stands between the notes of a list.
fn listed(text: &str) -> Option<usize> {
    let sign = text.chars().next().filter(|c| matches!(c, ',' | ';' | '-' | '\u{2013}' | '\u{207B}' | '\u{2E34}'))?;
    Some(sign.len_utf8())
}

fn single_end(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if let Some(inside) = rest.strip_prefix('[') {
        let length = inside.bytes().take(24).position(|byte| byte == b']')?;
        return is_reference(&inside.as_bytes()[..length]).then_some(at + length + 2);
    }
    let length = rest.find(|character| !is_superscript(character)).unwrap_or(rest.len());
    (length > 0 && !takes_exponent(&text[..at])).then_some(at + length)
}

/// Whether a character is a superscript digit.
pub(crate) fn is_superscript(character: char) -> bool {
    matches!(character, '\u{B2}' | '\u{B3}' | '\u{B9}' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

/// Whether a character is a digit written above or below the line.
pub(crate) fn is_raised_or_lowered(character: char) -> bool {
    is_superscript(character) || matches!(character, '\u{2080}'..='\u{2089}')
}

/// `12`, `12, 13`, `3-5` and the `^name` of Markdown; four digits are a year that somebody inserted.
fn is_reference(inside: &[u8]) -> bool {
    if let Some(name) = inside.strip_prefix(b"^") {
        return !name.is_empty() && !name.contains(&b' ');
    }
    inside.first().is_some_and(u8::is_ascii_digit)
        && inside.iter().all(|byte| byte.is_ascii_digit() || b", -".contains(byte))
        && inside.split(|byte| !byte.is_ascii_digit()).all(|number| number.len() <= 3)
}

fn takes_exponent(before: &str) -> bool {
    let base = before.rsplit(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default();
    // The x of x²: a note hangs on words, and of these only `a` has one small letter; the s of `it's` is none.
    let stands_alone = before[..before.len() - base.len()].ends_with([' ', '\n', '(', '+', '-', '=']);
    let is_variable = stands_alone && matches!(base.as_bytes(), [b'b'..=b'z']);
    is_variable || matches!(base, "10" | "m" | "km" | "cm" | "mm" | "ft")
}

#[cfg(test)]
mod tests {
    use super::end;

    #[test]
    fn points_to_notes_only() {
        let mark = |text: &str, at| end(text, at).map(|end| text[at..end].to_owned());
        assert_eq!(mark("word¹² on", 4).as_deref(), Some("¹²"));
        assert_eq!(mark("word[12] on", 4).as_deref(), Some("[12]"));
        assert_eq!(mark("word[3, 4] on", 4).as_deref(), Some("[3, 4]"));
        assert_eq!(mark("word¹,²⁻⁴ on", 4).as_deref(), Some("¹,²⁻⁴"));
        assert_eq!(mark("word¹, on", 4).as_deref(), Some("¹"));
        assert_eq!(mark("word[3],[4]–[6], on", 4).as_deref(), Some("[3],[4]–[6]"));
        assert_eq!(mark("word[^why] on", 4).as_deref(), Some("[^why]"));
        assert_eq!(mark("in [2014] on", 3), None);
        assert_eq!(mark("[T]he", 0), None);
        assert_eq!(mark("5 km² wide", 4), None);
        assert_eq!(mark("of x² here", 4), None);
        assert_eq!(mark("it's² here", 4).as_deref(), Some("²"));
        assert_eq!(mark("[", 0), None);
    }
}
