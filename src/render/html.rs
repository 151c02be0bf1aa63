//! A page as one file for a browser or a printer: no script, nothing loaded from elsewhere, every text escaped.

mod leads;
mod table;
mod text;

use std::cell::Cell;
use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::page::{BlockOf as Block, Line, Node, PageOf as Page, Runs, SideOf as Side};

use super::anchors::{Rank, alone, first};
use super::options::Options;
use super::text::{plain, safe};
use super::walk::walk;

use self::leads::Leads;

pub(super) use self::leads::Lead;

/// Looks of everything that a page can hold.
pub(super) const STYLE: &str = include_str!("html/page.css");

/// Lists within lists end here, since browsers end them somewhere, too; below, the level is said instead.
const DEEPEST: usize = 24;

pub(super) fn render(page: &Page<'_>, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let paper = Paper { leads: Leads::of_page(page, options.address), level: Cell::new(0) };
    let head = html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="generator" content="Counterpoint";
            title { (plain(&page.title)) }
            style { (PreEscaped(STYLE)) }
        }
    };
    let title = html! { @if !page.title.is_empty() { (paper.heading(1, &page.title)) } };
    write!(out, "{}<html lang=\"en\">{}<body><main>{}", DOCTYPE.0, head.0, title.0)?;
    paper.blocks(&page.blocks, 2, out)?;
    writeln!(out, "</main></body></html>")
}

/// Leads from the words of a page: its own places, and addresses of files.
pub(super) struct Paper<'p> {
    leads: Leads<'p>,
    /// Level of the last heading: none stands more than one below the one before it.
    level: Cell<usize>,
}

impl<'p> Paper<'p> {
    /// For parts of a site, whose words lead by `lead`; the heading above them has this level.
    pub(super) fn of_site(lead: Lead<'p>, level: usize) -> Self {
        Paper { leads: Leads::Site(lead), level: Cell::new(level) }
    }
}

impl Paper<'_> {
    /// The blocks; the highest heading among them has this level. Rows of a table are written one by one.
    pub(super) fn blocks(&self, blocks: &[Block<'_>], level: usize, out: &mut dyn Write) -> io::Result<()> {
        // Blocks side by side stand below the heading before them.
        let mut below = level;
        for block in blocks {
            let whole = match block {
                Block::Heading { level: deeper, runs } => {
                    below = level + usize::from(*deeper);
                    self.heading(below - 1, runs)
                }
                Block::Prose(text) => html! { p { (self.runs(text)) } },
                Block::Note(text) => html! { p.note { (self.runs(text)) } },
                Block::Table(content) => {
                    self.table(content, out)?;
                    Markup::default()
                }
                Block::Tree(roots) => self.tree(roots),
                Block::Sides(all) => {
                    self.sides(all, below, out)?;
                    Markup::default()
                }
                Block::List(items) => html! { ul { @for item in items { (self.item(item)) } } },
                Block::Lines(all) => self.lines(all),
                Block::Verbatim(text) => html! { pre { (safe(text)) } },
            };
            writeln!(out, "{}", whole.0)?;
        }
        Ok(())
    }

    /// An item of a list, which is the place of what it names first.
    fn item(&self, item: &Runs) -> Markup {
        let thing = first(item);
        let place = self.leads.place(Rank::Node, thing);
        html! { li id=[place.as_ref()] { (self.runs_about(item, place.as_ref().and(thing))) } }
    }

    fn heading(&self, level: usize, text: &Runs) -> Markup {
        if text.is_empty() {
            return Markup::default();
        }
        let level = level.min(self.level.get() + 1);
        self.level.set(level);
        let thing = alone(text);
        let place = self.leads.place(Rank::Heading, thing);
        let text = self.runs_about(text, place.as_ref().and(thing));
        match level {
            1 => html! { h1 id=[place] { (text) } },
            0 | 2 => html! { h2 id=[place] { (text) } },
            3 => html! { h3 id=[place] { (text) } },
            4 => html! { h4 id=[place] { (text) } },
            _ => html! { h5 id=[place] { (text) } },
        }
    }

    /// Lines of a difference: each with its sign, and with a class for whose it is. Nothing rests on the colour alone.
    fn lines(&self, lines: &[Line]) -> Markup {
        html! {
            ul.lines {
                @for line in lines {
                    "\n"
                    li class=(format!("{}{}", line.whose.word(), deep(line.depth))) {
                        span.sign { (line.whose.sign()) } (self.runs(&line.runs))
                        @if !line.remark.is_empty() { " " small { (self.runs(&line.remark)) } }
                    }
                }
            }
        }
    }

    fn sides(&self, sides: &[Side<'_>], level: usize, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "<div class=\"sides\">")?;
        for side in sides {
            write!(out, "<section>{}", self.heading(level, &side.heading).0)?;
            self.blocks(&side.blocks, level + 1, out)?;
            write!(out, "</section>")?;
        }
        write!(out, "</div>")
    }

    /// Lists within lists, opened and closed one level at a time: the depth is the map's, and the stack is ours.
    fn tree(&self, roots: &[Node]) -> Markup {
        let mut shown = String::new();
        let mut open = 0;
        for step in walk(roots) {
            let depth = step.depth.min(DEEPEST) + 1;
            if depth > open {
                shown.push_str(if open == 0 { "<ul class=\"tree\">" } else { "\n<ul>" });
                open += 1;
            } else {
                shown.push_str("</li>");
                shown.push_str(&"</ul></li>".repeat(open - depth));
                open = depth;
            }
            let thing = first(&step.node.runs);
            let place = self.leads.place(Rank::Node, thing);
            let text = html! {
                @if step.depth > DEEPEST { span.faint { "(level " (step.depth + 1) ") " } }
                (self.runs_about(&step.node.runs, place.as_ref().and(thing)))
                @for detail in &step.node.details { div.detail { (self.runs(detail)) } }
            };
            // No letter of a name of a place means anything in markup.
            shown.push_str(&place.map_or("\n<li>".to_owned(), |place| format!("\n<li id=\"{place}\">")));
            shown.push_str(&text.0);
        }
        shown.push_str(&"</li></ul>".repeat(open));
        PreEscaped(shown)
    }
}

/// Class for how deep a line or a row is indented, behind other classes.
fn deep(depth: u8) -> String {
    if depth == 0 { String::new() } else { format!(" deep{}", depth.min(12)) }
}
