//! Marked text in HTML: each mark an element, and each target that the page knows a link.

use maud::{Markup, html};

use crate::page::{Mark, Run, Runs, Target};
use crate::render::text::{in_one_line, signed};

use super::Paper;

impl Paper<'_> {
    /// Marked text in a part of the page that is not about a thing itself.
    pub(in crate::render) fn runs(&self, runs: &Runs) -> Markup {
        self.runs_about(runs, None)
    }

    /// Marked text in the part about `own`, in which nothing leads to it. Pieces that lead to one place are one link.
    pub(super) fn runs_about(&self, runs: &Runs, own: Option<&Target>) -> Markup {
        html! {
            @for together in runs.pieces.chunk_by(|one, other| one.target.is_some() && one.target == other.target) {
                @let address = together[0].target.as_deref().filter(|&target| Some(target) != own).and_then(|it| self.leads.address(it));
                @match address {
                    Some(address) => a href=(address) { @for run in together { (marked_in_link(run)) } },
                    None => @for run in together { (marked(run)) },
                }
            }
        }
    }
}

/// A piece of text in a link: the words of a source have their quotation marks, and need no more beside the line below.
fn marked_in_link(run: &Run) -> Markup {
    match run.mark {
        Mark::Quotation => marked(&Run { mark: Mark::Plain, text: in_one_line(&run.text).into_owned(), target: None }),
        _ => marked(run),
    }
}

/// A piece of text. What came from a map is kept from turning the writing direction of what stands around it, where it could.
fn marked(run: &Run) -> Markup {
    let shown = signed(run);
    let direction = may_turn(&shown).then_some("auto");
    let text = html! {
        @for (number, line) in shown.split('\n').enumerate() {
            @if number > 0 { br; }
            (line)
        }
    };
    match run.mark {
        Mark::Plain if direction.is_none() => text,
        Mark::Plain => html! { bdi { (text) } },
        Mark::Strong => html! { strong dir=[direction] { (text) } },
        Mark::Faint => html! { small dir=[direction] { (text) } },
        Mark::Name => html! { code dir=[direction] { (text) } },
        Mark::Quotation => html! { i dir=[direction] { (text) } },
        Mark::Place => html! { cite dir=[direction] { (text) } },
        Mark::For => html! { span.for dir=[direction] { (text) } },
        Mark::Against => html! { span.against dir=[direction] { (text) } },
        Mark::Between => html! { span.between dir=[direction] { (text) } },
        Mark::Inferred => html! { em dir=[direction] { (text) } },
        Mark::Added => html! { ins dir=[direction] { (text) } },
        Mark::Removed => html! { del dir=[direction] { (text) } },
        Mark::Error => html! { strong.error dir=[direction] { (text) } },
        Mark::Warning => html! { strong.warning dir=[direction] { (text) } },
    }
}

/// Whether a text holds a letter that is written from right to left, or a character that orders such a direction.
fn may_turn(text: &str) -> bool {
    let turns = |letter: char| {
        matches!(letter,
            '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    !text.is_ascii() && text.chars().any(turns)
}
