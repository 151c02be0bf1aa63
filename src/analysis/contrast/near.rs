//! Which of two people's grounds are near to each other: by what they quote alike, and by the rare words that they share.

use foldhash::{HashMap, HashMapExt, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use super::ground::Ground;
use crate::model::{Map, StatementId};
use crate::text::folding::folded;
use crate::text::script::is_unspaced;

/// Two grounds are near when so much of the weight of the words of both is common to them.
const NEAR: f64 = 0.4;
/// More grounds than these on a side are not held against each other: nobody reads so many pairs.
const MOST: usize = 200;

/// The words of a map's statements, and how telling each is.
#[derive(Debug)]
pub(super) struct Nearness {
    words: Vec<Box<[u32]>>,
    /// Of each word: the less often statements use it, the more it weighs, as the inverse document frequency of text retrieval
    /// (Spärck Jones 1972) has it.
    weights: Vec<f64>,
    quoted: Vec<Box<[u32]>>,
}

impl Nearness {
    /// Of a map: linear in its texts.
    pub(super) fn new(map: &Map) -> Nearness {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut number = |text: String| {
            let next = numbers.len() as u32;
            *numbers.entry(text).or_insert(next)
        };
        let words: Vec<Box<[u32]>> = map
            .statements
            .iter()
            .map(|(_, statement)| sorted(words(&map.text(statement.text)).map(&mut number)))
            .collect();
        let quoted = map.statements.ids().map(|id| {
            let quotations = map.quotations_of(id).iter();
            sorted(quotations.map(|&quotation| number(folded(&map.text(map.quotations[quotation].words)))))
        });
        let quoted = quoted.collect();
        let mut uses = vec![0u32; numbers.len()];
        words.iter().flatten().for_each(|&word| uses[word as usize] += 1);
        let all = words.len() as f64;
        let weights = uses.into_iter().map(|uses| (1.0 + all / f64::from(uses.max(1))).ln()).collect();
        Nearness { words, weights, quoted }
    }

    /// Which grounds of the one are near to which of the other, the nearest first; each in one pair at most.
    pub(super) fn pairs(&self, grounds: &[Vec<Ground>; 2]) -> Vec<[usize; 2]> {
        if grounds.iter().any(|grounds| grounds.is_empty() || grounds.len() > MOST) {
            return Vec::new();
        }
        let [one, other] = [0, 1].map(|side| grounds[side].iter().map(|ground| self.of(ground)).collect::<Vec<_>>());
        let mut scores = Vec::new();
        for (a, one) in one.iter().enumerate() {
            for (b, other) in other.iter().enumerate() {
                let score = self.likeness(one, other);
                scores.extend((score >= NEAR).then_some((score, [a, b])));
            }
        }
        scores.sort_by(|(one, a), (other, b)| other.total_cmp(one).then(a.cmp(b)));
        let mut taken = [HashSet::default(), HashSet::default()];
        let is_free = |(_, [a, b]): &(f64, [usize; 2])| {
            let free = !taken[0].contains(a) && !taken[1].contains(b);
            if free {
                taken[0].insert(*a);
                taken[1].insert(*b);
            }
            free
        };
        scores.into_iter().filter(is_free).map(|(_, pair)| pair).collect()
    }

    fn of(&self, ground: &Ground) -> Telling {
        let of = |lists: &[Box<[u32]>]| {
            let all = ground.premises.iter().flat_map(|premise| lists[StatementId::index(*premise)].iter().copied());
            sorted(all)
        };
        Telling { words: of(&self.words), quoted: of(&self.quoted) }
    }

    /// From 0 to 1: one where the same words are quoted or used.
    fn likeness(&self, one: &Telling, other: &Telling) -> f64 {
        if one.quoted.iter().any(|quoted| other.quoted.binary_search(quoted).is_ok()) {
            return 1.0;
        }
        let weight =
            |words: &mut dyn Iterator<Item = &u32>| words.map(|&word| self.weights[word as usize]).sum::<f64>();
        let common = weight(&mut one.words.iter().filter(|word| other.words.binary_search(word).is_ok()));
        let all = weight(&mut one.words.iter()) + weight(&mut other.words.iter());
        if all > 0.0 { 2.0 * common / all } else { 0.0 }
    }
}

/// Rare words and quoted passages of a ground, which tell it from others.
struct Telling {
    words: Box<[u32]>,
    quoted: Box<[u32]>,
}

fn sorted(numbers: impl Iterator<Item = u32>) -> Box<[u32]> {
    let mut numbers: Vec<u32> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into()
}

/// The words of a text in one form; of a script without spaces each two characters that stand beside each other.
fn words(text: &str) -> impl Iterator<Item = String> {
    let text = folded(text);
    let mut found: Vec<String> = Vec::new();
    for word in text.unicode_words().filter(|word| !word.chars().any(is_unspaced)) {
        found.push(word.to_owned());
    }
    let letters: Vec<char> = text.chars().collect();
    let unspaced = letters.windows(2).filter(|two| two.iter().all(|&letter| is_unspaced(letter)));
    found.extend(unspaced.map(|two| two.iter().collect()));
    found.into_iter()
}
