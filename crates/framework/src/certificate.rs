//! Checks what the engine offers as proof of an answer. Nothing here is shared with the engine.
//!
//! A certificate is a set of arguments, and that it is free of conflict, defends itself and leaves nothing out is quickly seen. That no
//! *larger* set is, is not: for that there are no short proofs unless NP = coNP. So some certificates prove their answer
//! wholly, and others up to a last point, which is told.

use super::{Argument, Certificate, Framework, Semantics};

/// Result of checking a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The answer is right.
    Whole,
    /// The answer is right if this is, which cannot be checked quickly.
    If(&'static str),
}

/// Why a certificate proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flaw(pub &'static str);

/// Checks the certificate of an answer: that some extension has the argument (`accepted`), or that not every extension has it.
///
/// # Errors
///
/// A flaw in the certificate: the answer may still be right, but is not proved.
pub fn check(
    framework: &Framework,
    semantics: Semantics,
    argument: Argument,
    accepted: bool,
    certificate: &Certificate,
) -> Result<Proof, Flaw> {
    let set = match certificate {
        Certificate::Grounded(order) if accepted && order.last() == Some(&argument) => {
            return grounded(framework, order, semantics);
        }
        Certificate::Grounded(_) => return Err(Flaw("it does not end with the argument")),
        Certificate::Extension(set) => set,
    };
    if set.contains(&argument) != accepted {
        return Err(Flaw(if accepted { "it does not hold the argument" } else { "it holds the argument" }));
    }
    let reading = Reading::of(framework, set)?;
    if semantics == Semantics::Cf2 {
        return Ok(Proof::If("it is the largest in one strong component after the other"));
    }
    if semantics == Semantics::Stage {
        return Ok(if reading.is_decided() { Proof::Whole } else { Proof::If("no set free of conflict decides more") });
    }
    if !reading.is_complete() {
        return Err(Flaw("it does not defend itself, or leaves out what it defends"));
    }
    let is_attacked = reading.out[argument as usize];
    match semantics {
        Semantics::Stable if !reading.is_decided() => Err(Flaw("it leaves arguments undecided")),
        Semantics::Complete | Semantics::Stable => Ok(Proof::Whole),
        // The grounded extension lies in every complete one.
        Semantics::Grounded if !accepted => Ok(Proof::Whole),
        Semantics::Grounded => Ok(Proof::If("it lies in every complete extension")),
        // It lies in a largest one; what it attacks cannot be in that either.
        Semantics::Preferred if accepted || is_attacked => Ok(Proof::Whole),
        // A largest one that attacks the argument is among those that the ideal extension lies in.
        Semantics::Ideal if !accepted && is_attacked => Ok(Proof::Whole),
        Semantics::Preferred | Semantics::Ideal if !accepted => Ok(Proof::If("no larger set defends itself")),
        Semantics::Ideal => Ok(Proof::If("it lies in every preferred extension")),
        Semantics::SemiStable if reading.is_decided() => Ok(Proof::Whole),
        Semantics::Eager if !accepted && reading.is_decided() => Ok(Proof::Whole),
        Semantics::Eager if accepted => Ok(Proof::If("it lies in every semi-stable extension")),
        _ => Ok(Proof::If("no complete extension decides more")),
    }
}

/// Checks an order of acceptance: each argument is defended by those before it. What is in the grounded extension is in every
/// complete one, so this proves acceptance wherever extensions are complete.
fn grounded(framework: &Framework, order: &[Argument], semantics: Semantics) -> Result<Proof, Flaw> {
    let mut reading = Reading::none(framework);
    for &argument in order {
        if reading.is_blocked(argument) {
            return Err(Flaw("an argument is not defended by those before it"));
        }
        reading.accept(argument);
    }
    match semantics {
        Semantics::Stage | Semantics::Cf2 => Ok(Proof::If("the grounded extension lies in an extension")),
        Semantics::Stable => Ok(Proof::If("there is an extension")),
        _ => Ok(Proof::Whole),
    }
}

/// A set of arguments, and what it makes out.
struct Reading<'f> {
    framework: &'f Framework,
    within: Vec<bool>,
    out: Vec<bool>,
    /// For each joint attack how many members are not in, and for each need how many are not out.
    missing: [Vec<usize>; 2],
    /// Each argument with a joint attack (0) or a need (1) that it is a member of or that is about it, in order.
    member_of: Vec<(Argument, usize, usize)>,
    about: Vec<(Argument, usize, usize)>,
}

impl<'f> Reading<'f> {
    fn none(framework: &'f Framework) -> Self {
        let joint = framework.joint_attacks().iter().map(|it| (0, it.target, &it.members)).enumerate();
        let needs = framework.needs().iter().map(|it| (1, it.argument, &it.members)).enumerate();
        let (mut missing, mut member_of, mut about) = ([Vec::new(), Vec::new()], Vec::new(), Vec::new());
        for (number, (kind, target, members)) in joint.chain(needs) {
            missing[kind].push(members.len());
            about.push((target, kind, number));
            member_of.extend(members.iter().map(|&member| (member, kind, number)));
        }
        member_of.sort_unstable();
        about.sort_unstable();
        let (within, out) = (vec![false; framework.size()], vec![false; framework.size()]);
        let mut reading = Reading { framework, within, out, missing, member_of, about };
        // A need of nobody fails from the beginning.
        let failed = framework.needs().iter().filter(|need| need.members.is_empty() && !need.open);
        failed.for_each(|need| reading.reject(need.argument));
        reading
    }

    /// A set, if it is free of conflict and every argument in it has what it needs.
    fn of(framework: &'f Framework, set: &[Argument]) -> Result<Self, Flaw> {
        if set.iter().any(|&argument| argument as usize >= framework.size()) {
            return Err(Flaw("it holds what is no argument"));
        }
        let mut reading = Reading::none(framework);
        for &argument in set {
            reading.accept(argument);
        }
        let supported = |argument: Argument| {
            rows(&reading.about, argument)
                .filter(|(kind, _)| *kind == 1)
                .all(|(_, need)| framework.needs()[need].members.iter().any(|&member| reading.within[member as usize]))
        };
        if set.iter().any(|&argument| reading.out[argument as usize] || !supported(argument)) {
            return Err(Flaw("it attacks itself, or lacks what it needs"));
        }
        Ok(reading)
    }

    fn accept(&mut self, argument: Argument) {
        if std::mem::replace(&mut self.within[argument as usize], true) {
            return;
        }
        let framework = self.framework;
        framework.targets(argument).iter().for_each(|&target| self.reject(target));
        for joint in self.completed(argument, 0) {
            self.reject(framework.joint_attacks()[joint].target);
        }
    }

    /// The argument is out, and with it what needs it.
    fn reject(&mut self, argument: Argument) {
        let mut open = vec![argument];
        while let Some(argument) = open.pop() {
            if !std::mem::replace(&mut self.out[argument as usize], true) {
                let failed = self.completed(argument, 1).into_iter().map(|need| &self.framework.needs()[need]);
                open.extend(failed.filter(|need| !need.open).map(|need| need.argument));
            }
        }
    }

    /// The joint attacks or needs of which the argument was the last that was missing.
    fn completed(&mut self, argument: Argument, of: usize) -> Vec<usize> {
        let missing = &mut self.missing[of];
        let mut is_last = |number: usize| {
            missing[number] -= 1;
            missing[number] == 0
        };
        rows(&self.member_of, argument)
            .filter(|&(kind, number)| kind == of && is_last(number))
            .map(|(_, it)| it)
            .collect()
    }

    /// Whether something keeps the argument from being in.
    fn is_blocked(&self, argument: Argument) -> bool {
        let framework = self.framework;
        let stands = |&attacker: &Argument| !self.out[attacker as usize];
        framework.attackers(argument).iter().any(stands)
            || rows(&self.about, argument).any(|(kind, number)| match kind {
                0 => framework.joint_attacks()[number].members.iter().all(stands),
                _ => !framework.needs()[number].members.iter().any(|&member| self.within[member as usize]),
            })
    }

    fn is_complete(&self) -> bool {
        self.framework.arguments().all(|argument| self.within[argument as usize] != self.is_blocked(argument))
    }

    /// Whether every argument that counts is in or out.
    fn is_decided(&self) -> bool {
        let is_decided = |argument: Argument| self.within[argument as usize] || self.out[argument as usize];
        self.framework.arguments().all(|argument| is_decided(argument) || self.framework.is_helper(argument))
    }
}

/// Those of an argument in a list in order.
fn rows(list: &[(Argument, usize, usize)], argument: Argument) -> impl Iterator<Item = (usize, usize)> {
    let start = list.partition_point(|row| row.0 < argument);
    list[start..].iter().take_while(move |row| row.0 == argument).map(|&(_, kind, number)| (kind, number))
}
