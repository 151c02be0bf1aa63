//! Where the words of the terms stand: in the texts of statements, which are the map's, and in quotations, which are not.

use aho_corasick::{AhoCorasick, MatchKind};
use foldhash::{HashMap, HashMapExt};

use crate::model::{Map, StatementId, TermId};

use super::word::{forms, marked};

/// A statement in which the word of a term stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The statement that has the word.
    pub statement: StatementId,
    /// Whether it stands in the statement's text.
    pub in_text: bool,
    /// Whether it stands in one of its quotations, and so in the words of the source.
    pub in_quotation: bool,
}

/// All mentions of all terms. Of two terms that overlap in a text, the one that begins first is meant, and of those the longer:
/// who writes of human security does not write of security.
#[derive(Debug)]
pub struct Mentions {
    of_term: Vec<Vec<Mention>>,
}

impl Mentions {
    /// Goes once through the texts of a map, for all terms together.
    pub fn new(map: &Map) -> Mentions {
        let mut terms: Vec<Vec<TermId>> = Vec::new();
        let mut patterns: Vec<String> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::with_capacity(map.terms.len());
        for term in map.terms.ids() {
            for form in forms(map, term) {
                let pattern = *known.entry(form.clone()).or_insert_with(|| {
                    patterns.push(form);
                    terms.push(Vec::new());
                    terms.len() - 1
                });
                terms[pattern].push(term);
            }
        }
        let mut mentions = Mentions { of_term: vec![Vec::new(); map.terms.len()] };
        if patterns.is_empty() {
            return mentions;
        }
        let words = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(patterns)
            .expect("the words of a map are shorter than what can be searched for");
        for (id, statement) in map.statements.iter() {
            let quoted = map.quotations_of(id).iter().map(|&id| (map.quotations[id].words, true));
            for (span, in_quotation) in std::iter::once((statement.text, false)).chain(quoted) {
                for found in words.find_iter(&marked(&map.text(span))) {
                    for term in &terms[found.pattern().as_usize()] {
                        mentions.add(*term, id, in_quotation);
                    }
                }
            }
        }
        mentions
    }

    /// The statements with the word of a term, in the order of the text.
    pub fn of(&self, term: TermId) -> &[Mention] {
        &self.of_term[term.index()]
    }

    fn add(&mut self, term: TermId, statement: StatementId, in_quotation: bool) {
        let mentions = &mut self.of_term[term.index()];
        match mentions.last_mut().filter(|last| last.statement == statement) {
            Some(last) => {
                last.in_quotation |= in_quotation;
                last.in_text |= !in_quotation;
            }
            None => mentions.push(Mention { statement, in_text: !in_quotation, in_quotation }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::map;

    #[test]
    fn a_word_is_found_whole_in_texts_and_in_quotations() {
        let map = map("term security: security\n\nterm human-security: human security\n\nterm heiwa: 平和\n\n\
             claim a: Security was never insecurity.\n\n\
             claim b: Human Security matters, and security as well.\n  quote: human-security\n\n\
             claim c: Human security matters.\n\nclaim d: 世界平和構築のために。\n\nclaim e: It matters.\n  quote: the state's security.\n");
        let mentions = Mentions::new(&map);
        let shown: Vec<String> = map
            .terms
            .ids()
            .map(|term| {
                let places = mentions.of(term).iter().map(|it| {
                    let places = [(it.in_text, "t"), (it.in_quotation, "q")];
                    let places: String = places.iter().filter(|(holds, _)| *holds).map(|(_, sign)| *sign).collect();
                    format!("{} {places}", map.own_name(it.statement))
                });
                places.collect::<Vec<_>>().join(", ")
            })
            .collect();
        assert_eq!(shown, ["a t, b t, e q", "b tq, c t", "d t"]);
    }
}
