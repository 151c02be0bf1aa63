//! Lines at the edges of pages: running heads and page numbers, known by how they come again; with form feeds and without.

use std::collections::HashMap;
use std::ops::Range;

use super::page_number::{page_number, roman};
use crate::quotation::folding::skeleton::skeleton;

/// Lines at each end of a page that may be a running head or foot.
const EDGE_LINES: usize = 2;
/// Bytes of the longest line that may be one.
const HEAD_BYTES: usize = 100;
/// How often a line comes again that is a running head.
const TIMES: usize = 3;
/// Lines of text that the shortest page has.
const PAGE_LINES: usize = 4;

/// A line at the edge of a page.
pub(super) struct Edge {
    pub(super) range: Range<usize>,
    pub(super) is_number: bool,
}

/// The lines at the edges of pages: of those that form feeds part, and where there are none, of those that the lines themselves show.
pub(super) fn edges(text: &str) -> Vec<Edge> {
    if memchr::memchr_iter(b'\x0C', text.as_bytes()).take(2).count() < 2 { unparted(text) } else { parted(text) }
}

/// The edges of pages that form feeds part.
fn parted(text: &str) -> Vec<Edge> {
    let mut lines = Vec::new();
    let mut pages = 0;
    let mut page_start = 0;
    for page in text.split('\x0C') {
        pages += 1;
        let short = edge_lines(page, page_start).into_iter().filter(|line| line.len() <= HEAD_BYTES);
        lines.extend(short.map(|line| (key(&text[line.clone()]), line)));
        page_start += page.len() + 1;
    }
    let often = repeated(lines.iter().map(|(key, _)| key.as_str()));
    let edge = |(key, range): &(String, Range<usize>)| {
        let is_number = page_number(text[range.clone()].trim()).is_some();
        let is_head = !key.is_empty() && often[key.as_str()] >= TIMES.max(pages / 5);
        (is_number || is_head).then(|| Edge { range: range.clone(), is_number })
    };
    lines.iter().filter_map(edge).collect()
}

/// A line that is not blank, in a text without form feeds.
struct Line {
    range: Range<usize>,
    /// Whether no blank line parts it from the line before it.
    follows: bool,
}

/// The edges of pages that nothing parts.
fn unparted(text: &str) -> Vec<Edge> {
    let lines = lines(text);
    let shown = |line: usize| text[lines[line].range.clone()].trim();
    let numbered = numbered(&lines, text);
    let mut is_edge = vec![false; lines.len()];
    let mut edges = Vec::new();
    for &number in &numbered {
        is_edge[number] = true;
        edges.push(Edge { range: lines[number].range.clone(), is_number: true });
    }
    // A line that comes again beside the numbers of pages, or that has them in it, or that cuts through sentences.
    let is_short = |line: &usize| lines[*line].range.len() <= HEAD_BYTES && !is_edge[*line];
    let mut beside: Vec<usize> = numbered
        .iter()
        .flat_map(|at| at.saturating_sub(EDGE_LINES)..lines.len().min(at + EDGE_LINES + 1))
        .filter(is_short)
        .collect();
    beside.dedup();
    let stands_out = |line: &usize| !lines[*line].follows || lines.get(line + 1).is_none_or(|next| !next.follows);
    let apart: Vec<usize> = (0..lines.len()).filter(|line| is_short(line) && stands_out(line)).collect();
    let mut heads = groups(beside.into_iter(), &shown, numbered.len() / 5);
    let others = groups(apart.into_iter(), &shown, 0).into_iter();
    heads.extend(others.filter(|group| counts_pages(group, &shown) || cuts_sentences(group, &shown, lines.len())));
    for line in heads.into_iter().flatten() {
        edges.push(Edge { range: lines[line].range.clone(), is_number: false });
    }
    edges
}

/// The lines that are not blank.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut at, mut follows) = (0, false);
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end();
        if shown.trim_start().is_empty() {
            follows = false;
        } else {
            lines.push(Line { range: at..at + shown.len(), follows });
            follows = true;
        }
        at += line.len();
    }
    lines
}

/// The lines that are page numbers: each goes on counting from another, a page before or behind.
fn numbered(lines: &[Line], text: &str) -> Vec<usize> {
    let mut numbers: Vec<(usize, u32, bool)> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.range.len() <= HEAD_BYTES) {
        let shown = text[line.range.clone()].trim();
        let found = page_number(shown).map(|number| (at, number, false));
        numbers.extend(found.or_else(|| roman(shown).map(|number| (at, number, true))));
    }
    let mut counted = vec![false; numbers.len()];
    let mut last: HashMap<(u32, bool), usize> = HashMap::new();
    for (index, &(at, number, is_roman)) in numbers.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|before| last.get(&(before, is_roman)));
        if let Some(&before) = before
            && at - numbers[before].0 > PAGE_LINES
        {
            counted[index] = true;
            counted[before] = true;
        }
        last.insert((number, is_roman), index);
    }
    let counted: Vec<usize> =
        numbers.iter().zip(counted).filter(|(_, counted)| *counted).map(|((at, ..), _)| *at).collect();
    if counted.len() >= TIMES { counted } else { Vec::new() }
}

/// Lines of the same letters, digits aside, that come again often enough, in order of the text.
fn groups<'t>(lines: impl Iterator<Item = usize>, shown: &impl Fn(usize) -> &'t str, least: usize) -> Vec<Vec<usize>> {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for line in lines {
        let letters: String = shown(line).chars().filter(|c| !c.is_numeric() && !c.is_whitespace()).collect();
        if letters.chars().any(char::is_alphabetic) {
            let number = *numbers.entry(letters).or_insert(groups.len());
            if number == groups.len() {
                groups.push(Vec::new());
            }
            groups[number].push(line);
        }
    }
    groups.retain(|group| {
        let is_apart = group.windows(2).all(|pair| pair[1] - pair[0] > PAGE_LINES);
        is_apart && group.len() >= TIMES.max(least)
    });
    groups
}

/// Whether the same lines have a number at their start or end that goes on from one to the next.
fn counts_pages<'t>(group: &[usize], shown: &impl Fn(usize) -> &'t str) -> bool {
    let last = |line: &str| line[line.trim_end_matches(|c: char| c.is_ascii_digit()).len()..].parse::<u32>().ok();
    let first = |line: &str| {
        line[..line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len()].parse::<u32>().ok()
    };
    let counts = |number: &dyn Fn(&str) -> Option<u32>| {
        let numbers: Option<Vec<u32>> = group.iter().map(|line| number(shown(*line))).collect();
        numbers.is_some_and(|numbers| numbers.windows(2).all(|pair| pair[0] < pair[1] && pair[1] - pair[0] <= 2))
    };
    counts(&last) || counts(&first)
}

/// Whether most of the same lines stand within a sentence that goes on behind them.
fn cuts_sentences<'t>(group: &[usize], shown: &impl Fn(usize) -> &'t str, lines: usize) -> bool {
    let cuts = |line: &usize| {
        let before = line.checked_sub(1).map(shown).unwrap_or_default();
        let after = if line + 1 < lines { shown(line + 1) } else { "" };
        let goes_on = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '\u{2010}'));
        goes_on && after.starts_with(char::is_lowercase)
    };
    let is_same = group.iter().all(|line| shown(*line) == shown(group[0]));
    is_same && 2 * group.iter().filter(|line| cuts(line)).count() > group.len()
}

/// The letters by which a running head comes again, whatever page it counts.
fn key(line: &str) -> String {
    let mut key = skeleton(line);
    key.retain(|character| !character.is_numeric());
    key
}

fn repeated<'k>(keys: impl Iterator<Item = &'k str>) -> HashMap<&'k str, usize> {
    let mut repeated = HashMap::new();
    for key in keys {
        *repeated.entry(key).or_default() += 1;
    }
    repeated
}

/// The first and last lines of a page that are not blank.
fn edge_lines(page: &str, page_start: usize) -> Vec<Range<usize>> {
    let range = |line: &str| {
        let start = page_start + (line.as_ptr() as usize - page.as_ptr() as usize);
        start..start + line.len()
    };
    let shown = |line: &&str| !line.trim().is_empty();
    let mut lines: Vec<_> = page.lines().filter(shown).take(EDGE_LINES).map(range).collect();
    let last: Vec<_> = page.lines().rev().filter(shown).take(EDGE_LINES).map(range).collect();
    for line in last {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::edges;

    /// Five pages of four lines each, with lines above and below them.
    fn pages(above: impl Fn(usize) -> String, below: impl Fn(usize) -> String) -> String {
        let words = "the keeper wrote the sacks down in the book";
        let page = |number: usize| {
            let lines: String = (0..4).map(|line| format!("{words} of year {number} and {line}\n")).collect();
            format!("{}{lines}{}", above(number), below(number))
        };
        (1..6).map(page).collect()
    }

    fn found(text: &str) -> Vec<&str> {
        let mut edges: Vec<_> = edges(text).into_iter().map(|edge| edge.range).collect();
        edges.sort_by_key(|range| range.start);
        edges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn the_edges_of_pages_are_known_without_form_feeds() {
        let none = |_| String::new();
        let text = pages(none, |number| format!("\n– {number} –\nThe Rural Quarterly\n\n"));
        assert_eq!(found(&text)[..2], ["– 1 –", "The Rural Quarterly"]);
        assert_eq!(found(&text).len(), 10);
        assert_eq!(found(&pages(none, |number| format!("{number}\n"))), ["1", "2", "3", "4", "5"]);
        let roman = |number: usize| format!("{}\n", ["i", "ii", "iii", "iv", "v"][number - 1]);
        assert_eq!(found(&pages(none, roman)), ["i", "ii", "iii", "iv", "v"]);
        assert_eq!(found(&pages(|number| format!("\nOf stores {number}\n"), none)).len(), 5);
        assert_eq!(found(&pages(|_| "\nOf stores\n\n".to_owned(), none)).len(), 5);
    }

    #[test]
    fn lines_that_come_again_in_a_text_are_its_own() {
        assert_eq!(found("1\n2\n3\n4\n5\n"), [""; 0]);
        let refrain = pages(|_| String::new(), |_| "and said no more.\n\nO store, o store.\n\n".to_owned());
        assert_eq!(found(&refrain), [""; 0]);
        let years = pages(|number| format!("\n{}\n", 1900 + 7 * number), |_| String::new());
        assert_eq!(found(&years), [""; 0]);
    }
}
