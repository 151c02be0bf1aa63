//! The options that say how a map is read, and by which rule it is evaluated.

use clap::{Args, ValueEnum};
use framework::Semantics;

use crate::analysis::evaluation::interpretation;

/// How the map is read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub struct InterpretationArgs {
    /// What agrees is one proposition, or each statement stands by itself
    #[arg(long, value_name = "HOW", default_value = "proposition")]
    agreement: Agreement,
    /// What reasons do for what rests on them
    #[arg(long, value_name = "HOW", default_value = "necessary")]
    support: Support,
    /// Whether what is held in spite of something holds; `no` lets that attack it
    #[arg(long, value_name = "YES", default_value = "yes")]
    hold_despite: YesNo,
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

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Agreement {
    /// What is said against one is said against all
    Proposition,
    /// Each by itself
    Separate,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Support {
    /// What gave reasons falls when all of them fall
    Necessary,
    /// A reason falls when what follows from it falls
    Deductive,
    /// What no evidence carries falls
    Evidential,
    /// Reasons count for nothing
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum YesNo {
    Yes,
    No,
}

fn semantics(word: &str) -> Result<Semantics, String> {
    Semantics::all().find(|semantics| semantics.name() == word).ok_or_else(|| {
        let names: Vec<&str> = Semantics::all().map(Semantics::name).collect();
        format!("the rules are {}", names.join(", "))
    })
}

impl InterpretationArgs {
    /// The reading that is asked for.
    pub fn interpretation(&self) -> interpretation::Interpretation {
        interpretation::Interpretation {
            agreement: match self.agreement {
                Agreement::Proposition => interpretation::Agreement::Proposition,
                Agreement::Separate => interpretation::Agreement::Separate,
            },
            support: match self.support {
                Support::Necessary => interpretation::Support::Necessary,
                Support::Deductive => interpretation::Support::Deductive,
                Support::Evidential => interpretation::Support::Evidential,
                Support::None => interpretation::Support::None,
            },
            despite: match self.hold_despite {
                YesNo::Yes => interpretation::Despite::Holds,
                YesNo::No => interpretation::Despite::Attacks,
            },
            clash: self.clash,
        }
    }
}
