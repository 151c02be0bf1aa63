//! Maps that are made up, edits of them, and what an edit changes by the identity that only the maker knows.

use std::fmt::Write;

/// A made statement; its place in the list is what it is, whatever it is called.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    pub source: usize,
    pub name: String,
    pub text: String,
    pub evidence: bool,
    pub stance: Option<(usize, usize, bool, bool)>,
    pub reasons: Vec<usize>,
    pub quotation: Option<(usize, String)>,
    pub note: Option<String>,
}

/// A made map. What was removed leaves a gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub sources: Vec<(String, String)>,
    pub issues: Vec<(String, String)>,
    pub statements: Vec<Option<Made>>,
}

/// Numbers that look drawn, the same for the same seed.
#[derive(Debug, Clone)]
pub struct Draw(pub u64);

impl Draw {
    /// A number below another.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }

    /// Prose of so many words.
    pub fn prose(&mut self, words: usize) -> String {
        let word = |draw: &mut Draw| format!("w{}", draw.below(400));
        (0..words).map(|_| word(self)).collect::<Vec<_>>().join(" ")
    }
}

impl Model {
    /// A map with so many statements.
    pub fn new(draw: &mut Draw, statements: usize) -> Model {
        let sources = (0..3).map(|at| (format!("source-{at}"), format!("title {at} {}", draw.prose(6)))).collect();
        let issues = (0..2).map(|at| (format!("issue-{at}"), format!("question {at} {}", draw.prose(6)))).collect();
        let mut model = Model { sources, issues, statements: Vec::new() };
        for _ in 0..statements {
            model.add(draw);
        }
        model
    }

    /// Adds a statement, which may have those before it for reasons.
    pub fn add(&mut self, draw: &mut Draw) {
        let at = self.statements.len();
        let there: Vec<usize> = (0..at).filter(|&at| self.statements[at].is_some()).collect();
        let mut reasons: Vec<usize> = if there.is_empty() {
            Vec::new()
        } else {
            (0..draw.below(3)).map(|_| there[draw.below(there.len())]).collect()
        };
        reasons.sort_unstable();
        reasons.dedup();
        self.statements.push(Some(Made {
            source: draw.below(self.sources.len()),
            name: format!("name-{at}"),
            text: draw.prose(12),
            evidence: draw.below(3) == 0,
            stance: (draw.below(2) == 0).then(|| (draw.below(2), draw.below(3), false, false)),
            reasons,
            quotation: (draw.below(2) == 0).then(|| (draw.below(9), draw.prose(5))),
            note: (draw.below(4) == 0).then(|| draw.prose(4)),
        }));
    }

    /// Makes one change of some kind to a statement, or to what it hangs on.
    pub fn edit(&mut self, draw: &mut Draw, at: usize) {
        let (kind, other) = (draw.below(15), draw.below(self.statements.len()));
        let other = (other < at && self.statements[other].is_some()).then_some(other);
        if kind == 0 {
            self.remove(at);
            return;
        }
        let fresh = draw.prose(1);
        let Model { sources, issues, statements } = self;
        let Some(made) = &mut statements[at] else { return };
        let reword = |text: &mut String| *text = format!("changed{at} {}", text.split_once(' ').map_or("", |it| it.1));
        match kind {
            1 => reword(&mut made.text),
            2 => made.name = format!("other-{at}"),
            3 => {
                made.name = format!("other-{at}");
                reword(&mut made.text);
            }
            4 => made.source = (made.source + 1) % sources.len(),
            5 => made.evidence = !made.evidence,
            6 => {
                made.stance =
                    made.stance.map(|(issue, position, firm, bound)| (issue, (position + 1) % 3, firm, bound));
            }
            7 => made.stance = made.stance.map(|(issue, position, firm, bound)| (issue, position, !firm, bound)),
            8 => made.stance = made.stance.map(|(issue, position, firm, bound)| (issue, position, firm, !bound)),
            9 => made.stance = if made.stance.is_some() { None } else { Some((0, 1, true, false)) },
            10 => made.quotation = made.quotation.take().map(|(place, words)| (place + 10, words)),
            11 => made.quotation = made.quotation.take().map(|(place, words)| (place, format!("{words} {fresh}"))),
            12 => made.note = if made.note.is_some() { None } else { Some(format!("note {at}")) },
            13 => match other.filter(|other| !made.reasons.contains(other)) {
                Some(other) => made.reasons.push(other),
                None => drop(made.reasons.pop()),
            },
            _ => {
                if draw.below(2) == 0 {
                    sources[made.source].0 = format!("renamed-{}", made.source);
                } else {
                    let issue = draw.below(2);
                    issues[issue].0 = format!("asked-{at}-{issue}");
                }
            }
        }
    }

    fn remove(&mut self, at: usize) {
        self.statements[at] = None;
        for made in self.statements.iter_mut().flatten() {
            made.reasons.retain(|&reason| reason != at);
        }
    }

    /// The map as files: entries and clauses in an order that is drawn, in two files, with lines broken anywhere.
    pub fn files(&self, draw: &mut Draw) -> [String; 2] {
        let mut shared = Vec::new();
        shared.push("author ann: Ann\n".to_owned());
        for (name, question) in &self.issues {
            let positions: String = (0..3).map(|at| format!("  position p{at}: answer {at} {question}\n")).collect();
            shared.push(format!("issue {name}: {question}\n  answers: open\n{positions}"));
        }
        let heads = self.sources.iter().map(|(name, title)| format!("source {name}: {title}\n  by: ann\n"));
        shared.extend(heads);
        shuffle(&mut shared, draw);
        let mut parts = shared;
        let mut order: Vec<usize> = (0..self.statements.len()).collect();
        shuffle(&mut order, draw);
        let middle = parts.len();
        for made in order.into_iter().filter_map(|at| self.statements[at].as_ref()) {
            parts.push(format!("from {}\n{}", self.sources[made.source].0, self.entry(made, draw)));
        }
        let cut = middle + draw.below(parts.len() - middle + 1);
        [parts[..cut].concat(), parts[cut..].concat()]
    }

    fn entry(&self, made: &Made, draw: &mut Draw) -> String {
        let mut clauses = Vec::new();
        if let Some((issue, position, firm, bound)) = made.stance {
            let firm = if firm { " (strongly)" } else { "" };
            let bound = if bound { " if it rains" } else { "" };
            clauses.push(format!("  holds {}{firm}: p{position}{bound}\n", self.issues[issue].0));
        }
        for &reason in &made.reasons {
            let made = self.statements[reason].as_ref().expect("reasons of what is gone are gone");
            clauses.push(format!("  because: {}.{}\n", self.sources[made.source].0, made.name));
        }
        clauses.extend(
            made.quotation.iter().map(|(place, words)| format!("  quote [{place}]: {}\n", broken(words, draw))),
        );
        clauses.extend(made.note.iter().map(|note| format!("  note: {}\n", broken(note, draw))));
        shuffle(&mut clauses, draw);
        let kind = if made.evidence { "evidence" } else { "claim" };
        format!("{kind} {}: {}\n{}", made.name, broken(&made.text, draw), clauses.concat())
    }

    /// Changes from this map to another that was made from it by edits: found by what each thing is, not by its words.
    pub fn changed(&self, other: &Model) -> Vec<String> {
        let mut found = Vec::new();
        let arrow = |old: &str, new: &str| if old == new { new.to_owned() } else { format!("{old}>{new}") };
        for (old, new) in self.sources.iter().zip(&other.sources).chain(self.issues.iter().zip(&other.issues)) {
            if old.0 != new.0 {
                found.push(format!("{} name", arrow(&old.0, &new.0)));
            }
        }
        for at in 0..other.statements.len() {
            let (old, new) = (self.statements.get(at).and_then(Option::as_ref), other.statements[at].as_ref());
            let full = |model: &Model, made: &Made| format!("{}.{}", model.sources[made.source].0, made.name);
            let names = (old.map(|made| full(self, made)), new.map(|made| full(other, made)));
            let name = match &names {
                (Some(old), Some(new)) => arrow(old, new),
                (old, new) => new.as_ref().or(old.as_ref()).cloned().unwrap_or_default(),
            };
            let mut say = |what: &str| writeln_to(&mut found, &name, what);
            if let (Some(old), Some(new)) = (old, new) {
                for (differs, what) in [
                    (old.source != new.source, "source"),
                    (old.name != new.name, "name"),
                    (old.text != new.text, "text"),
                    (old.evidence != new.evidence, "kind"),
                ] {
                    if differs {
                        say(what);
                    }
                }
            } else if old.is_some() || new.is_some() {
                say(sign(old.is_some(), new.is_some()));
            }
            let clause = |old: bool, new: bool, what: &str| match (old, new) {
                (true, true) => format!("~{what}"),
                (true, false) => format!("-{what}"),
                _ => format!("+{what}"),
            };
            let stances = (old.and_then(|it| it.stance), new.and_then(|it| it.stance));
            let quotations = (old.and_then(|it| it.quotation.clone()), new.and_then(|it| it.quotation.clone()));
            let notes = (old.and_then(|it| it.note.clone()), new.and_then(|it| it.note.clone()));
            match stances {
                // One stance cannot turn into another on another issue.
                (Some(old), Some(new)) if old.0 != new.0 => ["-stance", "+stance"].into_iter().for_each(&mut say),
                (old, new) if old != new => say(&clause(old.is_some(), new.is_some(), "stance")),
                _ => {}
            }
            if quotations.0 != quotations.1 {
                say(&clause(quotations.0.is_some(), quotations.1.is_some(), "quote"));
            }
            if notes.0 != notes.1 {
                say(&clause(notes.0.is_some(), notes.1.is_some(), "note"));
            }
            let reasons = [old, new].map(|made| made.map_or(Vec::new(), |made| made.reasons.clone()));
            reasons[0].iter().filter(|it| !reasons[1].contains(it)).for_each(|_| say("-reason"));
            reasons[1].iter().filter(|it| !reasons[0].contains(it)).for_each(|_| say("+reason"));
        }
        found.sort();
        found
    }
}

fn writeln_to(found: &mut Vec<String>, name: &str, what: &str) {
    let mut line = String::new();
    write!(line, "{name} {what}").expect("strings take all");
    found.push(line);
}

fn sign(is_old: bool, is_new: bool) -> &'static str {
    if !is_old && is_new { "+" } else { "-" }
}

fn broken(text: &str, draw: &mut Draw) -> String {
    let words =
        text.split(' ').map(|word| if draw.below(6) == 0 { format!("{word}\n    ") } else { format!("{word} ") });
    words.collect::<String>().trim_end().to_owned()
}

fn shuffle<T>(things: &mut [T], draw: &mut Draw) {
    for at in (1..things.len()).rev() {
        things.swap(at, draw.below(at + 1));
    }
}
