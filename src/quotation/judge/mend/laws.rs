//! Laws of quotations typed as a reader types them, in texts damaged as programs damage them where they take a text out of its file.

use proptest::prelude::*;

use super::mend;
use crate::model::example::sound_map;
use crate::quotation::{Fidelity, Format, Lock, Text, Verification};

/// Words of which none counts, denies or says how sure, and none is a part of such a one.
const WORDS: [&str; 14] = [
    "the",
    "of",
    "in",
    "keeper",
    "granary",
    "different",
    "offices",
    "village",
    "bread",
    "politics",
    "river",
    "into",
    "Council",
    "wrote",
];

/// Damage to a text at a letter: signs that a program puts in before it.
const WITHIN_WORDS: [&str; 9] = [" ", "\n", "-\n", "\n-\n", "\u{AD}", "\n\u{AD}\n", "\u{FFFE}", "\u{AD}\n", "\u{2060}"];

/// Damage at a space: it is lost, or another is written.
const BETWEEN_WORDS: [&str; 8] = ["", "\n", "  ", "\u{a0}", "\r\n", " \u{200F}", "\n\n", " \u{FEFF}"];

/// A text of words, damaged at some places.
fn damaged(words: &[usize], damage: &[(usize, usize)]) -> String {
    let plain: String = words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ");
    let letters: Vec<char> = plain.chars().collect();
    let mut pieces: Vec<String> = letters.iter().map(char::to_string).collect();
    for (place, kind) in damage {
        // Not at the ends, where the quotation is cut out.
        let at = 2 + place % (letters.len() - 4);
        let is_within = |at: usize| letters[at] != ' ' && letters[at - 1] != ' ';
        pieces[at] = if letters[at] == ' ' {
            BETWEEN_WORDS[kind % BETWEEN_WORDS.len()].to_owned()
        } else if is_within(at) {
            format!("{}{}", WITHIN_WORDS[kind % WITHIN_WORDS.len()], letters[at])
        } else {
            letters[at].to_string()
        };
    }
    pieces.concat()
}

proptest! {
    #[test]
    fn no_damage_changes_a_verdict_or_a_word(
        words in prop::collection::vec(0..WORDS.len(), 8..30),
        damage in prop::collection::vec((0usize..400, 0usize..72), 0..9),
        is_capital in any::<bool>(),
    ) {
        let typed = words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ");
        let typed = if is_capital { typed.to_uppercase() } else { typed };
        let text = format!("Before it, something else.\n\n{}.\n\nAnd something behind.\n", damaged(&words, &damage));
        let map = sound_map(&format!("source s: S\nclaim a: x\n  quote [1]: {typed}\n"));
        let read = Text::read(text.clone().into(), Format::Plain).expect("the text is small");
        let verification = Verification::new(&map, vec![Some(read.into())], Lock::default());
        let fidelity = verification.of(map.quotations.ids().next().expect("there is one")).and_then(|it| it.fidelity);
        prop_assert!(fidelity <= Some(Fidelity::Format), "{typed}\n{text}\n{fidelity:?}");
        for mend in mend(&map, &verification, map.quotations.ids()).into_iter().filter(|mend| !mend.is_place) {
            let was: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
            let is: Vec<String> = mend.replacement.split_whitespace().map(str::to_lowercase).collect();
            prop_assert_eq!(was, is, "{}", text);
        }
    }
}
