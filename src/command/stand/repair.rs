//! The options of repair: what may be done, and what it costs.

use clap::Args;

use crate::analysis::evaluation::repair::{ChangeKind, Costs, Goal};
use crate::command::words::one_of;
use crate::question::stand::About;

/// Options of a repair: the goal, the kinds of change and their costs.
#[derive(Debug, Args)]
#[command(next_help_heading = "Repair")]
pub struct RepairArgs {
    /// The fewest changes that make this statement stand, or fall if it stands
    #[arg(long, value_name = "NAME")]
    pub repair: Option<String>,
    /// What is to become of it
    #[arg(long, value_name = "GOAL", requires = "repair", value_parser = one_of(Goal::WORDS))]
    to: Option<Goal>,
    /// Kinds of change that are not to be made
    #[arg(long, value_name = "KIND", value_delimiter = ',', requires = "repair", value_parser = one_of(ChangeKind::WORDS))]
    forbid: Vec<ChangeKind>,
    /// What a kind of change costs, where that is not 1
    #[arg(long, value_name = "KIND=NUMBER", value_delimiter = ',', value_parser = price, requires = "repair")]
    cost: Vec<(ChangeKind, u32)>,
    /// Also hold statements of the map that stand against others
    #[arg(long, requires = "repair")]
    between: bool,
}

fn price(word: &str) -> Result<(ChangeKind, u32), String> {
    let said = || "a cost is KIND=NUMBER, such as `answer=2`; kinds are answer, withdraw, give-up and back".to_owned();
    let (kind, number) = word.split_once('=').ok_or_else(said)?;
    let (kind, ..) = ChangeKind::WORDS.iter().find(|(_, word, _)| *word == kind).ok_or_else(said)?;
    let number = number.parse().ok().filter(|number| (1..=1000).contains(number));
    Ok((*kind, number.ok_or_else(|| "a cost is a whole number from 1 to 1000".to_owned())?))
}

impl RepairArgs {
    /// The question, where one is asked.
    pub fn about(&self) -> Option<About> {
        let statement = self.repair.clone()?;
        let mut costs = Costs { bring: self.between.then_some(1), ..Costs::default() };
        self.cost.iter().for_each(|&(kind, cost)| costs.set(kind, Some(cost)));
        self.forbid.iter().for_each(|&kind| costs.set(kind, None));
        Some(About::Repair { statement, goal: self.to, costs })
    }
}
