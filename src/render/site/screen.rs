//! Screens in HTML: a question with its lanes and chips, and everything else as a line that opens.

use std::io::{self, Write};

use maud::{Markup, PreEscaped, html};

use crate::page::Target;
use crate::page::site::{Chip, Lane, Screen};
use crate::render::html::{Lead, Paper};
use crate::render::text::safe;

use super::address::{Known, of};

/// Addresses with which screens are written.
pub struct Screens<'s> {
    /// Every address of the site.
    pub known: &'s Known,
    /// How words lead on.
    pub lead: Lead<'s>,
}

impl Screens<'_> {
    /// Paper for what stands below a heading of this level.
    pub fn paper(&self, level: usize) -> Paper<'_> {
        Paper::of_site(self.lead, level)
    }

    /// A question: its answers are seen at once, and what lies between those who give them opens.
    pub fn question(&self, screen: &Screen, out: &mut dyn Write) -> io::Result<()> {
        let paper = self.paper(3);
        let id = of(&screen.address);
        let facets = &screen.facets;
        let top = html! {
            h3 { a href={ "#" (id) } { (paper.runs(&screen.heading)) } }
            (self.former(screen))
            @if !screen.lanes.is_empty() { ul.lanes { @for lane in &screen.lanes { (self.lane(lane)) } } }
            @for line in &screen.lines { p.line { (paper.runs(line)) } }
        };
        let clash = if facets.is_clash { " data-clash" } else { "" };
        let tags = html! { (facets.tags.join(" ")) };
        write!(out, "\n<article class=\"screen question\" id=\"{id}\" data-tags=\"{}\"{clash}>{}", tags.0, top.0)?;
        if !screen.blocks.is_empty() {
            write!(out, "<details class=\"more\"><summary>What lies between them</summary>")?;
            paper.blocks(&screen.blocks, 3, out)?;
            write!(out, "</details>")?;
        }
        write!(out, "</article>")
    }

    fn lane(&self, lane: &Lane) -> Markup {
        let paper = self.paper(3);
        html! {
            li {
                span.answer { (paper.runs(&lane.name)) @if let Some(meaning) = &lane.meaning { " " small dir="auto" { (safe(meaning)) } } }
                div.chips { @for chip in &lane.chips { (self.chip(chip)) } }
            }
        }
    }

    fn chip(&self, chip: &Chip) -> Markup {
        let paper = self.paper(3);
        html! {
            details class={ "chip" @if chip.is_inferred { " read" } } data-a=(chip.authors.join(" ")) {
                summary { (paper.runs(&chip.label)) }
                div { @for said in &chip.says { p { (paper.runs(said)) } } }
            }
        }
    }

    /// A screen that is one line until it is opened, with its heading.
    pub fn folded(&self, screen: &Screen, out: &mut dyn Write) -> io::Result<()> {
        let paper = self.paper(3);
        let (heading, id) = (paper.runs(&screen.heading), of(&screen.address));
        write!(out, "\n<details class=\"screen\"><summary><h3>{}</h3></summary><div id=\"{id}\">", heading.0)?;
        write!(out, "{}", self.former(screen).0)?;
        paper.blocks(&screen.blocks, 4, out)?;
        for below in &screen.below {
            self.statement(below, out)?;
        }
        write!(out, "</div></details>")
    }

    /// The screen of a statement, of which there are thousands: it has no heading, its name is seen by its style, and of those that it is
    /// a reason for it has the numbers.
    pub fn statement(&self, screen: &Screen, out: &mut dyn Write) -> io::Result<()> {
        let paper = self.paper(3);
        let (text, id) = (paper.runs(&screen.heading), of(&screen.address));
        let number = |(target, sign): &(Target, &str)| Some(format!("{}{sign}", self.known.number(target)?));
        let ends: Vec<String> = screen.ends.iter().filter_map(number).collect();
        let ends = if ends.is_empty() { String::new() } else { format!(" data-ends=\"{}\"", ends.join(" ")) };
        write!(out, "\n<details class=\"screen\"{ends}><summary>{}</summary>", text.0)?;
        for (at, line) in screen.lines.iter().enumerate() {
            let place = (at == 0).then_some(&id);
            write!(out, "{}", html! { p id=[place] { (paper.runs(line)) } }.0)?;
        }
        write!(out, "{}", self.former(screen).0)?;
        paper.blocks(&screen.blocks, 4, out)?;
        write!(out, "</details>")
    }

    /// Places to which addresses from before a renaming still lead.
    fn former(&self, screen: &Screen) -> Markup {
        let former = self.known.former(screen);
        PreEscaped(former.iter().map(|id| html! { span.former id=(id) {} }.0).collect())
    }
}
