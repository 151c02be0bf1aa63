//! The least that has to change for a statement to stand or fall.

use framework::Status;

use crate::analysis::evaluation::repair::{Edit, Factor, Goal, Repair, Repairs};
use crate::analysis::evaluation::settlement::{Settlement, Settlements};
use crate::file::Span;
use crate::model::select::Selection;
use crate::model::{ConditionLink, Map, RelationKind, StatementId};
use crate::page::{Block, Field, Mark, Page, Runs, Table};
use crate::text::list::joint;
use crate::view::wording::called::condition_said;
use crate::view::wording::naming::{counted, file};
use crate::view::wording::omitted;
use crate::view::wording::speech::{self, Speech, capitalized, sentence};
use crate::view::wording::stance_said::answer;

use super::asked::Asked;
use super::interpretation;
use super::why::read_in::tilde;
use super::why::{Teller, word};
use crate::view::wording::called::position_on_issue;
use crate::view::wording::named;

/// So many ways to make one stance stand are named.
const SHOWN: usize = 6;

/// The page of what was found.
pub fn repairs(
    map: &Map,
    selection: &Selection,
    asked: &Asked<'_>,
    repair: &Repair<'_>,
    found: &Repairs,
    settlements: &[Settlements],
) -> Page {
    let wanted = match repair.goal {
        Goal::Stand => "stand",
        Goal::Fall => "fall",
    };
    // A new attack on what the audience prefers does not count for it.
    let alike = asked.outcome.compiled.members(repair.target);
    let preferred = asked.audience.is_some_and(|(audience, _)| alike.iter().any(|&it| audience.accepts(it)));
    let teller = Teller::new(map, asked.trace, asked.audience);
    let speech = &teller.speech;
    let title = Runs::from("What would make ").joined(speech.statement(repair.target));
    let mut page = Page::new("stand", title.with(Mark::Plain, format!(" {wanted}")));
    page.push(Block::Prose(map.text(map.statements[repair.target].text).into_owned().into()));
    let now = Runs::from(format!("Now: {}. ", word(asked.outcome.of(repair.target))));
    page.push(Block::Prose(now.joined(teller.why(repair.target))));
    page.push(Block::Prose(summary(wanted, repair, found, preferred).into()));
    if let Some(factors) = &found.factors {
        product(&mut page, map, speech, factors);
    } else if !found.sets.iter().all(Vec::is_empty) {
        page.push(Block::List(found.sets.iter().map(|set| ways(map, speech, set)).collect()));
    }
    if found.factors.is_none() && found.number > found.sets.len() {
        let more = found.number - found.sets.len();
        page.push(Block::Note(format!("{} more of the same size.", counted(more, "way")).into()));
    }
    if let Some((cost, set)) = &found.dear {
        page.push(Block::Prose(
            format!("This, at a cost of {cost}, makes it {wanted}; something cheaper may, too:").into(),
        ));
        page.push(Block::List(set.iter().map(|&edit| sentence(words(map, speech, &[edit]))).collect()));
    } else if !found.complete && found.cost.is_some() {
        let text = "The search was ended before everything was looked through: there may be more ways, but none that takes less.";
        page.push(Block::Note(text.into()));
    }
    if repair.goal == Goal::Fall && !found.sets.iter().all(Vec::is_empty) {
        let text = if preferred {
            "To give it up would fell it, too: that is not counted here."
        } else {
            "To give it up would fell it, too, and so would something new against the statement itself that nothing \
             answers: that is not counted here."
        };
        page.push(Block::Note(text.into()));
    }
    settling(&mut page, map, settlements, asked.outcome.of(repair.target) == Some(Status::Stands));
    interpretation::say(&mut page, asked);
    omitted::note(&mut page, map, selection);
    page.records = asked.consumer.reads_records().then(|| records(map, speech, repair.target, found, settlements));
    page
}

/// Section on the settlements for stances that hang on a condition, once their statement stands.
fn settling(page: &mut Page, map: &Map, settlements: &[Settlements], stands: bool) {
    let open: Vec<&Settlements> = settlements.iter().filter(|it| !it.sets.iter().any(Vec::is_empty)).collect();
    if open.is_empty() {
        return;
    }
    let once = if stands { "" } else { ", once it does" };
    page.push(Block::Heading { level: 1, runs: format!("What would make its stances stand{once}").into() });
    let mut items = Vec::new();
    for Settlements { stance, sets } in open {
        let issue = map.stances[*stance].issue;
        let runs = capitalized(speech::issue(map, issue)).with(Mark::Plain, ": ").joined(answer(map, *stance));
        let condition = map.stances[*stance].linked().map_or(String::new(), |it| condition_said(map, it));
        let runs = runs.with(Mark::Plain, " ").with(Mark::Between, condition).with(Mark::Plain, ": ");
        let mut ways: Vec<String> = sets.iter().take(SHOWN).map(|set| settled_words(map, set)).collect();
        ways.extend((sets.len() > SHOWN).then(|| format!("{} more of the same size", sets.len() - SHOWN)));
        let ways =
            if ways.is_empty() { "nothing in its condition can be settled so".to_owned() } else { ways.join("; or ") };
        items.push(runs.with(Mark::Plain, ways));
    }
    page.push(Block::List(items));
}

/// Settlements in words: `settle that works: yes holds, and that quiet stands`.
fn settled_words(map: &Map, set: &[Settlement]) -> String {
    let one = |&(link, holds): &Settlement| match link {
        ConditionLink::Position(position) => {
            format!("that {} {}", position_on_issue(map, position), if holds { "holds" } else { "does not hold" })
        }
        ConditionLink::Statement(statement) => {
            format!("that {} {}", map.statement_name(statement), if holds { "stands" } else { "falls" })
        }
    };
    format!("settle {}", set.iter().map(one).collect::<Vec<String>>().join(", and "))
}

/// Changes that are needed in any case, and those between which there is a choice.
fn product(page: &mut Page, map: &Map, speech: &Speech<'_>, factors: &[Factor]) {
    let (choices, always): (Vec<&Factor>, Vec<&Factor>) = factors.iter().partition(|factor| factor.len() > 1);
    let always: Vec<Edit> = always.into_iter().flatten().flatten().copied().collect();
    if !always.is_empty() {
        page.push(Block::Prose(Runs::from("In any case: ").joined(ways(map, speech, &always))));
    }
    let mut lead = if always.is_empty() { "One of these:" } else { "And one of these:" };
    for factor in choices {
        page.push(Block::Prose(lead.into()));
        page.push(Block::List(factor.iter().map(|set| ways(map, speech, set)).collect()));
        lead = "And one of these:";
    }
}

fn summary(wanted: &str, repair: &Repair<'_>, found: &Repairs, preferred: bool) -> String {
    let at_least = if found.complete { "" } else { "at least " };
    match found.cost {
        Some(0) => format!("It {wanted}s already: nothing has to change."),
        Some(cost) => {
            let same = found.sets.iter().all(|set| set.len() as u32 == cost);
            let size = match (same, cost) {
                (true, 1) => "One change is enough".to_owned(),
                (true, _) => format!("{cost} changes are needed and enough"),
                (false, _) => format!("The cheapest ways cost {cost}"),
            };
            match found.number {
                1 if found.complete => format!("{size}, in one way:"),
                number => format!("{size}, in {at_least}{}:", counted(number, "way")),
            }
        }
        None if found.complete && repair.goal == Goal::Fall && preferred => {
            "No other change of the kinds allowed makes it fall: it has to be given up.".to_owned()
        }
        None if found.complete && repair.goal == Goal::Fall => {
            "No other change of the kinds allowed makes it fall: it has to be given up, or something new said against it that \
             nothing answers."
                .to_owned()
        }
        None if found.complete => format!("No changes of the kinds allowed make it {wanted}."),
        None if found.tried_below <= 1 => format!("What makes it {wanted} was not found out."),
        None => format!(
            "Everything that costs less than {} was looked through, and nothing of it makes it {wanted}.",
            found.tried_below
        ),
    }
}

/// Changes of a set as tasks, each a sentence; those of a kind together.
pub fn ways(map: &Map, speech: &Speech<'_>, set: &[Edit]) -> Runs {
    let kind = |change: &Edit| std::mem::discriminant(change);
    let mut runs = Runs::new();
    for of_kind in set.chunk_by(|a, b| kind(a) == kind(b) && !matches!(a, Edit::Withdraw(_) | Edit::Bring(..))) {
        runs.push(Mark::Plain, if runs.is_empty() { "" } else { " " });
        runs.append(sentence(words(map, speech, of_kind)));
    }
    runs
}

/// Changes of one kind.
fn words(map: &Map, speech: &Speech<'_>, edits: &[Edit]) -> Runs {
    let name = |statement: StatementId| speech.statement(statement);
    let several = edits.len() > 1;
    let mut names = Runs::new();
    for (index, change) in edits.iter().enumerate() {
        let (Edit::Answer(statement) | Edit::GiveUp(statement) | Edit::Back(statement)) = change else {
            continue;
        };
        names.push(Mark::Plain, joint(index, edits.len()));
        names.append(name(*statement));
    }
    match edits[0] {
        Edit::Answer(_) if several => Runs::from("answer each of ").joined(names).with(Mark::Plain, " for good"),
        Edit::Answer(_) => Runs::from("answer ").joined(names).with(Mark::Plain, " for good"),
        Edit::GiveUp(_) => Runs::from("give up ").joined(names),
        Edit::Back(_) => Runs::from("give ").joined(names).with(Mark::Plain, " a new reason that holds"),
        Edit::Bring(from, to) => Runs::from("hold ").joined(name(from)).with(Mark::Plain, " against ").joined(name(to)),
        Edit::Withdraw(relation) => {
            let relation = &map.relations[relation];
            let (from, to, read_in) = (name(relation.from), name(relation.to), tilde(relation.inferred));
            match relation.kind {
                RelationKind::Undercuts => {
                    let runs =
                        Runs::from("show that ").joined(from).with(Mark::Plain, " does not undercut").joined(read_in);
                    let premises = relation.because.iter().map(|&premise| name(premise));
                    let runs = match relation.because.len() {
                        0 => runs.with(Mark::Plain, " the reasons for "),
                        1 => runs
                            .with(Mark::Plain, " ")
                            .joined(named::and(premises))
                            .with(Mark::Plain, " as a reason for "),
                        _ => runs
                            .with(Mark::Plain, " ")
                            .joined(named::and(premises))
                            .with(Mark::Plain, " as one reason for "),
                    };
                    runs.joined(to)
                }
                RelationKind::Despite => Runs::from("show that ")
                    .joined(to)
                    .with(Mark::Plain, " does not speak against")
                    .joined(read_in)
                    .with(Mark::Plain, " ")
                    .joined(from),
                _ => Runs::from("show that ")
                    .joined(from)
                    .with(Mark::Plain, " does not attack")
                    .joined(read_in)
                    .with(Mark::Plain, " ")
                    .joined(to),
            }
        }
    }
}

/// The sets as a flat table: a row for each change.
fn records(map: &Map, speech: &Speech<'_>, target: StatementId, found: &Repairs, settlements: &[Settlements]) -> Table {
    let mut lines = Vec::new();
    for (index, set) in found.sets.iter().enumerate() {
        for &change in set {
            let (kind, statement, against) = match change {
                Edit::Answer(statement) => ("answer", statement, None),
                Edit::GiveUp(statement) => ("give-up", statement, None),
                Edit::Back(statement) => ("back", statement, None),
                Edit::Bring(from, to) => ("bring", from, Some(to)),
                Edit::Withdraw(relation) => {
                    let relation = &map.relations[relation];
                    ("withdraw", relation.from, Some(relation.to))
                }
            };
            let span = match change {
                Edit::Withdraw(relation) => map.relations[relation].span,
                _ => map.statements[statement].span,
            };
            let words = words(map, speech, &[change]).plain();
            lines.push(Line { map, way: index + 1, kind, statement, against, words, span });
        }
    }
    let sets = settlements.iter().flat_map(|found| found.sets.iter().map(move |set| (found.stance, set)));
    for (at, (stance, set)) in sets.filter(|(_, set)| !set.is_empty()).enumerate() {
        let (way, span) = (found.sets.len() + at + 1, map.stances[stance].span);
        for settlement in set {
            let words = settled_words(map, std::slice::from_ref(settlement));
            lines.push(Line { map, way, kind: "settle", statement: target, against: None, words, span });
        }
    }
    let fields = [
        Field::whole("way", |line: &Line<'_>| Some(line.way)),
        Field::text("change", |line: &Line<'_>| line.kind),
        Field::text("statement", |line: &Line<'_>| line.map.statement_name(line.statement)),
        Field::text("against", |line: &Line<'_>| line.against.map(|it| line.map.statement_name(it))),
        Field::text("words", |line: &Line<'_>| line.words.clone()),
        Field::text("file", |line: &Line<'_>| file(line.map, line.span)),
        Field::whole("line", |line: &Line<'_>| Some(line.map.files.place(line.span).line)),
    ];
    Table::of_records("repairs", &fields, lines)
}

/// One change of one way.
struct Line<'m> {
    map: &'m Map,
    way: usize,
    kind: &'static str,
    statement: StatementId,
    against: Option<StatementId>,
    words: String,
    span: Span,
}
