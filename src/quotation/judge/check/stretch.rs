//! The stretch of a text around the parts of a quotation with gaps.

use std::ops::Range;

use crate::quotation::search::wording::Part;
use crate::text::script::is_unspaced;

/// The range from the first part to the last; where a bracket touches a letter, from and to the bounds of its word.
pub(super) fn around_all(text: &str, parts: &[Part], ranges: &[Range<usize>]) -> Range<usize> {
    let (start, end) = (ranges[0].start, ranges[ranges.len() - 1].end);
    let (first, last) = (&parts[0], &parts[parts.len() - 1]);
    let in_word = |c: &char| c.is_alphanumeric() && !is_unspaced(*c);
    let before = text[..start].chars().rev().take_while(in_word).map(char::len_utf8).sum::<usize>();
    let after = text[end..].chars().take_while(in_word).map(char::len_utf8).sum::<usize>();
    start - if first.glued_start { before } else { 0 }..end + if last.glued_end { after } else { 0 }
}
