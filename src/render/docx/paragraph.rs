//! Paragraphs of a document: marked text in runs, places that names lead to, and the leads to them.

use foldhash::HashMap;

use crate::page::{Mark, Run, Runs, Target};
use crate::render::anchors::{Anchors, Rank};
use crate::render::text::signed;
use crate::render::xml::escaped;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Paragraph {
    /// Name of its style.
    pub(super) style: &'static str,
    /// How far it stands in, in steps.
    pub(super) indent: usize,
    /// Its level, where it is an item of a list.
    pub(super) item: Option<usize>,
    /// Whether it stands at the right.
    pub(super) is_number: bool,
    /// Whether all of it is in strong letters.
    pub(super) is_strong: bool,
}

impl Paragraph {
    /// A paragraph of this style.
    pub(super) fn of(style: &'static str) -> Self {
        Paragraph { style, ..Paragraph::default() }
    }

    /// An item of a list, of this level.
    pub(super) fn item(level: usize) -> Self {
        Paragraph { item: Some(level), ..Paragraph::of("Item") }
    }

    fn properties(self) -> String {
        let item = self.item.map_or(String::new(), |level| {
            format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>")
        });
        let indent =
            if self.indent > 0 { format!("<w:ind w:left=\"{}\"/>", 240 * self.indent.min(12)) } else { String::new() };
        let side = if self.is_number { "<w:jc w:val=\"right\"/>" } else { "" };
        format!("<w:pPr><w:pStyle w:val=\"{}\"/>{item}{indent}{side}</w:pPr>", self.style)
    }
}

/// Body of a document while it is written.
pub(super) struct Writer<'a> {
    pub(super) anchors: &'a Anchors<'a>,
    pub(super) body: String,
    /// Numbers of the places, by their names, in the order in which they are first spoken of.
    places: HashMap<String, usize>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(anchors: &'a Anchors<'a>) -> Self {
        Writer { anchors, body: String::new(), places: HashMap::default() }
    }

    /// All that was written.
    pub(super) fn finish(self) -> String {
        self.body
    }

    /// A paragraph that is not about a thing itself; nothing where it has no words.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph, runs: &Runs) {
        if !runs.is_empty() {
            self.put(paragraph, runs, None, None);
        }
    }

    /// A paragraph about a thing, to which its name leads from elsewhere where this is its place.
    pub(super) fn paragraph_about(&mut self, paragraph: &Paragraph, runs: &Runs, rank: Rank, thing: Option<&Target>) {
        let place = self.anchors.place(rank, thing);
        let own = place.as_ref().and(thing);
        self.put(paragraph, runs, place.as_deref(), own);
    }

    /// A paragraph, empty or not, which is a place itself where it has the name of one.
    pub(super) fn put(&mut self, paragraph: &Paragraph, runs: &Runs, place: Option<&str>, own: Option<&Target>) {
        self.body.push_str("<w:p>");
        self.body.push_str(&paragraph.properties());
        if let Some(place) = place {
            let number = self.number(place);
            self.body.push_str(&format!(
                "<w:bookmarkStart w:id=\"{number}\" w:name=\"place{number}\"/><w:bookmarkEnd w:id=\"{number}\"/>"
            ));
        }
        for together in runs.pieces.chunk_by(|one, other| one.target.is_some() && one.target == other.target) {
            let target = together[0].target.as_deref().filter(|&target| Some(target) != own);
            let lead = target.and_then(|target| self.anchors.lead(target)).map(|place| self.number(&place));
            if let Some(number) = lead {
                self.body.push_str(&format!("<w:hyperlink w:anchor=\"place{number}\" w:history=\"1\">"));
            }
            for run in together {
                self.run(run, lead.is_some(), paragraph.is_strong);
            }
            if lead.is_some() {
                self.body.push_str("</w:hyperlink>");
            }
        }
        self.body.push_str("</w:p>");
    }

    fn number(&mut self, place: &str) -> usize {
        let next = self.places.len() + 1;
        *self.places.entry(place.to_owned()).or_insert(next)
    }

    fn run(&mut self, run: &Run, leads: bool, is_strong: bool) {
        let style = match run.mark {
            Mark::Plain | Mark::For | Mark::Against | Mark::Between | Mark::Added | Mark::Removed => None,
            Mark::Strong | Mark::Error | Mark::Warning => Some("Strong"),
            Mark::Faint | Mark::Place => Some("Faint"),
            Mark::Name => Some("Name"),
            Mark::Quotation => Some("Quotation"),
            Mark::Inferred => Some("Inferred"),
        };
        let style = style.map_or(String::new(), |style| format!("<w:rStyle w:val=\"{style}\"/>"));
        let strong = if is_strong { "<w:b/>" } else { "" };
        let line = if leads { "<w:u w:val=\"single\"/>" } else { "" };
        self.body.push_str("<w:r>");
        if !(style.is_empty() && strong.is_empty() && line.is_empty()) {
            self.body.push_str(&format!("<w:rPr>{style}{strong}{line}</w:rPr>"));
        }
        for (number, text) in signed(run).split('\n').enumerate() {
            if number > 0 {
                self.body.push_str("<w:br/>");
            }
            if !text.is_empty() {
                self.body.push_str(&format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(text)));
            }
        }
        self.body.push_str("</w:r>");
    }
}
