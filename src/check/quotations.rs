//! Findings on quotations, by how they are known: one rule a file, and what their findings have in common.

pub mod absent;
pub mod changed_source;
pub mod edited;
pub mod misquotation;
pub mod possible;
pub mod stale;
pub mod unverified;
pub mod wrong_place;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{QuotationId, SourceId};
use crate::quotation::{Checked, WordChange};
use crate::text::difference::ChangeKind;

use super::rule::Context;

/// A quotation of a source, with what is known of it.
struct Quoted<'g> {
    id: QuotationId,
    source: SourceId,
    checked: &'g Checked,
}

/// Every quotation of which something is asked.
fn all<'g>(context: &'g Context<'_>) -> impl Iterator<Item = Quoted<'g>> {
    context.map.quotations.iter().filter_map(|(id, quotation)| {
        let source = context.map.statements[quotation.statement].source?;
        Some(Quoted { id, source, checked: context.quotations.of(id)? })
    })
}

/// Every quotation whose verdict is of its words as they stand now.
fn judged<'g>(context: &'g Context<'_>) -> impl Iterator<Item = Quoted<'g>> {
    all(context).filter(|quoted| quoted.checked.is_current())
}

impl Quoted<'_> {
    fn source_name<'g>(&self, context: &Context<'g>) -> &'g str {
        context.map.word(context.map.sources[self.source].name)
    }

    /// A finding at the words of the quotation, with what its source has instead, if that is known.
    fn finding(&self, context: &Context<'_>, code: &'static Code, message: String) -> Diagnostic {
        let diagnostic = Diagnostic::new(code, context.map.quotations[self.id].words, message);
        match (context.quotations.passage(context.map, self.id), context.quotations.place(context.map, self.id)) {
            (Some(passage), Some(place)) => {
                diagnostic.help(format!("the source has, at {place}: “{}”", shortened(&passage)))
            }
            (None, _) if self.checked.finding.is_none() => {
                diagnostic.help("so says `quotes.lock`; the text itself is not here")
            }
            _ => diagnostic.help("`counterpoint find \"WORDS\"` looks up a passage as you remember it"),
        }
    }

    /// Words that are changed in the best place, as far as they are known and asked for.
    fn changes(&self, asked: impl Fn(&WordChange) -> bool) -> String {
        let best = self.checked.finding.as_ref().and_then(|finding| finding.occurrences.first());
        let changes = best.map_or(&[][..], |best| &best.changes);
        let changes = changes.iter().filter(|change| change.kind != ChangeKind::Kept && asked(change));
        let said: Vec<String> = changes.map(said).collect();
        said.join(", ")
    }

    /// Words that brackets put into the best place; none where there are none, or where a gap of it skips a denial.
    fn put_in(&self) -> Option<String> {
        let best = self.checked.finding.as_ref()?.occurrences.first()?;
        let skips = best.gaps.iter().any(|gap| gap.negation);
        let inserted: Vec<String> =
            best.gaps.iter().filter_map(|gap| Some(format!("`[{}]`", gap.inserted.as_ref()?))).collect();
        (!skips && !inserted.is_empty()).then(|| inserted.join(", "))
    }
}

/// A passage as far as anybody would read it in a help.
fn shortened(passage: &str) -> String {
    const WORDS: usize = 60;
    match passage.split(' ').nth(WORDS) {
        Some(_) => passage.split(' ').take(WORDS).chain(["…"]).collect::<Vec<_>>().join(" "),
        None => passage.to_owned(),
    }
}

/// A change in words.
fn said(change: &WordChange) -> String {
    let what = if change.kind == ChangeKind::Added { "put in" } else { "left out" };
    let class = change.class.map_or(String::new(), |class| format!(" ({})", class.name()));
    format!("`{}` is {what}{class}", change.text.trim())
}

/// Findings of a rule in a map whose first source has this text, for its tests.
#[cfg(test)]
fn found(rule: &super::rule::Rule, map: &str, text: Option<&str>, lock: crate::quotation::Lock) -> Vec<String> {
    use crate::quotation::{Format, Text, Verification};
    let map = crate::model::example::sound_map(map);
    let text = text.map(|text| Text::read(text.into(), Format::Plain).expect("the text is small").into());
    let quotations = Verification::new(&map, vec![text], lock);
    let mut found = crate::diagnostic::Diagnostics::default();
    (rule.run)(
        &Context { map: &map, settled: &map, settings: &super::rule::Settings::default(), quotations: &quotations },
        &mut found,
    );
    let one = |it: &Diagnostic| format!("{}: {} ({})", map.files.place(it.span).line, it.message, it.label);
    found.kept().iter().map(one).collect()
}

/// The lock of a map whose first source has this text, for tests.
#[cfg(test)]
fn locked(map: &str, text: &str) -> crate::quotation::Lock {
    use crate::quotation::{Format, Lock, Text, Verification};
    let map = crate::model::example::sound_map(map);
    let text = Text::read(text.into(), Format::Plain).expect("the text is small");
    Verification::new(&map, vec![Some(text.into())], Lock::default()).record(&map, false)
}
