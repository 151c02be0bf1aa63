//! Scripts that are written without spaces between words.

/// Whether words of a character's script are written without spaces between them: Han, kana, Thai, Lao, Burmese, Khmer.
/// Not Hangul, which is written with spaces.
pub fn is_unspaced(letter: char) -> bool {
    is_han_or_kana(letter)
        || matches!(letter, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// Whether a line end between two characters stands for nothing, because a Chinese or Japanese text is cut there. In the other
/// scripts without spaces a space parts sentences, and a line end may stand for one.
pub fn joins_without_space(before: char, after: char) -> bool {
    let joins = |letter| is_han_or_kana(letter) || is_wide_sign(letter);
    joins(before) && joins(after)
}

/// Whether a letter is a Korean syllable: Korean is written with spaces, and its lines may end within a word.
pub fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{AC00}'..='\u{D7A3}')
}

/// Whether a letter is hiragana, in which Japanese writes the endings of words.
pub fn is_hiragana(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{3096}')
}

/// The letters of Chinese and Japanese, half-width kana among them.
fn is_han_or_kana(letter: char) -> bool {
    matches!(letter,
        '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// The punctuation and the full-width forms used with them.
fn is_wide_sign(letter: char) -> bool {
    matches!(letter, '\u{2FE0}'..='\u{303F}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FF65}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_without_spaces_are_told_from_those_with_spaces() {
        for text in ["日本", "ひらがな", "カタカナ", "ｶﾀｶﾅ", "ไทย", "ລາວ", "မြန်မာ", "ខ្មែរ", "𠮷"]
        {
            let spaced: String = text.chars().filter(|&letter| !is_unspaced(letter)).collect();
            assert_eq!(spaced, "", "{text}");
        }
        assert!(!"latin ελληνικά русский 한국어 عربي हिन्दी ＯＤＡ 。、「」".chars().any(is_unspaced));
    }

    #[test]
    fn a_line_end_stands_for_nothing_within_chinese_and_japanese() {
        assert!(joins_without_space('日', '本') && joins_without_space('。', 'あ') && joins_without_space('ア', '（'));
        assert!(!joins_without_space('日', 'a') && !joins_without_space('한', '국') && !joins_without_space('ไ', 'ท'));
    }

    #[test]
    fn hiragana_is_told_from_other_kana() {
        assert!("しない".chars().all(is_hiragana) && !"スル行ー。".chars().any(is_hiragana));
    }
}
