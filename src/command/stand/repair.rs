//! The options of repair: what may be done, and what it costs.

use clap::{Args, ValueEnum};
use framework::Status;

use crate::analysis::evaluation::repair::{Costs, Goal};

/// What may be done to make a statement stand or fall.
#[derive(Debug, Args)]
#[command(next_help_heading = "Repair")]
pub struct RepairArgs {
    /// The fewest changes that make this statement stand, or fall if it stands
    #[arg(long, value_name = "NAME", conflicts_with_all = ["why", "ears"])]
    pub repair: Option<String>,
    /// What is to become of it
    #[arg(long, value_name = "GOAL", requires = "repair")]
    to: Option<To>,
    /// Kinds of change that are not to be made
    #[arg(long, value_name = "KIND", value_delimiter = ',', requires = "repair")]
    forbid: Vec<Kind>,
    /// What a kind of change costs, where that is not 1
    #[arg(long, value_name = "KIND=NUMBER", value_delimiter = ',', value_parser = price, requires = "repair")]
    cost: Vec<(Kind, u32)>,
    /// Also hold statements of the map that stand against others
    #[arg(long, requires = "repair")]
    between: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum To {
    /// It is to stand
    Stand,
    /// It is to fall
    Fall,
}

/// A kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Say something new against a statement
    Answer,
    /// Take an attack back
    Withdraw,
    /// Let a statement go
    GiveUp,
    /// Give a statement a new reason
    Back,
}

fn price(word: &str) -> Result<(Kind, u32), String> {
    let said = || "a cost is KIND=NUMBER, such as `answer=2`; kinds are answer, withdraw, give-up and back".to_owned();
    let (kind, number) = word.split_once('=').ok_or_else(said)?;
    let kind = Kind::from_str(kind, false).map_err(|_| said())?;
    let number = number.parse().ok().filter(|number| (1..=1000).contains(number));
    Ok((kind, number.ok_or_else(|| "a cost is a whole number from 1 to 1000".to_owned())?))
}

impl RepairArgs {
    /// What is to become of a statement that stands so now.
    pub fn goal(&self, now: Option<Status>) -> Goal {
        match self.to {
            Some(To::Stand) => Goal::Stand,
            Some(To::Fall) => Goal::Fall,
            None if now == Some(Status::Stands) => Goal::Fall,
            None => Goal::Stand,
        }
    }

    /// What each kind of change costs.
    pub fn costs(&self) -> Costs {
        let of = |kind| {
            let named = self.cost.iter().rev().find(|(named, _)| *named == kind).map_or(1, |(_, number)| *number);
            (!self.forbid.contains(&kind)).then_some(named)
        };
        Costs {
            answer: of(Kind::Answer),
            withdraw: of(Kind::Withdraw),
            give_up: of(Kind::GiveUp),
            back: of(Kind::Back),
            bring: self.between.then_some(1),
        }
    }
}
