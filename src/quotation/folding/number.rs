//! The numbers of a text with their signs, points and units, which letters alone do not show.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::note_mark::{is_raised_or_lowered, is_superscript};

/// Each number of a typographic text in order, written in one way: `-5`, `$1500`, `1.5`, `10%`, `10^6`.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let lowered = lowered(text);
    let text = lowered.as_ref();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| digit(c).is_some()).map(|next| at + next) {
        let end = start + length(&text[start..]);
        let mut number = prefix(&text[..start]).to_owned();
        number.push_str(&plain(&text[start..end]));
        let suffix = suffix(&text[end..]);
        number.push_str(suffix.trim_start());
        found.push(number);
        at = end + suffix.len();
    }
    found
}

/// The text with the exponents of units and the digits of formulas as readers type them: `km2` for `km²`, `H2O`.
fn lowered(text: &str) -> Cow<'_, str> {
    if !text.contains(is_raised_or_lowered) {
        return Cow::Borrowed(text);
    }
    let mut last = ' ';
    let lower = |character: char| {
        let of_unit = is_raised_or_lowered(character) && (last.is_alphabetic() || !is_superscript(character));
        last = character;
        if of_unit { std::iter::once(character).nfkc().next().unwrap_or(character) } else { character }
    };
    Cow::Owned(text.chars().map(lower).collect())
}

/// The bytes before a number that change it: its currency, or the minus that is no hyphen.
pub(crate) fn prefix(before: &str) -> &str {
    let Some(last) = before.chars().next_back() else {
        return "";
    };
    let rest = &before[..before.len() - last.len_utf8()];
    let is_sign = matches!(last, '-' | '+' | '\u{2212}') && !rest.ends_with(char::is_alphanumeric);
    if is_sign || is_currency(last) { &before[rest.len()..] } else { "" }
}

/// The bytes after a number that change it: its percent sign, degree or exponent.
pub(crate) fn suffix(after: &str) -> &str {
    let raised = after.find(|c| !is_superscript(c)).unwrap_or(after.len());
    if raised > 0 {
        return &after[..raised];
    }
    if let Some(exponent) = after.strip_prefix('^') {
        return &after[..=length(exponent)];
    }
    let sign = after.strip_prefix([' ', '\u{a0}']).unwrap_or(after);
    match sign.chars().next() {
        Some(first @ ('%' | '‰' | '°')) => &after[..after.len() - sign.len() + first.len_utf8()],
        _ => "",
    }
}

/// Whether a character is the sign of a currency.
pub(crate) fn is_currency(character: char) -> bool {
    matches!(character, '$' | '¢'..='¥' | '\u{20A0}'..='\u{20CF}' | '￥' | '＄')
}

/// The length of a number that a text begins with: digits, and points or signs between digits.
pub(crate) fn length(text: &str) -> usize {
    let mut end = 0;
    let mut pending = None;
    for (at, character) in text.char_indices() {
        match (digit(character), pending) {
            (Some(_), _) => {
                end = at + character.len_utf8();
                pending = None;
            }
            (None, None) if matches!(character, '.' | ',' | ':' | '/') && end == at => pending = Some(at),
            _ => break,
        }
    }
    end
}

/// Digits as ASCII, without the commas that part thousands.
fn plain(number: &str) -> String {
    let plain: String = number.chars().map(|c| digit(c).unwrap_or(c)).collect();
    let mut groups = plain.split(',');
    let first = groups.next().unwrap_or_default().len();
    let whole = plain.split_once('.').map_or(plain.as_str(), |(whole, _)| whole);
    let parted = (1..=3).contains(&first)
        && whole.split(',').skip(1).all(|group| group.len() == 3)
        && !plain[whole.len()..].contains(',');
    if parted { plain.replace(',', "") } else { plain }
}

fn digit(character: char) -> Option<char> {
    match character {
        '0'..='9' => Some(character),
        '\u{FF10}'..='\u{FF19}' => char::from_digit(character as u32 - 0xFF10, 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_are_written_in_one_way() {
        assert_eq!(numbers("from -5 to 1,500.25 and 1.5%, $20"), ["-5", "1500.25", "1.5%", "$20"]);
        assert_eq!(numbers("pp. 33-47. In 2014, 10^6 at 10:30"), ["33", "47", "2014", "10^6", "10:30"]);
        assert_eq!(numbers("１０ and 12,34"), ["10", "12,34"]);
        assert!(numbers("none").is_empty());
    }
}
