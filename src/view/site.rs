//! The whole map as one site: every question, statement, author and source with an address of its own.
//!
//! It says nothing in words of its own: groups, stances, verdicts and comparisons come from where the other views have them.

mod author;
mod pair;
mod question;
mod quotation;
mod source;
mod statement;
mod telling;
mod term;

use crate::page::site::{Part, Site};
use crate::page::{Mark, Runs};
use crate::study::Study;

use self::telling::Telling;
use super::show::statement::REASON_FOR;
use super::stand::why::Teller;
use super::wording::naming::counted;
use super::wording::omitted;
use super::wording::stance_word::signs;

/// With more statements than this one file opens slowly on a phone, and says so.
pub const MANY: usize = 2_000;

/// Wishes of whoever writes a site.
#[derive(Debug, Clone, Default)]
pub struct SiteOptions {
    /// Title of the site; where nobody gives one, the names of those who speak in it.
    pub title: Option<String>,
    /// Whether passages around quotations are shown of all sources, not only of those whose licence is known.
    pub passages: bool,
}

/// The site of a selection of a map.
pub fn site(study: &Study<'_>, options: &SiteOptions) -> Site {
    let map = study.map;
    let trace = study.trace();
    let telling = Telling { study, teller: Teller::new(map, &trace, None), passages: options.passages };
    let speaking = author::speaking(study);
    let names: Vec<String> = speaking.iter().map(|&author| study.short().author(author).to_owned()).collect();
    let title = options.title.clone().unwrap_or_else(|| match names.len() {
        0 => "Who stands where".to_owned(),
        _ => omitted::names(names),
    });
    let kept = study.statements().count();
    let sources = map.sources.ids().filter(|&source| study.counts().of_source(source) > 0).count();
    let questions = question::number(study);
    let counts = [(kept, "statement"), (sources, "source"), (speaking.len(), "author"), (questions, "question")];
    let counts: Vec<String> = counts.iter().map(|&(number, noun)| counted(number, noun)).collect();
    let mut notes: Vec<Runs> = signs(true, false).into_iter().collect();
    notes.extend(omitted::notes(map, study.selection));
    notes.extend(pair::note(study));
    if kept > MANY {
        notes.push(format!("{kept} statements stand on this page: on a phone it may open slowly.").into());
    }
    Site {
        title,
        about: vec![Runs::new().with(Mark::Plain, format!("{}.", counts.join(", ")))],
        authors: author::names(study),
        tags: question::tags(study),
        parts: parts(&telling),
        lists: [statement::REASONS, REASON_FOR],
        notes,
    }
}

fn parts(telling: &Telling<'_, '_>) -> Vec<Part> {
    let all = [
        ("questions", "Questions", question::groups(telling)),
        ("authors", "Authors", author::groups(telling)),
        ("pairs", "Two authors", pair::groups(telling)),
        ("sources", "Sources", source::groups(telling)),
        ("terms", "Terms", term::groups(telling)),
        ("quotations", "Quotations", quotation::groups(telling)),
    ];
    let parts = all.into_iter().filter(|(.., groups)| !groups.is_empty());
    parts.map(|(address, name, groups)| Part { address, name, groups }).collect()
}
