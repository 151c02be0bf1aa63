//! A site as one file: every screen in it, one small script for addresses, search and filters, and nothing that is loaded.

mod address;
mod lean;
mod policy;
mod screen;

use std::io::{self, Write};

use maud::{DOCTYPE, PreEscaped, html};

use crate::page::Target;
use crate::page::site::{Address, Part, Site};

use self::address::Known;
use self::screen::Screens;
use super::html;
use super::text::safe;

const STYLE: &str = include_str!("site/site.css");
const SCRIPT: &str = include_str!("site/site.js");

/// Lines without the spaces before them, which mean something to those alone who write them.
fn dense(code: &str) -> String {
    code.lines().map(str::trim_start).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Writes a site as one file of HTML. Fails only where `out` does.
pub fn write(site: &Site, out: &mut dyn Write) -> io::Result<()> {
    let known = Known::new(site);
    let lead = |target: &_| known.address(target).map(|address| format!("#{address}"));
    let screens = Screens { known: &known, lead: &lead };
    let (style, script) = (dense(&format!("{}{STYLE}", html::STYLE)), dense(SCRIPT));
    let head = html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy::policy(&script, &style));
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="generator" content="Counterpoint";
            title { (safe(&site.title)) }
            style { (PreEscaped(&style)) }
        }
    };
    let top = html! {
        a.skip href="#main" { "To the content" }
        header {
            h1 dir="auto" { (safe(&site.title)) }
            @for paragraph in &site.about { p.about { (screens.paper(1).runs(paragraph)) } }
            nav aria-label="Parts" {
                ul {
                    @for part in &site.parts { li { a href={ "#" (part.address) } { (part.name) } } }
                    li { a href="#t" { "Text" } }
                }
            }
            (tools(site))
        }
    };
    let ends = html! { main #main tabindex="-1" data-reasons=(site.lists[0]) data-ends=(site.lists[1]) {} };
    let ends = ends.0.trim_end_matches("</main>");
    write!(out, "{}<html lang=\"en\">{}<body>{}{ends}", DOCTYPE.0, head.0, top.0)?;
    let mut body = Vec::new();
    for part in &site.parts {
        self::part(&screens, part, &mut body)?;
        write!(out, "{}", lean::lean(&String::from_utf8_lossy(&body)))?;
        body.clear();
    }
    let foot = html! {
        @if !site.notes.is_empty() {
            footer { @for note in &site.notes { p.note { (screens.paper(1).runs(note)) } } }
        }
    };
    writeln!(out, "</main>{}<script>{script}</script></body></html>", foot.0)
}

/// Search and filters, which only the script brings to life: without it they are hidden.
fn tools(site: &Site) -> maud::Markup {
    html! {
        div #tools hidden {
            div role="search" {
                label for="search" { "Search" }
                input #search type="search" autocomplete="off" aria-controls="found" placeholder="a word or a name";
                ul #found hidden {}
            }
            details #filters {
                summary { "Which questions" }
                label {
                    "Author "
                    select #author {
                        option value="" { "all" }
                        @for (name, said) in &site.authors { option value=(name) { (safe(said)) } }
                    }
                }
                @if !site.tags.is_empty() {
                    label {
                        "Tag "
                        select #tag {
                            option value="" { "all" }
                            @for tag in &site.tags { option value=(tag) { (safe(tag)) } }
                        }
                    }
                }
                label { input #clash type="checkbox"; " only clashes" }
                label { input #stated type="checkbox"; " without readings" }
            }
            p #left role="status" {}
        }
    }
}

fn part(screens: &Screens<'_>, part: &Part, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "<section class=\"part\" id=\"{}\">", part.address)?;
    for group in &part.groups {
        let heading = html! { h2 { (screens.paper(1).runs(&group.heading)) } };
        writeln!(out, "<section class=\"group\">{}", heading.0)?;
        screens.paper(2).blocks(&group.blocks, 3, out)?;
        for screen in &group.screens {
            match part.address {
                "questions" => screens.question(screen, out)?,
                _ if matches!(screen.address, Address::Thing(Target::Statement(_))) => {
                    screens.statement(screen, out)?;
                }
                _ => screens.folded(screen, out)?,
            }
        }
        write!(out, "</section>")?;
    }
    writeln!(out, "</section>")
}
