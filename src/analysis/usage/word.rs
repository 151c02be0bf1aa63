//! Words as they are looked for: whole, in any case, with hyphens or without.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Map, TermId};
use crate::text::folding::fold;
use crate::text::script::is_unspaced;

/// Signs between the forms of a term's word.
const SEPARATORS: [char; 4] = [',', '，', '、', ';'];

/// The forms in which a term is looked for, each as [`marked`]: those that its entry lists, and its name.
pub fn forms(map: &Map, term: TermId) -> Vec<String> {
    let term = &map.terms[term];
    let name = map.word(term.name).replace('_', " ");
    let mut forms: Vec<String> = map.text(term.word).split(SEPARATORS).chain([name.as_str()]).map(marked).collect();
    forms.sort_unstable();
    forms.dedup();
    forms.retain(|form| !form.is_empty());
    forms
}

/// The words of a text, each between two signs, so that one text contains another exactly where it has the same whole words in
/// a row. A letter of a script that is written without spaces is a word by itself.
pub fn marked(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(fold).collect();
    let mut marked = String::with_capacity(folded.len() + folded.len() / 2);
    for word in folded.unicode_words().map(bare) {
        let mut is_open = false;
        for letter in word.chars() {
            let alone = is_unspaced(letter);
            if is_open && alone {
                marked.push('>');
                is_open = false;
            }
            if !is_open {
                marked.push('<');
            }
            marked.push(letter);
            is_open = !alone;
            if alone {
                marked.push('>');
            }
        }
        if is_open {
            marked.push('>');
        }
    }
    marked
}

/// A word without what only joins it to its neighbours: the `'s` of possession, and signs of emphasis.
fn bare(word: &str) -> &str {
    let word = word.trim_matches('_');
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::map;

    #[test]
    fn words_are_whole_and_in_any_case() {
        let has = |text: &str, word: &str| marked(text).contains(&marked(word));
        assert!(has("Whole of Government, they say", "whole-of-government"));
        assert!(has("the state’s ＯＤＡ", "oda") && has("the STATE's aid", "state") && has("_fragility_", "fragility"));
        assert!(has("ΟΔΟΣ", "οδός".nfd().filter(|it| it.is_alphabetic()).collect::<String>().as_str()));
        assert!(has("国際協力機構の支援", "協力") && has("平和のサービスセンター", "サービス"));
        assert!(
            !has("peacebuilding", "building")
                && !has("states", "state")
                && !has("human rights, security", "human security")
        );
        assert_eq!(marked("A平和b, c-d"), "<a><平><和><b><c><d>");
        assert_eq!(marked("…!?"), "");
    }

    #[test]
    fn a_term_is_looked_for_in_each_form_and_by_its_name() {
        let map = map("term fragile-state: fragility, fragile、弱さ\n\nterm dots: ...\n");
        let forms: Vec<Vec<String>> = map.terms.ids().map(|term| forms(&map, term)).collect();
        assert_eq!(forms, [vec!["<fragile>", "<fragile><state>", "<fragility>", "<弱><さ>"], vec!["<dots>"]]);
    }
}
