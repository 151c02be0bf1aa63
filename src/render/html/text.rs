//! Marked text in HTML: each mark an element, and each target that the page knows a link.

use maud::{Markup, html};

use crate::page::{Mark, Run, Runs, Target};
use crate::render::text::signed;

use super::Paper;

impl Paper<'_> {
    /// Marked text in a part of the page that is not about a thing itself.
    pub(super) fn runs(&self, runs: &Runs) -> Markup {
        self.runs_about(runs, None)
    }

    /// Marked text in the part about `own`, in which nothing leads to it. Pieces that lead to one place are one link.
    pub(super) fn runs_about(&self, runs: &Runs, own: Option<&Target>) -> Markup {
        html! {
            @for together in runs.pieces.chunk_by(|one, other| one.target.is_some() && one.target == other.target) {
                @let address = together[0].target.as_deref().filter(|&target| Some(target) != own).and_then(|it| self.address(it));
                @match address {
                    Some(address) => a href=(address) { @for run in together { (marked(run)) } },
                    None => @for run in together { (marked(run)) },
                }
            }
        }
    }

    /// The address of a target: a place on this page, or a file beside it.
    fn address(&self, target: &Target) -> Option<String> {
        match target {
            Target::Place { path, line, .. } => self.address.and_then(|address| address(path, *line)),
            thing => self.anchors.lead(thing).map(|place| format!("#{place}")),
        }
    }
}

/// A piece of text. What came from a map is kept from turning the writing direction of what stands around it.
fn marked(run: &Run) -> Markup {
    let shown = signed(run);
    let text = html! {
        @for (number, line) in shown.split('\n').enumerate() {
            @if number > 0 { br; }
            (line)
        }
    };
    match run.mark {
        Mark::Plain if shown.is_ascii() => text,
        Mark::Plain => html! { bdi { (text) } },
        Mark::Strong => html! { strong dir="auto" { (text) } },
        Mark::Faint => html! { span.faint dir="auto" { (text) } },
        Mark::Name => html! { code dir="auto" { (text) } },
        Mark::Quotation => html! { i.quotation dir="auto" { (text) } },
        Mark::Place => html! { cite dir="auto" { (text) } },
        Mark::For => html! { span.for dir="auto" { (text) } },
        Mark::Against => html! { span.against dir="auto" { (text) } },
        Mark::Between => html! { span.between dir="auto" { (text) } },
        Mark::Inferred => html! { span.inferred dir="auto" { (text) } },
        Mark::Added => html! { ins dir="auto" { (text) } },
        Mark::Removed => html! { del dir="auto" { (text) } },
        Mark::Error => html! { strong.error dir="auto" { (text) } },
        Mark::Warning => html! { strong.warning dir="auto" { (text) } },
    }
}
