//! Hypotheses in words: statements and positions that are supposed to hold or not, and authors who are supposed to be silent.

use super::{Question, Refusal};
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::{Hypothesis, said_only_by, said_only_by_side};
use crate::model::{Map, PositionId};
use crate::question::names::{self, Speakers};
use crate::view::stand::difference::Supposed;

impl Question {
    /// Hypothesis of the question, for the framework and in words.
    pub(super) fn hypothesis(&self, debate: &Debate<'_>) -> Result<(Hypothesis, Supposed), Refusal> {
        let map = debate.map;
        let mut settled: Vec<(PositionId, bool)> = Vec::new();
        let (mut holds, mut gone) = (Vec::new(), Vec::new());
        for (names, is_so, statements) in [(&self.suppose, true, &mut holds), (&self.suppose_not, false, &mut gone)] {
            for name in names {
                match names::position(map, name)? {
                    Some(position) => settle(map, &mut settled, position, is_so)?,
                    None => statements.push(names::statement(map, name)?),
                }
            }
        }
        if let Some(both) = holds.iter().find(|statement| gone.contains(statement)) {
            return Err(Refusal(format!(
                "`{}` cannot both hold and not be said\nhelp: take it out of --suppose or out of --suppose-not",
                map.statement_name(*both)
            )));
        }
        let (mut silent, mut without) = (Vec::new(), Vec::new());
        let mut unsaid = Vec::new();
        for name in &self.without {
            let (speakers, called) = names::speakers(map, name)?;
            match speakers {
                Speakers::Authors(authors) => silent.extend(authors),
                Speakers::Side(side) => unsaid.extend(said_only_by_side(map, side)),
            }
            without.push(called);
        }
        let not_said = gone.clone();
        // A statement that is supposed to hold does so, whoever is silent.
        unsaid.extend(said_only_by(map, &silent));
        gone.extend(unsaid.into_iter().filter(|statement| !holds.contains(statement)));
        let hypothesis =
            Hypothesis { supposed: holds.clone(), gone, settled: settled.clone(), ..Hypothesis::default() };
        Ok((hypothesis, Supposed { holds, not_said, settled, without }))
    }
}

/// A position with its issue, as it is written: `works: yes`.
fn written(map: &Map, position: PositionId) -> String {
    let issue = map.positions[position].issue;
    format!("{}: {}", map.word(map.issues[issue].name), map.position_name(position))
}

/// Settles a position, unless that contradicts what is settled already.
fn settle(map: &Map, settled: &mut Vec<(PositionId, bool)>, position: PositionId, holds: bool) -> Result<(), Refusal> {
    let issue = map.positions[position].issue;
    let clashes = |&&(other, is_so): &&(PositionId, bool)| {
        let excludes = map.positions[other].issue == issue && map.issues[issue].is_exclusive();
        if other == position { is_so != holds } else { is_so && holds && excludes }
    };
    if let Some((other, _)) = settled.iter().find(clashes) {
        let (one, other) = (written(map, position), written(map, *other));
        let message = if one == other {
            format!("`{one}` cannot both hold and not hold")
        } else {
            format!("`{other}` and `{one}` exclude each other: both cannot hold")
        };
        return Err(Refusal(format!("{message}\nhelp: leave one of them out")));
    }
    settled.push((position, holds));
    Ok(())
}
