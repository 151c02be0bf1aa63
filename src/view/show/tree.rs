//! Trees of statements for one page: each is spelt out once, with what hangs on it down to the depth that is asked for.

use foldhash::HashSet;

use crate::analysis::dispute::hanging::{Hanging, Link};
use crate::model::{IssueId, Map, StatementId};
use crate::page::{Mark, Node, Runs};
use crate::study::Study;
use crate::view::wording::called::quoted;
use crate::view::wording::named;
use crate::view::wording::naming::{counted, kind, quotation, speaker, statement_value};
use crate::view::wording::remark::remarks;
use crate::view::wording::speech::{Speech, cut};
use crate::view::wording::stance_said::stance_with_issue;

use super::asked::ShowOptions;
use super::lead;
use super::node::plain;
use super::room::Room;

/// How many statements one page of trees shows.
const STATEMENTS: usize = 5_000;

/// Grows the trees of one page.
pub struct Trees<'s, 'm> {
    /// The part of the map that the page is about.
    pub study: &'s Study<'m>,
    /// Names of people and statements.
    pub speech: Speech<'m>,
    /// Room that the page has.
    pub room: Room,
    options: ShowOptions,
    /// Issue whose stances the leads of the roots tell.
    about: Option<IssueId>,
    /// Statements that are spelt out, or will be at the root of a tree.
    shown: HashSet<StatementId>,
    roots: HashSet<StatementId>,
    /// Statements that hang on those that are shown, and are not shown there.
    hidden: HashSet<StatementId>,
    /// Whether the page lists statements one by one.
    is_list: bool,
}

impl<'s, 'm> Trees<'s, 'm> {
    /// With nothing on the page yet; an overview has as much room as is said later.
    pub fn new(study: &'s Study<'m>, options: ShowOptions) -> Self {
        Trees {
            study,
            speech: Speech::new(study.map),
            room: Room::FULL,
            options,
            about: None,
            shown: HashSet::default(),
            roots: HashSet::default(),
            hidden: HashSet::default(),
            is_list: false,
        }
    }

    fn map(&self) -> &'m Map {
        self.study.map
    }

    /// Whether nothing is cut.
    pub fn is_full(&self) -> bool {
        self.options.is_full()
    }

    /// Leaves it to the leads of roots to say how they stand on this issue, and whose they are; or to nobody.
    pub fn about(&mut self, issue: impl Into<Option<IssueId>>) {
        self.about = issue.into();
    }

    /// Makes it a page of statements in lists, on which nothing is a step deeper.
    pub fn make_list(&mut self) {
        self.make_room(Room { noted: false, ..Room::FULL });
        self.is_list = true;
    }

    /// Makes as much room as an overview has; where everything is asked for, there is room for it.
    pub fn make_room(&mut self, room: Room) {
        self.room = if self.is_full() { Room::FULL } else { room };
    }

    /// Spells these statements out where they are roots, and nowhere else.
    pub fn expect(&mut self, roots: impl IntoIterator<Item = StatementId>) {
        self.roots.extend(roots);
    }

    /// Whether a statement is spelt out already.
    pub fn has_shown(&self, statement: StatementId) -> bool {
        self.shown.contains(&statement)
    }

    /// Counts these among what the page does not show.
    pub fn hide(&mut self, statements: impl IntoIterator<Item = StatementId>) {
        self.hidden.extend(statements);
    }

    /// Sentence on what the page does not show: how many statements, and how to see them. None where it shows all.
    pub fn rest(&self) -> Option<Runs> {
        if self.is_list {
            let number = self.hidden.iter().filter(|statement| !self.shown.contains(statement)).count();
            let are = if number == 1 { "1 statement is".to_owned() } else { format!("{number} statements are") };
            let runs = Runs::from(format!("{are} only named or counted here: "));
            let runs = runs.with(Mark::Name, "--full").with(Mark::Plain, " shows all.");
            return (number > 0).then_some(runs);
        }
        let number = self.study.lies_below(self.hidden.iter().copied(), |statement| self.has_shown(statement));
        if number == 0 {
            return None;
        }
        let are = if number == 1 { "statement is" } else { "statements are" };
        let mut runs = Runs::from(format!("{number} more {are} not shown here"));
        if self.is_full() && self.options.steps() == ShowOptions::DEEPEST {
            runs.push(
                Mark::Plain,
                ", because the tree would be too deep or too large. Show one of the lowest to go on.",
            );
            return Some(runs);
        }
        runs.push(Mark::Plain, ": ");
        if !self.is_full() {
            runs = runs.with(Mark::Name, "--full").with(Mark::Plain, " shows all, ");
        }
        let deeper = (self.options.steps() + 1).min(ShowOptions::DEEPEST);
        Some(runs.with(Mark::Name, format!("--depth {deeper}")).with(Mark::Plain, " a step more."))
    }

    /// A tree whose root is a statement; `lead` stands before it and says why it is there.
    pub fn grow(&mut self, statement: StatementId, lead: Runs) -> Node {
        self.node(statement, lead, None, 0, &[])
    }

    /// A statement with nothing below it, but for a few words on what hangs on it; where it is spelt out elsewhere, its own words.
    pub fn leaf(&mut self, statement: StatementId, lead: Runs) -> Node {
        if !self.shown.insert(statement) {
            let lead = if lead.is_empty() { lead } else { lead.with(Mark::Plain, " ") };
            let runs = lead.joined(self.speech.statement(statement)).with(Mark::Faint, ", as above");
            return plain(runs, statement_value(self.map(), statement), Vec::new());
        }
        let runs = self.line(statement, lead, true);
        let mut details =
            if self.room.noted { self.noted(statement, true) } else { vec![self.quoted_with_key(statement)] };
        let hanging = self.study.hanging_on(statement);
        let remark = lead::remark(self.map(), &self.speech, &hanging.iter().collect::<Vec<_>>());
        details.extend(Some(remark).filter(|remark| !remark.is_empty()));
        Node { runs, value: statement_value(self.map(), statement), details, children: Vec::new() }
    }

    /// A statement that stands elsewhere on the page with all that hangs on it: its words will do.
    fn again(&self, statement: StatementId, mut lead: Runs) -> Node {
        lead.push(Mark::Plain, if lead.is_empty() { "" } else { " " });
        let speech = &self.speech;
        lead.append(if lead.is_empty() { speech.statement(statement) } else { speech.words(statement) });
        lead.push(Mark::Faint, if self.has_shown(statement) { ", as above" } else { ", see below" });
        plain(lead, statement_value(self.map(), statement), Vec::new())
    }

    fn node(
        &mut self,
        statement: StatementId,
        lead: Runs,
        above: Option<StatementId>,
        depth: usize,
        denied_by: &[Hanging],
    ) -> Node {
        let is_root = above.is_none();
        if self.has_shown(statement) || !is_root && self.roots.contains(&statement) {
            return self.again(statement, lead);
        }
        self.shown.insert(statement);
        let mut runs = self.line(statement, lead, is_root);
        let mut details = if self.room.noted && (is_root || self.is_full()) {
            self.noted(statement, is_root)
        } else if is_root {
            vec![self.quoted_with_key(statement)]
        } else {
            Vec::new()
        };
        let mut hanging = self.study.hanging_on(statement);
        hanging.extend_from_slice(denied_by);
        let denials = denied_by.len();
        let mut children = Vec::new();
        if depth.saturating_add(1) >= self.options.steps() || self.shown.len() + hanging.len() > STATEMENTS {
            let all: Vec<&Hanging> = hanging.iter().collect();
            let remark = lead::remark(self.map(), &self.speech, &all);
            let denied = all.iter().flat_map(|it| it.denied_by.iter().map(|denial| denial.statement));
            self.hidden.extend(all.iter().map(|it| it.statement).chain(denied));
            if is_root && !remark.is_empty() {
                details.push(Runs::new().joined(remark));
            } else if !remark.is_empty() {
                runs = runs.with(Mark::Plain, " – ").joined(remark);
            }
        } else {
            children = self.children(statement, &hanging, denials, depth);
        }
        Node { runs, value: statement_value(self.map(), statement), details, children }
    }

    /// As many of those that hang on a statement as there is room for, and how many more there are.
    fn children(&mut self, statement: StatementId, hanging: &[Hanging], denials: usize, depth: usize) -> Vec<Node> {
        let mut children = Vec::new();
        let mut omitted: Vec<&Hanging> = Vec::new();
        let (mut reasons, mut others) = (0, 0);
        for (at, it) in hanging.iter().enumerate() {
            let is_reason = matches!(it.link, Link::Because | Link::TogetherWith);
            let (number, most) =
                if is_reason { (&mut reasons, self.room.reasons) } else { (&mut others, self.room.others) };
            *number += 1;
            // A premise is not torn from those that it is needed with.
            let is_torn = it.link == Link::TogetherWith && omitted.last().is_none();
            if *number > most && !is_torn {
                omitted.push(it);
                continue;
            }
            let below_premise = at + denials >= hanging.len();
            let mut lead = lead::link(self.map(), &self.speech, it, below_premise);
            if it.relation.is_none() || matches!(it.link, Link::Although | Link::Granting) {
                lead.append(self.other_speaker(it.statement, statement));
            }
            children.push(self.node(it.statement, lead, Some(statement), depth + 1, &it.denied_by));
        }
        if !omitted.is_empty() {
            let denied = omitted.iter().flat_map(|it| it.denied_by.iter().map(|denial| denial.statement));
            self.hidden.extend(omitted.iter().map(|it| it.statement).chain(denied));
            let remark = lead::remark(self.map(), &self.speech, &omitted);
            let admitted = omitted.iter().filter(|it| matches!(it.link, Link::Although | Link::Granting)).count();
            let mut runs = Runs::from("more: ").joined(remark.clone());
            if admitted > 0 {
                runs.push(Mark::Plain, if remark.is_empty() { "" } else { "; " });
                runs.push(Mark::Plain, format!("{} admitted", counted(admitted, "point")));
            }
            children.push(plain(runs, serde_json::json!({ "more": omitted.len() }), Vec::new()));
        }
        children
    }

    /// ` Sedgwick:` before what somebody else says than the statement above it.
    fn other_speaker(&self, statement: StatementId, above: StatementId) -> Runs {
        let said = lead::speaker(self.map(), &self.speech, statement);
        if said == lead::speaker(self.map(), &self.speech, above) {
            return Runs::new();
        }
        Runs::new().with(Mark::Plain, " – ").with(Mark::Strong, said).with(Mark::Plain, ":")
    }

    /// Text of a statement behind its lead.
    fn line(&self, statement: StatementId, lead: Runs, is_root: bool) -> Runs {
        let map = self.map();
        let what = &map.statements[statement];
        let mut runs = lead;
        runs.push(Mark::Plain, if runs.is_empty() { "" } else { " " });
        let text = map.text(what.text);
        let length = if is_root { usize::MAX } else { self.room.length };
        runs.push(Mark::Plain, if length == usize::MAX { text.into_owned() } else { cut(&text, length) });
        runs.push(Mark::Inferred, if what.unstated { " (relied on, not said)" } else { "" });
        runs
    }

    /// A few words of the first quotation with their place, how many more there are, and last the name of the statement.
    fn quoted_with_key(&self, statement: StatementId) -> Runs {
        let map = self.map();
        let quotations = map.quotations_of(statement);
        let mut runs = Runs::new();
        if let Some(&first) = quotations.first() {
            runs.append(quoted(map, first));
            if let Some(place) = map.quotations[first].place {
                runs = runs.with(Mark::Plain, " ").with(Mark::Place, format!("[{}]", map.text(place)));
            }
            if quotations.len() > 1 {
                runs.push(Mark::Faint, format!(", {} more", quotations.len() - 1));
            }
            runs.push(Mark::Plain, "  ");
        }
        runs.joined(named::statement(map, statement))
    }

    /// All that is noted of a statement: whose it is and where it stands, its stances, its quotations, and remarks.
    fn noted(&self, statement: StatementId, is_root: bool) -> Vec<Runs> {
        let map = self.map();
        let stated = self.study.selection.filter.stated;
        let mut origin = Runs::new().with(Mark::Faint, kind(map, statement)).with(Mark::Plain, " · ");
        if is_root && self.about.is_none() {
            origin = origin.with(Mark::Strong, speaker(map, statement)).with(Mark::Plain, " · ");
        }
        let origin = origin.joined(named::place(map, statement)).with(Mark::Plain, "  ");
        let mut details = vec![origin.joined(named::statement(map, statement))];
        let is_told = |stance: &crate::model::Stance| is_root && self.about == Some(stance.issue);
        for &id in map.stances_of(statement) {
            let stance = &map.stances[id];
            if !(stated && stance.inferred || is_told(stance)) {
                details.push(stance_with_issue(map, id));
            }
        }
        details.extend(map.quotations_of(statement).iter().map(|&id| quotation(map, id)));
        details.extend(remarks(map, statement, stated));
        details
    }
}
