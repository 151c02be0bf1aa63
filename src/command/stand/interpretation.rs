//! The options that say how a map is read, and by which rule it is evaluated.

use clap::Args;
use framework::Semantics;

use crate::analysis::evaluation::interpretation::{Agreement, Despite, Interpretation, Support};
use crate::command::words::one_of;

/// How the map is read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub struct InterpretationArgs {
    /// What agrees is one proposition, or each statement stands by itself
    #[arg(long, value_name = "HOW", default_value = "proposition", value_parser = one_of(Agreement::WORDS))]
    agreement: Agreement,
    /// What reasons do for what rests on them
    #[arg(long, value_name = "HOW", default_value = "necessary", value_parser = one_of(Support::WORDS))]
    support: Support,
    /// Whether what is held in spite of something holds; `no` lets that attack it
    #[arg(long, value_name = "YES", default_value = "yes", value_parser = one_of(Despite::WORDS))]
    hold_despite: Despite,
    /// Let statements that hold what excludes each other attack each other
    #[arg(long)]
    clash: bool,
    /// Let only what the filter keeps take part in the argument
    #[arg(long)]
    pub within: bool,
    /// The rule by which a statement stands
    #[arg(long, value_name = "RULE", default_value = "grounded", value_parser = semantics)]
    pub semantics: Semantics,
}

fn semantics(word: &str) -> Result<Semantics, String> {
    Semantics::all().find(|semantics| semantics.name() == word).ok_or_else(|| {
        let names: Vec<&str> = Semantics::all().map(Semantics::name).collect();
        format!("the rules are {}", names.join(", "))
    })
}

impl InterpretationArgs {
    /// The reading that is asked for.
    pub fn interpretation(&self) -> Interpretation {
        Interpretation {
            agreement: self.agreement,
            support: self.support,
            despite: self.hold_despite,
            clash: self.clash,
        }
    }
}
