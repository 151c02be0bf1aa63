//! A statement of a site: its words and its source's, whether it stands and why, and all that it hangs together with.

use crate::analysis::dispute::hanging::Link;
use crate::model::{Entity, Map, QuotationId, StatementId};
use crate::page::site::{Address, Screen};
use crate::page::{Block, Mark, Runs, Target};
use crate::quotation::in_sentence;
use crate::view::quotes::words::{best, fidelity};
use crate::view::show::lead;
use crate::view::show::statement::{READ_IN, REASON_FOR, bearings, standing_told};
use crate::view::site::telling::Telling;
use crate::view::wording::naming::{kind, quotation, when, whose};
use crate::view::wording::remark::remarks;
use crate::view::wording::speech;
use crate::view::wording::stance_said::stance_said;
use crate::view::wording::stance_word::INFERRED;
use crate::view::wording::{named, speech::capitalized};

/// Words above the reasons for a statement.
pub const REASONS: &str = "Reasons for it";

/// The screen of a statement.
pub fn screen(telling: &Telling<'_, '_>, statement: StatementId) -> Screen {
    let (study, map) = (telling.study, telling.study.map);
    let what = &map.statements[statement];
    let target = |name: &str| Target::Statement(name.to_owned());
    let heading = Runs::from(map.text(what.text).into_owned());
    let heading = heading.with(Mark::Inferred, if what.unstated { " (relied on, not said)" } else { "" });
    let mut screen = Screen::new(Address::Thing(target(&map.statement_name(statement))), heading);
    screen.former = former(map, statement).iter().map(|name| target(name)).collect();
    screen.lines.push(origin(telling, statement));
    let mut lines: Vec<Runs> = Vec::new();
    for &id in map.stances_of(statement).iter().filter(|&&id| study.selection.has_stance(id)) {
        let issue = capitalized(speech::issue(map, map.stances[id].issue));
        lines.push(issue.with(Mark::Plain, ": ").joined(stance_said(map, id)));
    }
    lines.extend(map.quotations_of(statement).iter().map(|&id| quoted(telling, id)));
    lines.extend(remarks(map, statement, study.selection.filter.stated));
    screen.blocks.extend((!lines.is_empty()).then_some(Block::List(lines)));
    if what.draft {
        screen.blocks.push(Block::Prose("A draft: it counts for nothing yet.".into()));
        return screen;
    }
    let why = standing_told(study, &telling.teller, statement);
    let mut attacks = telling.teller.attacks(statement);
    // One that the sentences tell already is not told again.
    let told = why.plain();
    attacks.retain(|attack| !told.contains(&attack.plain()));
    screen.blocks.push(Block::Prose(why));
    let (weakened, admitted) = hanging(telling, statement);
    attacks.extend(weakened);
    for (title, lines) in
        [(REASONS, telling.teller.grounds(statement)), ("Attacks on it", attacks), ("It admits", admitted)]
    {
        if !lines.is_empty() {
            screen.blocks.push(Block::Heading { level: 1, runs: title.into() });
            screen.blocks.push(Block::List(lines));
        }
    }
    for (title, others) in bearings(study, statement, &telling.teller.speech) {
        if title == REASON_FOR {
            let sign = |lead: &Runs| if lead.is_empty() { "" } else { INFERRED };
            let ends = others.into_iter().map(|(lead, other)| (target(&map.statement_name(other)), sign(&lead)));
            screen.ends = ends.collect();
            continue;
        }
        let names = others.into_iter().map(|(lead, other)| {
            let name = called(telling, other, statement);
            // Behind a name the sign does as well as the words before it.
            if lead.pieces.first().is_some_and(|run| run.text == READ_IN) {
                return name.with(Mark::Inferred, INFERRED);
            }
            let lead = if lead.is_empty() { lead } else { lead.with(Mark::Plain, " ") };
            lead.joined(name)
        });
        let names = named::joined(names, "; ");
        let runs = Runs::new().with(Mark::Strong, title).with(Mark::Plain, ": ").joined(names);
        screen.blocks.push(Block::Prose(runs));
    }
    screen
}

/// The whole names that a statement had before: a name by itself was one of the same source.
fn former(map: &Map, statement: StatementId) -> Vec<String> {
    let whole = map.statement_name(statement);
    let before = whole.strip_suffix(map.own_name(statement)).unwrap_or_default();
    let names = map.former_names(Entity::Statement(statement)).into_iter();
    names.map(|name| if name.contains('.') { name.to_owned() } else { format!("{before}{name}") }).collect()
}

/// Another statement by its words, and by whose it is where that is somebody else.
fn called(telling: &Telling<'_, '_>, other: StatementId, than: StatementId) -> Runs {
    let speech = &telling.teller.speech;
    if speech.speaker(other) == speech.speaker(than) { speech.words(other) } else { speech.statement(other) }
}

/// `claim · § III`; the speaker, too, where that is not plainly the author of the source, below which it
/// stands, and the date, where it is another.
fn origin(telling: &Telling<'_, '_>, statement: StatementId) -> Runs {
    let map = telling.study.map;
    let what = &map.statements[statement];
    let mut runs = Runs::from(kind(map, statement));
    let of_source = what.source.filter(|&source| *map.sources[source].authors == *map.authors_of(statement));
    if what.voice.is_some() || what.anticipated || of_source.is_none() {
        runs = runs.with(Mark::Plain, " · ").with(Mark::Strong, whose(map, statement));
    }
    if what.date.is_some() {
        runs = runs.with(Mark::Plain, when(map, statement));
    }
    if let Some(at) = what.at {
        runs = runs.with(Mark::Place, format!(" · § {}", map.text(at)));
    }
    runs
}

/// A quotation with its place and what it is worth; around it the sentences in which it stands, where these may be shown.
fn quoted(telling: &Telling<'_, '_>, id: QuotationId) -> Runs {
    let (study, map) = (telling.study, telling.study.map);
    let mut runs = quotation(map, id);
    let verification = study.quotations().verification;
    if let Some(checked) = verification.of(id) {
        let worth = fidelity(checked);
        // Only trouble stands out: all else is said in plain words.
        let is_well = worth.pieces.iter().all(|run| !matches!(run.mark, Mark::Error | Mark::Warning));
        runs.push(Mark::Plain, " – ");
        for run in worth.pieces {
            runs.extend(if is_well { Mark::Plain } else { run.mark }, &run.text.replace('\n', ", "));
        }
    }
    let source = map.statements[map.quotations[id].statement].source;
    let text = source.filter(|&source| telling.shows_passages_of(source)).and_then(|source| verification.text(source));
    let best = verification.of(id).and_then(best);
    if let (Some(text), Some(best)) = (text, best) {
        let [before, words, after] = in_sentence(text, best.range.clone(), &map.text(map.quotations[id].words));
        runs = runs.with(Mark::Plain, "\n").with(Mark::Faint, before);
        runs = runs.with(Mark::Quotation, words).with(Mark::Faint, after);
    }
    runs
}

/// Statements that only weaken one or outweigh it, and those that it admits.
fn hanging(telling: &Telling<'_, '_>, statement: StatementId) -> (Vec<Runs>, Vec<Runs>) {
    let (study, speech) = (telling.study, &telling.teller.speech);
    let (mut weakened, mut admitted) = (Vec::new(), Vec::new());
    for it in study.hanging_on(statement) {
        let lines = match it.link {
            Link::Weakens | Link::Outweighs => &mut weakened,
            Link::Although | Link::Granting => &mut admitted,
            _ => continue,
        };
        let lead = lead::link(study.map, speech, &it, false).with(Mark::Plain, " ");
        lines.push(capitalized(lead).joined(match it.link {
            Link::Although | Link::Granting => speech.statement(it.statement),
            _ => speech.words(it.statement),
        }));
    }
    (weakened, admitted)
}
