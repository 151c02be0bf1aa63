//! Signs that a reader does not see or may leave out: what taking a text out of a file leaves behind, marks of direction, vowel points.

/// Whether a sign says nothing in any text and is only left behind where one is taken out of a file: soft hyphens, byte-order marks,
/// and the numbers that Unicode gives to no character, by which some programs mark a hyphen at a line's end.
pub fn is_left_behind(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{FEFF}') || is_noncharacter(letter)
}

/// Whether Unicode promises that a number will never be a character: U+FFFE is the best known.
pub fn is_noncharacter(letter: char) -> bool {
    matches!(letter, '\u{FDD0}'..='\u{FDEF}') || letter as u32 & 0xFFFE == 0xFFFE
}

/// Whether a sign has no width and turns at most the direction of writing or the joining of letters.
pub fn is_without_width(letter: char) -> bool {
    matches!(letter, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}')
}

/// Whether a mark is one that Hebrew and Arabic set for learners and readers leave out: vowel points, signs of chanting, and the
/// stroke that only lengthens a word.
pub fn is_point(letter: char) -> bool {
    matches!(letter,
        '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}' | '\u{640}'
        | '\u{64B}'..='\u{652}' | '\u{656}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}'
        | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}')
}

/// Whether a mark stands on a letter of a script that can be read without: the accents of Latin, Greek and Cyrillic, and the hamza and
/// madda of Arabic.
pub fn is_accent(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36F}' | '\u{653}'..='\u{655}')
}

/// Whether a letter may be one with an accent in it.
pub fn may_have_accent(letter: char) -> bool {
    matches!(letter, '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{4FF}' | '\u{622}'..='\u{6D5}' | '\u{1E00}'..='\u{1FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_behind_is_told_from_what_is_meant() {
        assert!("\u{AD}\u{FEFF}\u{FFFE}\u{FFFF}\u{1FFFE}\u{FDD0}".chars().all(is_left_behind));
        assert!(!"-‐\u{200D}\u{200F}\u{FFFD}\u{FFFC}é日𠮷".chars().any(is_left_behind));
        assert!("\u{200F}\u{202B}\u{2068}\u{61C}".chars().all(is_without_width));
    }

    #[test]
    fn points_are_no_letters_and_letters_no_points() {
        assert!("\u{5B0}\u{5C1}\u{640}\u{64E}\u{651}\u{670}".chars().all(is_point));
        assert!(!"שלוםسلام\u{654}\u{301}".chars().any(is_point));
        assert!("éñüйёأ".chars().all(may_have_accent) && !"e日กא".chars().any(may_have_accent));
    }
}
