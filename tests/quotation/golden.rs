//! Output of the normaliser for chosen texts. A change here makes every lock stale: raise `NORMALISER_VERSION` with it.

use counterpoint::quotation::{Fidelity, Key, NORMALISER_VERSION, Typographic, check};

/// A text, its typographic view, and a quotation of the same letters in another form.
const VECTORS: [(&str, &str, &str); 22] = [
    ("“Curly” ‘quotes’ and 5′ 6″", "\"Curly\" 'quotes' and 5' 6\"", "curly quotes and 5 6"),
    ("one – two — three ‐ four", "one - two - three - four", "one two three four"),
    ("a secu-\n  rity policy", "a security policy", "a security policy"),
    ("no\u{a0}\u{a0}break\u{2009}spaces\r\nhere", "no break spaces here", "no break spaces here"),
    ("zero\u{200B}width and soft\u{AD}hyphen", "zerowidth and softhyphen", "zerowidth and softhyphen"),
    ("ﬁne eﬃcient ﬂow", "fine efficient flow", "fine efficient flow"),
    ("cafe\u{301} au lait", "caf\u{e9} au lait", "caf\u{c9} AU LAIT"),
    ("the Straße of ΣΊΣΥΦΟΣ", "the Straße of ΣΊΣΥΦΟΣ", "the STRASSE of σίσυφος"),
    ("a note¹² mark[3] here", "a note¹² mark[3] here", "a note mark here"),
    ("five km² of land", "five km² of land", "five km2 of land"),
    ("Ｆｕｌｌ width １２ here", "Ｆｕｌｌ width １２ here", "Full width 12 here"),
    ("日本の「平和」構築", "日本の「平和」構築", "日本の平和構築"),
    ("憲法第九条に\n制限される", "憲法第九条に制限される", "憲法第九条に 制限される"),
    ("the x² and H₂O here", "the x² and H₂O here", "the x2 and H2O here"),
    ("カ\u{3099}ス and ｶﾞス here", "ガス and ｶﾞス here", "ガス and ガス here"),
    ("כָּתַב מִכְתָּב", "כתב מכתב", "כתב מכתב"),
    ("القريــــة في الصباح", "القرية في الصباح", "القرية في الصباح"),
    ("the café in Besançon", "the café in Besançon", "the cafe in Besancon"),
    ("up by ５％ there", "up by ５% there", "up by 5% there"),
    ("the subse\u{FFFE}quent and\u{202A}last", "the subsequent andlast", "the subsequent and last"),
    ("the cus\n\u{AD}\ntoms and/\nor rules", "the customs and/or rules", "the customs and / or rules"),
    ("İstanbul and ısı here", "İstanbul and ısı here", "i\u{307}stanbul AND ısı here"),
];

#[test]
fn the_normaliser_makes_what_it_always_made() {
    assert_eq!(NORMALISER_VERSION, 3);
    for (text, typographic, quotation) in VECTORS {
        assert_eq!(Typographic::new(text).text, typographic, "{text}");
        let source = crate::plain(text);
        let finding = check(&source, &[quotation]).remove(0);
        assert!(finding.fidelity <= Fidelity::Format, "{quotation}: {finding:?}");
        let passage = &text[finding.occurrences[0].range.clone()];
        assert_eq!(passage, text.trim_matches(['“', '″']), "{quotation}");
    }
}

#[test]
fn keys_are_what_they_always_were() {
    let key = Key::new("the words of a quotation");
    assert_eq!(key.to_string(), "526a0016f2423a2676c3f7cdcbf103de");
    assert_eq!(Key::new("  the words\n of a\u{a0}quotation "), key);
    assert_ne!(Key::new("The words of a quotation"), key);
    assert_eq!(Key::new("caf\u{e9}"), Key::new("cafe\u{301}"));
    assert_eq!(key.to_string().parse(), Ok(key));
}
