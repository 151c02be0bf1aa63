//! Outcome of a map: at a glance, or by issue and position every statement, whether it stands, falls or is open, and why.

mod answers;
mod asked;
pub mod audiences;
pub mod condition;
pub mod difference;
pub mod dispute;
pub mod distance;
pub mod extensions;
pub mod incomplete;
mod interpretation;
mod issue;
mod overview;
mod record;
pub mod repair;
mod tree;
pub mod why;

use framework::Status;

use crate::analysis::evaluation::outcome::Outcome;
use crate::model::StatementId;
use crate::page::{Block, Node, Page};
use crate::study::Study;

use self::issue::Issues;
use self::why::Teller;
use super::wording::naming::counted;
use super::wording::omitted;

pub use self::asked::{Asked, Shown};

/// The page of what stands. Where an issue or a position is asked for, or all in full, every statement is on it.
pub fn stand(study: &Study<'_>, asked: &Asked<'_>, shown: &Shown<'_>) -> Page {
    let (map, selection) = (study.map, study.selection);
    let title = match asked.audience {
        Some((_, name)) => format!("What stands for {name}"),
        None => "What stands".to_owned(),
    };
    let mut page = Page::new("stand", title);
    let narrowed = !selection.filter.issues.is_empty() || !selection.filter.positions.is_empty();
    let by_issue = shown.full || narrowed || asked.strengths.is_some();
    if !asked.consumer.reads_blocks() {
    } else if !asked.outcome.has_reading() {
        page.push(Block::Prose(summary(asked.outcome, &study.statements().collect::<Vec<_>>()).into()));
    } else if by_issue {
        let teller = Teller::new(map, asked.trace, asked.audience);
        let mut issues = Issues { study, asked, shown, teller, given_up: Vec::new() };
        map.issues.ids().for_each(|issue| issues.issue(&mut page, issue));
        let rest: Vec<Node> = study.on_no_issue().map(|statement| issues.line(statement, &[])).collect();
        if !rest.is_empty() {
            page.push(Block::Heading { level: 1, runs: "On no issue".into() });
            page.push(Block::Tree(rest));
        }
        if page.blocks.is_empty() {
            page.push(Block::Prose("Nobody speaks to this here.".into()));
        }
    } else {
        overview::overview(&mut page, study, asked, shown);
    }
    interpretation::say(&mut page, asked);
    omitted::note(&mut page, map, selection);
    page.records = asked.consumer.reads_records().then(|| record::records(study, asked, shown));
    page
}

/// How many statements stand, fall and are open.
pub fn summary(outcome: &Outcome, statements: &[StatementId]) -> String {
    if !outcome.has_reading() {
        return format!(
            "{}, and no {} reading of the map.",
            counted(statements.len(), "statement"),
            outcome.semantics.name()
        );
    }
    let number = |wanted| statements.iter().filter(|&&id| outcome.of(id) == Some(wanted)).count();
    let [stand, fall, open] = [Status::Stands, Status::Falls, Status::Open].map(number);
    let is = |number: usize, one: &str, many: &str| match number {
        0 => format!("none {one}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    };
    let (stand, fall, open) =
        (is(stand, "stands", "stand"), is(fall, "falls", "fall"), is(open, "is open", "are open"));
    format!("{}: {stand}, {fall} and {open}.", counted(statements.len(), "statement"))
}

#[cfg(test)]
mod tests;
