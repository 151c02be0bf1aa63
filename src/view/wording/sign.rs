//! Signs: how a standing is written in one or two characters, and what each means.

use std::collections::BTreeSet;

use crate::analysis::table::orientation::{Orientation, Tally};
use crate::page::{Block, Mark, Runs};

/// A sign that a page used, and that its legend explains. The order is that of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// `+`
    For,
    /// `−`
    Against,
    /// `±`
    Ambivalent,
    /// `⇄`
    Changed,
    /// `>`
    Ranked,
    /// `<`
    Under,
    /// `?`
    Raises,
    /// `·`
    Silent,
    /// `++` or `−−`
    Strongly,
    /// `+?` or `−?`
    Tentatively,
    /// `(+)` or `(−)`
    Conditional,
    /// The number of statements, where there is not just one.
    Count,
    /// `~`
    Inferred,
    /// `“ ”`
    Reported,
    /// `…`
    Unstated,
    /// `!`
    Anticipated,
    /// `alone`
    Alone,
}

impl Sign {
    /// The sign as it is shown in a legend, and its meaning.
    fn legend(self) -> (&'static str, &'static str) {
        match self {
            Sign::For => ("+", "for"),
            Sign::Against => ("−", "against"),
            Sign::Ambivalent => ("±", "both ways"),
            Sign::Changed => ("⇄", "changed over time"),
            Sign::Ranked => (">", "ranked before"),
            Sign::Under => ("<", "ranked after, and not rejected"),
            Sign::Raises => ("?", "only asks or mentions it"),
            Sign::Silent => ("·", "silent, which is not neutral"),
            Sign::Strongly => ("++ −−", "strongly, at least once"),
            Sign::Tentatively => ("+? −?", "only tentatively"),
            Sign::Conditional => ("(+) (−)", "only on a condition"),
            Sign::Count => ("2", "so many statements, where there is not just one"),
            Sign::Inferred => ("~", "the mapper's inference: before a sign all of it, before a number so many"),
            Sign::Reported => ("“ ”", "as others report: around a sign all of it, around a number so many"),
            Sign::Unstated => ("…1", "so many relied on and not said"),
            Sign::Anticipated => ("!1", "so many raised as an objection to oneself"),
            Sign::Alone => ("alone", "rejected only as not enough by itself"),
        }
    }
}

/// The signs that a page used.
#[derive(Debug, Default)]
pub struct Legend {
    used: BTreeSet<Sign>,
}

impl Legend {
    /// Says that a sign occurs.
    pub fn uses(&mut self, sign: Sign) {
        self.used.insert(sign);
    }

    /// Says that all signs of another page, or of a part of this one, occur.
    pub fn append(&mut self, mut other: Legend) {
        self.used.append(&mut other.used);
    }

    /// Every sign that occurs, with its meaning; nothing where none does.
    pub fn note(&self) -> Option<Block> {
        let mut runs = Runs::new();
        for (index, sign) in self.used.iter().enumerate() {
            let (shown, meaning) = sign.legend();
            runs.push(Mark::Plain, if index > 0 { "; " } else { "Signs: " });
            runs.push(Mark::Strong, shown);
            runs.push(Mark::Plain, format!(" {meaning}"));
        }
        runs.push(Mark::Plain, ".");
        (!self.used.is_empty()).then_some(Block::Note(runs))
    }

    /// The sign of a side, for or against, as its statements have it.
    pub fn side(&mut self, against: bool, conditional: bool, tally: &Tally) -> Runs {
        let plain = if against { "−" } else { "+" };
        self.uses(if against { Sign::Against } else { Sign::For });
        let firm = if tally.strongly > 0 {
            self.uses(Sign::Strongly);
            plain.repeat(2)
        } else if tally.tentatively > 0 && tally.tentatively == tally.statements {
            self.uses(Sign::Tentatively);
            format!("{plain}?")
        } else {
            plain.to_owned()
        };
        let shown = if conditional { format!("({firm})") } else { firm };
        if conditional {
            self.uses(Sign::Conditional);
        }
        let mark = match (conditional, against) {
            (true, _) => Mark::Between,
            (false, true) => Mark::Against,
            (false, false) => Mark::For,
        };
        self.origin(mark, &shown, tally)
    }

    /// A sign that is neither for nor against.
    pub fn neither(&mut self, sign: Sign, tally: &Tally) -> Runs {
        self.uses(sign);
        self.origin(Mark::Between, sign.legend().0, tally)
    }

    /// The sign of silence.
    pub fn silent(&mut self) -> Runs {
        self.uses(Sign::Silent);
        Runs::new().with(Mark::Faint, "·")
    }

    /// A sign, marked where all that stands behind it is inferred or reported.
    fn origin(&mut self, mark: Mark, sign: &str, tally: &Tally) -> Runs {
        let mut runs = Runs::new();
        if tally.statements > 0 && tally.inferred == tally.statements {
            self.uses(Sign::Inferred);
            runs.push(Mark::Inferred, "~");
        }
        if tally.statements > 0 && tally.reported == tally.statements {
            self.uses(Sign::Reported);
            return runs.with(mark, format!("“{sign}”"));
        }
        runs.with(mark, sign)
    }

    /// How many statements there are where there is not just one, and how many of them are inferred, reported or unsaid.
    pub fn count(&mut self, tally: &Tally) -> Runs {
        let mut runs = Runs::new();
        if tally.statements > 1 {
            self.uses(Sign::Count);
            runs.push(Mark::Faint, format!(" {}", tally.statements));
        }
        let some = |number: u32| number > 0 && number < tally.statements;
        let mut add = |holds: bool, sign: Sign, shown: String| {
            if holds {
                self.uses(sign);
                let mark = if sign == Sign::Inferred { Mark::Inferred } else { Mark::Faint };
                runs.push(mark, format!(" {shown}"));
            }
        };
        add(some(tally.inferred), Sign::Inferred, format!("~{}", tally.inferred));
        add(some(tally.reported), Sign::Reported, format!("“{}”", tally.reported));
        add(tally.unstated > 0, Sign::Unstated, format!("…{}", tally.unstated));
        runs
    }

    /// Anticipated objections, counted apart from the stances of the author; nothing where there are none.
    pub fn anticipated(&mut self, tally: &Tally) -> Option<Runs> {
        if tally.statements == 0 {
            return None;
        }
        self.uses(Sign::Anticipated);
        Some(Runs::new().with(Mark::Faint, format!("!{}", tally.statements)))
    }
}

/// A standing in one word, for programs.
pub fn word(standing: Orientation) -> &'static str {
    match standing {
        Orientation::For => "for",
        Orientation::Against => "against",
        Orientation::Conditional => "conditional",
        Orientation::Ambivalent => "ambivalent",
        Orientation::Changed => "changed",
        Orientation::Preferred => "preferred",
        Orientation::Second => "second",
        Orientation::Raises => "raises",
        Orientation::Silent => "silent",
    }
}
