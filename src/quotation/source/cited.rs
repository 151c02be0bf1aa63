//! Places as people cite them, `p. 30–31`, `III, para 2`, `line 5`: whether a passage stands where it is said to.

use super::text::Text;
use crate::quotation::position::Position;

const PAGE: &str = "p p. pp pp. page pages s. seite pág. pag. página";
const PARAGRAPH: &str = "para para. paras paragraph paragraphs ¶ ¶¶ abs. absatz";
const LINE: &str = "l. ll. line lines zeile zeilen";

/// Whether a passage at a place of a text stands where a citation says; none where the text does not show that.
///
/// Pages are judged by their labels, where the file gives labels: counted from its first leaf, a page is seldom what anybody cites.
pub(crate) fn stands_at(text: &Text, offset: usize, position: Position, cited: &str) -> Option<bool> {
    let parts = cited.split(',').map(str::trim).filter(|part| !part.is_empty());
    let mut judged = None;
    for (index, part) in parts.enumerate() {
        if let Some(holds) = part_stands_at(text, offset, position, part, index == 0) {
            judged = Some(judged.unwrap_or(true) && holds);
        }
    }
    judged
}

fn part_stands_at(text: &Text, offset: usize, position: Position, part: &str, is_first: bool) -> Option<bool> {
    let (word, rest) = part.split_once([' ', '\u{a0}']).unwrap_or((part, ""));
    let is = |known: &str| known.split(' ').any(|known| known == word.to_lowercase());
    if is(PAGE) && text.source.has_page_labels() {
        return among(rest, &text.source.page_label(position.page?));
    }
    let outline = text.outline();
    if is(PARAGRAPH) {
        return among(rest, &outline.place(offset)?.paragraph.to_string());
    }
    if is(LINE) {
        return among(rest, &position.line.to_string());
    }
    // A section is judged where the text has one of that name.
    let sections = outline.sections();
    let is_known = is_first && sections.iter().any(|section| section.eq_ignore_ascii_case(part));
    let own = outline.place(offset).and_then(|place| place.section.as_deref());
    is_known.then(|| own.is_some_and(|own| own.eq_ignore_ascii_case(part)))
}

/// Whether a label is the one that is cited, or lies in the range that is: `30`, `30–31`, `30f.`; none where neither is cited.
fn among(cited: &str, label: &str) -> Option<bool> {
    let cited = cited.trim();
    let (first, last) =
        cited.split_once(['-', '–', '—']).map_or((cited, cited), |(first, last)| (first.trim(), last.trim()));
    let (Ok(from), Ok(to)) = (first.parse::<u64>(), last.parse::<u64>()) else {
        let is_single = !cited.is_empty() && cited.chars().all(char::is_alphanumeric);
        return is_single.then(|| cited.eq_ignore_ascii_case(label));
    };
    // Of the last page people write the last digits: 217–19.
    let to = if to < from { from - from % 10u64.pow(last.len() as u32) + to } else { to };
    Some(label.parse().is_ok_and(|label: u64| (from..=to).contains(&label)))
}

#[cfg(test)]
mod tests {
    use super::among;

    #[test]
    fn labels_are_looked_for_in_what_is_cited() {
        for (cited, label, is_there) in [
            ("30", "30", Some(true)),
            ("30–31", "31", Some(true)),
            ("217-19", "218", Some(true)),
            ("30", "31", Some(false)),
            ("xii", "XII", Some(true)),
            ("xii", "4", Some(false)),
            ("30, note 2 above", "30", None),
            ("", "30", None),
        ] {
            assert_eq!(among(cited, label), is_there, "{cited}");
        }
    }
}
