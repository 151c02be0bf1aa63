//! Draws quotations from a text as a reader would type them.

/// A small generator of numbers: the same seed, the same draws.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % bound
    }
}

/// The words that a reader of the text reads one after another: no notes, page numbers or marks.
pub fn reading(text: &str) -> Vec<String> {
    let mut running = String::new();
    for paragraph in paragraphs(text) {
        let first = paragraph.trim_start();
        let is_note = first.starts_with(is_raised) || is_bracketed_note(first) || first.starts_with('.');
        let is_number = first.trim_end().bytes().all(|byte| byte.is_ascii_digit());
        let is_head = first.starts_with("Journal of Made Texts");
        if !is_note && !is_number && !is_head {
            running.push_str(&paragraph);
        }
    }
    let running = without_brackets(&running);
    let mut words: Vec<String> = Vec::new();
    let mut open_hyphen = false;
    for word in running.split_whitespace() {
        let typed = typed(word);
        match words.last_mut() {
            Some(last) if open_hyphen => {
                // The hyphens of these are part of the word; a reader knows.
                if !["cross-", "vice-", "foreign-", "civilian-", "on-"].iter().any(|real| last.ends_with(real)) {
                    last.pop();
                }
                last.push_str(&typed);
            }
            _ if typed.is_empty() => {}
            _ => words.push(typed),
        }
        open_hyphen = word.len() > 1 && word.ends_with('-') && ends_line(&running, word);
    }
    words
}

/// `count` runs of 6 to 40 words, starting anywhere.
pub fn quotations(text: &str, count: usize, seed: u64) -> Vec<String> {
    let words = reading(text);
    let mut dice = Dice::new(seed);
    (0..count)
        .map(|_| {
            let length = 6 + dice.below(35);
            let start = dice.below(words.len() - length);
            words[start..start + length].join(" ")
        })
        .collect()
}

/// Paragraphs by blank lines, each with a line break after every line.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.replace('\x0C', "\n\n").lines() {
        if line.trim().is_empty() {
            paragraphs.push(String::new());
        } else if let Some(last) = paragraphs.last_mut() {
            last.push_str(line);
            last.push('\n');
        }
    }
    paragraphs
}

fn typed(word: &str) -> String {
    let plain = word.chars().filter(|c| !is_raised(*c) && !matches!(c, '*' | '#' | '_')).map(|c| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        other => other,
    });
    plain.collect()
}

fn is_raised(character: char) -> bool {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(character)
}

fn is_bracketed_note(paragraph: &str) -> bool {
    let inside = paragraph.strip_prefix('[').and_then(|rest| rest.split_once("] "));
    inside.is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The text without `[12]` and without shortcodes.
fn without_brackets(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('[') {
        kept.push_str(before);
        let (content, after) = inside.split_once(']').unwrap_or((inside, ""));
        let is_note = content.bytes().all(|byte| byte.is_ascii_digit());
        if !is_note && !content.contains("=\"") && !content.starts_with('/') {
            kept.push('[');
            kept.push_str(content);
            kept.push(']');
        }
        rest = after;
    }
    kept + rest
}

fn ends_line(text: &str, word: &str) -> bool {
    let after = word.as_ptr() as usize - text.as_ptr() as usize + word.len();
    text[after..].trim_start_matches([' ', '\r']).starts_with('\n')
}
