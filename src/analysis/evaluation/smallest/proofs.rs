//! Ways to prove each verdict that may be part of a defence.

use foldhash::{HashMap, HashMapExt};
use framework::{Argument, Framework};

use crate::analysis::evaluation::depth::Depths;

/// The ways to come to every verdict that one verdict may rest on.
///
/// Graph of proofs. To be in, an argument needs each attacker out, of each joint attack one member out, of each need
/// one member in; to be out, one attacker in, all members of a joint attack in, or all members of a need out.
pub(super) struct Proofs {
    arguments: Vec<Argument>,
    counts: Vec<bool>,
    /// When each verdict was found.
    turns: Vec<u32>,
    forced: Vec<Vec<Node>>,
    /// Of each choice one way has to be taken as a whole.
    choices: Vec<Vec<Vec<Vec<Node>>>>,
    /// How many arguments that count each verdict rests on at least, whichever way.
    least: Vec<usize>,
}

/// How often the least numbers are improved.
const PASSES: usize = 20;

impl Proofs {
    /// Of all that a verdict may rest on.
    pub fn new(framework: &Framework, depths: &Depths, argument: Argument) -> Proofs {
        let is = |it: Argument, wanted: bool| depths.of(it).is_some_and(|verdict| verdict.is_in == wanted);
        let mut joint: HashMap<Argument, Vec<&[Argument]>> = HashMap::new();
        for attack in framework.joint_attacks() {
            joint.entry(attack.target).or_default().push(&attack.members);
        }
        let mut needs: HashMap<Argument, Vec<(bool, &[Argument])>> = HashMap::new();
        for need in framework.needs() {
            needs.entry(need.argument).or_default().push((need.open, &need.members));
        }
        let mut proofs = Proofs {
            arguments: vec![argument],
            counts: Vec::new(),
            turns: Vec::new(),
            forced: Vec::new(),
            choices: Vec::new(),
            least: Vec::new(),
        };
        let mut nodes: HashMap<Argument, Node> = HashMap::new();
        nodes.insert(argument, 0);
        let mut next = 0;
        while let Some(&argument) = proofs.arguments.get(next) {
            let verdict = depths.of(argument).expect("only what is certain proves anything");
            let attackers = framework.attackers(argument).iter().copied();
            let joint = joint.get(&argument).into_iter().flatten().copied();
            let needs = needs.get(&argument).into_iter().flatten().copied();
            let alone = |members: &[Argument], wanted: bool| -> Vec<Vec<Argument>> {
                members.iter().filter(|&&it| is(it, wanted)).map(|&it| vec![it]).collect()
            };
            let choices: Vec<Vec<Vec<Argument>>> = if verdict.is_in {
                let attackers = attackers.map(|it| vec![vec![it]]);
                let joint = joint.map(|members| alone(members, false));
                attackers.chain(joint).chain(needs.map(|(_, members)| alone(members, true))).collect()
            } else {
                let all = |members: &[Argument], wanted: bool| members.iter().all(|&it| is(it, wanted));
                let attackers = attackers.filter(|&it| is(it, true)).map(|it| vec![it]);
                let joint = joint.filter(|members| all(members, true)).map(<[Argument]>::to_vec);
                let needs = needs.filter(|(open, members)| !open && all(members, false));
                vec![attackers.chain(joint).chain(needs.map(|(_, members)| members.to_vec())).collect()]
            };
            let mut node = |argument: Argument| {
                *nodes.entry(argument).or_insert_with(|| {
                    proofs.arguments.push(argument);
                    (proofs.arguments.len() - 1) as Node
                })
            };
            let (mut forced, mut open) = (Vec::new(), Vec::new());
            for choice in choices {
                let mut ways: Vec<Vec<Node>> =
                    choice.into_iter().map(|way| way.into_iter().map(&mut node).collect()).collect();
                match ways.len() {
                    1 => forced.append(&mut ways[0]),
                    _ => open.push(ways),
                }
            }
            proofs.counts.push(verdict.is_in && !framework.is_helper(argument));
            proofs.turns.push(verdict.turn);
            proofs.forced.push(forced);
            proofs.choices.push(open);
            next += 1;
        }
        proofs.find_least();
        proofs
    }

    pub fn len(&self) -> usize {
        self.arguments.len()
    }

    pub fn argument(&self, node: Node) -> Argument {
        self.arguments[node as usize]
    }

    /// Whether a node is an argument that stands and counts.
    pub fn counts(&self, node: Node) -> bool {
        self.counts[node as usize]
    }

    /// How many nodes of a set count.
    pub fn size(&self, set: &[Node]) -> usize {
        set.iter().filter(|&&node| self.counts(node)).count()
    }

    /// How many arguments a node rests on at least, itself among them.
    pub fn least(&self, node: Node) -> usize {
        self.least[node as usize]
    }

    /// Nodes that a node cannot do without.
    pub fn forced(&self, node: Node) -> &[Node] {
        &self.forced[node as usize]
    }

    /// Where there is a choice what a node rests on.
    pub fn choices(&self, node: Node) -> &[Vec<Vec<Node>>] {
        &self.choices[node as usize]
    }

    /// As many as the longest way down has, since all of that may be shared. Each pass finds more, and never too much.
    fn find_least(&mut self) {
        self.least = vec![0; self.len()];
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_unstable_by_key(|&at| self.turns[at]);
        for _ in 0..PASSES {
            let mut changed = false;
            for &at in &order {
                let most = |way: &[Node]| way.iter().map(|&it| self.least[it as usize]).max().unwrap_or(0);
                let of_choices =
                    self.choices[at].iter().map(|ways| ways.iter().map(|way| most(way)).min().unwrap_or(0));
                let below = of_choices.chain([most(&self.forced[at])]).max().unwrap_or(0);
                let least = below + usize::from(self.counts[at]);
                changed |= std::mem::replace(&mut self.least[at], least) != least;
            }
            if !changed {
                return;
            }
        }
    }

    /// The set that rests on what was found soonest.
    pub fn shallowest(&self) -> Vec<Node> {
        let latest = |way: &[Node]| way.iter().map(|&it| self.turns[it as usize]).max();
        let mut is_in = vec![false; self.len()];
        let (mut set, mut open) = (Vec::new(), vec![0]);
        while let Some(node) = open.pop() {
            if !std::mem::replace(&mut is_in[node as usize], true) {
                set.push(node);
                open.extend(self.forced(node));
                let soonest = self.choices(node).iter().filter_map(|ways| ways.iter().min_by_key(|way| latest(way)));
                open.extend(soonest.flatten());
            }
        }
        set
    }

    /// For each node whether it is certain by the set alone, without going round in a circle.
    pub fn certain(&self, set: &[Node], is_in: &[bool]) -> Vec<bool> {
        let mut certain = vec![false; self.len()];
        // Each node waits for the first that it cannot do without, and then for one of each way that it may take.
        let mut waiting: Vec<Vec<Node>> = vec![Vec::new(); self.len()];
        let mut met = vec![0; self.len()];
        let mut open: Vec<Node> = set.to_vec();
        while let Some(node) = open.pop() {
            let at = node as usize;
            if certain[at] {
                continue;
            }
            let lacks = |way: &[Node]| way.iter().copied().find(|&it| !certain[it as usize]);
            let forced = &self.forced[at];
            met[at] += forced[met[at]..].iter().take_while(|&&it| certain[it as usize]).count();
            if let Some(&first) = forced.get(met[at]) {
                waiting[first as usize].push(node);
                continue;
            }
            let unmet = self.choices[at].iter().find(|ways| ways.iter().all(|way| lacks(way).is_some()));
            if let Some(ways) = unmet {
                let lacking = ways.iter().filter_map(|way| lacks(way)).filter(|&it| is_in[it as usize]);
                lacking.for_each(|it| waiting[it as usize].push(node));
            } else {
                certain[at] = true;
                open.append(&mut waiting[at]);
            }
        }
        certain
    }
}

/// A part of a defence: an argument with its verdict. The first is the one that is asked for.
pub(super) type Node = u32;
