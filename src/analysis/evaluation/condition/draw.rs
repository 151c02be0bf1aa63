//! Draws the stances that hang on parts of the map: behind the statements, on which nothing here has any effect.

use std::collections::BTreeSet;

use foldhash::{HashMap, HashMapExt};
use framework::Argument;

use crate::analysis::evaluation::framework_builder::{AuxiliaryArgument, FrameworkBuilder};
use crate::analysis::table::bearing::{Bearing, bearings};
use crate::model::{Answers, Attitude, ConditionLink, IssueId, Map, PositionId, StanceId, StatementId};

use super::{Answered, Conditions, Hook, is_provisional};

/// Which part of a map is drawn, behind statements that are arguments by their ids.
pub struct Part<'d> {
    /// The map that is drawn.
    pub map: &'d Map,
    /// Whether a stance is left out that the mapper inferred.
    pub stated: bool,
    /// Whether each statement takes part.
    pub argued: &'d [bool],
}

/// Draws the conditions of a part of a map.
pub fn draw(part: &Part<'_>, builder: &mut FrameworkBuilder) -> Conditions {
    let map = part.map;
    let hanging: Vec<StanceId> =
        map.stances.ids().filter(|&id| map.stances[id].linked().is_some() && part.says(id)).collect();
    let mut drawing = Drawing {
        part,
        builder,
        conditions: Conditions::default(),
        open: None,
        provisional: HashMap::new(),
        unmet: HashMap::new(),
        excluding: HashMap::new(),
    };
    for &stance in &hanging {
        let argument = drawing.builder.add(AuxiliaryArgument::Stance(stance));
        drawing.builder.need(vec![part.statement(stance)], argument);
        drawing.conditions.stances.push((stance, argument));
    }
    let issues: BTreeSet<IssueId> = hanging.iter().flat_map(|&stance| part.issues_below(stance)).collect();
    for issue in issues {
        drawing.issue(issue);
    }
    for &stance in &hanging {
        drawing.hang(stance);
    }
    drawing.circles();
    drawing.conditions
}

impl Part<'_> {
    fn statement(&self, stance: StanceId) -> Argument {
        self.map.stances[stance].statement.index() as Argument
    }

    fn says(&self, stance: StanceId) -> bool {
        let stance = &self.map.stances[stance];
        !(self.stated && stance.inferred) && self.argued[stance.statement.index()]
    }

    /// Whether a stance answers for a position: what an author reports or anticipates is not held by that author.
    fn answers(&self, stance: StanceId) -> bool {
        let statement = &self.map.statements[self.map.stances[stance].statement];
        self.says(stance) && statement.is_own() && !statement.anticipated
    }

    fn issues_below(&self, stance: StanceId) -> impl Iterator<Item = IssueId> {
        let links = self.map.stances[stance].linked().into_iter().flat_map(|condition| condition.links.iter());
        links.filter_map(|link| match link {
            ConditionLink::Position(position) => Some(self.map.positions[*position].issue),
            ConditionLink::Statement(_) => None,
        })
    }
}

struct Drawing<'d> {
    part: &'d Part<'d>,
    builder: &'d mut FrameworkBuilder,
    conditions: Conditions,
    /// Always open: what no map answers.
    open: Option<Argument>,
    /// Stances that come at most to what they say after `if`.
    provisional: HashMap<StanceId, Argument>,
    /// For what a stance hangs on, what is in while that is out.
    unmet: HashMap<Argument, Argument>,
    /// For each issue what is in while any of its positions is held.
    excluding: HashMap<IssueId, Argument>,
}

impl Drawing<'_> {
    fn open(&mut self) -> Argument {
        *self.open.get_or_insert_with(|| {
            let open = self.builder.add(AuxiliaryArgument::Unanswered);
            self.builder.attack(open, open);
            open
        })
    }

    /// Argument of a stance: its statement, where it hangs on nothing else.
    fn stance(&mut self, stance: StanceId) -> Argument {
        if let Some(argument) = self.conditions.stance(stance) {
            return argument;
        }
        let statement = self.part.statement(stance);
        if !is_provisional(self.part.map, stance) {
            return statement;
        }
        if let Some(&argument) = self.provisional.get(&stance) {
            return argument;
        }
        let open = self.open();
        let argument = self.builder.add(AuxiliaryArgument::Provisional);
        self.builder.need(vec![statement], argument);
        self.builder.attack(open, argument);
        self.provisional.insert(stance, argument);
        argument
    }

    /// Draws the positions of an issue on which something hangs: those that exclude each other attack each other, and so do holding
    /// and rejecting one.
    fn issue(&mut self, issue: IssueId) {
        let map = self.part.map;
        let what = &map.issues[issue];
        for position in what.positions() {
            self.conditions.positions.insert(position, Answered::default());
        }
        for &stance in map.stances_on(issue).iter().filter(|&&stance| self.part.answers(stance)) {
            let rejects = map.stances[stance].attitude == Attitude::Rejects && !map.stances[stance].alone;
            for (position, bearing) in bearings(map, stance) {
                let Some(answered) = self.conditions.positions.get_mut(&position) else { continue };
                match bearing {
                    Bearing::Holds => answered.holders.push(stance),
                    Bearing::Rejects if rejects && what.answers != Answers::YesNo => answered.rejecters.push(stance),
                    _ => {}
                }
            }
        }
        let mut held = Vec::new();
        for position in what.positions() {
            let argument = self.any(position, |answered| &answered.holders, AuxiliaryArgument::Held(position));
            let rejection = self.any(position, |answered| &answered.rejecters, AuxiliaryArgument::Rejected(position));
            if let (Some(argument), Some(rejection)) = (argument, rejection) {
                self.builder.attack(argument, rejection);
                self.builder.attack(rejection, argument);
            }
            held.extend(argument);
            if let Some(answered) = self.conditions.positions.get_mut(&position) {
                (answered.argument, answered.rejection) = (argument, rejection);
            }
        }
        if what.is_exclusive() {
            let backwards: Vec<Argument> = held.iter().rev().copied().collect();
            self.exclude(&backwards);
            if let Some(any) = self.exclude(&held) {
                self.excluding.insert(issue, any);
            }
        }
    }

    /// Argument that is in while one of the stances that answer for a position in some way is.
    fn any(
        &mut self,
        position: PositionId,
        by: fn(&Answered) -> &Vec<StanceId>,
        auxiliary: AuxiliaryArgument,
    ) -> Option<Argument> {
        let stances = by(self.conditions.positions.get(&position)?).clone();
        let mut members: Vec<Argument> = stances.into_iter().map(|stance| self.stance(stance)).collect();
        members.sort_unstable();
        members.dedup();
        (!members.is_empty()).then(|| self.builder.add_any_of(members, auxiliary))
    }

    /// Lets each position be attacked by those before it, by way of one junction each, so that many positions take no square of attacks.
    /// What comes of all of them is given back.
    fn exclude(&mut self, held: &[Argument]) -> Option<Argument> {
        let mut so_far: Option<Argument> = None;
        for &position in held {
            if let Some(before) = so_far {
                self.builder.attack(before, position);
            }
            let members = so_far.into_iter().chain([position]).collect();
            so_far = Some(self.builder.any_of(members, AuxiliaryArgument::Excluded));
        }
        so_far
    }

    fn hook(&self, link: ConditionLink) -> Hook {
        match link {
            ConditionLink::Position(position) => self.conditions.position(position),
            ConditionLink::Statement(statement) => statement_hook(self.part, statement),
        }
    }

    /// Lets a stance hang on its condition.
    fn hang(&mut self, stance: StanceId) {
        let (Some(condition), Some(argument)) =
            (self.part.map.stances[stance].linked(), self.conditions.stance(stance))
        else {
            return;
        };
        let hooks: Vec<(ConditionLink, Hook)> = condition.links.iter().map(|&link| (link, self.hook(link))).collect();
        if condition.is_unless() {
            let met = hooks.iter().map(|(_, hook)| match hook {
                Hook::Argument(argument) => Some(*argument),
                Hook::Nobody => None,
            });
            // A position that nobody answers for does not stand, so a stance that holds unless it does is not attacked.
            if let Some(together) = met.collect::<Option<Vec<Argument>>>() {
                self.builder.attack_together(together, argument);
            }
            return;
        }
        for (link, hook) in hooks {
            match (link, hook) {
                (ConditionLink::Statement(_), Hook::Argument(met)) => self.builder.need(vec![met], argument),
                // Stances can hang on each other in a circle. Needs would leave it out whatever else carries one of them.
                (ConditionLink::Position(_), Hook::Argument(met)) => {
                    let unmet = self.unmet(met);
                    self.builder.attack(unmet, argument);
                }
                (_, Hook::Nobody) => {
                    self.excluders(link).into_iter().for_each(|from| self.builder.attack(from, argument));
                    let open = self.open();
                    self.builder.attack(open, argument);
                }
            }
        }
    }

    /// Argument that is in while that on which a stance hangs is out.
    fn unmet(&mut self, met: Argument) -> Argument {
        *self.unmet.entry(met).or_insert_with(|| {
            let unmet = self.builder.add(AuxiliaryArgument::Unmet);
            self.builder.attack(met, unmet);
            unmet
        })
    }

    /// Arguments that exclude a position that nobody holds.
    fn excluders(&self, link: ConditionLink) -> Vec<Argument> {
        let ConditionLink::Position(position) = link else { return Vec::new() };
        let issue = self.part.map.positions[position].issue;
        let rejection = self.conditions.answered(position).and_then(|answered| answered.rejection);
        self.excluding.get(&issue).copied().into_iter().chain(rejection).collect()
    }

    /// Numbers the stances, so that those that hang on each other have one number.
    fn circles(&mut self) {
        let conditions = &self.conditions;
        let number: HashMap<StanceId, Argument> =
            conditions.stances.iter().zip(0..).map(|((stance, _), at)| (*stance, at)).collect();
        let pairs: Vec<(Argument, Argument)> = conditions
            .stances
            .iter()
            .zip(0..)
            .flat_map(|((stance, _), at)| conditions.hangs_on(self.part.map, *stance).map(move |it| (it, at)))
            .filter_map(|(below, at)| Some((*number.get(&below)?, at)))
            .collect();
        let circles = framework::circles(conditions.stances.len(), pairs.into_iter());
        let numbered = conditions.stances.iter().zip(circles).map(|((_, argument), circle)| (*argument, circle));
        self.conditions.circles = numbered.collect();
    }
}

fn statement_hook(part: &Part<'_>, statement: StatementId) -> Hook {
    if part.argued[statement.index()] { Hook::Argument(statement.index() as Argument) } else { Hook::Nobody }
}
