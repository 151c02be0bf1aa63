//! A statement with the reasons that are given for it, as a tree of two steps; and a stance in short.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::model::{Attitude, Map, Reason, StanceId, StatementId};
use crate::page::{Mark, Node, Runs};
use crate::syntax::vocabulary::Qualifiers;

use super::named;
use super::named::place;
use super::naming::{quotation, statement_value};

/// How deep a tree goes: the statement and its reasons. It also bounds the recursion.
const DEPTH: usize = 2;
/// How many statements one page of trees shows.
const STATEMENTS: usize = 5_000;

/// Grows trees for one page. A statement is spelt out once; where it comes again, the reader is sent up.
#[derive(Debug)]
pub struct StatementTrees<'m> {
    map: &'m Map,
    /// Whether inferred relations are left out.
    stated: bool,
    shown: HashSet<StatementId>,
    /// Those that the page spells out as roots: elsewhere their names will do.
    roots: HashSet<StatementId>,
    reworded: HashMap<StatementId, Runs>,
}

impl<'m> StatementTrees<'m> {
    /// Of all reasons, or of `stated` ones alone.
    pub fn new(map: &'m Map, stated: bool) -> Self {
        StatementTrees { map, stated, shown: HashSet::new(), roots: HashSet::new(), reworded: HashMap::new() }
    }

    /// Spells these statements out where they are roots, and nowhere else.
    pub fn expect(&mut self, roots: impl IntoIterator<Item = StatementId>) {
        self.roots.extend(roots);
    }

    /// Shows a statement's text with these marks from now on.
    pub fn mark_words(&mut self, statement: StatementId, text: Runs) {
        self.reworded.entry(statement).or_insert(text);
    }

    /// Whether a statement is spelt out already.
    pub fn has_shown(&self, statement: StatementId) -> bool {
        self.shown.contains(&statement)
    }

    /// A tree whose root is a statement; `lead` stands before it and says why it is there.
    pub fn grow(&mut self, statement: StatementId, lead: Runs) -> Node {
        self.node(statement, lead, None, 0)
    }

    /// A statement in one line, with nothing below it.
    pub fn leaf(&self, statement: StatementId, lead: Runs) -> Node {
        let runs = self.line(statement, lead);
        Node { runs, value: statement_value(self.map, statement), details: Vec::new(), children: Vec::new() }
    }

    /// A statement that stands elsewhere on the page with all that hangs on it: below another its name will do.
    fn again(&self, statement: StatementId, lead: Runs, is_root: bool) -> Node {
        let mut runs = lead;
        if is_root {
            runs = self.line(statement, runs);
        } else {
            runs.push(Mark::Plain, if runs.is_empty() { "" } else { " " });
            runs.append(named::statement(self.map, statement));
        }
        runs.push(Mark::Faint, if self.has_shown(statement) { " (see above)" } else { " (see below)" });
        Node { runs, value: statement_value(self.map, statement), details: Vec::new(), children: Vec::new() }
    }

    fn line(&self, statement: StatementId, lead: Runs) -> Runs {
        let what = &self.map.statements[statement];
        let mut runs = lead;
        if !runs.is_empty() {
            runs.push(Mark::Plain, " ");
        }
        match self.reworded.get(&statement) {
            Some(text) => runs.append(text.clone()),
            None => runs.push(Mark::Plain, self.map.text(what.text)),
        }
        runs.push(Mark::Plain, " ");
        runs.append(named::statement(self.map, statement));
        if what.unstated {
            runs.push(Mark::Inferred, " (relied on, not said)");
        }
        if what.anticipated {
            runs.push(Mark::Faint, " (an objection raised against oneself)");
        }
        runs
    }

    fn node(&mut self, statement: StatementId, lead: Runs, above: Option<StatementId>, depth: usize) -> Node {
        if self.shown.contains(&statement) || (above.is_some() && self.roots.contains(&statement)) {
            return self.again(statement, lead, above.is_none());
        }
        self.shown.insert(statement);
        let mut node = self.leaf(statement, lead);
        node.details = self.details(statement, above);
        let hanging = self.hanging(statement);
        if depth + 1 >= DEPTH || self.shown.len() + hanging.len() > STATEMENTS {
            let below: HashSet<StatementId> = hanging.iter().map(|(below, _)| *below).collect();
            let elsewhere = |below: &StatementId| self.shown.contains(below) || self.roots.contains(below);
            let hidden = below.iter().filter(|below| !elsewhere(below)).count();
            if hidden > 0 {
                node.details.push(Runs::new().with(Mark::Faint, format!("… {hidden} more under it")));
            }
            return node;
        }
        for (below, lead) in hanging {
            node.children.push(self.node(below, lead, Some(statement), depth + 1));
        }
        node
    }

    /// Statements that hang directly on another, each with the words that say how.
    fn hanging(&self, statement: StatementId) -> Vec<(StatementId, Runs)> {
        let map = self.map;
        let mut hanging = Vec::new();
        for &id in map.reasons_for(statement) {
            let reason = &map.reasons[id];
            if (self.stated && reason.inferred) || !map.is_given(reason) {
                continue;
            }
            for (index, &premise) in reason.premises.iter().enumerate() {
                hanging.push((premise, because(reason, index)));
            }
        }
        hanging
    }

    /// Quotations of a statement that stands at the root, and its place.
    fn details(&self, statement: StatementId, above: Option<StatementId>) -> Vec<Runs> {
        let map = self.map;
        if above.is_some() {
            return Vec::new();
        }
        let mut details: Vec<Runs> = map.quotations_of(statement).iter().map(|&id| quotation(map, id)).collect();
        details.push(place(map, statement));
        details
    }
}

/// A stance with the issue that it is about: `main-contribution: for ssr (strongly, inferred)`.
pub fn stance(map: &Map, id: StanceId) -> Runs {
    let mut runs = named::issue(map, map.stances[id].issue);
    runs.push(Mark::Plain, ": ");
    runs.append(stance_sign(map, id));
    runs.append(manner(map, id));
    runs
}

/// A stance in short: `for ssr`, `from none to some`, `against engineering`, `ssr over engineering`, `weighs it`.
pub fn stance_sign(map: &Map, id: StanceId) -> Runs {
    let stance = &map.stances[id];
    let (word, mark) = match stance.attitude {
        Attitude::Holds if stance.to.is_some() => ("from ", Mark::For),
        Attitude::Holds => ("for ", Mark::For),
        Attitude::Rejects => ("against ", Mark::Against),
        Attitude::Prefers => ("prefers ", Mark::Between),
        Attitude::Weighs => ("weighs it", Mark::Between),
        Attitude::Raises => ("raises it", Mark::Between),
    };
    let mut runs = Runs::new().with(mark, word);
    if let Some(position) = stance.position {
        runs.append(named::position(map, position));
    }
    if let Some(last) = stance.to {
        runs.push(Mark::Plain, " to ");
        runs.push(Mark::Name, map.position_name(last));
    }
    if !stance.over.is_empty() {
        let over = stance.over.iter().map(|&position| named::position(map, position));
        runs.push(Mark::Plain, " over ");
        runs.append(named::joined(over, ", "));
    }
    if let Some(text) = stance.text {
        runs.push(Mark::Plain, format!(" ({})", map.text(text)));
    }
    runs
}

/// How a stance is taken: its condition, and in brackets its strength and the like; nothing where all is plain.
pub fn manner(map: &Map, id: StanceId) -> Runs {
    let stance = &map.stances[id];
    let mut runs = Runs::new();
    if let Some(condition) = &stance.condition {
        runs.push(Mark::Between, format!(" {}", map.condition(condition)));
    }
    let inferred = if stance.inferred { Qualifiers::INFERRED } else { Qualifiers::empty() };
    let alone = stance.alone.then_some("as not enough by itself");
    let words: Vec<&str> = stance.strength.qualifier().words().chain(alone).chain(inferred.words()).collect();
    if !words.is_empty() {
        let mark = if stance.inferred { Mark::Inferred } else { Mark::Plain };
        runs.push(mark, format!(" ({})", words.join(", ")));
    }
    runs
}

fn because(reason: &Reason, index: usize) -> Runs {
    let word = if index == 0 { "because" } else { "together with" };
    marked(Mark::For, word, reason.inferred)
}

fn marked(mark: Mark, word: &str, inferred: bool) -> Runs {
    let runs = Runs::new().with(mark, word);
    if inferred { runs.with(Mark::Inferred, " (inferred)") } else { runs }
}
