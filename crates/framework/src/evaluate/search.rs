//! A search for labellings of one part by a SAT solver that is kept from question to question.
//!
//! Each argument has two variables: that it is in, and that it is attacked by one that is in. Only the first are guessed, and "in" is
//! always tried first. What is not in is then excluded by what is: so every labelling found has as many in as can be (no larger one
//! answers the question), as long as the question only asks for more to be in or attacked. Preferred extensions come out by themselves.

use std::cell::Cell;
use std::ops::Range;

use batsat::intmap::AsIndex;
use batsat::{Callbacks, Lit, Solver, SolverInterface, SolverOpts, Var, lbool};

use super::reduct::{Kind, Reduct};
use crate::{Argument, Stop, Stopped};

/// Which labellings are searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// In exactly when all attackers are out.
    Complete,
    /// In only when no attacker is in.
    ConflictFree,
}

/// The labellings of one part that keep the rules.
pub(super) struct Search<'s> {
    stop: Stop<'s>,
    solver: Solver<Watch<'s>>,
    part: Range<Argument>,
    clause: Vec<Lit>,
}

/// The solver is asked to stop at every so manieth guess.
const ASKED_EVERY: u32 = 64;
/// A guess is counted as so many steps at least.
const GUESS: u64 = 64;

/// Hands on to the solver that the time is up; asks only now and then, as the solver asks at every guess.
struct Watch<'s> {
    stop: Stop<'s>,
    asked: Cell<u32>,
    /// How many steps a guess is counted as: what follows from it grows with the part.
    guess: u64,
    /// The solver leaves its loops one by one, and asks at each: once the time is up, it stays so.
    is_up: Cell<bool>,
}

impl<'s> Watch<'s> {
    fn new(stop: Stop<'s>, part: usize) -> Watch<'s> {
        Watch { stop, asked: Cell::new(0), guess: GUESS + part as u64 / 16, is_up: Cell::new(false) }
    }
}

impl Callbacks for Watch<'_> {
    fn stop(&self) -> bool {
        self.asked.set(self.asked.get().wrapping_add(1));
        if self.asked.get().is_multiple_of(ASKED_EVERY) && !self.is_up.get() {
            self.is_up.set(self.stop.is_up(self.guess * u64::from(ASKED_EVERY)));
        }
        self.is_up.get()
    }
}

impl<'s> Search<'s> {
    pub(super) fn new(reduct: &Reduct, part: Range<Argument>, rules: Rules, stop: Stop<'s>) -> Search<'s> {
        // Restarts that grow steadily: on hard components a third faster than Luby's.
        let solver =
            Solver::new(SolverOpts { luby_restart: false, ..SolverOpts::default() }, Watch::new(stop, part.len()));
        let mut search = Search { stop, solver, part: part.clone(), clause: Vec::new() };
        for _ in part.clone() {
            search.solver.new_var(lbool::TRUE, true);
        }
        for _ in part.clone() {
            search.solver.new_var(lbool::UNDEF, false);
        }
        for argument in part {
            search.label(reduct, argument, rules);
        }
        search
    }

    /// The rules for one argument.
    fn label(&mut self, reduct: &Reduct, argument: Argument, rules: Rules) {
        let (is_in, attacked) = (self.is_in(argument), self.attacked(argument));
        let attackers = reduct.attackers.row(argument);
        let follows =
            rules == Rules::Complete || matches!(reduct.kinds[argument as usize], Kind::Link | Kind::NeedLink);
        self.require([!is_in, !attacked]);
        for &attacker in attackers {
            let (attacker_in, attacker_out) = (self.is_in(attacker), self.attacked(attacker));
            self.require([!attacker_in, attacked]);
            if follows || reduct.kinds[attacker as usize] == Kind::NeedLink {
                self.require([!is_in, attacker_out]);
            }
        }
        let by_some = attackers.iter().map(|&attacker| self.is_in(attacker));
        let by_some: Vec<Lit> = by_some.chain([!attacked]).collect();
        self.require(by_some);
        if follows {
            let defended = attackers.iter().map(|&attacker| !self.attacked(attacker));
            let defended: Vec<Lit> = defended.chain([is_in]).collect();
            self.require(defended);
        }
    }

    /// That an argument is in.
    pub(super) fn is_in(&self, argument: Argument) -> Lit {
        Lit::new(Var::from_index((argument - self.part.start) as usize), true)
    }

    /// That an argument is out: something that is in attacks it.
    pub(super) fn attacked(&self, argument: Argument) -> Lit {
        Lit::new(Var::from_index((argument - self.part.start) as usize + self.part.len()), true)
    }

    /// Something that is only true where it is assumed; to say what is to hold for some questions and not for others.
    pub(super) fn switch(&mut self) -> Lit {
        Lit::new(self.solver.new_var(lbool::UNDEF, false), true)
    }

    /// One of these has to hold from now on.
    pub(super) fn require(&mut self, any: impl IntoIterator<Item = Lit>) {
        self.clause.clear();
        self.clause.extend(any);
        self.solver.add_clause_reuse(&mut self.clause);
    }

    /// Whether there is a labelling in which all of this holds.
    pub(super) fn solve(&mut self, assumed: &[Lit]) -> Result<bool, Stopped> {
        self.stop.ask(self.part.len() as u64)?;
        match self.solver.solve_limited(assumed) {
            found if found == lbool::UNDEF => Err(Stopped),
            found => Ok(found == lbool::TRUE),
        }
    }

    /// Whether it holds in the labelling that was found last.
    pub(super) fn holds(&self, literal: Lit) -> bool {
        self.solver.value_lit(literal) == lbool::TRUE
    }

    /// The arguments that are in, in the labelling that was found last.
    pub(super) fn found(&self) -> Vec<Argument> {
        self.part.clone().filter(|&argument| self.holds(self.is_in(argument))).collect()
    }

    /// From now on something has to be in that is not among what was found; or, where one extension may hold another, anything has to be
    /// different.
    pub(super) fn exclude(&mut self, found: &[Argument], nested: bool) {
        let mut clause = Vec::new();
        let mut members = found.iter().peekable();
        for argument in self.part() {
            if members.next_if_eq(&&argument).is_none() {
                clause.push(self.is_in(argument));
            } else if nested {
                clause.push(!self.is_in(argument));
            }
        }
        self.require(clause);
    }

    pub(super) fn part(&self) -> Range<Argument> {
        self.part.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn once_the_time_is_up_it_stays_so() {
        let watch = Watch::new(Stop::when(&|_| true), 1);
        assert_eq!((0..63).filter(|_| watch.stop()).count(), 0, "it is asked only now and then");
        assert_eq!((0..10).filter(|_| watch.stop()).count(), 10);
    }
}
