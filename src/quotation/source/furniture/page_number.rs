//! Page numbers as they stand on lines of their own: `3`, `– 3 –`, `Page 3 of 7`, `3/7`, `iii`, `Seite 3`, `3 ページ`.

/// Bytes of the longest line that is only a page number.
const LONGEST: usize = 40;
/// Words for page that may stand on one line: before the number, and behind it.
const MOST_WORDS: usize = 2;
/// Signs that stand around a page number.
const SIGNS: [char; 12] = ['-', '–', '—', ' ', '|', '\u{a0}', '\t', '/', '·', '•', '.', '~'];
/// Words beside a number in the commoner languages: for page, and for `of`.
const PAGE: &str = "page pages p pp pg pag pagina página pág seite s str strona стр страница 第 頁 页 ページ 쪽 페이지";
const OF: &str = "of von de di sur van av af z из / 共";

/// The number on a line that is only a page number.
pub(super) fn page_number(line: &str) -> Option<u32> {
    if line.len() > LONGEST {
        return None;
    }
    let (mut numbers, mut is_of, mut words) = (Vec::new(), line.contains('/'), 0);
    for word in line.split(SIGNS).flat_map(pieces) {
        if let Some(number) = number(word) {
            numbers.push(number);
        } else if has(OF, word) && !numbers.is_empty() {
            is_of = true;
        } else if has(PAGE, word) {
            words += 1;
        } else {
            return None;
        }
    }
    match numbers[..] {
        _ if words > MOST_WORDS => None,
        [number] if !line.contains('/') => Some(number),
        [number, all] if is_of && number <= all => Some(number),
        _ => None,
    }
}

/// The number of a page before the text, in small Roman digits: `iii`, which is none by itself, for it may be a sign of a formula.
pub(super) fn roman(line: &str) -> Option<u32> {
    let digits = line.trim_matches(SIGNS);
    if digits.is_empty() || digits.len() > 8 {
        return None;
    }
    let value = |digit: u8| match digit {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        b'l' => Some(50),
        b'c' => Some(100),
        _ => None,
    };
    let values: Vec<u32> = digits.bytes().map(value).collect::<Option<_>>()?;
    let signed = values.iter().enumerate().map(|(at, value)| {
        let is_less = values.get(at + 1).is_some_and(|next| value < next);
        if is_less { -i64::from(*value) } else { i64::from(*value) }
    });
    u32::try_from(signed.sum::<i64>()).ok()
}

/// A word in its digits and what is none, so that `第3页` has three.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut rest = word;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c| is_digit(c) != is_digit(first)).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        Some(piece)
    })
}

fn number(word: &str) -> Option<u32> {
    ((1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().ok())?
}

fn has(words: &str, word: &str) -> bool {
    let small = word.to_lowercase();
    words.split(' ').any(|known| known == small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_written_in_many_ways() {
        for line in [
            "3",
            "– 3 –",
            "-3-",
            "| 3 |",
            "Page 3",
            "p. 3",
            "Page 3 of 7",
            "3/7",
            "3 / 7",
            "Seite 3 von 7",
            "Página 3 de 7",
            "page 3 sur 7",
            "第3页",
            "3 ページ",
        ] {
            assert_eq!(page_number(line), Some(3), "{line}");
        }
        for line in ["", "3 7", "7/3", "12345", "on 3", "3 apples", "[3]", "page", "page page page 3", "of 3", "3.5.2"]
        {
            assert_eq!(page_number(line), None, "{line}");
        }
        assert_eq!(
            ["i", "iv", "– ix –", "xlii", "3", "mix", ""].map(roman),
            [Some(1), Some(4), Some(9), Some(42), None, None, None]
        );
    }
}
