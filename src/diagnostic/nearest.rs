//! "Did you mean": the known word that is nearest to a misspelt one.

mod each;

pub use each::nearest_of_each;

/// Cost of one wrong, missing, superfluous or swapped character.
const EDIT: u32 = 4;
/// Cost of a superfluous or missing `-` or `_`.
const JOINT: u32 = 2;
/// Cost of the smallest differences: upper for lower case, `_` for `-`.
const MANNER: u32 = 1;
/// More wrong characters than these are another word, however long it is.
const MOST_EDITS: usize = 4;
/// Longer words are compared by their beginning only: what is compared is a table of both lengths.
const LONGEST: usize = 96;

/// The candidate that is nearest to a word, if one is near enough to be meant. Of candidates equally near the one that
/// begins most like the word is taken, then the first by its text, so that their order does not matter.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let word = Word::new(word);
    candidates.filter_map(|candidate| Some((word.rank(&Word::new(candidate))?, candidate))).min().map(|(_, text)| text)
}

/// How near a candidate is: its cost, then how little of its beginning is like the word's. The least is the nearest.
type Rank = (u32, usize);

/// A word made ready for comparison.
struct Word {
    letters: Vec<char>,
    /// The letters in lower case, every joint as `-`.
    folded: Vec<char>,
    /// A bit for each letter that it has, joints aside.
    mask: u64,
}

impl Word {
    fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().take(LONGEST).collect();
        let folded: Vec<char> = letters.iter().map(|&letter| fold(letter)).collect();
        let bits = folded.iter().filter(|&&letter| letter != '-').map(|&letter| 1 << (u32::from(letter) % 64));
        let mask = bits.fold(0, |mask, bit: u64| mask | bit);
        Word { letters, folded, mask }
    }

    /// The most that a candidate may cost: about a third of the characters.
    fn limit(&self) -> u32 {
        let length = self.folded.len();
        match length {
            0 | 1 => EDIT - 1,
            _ => EDIT * (length / 3).clamp(1, MOST_EDITS) as u32,
        }
    }

    /// How near a candidate is, if it is near enough.
    fn rank(&self, candidate: &Word) -> Option<Rank> {
        let limit = self.limit();
        let cost = if self.least(candidate) <= limit {
            Some(self.distance(candidate)).filter(|&cost| cost <= limit)
        } else {
            None
        };
        let cost = cost.into_iter().chain(self.reordered(candidate)).min().or_else(|| self.cut_short(candidate))?;
        let alike = self.folded.iter().zip(&candidate.folded).take_while(|(mine, its)| mine == its).count();
        Some((cost, LONGEST - alike))
    }

    /// A cost that is soon known and never more than the distance.
    fn least(&self, candidate: &Word) -> u32 {
        let longer = self.folded.len().abs_diff(candidate.folded.len()) as u32 * JOINT;
        let lost = (self.mask & !candidate.mask).count_ones();
        let gained = (candidate.mask & !self.mask).count_ones();
        longer.max(lost.max(gained) * EDIT)
    }

    /// Optimal string alignment: edits, and swaps of neighbours, from this word to the candidate.
    fn distance(&self, candidate: &Word) -> u32 {
        let (from, to) = (&self.folded, &candidate.folded);
        // The last three rows of the table of costs: only they are needed.
        let [before_last, last, current] = &mut [[0; LONGEST + 1]; 3];
        let (mut before_last, mut last, mut current) = (before_last, last, current);
        for (column, &letter) in to.iter().enumerate() {
            last[column + 1] = last[column] + loss(letter);
        }
        for row in 0..from.len() {
            current[0] = last[0] + loss(from[row]);
            for column in 0..to.len() {
                let exchange = match from[row] == to[column] {
                    true if self.letters[row] == candidate.letters[column] => 0,
                    true => MANNER,
                    false => EDIT,
                };
                let mut cost = (last[column] + exchange)
                    .min(last[column + 1] + loss(from[row]))
                    .min(current[column] + loss(to[column]));
                if row > 0 && column > 0 && from[row] == to[column - 1] && from[row - 1] == to[column] {
                    cost = cost.min(before_last[column - 1] + EDIT);
                }
                current[column + 1] = cost;
            }
            (before_last, last, current) = (last, current, before_last);
        }
        last[to.len()]
    }

    /// The cost where both are made of the same parts in another order: `travels-koban` for `koban-travels`.
    fn reordered(&self, candidate: &Word) -> Option<u32> {
        if self.folded.len() != candidate.folded.len() || !self.folded.contains(&'-') {
            return None;
        }
        (self.parts() == candidate.parts()).then_some(EDIT)
    }

    fn parts(&self) -> Vec<&[char]> {
        let mut parts: Vec<&[char]> = self.folded.split(|&letter| letter == '-').collect();
        parts.sort_unstable();
        parts
    }

    /// The cost where one is the beginning of the other: `sedgwick` for `sedgwick-2017`, `counter` for `counterpoint`.
    /// Always more than that of a misspelling.
    fn cut_short(&self, candidate: &Word) -> Option<u32> {
        let (short, long) = if self.folded.len() < candidate.folded.len() {
            (&self.folded, &candidate.folded)
        } else {
            (&candidate.folded, &self.folded)
        };
        let rest = long.len() - short.len();
        (short.len() >= 3 && long.starts_with(short)).then_some(EDIT * (MOST_EDITS + rest) as u32)
    }
}

/// Cost of a missing or superfluous character.
fn loss(letter: char) -> u32 {
    if letter == '-' { JOINT } else { EDIT }
}

fn fold(letter: char) -> char {
    match letter {
        '_' => '-',
        _ if letter.is_ascii() => letter.to_ascii_lowercase(),
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "
        author source from issue term claim evidence counterpoint reading include answers position scope
        kind voice holds rejects prefers weighs raises because supports against undercuts despite grants
        agrees same-fact defines quote at by scheme date in url doi cite text tags note main-contribution
        engineering engineering-fits hanatani hanatani-2017 sedgwick-2017 koban-travels koban-worth 日本の貢献";

    /// Words that people type, each with the one that they mean.
    const TYPOS: &[(&str, &str)] = &[
        ("hold", "holds"),
        ("becuase", "because"),
        ("becose", "because"),
        ("clam", "claim"),
        ("cliam", "claim"),
        ("Claim", "claim"),
        ("evidance", "evidence"),
        ("evidenc", "evidence"),
        ("counter-point", "counterpoint"),
        ("counter", "counterpoint"),
        ("same_fact", "same-fact"),
        ("samefact", "same-fact"),
        ("fact-same", "same-fact"),
        ("autor", "author"),
        ("isue", "issue"),
        ("quotes", "quote"),
        ("qoute", "quote"),
        ("rejets", "rejects"),
        ("undercut", "undercuts"),
        ("suports", "supports"),
        ("agianst", "against"),
        ("prefer", "prefers"),
        ("tag", "tags"),
        ("sheme", "scheme"),
        ("engeneering", "engineering"),
        ("enginering-fit", "engineering-fits"),
        ("Hanatani2017", "hanatani-2017"),
        ("sedgwick", "sedgwick-2017"),
        ("sedgewick-2017", "sedgwick-2017"),
        ("sedgwick-2107", "sedgwick-2017"),
        ("travels-koban", "koban-travels"),
        ("MAIN_CONTRIBUTION", "main-contribution"),
        ("日本の貢猷", "日本の貢献"),
    ];

    #[test]
    fn finds_what_was_meant() {
        for &(typo, meant) in TYPOS {
            assert_eq!(nearest(typo, WORDS.split_whitespace()), Some(meant), "{typo}");
            assert_eq!(nearest(typo, WORDS.split_whitespace().rev()), Some(meant), "{typo}, backwards");
        }
    }

    #[test]
    fn does_not_guess() {
        for word in ["", "x", "zebra", "governance", "平和", "summary"] {
            assert_eq!(nearest(word, WORDS.split_whitespace()), None, "{word}");
        }
    }

    #[test]
    fn very_long_words_are_compared_by_their_beginning() {
        let long = "x".repeat(1_000_000);
        assert_eq!(nearest(&long, [long.as_str()].into_iter()), Some(long.as_str()));
        assert_eq!(nearest(&long, WORDS.split_whitespace()), None);
    }
}
