//! Random maps whose stances hang on each other.

use proptest::prelude::*;

/// The issues with their positions, the first of which is left free for what nobody holds.
const ISSUES: &[(&str, &[&str])] = &[
    ("spare", &["yes", "no"]),
    ("plain", &["yes", "no"]),
    ("choice", &["x", "y", "z"]),
    ("open", &["x", "y"]),
    ("scale", &["x", "y", "z"]),
];

/// A stance to be written.
#[derive(Debug, Clone)]
pub struct Taking {
    statement: usize,
    issue: usize,
    position: usize,
    rejects: bool,
    alone: bool,
    /// Whether, on a scale, it holds the next step, too.
    range: bool,
    condition: Option<(bool, Vec<Link>)>,
}

#[derive(Debug, Clone)]
enum Link {
    Position(usize, usize),
    Statement(usize),
    Words,
}

/// A map to be written.
#[derive(Debug, Clone)]
pub struct Drawn {
    statements: usize,
    attacks: Vec<(usize, usize)>,
    pub stances: Vec<Taking>,
}

fn link() -> impl Strategy<Value = Link> {
    prop_oneof![
        6 => (1..ISSUES.len(), 0..3usize).prop_map(|(issue, position)| Link::Position(issue, position)),
        2 => (0..4usize).prop_map(Link::Statement),
        1 => Just(Link::Words),
    ]
}

fn taking() -> impl Strategy<Value = Taking> {
    let condition = prop::option::weighted(0.7, (any::<bool>(), prop::collection::vec(link(), 1..3)));
    let side = (prop::bool::weighted(0.2), any::<bool>(), any::<bool>());
    (0..4usize, 1..ISSUES.len(), 0..3usize, side, condition).prop_map(
        |(statement, issue, position, (rejects, alone, range), condition)| Taking {
            statement,
            issue,
            position,
            rejects,
            alone: alone && rejects,
            range: range && !rejects && position < 2,
            condition,
        },
    )
}

/// A few statements that attack each other, and what they hold on which condition.
pub fn drawn() -> impl Strategy<Value = Drawn> {
    let attacks = prop::collection::vec((0..4usize, 0..4usize), 0..4);
    (2..5usize, attacks, prop::collection::vec(taking(), 0..6)).prop_map(|(statements, attacks, stances)| Drawn {
        statements,
        attacks,
        stances,
    })
}

fn position(issue: usize, position: usize) -> &'static str {
    let (_, positions) = ISSUES[issue];
    positions[position % positions.len()]
}

impl Drawn {
    /// The map without what its stances hang on.
    pub fn without_conditions(&self) -> Drawn {
        let mut plain = self.clone();
        plain.stances.iter_mut().for_each(|stance| stance.condition = None);
        plain
    }

    /// The map with one more stance, which says plainly what this one says.
    pub fn with_unconditional_copy(&self, at: usize) -> Drawn {
        let mut more = self.clone();
        let copy = Taking { condition: None, ..self.stances[at].clone() };
        more.stances.push(copy);
        more
    }

    /// The map with an exception to each plain stance which never comes to anything, as nobody speaks to its issue.
    pub fn with_idle_exceptions(&self) -> Drawn {
        let mut more = self.clone();
        for stance in more.stances.iter_mut().filter(|stance| stance.condition.is_none()) {
            stance.condition = Some((true, vec![Link::Position(0, 0)]));
        }
        more
    }

    /// The issue and the position of a stance that holds one.
    pub fn holds(&self, at: usize) -> Option<(&'static str, &'static str)> {
        let stance = &self.stances[at];
        (!stance.rejects).then(|| (ISSUES[stance.issue].0, position(stance.issue, stance.position)))
    }

    fn condition(&self, own: usize, unless: bool, links: &[Link]) -> String {
        let words = links.iter().map(|link| match *link {
            Link::Position(issue, at) => format!("{}: {}", ISSUES[issue].0, position(issue, at)),
            Link::Statement(to) => {
                let to = to % self.statements;
                format!("s{}", if to == own { (to + 1) % self.statements } else { to })
            }
            Link::Words => "it rains".to_owned(),
        });
        let words: Vec<String> = words.collect();
        format!(" {} {}", if unless { "unless" } else { "if" }, words.join(" and "))
    }

    /// The text of the map.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (issue, positions) in ISSUES {
            text += &format!("issue {issue}: Q?\n");
            text += match *issue {
                "open" => "  answers: open\n",
                "scale" => "  answers: scale\n",
                _ => "",
            };
            if positions[0] != "yes" {
                positions.iter().for_each(|position| text += &format!("  position {position}: P\n"));
            }
            text += "\n";
        }
        for statement in 0..self.statements {
            text += &format!("claim s{statement}: S{statement}.\n");
            for stance in self.stances.iter().filter(|stance| stance.statement % self.statements == statement) {
                let word = if stance.rejects { "rejects" } else { "holds" };
                let (issue, alone) = (ISSUES[stance.issue].0, if stance.alone { " (alone)" } else { "" });
                let condition = stance.condition.as_ref();
                let condition = condition.map(|(unless, links)| self.condition(statement, *unless, links));
                let mut position = position(stance.issue, stance.position).to_owned();
                if issue == "scale" && stance.range {
                    position += &format!(", {}", self::position(stance.issue, stance.position + 1));
                }
                text += &format!("  {word} {issue}{alone}: {position}{}\n", condition.unwrap_or_default());
            }
            for (from, to) in &self.attacks {
                if from % self.statements == statement && to % self.statements != statement {
                    text += &format!("  against: s{}\n", to % self.statements);
                }
            }
            text += "\n";
        }
        text
    }
}
