//! Draws the stances that hang on parts of the map: behind the statements, on which nothing here has any effect.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt};
use framework::Argument;

use crate::analysis::evaluation::framework_builder::{AuxiliaryArgument, FrameworkBuilder};
use crate::analysis::table::bearing::{Bearing, bearings};
use crate::model::{Answers, Attitude, ConditionLink, IssueId, Map, PositionId, StanceId, StatementId, steps};

use super::{Answered, Conditions, Hook, is_provisional};

/// First position and last of what a stance holds, mostly the same.
type Range = [PositionId; 2];

/// Which part of a map is drawn, behind statements that are arguments by their ids.
pub struct Part<'d> {
    /// The map that is drawn.
    pub map: &'d Map,
    /// Whether a stance is left out that the mapper inferred.
    pub stated: bool,
    /// Whether each statement takes part.
    pub argued: &'d [bool],
    /// Positions that are held to, or not, whoever holds them.
    pub settled: &'d [(PositionId, bool)],
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

    fn settled(&self, position: PositionId) -> Option<bool> {
        self.settled.iter().find(|(settled, _)| *settled == position).map(|(_, holds)| *holds)
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

    /// Draws what is held on an issue on which something hangs: what excludes each other attacks each other, and so do holding and
    /// rejecting one position. A range answers for each of its steps, and excludes what shares no step with it.
    /// Nothing attacks a position that is settled to be held.
    fn issue(&mut self, issue: IssueId) {
        let map = self.part.map;
        let what = &map.issues[issue];
        for position in what.positions() {
            self.conditions.positions.insert(position, Answered::default());
        }
        let mut ranges: BTreeMap<Range, Vec<StanceId>> = BTreeMap::new();
        for &stance in map.stances_on(issue).iter().filter(|&&stance| self.part.answers(stance)) {
            let rejects = map.stances[stance].attitude == Attitude::Rejects && !map.stances[stance].alone;
            let mut range: Option<Range> = None;
            for (position, bearing) in bearings(map, stance) {
                let Some(answered) = self.conditions.positions.get_mut(&position) else { continue };
                match bearing {
                    Bearing::Holds => {
                        answered.holders.push(stance);
                        range = Some([range.map_or(position, |[first, _]| first), position]);
                    }
                    Bearing::Rejects if rejects && what.answers != Answers::YesNo => answered.rejecters.push(stance),
                    _ => {}
                }
            }
            if let Some(range) = range {
                ranges.entry(range).or_default().push(stance);
            }
        }
        let mut held: Vec<(Range, Argument)> = Vec::new();
        let mut holding: BTreeMap<PositionId, Vec<Argument>> = BTreeMap::new();
        for (range, stances) in ranges {
            let argument = self.any(stances, AuxiliaryArgument::Held(range[0]));
            held.extend(argument.map(|argument| (range, argument)));
            for step in steps(Some(range[0]), Some(range[1])) {
                holding.entry(step).or_default().extend(argument);
            }
        }
        for (range, argument) in &held {
            if steps(Some(range[0]), Some(range[1])).all(|step| self.part.settled(step) == Some(false)) {
                self.builder.need(Vec::new(), *argument);
            }
        }
        let mut settled_ones: Vec<Argument> = Vec::new();
        for position in what.positions() {
            let holding = holding.remove(&position).unwrap_or_default();
            let settled = self.part.settled(position);
            let rejecters = self.conditions.positions.get(&position).map(|answered| answered.rejecters.clone());
            let rejection = self.any(rejecters.unwrap_or_default(), AuxiliaryArgument::Rejected(position));
            for (&argument, rejection) in holding.iter().zip(rejection.iter().cycle()) {
                self.builder.attack(argument, *rejection);
                self.builder.attack(*rejection, argument);
            }
            let argument = match settled {
                Some(holds) => Some(self.settle(position, holds)),
                None if holding.is_empty() => None,
                None => Some(self.builder.any_of(holding, AuxiliaryArgument::Held(position))),
            };
            if let Some(argument) = argument.filter(|_| settled == Some(true)) {
                if let Some(rejection) = rejection {
                    self.builder.attack(argument, rejection);
                }
                held.push(([position, position], argument));
                settled_ones.push(argument);
            }
            if let Some(answered) = self.conditions.positions.get_mut(&position) {
                (answered.argument, answered.rejection, answered.settled) = (argument, rejection, settled);
            }
        }
        if what.is_exclusive() {
            held.sort_unstable_by_key(|([first, _], _)| Reverse(*first));
            self.exclude(&held, &settled_ones, |one, before| before[0] > one[1]);
            held.sort_unstable_by_key(|([_, last], _)| *last);
            if let Some(any) = self.exclude(&held, &settled_ones, |one, before| before[1] < one[0]) {
                self.excluding.insert(issue, any);
            }
        }
    }

    /// Argument for a position that is settled.
    fn settle(&mut self, position: PositionId, holds: bool) -> Argument {
        let argument = self.builder.add(AuxiliaryArgument::Held(position));
        if !holds {
            self.builder.need(Vec::new(), argument);
        }
        argument
    }

    /// Argument that is in while one of the stances is.
    fn any(&mut self, stances: Vec<StanceId>, auxiliary: AuxiliaryArgument) -> Option<Argument> {
        let mut members: Vec<Argument> = stances.into_iter().map(|stance| self.stance(stance)).collect();
        members.sort_unstable();
        members.dedup();
        (!members.is_empty()).then(|| self.builder.add_any_of(members, auxiliary))
    }

    /// Lets all that is held be attacked by what lies wholly before it, by way of one junction each, so that many positions take no square
    /// of attacks. What comes of all of them is given back.
    /// Nothing attacks what is settled.
    fn exclude(
        &mut self,
        held: &[(Range, Argument)],
        settled: &[Argument],
        is_before: impl Fn(Range, Range) -> bool,
    ) -> Option<Argument> {
        let mut junctions: Vec<Argument> = Vec::with_capacity(held.len());
        for (_, argument) in held {
            let members = junctions.last().copied().into_iter().chain([*argument]).collect();
            junctions.push(self.builder.any_of(members, AuxiliaryArgument::Excluded));
        }
        for (range, argument) in held.iter().filter(|(_, argument)| !settled.contains(argument)) {
            let before = held.partition_point(|(other, _)| is_before(*range, *other));
            if let Some(&junction) = before.checked_sub(1).and_then(|at| junctions.get(at)) {
                self.builder.attack(junction, *argument);
            }
        }
        junctions.last().copied()
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
