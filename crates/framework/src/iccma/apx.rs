//! `apx`, the format of ASPARTIX: facts in any order, such as `arg(a).` and `att(a,b).`; `%` begins a comment, and what has comments
//! alone has no arguments.
//!
//! `att(r,x)` of which `mem(r,a)` tells the members is an attack by all of them together, as ASPARTIX has it. In the same way
//! `sup(a,x)` says that `x` is accepted only if `a` is, and with `mem(r,a)`, `mem(r,b)` and `sup(r,x)`, only if `a` or `b` is.

mod facts;

use foldhash::HashMap;

use super::malformed::{harmless, text, word as quoted};
use super::names::Words;
use super::{Instance, Malformed, Names};
use crate::{Argument, Framework};
use facts::{Fact, Facts, Kind};

/// Reads a file of facts; the first fact that makes no sense ends it.
pub(super) fn read(bytes: &[u8]) -> Result<Instance, Malformed> {
    let text = text(bytes)?;
    let mut reading = Reading { bytes, ..Reading::default() };
    for fact in (Facts { text, at: 0 }) {
        reading.take(&fact?)?;
    }
    // A framework without arguments is a file that says so, be it in a comment; an empty file is a mistake.
    if reading.places.is_empty() && !text.contains('%') {
        let end = bytes.len()..bytes.len();
        return Err(Malformed::new(bytes, end, "there is nothing in this file").help("it has facts such as `arg(a).`"));
    }
    reading.finish()
}

/// Facts read so far. Names are numbered by their first mention, whatever they turn out to name.
#[derive(Default)]
struct Reading<'b> {
    bytes: &'b [u8],
    words: Words,
    /// Where each name is mentioned first.
    places: Vec<usize>,
    /// Which of them are arguments, in the order of their facts.
    arguments: Vec<u32>,
    is_argument: Vec<bool>,
    weights: Vec<(u32, f64)>,
    attacks: Vec<(u32, u32)>,
    supports: Vec<(u32, u32)>,
    members: Vec<(u32, u32)>,
}

impl Reading<'_> {
    fn number(&mut self, (name, place): (&str, usize)) -> Result<u32, Malformed> {
        let (number, is_new) = self.words.number(name);
        if is_new {
            harmless(self.bytes, name, place)?;
            self.places.push(place);
            self.is_argument.push(false);
        }
        Ok(number)
    }

    fn take(&mut self, fact: &Fact<'_>) -> Result<(), Malformed> {
        let first = self.number(fact.first)?;
        let (name, place) = fact.first;
        match (fact.kind, fact.second) {
            (Kind::Argument, second) => {
                if std::mem::replace(&mut self.is_argument[first as usize], true) {
                    let message = format!("there are two arguments {}", quoted(name));
                    return Err(Malformed::new(self.bytes, place..place + name.len(), message));
                }
                self.arguments.push(first);
                if let Some((word, place)) = second {
                    let weight = word.parse().ok().filter(|weight| (0.0..=1.0).contains(weight));
                    let weight = weight.ok_or_else(|| {
                        let message = format!("{} is no weight", quoted(word));
                        Malformed::new(self.bytes, place..place + word.len(), message)
                            .help("a weight is a number from 0 to 1, such as 0.7")
                    })?;
                    self.weights.push((first, weight));
                }
            }
            (kind, second) => {
                let second = self.number(second.expect("a fact between two names has two"))?;
                match kind {
                    Kind::Attack => &mut self.attacks,
                    Kind::Support => &mut self.supports,
                    Kind::Argument | Kind::Member => &mut self.members,
                }
                .push((first, second));
            }
        }
        Ok(())
    }

    /// Gives arguments their numbers in the order of their facts, and finds out which names stand for several.
    fn finish(self) -> Result<Instance, Malformed> {
        let mut instance = Instance::new(Names::numbers(0));
        let mut argument = vec![Argument::MAX; self.words.len()];
        self.arguments.iter().zip(0..).for_each(|(&name, number)| argument[name as usize] = number);
        let known = |name: u32| match argument[name as usize] {
            Argument::MAX => Err(self.unknown(name)),
            argument => Ok(argument),
        };
        let mut groups: HashMap<u32, Vec<Argument>> = HashMap::default();
        for &(group, member) in &self.members {
            if self.is_argument[group as usize] {
                let message = format!("{} is an argument, and cannot have members", quoted(self.words.word(group)));
                return Err(self.at(group, message));
            }
            groups.entry(group).or_default().push(known(member)?);
        }
        let mut used = vec![false; if groups.is_empty() { 0 } else { argument.len() }];
        instance.attacks.reserve_exact(self.attacks.len());
        for &(from, to) in &self.attacks {
            match groups.get(&from) {
                None => instance.attacks.push((known(from)?, known(to)?)),
                Some(members) => {
                    used[from as usize] = true;
                    instance.joint_attacks.push((members.clone(), known(to)?));
                }
            }
        }
        for &(from, to) in &self.supports {
            let members = match groups.get(&from) {
                None => vec![known(from)?],
                Some(members) => {
                    used[from as usize] = true;
                    members.clone()
                }
            };
            instance.supports.push((members, known(to)?));
        }
        if let Some(&(group, _)) = self.members.iter().find(|(group, _)| !used[*group as usize]) {
            let name = quoted(self.words.word(group));
            let message = format!("{name} has members, and neither `att` nor `sup` says what they do");
            return Err(self.at(group, message));
        }
        instance.weights = self.weights.iter().map(|&(name, weight)| (argument[name as usize], weight)).collect();
        let in_order = self.arguments.iter().zip(0..).all(|(&name, number)| name == number);
        instance.names = if in_order && self.arguments.len() == self.words.len() {
            Names::from(self.words)
        } else {
            let mut words = Words::default();
            self.arguments.iter().for_each(|&name| {
                words.number(self.words.word(name));
            });
            Names::from(words)
        };
        Ok(instance)
    }

    /// Mistake where a name is mentioned first.
    fn at(&self, name: u32, message: String) -> Malformed {
        let place = self.places[name as usize];
        Malformed::new(self.bytes, place..place + self.words.word(name).len(), message)
    }

    fn unknown(&self, name: u32) -> Malformed {
        let word = self.words.word(name);
        self.at(name, format!("there is no argument {}", quoted(word)))
            .help("every argument has a fact of its own, such as `arg(a).`")
    }
}

/// A framework as a file.
pub(super) fn write(framework: &Framework, names: &Names) -> String {
    let mut text = String::new();
    if framework.size() == 0 {
        text.push_str("% no arguments\n");
    }
    for argument in framework.arguments() {
        fact(&mut text, "arg", &[&names.name(argument)]);
    }
    for from in framework.arguments() {
        for &to in framework.targets(from) {
            fact(&mut text, "att", &[&names.name(from), &names.name(to)]);
        }
    }
    let joint = framework.joint_attacks().iter().map(|joint| ("att", &joint.members, joint.target));
    let needs = framework.needs().iter().map(|need| ("sup", &need.members, need.argument));
    let mut number = 0;
    for (kind, members, target) in joint.chain(needs) {
        if let [only] = members[..] {
            fact(&mut text, kind, &[&names.name(only), &names.name(target)]);
            continue;
        }
        number += 1;
        // The name of an argument is not taken.
        let mut group = format!("r{number}");
        while names.find(&group).is_some() {
            group.push('\'');
        }
        fact(&mut text, kind, &[&group, &names.name(target)]);
        for &member in members {
            fact(&mut text, "mem", &[&group, &names.name(member)]);
        }
    }
    text
}

fn fact(text: &mut String, kind: &str, names: &[&str]) {
    text.extend([kind, "(", &names.join(","), ").\n"]);
}
