//! Lists in a sentence: `a, b and c`, and of many the first with the number of the rest.

/// Text before one of so many words of a list, by its number from 0: nothing, a comma, or `and`.
pub fn joint(index: usize, count: usize) -> &'static str {
    match index {
        0 => "",
        _ if index + 1 == count => " and ",
        _ => ", ",
    }
}

/// `a, b and c`.
pub fn and(words: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    joined(words, "and")
}

/// `a, b or c`: whatever word joins the last two.
pub fn joined(words: impl IntoIterator<Item = impl AsRef<str>>, before_last: &str) -> String {
    let mut words = words.into_iter();
    let mut list = words.next().map_or(String::new(), |first| first.as_ref().to_owned());
    let mut last = words.next();
    while let Some(word) = last {
        last = words.next();
        match last {
            Some(_) => list.push_str(", "),
            None => list.extend([" ", before_last, " "]),
        }
        list.push_str(word.as_ref());
    }
    list
}

/// The words that are shown and how many more there are: `a, b and 3 more`; of all of them, `a, b`.
pub fn with_rest<W: AsRef<str>>(shown: &[W], more: usize) -> String {
    let list = shown.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
    if more == 0 { list } else { format!("{list} and {more} more") }
}

/// `a, b and c`; of more than `most`, the first and how many more: `a, b and 3 more`.
pub fn first<W: AsRef<str>>(words: &[W], most: usize) -> String {
    match words.len().saturating_sub(most) {
        0 => and(words),
        more => with_rest(&words[..most], more),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_in_a_sentence() {
        let words = ["a", "b", "c", "d"];
        assert_eq!(
            [0, 1, 2, 3, 4].map(|number| and(&words[..number])),
            ["", "a", "a and b", "a, b and c", "a, b, c and d"]
        );
        assert_eq!(joined(&words[..3], "or"), "a, b or c");
        assert_eq!(
            [2, 3, 4].map(|most| first(&words, most)),
            ["a, b and 2 more", "a, b, c and 1 more", "a, b, c and d"]
        );
        assert_eq!(
            (with_rest(&words[..2], 0), with_rest(&words[..2], 7)),
            ("a, b".to_owned(), "a, b and 7 more".to_owned())
        );
        let joints: String = (0..4).map(|index| joint(index, 4).to_owned() + words[index]).collect();
        assert_eq!(joints, and(words));
    }
}
