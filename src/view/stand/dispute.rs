//! The page that says why one statement stands, falls or is open.

use framework::certificate::Proof;
use framework::{Semantics, Status};

use crate::analysis::evaluation::extensions::{Witness, Witnesses};
use crate::analysis::evaluation::interpretation::Support;
use crate::analysis::evaluation::repair::Edit;
use crate::model::select::Selection;
use crate::model::{Map, StatementId};
use crate::page::{Block, Field, Mark, Node, Page, Runs, Table};
use crate::text::list::joint;
use crate::view::wording::naming::{counted, quotation};
use crate::view::wording::omitted;
use crate::view::wording::speech::{self, capitalized};
use crate::view::wording::stance_said::answer;

use super::asked::Asked;
use super::condition::Conditional;
use super::repair::ways;
use super::why::{Teller, verdict};
use super::{interpretation, tree};

/// The most statements of an extension that are named.
const NAMED: usize = 12;

/// Subject of the page, and the results of searches for it.
#[derive(Debug)]
pub struct Why {
    /// The statement whose verdict is explained.
    pub statement: StatementId,
    /// Sets of changes that would each have made it stand, where it does not.
    pub answers: Vec<Vec<Edit>>,
    /// How many more such ways there are.
    pub more: usize,
    /// Where the smallest tree is asked for: how many statements have to stand for it, and whether no fewer would do. Nothing where nothing
    /// is certain.
    pub smallest: Option<Option<(usize, bool)>>,
    /// Readings that show what was found by search.
    pub witnesses: Witnesses,
}

/// The page that explains one verdict: what speaks for and against the statement, step by step.
pub fn dispute(map: &Map, selection: &Selection, asked: &Asked<'_>, why: &Why) -> Page {
    let statement = why.statement;
    let teller = Teller::new(map, asked.trace, asked.audience);
    let status = asked.outcome.of(statement);
    let title = capitalized(teller.name(statement)).with(Mark::Plain, ": ");
    let mut page = Page::new("stand", title.joined(verdict(status)));
    page.blocks.extend(said(map, statement));
    let told = teller.why(statement);
    let mut attacks = teller.attacks(statement);
    // One that the sentences tell already is not told again.
    attacks.retain(|attack| !told.plain().contains(&attack.plain()));
    page.push(Block::Prose(told));
    let conditional = Conditional::new(map, asked.outcome);
    for (stance, line) in conditional.all_lines(map.stances_of(statement).iter().copied()) {
        let runs = capitalized(speech::issue(map, map.stances[stance].issue)).with(Mark::Plain, ": ");
        let runs = runs.joined(answer(map, stance)).with(Mark::Plain, " ").joined(line);
        page.push(Block::Prose(runs));
    }
    list(&mut page, "Attacks on it", attacks);
    list(&mut page, "Reasons for it", teller.grounds(statement));
    let (node, cut) = tree::dispute(map, &teller, statement);
    page.records = asked.consumer.reads_records().then(|| records(&node));
    let tree = Block::Tree(vec![if asked.consumer.reads_values() { node } else { in_short(&teller, statement, node) }]);
    tasks(&mut page, map, &teller, asked, why);
    page.push(Block::Heading { level: 1, runs: "Step by step".into() });
    page.push(tree);
    if cut > 0 {
        page.push(Block::Note(format!("The tree goes on: {} more.", counted(cut, "statement")).into()));
    }
    if let Some(smallest) = why.smallest {
        page.push(Block::Note(size(smallest, status).into()));
    }
    // Where a reason is bound to what follows from it, the steps down to that are no attacks.
    let counts = asked.debate.interpretation.support != Support::Deductive && why.smallest.flatten().is_none();
    let depth = asked.outcome.depths.of(asked.outcome.compiled.statement(statement)).filter(|_| counts);
    if let Some(found) = depth {
        let text = match found.depth {
            0 => "To see this, no attack has to be looked at.".to_owned(),
            1 => "To see this, one attack has to be looked at.".to_owned(),
            depth => format!("To see this, one has to look {depth} attacks deep, and no deeper."),
        };
        page.push(Block::Note(text.into()));
    }
    for witness in [(true, &why.witnesses.with), (false, &why.witnesses.without)] {
        if let (has, Some(witness)) = witness {
            page.push(Block::Note(shown(&teller, asked.outcome.semantics, has, witness)));
        }
    }
    if why.witnesses.grounded {
        page.push(Block::Note("That it stands has been checked independently.".into()));
    }
    interpretation::say(&mut page, asked);
    omitted::note(&mut page, map, selection);
    page
}

/// The root of a tree for a person, to whom its text and its verdict have just been told.
fn in_short(teller: &Teller<'_>, statement: StatementId, mut root: Node) -> Node {
    root.runs = verdict(teller.trace.outcome.of(statement)).with(Mark::Plain, ": ").joined(teller.name(statement));
    root.details.clear();
    root
}

/// Text of the statement and its quotations.
fn said(map: &Map, statement: StatementId) -> Vec<Block> {
    let mut blocks = vec![Block::Prose(map.text(map.statements[statement].text).into_owned().into())];
    let quotations: Vec<Runs> = map.quotations_of(statement).iter().map(|&id| quotation(map, id)).collect();
    if !quotations.is_empty() {
        blocks.push(Block::List(quotations));
    }
    blocks
}

/// So many attacks or reasons are listed.
const LISTED: usize = 12;

/// Sentences under a heading; of many only the first, and the number of the others.
fn list(page: &mut Page, title: &str, mut told: Vec<Runs>) {
    if told.is_empty() {
        return;
    }
    page.push(Block::Heading { level: 2, runs: title.into() });
    let more = told.len().saturating_sub(LISTED);
    told.truncate(LISTED);
    page.push(Block::List(told));
    if more > 0 {
        page.push(Block::Note(format!("{more} more.").into()));
    }
}

/// Ways to save a statement, as tasks.
fn tasks(page: &mut Page, map: &Map, teller: &Teller<'_>, asked: &Asked<'_>, why: &Why) {
    if why.answers.is_empty() || asked.outcome.of(why.statement) == Some(Status::Stands) {
        return;
    }
    let rule = if asked.outcome.semantics == Semantics::Grounded { "" } else { " by the grounded rule" };
    let one = if why.answers.len() == 1 { "do this" } else { "do one of these" };
    page.push(Block::Heading { level: 1, runs: format!("To make it stand{rule}, {one}").into() });
    page.push(Block::List(why.answers.iter().map(|set| ways(map, &teller.speech, set)).collect()));
    if why.more > 0 {
        let text = format!("{} more of the same size: ", counted(why.more, "way"));
        page.push(Block::Note(Runs::from(text).with(Mark::Name, "--repair").with(Mark::Plain, ".")));
    }
}

/// `One preferred interpretation has it: in it a, b and c stand.` With what its check came to.
fn shown(teller: &Teller<'_>, semantics: Semantics, has: bool, witness: &Witness) -> Runs {
    let verb = if has { "has it" } else { "leaves it out" };
    let which = if semantics.is_single() { "The" } else { "One" };
    let mut runs = Runs::from(format!("{which} {} reading {verb}: in it ", semantics.name()));
    let named = witness.statements.iter().take(NAMED);
    let mut names: Vec<Runs> = named.map(|&id| teller.name(id)).collect();
    let more = witness.statements.len().saturating_sub(NAMED);
    if more > 0 {
        names.push(format!("{more} more").into());
    }
    let count = names.len();
    for (index, name) in names.into_iter().enumerate() {
        runs.push(Mark::Plain, joint(index, count));
        runs.append(name);
    }
    let stand = match witness.statements.len() {
        0 => "nothing stands",
        1 => " stands",
        _ => " stand",
    };
    let proof = match witness.proof {
        Proof::Whole => ". That has been checked.",
        Proof::If(_) => ". That these hang together has been checked; that no other can join them was found by search.",
    };
    runs.with(Mark::Plain, stand).with(Mark::Plain, proof)
}

/// How small the tree is.
fn size(smallest: Option<(usize, bool)>, status: Option<Status>) -> String {
    let Some((size, proven)) = smallest else {
        return "The tree is not made smaller: nothing in it is certain.".to_owned();
    };
    let have = if size == 1 { "has" } else { "have" };
    let itself = if status == Some(Status::Stands) { ", it among them," } else { "" };
    let fewer =
        if proven { "and fewer would not do" } else { "and whether fewer would do was not looked through to the end" };
    format!("For this, {}{itself} {have} to stand, {fewer} (strong admissibility).", counted(size, "statement"))
}

/// The tree as a flat table: a row for each line, with how deep it hangs.
fn records(root: &Node) -> Table {
    let mut lines = Vec::new();
    let mut next = vec![(0, root)];
    while let Some((depth, node)) = next.pop() {
        lines.push((depth, node));
        next.extend(node.children.iter().rev().map(|child| (depth + 1, child)));
    }
    let own = |key, of: &'static str| Field::text(key, move |(_, node): &(usize, &Node)| node.value[of].clone());
    let fields = [
        Field::whole("depth", |(depth, _): &(usize, &Node)| Some(*depth)),
        own("statement", "name"),
        own("standing", "standing"),
        own("text", "text"),
        Field::text("why", |(_, node): &(usize, &Node)| node.details.first().map(Runs::plain)),
        Field::text("shown", |(_, node): &(usize, &Node)| node.runs.plain()),
    ];
    Table::of_records("dispute", &fields, lines)
}
