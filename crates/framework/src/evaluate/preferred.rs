//! Preferred semantics without listing the extensions: what some of them hold, and what all of them do.
//!
//! A preferred extension misses an argument only if it attacks every admissible set that holds it. So to see whether all hold it, one
//! looks for an extension that attacks each such set known so far: it either misses the argument or yields another set (Thimm, Cerutti &
//! Vallati 2021). The same goes for "every extension attacks it", with sets that attack it.

use std::ops::Range;

use batsat::Lit;

use super::reduct::Reduct;
use super::search::{Rules, Search};
use super::tally::Tally;
use super::two_sides::TwoSides;
use crate::{Argument, Status, Stop, Stopped};

/// The status of every argument of the reduct.
pub(super) fn statuses(reduct: &Reduct, stop: Stop) -> Result<Vec<Status>, Stopped> {
    let tainted = tainted(reduct);
    let mut searched = Vec::new();
    let credulous = sweep(reduct, stop, &mut |hard, search, tally| {
        for argument in search.part().filter(|&it| tainted[hard.name(it) as usize]) {
            searched.push((hard.name(argument), status(hard, search, tally, argument)?));
        }
        Ok(())
    })?;
    let all = 0..reduct.size() as Argument;
    let mut statuses: Vec<Status> = all.map(|it| coherent(reduct, it, |it| credulous[*it as usize])).collect();
    for (argument, status) in searched {
        statuses[argument as usize] = status;
    }
    Ok(statuses)
}

/// For every argument of the reduct whether some preferred extension holds it.
pub(super) fn credulous(reduct: &Reduct, stop: Stop) -> Result<Vec<bool>, Stopped> {
    sweep(reduct, stop, &mut |_, _, _| Ok(()))
}

/// Finds what some preferred extension holds: by itself in parts with two sides, by search in the others. What more is to be asked of a
/// search is asked while it is there.
fn sweep(reduct: &Reduct, stop: Stop, ask: &mut Ask) -> Result<Vec<bool>, Stopped> {
    let mut credulous = vec![false; reduct.size()];
    let hard = hard(reduct, reduct.weak(), &mut |part, sides| {
        credulous[part.start as usize..part.end as usize].copy_from_slice(&sides.credulous());
    });
    for batch in hard.batches() {
        let mut search = Search::new(&hard, batch.clone(), Rules::Complete, stop);
        let mut tally = Tally::new(batch.clone());
        see_all(&mut search, &mut tally)?;
        for (argument, &some_in) in batch.zip(&tally.some_in) {
            credulous[hard.name(argument) as usize] = some_in;
        }
        ask(&hard, &mut search, &mut tally)?;
    }
    Ok(credulous)
}

/// One preferred extension of some weak components, in no order.
pub(super) fn one(reduct: &Reduct, parts: Vec<Range<Argument>>, stop: Stop) -> Result<Vec<Argument>, Stopped> {
    let mut found = Vec::new();
    let hard = hard(reduct, parts.into_iter(), &mut |part, sides| {
        found.extend(part.zip(sides.one()).filter_map(|(argument, is_in)| is_in.then_some(argument)));
    });
    for batch in hard.batches() {
        let mut search = Search::new(&hard, batch, Rules::Complete, stop);
        // There always is one.
        search.solve(&[])?;
        found.extend(search.found().into_iter().map(|it| hard.name(it)));
    }
    Ok(found)
}

/// The weak components that need a search, cut out; those with two sides are seen to at once.
fn hard(reduct: &Reduct, parts: impl Iterator<Item = Range<Argument>>, see: &mut See) -> Reduct {
    let mut hard = Vec::new();
    for part in parts {
        match TwoSides::new(reduct, part.clone()) {
            Some(sides) => see(part, sides),
            None => hard.extend(part),
        }
    }
    Reduct::cut(&reduct.targets, &hard, |it| reduct.kinds[it as usize])
}

/// Visitor of a component that has two sides.
type See<'a> = dyn FnMut(Range<Argument>, TwoSides) + 'a;

/// Questions to a search that has seen everything that can be in.
type Ask<'a> = dyn FnMut(&Reduct, &mut Search, &mut Tally) -> Result<(), Stopped> + 'a;

/// The status of one argument, where some extensions have been seen.
fn status(reduct: &Reduct, search: &mut Search, tally: &mut Tally, argument: Argument) -> Result<Status, Stopped> {
    let status = tally.status(argument);
    let goal = match status {
        Status::Stands => search.is_in(argument),
        Status::Falls => search.attacked(argument),
        Status::Open => return Ok(status),
    };
    let avoided = avoids(search, reduct, goal, &mut |search| tally.count(search))?;
    Ok(if avoided { Status::Open } else { status })
}

/// A preferred extension that misses an argument, if there is one: the search is then left at it.
pub(super) fn misses(search: &mut Search, reduct: &Reduct, argument: Argument) -> Result<bool, Stopped> {
    let goal = search.is_in(argument);
    avoids(search, reduct, goal, &mut |_| ())
}

/// Finds extensions until every argument that some extension holds has been seen in one.
fn see_all(search: &mut Search, tally: &mut Tally) -> Result<(), Stopped> {
    let news = search.switch();
    loop {
        let unseen = search.part().filter(|&it| !tally.some_in[(it - search.part().start) as usize]);
        let clause: Vec<Lit> = unseen.map(|it| search.is_in(it)).chain([!news]).collect();
        search.require(clause);
        if !search.solve(&[news])? {
            search.require([!news]);
            // Where nothing can be in, the empty extension has yet to be seen.
            search.solve(&[])?;
            tally.count(search);
            return Ok(());
        }
        tally.count(search);
    }
}

/// Whether some preferred extension does without what is asked for: an argument that is in, or one that is out.
fn avoids(search: &mut Search, reduct: &Reduct, goal: Lit, seen: &mut dyn FnMut(&Search)) -> Result<bool, Stopped> {
    if !search.solve(&[goal])? {
        return search.solve(&[]);
    }
    let hit = search.switch();
    loop {
        let reason = defence(search, reduct, goal);
        let clause: Vec<Lit> = reason.into_iter().map(|it| search.attacked(it)).chain([!hit]).collect();
        search.require(clause);
        let found = search.solve(&[hit])?;
        if found {
            seen(search);
        }
        if !found || !search.holds(goal) {
            search.require([!hit]);
            return Ok(found);
        }
    }
}

/// Few arguments of the extension found last that defend themselves and still bring about the goal.
fn defence(search: &Search, reduct: &Reduct, goal: Lit) -> Vec<Argument> {
    let is_in = |argument: &Argument| search.holds(search.is_in(*argument));
    let goal = search.part().find(|&it| search.is_in(it) == goal || search.attacked(it) == goal).map(|it| {
        let attacker = reduct.attackers.row(it).iter().copied().find(is_in);
        if search.is_in(it) == goal { it } else { attacker.expect("what is attacked has an attacker that is in") }
    });
    let mut needed: Vec<Argument> = goal.into_iter().collect();
    let mut kept: Vec<bool> = search.part().map(|it| needed.contains(&it)).collect();
    let at = |argument: Argument| (argument - search.part().start) as usize;
    let mut next = 0;
    while let Some(&argument) = needed.get(next) {
        for &attacker in reduct.attackers.row(argument) {
            let defenders = reduct.attackers.row(attacker);
            if !defenders.iter().any(|&it| kept[at(it)]) {
                let defender = *defenders.iter().find(|it| is_in(it)).expect("an extension defends its arguments");
                kept[at(defender)] = true;
                needed.push(defender);
            }
        }
        next += 1;
    }
    needed
}

/// Status of an argument on which no odd circle bears: there, what is not accepted is attacked by every extension.
fn coherent(reduct: &Reduct, argument: Argument, accepted: impl Fn(&Argument) -> bool) -> Status {
    if !accepted(&argument) {
        Status::Falls
    } else if reduct.attackers.row(argument).iter().any(accepted) {
        Status::Open
    } else {
        Status::Stands
    }
}

/// The arguments on which an odd circle of attacks bears: those on one, and those that are attacked from there.
fn tainted(reduct: &Reduct) -> Vec<bool> {
    let mut tainted = vec![false; reduct.size()];
    for component in reduct.strong(0..reduct.size() as Argument) {
        let odd = TwoSides::new(reduct, component.clone()).is_none();
        let hit = |it: Argument| reduct.attackers.row(it).iter().any(|&attacker| tainted[attacker as usize]);
        if odd || component.clone().any(hit) {
            tainted[component.start as usize..component.end as usize].fill(true);
        }
    }
    tainted
}
