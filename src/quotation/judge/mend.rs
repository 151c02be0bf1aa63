//! Mends what can be mended without touching a word: capitals, punctuation and spaces, and places that are not given.

use crate::file::Span;
use crate::model::{Map, QuotationId};
use crate::syntax::vocabulary::ClauseKind;
use crate::syntax::writer::{in_the_lines_of, place_in_brackets, without_controls};

use super::check::check;
use super::dress::dress;
use super::finding::{Fidelity, Finding};
use super::verification::Verification;
use crate::quotation::lock::State;
use crate::quotation::source::text::Text;

/// A change of a map file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// Text to be replaced; empty where something is put in.
    pub span: Span,
    /// Text that stands there afterwards.
    pub replacement: String,
    /// Whether it is a place that was not given.
    pub is_place: bool,
}

/// Edits that mend some quotations of a map: those whose words are the source's in other dress get its dress, those
/// without a place get one. In the order of the text.
pub fn mend(map: &Map, verification: &Verification, quotations: impl IntoIterator<Item = QuotationId>) -> Vec<Mend> {
    let mut mends = Vec::new();
    for id in quotations {
        let quotation = &map.quotations[id];
        let source = map.statements[quotation.statement].source.and_then(|source| verification.text(source));
        let checked = verification.of(id).filter(|checked| checked.state != State::Unverified);
        let (Some(text), Some(finding)) = (source, checked.and_then(|checked| checked.finding.as_ref())) else {
            continue;
        };
        if quotation.place.is_none()
            && let Some(place) = only_place(text, finding)
            && let Ok(place) = place_in_brackets(&without_controls(&place))
        {
            let word = ClauseKind::Quote.row().keyword;
            let at = Span { end: quotation.span.start + word.len() as u32, ..quotation.span }.behind();
            mends.push(Mend { span: at, replacement: place, is_place: true });
        }
        if let Some(replacement) = dressed(map.files.text(quotation.words), text, finding) {
            mends.push(Mend { span: quotation.words, replacement, is_place: false });
        }
    }
    mends.sort_by_key(|mend| (mend.span.file, mend.span.start));
    mends
}

/// The one place in the body where a quotation stands; nothing where there are several to choose from.
fn only_place(text: &Text, finding: &Finding) -> Option<String> {
    if !matches!(finding.fidelity, Fidelity::Exact | Fidelity::Typographic | Fidelity::Format | Fidelity::Gapped) {
        return None;
    }
    let best = finding.occurrences.iter().take_while(|occurrence| occurrence.fidelity <= Fidelity::Gapped);
    let mut places = best.filter_map(|occurrence| text.reader_place(occurrence.range.start));
    let first = places.next()?;
    (finding.unlisted == 0 && places.all(|other| other == first)).then_some(first)
}

/// The words of a quotation, on the same lines, in the dress of its source; where nothing but dress differs, and less differs then.
fn dressed(raw: &str, text: &Text, finding: &Finding) -> Option<String> {
    let best = finding.occurrences.first().filter(|_| finding.fidelity == Fidelity::Format)?;
    let own = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    let passage = text.source.read_on_as(best.range.clone(), raw);
    let dressed = dress(&own, passage.trim())?;
    let dressed = without_controls(dressed.trim());
    if dressed.is_empty() || dressed == own {
        return None;
    }
    let then = &check(text, &[dressed.as_ref()])[0];
    let is_better = match then.fidelity {
        Fidelity::Exact | Fidelity::Typographic => true,
        Fidelity::Format => then.occurrences.first().is_some_and(|it| it.formatting.len() < best.formatting.len()),
        _ => false,
    };
    is_better.then(|| in_the_lines_of(raw, &dressed))
}

#[cfg(test)]
mod laws;

#[cfg(test)]
mod tests {
    use crate::model::example::sound_map;
    use crate::quotation::judge::mend::*;
    use crate::quotation::{Format, Lock};

    const TEXT: &str = "The first paragraph of this text says: The Town, it seems, is Quiet.\n\n\
        The second paragraph is about trams, and has nothing to say about quiet.\n";

    fn mended(map: &str) -> Vec<(String, String)> {
        let map = sound_map(map);
        let text = Text::read(TEXT.into(), Format::Plain).expect("the text is small");
        let verification = Verification::new(&map, vec![Some(text.into())], Lock::default());
        let mends = mend(&map, &verification, map.quotations.ids());
        mends.into_iter().map(|it| (map.files.text(it.span).to_owned(), it.replacement)).collect()
    }

    fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
        pairs.map(|(was, is)| (was.to_owned(), is.to_owned())).to_vec()
    }

    #[test]
    fn only_dress_and_missing_places_are_mended() {
        let dress = "source s: S\nclaim a: x\n  quote [1]: the town it seems\n      is quiet\n";
        assert_eq!(
            mended(dress),
            pairs([("the town it seems\n      is quiet", "The Town, it seems,\n      is Quiet")])
        );
        let place = "source s: S\nclaim a: x\n  quote: paragraph is about trams\n";
        assert_eq!(mended(place), pairs([("", " [para 2]")]));
        let words =
            "source s: S\nclaim a: x\n  quote: paragraph is not about trams\n  quote: nowhere to be found here\n";
        assert_eq!(mended(words), []);
    }

    #[test]
    fn no_dash_that_comes_to_the_beginning_of_a_line_makes_an_item_of_it() {
        let text = "The town - is Quiet at\u{c} night.\n";
        let map = sound_map("source s: S\nclaim a: x\n  quote [1]: the town\n      -- is quiet at night\n");
        let text = Text::read(text.into(), Format::Plain).expect("the text is small");
        let verification = Verification::new(&map, vec![Some(text.into())], Lock::default());
        let mends = mend(&map, &verification, map.quotations.ids());
        assert_eq!(
            mends.iter().map(|it| it.replacement.as_str()).collect::<Vec<_>>(),
            ["The town - is Quiet at night"]
        );
    }

    #[test]
    fn no_word_is_joined_that_was_typed_apart() {
        let mended = |text: &str, format, words: &str| {
            let map = sound_map(&format!("source s: S\nclaim a: x\n  quote [1]: {words}\n"));
            let text = Text::read(text.into(), format).expect("the text is small");
            let verification = Verification::new(&map, vec![Some(text.into())], Lock::default());
            mend(&map, &verification, map.quotations.ids()).pop().map(|mend| mend.replacement)
        };
        let hyphens = "A therapist. And the vice-\npresident resigned from the well-\nbeing board of co-operation.";
        let plain = |words| mended(hyphens, Format::Plain, words);
        assert_eq!(plain("the vice president resigned from"), None);
        assert_eq!(plain("the vice-president resigned from"), None);
        assert_eq!(plain("the well-being board of cooperation"), None);
        assert_eq!(
            plain("the well-being Board of cooperation").as_deref(),
            Some("the well-being board of cooperation")
        );
        let markdown = "Some **bold** and `code` in a [link text](http://x.y/z) here.\n\n- item one\n- item *two*\n\n\
            > quoted block\n> of two lines\n";
        for words in ["bold and code in a link text here", "item one item two", "quoted block of two lines"] {
            assert_eq!(mended(markdown, Format::Markdown, words), None, "{words}");
        }
        let japanese = "自衛隊の活動は、憲法第九条に\n制限されている。";
        assert_eq!(mended(japanese, Format::Plain, "憲法第九条に制限されている"), None);
    }

    #[test]
    fn nothing_is_placed_where_there_are_two_places() {
        assert_eq!(
            mended("source s: S\nclaim a: x\n  quote: quiet is quiet\n  quote: paragraph of this text\n").len(),
            1
        );
        assert_eq!(mended("source s: S\nclaim a: x\n  at: II\n  quote: about trams\n"), []);
    }
}
