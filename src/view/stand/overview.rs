//! Outcome at a glance: the tally with the mapper's readings and without, the answers that cannot simply be held, and the quarrels.

use crate::analysis::evaluation::challenge::{Challenges, Verdict};
use crate::analysis::evaluation::condition::taken::Taken;
use crate::analysis::evaluation::quarrel::Quarrel;
use crate::model::{IssueId, Map, Relation, RelationKind, StatementId};
use crate::page::{Block, Cell, Column, Mark, Node, Page, Row, Runs, Table};
use crate::study::Study;
use crate::text::list::and;
use crate::view::wording::named;
use crate::view::wording::naming::{counted, statement_value};
use crate::view::wording::speech::{self, capitalized, sentence};

use super::answers::{Answer, by_holder};
use super::asked::{Asked, Shown};
use super::condition::Conditional;
use super::why::Teller;
use super::why::read_in::tilde;

/// So many answers, quarrels and fallen statements are named; the others are counted.
const ANSWERS: usize = 10;
const QUARRELS: usize = 7;
const FALLEN: usize = 6;
const DEFENDED: usize = 2;
/// So many statements of one quarrel are named.
const CORE: usize = 4;

/// Blocks of the page: the tally, the answers, the quarrels, and what falls or is defended.
pub(super) fn overview(page: &mut Page, study: &Study<'_>, asked: &Asked<'_>, shown: &Shown<'_>) {
    let map = study.map;
    let statements: Vec<StatementId> = study.statements().collect();
    let teller = Teller::new(map, asked.trace, asked.audience);
    page.push(Block::Prose(attacks(study, statements.len())));
    if statements.is_empty() {
        return;
    }
    page.push(Block::Table(tally(asked, shown, &statements)));
    answers(page, study, asked, shown, &teller);
    quarrels(page, study, shown, &teller);
    fallen(page, study, shown, &teller, &statements);
    defended(page, map, shown, &teller, &statements);
    let more = Runs::from("One question: ").with(Mark::Name, "counterpoint stand QUESTION");
    let more = more.with(Mark::Plain, ". Why one statement does: ").with(Mark::Name, "--why NAME");
    page.push(Block::Note(
        more.with(Mark::Plain, ". Every statement: ").with(Mark::Name, "--full").with(Mark::Plain, "."),
    ));
}

/// Numbers of statements and attacks, and of the attacks that the mapper read into the texts.
fn attacks(study: &Study<'_>, statements: usize) -> Runs {
    let kinds = [RelationKind::Against, RelationKind::Undercuts];
    let attacks = study.relations_of(&kinds);
    let (all, inferred) = (attacks.len(), attacks.iter().filter(|relation| relation.inferred).count());
    let count = counted(statements, "statement");
    let count = match study.statements().filter(|&id| study.map.statements[id].unstated).count() {
        0 => count,
        1 => format!("{count}, 1 of them unsaid"),
        unsaid => format!("{count}, {unsaid} of them unsaid"),
    };
    let is_unsaid = |relation: &&&Relation| study.map.statements[relation.from].unstated;
    let unsaid = attacks.iter().filter(|relation| !relation.inferred).filter(is_unsaid).count();
    match (statements, all) {
        (0, _) => return format!("{count} here.").into(),
        (1, 0) => return format!("{count}, and nothing attacks it: that proves nothing.").into(),
        (_, 0) => return format!("{count}, and nothing attacks any of them: that proves nothing.").into(),
        _ => {}
    }
    let mut runs = Runs::from(format!("{count}, "));
    runs.push(Mark::Plain, format!("{} among them", counted(all, "attack")));
    match inferred {
        0 if unsaid > 0 => runs.with(Mark::Plain, format!("; {unsaid} of the {all} by what an author leaves unsaid.")),
        0 => runs.with(Mark::Plain, ", stated by the authors."),
        1 if all == 1 => runs.with(Mark::Plain, "; it is the mapper's reading~."),
        1 => runs.with(Mark::Plain, format!("; 1 of the {all} is the mapper's reading~.")),
        _ if inferred == all => runs.with(Mark::Plain, "; all are the mapper's reading~."),
        _ => runs.with(Mark::Plain, format!("; {inferred} of the {all} are the mapper's reading~.")),
    }
}

/// The verdicts, each with its number, with the mapper's readings and without, and what it means.
fn tally(asked: &Asked<'_>, shown: &Shown<'_>, statements: &[StatementId]) -> Table {
    let number = |challenges: &Challenges<'_>, wanted| {
        statements.iter().filter(|&&id| challenges.verdict(id) == Some(wanted)).count()
    };
    let mut table = Table { key: "tally".to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(Column::new("verdict", ""));
    let read = if shown.stated.is_some() { "with readings~" } else { "statements" };
    table.columns.push(Column::number("statements", read));
    if shown.stated.is_some() {
        table.columns.push(Column::number("stated", "without (--stated)"));
    }
    table.columns.push(Column::new("means", ""));
    for (verdict, word) in Verdict::WORDS {
        let with = number(shown.challenges, verdict);
        let without = shown.stated.map(|challenges| number(challenges, verdict));
        if with == 0 && without.unwrap_or(0) == 0 {
            continue;
        }
        let mut cells = vec![Cell::new(Runs::new().with(Mark::Strong, word), word), Cell::number(with)];
        cells.extend(without.map(Cell::number));
        cells.push(Cell::text(meaning(verdict, asked.audience.map(|(_, name)| name))));
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}

/// Meaning of a verdict, in a few words.
fn meaning(verdict: Verdict, audience: Option<&str>) -> String {
    match (verdict, audience) {
        (Verdict::Unchallenged, _) => "not attacked, not proved".to_owned(),
        (Verdict::Defended, _) => "attacked, and answered".to_owned(),
        (Verdict::Contested, _) => "stands on attacked ground".to_owned(),
        (Verdict::Kept, Some(name)) => format!("{name} keeps it all the same"),
        (Verdict::Kept, None) => "supposed to stand".to_owned(),
        (Verdict::Open, _) => "not decided".to_owned(),
        (Verdict::Falls, _) => "lost: not answered".to_owned(),
    }
}

/// How many answers can be held, and those that cannot simply be.
fn answers(page: &mut Page, study: &Study<'_>, asked: &Asked<'_>, shown: &Shown<'_>, teller: &Teller<'_>) {
    let map = study.map;
    let of_issue = |issue| by_holder(study, asked, shown, issue).into_iter().map(move |answer| (issue, answer));
    let all: Vec<(IssueId, Answer)> = map.issues.ids().flat_map(of_issue).collect();
    if all.is_empty() {
        return;
    }
    let mut questions: Vec<IssueId> = all.iter().map(|(issue, _)| *issue).collect();
    questions.dedup();
    let number = |wanted: Taken| all.iter().filter(|(_, answer)| answer.taken == Some(wanted)).count();
    let [falls, open, conditional, stands] = [Taken::Falls, Taken::Open, Taken::If, Taken::Stands].map(number);
    let held = match stands {
        0 => "none can be held in this map".to_owned(),
        1 => "1 can be held in this map".to_owned(),
        _ => format!("{stands} can be held in this map"),
    };
    let mut parts = vec![held];
    if conditional > 0 {
        parts.push(format!("{conditional} only on a condition"));
    }
    if open > 0 {
        parts.push(format!("{open} {} open", if open == 1 { "is" } else { "are" }));
    }
    if falls > 0 {
        parts.push(format!("{falls} fall{}", speech::s_of(falls)));
    }
    let asked_of = if questions.len() == 1 { "the question" } else { &counted(questions.len(), "question") };
    let text = format!("To {asked_of} the authors give {}: {}.", counted(all.len(), "answer"), and(parts));
    page.push(Block::Prose(text.into()));
    let mut rest: Vec<&(IssueId, Answer)> =
        all.iter().filter(|(_, answer)| answer.taken != Some(Taken::Stands)).collect();
    rest.sort_by_key(|(_, answer)| answer.taken);
    if rest.is_empty() {
        return;
    }
    let told = |(issue, answer): &(IssueId, Answer)| {
        let verdict = match answer.taken {
            Some(Taken::If) => capitalized(answer.conditions(study)),
            _ => capitalized(answer.told(study)),
        };
        let runs = verdict.with(Mark::Plain, ": ").joined(answer.who(&teller.speech)).with(Mark::Plain, ", ");
        let condition = match answer.taken {
            // Where it is also given without a condition, the condition does not stand for all of it.
            Some(Taken::If) => String::new(),
            _ if answer.best.iter().any(|&stance| map.stances[stance].condition.is_none()) => String::new(),
            _ => answer.conditions(study).plain(),
        };
        let condition = if condition.is_empty() { condition } else { format!(", {condition}") };
        let runs = runs.joined(answer.named(study)).with(Mark::Plain, condition).with(Mark::Plain, ", on ");
        let runs = runs.joined(speech::issue(map, *issue));
        // Where nothing is said against the statement, the condition alone decides.
        let conditional = Conditional::new(map, asked.outcome);
        let first = answer.best.first().filter(|_| answer.hangs_on_condition(study, asked));
        let why = first.and_then(|&stance| conditional.why_unmet(stance));
        runs.with(Mark::Plain, why.map_or_else(String::new, |why| format!(", because {why}")))
    };
    page.push(Block::List(rest.iter().take(ANSWERS).map(|of| told(of)).collect()));
    more(page, rest.len(), ANSWERS, "answer");
}

/// That there are more than are named.
fn more(page: &mut Page, all: usize, most: usize, noun: &str) {
    if all > most {
        let number = all - most;
        let text = format!("{number} more {noun}{}: ", if number == 1 { "" } else { "s" });
        page.push(Block::Note(Runs::from(text).with(Mark::Name, "--full").with(Mark::Plain, ".")));
    }
}

fn heading(page: &mut Page, text: String) {
    page.push(Block::Heading { level: 2, runs: Runs::new().with(Mark::Strong, text) });
}

/// Statements that keep each other open.
fn quarrels(page: &mut Page, study: &Study<'_>, shown: &Shown<'_>, teller: &Teller<'_>) {
    let is_shown = |quarrel: &&Quarrel| quarrel.core.iter().any(|&id| study.selection.has_statement(id));
    let all: Vec<&Quarrel> = shown.quarrels.iter().filter(is_shown).collect();
    if all.is_empty() {
        return;
    }
    heading(page, format!("Open: {}, undecided in this map", counted(all.len(), "quarrel")));
    page.push(Block::List(all.iter().take(QUARRELS).map(|quarrel| told(quarrel, teller)).collect()));
    more(page, all.len(), QUARRELS, "quarrel");
}

/// A quarrel in a sentence or two.
fn told(quarrel: &Quarrel, teller: &Teller<'_>) -> Runs {
    let name = |id: &StatementId| teller.name(*id);
    let verdict = match quarrel.core.as_slice() {
        [one] => name(one).with(Mark::Plain, " stays open: ").joined(teller.why(*one)),
        [one, other] => {
            let both = [(*one, *other), (*other, *one)].map(|(on, by)| teller.trace.back(by, on));
            let read_in = both.map(|foe| foe.is_some_and(|foe| teller.is_read_in(foe)));
            match (both.iter().all(Option::is_some), read_in) {
                (true, [true, false] | [false, true]) => {
                    let (by, on) = if read_in[0] { (other, one) } else { (one, other) };
                    let runs = name(by).with(Mark::Plain, " attacks~ ").joined(name(on));
                    sentence(runs.with(Mark::Plain, ", which attacks back"))
                }
                (true, _) => {
                    let runs = named::and([name(one), name(other)]).with(Mark::Plain, " attack each other");
                    sentence(runs.joined(tilde(read_in[0])))
                }
                _ => sentence(named::and([name(one), name(other)]).with(Mark::Plain, " hang on each other")),
            }
        }
        core => {
            sentence(named::first(core.iter().map(name), CORE).with(Mark::Plain, " keep each other open in a circle"))
        }
    };
    match quarrel.hanging.len() {
        0 => verdict,
        1 => verdict.with(Mark::Plain, " One more statement hangs on it."),
        more => verdict.with(Mark::Plain, format!(" {more} more statements hang on it.")),
    }
}

/// Statements that fall, with what fells them. Objections that authors raise against themselves are counted.
fn fallen(page: &mut Page, study: &Study<'_>, shown: &Shown<'_>, teller: &Teller<'_>, statements: &[StatementId]) {
    let map = study.map;
    let falls = |id: &&StatementId| shown.challenges.verdict(**id) == Some(Verdict::Falls);
    let (objections, fallen): (Vec<StatementId>, Vec<StatementId>) =
        statements.iter().filter(falls).copied().partition(|&id| map.statements[id].anticipated);
    if fallen.is_empty() && objections.is_empty() {
        return;
    }
    let by_reading = |id: &&StatementId| {
        shown.stated.is_some_and(|stated| stated.verdict(**id).is_some_and(|verdict| verdict != Verdict::Falls))
    };
    let read_in = fallen.iter().chain(&objections).filter(by_reading).count();
    let all = fallen.len() + objections.len();
    let mut title = format!("Falls: {}", counted(all, "statement"));
    match read_in {
        0 => {}
        _ if read_in == all => {
            title += if all == 1 { ", by the mapper's reading~ alone" } else { ", all by the mapper's reading~ alone" }
        }
        _ => title += &format!(", {read_in} of them by the mapper's reading~ alone"),
    }
    heading(page, title);
    if !fallen.is_empty() {
        page.push(Block::Tree(fallen.iter().take(FALLEN).map(|&id| line(map, teller, id)).collect()));
        more(page, fallen.len(), FALLEN, "statement");
    }
    if !objections.is_empty() {
        let text = match objections.len() {
            1 => "One objection that an author raises and answers falls, as it is meant to.".to_owned(),
            many => format!("{many} objections that authors raise and answer fall, as they are meant to."),
        };
        page.push(Block::Prose(text.into()));
    }
}

/// A statement, with why it stands or falls below it.
fn line(map: &Map, teller: &Teller<'_>, statement: StatementId) -> Node {
    let value = statement_value(map, statement);
    let runs = speech::capitalized(teller.name(statement));
    Node { runs, value, details: vec![teller.why(statement)], children: Vec::new() }
}

/// The first of what was attacked and is answered.
fn defended(page: &mut Page, map: &Map, shown: &Shown<'_>, teller: &Teller<'_>, statements: &[StatementId]) {
    let is_defended = |id: &&StatementId| shown.challenges.verdict(**id) == Some(Verdict::Defended);
    let all: Vec<StatementId> = statements.iter().filter(is_defended).copied().collect();
    if all.is_empty() {
        return;
    }
    heading(page, format!("Defended: {}, attacked and answered", counted(all.len(), "statement")));
    page.push(Block::Tree(all.iter().take(DEFENDED).map(|&id| line(map, teller, id)).collect()));
    more(page, all.len(), DEFENDED, "statement");
}
